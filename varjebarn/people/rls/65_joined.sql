-- A file that has been made one with another: it is read and not written in, and who works with the child reads
-- it. What goes on in it goes on in the other, and nobody is let in to the older one by itself (R43).

-- The file's own row, once it has been made one with another: with which, and how protected, and no more.
CREATE OR REPLACE FUNCTION vb.joined_row_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF to_jsonb(NEW) - '{joined_into,protection}'::text[] <> to_jsonb(OLD) - '{joined_into,protection}'::text[]
     OR NEW.joined_into IS NULL THEN
    RAISE EXCEPTION 'the file has been made one with another' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION vb.joined_row_stays() FROM PUBLIC;
DROP TRIGGER IF EXISTS joined_row_stays ON people_childfile;
CREATE TRIGGER joined_row_stays AFTER UPDATE ON people_childfile
  FOR EACH ROW WHEN (OLD.joined_into IS NOT NULL) EXECUTE FUNCTION vb.joined_row_stays();

SET LOCAL ROLE vb_definer;

-- The file that is written in: the one itself, or the one that it has been made one with (R43).
CREATE OR REPLACE FUNCTION vb.file_now(unit bigint, child_file bigint) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN (SELECT coalesce(f.joined_into, f.id) FROM people_childfile f
           WHERE f.unit_id = file_now.unit AND f.id = file_now.child_file);
END $$;

-- What goes on in the older of two files goes on in the other: questions of consent with all their answers, what
-- is kept from guardians, what waits to be taken care of and what nobody has seen, and what family members open.
CREATE OR REPLACE FUNCTION vb.carry_what_goes_on(from_file bigint, to_file bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  UPDATE disclosure_consent x SET child_file_id = carry_what_goes_on.to_file
   WHERE x.unit_id = vb.unit() AND x.child_file_id = carry_what_goes_on.from_file;
  UPDATE disclosure_consentscope x SET child_file_id = carry_what_goes_on.to_file
   WHERE x.unit_id = vb.unit() AND x.child_file_id = carry_what_goes_on.from_file;
  UPDATE disclosure_consenter x SET child_file_id = carry_what_goes_on.to_file
   WHERE x.unit_id = vb.unit() AND x.child_file_id = carry_what_goes_on.from_file;
  UPDATE disclosure_consentevent x SET child_file_id = carry_what_goes_on.to_file
   WHERE x.unit_id = vb.unit() AND x.child_file_id = carry_what_goes_on.from_file;
  UPDATE disclosure_maturityassessment x SET child_file_id = carry_what_goes_on.to_file
   WHERE x.unit_id = vb.unit() AND x.child_file_id = carry_what_goes_on.from_file;
  UPDATE disclosure_standin x SET child_file_id = carry_what_goes_on.to_file
   WHERE x.unit_id = vb.unit() AND x.child_file_id = carry_what_goes_on.from_file;
  UPDATE disclosure_paper x SET child_file_id = carry_what_goes_on.to_file
   WHERE x.unit_id = vb.unit() AND x.child_file_id = carry_what_goes_on.from_file;
  UPDATE disclosure_answernote x SET child_file_id = carry_what_goes_on.to_file
   WHERE x.unit_id = vb.unit() AND x.child_file_id = carry_what_goes_on.from_file;
  UPDATE disclosure_withholding w SET child_file_id = carry_what_goes_on.to_file
   WHERE w.unit_id = vb.unit() AND w.child_file_id = carry_what_goes_on.from_file AND w.lifted_at IS NULL;
  UPDATE people_noticeseen s SET child_file_id = carry_what_goes_on.to_file
    FROM people_notice n WHERE n.unit_id = vb.unit() AND n.child_file_id = carry_what_goes_on.from_file
     AND n.seen IS NULL AND s.unit_id = n.unit_id AND s.notice_id = n.id;
  UPDATE people_notice n SET child_file_id = carry_what_goes_on.to_file
   WHERE n.unit_id = vb.unit() AND n.child_file_id = carry_what_goes_on.from_file AND n.seen IS NULL;
  UPDATE disclosure_delivery d SET child_file_id = carry_what_goes_on.to_file
   WHERE d.unit_id = vb.unit() AND d.child_file_id = carry_what_goes_on.from_file AND d.state = 'new';
  IF FOUND THEN PERFORM vb.involve_intake(vb.unit(), carry_what_goes_on.to_file); END IF;
  INSERT INTO people_familyaccess (person_id, unit_id, child_ref, capacity, valid_from, valid_to)
    SELECT a.person_id, a.unit_id, there.public_id, a.capacity, a.valid_from, a.valid_to
      FROM people_childfile here
      JOIN people_childfile there ON there.unit_id = here.unit_id AND there.id = carry_what_goes_on.to_file
      JOIN people_familyaccess a ON a.unit_id = here.unit_id AND a.child_ref = here.public_id
       AND a.valid_to > statement_timestamp()
     WHERE here.unit_id = vb.unit() AND here.id = carry_what_goes_on.from_file
    ON CONFLICT (person_id, unit_id, child_ref) DO NOTHING;
  INSERT INTO people_familyreader (unit_id, child_file_id, person_id, until)
    SELECT r.unit_id, carry_what_goes_on.to_file, r.person_id, r.until FROM people_familyreader r
     WHERE r.unit_id = vb.unit() AND r.child_file_id = carry_what_goes_on.from_file
       AND r.until > statement_timestamp()
    ON CONFLICT (unit_id, child_file_id, person_id) DO NOTHING;
END $$;

-- Whoever is let in to the one is let in to what was joined to it, and out again.
CREATE OR REPLACE FUNCTION vb.let_in_to_joined() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  made record;
BEGIN
  FOR made IN
    INSERT INTO people_involvement (id, public_id, unit_id, child_file_id, person_id, role, reason, valid_from,
        valid_to, made_by_id) OVERRIDING SYSTEM VALUE
      SELECT vb.some_key(), gen_random_uuid(), f.unit_id, f.id, NEW.person_id, NEW.role, NEW.reason,
             NEW.valid_from, NEW.valid_to, NEW.made_by_id
        FROM people_childfile f
       WHERE f.unit_id = NEW.unit_id AND f.joined_into = NEW.child_file_id
         AND (f.protection = 'none' OR EXISTS (SELECT FROM people_namedreader n WHERE n.unit_id = f.unit_id
               AND n.child_file_id = f.id AND n.person_id = NEW.person_id))
      RETURNING unit_id, child_file_id, public_id, reason
  LOOP
    PERFORM vb.append(made.unit_id, made.child_file_id, 'involvement.made', made.public_id, made.reason, NULL);
  END LOOP;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION vb.let_in_to_joined() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vb.let_in_to_joined() TO vb_owner;  -- who makes the trigger

CREATE OR REPLACE FUNCTION vb.let_out_of_joined() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  moved record;
BEGIN
  FOR moved IN
    UPDATE people_involvement i SET valid_to = greatest(i.valid_from, NEW.valid_to)
      FROM people_childfile f
     WHERE f.unit_id = NEW.unit_id AND f.joined_into = NEW.child_file_id AND i.unit_id = f.unit_id
       AND i.child_file_id = f.id AND i.person_id = NEW.person_id AND i.role = NEW.role AND i.leave IS NULL
       AND i.valid_to = OLD.valid_to
    RETURNING i.unit_id, i.child_file_id, i.public_id, i.reason
  LOOP
    PERFORM vb.append(moved.unit_id, moved.child_file_id,
      CASE WHEN NEW.valid_to < OLD.valid_to THEN 'involvement.ended' ELSE 'involvement.prolonged' END,
      moved.public_id, moved.reason, NULL);
  END LOOP;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION vb.let_out_of_joined() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vb.let_out_of_joined() TO vb_owner;  -- who makes the trigger

SET LOCAL ROLE vb_owner;

-- Neither an emergency opening nor the intake's look; what stands in follows whom it stands in for.
DROP TRIGGER IF EXISTS let_in_to_joined ON people_involvement;
CREATE TRIGGER let_in_to_joined AFTER INSERT ON people_involvement
  FOR EACH ROW WHEN (NEW.leave IS NULL AND NEW.role NOT IN ('break_glass', 'intake') AND NEW.reason <> 'joined')
  EXECUTE FUNCTION vb.let_in_to_joined();
DROP TRIGGER IF EXISTS let_out_of_joined ON people_involvement;
CREATE TRIGGER let_out_of_joined AFTER UPDATE OF valid_to ON people_involvement
  FOR EACH ROW WHEN (NEW.leave IS NULL AND NEW.role NOT IN ('break_glass', 'intake')
    AND NEW.valid_to <> OLD.valid_to) EXECUTE FUNCTION vb.let_out_of_joined();
