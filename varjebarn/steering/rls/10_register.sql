-- The county's work is public: anybody may read it, also with nobody acting. It holds nothing about
-- a child. Written only under the duty county; an answer also by a member of the one organisation.

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[
    'steering_body', 'steering_membership', 'steering_meeting', 'steering_attendance',
    'steering_agendaitem', 'steering_decisionrecord', 'steering_reportback',
    'steering_reportbackanswer', 'steering_agreement', 'steering_agreementparty', 'steering_extension']
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

-- What may change afterwards, column by column. Everything else stays as it was written. Meetings and
-- items: see 20_meetings.sql.
GRANT UPDATE (status, followed_up_on, follow_up_note) ON steering_decisionrecord TO vb_app;

DROP POLICY IF EXISTS county_follows_up ON steering_decisionrecord;
CREATE POLICY county_follows_up ON steering_decisionrecord FOR UPDATE TO vb_app
  USING ((SELECT vb.duty('county'))) WITH CHECK ((SELECT vb.duty('county')));

-- An answer names who gave it: oneself, for the organisation whose seat in the body one holds today,
-- by the county's own calendar.
DROP POLICY IF EXISTS county_writes ON steering_reportbackanswer;
CREATE POLICY county_writes ON steering_reportbackanswer FOR INSERT TO vb_app
  WITH CHECK ((SELECT vb.duty('county')) AND by_id = (SELECT vb.person()));
DROP POLICY IF EXISTS member_answers ON steering_reportbackanswer;
CREATE POLICY member_answers ON steering_reportbackanswer FOR INSERT TO vb_app
  WITH CHECK (
    by_id = (SELECT vb.person())
    AND (SELECT vb.kind()) = 'staff'
    AND EXISTS (
      SELECT 1 FROM steering_membership AS m
      JOIN steering_reportback AS r ON r.body_id = m.body_id
      WHERE r.id = steering_reportbackanswer.report_back_id
        AND m.organisation_id = steering_reportbackanswer.organisation_id
        AND m.person_id = (SELECT vb.person())
        AND m.seat <> 'adjunct'
        AND m.valid_from <= (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date
        AND (m.valid_to IS NULL
             OR m.valid_to > (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date)
    )
  );
