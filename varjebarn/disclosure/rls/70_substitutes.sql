-- Who acts in a guardian's place: registered by the unit, with matters, period and source (R18).

SET LOCAL ROLE vb_definer;

-- The matters that each kind of substitute can act in.
CREATE OR REPLACE FUNCTION vb.matters_of(kind text) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE kind
    WHEN 'god_man' THEN ARRAY['everything']
    WHEN 'special_guardian' THEN ARRAY['everything']
    WHEN 'temporary_guardian' THEN ARRAY['everything']
    WHEN 'special_representative' THEN ARRAY['crime']
    WHEN 'social_board' THEN ARRAY['everyday', 'health', 'psychiatry', 'outpatient', 'contact_person', 'lss',
                                   'school', 'care']
    WHEN 'sheltered_guardian' THEN ARRAY['health', 'outpatient', 'school']
    ELSE ARRAY[]::text[] END
$$;

-- A file's questions wait while it is settled who decides: a delivery takes the same rows.
CREATE OR REPLACE FUNCTION vb.lock_questions(child_file bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  PERFORM 1 FROM vb.consent_anchor a
    JOIN disclosure_consent c ON c.ref = a.id AND c.unit_id = vb.unit() AND c.child_file_id = lock_questions.child_file
   ORDER BY a.id FOR UPDATE OF a;
END $$;

-- Registers a substitute. The replaced guardians are suspended in its matters, and in no others.
CREATE OR REPLACE FUNCTION vb.register_substitute(
  child_file bigint, kind text, person uuid, name text, matters text[], replaces uuid[], view_agreed boolean,
  source text, valid_from timestamptz, valid_to timestamptz, request uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  made uuid := gen_random_uuid();
  copy record;
BEGIN
  IF NOT vb.is_involved(register_substitute.child_file) OR NOT vb.works_with_children() THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  IF trim(register_substitute.name) = '' OR trim(register_substitute.source) = ''
     OR cardinality(register_substitute.matters) = 0
     OR NOT register_substitute.matters <@ vb.matters_of(register_substitute.kind)
     OR (register_substitute.kind = 'social_board') <> (register_substitute.person IS NULL)
     OR register_substitute.valid_to <= register_substitute.valid_from THEN
    RAISE EXCEPTION 'no such substitute' USING ERRCODE = '23514';
  END IF;
  IF EXISTS (SELECT FROM unnest(register_substitute.replaces) AS r (ref)
      WHERE r.ref = register_substitute.person OR NOT EXISTS (
        SELECT FROM people_guardian g WHERE g.unit_id = vb.unit() AND g.child_file_id = register_substitute.child_file
           AND g.person_ref = r.ref AND g.custody)) THEN
    RAISE EXCEPTION 'only a guardian is replaced' USING ERRCODE = '42501';
  END IF;
  PERFORM vb.lock_questions(register_substitute.child_file);
  INSERT INTO disclosure_substitute (public_id, unit_id, child_file_id, kind, person_ref, name, matters, replaces,
      view_agreed, source, registered_by_id, valid_from, valid_to)
    VALUES (made, vb.unit(), register_substitute.child_file, register_substitute.kind, register_substitute.person,
      trim(register_substitute.name), register_substitute.matters, register_substitute.replaces,
      register_substitute.view_agreed, trim(register_substitute.source), vb.person(), register_substitute.valid_from,
      register_substitute.valid_to);
  INSERT INTO disclosure_suspension (person_id, unit_id, child_ref, matter, substitute_ref, valid_from, valid_to)
    SELECT p.id, vb.unit(), f.public_id, m.matter, made, register_substitute.valid_from, register_substitute.valid_to
      FROM organisations_person p, people_childfile f, unnest(register_substitute.matters) AS m (matter)
     WHERE p.public_id = ANY (register_substitute.replaces) AND f.unit_id = vb.unit()
       AND f.id = register_substitute.child_file;
  -- Units that know of a guardian only by this unit's consent send nothing past it either. What a unit
  -- has checked by itself it also registers by itself.
  FOR copy IN
    SELECT DISTINCT g.unit_id, g.child_file_id, f.public_id, p.id AS person_id
      FROM disclosure_consent mine
      JOIN disclosure_consent theirs ON theirs.ref = mine.ref AND NOT theirs.is_origin
      JOIN people_guardian g ON g.unit_id = theirs.unit_id AND g.child_file_id = theirs.child_file_id
       AND g.person_ref = ANY (register_substitute.replaces) AND g.source LIKE 'Enligt samtycket från %'
       AND g.valid_to > statement_timestamp()
      JOIN people_childfile f ON f.unit_id = g.unit_id AND f.id = g.child_file_id
      JOIN organisations_person p ON p.public_id = g.person_ref
     WHERE mine.unit_id = vb.unit() AND mine.child_file_id = register_substitute.child_file AND mine.is_origin
  LOOP
    INSERT INTO disclosure_suspension (person_id, unit_id, child_ref, matter, substitute_ref, valid_from, valid_to)
      SELECT copy.person_id, copy.unit_id, copy.public_id, m.matter, made, register_substitute.valid_from,
             register_substitute.valid_to
        FROM unnest(register_substitute.matters) AS m (matter);
    PERFORM vb.append(copy.unit_id, copy.child_file_id, 'family_access.suspended', made, '', register_substitute.request);
  END LOOP;
  PERFORM vb.append(vb.unit(), register_substitute.child_file, 'substitute.registered', made, '',
                    register_substitute.request);
  RETURN made;
END $$;

-- Ends a substitute's time: the guardian is suspended no longer, and the substitute sees nothing more.
CREATE OR REPLACE FUNCTION vb.end_substitute(wanted uuid, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  s record;
BEGIN
  SELECT x.id, x.child_file_id, x.person_ref INTO s FROM disclosure_substitute x
   WHERE x.public_id = end_substitute.wanted AND x.unit_id = vb.unit() AND x.valid_to > statement_timestamp();
  IF NOT FOUND OR NOT vb.is_involved(s.child_file_id) OR NOT vb.works_with_children() THEN
    RAISE EXCEPTION 'no such substitute' USING ERRCODE = '42501';
  END IF;
  PERFORM vb.lock_questions(s.child_file_id);
  UPDATE disclosure_substitute SET valid_to = greatest(statement_timestamp(), valid_from) WHERE id = s.id;
  UPDATE disclosure_suspension SET valid_to = greatest(statement_timestamp(), valid_from)
   WHERE substitute_ref = end_substitute.wanted;
  IF s.person_ref IS NOT NULL AND NOT EXISTS (
    SELECT FROM people_guardian g WHERE g.unit_id = vb.unit() AND g.child_file_id = s.child_file_id
       AND g.person_ref = s.person_ref AND g.custody AND g.valid_to > statement_timestamp()) THEN
    PERFORM vb.close_family_access(s.child_file_id, s.person_ref, end_substitute.request);
  END IF;
  PERFORM vb.append(vb.unit(), s.child_file_id, 'substitute.ended', end_substitute.wanted, '', end_substitute.request);
END $$;

-- When two files become one, whoever acts in a guardian's place on the older one does so on the other too.
CREATE OR REPLACE FUNCTION vb.carry_substitutes(from_file bigint, to_file bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  s record; made uuid;
BEGIN
  FOR s IN SELECT x.* FROM disclosure_substitute x
            WHERE x.unit_id = vb.unit() AND x.child_file_id = carry_substitutes.from_file
              AND x.valid_to > statement_timestamp() ORDER BY x.id
  LOOP
    made := gen_random_uuid();
    INSERT INTO disclosure_substitute (public_id, unit_id, child_file_id, kind, person_ref, name, matters, replaces,
        view_agreed, source, registered_by_id, valid_from, valid_to)
      VALUES (made, s.unit_id, carry_substitutes.to_file, s.kind, s.person_ref, s.name, s.matters, s.replaces,
        s.view_agreed, s.source, s.registered_by_id, s.valid_from, s.valid_to);
    INSERT INTO disclosure_suspension (person_id, unit_id, child_ref, matter, substitute_ref, valid_from, valid_to)
      SELECT p.id, s.unit_id, f.public_id, m.matter, made, s.valid_from, s.valid_to
        FROM organisations_person p, people_childfile f, unnest(s.matters) AS m (matter)
       WHERE p.public_id = ANY (s.replaces) AND f.unit_id = s.unit_id AND f.id = carry_substitutes.to_file;
  END LOOP;
END $$;

GRANT EXECUTE ON FUNCTION
  vb.register_substitute(bigint, text, uuid, text, text[], uuid[], boolean, text, timestamptz, timestamptz, uuid),
  vb.end_substitute(uuid, uuid) TO vb_app;
