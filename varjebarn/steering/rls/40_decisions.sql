-- What belongs to decisions, answers and joining: public like the register (10_register.sql), but for
-- a draft of a child impact analysis, which the body's members read and write. Nothing about a child.

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[
    'steering_decisionchange', 'steering_earlierdecision', 'steering_decisionraised',
    'steering_joining', 'steering_decisioncorrection', 'steering_contradiction', 'steering_answerdelegation']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', wanted);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', wanted);
    EXECUTE format('REVOKE ALL ON %I FROM vb_app, vb_login, vb_audit', wanted);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO vb_app', wanted);
    EXECUTE format('DROP POLICY IF EXISTS anybody_reads ON %I', wanted);
    EXECUTE format('CREATE POLICY anybody_reads ON %I FOR SELECT TO vb_app USING (true)', wanted);
    EXECUTE format('DROP POLICY IF EXISTS county_writes ON %I', wanted);
    EXECUTE format(
      'CREATE POLICY county_writes ON %I FOR INSERT TO vb_app WITH CHECK ((SELECT vb.duty(''county'')))',
      wanted);
  END LOOP;
END $$;

-- Another wording is written in one's own name; without a reason only while the minutes are a draft.
DROP POLICY IF EXISTS county_writes ON steering_decisioncorrection;
CREATE POLICY county_writes ON steering_decisioncorrection FOR INSERT TO vb_app
  WITH CHECK (
    (SELECT vb.duty('county'))
    AND by_id = (SELECT vb.person())
    AND (reason <> '' OR EXISTS (
      SELECT 1 FROM steering_decisionrecord AS d
      JOIN steering_agendaitem AS i ON i.id = d.item_id
      JOIN steering_minutes AS m ON m.meeting_id = i.meeting_id
      WHERE d.id = steering_decisioncorrection.decision_id AND m.state = 'draft'))
  );

-- No wording changes unless both texts are kept.
CREATE OR REPLACE FUNCTION vb.wording_is_kept() RETURNS trigger
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $kept$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM steering_decisioncorrection AS c
                 WHERE c.decision_id = OLD.id AND c.before = OLD.wording AND c.after = NEW.wording)
  THEN
    RAISE EXCEPTION 'a wording changes by a correction' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $kept$;
REVOKE ALL ON FUNCTION vb.wording_is_kept() FROM PUBLIC;
DROP TRIGGER IF EXISTS wording_is_kept ON steering_decisionrecord;
CREATE TRIGGER wording_is_kept BEFORE UPDATE OF wording ON steering_decisionrecord
  FOR EACH ROW WHEN (OLD.wording IS DISTINCT FROM NEW.wording) EXECUTE FUNCTION vb.wording_is_kept();
GRANT UPDATE (wording) ON steering_decisionrecord TO vb_app;

-- A decision is completed and followed up; its meeting stays.
GRANT UPDATE (responsible, responsible_organisation_id, responsible_seat_id, due, about_the_young)
  ON steering_decisionrecord TO vb_app;

-- A contradiction is solved by a decision; what the texts say stays.
GRANT UPDATE (solved_by_id) ON steering_contradiction TO vb_app;
DROP POLICY IF EXISTS county_solves ON steering_contradiction;
CREATE POLICY county_solves ON steering_contradiction FOR UPDATE TO vb_app
  USING ((SELECT vb.duty('county'))) WITH CHECK ((SELECT vb.duty('county')));

-- A draft is read by who has a seat in the body today, and by the county's own; published, by all.
-- Nobody changes what is published.
ALTER TABLE steering_impactanalysis ENABLE ROW LEVEL SECURITY;
ALTER TABLE steering_impactanalysis FORCE ROW LEVEL SECURITY;
REVOKE ALL ON steering_impactanalysis FROM vb_app, vb_login, vb_audit;
GRANT SELECT, INSERT ON steering_impactanalysis TO vb_app;
GRANT UPDATE (whom, said, asked_how, gains, costs, articles, weighing, follow_up, written_by_id,
  changed_at, published_at) ON steering_impactanalysis TO vb_app;
DO $$
DECLARE
  of_the_body CONSTANT text := $sql$
    ((SELECT vb.duty('county')) OR item_id IN (
      SELECT i.id FROM steering_agendaitem AS i
      JOIN steering_meeting AS t ON t.id = i.meeting_id
      WHERE t.body_id IN (SELECT vb.my_bodies())))
  $sql$;
BEGIN
  DROP POLICY IF EXISTS published_or_members_read ON steering_impactanalysis;
  EXECUTE 'CREATE POLICY published_or_members_read ON steering_impactanalysis FOR SELECT TO vb_app '
    || 'USING (published_at IS NOT NULL OR ' || of_the_body || ')';
  DROP POLICY IF EXISTS members_draft ON steering_impactanalysis;
  EXECUTE 'CREATE POLICY members_draft ON steering_impactanalysis FOR INSERT TO vb_app '
    || 'WITH CHECK (published_at IS NULL AND written_by_id = (SELECT vb.person()) AND '
    || of_the_body || ')';
  DROP POLICY IF EXISTS members_change_draft ON steering_impactanalysis;
  EXECUTE 'CREATE POLICY members_change_draft ON steering_impactanalysis FOR UPDATE TO vb_app '
    || 'USING (published_at IS NULL AND ' || of_the_body || ') WITH CHECK ' || of_the_body;
END $$;

-- Who holds the organisation's seat today asks a colleague, in their own name.
DROP POLICY IF EXISTS county_writes ON steering_answerdelegation;
CREATE POLICY county_writes ON steering_answerdelegation FOR INSERT TO vb_app
  WITH CHECK ((SELECT vb.duty('county')) AND by_id = (SELECT vb.person()));
DROP POLICY IF EXISTS member_delegates ON steering_answerdelegation;
CREATE POLICY member_delegates ON steering_answerdelegation FOR INSERT TO vb_app
  WITH CHECK (
    by_id = (SELECT vb.person())
    AND (SELECT vb.kind()) = 'staff'
    AND EXISTS (
      SELECT 1 FROM steering_membership AS m
      JOIN steering_reportback AS r ON r.body_id = m.body_id
      WHERE r.id = steering_answerdelegation.report_back_id
        AND m.organisation_id = steering_answerdelegation.organisation_id
        AND m.person_id = (SELECT vb.person())
        AND m.seat <> 'adjunct'
        AND m.valid_from <= (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date
        AND (m.valid_to IS NULL
             OR m.valid_to > (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date)
    )
  );

-- The colleague who was asked answers for that organisation.
DROP POLICY IF EXISTS colleague_answers ON steering_reportbackanswer;
CREATE POLICY colleague_answers ON steering_reportbackanswer FOR INSERT TO vb_app
  WITH CHECK (
    by_id = (SELECT vb.person())
    AND (SELECT vb.kind()) = 'staff'
    AND EXISTS (
      SELECT 1 FROM steering_answerdelegation AS d
      WHERE d.report_back_id = steering_reportbackanswer.report_back_id
        AND d.organisation_id = steering_reportbackanswer.organisation_id
        AND d.person_id = (SELECT vb.person())
    )
  );
