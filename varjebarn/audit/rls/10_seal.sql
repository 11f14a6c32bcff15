-- The seal on the log. Only vb_seal writes it and only vb_audit also reads it; vb_seal sees of an
-- event its number, its transaction and its hash. Nobody that logs in may change or delete.

ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seal FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_head FORCE ROW LEVEL SECURITY;

REVOKE ALL ON audit_seal, audit_head FROM vb_app, vb_login, vb_definer;
GRANT SELECT, INSERT ON audit_seal, audit_head TO vb_seal;
GRANT SELECT ON audit_seal, audit_head TO vb_audit;
GRANT SELECT (id, xid, leaf) ON audit_event TO vb_seal;

DROP POLICY IF EXISTS sealer ON audit_event;
CREATE POLICY sealer ON audit_event FOR SELECT TO vb_seal USING (true);
DROP POLICY IF EXISTS sealer_reads ON audit_seal;
CREATE POLICY sealer_reads ON audit_seal FOR SELECT TO vb_seal USING (true);
DROP POLICY IF EXISTS sealer_writes ON audit_seal;
CREATE POLICY sealer_writes ON audit_seal FOR INSERT TO vb_seal WITH CHECK (true);
DROP POLICY IF EXISTS sealer_reads ON audit_head;
CREATE POLICY sealer_reads ON audit_head FOR SELECT TO vb_seal USING (true);
DROP POLICY IF EXISTS sealer_writes ON audit_head;
CREATE POLICY sealer_writes ON audit_head FOR INSERT TO vb_seal WITH CHECK (true);
DROP POLICY IF EXISTS inspector ON audit_seal;
CREATE POLICY inspector ON audit_seal FOR SELECT TO vb_audit USING (true);
DROP POLICY IF EXISTS inspector ON audit_head;
CREATE POLICY inspector ON audit_head FOR SELECT TO vb_audit USING (true);
