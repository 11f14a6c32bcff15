-- One database of an installation. Run by an administrator in it; may be run again, and must be
-- run again in a copy, since rights on a database don't follow its template.

DO $$
DECLARE
  one name;
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  FOR one IN
    SELECT rolname FROM pg_roles
     WHERE rolname IN ('vb_migrate', 'vb_app', 'vb_login', 'vb_audit', 'vb_seal', 'vb_worker', 'vb_notify')
  LOOP
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), one);
    IF one = 'vb_seal' THEN
      GRANT USAGE ON SCHEMA public TO vb_seal;
    END IF;
  END LOOP;
END $$;

CREATE SCHEMA IF NOT EXISTS vb;
CREATE SCHEMA IF NOT EXISTS login;
CREATE SCHEMA IF NOT EXISTS jobs;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

-- The server's own counters and large objects are no business of a login of ours: a count of rows
-- written in this transaction would tell whether another unit knew the child.
DO $$
DECLARE
  one regprocedure;
BEGIN
  FOR one IN
    SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
     WHERE n.nspname = 'pg_catalog'
       AND (p.proname LIKE 'pg\_stat\_get\_%tuples%' OR p.proname LIKE 'pg\_stat\_get\_xact\_%'
         OR p.proname LIKE 'pg\_stat\_get\_%numscans' OR p.proname LIKE 'pg\_stat\_get\_%blocks%'
         OR p.proname LIKE 'pg\_current\_wal%' OR p.proname LIKE 'pg\_stat\_get\_wal%'
         OR p.proname LIKE 'lo\_%' OR p.proname IN ('loread', 'lowrite'))
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
EXCEPTION WHEN insufficient_privilege THEN
  RAISE WARNING 'not the owner of the server''s functions: its counters stay readable';
END $$;

GRANT USAGE, CREATE ON SCHEMA public, vb, login, jobs TO vb_owner;
GRANT USAGE ON SCHEMA public TO vb_app, vb_definer, vb_audit;
GRANT USAGE ON SCHEMA vb TO vb_app, vb_login, vb_definer, vb_audit, vb_notify, vb_seal;
GRANT CREATE ON SCHEMA vb TO vb_definer;
GRANT USAGE ON SCHEMA login TO vb_login;
GRANT USAGE ON SCHEMA jobs TO vb_worker;  -- and on no other
