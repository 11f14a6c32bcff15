-- Documents, news and what reaches the county from the practice. What is published is open to all; a
-- draft is seen by those who sit in its body today and by the duty county. No child stands in it.

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[
    'steering_document', 'steering_documentversion', 'steering_activity', 'steering_message',
    'steering_article', 'steering_obstacle', 'steering_obstaclestep', 'steering_visit',
    'steering_researchrequest', 'steering_researchoutput', 'steering_subscriber', 'steering_letter']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', wanted);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', wanted);
    EXECUTE format('REVOKE ALL ON %I FROM vb_app, vb_login, vb_audit', wanted);
  END LOOP;
  -- Addresses are read by the doors alone: no page can list who subscribes.
  FOREACH wanted IN ARRAY ARRAY['steering_subscriber', 'steering_letter']
  LOOP
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO vb_definer', wanted);
    EXECUTE format('DROP POLICY IF EXISTS doors ON %I', wanted);
    EXECUTE format('CREATE POLICY doors ON %I TO vb_definer USING (true) WITH CHECK (true)', wanted);
  END LOOP;
END $$;

-- A version is seen when it is published, else by the body and the duty. A document, when one of its
-- versions is; what belongs to it, when it is.
GRANT SELECT, INSERT ON steering_document, steering_documentversion, steering_activity,
  steering_message TO vb_app;
GRANT UPDATE (published_on, item_id, decision_id, in_force_from) ON steering_documentversion TO vb_app;
GRANT UPDATE (status, note, told_on) ON steering_activity TO vb_app;
GRANT UPDATE (done_on) ON steering_message TO vb_app;

DROP POLICY IF EXISTS published_or_own ON steering_documentversion;
CREATE POLICY published_or_own ON steering_documentversion FOR SELECT TO vb_app
  USING (
    published_on IS NOT NULL
    OR (SELECT vb.duty('county'))
    OR body_id IN (SELECT vb.my_bodies())
  );
DROP POLICY IF EXISTS body_writes ON steering_documentversion;
CREATE POLICY body_writes ON steering_documentversion FOR INSERT TO vb_app
  WITH CHECK (
    written_by_id = (SELECT vb.person())
    AND published_on IS NULL
    AND decision_id IS NULL
    AND ((SELECT vb.duty('county')) OR body_id IN (SELECT vb.my_bodies()))
  );
-- Published once, decided once: what has been said of it stays.
DROP POLICY IF EXISTS county_publishes ON steering_documentversion;
CREATE POLICY county_publishes ON steering_documentversion FOR UPDATE TO vb_app
  USING ((SELECT vb.duty('county')) AND decision_id IS NULL)
  WITH CHECK ((SELECT vb.duty('county')) AND published_on IS NOT NULL);

DROP POLICY IF EXISTS seen_with_a_version ON steering_document;
CREATE POLICY seen_with_a_version ON steering_document FOR SELECT TO vb_app
  USING (
    (SELECT vb.duty('county'))
    OR body_id IN (SELECT vb.my_bodies())
    OR EXISTS (
      SELECT 1 FROM steering_documentversion AS v
      WHERE v.document_id = steering_document.id AND v.published_on IS NOT NULL
    )
  );
DROP POLICY IF EXISTS body_writes ON steering_document;
CREATE POLICY body_writes ON steering_document FOR INSERT TO vb_app
  WITH CHECK ((SELECT vb.duty('county')) OR body_id IN (SELECT vb.my_bodies()));

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['steering_activity', 'steering_message']
  LOOP
    EXECUTE format('DROP POLICY IF EXISTS seen_with_its_document ON %I', wanted);
    EXECUTE format(
      'CREATE POLICY seen_with_its_document ON %I FOR SELECT TO vb_app USING (EXISTS ('
      'SELECT 1 FROM steering_document AS d WHERE d.id = %I.document_id))', wanted, wanted);
    EXECUTE format('DROP POLICY IF EXISTS body_writes ON %I', wanted);
    EXECUTE format(
      'CREATE POLICY body_writes ON %I FOR INSERT TO vb_app WITH CHECK (EXISTS ('
      'SELECT 1 FROM steering_document AS d WHERE d.id = %I.document_id AND ((SELECT vb.duty(''county'')) '
      'OR d.body_id IN (SELECT vb.my_bodies()))))', wanted, wanted);
    EXECUTE format('DROP POLICY IF EXISTS body_reports ON %I', wanted);
    EXECUTE format(
      'CREATE POLICY body_reports ON %I FOR UPDATE TO vb_app USING (EXISTS ('
      'SELECT 1 FROM steering_document AS d WHERE d.id = %I.document_id AND ((SELECT vb.duty(''county'')) '
      'OR d.body_id IN (SELECT vb.my_bodies()))))', wanted, wanted);
  END LOOP;
END $$;

-- News and examples are open, also one that has been taken back: the pages say that it has.
GRANT SELECT, INSERT ON steering_article TO vb_app;
GRANT UPDATE (taken_back_on, mailed_on, title, text) ON steering_article TO vb_app;
DROP POLICY IF EXISTS anybody_reads ON steering_article;
CREATE POLICY anybody_reads ON steering_article FOR SELECT TO vb_app
  USING (taken_back_on IS NULL OR (SELECT vb.duty('county')));
DROP POLICY IF EXISTS county_tells ON steering_article;
CREATE POLICY county_tells ON steering_article FOR INSERT TO vb_app
  WITH CHECK (written_by_id = (SELECT vb.person()) AND (SELECT vb.duty('county')));
DROP POLICY IF EXISTS member_gives_an_example ON steering_article;
CREATE POLICY member_gives_an_example ON steering_article FOR INSERT TO vb_app
  WITH CHECK (
    kind = 'example'
    AND written_by_id = (SELECT vb.person())
    AND (SELECT vb.kind()) = 'staff'
    AND EXISTS (
      SELECT 1 FROM steering_membership AS m
      WHERE m.organisation_id = steering_article.organisation_id
        AND m.person_id = (SELECT vb.person())
        AND m.body_id IN (SELECT vb.my_bodies())
    )
  );
DROP POLICY IF EXISTS county_takes_back ON steering_article;
CREATE POLICY county_takes_back ON steering_article FOR UPDATE TO vb_app
  USING ((SELECT vb.duty('county'))) WITH CHECK ((SELECT vb.duty('county')));

-- What a page said before it was changed follows the page, and is never rewritten.
ALTER TABLE steering_articlechange ENABLE ROW LEVEL SECURITY;
ALTER TABLE steering_articlechange FORCE ROW LEVEL SECURITY;
REVOKE ALL ON steering_articlechange FROM vb_app, vb_login, vb_audit;
GRANT SELECT, INSERT ON steering_articlechange TO vb_app;
DROP POLICY IF EXISTS with_its_page ON steering_articlechange;
CREATE POLICY with_its_page ON steering_articlechange FOR SELECT TO vb_app
  USING (EXISTS (SELECT 1 FROM steering_article AS a
                 WHERE a.id = steering_articlechange.article_id));
DROP POLICY IF EXISTS county_changes ON steering_articlechange;
CREATE POLICY county_changes ON steering_articlechange FOR INSERT TO vb_app
  WITH CHECK (by_id = (SELECT vb.person()) AND (SELECT vb.duty('county')));

-- No page is written over unless what it said is kept.
CREATE OR REPLACE FUNCTION vb.page_is_kept() RETURNS trigger
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $kept$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM steering_articlechange AS c
                 WHERE c.article_id = OLD.id AND c.title = OLD.title AND c.text = OLD.text)
  THEN
    RAISE EXCEPTION 'what a page said is kept' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $kept$;
REVOKE ALL ON FUNCTION vb.page_is_kept() FROM PUBLIC;
DROP TRIGGER IF EXISTS page_is_kept ON steering_article;
CREATE TRIGGER page_is_kept BEFORE UPDATE OF title, text ON steering_article
  FOR EACH ROW WHEN ((OLD.title, OLD.text) IS DISTINCT FROM (NEW.title, NEW.text))
  EXECUTE FUNCTION vb.page_is_kept();

-- An obstacle is seen by its sender, by the bodies where it lies and has lain, by the steering group,
-- and by the duty.
GRANT SELECT, INSERT ON steering_obstacle, steering_obstaclestep TO vb_app;
GRANT UPDATE (state, body_id, been_at) ON steering_obstacle TO vb_app;
DROP POLICY IF EXISTS sender_or_body ON steering_obstacle;
CREATE POLICY sender_or_body ON steering_obstacle FOR SELECT TO vb_app
  USING (
    (SELECT vb.duty('county'))
    OR (sent_by_id = (SELECT vb.person()) AND (SELECT vb.kind()) = 'staff')
    OR been_at && ARRAY(SELECT vb.my_bodies())
    OR EXISTS (
      SELECT 1 FROM steering_body AS b
      WHERE b.level = 'strategic' AND b.id IN (SELECT vb.my_bodies())
    )
  );
DROP POLICY IF EXISTS staff_sends ON steering_obstacle;
CREATE POLICY staff_sends ON steering_obstacle FOR INSERT TO vb_app
  WITH CHECK (
    sent_by_id = (SELECT vb.person())
    AND (SELECT vb.kind()) = 'staff'
    AND state = 'waiting'
    AND been_at = ARRAY[body_id]
    AND organisation_id = (
      SELECT u.organisation_id FROM organisations_secrecyunit AS u WHERE u.id = (SELECT vb.unit())
    )
  );
DROP POLICY IF EXISTS body_takes_up ON steering_obstacle;
CREATE POLICY body_takes_up ON steering_obstacle FOR UPDATE TO vb_app
  USING (
    state = 'waiting'
    AND ((SELECT vb.duty('county')) OR body_id IN (SELECT vb.my_bodies()))
  )
  WITH CHECK ((SELECT vb.kind()) = 'staff' AND body_id = ANY (been_at));
DROP POLICY IF EXISTS seen_with_its_obstacle ON steering_obstaclestep;
CREATE POLICY seen_with_its_obstacle ON steering_obstaclestep FOR SELECT TO vb_app
  USING (EXISTS (SELECT 1 FROM steering_obstacle AS o WHERE o.id = steering_obstaclestep.obstacle_id));
DROP POLICY IF EXISTS body_answers ON steering_obstaclestep;
CREATE POLICY body_answers ON steering_obstaclestep FOR INSERT TO vb_app
  WITH CHECK (
    by_id = (SELECT vb.person())
    AND EXISTS (
      SELECT 1 FROM steering_obstacle AS o
      WHERE o.id = steering_obstaclestep.obstacle_id AND o.body_id = steering_obstaclestep.body_id
    )
    AND ((SELECT vb.duty('county')) OR body_id IN (SELECT vb.my_bodies()))
  );

-- Visits and what researchers have published are open. A request is the county's until it is granted.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['steering_visit', 'steering_researchoutput', 'steering_researchrequest']
  LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO vb_app', wanted);
    EXECUTE format('DROP POLICY IF EXISTS anybody_reads ON %I', wanted);
    EXECUTE format('CREATE POLICY anybody_reads ON %I FOR SELECT TO vb_app USING (%s)', wanted,
      CASE wanted WHEN 'steering_researchrequest'
        THEN 'state = ''granted'' OR (SELECT vb.duty(''county''))' ELSE 'true' END);
    EXECUTE format('DROP POLICY IF EXISTS county_writes ON %I', wanted);
    EXECUTE format(
      'CREATE POLICY county_writes ON %I FOR INSERT TO vb_app WITH CHECK ((SELECT vb.duty(''county'')))',
      wanted);
  END LOOP;
END $$;
GRANT UPDATE (state, decided_on, answer, may_attend) ON steering_researchrequest TO vb_app;
DROP POLICY IF EXISTS county_decides ON steering_researchrequest;
CREATE POLICY county_decides ON steering_researchrequest FOR UPDATE TO vb_app
  USING ((SELECT vb.duty('county')) AND state = 'asked')
  WITH CHECK ((SELECT vb.duty('county')));
