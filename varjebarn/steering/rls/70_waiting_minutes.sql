-- Old minutes that wait to be looked over: for the duty county alone. Nobody deletes; the text is
-- emptied when they are taken in or put away.

ALTER TABLE steering_waitingminutes ENABLE ROW LEVEL SECURITY;
ALTER TABLE steering_waitingminutes FORCE ROW LEVEL SECURITY;
REVOKE ALL ON steering_waitingminutes FROM vb_app, vb_login, vb_audit;
GRANT SELECT, INSERT ON steering_waitingminutes TO vb_app;
GRANT UPDATE (state, text) ON steering_waitingminutes TO vb_app;

DROP POLICY IF EXISTS county_reads ON steering_waitingminutes;
CREATE POLICY county_reads ON steering_waitingminutes FOR SELECT TO vb_app
  USING ((SELECT vb.duty('county')));
DROP POLICY IF EXISTS county_writes ON steering_waitingminutes;
CREATE POLICY county_writes ON steering_waitingminutes FOR INSERT TO vb_app
  WITH CHECK ((SELECT vb.duty('county')) AND uploaded_by_id = (SELECT vb.person()));
DROP POLICY IF EXISTS county_ends ON steering_waitingminutes;
CREATE POLICY county_ends ON steering_waitingminutes FOR UPDATE TO vb_app
  USING ((SELECT vb.duty('county')) AND state = 'waiting')
  WITH CHECK ((SELECT vb.duty('county')) AND state <> 'waiting' AND text = '');
