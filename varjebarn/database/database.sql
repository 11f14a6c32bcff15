-- One database of an installation. Run by an administrator in it; may be run again, and must be
-- run again in a copy, since rights on a database don't follow its template.

DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO vb_migrate, vb_app, vb_login, vb_audit', current_database());
END $$;

CREATE SCHEMA IF NOT EXISTS vb;
CREATE SCHEMA IF NOT EXISTS login;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

GRANT USAGE, CREATE ON SCHEMA public, vb, login TO vb_owner;
GRANT USAGE ON SCHEMA public TO vb_app, vb_definer, vb_audit;
GRANT USAGE ON SCHEMA vb TO vb_app, vb_login, vb_definer, vb_audit;
GRANT CREATE ON SCHEMA vb TO vb_definer;
GRANT USAGE ON SCHEMA login TO vb_login;
