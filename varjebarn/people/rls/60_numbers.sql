-- A child's numbers over time, and two files on the same child made one: both histories are kept (R43).

GRANT UPDATE (ended) ON people_identifier TO vb_definer;

SET LOCAL ROLE vb_definer;

-- Whether the acting person works with a file: neither behind broken glass nor as its intake.
CREATE OR REPLACE FUNCTION vb.works_with(child_file bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN vb.is_involved(works_with.child_file) AND EXISTS (
    SELECT FROM people_involvement i
     WHERE i.unit_id = vb.unit() AND i.child_file_id = works_with.child_file AND i.person_id = vb.person()
       AND i.role NOT IN ('break_glass', 'intake')
       AND i.valid_from <= statement_timestamp() AND i.valid_to > statement_timestamp());
END $$;

-- Registers a number on a file. One that it takes the place of is kept, with the day; the log says what
-- kind of number it is and never which. The answer is the same whether another file has it.
CREATE OR REPLACE FUNCTION vb.add_identifier(
  child_file bigint, system text, value text, replaces bigint, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF NOT vb.works_with(add_identifier.child_file) THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  IF add_identifier.system NOT IN ('personnummer', 'samordningsnummer', 'school_temporary', 'local')
     OR trim(add_identifier.value) = '' THEN
    RAISE EXCEPTION 'no such number' USING ERRCODE = '23514';
  END IF;
  INSERT INTO people_identifier (unit_id, child_file_id, system, value, value_hash)
    VALUES (vb.unit(), add_identifier.child_file, add_identifier.system, add_identifier.value,
      vb.identity_hash(add_identifier.system, add_identifier.value))
    ON CONFLICT (unit_id, child_file_id, value_hash) DO UPDATE SET ended = NULL;
  UPDATE people_identifier i SET ended = statement_timestamp()
   WHERE i.unit_id = vb.unit() AND i.child_file_id = add_identifier.child_file
     AND i.id = add_identifier.replaces AND i.ended IS NULL
     AND i.value_hash <> vb.identity_hash(add_identifier.system, add_identifier.value);
  PERFORM vb.append(vb.unit(), add_identifier.child_file, 'identifier.added', NULL, add_identifier.system,
                    add_identifier.request);
END $$;

-- Makes one of two files of the acting unit, by somebody who works with both. What has been written stays: the
-- older file is read beside the other, which has the numbers, the guardians and the colleagues of both, and
-- what goes on. What arrives from now on comes to the other, and the older is not written in any more.
CREATE OR REPLACE FUNCTION vb.join_files(into_file uuid, older uuid, reason text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  target record;
  was record;
BEGIN
  SELECT f.* INTO target FROM people_childfile f WHERE f.unit_id = vb.unit() AND f.public_id = join_files.into_file;
  SELECT f.* INTO was FROM people_childfile f
   WHERE f.unit_id = vb.unit() AND f.public_id = join_files.older AND f.id <> target.id FOR UPDATE;
  IF NOT FOUND OR NOT vb.works_with(target.id) OR NOT vb.works_with(was.id)
     OR target.protection <> 'none' OR was.protection <> 'none'
     OR target.joined_into IS NOT NULL OR was.joined_into IS NOT NULL THEN
    RAISE EXCEPTION 'no such files' USING ERRCODE = '42501';
  END IF;
  IF length(trim(join_files.reason)) < 10 THEN
    RAISE EXCEPTION 'a reason in words is needed' USING ERRCODE = '23514';
  END IF;
  PERFORM vb.carry_what_goes_on(was.id, target.id);
  UPDATE people_childfile f SET joined_into = target.id
   WHERE f.unit_id = vb.unit() AND (f.id = was.id OR f.joined_into = was.id);
  UPDATE people_childfile f SET person_ref = was.person_ref
   WHERE f.unit_id = vb.unit() AND f.id = target.id AND f.person_ref IS NULL;
  INSERT INTO people_identifier (unit_id, child_file_id, system, value, value_hash, registered, ended)
    SELECT i.unit_id, target.id, i.system, i.value, i.value_hash, i.registered, i.ended
      FROM people_identifier i WHERE i.unit_id = vb.unit() AND i.child_file_id = was.id
    ON CONFLICT (unit_id, child_file_id, value_hash) DO NOTHING;
  INSERT INTO people_guardian (public_id, unit_id, child_file_id, person_ref, name, relation, custody,
      view_agreed, source, valid_from, valid_to)
    SELECT gen_random_uuid(), g.unit_id, target.id, g.person_ref, g.name, g.relation, g.custody,
           g.view_agreed, g.source, g.valid_from, g.valid_to
      FROM people_guardian g
     WHERE g.unit_id = vb.unit() AND g.child_file_id = was.id AND g.valid_to > statement_timestamp()
       AND NOT EXISTS (SELECT FROM people_guardian x WHERE x.unit_id = g.unit_id
             AND x.child_file_id = target.id AND x.person_ref = g.person_ref);
  PERFORM vb.carry_substitutes(was.id, target.id);
  INSERT INTO people_involvement (public_id, unit_id, child_file_id, person_id, role, reason, valid_from,
      valid_to, made_by_id, leave)
    SELECT gen_random_uuid(), i.unit_id, CASE i.child_file_id WHEN was.id THEN target.id ELSE was.id END,
           i.person_id, i.role, 'joined', greatest(i.valid_from, statement_timestamp()), i.valid_to,
           vb.person(), i.leave
      FROM people_involvement i
     WHERE i.unit_id = vb.unit() AND i.child_file_id IN (was.id, target.id)
       AND i.role NOT IN ('break_glass', 'intake') AND i.valid_to > statement_timestamp()
       AND NOT EXISTS (SELECT FROM people_involvement x WHERE x.unit_id = i.unit_id
             AND x.child_file_id = CASE i.child_file_id WHEN was.id THEN target.id ELSE was.id END
             AND x.person_id = i.person_id AND x.role NOT IN ('break_glass', 'intake')
             AND x.valid_to >= i.valid_to);
  PERFORM vb.project(vb.unit(), was.id);
  PERFORM vb.project(vb.unit(), target.id);
  PERFORM vb.append(vb.unit(), was.id, 'file.joined', join_files.into_file, join_files.reason, join_files.request);
  PERFORM vb.append(vb.unit(), target.id, 'file.joined', join_files.older, join_files.reason, join_files.request);
END $$;

GRANT EXECUTE ON FUNCTION vb.add_identifier(bigint, text, text, bigint, uuid),
  vb.join_files(uuid, uuid, text, uuid) TO vb_app;
