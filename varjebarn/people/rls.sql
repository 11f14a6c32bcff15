-- Children as units know them. A file is seen inside its own unit by those who are involved; a
-- protected one by named persons only. Involvement is read by the unit and made by the doors alone.

CALL vb.close_child_table('people_identifier');
CALL vb.close_child_table('people_guardian', ends => '{valid_to}');
CALL vb.close_child_table('people_namedreader', arrives => true);  -- with the protection of the other file
CALL vb.close_child_table('people_familyreader', ends => '{until}');
CALL vb.close_child_table('people_notice');
GRANT INSERT ON people_notice TO vb_app;
GRANT UPDATE (seen) ON people_notice TO vb_app;
GRANT INSERT, UPDATE ON people_notice TO vb_definer;
CALL vb.close_child_table('people_noticeseen');
GRANT INSERT ON people_noticeseen TO vb_app;
-- Nobody sees anything in somebody else's place.
DROP POLICY IF EXISTS seen_by_oneself ON people_noticeseen;
CREATE POLICY seen_by_oneself ON people_noticeseen AS RESTRICTIVE FOR INSERT TO vb_app
  WITH CHECK (person_id = (SELECT vb.person()));
GRANT INSERT ON people_guardian TO vb_app;
GRANT UPDATE (valid_to, custody, view_agreed, source) ON people_guardian TO vb_app;

-- People who act for a protected child are named; the restriction asks the file's own row.
ALTER TABLE people_childfile ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_childfile FORCE ROW LEVEL SECURITY;
REVOKE ALL ON people_childfile FROM vb_app, vb_login, vb_audit;
DROP POLICY IF EXISTS own_unit_involved ON people_childfile;
CREATE POLICY own_unit_involved ON people_childfile TO vb_app
  USING (
    unit_id = (SELECT vb.unit())
    AND EXISTS (
      SELECT 1 FROM people_involvement AS i
      WHERE i.unit_id = people_childfile.unit_id
        AND i.person_id = (SELECT vb.person())
        AND i.child_file_id = people_childfile.id
        AND i.valid_from <= statement_timestamp()
        AND i.valid_to > statement_timestamp()
      OFFSET 0
    )
  );
DROP POLICY IF EXISTS named_readers_only ON people_childfile;
CREATE POLICY named_readers_only ON people_childfile AS RESTRICTIVE TO vb_app
  USING (
    protection = 'none'
    OR EXISTS (
      SELECT 1 FROM people_namedreader AS n
      WHERE n.unit_id = people_childfile.unit_id
        AND n.child_file_id = people_childfile.id
        AND n.person_id = (SELECT vb.person())
      OFFSET 0
    )
  );
DROP POLICY IF EXISTS doors ON people_childfile;
CREATE POLICY doors ON people_childfile TO vb_definer USING (true) WITH CHECK (true);
GRANT SELECT ON people_childfile TO vb_app;
GRANT UPDATE (given_name, name_used, family_name, language, interpreter) ON people_childfile TO vb_app;

ALTER TABLE people_involvement ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_involvement FORCE ROW LEVEL SECURITY;
REVOKE ALL ON people_involvement FROM vb_app, vb_login, vb_audit;
DROP POLICY IF EXISTS own_unit ON people_involvement;
CREATE POLICY own_unit ON people_involvement FOR SELECT TO vb_app
  USING (unit_id = (SELECT vb.unit()));  -- points at no other table
DROP POLICY IF EXISTS doors ON people_involvement;
CREATE POLICY doors ON people_involvement TO vb_definer USING (true) WITH CHECK (true);
-- Why somebody is involved says something about the child: only the columns that policies ask about.
GRANT SELECT (id, public_id, unit_id, child_file_id, person_id, role, valid_from, valid_to)
  ON people_involvement TO vb_app;

ALTER TABLE people_caseload ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_caseload FORCE ROW LEVEL SECURITY;
REVOKE ALL ON people_caseload FROM vb_app, vb_login, vb_audit;
DROP POLICY IF EXISTS mine ON people_caseload;
CREATE POLICY mine ON people_caseload FOR SELECT TO vb_app
  USING (
    unit_id = (SELECT vb.unit())
    AND person_id = (SELECT vb.person())
    AND until > statement_timestamp()
    AND EXISTS (  -- neither before a period begins nor between two of them
      SELECT 1 FROM people_involvement AS i
      WHERE i.unit_id = people_caseload.unit_id
        AND i.person_id = (SELECT vb.person())
        AND i.child_file_id = people_caseload.child_file_id
        AND i.valid_from <= statement_timestamp()
        AND i.valid_to > statement_timestamp()
      OFFSET 0
    )
  );
DROP POLICY IF EXISTS doors ON people_caseload;
CREATE POLICY doors ON people_caseload TO vb_definer USING (true) WITH CHECK (true);
GRANT SELECT ON people_caseload TO vb_app;

ALTER TABLE people_familyaccess ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_familyaccess FORCE ROW LEVEL SECURITY;
REVOKE ALL ON people_familyaccess FROM vb_app, vb_login, vb_audit;
DROP POLICY IF EXISTS own_access ON people_familyaccess;
CREATE POLICY own_access ON people_familyaccess FOR SELECT TO vb_app
  USING (person_id = (SELECT vb.person()) AND (SELECT vb.kind()) = 'family');
DROP POLICY IF EXISTS doors ON people_familyaccess;
CREATE POLICY doors ON people_familyaccess TO vb_definer USING (true) WITH CHECK (true);
GRANT SELECT ON people_familyaccess TO vb_app;

GRANT INSERT ON people_childfile, people_identifier, people_involvement, people_namedreader,
  people_caseload, people_familyaccess, people_familyreader, people_guardian TO vb_definer;
GRANT SELECT ON people_childfile, people_involvement, people_caseload, people_familyaccess TO vb_definer;
GRANT UPDATE ON people_childfile, people_involvement, people_caseload, people_familyaccess,
  people_familyreader, people_guardian TO vb_definer;

-- A planner's estimate must not tell which names or numbers other units know (CVE-2025-8713's kin).
ALTER TABLE people_childfile ALTER COLUMN given_name SET STATISTICS 0, ALTER COLUMN name_used SET STATISTICS 0,
  ALTER COLUMN family_name SET STATISTICS 0, ALTER COLUMN born SET STATISTICS 0;
ALTER TABLE people_identifier ALTER COLUMN value SET STATISTICS 0, ALTER COLUMN value_hash SET STATISTICS 0;
ALTER TABLE people_caseload ALTER COLUMN name SET STATISTICS 0, ALTER COLUMN born SET STATISTICS 0;
ALTER TABLE people_guardian ALTER COLUMN name SET STATISTICS 0, ALTER COLUMN person_ref SET STATISTICS 0;
ALTER TABLE people_childfile ALTER COLUMN id SET GENERATED ALWAYS;
ALTER TABLE people_involvement ALTER COLUMN id SET GENERATED ALWAYS;
ALTER TABLE people_caseload ALTER COLUMN id SET GENERATED ALWAYS;

-- Custody decides who is sent what: no row of it is written without a line in the log.
CREATE OR REPLACE FUNCTION vb.guardian_is_logged() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF NEW.unit_id = vb.unit() THEN  -- what a door writes elsewhere it logs there itself
    PERFORM vb.record('guardian.written', NEW.child_file_id, NEW.public_id, '', NULL);
  END IF;
  RETURN NULL;
END $$;
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'guardian_is_logged') THEN
    CREATE TRIGGER guardian_is_logged AFTER INSERT OR UPDATE ON people_guardian
      FOR EACH ROW EXECUTE FUNCTION vb.guardian_is_logged();
  END IF;
END $$;

-- Joining burns the numbers that a new file would have taken, so that both look alike from outside.
GRANT USAGE ON SEQUENCE people_childfile_id_seq, people_identifier_id_seq TO vb_definer;

SET LOCAL ROLE vb_definer;

-- The day on which somebody reaches an age. Born on 29 February: 1 March in other years.
CREATE OR REPLACE FUNCTION vb.birthday(born date, years int) RETURNS date
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = public, vb, pg_temp AS $$
DECLARE
  day date := (birthday.born + make_interval(years => birthday.years))::date;
BEGIN
  RETURN CASE WHEN extract(day FROM birthday.born) = 29 AND extract(day FROM day) = 28 THEN day + 1 ELSE day END;
END $$;

-- Whether the acting person is involved with a file of the acting unit, now.
CREATE OR REPLACE FUNCTION vb.is_involved(child_file bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN vb.unit() IS NOT NULL AND EXISTS (
    SELECT FROM people_involvement i JOIN people_childfile f ON f.unit_id = i.unit_id AND f.id = i.child_file_id
     WHERE i.unit_id = vb.unit() AND i.person_id = vb.person() AND i.child_file_id = is_involved.child_file
       AND i.valid_from <= statement_timestamp() AND i.valid_to > statement_timestamp()
       AND (f.protection = 'none' OR EXISTS (
         SELECT FROM people_namedreader n WHERE n.unit_id = f.unit_id AND n.child_file_id = f.id
            AND n.person_id = vb.person())));
END $$;

-- A key from no sequence: how many rows a door wrote for others must not show in one's own next key.
CREATE OR REPLACE FUNCTION vb.some_key() RETURNS bigint
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  SELECT ('x' || substr(replace(gen_random_uuid()::text, '-', ''), 17, 15))::bit(60)::bigint
$$;

-- Whether the acting assignment has to do with children at all. A keeper's or a reviewer's has not.
CREATE OR REPLACE FUNCTION vb.works_with_children() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN vb.kind() = 'staff' AND (vb.duty('professional') OR vb.duty('contact') OR vb.duty('intake')
    OR vb.duty('manager'));
END $$;

-- Who in the acting unit may open a file, and why; for those who are involved themselves.
CREATE OR REPLACE FUNCTION vb.involved(child_file bigint)
RETURNS TABLE (involvement uuid, person_id bigint, role text, reason text, valid_from timestamptz,
               valid_to timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT i.public_id, i.person_id, i.role, i.reason, i.valid_from, i.valid_to
      FROM people_involvement i
     WHERE i.unit_id = vb.unit() AND i.child_file_id = involved.child_file
       AND vb.is_involved(involved.child_file)
       AND i.valid_from <= statement_timestamp() AND i.valid_to > statement_timestamp()
     ORDER BY i.valid_from, i.public_id;
END $$;

-- Rewrites the lines of the list "my children" for one file. A protected child has none.
CREATE OR REPLACE FUNCTION vb.project(unit bigint, child_file bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  INSERT INTO people_caseload
    (id, unit_id, child_file_id, person_id, name, born, public_id, status, next_follow_up, until)
    OVERRIDING SYSTEM VALUE
  SELECT vb.some_key(), f.unit_id, f.id, i.person_id,
         concat_ws(' ', coalesce(nullif(f.name_used, ''), f.given_name), f.family_name), f.born,
         f.public_id, 'open',
         (SELECT c.next_follow_up FROM people_caseload c
           WHERE c.unit_id = f.unit_id AND c.child_file_id = f.id LIMIT 1),
         CASE WHEN f.protection = 'none' AND f.joined_into IS NULL THEN max(i.valid_to)
              ELSE '-infinity'::timestamptz END
    FROM people_childfile f
    JOIN people_involvement i ON i.unit_id = f.unit_id AND i.child_file_id = f.id
   WHERE f.unit_id = project.unit AND f.id = project.child_file AND f.protection = 'none'
   GROUP BY f.unit_id, f.id, i.person_id
  ON CONFLICT (unit_id, person_id, child_file_id)
    DO UPDATE SET name = excluded.name, born = excluded.born, until = excluded.until;
END $$;

CREATE OR REPLACE FUNCTION vb.note_follow_up(child_file bigint, day date) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF NOT vb.is_involved(note_follow_up.child_file) THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  UPDATE people_caseload c SET next_follow_up = note_follow_up.day
   WHERE c.unit_id = vb.unit() AND c.child_file_id = note_follow_up.child_file;
END $$;

-- Opens a file in the acting unit, with the opener as the first involved. If the unit already
-- knows one of the identifiers it answers alike: joining is the intake's work.
-- A protected child's opener becomes its first named reader.
CREATE OR REPLACE FUNCTION vb.open_file(
  given_name text, name_used text, family_name text, born date, language text, interpreter text,
  protection text, identifiers jsonb, person_ref uuid, reason text, request uuid)
RETURNS TABLE (id bigint, public_id uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
DECLARE
  made bigint;
  made_public uuid;
BEGIN
  IF vb.unit() IS NULL OR NOT vb.works_with_children() THEN
    RAISE EXCEPTION 'no unit acts' USING ERRCODE = '42501';
  END IF;
  IF trim(open_file.reason) = '' THEN RAISE EXCEPTION 'a reason is needed' USING ERRCODE = '23514'; END IF;
  INSERT INTO people_childfile (public_id, unit_id, person_ref, given_name, name_used, family_name,
      born, language, interpreter, protection, filed, opened)
    VALUES (gen_random_uuid(), vb.unit(), open_file.person_ref, open_file.given_name,
      open_file.name_used, open_file.family_name, open_file.born, open_file.language,
      open_file.interpreter, open_file.protection, true, clock_timestamp())
    RETURNING people_childfile.id, people_childfile.public_id INTO made, made_public;
  INSERT INTO people_identifier (unit_id, child_file_id, system, value, value_hash)
    SELECT DISTINCT vb.unit(), made, x.system, x.value, vb.identity_hash(x.system, x.value)
      FROM jsonb_to_recordset(open_file.identifiers) AS x (system text, value text);
  INSERT INTO people_involvement (public_id, unit_id, child_file_id, person_id, role, reason,
      valid_from, valid_to, made_by_id)
    VALUES (gen_random_uuid(), vb.unit(), made, vb.person(), 'team', open_file.reason,
      statement_timestamp(), '9999-12-31Z', vb.person());
  IF open_file.protection <> 'none' THEN
    INSERT INTO people_namedreader (unit_id, child_file_id, person_id) VALUES (vb.unit(), made, vb.person());
  END IF;
  PERFORM vb.project(vb.unit(), made);
  PERFORM vb.append(vb.unit(), made, 'file.opened', made_public, open_file.reason, open_file.request);
  RETURN QUERY SELECT made, made_public;
END $$;

-- Involves a colleague with a child: by somebody who is involved herself, or by the unit's manager.
CREATE OR REPLACE FUNCTION vb.involve(
  child_file uuid, person uuid, role text, reason text, valid_to timestamptz, request uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
DECLARE
  f record;
  who bigint;
  made uuid;
BEGIN
  SELECT x.id, x.protection INTO f FROM people_childfile x
   WHERE x.unit_id = vb.unit() AND x.public_id = involve.child_file AND x.joined_into IS NULL;
  IF NOT FOUND OR NOT (vb.is_involved(f.id) OR (vb.duty('manager') AND f.protection = 'none')) THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  -- An hour behind broken glass, or the intake's look at what has arrived, lets nobody else in.
  IF NOT vb.duty('manager') AND NOT EXISTS (
    SELECT FROM people_involvement i WHERE i.unit_id = vb.unit() AND i.child_file_id = f.id
       AND i.person_id = vb.person() AND i.role NOT IN ('break_glass', 'intake')
       AND i.valid_from <= statement_timestamp() AND i.valid_to > statement_timestamp())
  THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  IF involve.role NOT IN ('team', 'contact', 'lead') OR trim(involve.reason) = '' THEN
    RAISE EXCEPTION 'no such role, or no reason' USING ERRCODE = '23514';
  END IF;
  SELECT p.id INTO who FROM organisations_person p JOIN organisations_assignment a ON a.person_id = p.id
   WHERE p.public_id = involve.person AND a.unit_id = vb.unit()
     AND a.valid_from <= statement_timestamp() AND a.valid_to > statement_timestamp()
   LIMIT 1;
  IF NOT FOUND THEN RAISE EXCEPTION 'nobody of this unit' USING ERRCODE = '42501'; END IF;
  -- Who leads the unit lets others in, never herself: her duty opens no child (R29).
  IF who = vb.person() AND NOT vb.is_involved(f.id) THEN
    RAISE EXCEPTION 'not oneself' USING ERRCODE = '42501';
  END IF;
  IF f.protection <> 'none' AND NOT EXISTS (
    SELECT FROM people_namedreader n WHERE n.unit_id = vb.unit() AND n.child_file_id = f.id AND n.person_id = who)
  THEN
    RAISE EXCEPTION 'only named persons' USING ERRCODE = '42501';
  END IF;
  INSERT INTO people_involvement (public_id, unit_id, child_file_id, person_id, role, reason,
      valid_from, valid_to, made_by_id)
    VALUES (gen_random_uuid(), vb.unit(), f.id, who, involve.role, involve.reason,
      statement_timestamp(), coalesce(involve.valid_to, '9999-12-31Z'), vb.person())
    RETURNING public_id INTO made;
  PERFORM vb.project(vb.unit(), f.id);
  PERFORM vb.append(vb.unit(), f.id, 'involvement.made', made, involve.reason, involve.request);
  RETURN made;
END $$;

-- Ends an involvement from this moment; it is never prolonged or deleted.
CREATE OR REPLACE FUNCTION vb.release(involvement uuid, reason text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  i record;
BEGIN
  SELECT x.id, x.child_file_id, x.person_id INTO i FROM people_involvement x
   WHERE x.unit_id = vb.unit() AND x.public_id = release.involvement AND x.valid_to > statement_timestamp()
   FOR UPDATE;
  IF NOT FOUND OR NOT (vb.duty('manager') OR EXISTS (
    SELECT FROM people_involvement x WHERE x.unit_id = vb.unit() AND x.child_file_id = i.child_file_id
       AND x.person_id = vb.person() AND x.role NOT IN ('break_glass', 'intake')
       AND x.valid_from <= statement_timestamp() AND x.valid_to > statement_timestamp())) THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  UPDATE people_involvement SET valid_to = statement_timestamp() WHERE id = i.id;
  PERFORM vb.project(vb.unit(), i.child_file_id);
  PERFORM vb.append(vb.unit(), i.child_file_id, 'involvement.ended', release.involvement, release.reason, release.request);
END $$;

-- Ends what a family member may open of this unit's deliveries: custody has ended, or the view closes.
CREATE OR REPLACE FUNCTION vb.close_family_access(child_file bigint, person uuid, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  who bigint;
  copy record;
  files bigint[];  -- the file, and those that have been made one with it
BEGIN
  IF NOT vb.is_involved(close_family_access.child_file) THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  SELECT p.id INTO who FROM organisations_person p WHERE p.public_id = close_family_access.person;
  SELECT array_agg(f.id) INTO files FROM people_childfile f
   WHERE f.unit_id = vb.unit()
     AND (f.id = close_family_access.child_file OR f.joined_into = close_family_access.child_file);
  UPDATE people_guardian g SET valid_to = statement_timestamp()
   WHERE g.unit_id = vb.unit() AND g.child_file_id = ANY (files)
     AND g.child_file_id <> close_family_access.child_file AND vb.is_involved(g.child_file_id)
     AND g.person_ref = close_family_access.person AND g.valid_to > statement_timestamp();
  UPDATE people_familyaccess a SET valid_to = statement_timestamp()
    FROM people_childfile f
   WHERE f.unit_id = vb.unit() AND f.id = ANY (files)
     AND a.unit_id = f.unit_id AND a.child_ref = f.public_id AND a.person_id = who
     AND a.valid_to > statement_timestamp();
  UPDATE people_familyreader r SET until = statement_timestamp()
   WHERE r.unit_id = vb.unit() AND r.child_file_id = ANY (files) AND r.person_id = who;
  -- Units that know of this guardian only by this unit's consent learn that it is so no longer. What a
  -- unit has checked by itself it also ends by itself.
  FOR copy IN
    UPDATE people_guardian g SET valid_to = statement_timestamp()
      FROM disclosure_consent mine
      JOIN disclosure_consent theirs ON theirs.ref = mine.ref AND NOT theirs.is_origin
     WHERE mine.unit_id = vb.unit() AND mine.child_file_id = ANY (files) AND mine.is_origin
       AND g.unit_id = theirs.unit_id AND g.child_file_id = theirs.child_file_id
       AND g.person_ref = close_family_access.person AND g.source LIKE 'Enligt samtycket från %'
       AND g.valid_to > statement_timestamp()
    RETURNING g.unit_id, g.child_file_id
  LOOP
    UPDATE people_familyaccess a SET valid_to = statement_timestamp()
      FROM people_childfile f
     WHERE f.unit_id = copy.unit_id AND f.id = copy.child_file_id AND a.unit_id = f.unit_id
       AND a.child_ref = f.public_id AND a.person_id = who AND a.valid_to > statement_timestamp();
    UPDATE people_familyreader r SET until = statement_timestamp()
     WHERE r.unit_id = copy.unit_id AND r.child_file_id = copy.child_file_id AND r.person_id = who;
    PERFORM vb.append(copy.unit_id, copy.child_file_id, 'family_access.closed', close_family_access.person, '',
                      close_family_access.request);
  END LOOP;
  PERFORM vb.append(vb.unit(), close_family_access.child_file, 'family_access.closed', close_family_access.person, '',
                    close_family_access.request);
END $$;

GRANT EXECUTE ON FUNCTION vb.birthday(date, int), vb.is_involved(bigint), vb.involved(bigint), vb.note_follow_up(bigint, date),
  vb.open_file(text, text, text, date, text, text, text, jsonb, uuid, text, uuid),
  vb.involve(uuid, uuid, text, text, timestamptz, uuid), vb.release(uuid, text, uuid),
  vb.close_family_access(bigint, uuid, uuid) TO vb_app;
