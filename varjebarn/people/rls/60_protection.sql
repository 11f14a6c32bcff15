-- Protected personal data: the level is set and changed after a file was opened, further readers are
-- named, and it goes along to siblings in the unit and to the units that are sent something (R19).

GRANT SELECT ON people_namedreader TO vb_definer;

SET LOCAL ROLE vb_definer;

-- Protects one file in a named unit: named are those who are with the child there now, and nobody else is
-- let in. The child leaves every list. Called by the doors alone.
CREATE OR REPLACE FUNCTION vb.protect_file(unit bigint, child_file bigint, level text, why text, request uuid)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  UPDATE people_childfile f SET protection = protect_file.level
   WHERE f.unit_id = protect_file.unit AND f.id = protect_file.child_file;
  INSERT INTO people_namedreader (unit_id, child_file_id, person_id)
    SELECT DISTINCT i.unit_id, i.child_file_id, i.person_id
      FROM people_involvement i
     WHERE i.unit_id = protect_file.unit AND i.child_file_id = protect_file.child_file
       AND i.role <> 'break_glass'
       AND i.valid_from <= statement_timestamp() AND i.valid_to > statement_timestamp()
    ON CONFLICT (unit_id, child_file_id, person_id) DO NOTHING;
  UPDATE people_involvement i SET valid_to = statement_timestamp()
   WHERE i.unit_id = protect_file.unit AND i.child_file_id = protect_file.child_file
     AND i.valid_to > statement_timestamp()
     AND NOT EXISTS (SELECT FROM people_namedreader n WHERE n.unit_id = i.unit_id
           AND n.child_file_id = i.child_file_id AND n.person_id = i.person_id);
  UPDATE people_caseload c SET until = '-infinity', name = '', next_follow_up = NULL
   WHERE c.unit_id = protect_file.unit AND c.child_file_id = protect_file.child_file;
  PERFORM vb.append(protect_file.unit, protect_file.child_file, 'protection.set', NULL, protect_file.why,
                    protect_file.request);
  -- So do the files that have been made one with it: they are about the same child.
  PERFORM vb.protect_file(f.unit_id, f.id, protect_file.level, protect_file.why, protect_file.request)
     FROM people_childfile f
    WHERE f.unit_id = protect_file.unit AND f.joined_into = protect_file.child_file
      AND f.protection <> protect_file.level;
END $$;

-- The protection of a sender's file goes along with what is sent, and along when two files are joined.
CREATE OR REPLACE FUNCTION vb.carry_protection(
  from_unit bigint, from_file bigint, to_unit bigint, to_file bigint, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  level text;
BEGIN
  SELECT f.protection INTO level FROM people_childfile f
   WHERE f.unit_id = carry_protection.from_unit AND f.id = carry_protection.from_file AND f.protection <> 'none';
  IF level IS NULL OR NOT EXISTS (
    SELECT FROM people_childfile f WHERE f.unit_id = carry_protection.to_unit AND f.id = carry_protection.to_file
       AND f.protection = 'none') THEN RETURN; END IF;
  IF carry_protection.from_unit = carry_protection.to_unit THEN  -- two files become one: so do their readers
    INSERT INTO people_namedreader (unit_id, child_file_id, person_id)
      SELECT n.unit_id, carry_protection.to_file, n.person_id FROM people_namedreader n
       WHERE n.unit_id = carry_protection.from_unit AND n.child_file_id = carry_protection.from_file
      ON CONFLICT (unit_id, child_file_id, person_id) DO NOTHING;
  END IF;
  PERFORM vb.protect_file(carry_protection.to_unit, carry_protection.to_file, level, 'delivery',
                          carry_protection.request);
END $$;

-- Sets or changes the level by somebody who is with the child: raised by any of them, lowered by a manager
-- among them. From none, those who are ticked are named, and the one who does it; the others are let out.
-- Siblings in the unit, by a shared guardian whose data are protected or by the child's own, come along.
CREATE OR REPLACE FUNCTION vb.protect(
  child_file bigint, level text, readers uuid[], guardians uuid[], reason text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  f record; sibling record;
BEGIN
  SELECT x.id, x.public_id, x.protection INTO f FROM people_childfile x
   WHERE x.unit_id = vb.unit() AND x.id = protect.child_file AND x.joined_into IS NULL FOR UPDATE;
  IF NOT FOUND OR NOT vb.is_involved(f.id) OR NOT EXISTS (
    SELECT FROM people_involvement i WHERE i.unit_id = vb.unit() AND i.child_file_id = f.id
       AND i.person_id = vb.person() AND i.role NOT IN ('break_glass', 'intake')
       AND i.valid_from <= statement_timestamp() AND i.valid_to > statement_timestamp())
  THEN RAISE EXCEPTION 'not involved' USING ERRCODE = '42501'; END IF;
  IF protect.level NOT IN ('none', 'marked', 'registered_elsewhere', 'fictitious') OR trim(protect.reason) = '' THEN
    RAISE EXCEPTION 'no such level, or no reason' USING ERRCODE = '23514';
  END IF;
  IF array_position(ARRAY['none', 'marked', 'registered_elsewhere', 'fictitious'], protect.level)
     < array_position(ARRAY['none', 'marked', 'registered_elsewhere', 'fictitious'], f.protection)
     AND NOT vb.duty('manager') THEN
    RAISE EXCEPTION 'the manager lowers it' USING ERRCODE = '42501';
  END IF;
  UPDATE people_guardian g SET is_protected = g.person_ref = ANY (protect.guardians)
   WHERE g.unit_id = vb.unit() AND g.child_file_id = f.id
     AND g.is_protected <> (g.person_ref = ANY (protect.guardians));
  IF protect.level = 'none' THEN
    UPDATE people_childfile x SET protection = 'none'
     WHERE x.unit_id = vb.unit() AND (x.id = f.id OR x.joined_into = f.id);
    PERFORM vb.project(vb.unit(), f.id);
    PERFORM vb.append(vb.unit(), f.id, 'protection.ended', f.public_id, protect.reason, protect.request);
    RETURN;
  END IF;
  IF f.protection = 'none' THEN  -- who is not ticked is let out before the rest are named
    UPDATE people_involvement i SET valid_to = statement_timestamp()
      FROM organisations_person p
     WHERE i.unit_id = vb.unit() AND i.child_file_id = f.id AND p.id = i.person_id
       AND i.person_id <> vb.person() AND NOT p.public_id = ANY (protect.readers)
       AND i.valid_to > statement_timestamp();
  END IF;
  PERFORM vb.protect_file(vb.unit(), f.id, protect.level, protect.reason, protect.request);
  FOR sibling IN
    SELECT DISTINCT o.id, o.protection FROM people_guardian mine
      JOIN people_guardian theirs ON theirs.unit_id = mine.unit_id AND theirs.person_ref = mine.person_ref
       AND theirs.child_file_id <> mine.child_file_id
       AND theirs.valid_from <= statement_timestamp() AND theirs.valid_to > statement_timestamp()
      JOIN people_childfile o ON o.unit_id = theirs.unit_id AND o.id = theirs.child_file_id
     WHERE mine.unit_id = vb.unit() AND mine.child_file_id = f.id AND o.protection = 'none'
       AND o.joined_into IS NULL
       AND mine.valid_from <= statement_timestamp() AND mine.valid_to > statement_timestamp()
  LOOP
    PERFORM vb.protect_file(vb.unit(), sibling.id, protect.level, 'sibling', protect.request);
  END LOOP;
END $$;

-- Names one more reader of a protected file, and lets that person in: a colleague of the unit who works with
-- children, by somebody who is named and is with the child.
CREATE OR REPLACE FUNCTION vb.name_reader(child_file bigint, person uuid, reason text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  who bigint; file uuid;
BEGIN
  SELECT f.public_id INTO file FROM people_childfile f
   WHERE f.unit_id = vb.unit() AND f.id = name_reader.child_file AND f.protection <> 'none'
     AND f.joined_into IS NULL;
  IF NOT FOUND OR NOT vb.is_involved(name_reader.child_file) THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  IF trim(name_reader.reason) = '' THEN RAISE EXCEPTION 'a reason is needed' USING ERRCODE = '23514'; END IF;
  SELECT p.id INTO who FROM organisations_person p JOIN organisations_assignment a ON a.person_id = p.id
   WHERE p.public_id = name_reader.person AND a.unit_id = vb.unit()
     AND a.duties && ARRAY['professional', 'contact', 'intake', 'manager']
     AND a.valid_from <= statement_timestamp() AND a.valid_to > statement_timestamp()
   LIMIT 1;
  IF NOT FOUND THEN RAISE EXCEPTION 'nobody of this unit' USING ERRCODE = '42501'; END IF;
  INSERT INTO people_namedreader (unit_id, child_file_id, person_id)
    SELECT f.unit_id, f.id, who FROM people_childfile f
     WHERE f.unit_id = vb.unit() AND (f.id = name_reader.child_file OR f.joined_into = name_reader.child_file)
    ON CONFLICT (unit_id, child_file_id, person_id) DO NOTHING;
  PERFORM vb.append(vb.unit(), name_reader.child_file, 'reader.named', name_reader.person, name_reader.reason,
                    name_reader.request);
  -- The way in is the ordinary one: it asks again that the acting person may let somebody in.
  PERFORM vb.involve(file, name_reader.person, 'team', name_reader.reason, NULL, name_reader.request);
END $$;

GRANT EXECUTE ON FUNCTION vb.protect(bigint, text, uuid[], uuid[], text, uuid),
  vb.name_reader(bigint, uuid, text, uuid) TO vb_app;
