-- What belongs to decisions, answers and joining: public like the register (10_register.sql), but for
-- a draft of a child impact analysis, which the body's members read and write. Nothing about a child.

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[
    'steering_decisionchange', 'steering_earlierdecision', 'steering_decisionraised',
    'steering_joining', 'steering_contradiction', 'steering_answerdelegation']
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

-- A decision is completed and followed up; its wording and its meeting stay.
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
