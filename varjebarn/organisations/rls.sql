-- Organisations, units and workplaces are no secret. Who works where is told to staff. Which other
-- people can log in (children, guardians) is told to nobody.

CREATE TABLE IF NOT EXISTS vb.identity_key (key bytea NOT NULL);
INSERT INTO vb.identity_key
  SELECT string_agg(uuid_send(gen_random_uuid()), '') FROM generate_series(1, 4)
  HAVING NOT EXISTS (SELECT FROM vb.identity_key);  -- an aggregate without rows is a row of null
REVOKE ALL ON vb.identity_key FROM PUBLIC;
GRANT SELECT ON vb.identity_key TO vb_definer;

GRANT SELECT ON organisations_organisation, organisations_secrecyunit, organisations_workplace,
  organisations_person, organisations_assignment TO vb_app, vb_definer;
GRANT INSERT ON organisations_person, organisations_assignment TO vb_definer;
GRANT UPDATE (valid_to) ON organisations_assignment TO vb_definer;

ALTER TABLE organisations_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_person FORCE ROW LEVEL SECURITY;
ALTER TABLE organisations_assignment ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_assignment FORCE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS staff_know_assignments ON organisations_assignment;
CREATE POLICY staff_know_assignments ON organisations_assignment FOR SELECT TO vb_app
  USING ((SELECT vb.kind()) = 'staff');
DROP POLICY IF EXISTS staff_and_oneself ON organisations_person;
CREATE POLICY staff_and_oneself ON organisations_person FOR SELECT TO vb_app
  USING (
    id = (SELECT vb.person())
    OR EXISTS (SELECT 1 FROM organisations_assignment AS a WHERE a.person_id = organisations_person.id OFFSET 0)
  );
DROP POLICY IF EXISTS doors ON organisations_person;
CREATE POLICY doors ON organisations_person TO vb_definer USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS doors ON organisations_assignment;
CREATE POLICY doors ON organisations_assignment TO vb_definer USING (true) WITH CHECK (true);
-- Reference data is loaded by the owner: each unit's first keeper, nobody else.
DROP POLICY IF EXISTS reference_data ON organisations_person;
CREATE POLICY reference_data ON organisations_person TO vb_owner USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS reference_data ON organisations_assignment;
CREATE POLICY reference_data ON organisations_assignment TO vb_owner
  USING (duties <@ ARRAY['keeper', 'county']::text[]) WITH CHECK (duties <@ ARRAY['keeper', 'county']::text[]);

SET LOCAL ROLE vb_definer;

-- A keyed hash of an identifier, for exact matching and nothing else.
CREATE OR REPLACE FUNCTION vb.identity_hash(system text, value text) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = vb, pg_temp AS $$
DECLARE
  k bytea;
BEGIN
  SELECT key INTO STRICT k FROM vb.identity_key;
  RETURN sha256(k || sha256(k || convert_to(system || '|' || value, 'UTF8')));
END $$;

-- The person behind a child's or guardian's e-identification, made if not there. Answers with a
-- uuid either way, so that nobody learns whether that person was known.
CREATE OR REPLACE FUNCTION vb.family_person(
  system text, value text, given_name text, name_used text, family_name text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  hash bytea := vb.identity_hash(family_person.system, family_person.value);
  answer uuid;
BEGIN
  IF vb.kind() IS DISTINCT FROM 'staff' OR NOT vb.works_with_children() THEN
    RAISE EXCEPTION 'only staff' USING ERRCODE = '42501';
  END IF;
  SELECT p.public_id INTO answer FROM organisations_person p WHERE p.identity_hash = hash;
  IF FOUND THEN RETURN answer; END IF;
  INSERT INTO organisations_person (public_id, given_name, name_used, family_name, identity_hash)
    VALUES (gen_random_uuid(), family_person.given_name, family_person.name_used,
            family_person.family_name, hash)
    RETURNING public_id INTO answer;
  RETURN answer;
END $$;

-- The keeper adds a person to the staff of the acting unit, with an assignment. Never for oneself.
CREATE OR REPLACE FUNCTION vb.assign(
  person uuid, given_name text, family_name text, workplace uuid, title text, duties text[],
  valid_from timestamptz, valid_to timestamptz) RETURNS TABLE (person_id uuid, assignment uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
DECLARE
  who bigint;
  who_public uuid := assign.person;
  place bigint;
  made uuid;
BEGIN
  IF vb.unit() IS NULL OR NOT vb.duty('keeper') THEN
    RAISE EXCEPTION 'not the keeper of this unit' USING ERRCODE = '42501';
  END IF;
  IF NOT assign.duties <@ ARRAY['professional', 'contact', 'intake', 'manager', 'log_reviewer', 'keeper'] THEN
    RAISE EXCEPTION 'a unit gives no county duty' USING ERRCODE = '42501';
  END IF;
  IF assign.workplace IS NOT NULL THEN
    SELECT w.id INTO place FROM organisations_workplace w
     WHERE w.public_id = assign.workplace AND w.unit_id = vb.unit();
    IF NOT FOUND THEN RAISE EXCEPTION 'no such workplace here' USING ERRCODE = '42501'; END IF;
  END IF;
  IF who_public IS NULL THEN
    INSERT INTO organisations_person (public_id, given_name, name_used, family_name)
      VALUES (gen_random_uuid(), assign.given_name, '', assign.family_name)
      RETURNING id, public_id INTO who, who_public;
  ELSE
    SELECT p.id INTO who FROM organisations_person p WHERE p.public_id = who_public
       AND EXISTS (SELECT FROM organisations_assignment a WHERE a.person_id = p.id);
    IF NOT FOUND THEN RAISE EXCEPTION 'no such member of staff' USING ERRCODE = '42501'; END IF;
  END IF;
  IF who = vb.person() THEN
    RAISE EXCEPTION 'nobody changes their own duties' USING ERRCODE = '42501';
  END IF;
  INSERT INTO organisations_assignment
    (public_id, person_id, unit_id, workplace_id, title, duties, valid_from, valid_to)
  VALUES (gen_random_uuid(), who, vb.unit(), place, assign.title, assign.duties, assign.valid_from,
          coalesce(assign.valid_to, '9999-12-31Z'))
  RETURNING public_id INTO made;
  RETURN QUERY SELECT who_public, made;
END $$;

CREATE OR REPLACE FUNCTION vb.end_assignment(assignment uuid, at timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF vb.unit() IS NULL OR NOT vb.duty('keeper') THEN
    RAISE EXCEPTION 'not the keeper of this unit' USING ERRCODE = '42501';
  END IF;
  UPDATE organisations_assignment a
     SET valid_to = greatest(end_assignment.at, a.valid_from + interval '1 second')
   WHERE a.public_id = end_assignment.assignment AND a.unit_id = vb.unit()
     AND a.person_id <> vb.person() AND a.valid_to > end_assignment.at;  -- ended earlier, never prolonged
  IF NOT FOUND THEN RAISE EXCEPTION 'no such assignment here' USING ERRCODE = '42501'; END IF;
  -- Who no longer holds the intake is let in to nothing by it.
  UPDATE people_involvement i SET valid_to = greatest(end_assignment.at, i.valid_from, statement_timestamp())
    FROM organisations_assignment gone
   WHERE gone.public_id = end_assignment.assignment AND i.unit_id = vb.unit() AND i.person_id = gone.person_id
     AND i.role = 'intake' AND i.valid_to > end_assignment.at
     AND NOT EXISTS (SELECT FROM organisations_assignment a WHERE a.unit_id = vb.unit()
           AND a.person_id = gone.person_id AND a.id <> gone.id AND 'intake' = ANY (a.duties)
           AND a.valid_to > end_assignment.at);
END $$;

GRANT EXECUTE ON FUNCTION vb.family_person(text, text, text, text, text),
  vb.assign(uuid, text, text, uuid, text, text[], timestamptz, timestamptz),
  vb.end_assignment(uuid, timestamptz) TO vb_app;
