-- The annual report. Notes are read by the county's members (the duty, or a seat today) and become
-- public only as part of a published report. A report is never changed: there is no right to.

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['steering_annualnote', 'steering_annualreport']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', wanted);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', wanted);
    EXECUTE format('REVOKE ALL ON %I FROM vb_app, vb_login, vb_audit', wanted);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO vb_app', wanted);
    EXECUTE format('DROP POLICY IF EXISTS county_writes ON %I', wanted);
    EXECUTE format(
      'CREATE POLICY county_writes ON %I FOR INSERT TO vb_app '
      'WITH CHECK ((SELECT vb.duty(''county'')) AND by_id = (SELECT vb.person()))', wanted);
  END LOOP;
END $$;

DROP POLICY IF EXISTS anybody_reads ON steering_annualreport;
CREATE POLICY anybody_reads ON steering_annualreport FOR SELECT TO vb_app USING (true);

DROP POLICY IF EXISTS member_reads ON steering_annualnote;
CREATE POLICY member_reads ON steering_annualnote FOR SELECT TO vb_app
  USING (
    (SELECT vb.duty('county'))
    OR EXISTS (SELECT vb.my_bodies())
  );
