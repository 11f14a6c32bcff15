-- Bodies over time, mandates, contact routes, trials, consultations, training and funding. Open to
-- all but internal contact routes. Written by the duty county; what is an organisation's own also by
-- somebody who sits for it.

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[
    'steering_earlierbody', 'steering_profession', 'steering_expectedprofession',
    'steering_mandate', 'steering_acceptance', 'steering_contactroute', 'steering_trial',
    'steering_trialevent', 'steering_toolrating', 'steering_consultation',
    'steering_consultedbody', 'steering_consultationanswer', 'steering_trainingsession',
    'steering_trainingtaken', 'steering_trainingneed', 'steering_risk', 'steering_funding']
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

-- What may change afterwards, column by column. Everything else stays as it was written.
GRANT UPDATE (name, level, reports_to_id, purpose, ended_on) ON steering_body TO vb_app;
GRANT UPDATE (valid_to) ON steering_membership TO vb_app;
GRANT UPDATE (body_id) ON steering_meeting TO vb_app;  -- what is planned follows a re-formed body

-- A meeting to come goes along to the body that continues the one it was planned in, and nowhere else.
CREATE OR REPLACE FUNCTION vb.meeting_follows_its_body() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, vb, pg_temp AS $follows$
BEGIN
  IF OLD.state = 'planned' AND EXISTS (
    SELECT FROM steering_body AS b WHERE b.id = NEW.body_id AND b.continues_id = OLD.body_id
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a meeting stays with its body' USING ERRCODE = '42501';
END $follows$;
DROP TRIGGER IF EXISTS follows_its_body ON steering_meeting;
CREATE TRIGGER follows_its_body BEFORE UPDATE OF body_id ON steering_meeting
  FOR EACH ROW EXECUTE FUNCTION vb.meeting_follows_its_body();

GRANT UPDATE (ended_on) ON steering_expectedprofession TO vb_app;
GRANT UPDATE (purpose, limits, time_share, resources, due, reports_to_id, reports_on, ended_on, outcome)
  ON steering_mandate TO vb_app;
GRANT UPDATE (workplace, function, concern, about, telephone, mail, web, hours, fallback, is_public,
  checked_on, ended_on) ON steering_contactroute TO vb_app;
GRANT UPDATE (ended_on, ended_by) ON steering_risk TO vb_app;

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[
    'steering_body', 'steering_membership', 'steering_expectedprofession', 'steering_mandate',
    'steering_contactroute', 'steering_risk']
  LOOP
    EXECUTE format('DROP POLICY IF EXISTS county_changes ON %I', wanted);
    EXECUTE format(
      'CREATE POLICY county_changes ON %I FOR UPDATE TO vb_app '
      'USING ((SELECT vb.duty(''county''))) WITH CHECK ((SELECT vb.duty(''county'')))',
      wanted);
  END LOOP;
END $$;

-- An internal contact route is for those who work; to everybody else it does not exist.
DROP POLICY IF EXISTS anybody_reads ON steering_contactroute;
CREATE POLICY anybody_reads ON steering_contactroute FOR SELECT TO vb_app
  USING (is_public OR (SELECT vb.kind()) = 'staff');

-- What is an organisation's own is written by anybody who sits for it today, in any body.
DO $$
DECLARE
  wanted text;
  sits constant text :=
    '(SELECT vb.kind()) = ''staff'' AND EXISTS (SELECT 1 FROM steering_membership AS m '
    'WHERE m.organisation_id = %I.organisation_id AND m.person_id = (SELECT vb.person()) '
    'AND m.seat <> ''adjunct'' AND m.valid_from <= (statement_timestamp() AT TIME ZONE ''Europe/Stockholm'')::date '
    'AND (m.valid_to IS NULL OR m.valid_to > (statement_timestamp() AT TIME ZONE ''Europe/Stockholm'')::date))';
BEGIN
  FOREACH wanted IN ARRAY ARRAY[
    'steering_contactroute', 'steering_trial', 'steering_trainingtaken', 'steering_trainingneed',
    'steering_risk']
  LOOP
    EXECUTE format('DROP POLICY IF EXISTS own_organisation_writes ON %I', wanted);
    EXECUTE format('CREATE POLICY own_organisation_writes ON %I FOR INSERT TO vb_app WITH CHECK (', wanted)
      || format(sits, wanted) || ')';
  END LOOP;
  FOREACH wanted IN ARRAY ARRAY['steering_contactroute', 'steering_risk']
  LOOP
    EXECUTE format('DROP POLICY IF EXISTS own_organisation_changes ON %I', wanted);
    EXECUTE format('CREATE POLICY own_organisation_changes ON %I FOR UPDATE TO vb_app USING (', wanted)
      || format(sits, wanted) || ') WITH CHECK (' || format(sits, wanted) || ')';
  END LOOP;
END $$;

-- What happened in a trial names who told it: oneself.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['steering_trialevent', 'steering_toolrating']
  LOOP
    EXECUTE format('DROP POLICY IF EXISTS county_writes ON %I', wanted);
    EXECUTE format(
      'CREATE POLICY county_writes ON %I FOR INSERT TO vb_app '
      'WITH CHECK ((SELECT vb.duty(''county'')) AND by_id = (SELECT vb.person()))', wanted);
    EXECUTE format('DROP POLICY IF EXISTS own_organisation_writes ON %I', wanted);
    EXECUTE format(
      'CREATE POLICY own_organisation_writes ON %1$I FOR INSERT TO vb_app WITH CHECK ('
      'by_id = (SELECT vb.person()) AND (SELECT vb.kind()) = ''staff'' AND EXISTS ('
      'SELECT 1 FROM steering_trial AS t JOIN steering_membership AS m '
      'ON m.organisation_id = t.organisation_id WHERE t.id = %1$I.trial_id '
      'AND m.person_id = (SELECT vb.person()) AND m.seat <> ''adjunct'' '
      'AND m.valid_from <= (statement_timestamp() AT TIME ZONE ''Europe/Stockholm'')::date '
      'AND (m.valid_to IS NULL OR m.valid_to > (statement_timestamp() AT TIME ZONE ''Europe/Stockholm'')::date)))', wanted);
  END LOOP;
END $$;

-- A body's answer to a proposal, and that it takes on a mandate, come from somebody who sits there.
DROP POLICY IF EXISTS county_writes ON steering_consultationanswer;
CREATE POLICY county_writes ON steering_consultationanswer FOR INSERT TO vb_app
  WITH CHECK ((SELECT vb.duty('county')) AND by_id = (SELECT vb.person()));
DROP POLICY IF EXISTS member_answers ON steering_consultationanswer;
CREATE POLICY member_answers ON steering_consultationanswer FOR INSERT TO vb_app
  WITH CHECK (
    by_id = (SELECT vb.person())
    AND (SELECT vb.kind()) = 'staff'
    AND EXISTS (
      SELECT 1 FROM steering_consultedbody AS c
      JOIN steering_membership AS m ON m.body_id = c.body_id
      WHERE c.id = steering_consultationanswer.asked_id
        AND m.person_id = (SELECT vb.person())
        AND m.seat <> 'adjunct'
        AND m.valid_from <= (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date
        AND (m.valid_to IS NULL OR m.valid_to > (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date)
    )
  );
DROP POLICY IF EXISTS county_writes ON steering_acceptance;
CREATE POLICY county_writes ON steering_acceptance FOR INSERT TO vb_app
  WITH CHECK ((SELECT vb.duty('county')) AND by_id = (SELECT vb.person()));
DROP POLICY IF EXISTS member_accepts ON steering_acceptance;
CREATE POLICY member_accepts ON steering_acceptance FOR INSERT TO vb_app
  WITH CHECK (
    by_id = (SELECT vb.person())
    AND (SELECT vb.kind()) = 'staff'
    AND EXISTS (
      SELECT 1 FROM steering_mandate AS d
      JOIN steering_membership AS m ON m.body_id = d.given_to_id
      WHERE d.id = steering_acceptance.mandate_id
        AND m.person_id = (SELECT vb.person())
        AND m.seat <> 'adjunct'
        AND m.valid_from <= (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date
        AND (m.valid_to IS NULL OR m.valid_to > (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date)
    )
  );
