-- The roles of an installation, once per PostgreSQL server. Run by an administrator; may be run again.
-- Set-up gives each role that logs in a random password afterwards; none stands here.
-- Source: docs/security/walls.md.

DO $$
DECLARE
  wanted record;
BEGIN
  FOR wanted IN
    SELECT * FROM (VALUES
      ('vb_owner', 'NOLOGIN'),     -- owns the tables; under FORCE it sees no row of a child
      ('vb_definer', 'NOLOGIN'),   -- owns the doors, and has exactly the rights they need
      ('vb_migrate', 'LOGIN'),     -- changes the schema and loads reference data
      ('vb_app', 'LOGIN'),         -- the running system
      ('vb_login', 'LOGIN'),       -- opens and closes logins, reads nothing about a child
      ('vb_seal', 'LOGIN'),        -- seals the log and has its reviews drawn: reads leaves, writes seals and heads
      ('vb_audit', 'LOGIN'),       -- reads the log, for the inspector's command line
      ('vb_notify', 'LOGIN'),      -- sends what waits in the outbox: where to, and nothing of what
      ('vb_worker', 'LOGIN')       -- fetches jobs from its queue, and reads nothing else
    ) AS roles (name, login)
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name) THEN
      EXECUTE format('CREATE ROLE %I %s NOINHERIT', wanted.name, wanted.login);
    END IF;
  END LOOP;
END $$;

GRANT vb_owner TO vb_migrate;
GRANT vb_definer TO vb_migrate;
ALTER ROLE vb_migrate SET role = 'vb_owner';
ALTER ROLE vb_migrate SET lock_timeout = '5s';

-- A request is short, or something is wrong.
ALTER ROLE vb_app SET statement_timeout = '5s';
ALTER ROLE vb_app SET lock_timeout = '2s';
ALTER ROLE vb_app SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE vb_app SET jit = off;
ALTER ROLE vb_app SET search_path = public;
ALTER ROLE vb_login SET search_path = login;
ALTER ROLE vb_login SET statement_timeout = '5s';
ALTER ROLE vb_login SET jit = off;
ALTER ROLE vb_seal SET search_path = public;
ALTER ROLE vb_notify SET search_path = vb;
ALTER ROLE vb_notify SET jit = off;
ALTER ROLE vb_worker SET search_path = jobs;
ALTER ROLE vb_worker SET statement_timeout = '5s';
ALTER ROLE vb_worker SET jit = off;
