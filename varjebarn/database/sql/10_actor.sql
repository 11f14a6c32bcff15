-- Who acts: a login's token goes in, a signed value bound to this transaction comes out.
-- Every policy asks vb.unit() and vb.person(), which believe nothing but that signature.
-- Absent: nothing is seen. Forged, replayed or stale: an error.

CREATE TABLE IF NOT EXISTS vb.actor_key (
  ikey bytea NOT NULL,  -- the two pads of a keyed hash (RFC 2104), computed once
  okey bytea NOT NULL
);

CREATE TABLE IF NOT EXISTS vb.login (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE,
  person_id bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('staff', 'family')),
  opened timestamptz NOT NULL DEFAULT clock_timestamp(),
  seen timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires timestamptz NOT NULL,
  revoked timestamptz
);
-- How long somebody may sit still before the login ends by itself.
ALTER TABLE vb.login ADD COLUMN IF NOT EXISTS idle interval NOT NULL DEFAULT '15 minutes'
  CHECK (idle BETWEEN '1 minute' AND '60 minutes');
CREATE INDEX IF NOT EXISTS login_by_person ON vb.login (person_id, kind);

-- The key of this database: 64 random bytes, folded with the pads of RFC 2104.
DO $$
DECLARE
  key bytea;
  inner_pad bytea := ''; outer_pad bytea := '';
BEGIN
  IF EXISTS (SELECT FROM vb.actor_key) THEN RETURN; END IF;
  SELECT string_agg(uuid_send(gen_random_uuid()), '') INTO key FROM generate_series(1, 4);
  FOR n IN 0..63 LOOP
    inner_pad := inner_pad || set_byte('\x00', 0, get_byte(key, n) # 54);
    outer_pad := outer_pad || set_byte('\x00', 0, get_byte(key, n) # 92);
  END LOOP;
  INSERT INTO vb.actor_key VALUES (inner_pad, outer_pad);
END $$;

REVOKE ALL ON vb.actor_key, vb.login FROM PUBLIC;
GRANT SELECT ON vb.actor_key TO vb_definer;
GRANT SELECT, INSERT, UPDATE ON vb.login TO vb_definer;

SET LOCAL ROLE vb_definer;
ALTER DEFAULT PRIVILEGES FOR ROLE vb_definer REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE OR REPLACE FUNCTION vb.sign(body text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = vb, pg_temp AS $$
DECLARE
  k vb.actor_key;
BEGIN
  SELECT * INTO STRICT k FROM vb.actor_key;
  RETURN encode(sha256(k.okey || sha256(k.ikey || convert_to(body, 'UTF8'))), 'hex');
END $$;

-- One part of who acts: 1 person, 2 unit, 3 kind, 4 assignment, 5 duties.
CREATE OR REPLACE FUNCTION vb.actor(part int) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = vb, pg_temp AS $$
DECLARE
  c text := nullif(current_setting('vb.actor', true), '');
  a text[];
  k vb.actor_key;
BEGIN
  IF c IS NULL THEN RETURN NULL; END IF;  -- nobody acts: nothing is seen
  a := string_to_array(c, '|');
  SELECT * INTO STRICT k FROM vb.actor_key;
  IF cardinality(a) <> 8
     OR a[6] <> pg_backend_pid()::text
     OR a[7] <> extract(epoch FROM transaction_timestamp())::text
     OR a[8] IS DISTINCT FROM encode(sha256(k.okey || sha256(k.ikey ||
          convert_to(array_to_string(a[1:7], '|'), 'UTF8'))), 'hex')
  THEN
    RAISE EXCEPTION 'forged or stale actor' USING ERRCODE = '28000';
  END IF;
  RETURN a[part];
END $$;

CREATE OR REPLACE FUNCTION vb.person() RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = vb, pg_temp AS $$
BEGIN
  RETURN nullif(vb.actor(1), '')::bigint;
END $$;

CREATE OR REPLACE FUNCTION vb.unit() RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = vb, pg_temp AS $$
BEGIN
  RETURN nullif(vb.actor(2), '')::bigint;
END $$;

CREATE OR REPLACE FUNCTION vb.kind() RETURNS text
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = vb, pg_temp AS $$
BEGIN
  RETURN vb.actor(3);
END $$;

CREATE OR REPLACE FUNCTION vb.duty(wanted text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = vb, pg_temp AS $$
BEGIN
  RETURN coalesce(wanted = ANY (string_to_array(vb.actor(5), ',')), false);
END $$;

-- The day it is where the children live, whatever time zone a connection has set for itself.
CREATE OR REPLACE FUNCTION vb.today() RETURNS date
LANGUAGE plpgsql STABLE SET search_path = vb, pg_temp AS $$
BEGIN
  RETURN (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date;
END $$;

-- The moment a day begins there.
CREATE OR REPLACE FUNCTION vb.midnight(day date) RETURNS timestamptz
LANGUAGE plpgsql IMMUTABLE SET search_path = vb, pg_temp AS $$
BEGIN
  RETURN midnight.day::timestamp AT TIME ZONE 'Europe/Stockholm';
END $$;

-- Opens a login for a person whose password or e-identification has just been verified.
-- The token is told once; the database keeps its hash.
DROP FUNCTION IF EXISTS vb.open_login(uuid, text);  -- it asks for one thing more now
CREATE OR REPLACE FUNCTION vb.open_login(person uuid, kind text, idle interval DEFAULT NULL)
RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = vb, pg_temp AS $$
DECLARE
  token text;
  who bigint;
BEGIN
  IF open_login.kind NOT IN ('staff', 'family') THEN
    RAISE EXCEPTION 'no such kind of login' USING ERRCODE = '22023';
  END IF;
  SELECT p.id INTO who FROM public.organisations_person p WHERE p.public_id = open_login.person;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such person' USING ERRCODE = '28000'; END IF;
  SELECT encode(sha256(string_agg(uuid_send(gen_random_uuid()), '')), 'hex')
    INTO token FROM generate_series(1, 4);
  INSERT INTO vb.login (token_hash, person_id, kind, expires, idle)
    VALUES (sha256(convert_to(token, 'UTF8')), who, open_login.kind,
            clock_timestamp() + interval '10 hours',
            coalesce(open_login.idle, CASE open_login.kind WHEN 'staff' THEN interval '15 minutes'
                                                           ELSE interval '30 minutes' END));
  RETURN token;
END $$;

CREATE OR REPLACE FUNCTION vb.close_login(token text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = vb, pg_temp AS $$
BEGIN
  UPDATE vb.login l SET revoked = clock_timestamp()
   WHERE l.token_hash = sha256(convert_to(close_login.token, 'UTF8')) AND l.revoked IS NULL;
END $$;

-- Gives an open login a new token, and lets the old one die: when somebody changes assignment, no copy of
-- the token from before is worth anything. It ends when it would have ended.
CREATE OR REPLACE FUNCTION vb.renew_login(token text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = vb, pg_temp AS $$
DECLARE
  l record;
  fresh text;
BEGIN
  UPDATE vb.login g SET revoked = clock_timestamp()
   WHERE g.token_hash = sha256(convert_to(renew_login.token, 'UTF8')) AND g.revoked IS NULL
     AND g.expires > statement_timestamp() AND g.seen > statement_timestamp() - g.idle
   RETURNING g.person_id, g.kind, g.expires, g.idle INTO l;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such login' USING ERRCODE = '28000'; END IF;
  SELECT encode(sha256(string_agg(uuid_send(gen_random_uuid()), '')), 'hex')
    INTO fresh FROM generate_series(1, 4);
  INSERT INTO vb.login (token_hash, person_id, kind, expires, idle)
    VALUES (sha256(convert_to(fresh, 'UTF8')), l.person_id, l.kind, l.expires, l.idle);
  RETURN fresh;
END $$;

-- The assignments that a staff login may act under now; none for a family login.
CREATE OR REPLACE FUNCTION vb.my_assignments(token text)
RETURNS TABLE (assignment uuid, title text, unit_name text, organisation_name text, workplace_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = vb, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT x.public_id, x.title::text, u.name::text, o.name::text, coalesce(w.name, '')::text
      FROM vb.login l
      JOIN public.organisations_assignment x ON x.person_id = l.person_id
      JOIN public.organisations_secrecyunit u ON u.id = x.unit_id
      JOIN public.organisations_organisation o ON o.id = u.organisation_id
      LEFT JOIN public.organisations_workplace w ON w.id = x.workplace_id
     WHERE l.token_hash = sha256(convert_to(my_assignments.token, 'UTF8'))
       AND l.kind = 'staff' AND l.revoked IS NULL AND l.expires > statement_timestamp()
       AND x.valid_from <= statement_timestamp() AND x.valid_to > statement_timestamp()
     ORDER BY x.id;
END $$;

-- Enters as the person whose token is at hand; staff under an assignment, family under none.
-- One actor per transaction. Answers what a page needs to know about who acts.
DROP FUNCTION IF EXISTS vb.enter(text, uuid);  -- its answer may have got another shape
CREATE FUNCTION vb.enter(token text, wanted uuid)
RETURNS TABLE (
  person_id bigint, person uuid, person_name text, kind text, unit_id bigint, unit uuid,
  unit_name text, area text, organisation_name text, title text, duties text[], several boolean,
  called text, workplace_name text, ends timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = vb, pg_temp AS $$
#variable_conflict use_column
DECLARE
  l record;
  x record;
  body text;
BEGIN
  IF nullif(current_setting('vb.actor', true), '') IS NOT NULL THEN
    RAISE EXCEPTION 'somebody acts already' USING ERRCODE = '28000';
  END IF;
  SELECT g.id, g.person_id, g.kind, g.seen, g.idle, g.expires, p.public_id,
         concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name) AS name,
         coalesce(nullif(p.name_used, ''), p.given_name) AS called
    INTO l
    FROM vb.login g JOIN public.organisations_person p ON p.id = g.person_id
   WHERE g.token_hash = sha256(convert_to(enter.token, 'UTF8'))
     AND g.revoked IS NULL AND g.expires > statement_timestamp()
     AND g.seen > statement_timestamp() - g.idle;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such actor' USING ERRCODE = '28000'; END IF;
  IF (l.kind = 'family') <> (enter.wanted IS NULL) THEN
    RAISE EXCEPTION 'no such actor' USING ERRCODE = '28000';
  END IF;
  SELECT a.unit_id, a.public_id, a.title, a.duties, u.public_id AS unit, u.name AS unit_name,
         u.area, o.name AS organisation_name, w.name AS workplace_name
    INTO x
    FROM public.organisations_assignment a
    JOIN public.organisations_secrecyunit u ON u.id = a.unit_id
    JOIN public.organisations_organisation o ON o.id = u.organisation_id
    LEFT JOIN public.organisations_workplace w ON w.id = a.workplace_id
   WHERE a.person_id = l.person_id AND a.public_id = enter.wanted
     AND a.valid_from <= statement_timestamp() AND a.valid_to > statement_timestamp();
  IF NOT FOUND AND l.kind = 'staff' THEN
    RAISE EXCEPTION 'no such actor' USING ERRCODE = '28000';
  END IF;
  IF l.seen < statement_timestamp() - interval '1 minute' THEN
    UPDATE vb.login SET seen = statement_timestamp() WHERE id = l.id;
    l.seen := statement_timestamp();
  END IF;
  body := array_to_string(ARRAY[
    l.person_id::text, coalesce(x.unit_id::text, ''), l.kind, coalesce(x.public_id::text, ''),
    coalesce(array_to_string(x.duties, ','), ''), pg_backend_pid()::text,
    extract(epoch FROM transaction_timestamp())::text], '|');
  PERFORM set_config('vb.actor', body || '|' || vb.sign(body), true);
  RETURN QUERY SELECT l.person_id, l.public_id, l.name::text, l.kind::text, x.unit_id, x.unit,
    x.unit_name::text, x.area::text, x.organisation_name::text, x.title::text, x.duties::text[],
    l.kind = 'staff' AND EXISTS (SELECT FROM public.organisations_assignment a
      WHERE a.person_id = l.person_id AND a.public_id <> enter.wanted
        AND a.valid_from <= statement_timestamp() AND a.valid_to > statement_timestamp()),
    l.called::text, coalesce(x.workplace_name, '')::text, least(l.expires, l.seen + l.idle);
END $$;

GRANT EXECUTE ON FUNCTION vb.actor(int), vb.person(), vb.unit(), vb.kind(), vb.duty(text),
  vb.enter(text, uuid), vb.my_assignments(text) TO vb_app;
GRANT EXECUTE ON FUNCTION vb.my_assignments(text), vb.open_login(uuid, text, interval), vb.close_login(text),
  vb.renew_login(text) TO vb_login;
