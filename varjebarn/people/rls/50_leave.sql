-- A colleague is away for a time, and another stands in: with the same children, for that time alone.

ALTER TABLE people_leave ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_leave FORCE ROW LEVEL SECURITY;
REVOKE ALL ON people_leave FROM vb_app, vb_login, vb_audit;
DROP POLICY IF EXISTS own_unit_its_manager ON people_leave;
CREATE POLICY own_unit_its_manager ON people_leave FOR SELECT TO vb_app
  USING (unit_id = (SELECT vb.unit()) AND (SELECT vb.duty('manager')));
DROP POLICY IF EXISTS doors ON people_leave;
CREATE POLICY doors ON people_leave TO vb_definer USING (true) WITH CHECK (true);
GRANT SELECT ON people_leave TO vb_app;
GRANT SELECT, INSERT, UPDATE ON people_leave TO vb_definer;
ALTER TABLE people_leave ALTER COLUMN id SET GENERATED ALWAYS;

SET LOCAL ROLE vb_definer;

DROP FUNCTION IF EXISTS vb.stand_in(uuid, bigint);  -- it has got another name

-- Lets the substitute in where the one who is away is let in: what is left of the involvement within the
-- leave. Never an emergency opening, never what stands in already; protected children to named persons.
CREATE OR REPLACE FUNCTION vb.let_substitute_in(leave uuid, involvement bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  file record;
BEGIN
  INSERT INTO people_involvement (id, public_id, unit_id, child_file_id, person_id, role, reason, valid_from,
      valid_to, made_by_id, leave) OVERRIDING SYSTEM VALUE
    SELECT vb.some_key(), gen_random_uuid(), i.unit_id, i.child_file_id, l.substitute_id, i.role,
           'leave: ' || concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name),
           greatest(i.valid_from, l.valid_from), least(i.valid_to, l.valid_to), l.made_by_id, l.public_id
      FROM people_leave l
      JOIN people_involvement i ON i.unit_id = l.unit_id AND i.person_id = l.person_id AND i.id = let_substitute_in.involvement
      JOIN people_childfile f ON f.unit_id = i.unit_id AND f.id = i.child_file_id
      JOIN organisations_person p ON p.id = l.person_id
     WHERE l.public_id = let_substitute_in.leave AND i.leave IS NULL AND i.role <> 'break_glass'
       AND greatest(i.valid_from, l.valid_from, statement_timestamp()) < least(i.valid_to, l.valid_to)
       AND (f.protection = 'none' OR EXISTS (SELECT FROM people_namedreader n
             WHERE n.unit_id = f.unit_id AND n.child_file_id = f.id AND n.person_id = l.substitute_id))
    RETURNING unit_id, child_file_id INTO file;
  IF FOUND THEN PERFORM vb.project(file.unit_id, file.child_file_id); END IF;
END $$;

-- The unit's manager notes that a colleague is away from a day to a day, and who stands in. Never herself.
CREATE OR REPLACE FUNCTION vb.begin_leave(
  person uuid, substitute uuid, first_day date, last_day date, request uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  who bigint;
  instead bigint;
  made uuid := gen_random_uuid();
BEGIN
  IF begin_leave.first_day < vb.today() OR begin_leave.last_day < begin_leave.first_day THEN
    RAISE EXCEPTION 'no such period' USING ERRCODE = '23514';
  END IF;
  SELECT p.id INTO who FROM organisations_person p
   WHERE p.public_id = begin_leave.person AND EXISTS (SELECT FROM organisations_assignment a
     WHERE a.unit_id = vb.unit() AND a.person_id = p.id AND a.valid_to > statement_timestamp());
  SELECT p.id INTO instead FROM organisations_person p
   WHERE p.public_id = begin_leave.substitute AND EXISTS (SELECT FROM organisations_assignment a
     WHERE a.unit_id = vb.unit() AND a.person_id = p.id AND a.valid_to > statement_timestamp()
       AND a.duties && ARRAY['professional', 'contact', 'intake', 'manager']);
  IF NOT vb.duty('manager') OR who IS NULL OR instead IS NULL OR who = instead OR instead = vb.person() THEN
    RAISE EXCEPTION 'not hers to say' USING ERRCODE = '42501';
  END IF;
  INSERT INTO people_leave (public_id, unit_id, person_id, substitute_id, valid_from, valid_to, made_by_id)
    VALUES (made, vb.unit(), who, instead,
      greatest(vb.midnight(begin_leave.first_day), statement_timestamp()), vb.after(begin_leave.last_day),
      vb.person());
  PERFORM vb.let_substitute_in(made, i.id) FROM people_involvement i
    WHERE i.unit_id = vb.unit() AND i.person_id = who AND i.valid_to > statement_timestamp();
  PERFORM vb.append(vb.unit(), i.child_file_id, 'involvement.made', i.public_id, i.reason, begin_leave.request)
     FROM people_involvement i WHERE i.unit_id = vb.unit() AND i.person_id = instead AND i.leave = made;
  PERFORM vb.append(vb.unit(), NULL, 'leave.begun', made, '', begin_leave.request);
  RETURN made;
END $$;

-- Ends a leave, and with it all that stood in; one that has not begun never does.
CREATE OR REPLACE FUNCTION vb.end_leave(leave uuid, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF NOT vb.duty('manager') THEN RAISE EXCEPTION 'not hers to say' USING ERRCODE = '42501'; END IF;
  UPDATE people_leave l SET valid_to = greatest(l.valid_from, statement_timestamp())
   WHERE l.unit_id = vb.unit() AND l.public_id = end_leave.leave AND l.valid_to > statement_timestamp()
     AND l.valid_to > l.valid_from;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such leave' USING ERRCODE = '42501'; END IF;
  PERFORM vb.append(vb.unit(), i.child_file_id, 'involvement.ended', i.public_id, i.reason, end_leave.request)
     FROM people_involvement i
    WHERE i.unit_id = vb.unit() AND i.leave = end_leave.leave AND i.valid_to > statement_timestamp();
  UPDATE people_involvement i SET valid_to = greatest(i.valid_from, statement_timestamp())
   WHERE i.unit_id = vb.unit() AND i.leave = end_leave.leave AND i.valid_to > statement_timestamp();
  PERFORM vb.project(vb.unit(), i.child_file_id) FROM people_involvement i
    WHERE i.unit_id = vb.unit() AND i.leave = end_leave.leave;
  PERFORM vb.append(vb.unit(), NULL, 'leave.ended', end_leave.leave, '', end_leave.request);
END $$;

-- What somebody is let in to while they are away, whoever stands in is let in to as well.
CREATE OR REPLACE FUNCTION vb.stands_in_at_once() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  PERFORM vb.let_substitute_in(l.public_id, NEW.id) FROM people_leave l
    WHERE l.unit_id = NEW.unit_id AND l.person_id = NEW.person_id AND l.valid_to > statement_timestamp();
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION vb.stands_in_at_once() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vb.stands_in_at_once() TO vb_owner;  -- who makes the trigger

-- Whoever stands in is let in no longer than the one who is away: when that ends earlier, so does this.
CREATE OR REPLACE FUNCTION vb.stands_out_at_once() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  left_until timestamptz;
  ended record;
BEGIN
  SELECT greatest(max(i.valid_to), statement_timestamp()) INTO left_until FROM people_involvement i
   WHERE i.unit_id = NEW.unit_id AND i.child_file_id = NEW.child_file_id AND i.person_id = NEW.person_id
     AND i.leave IS NULL AND i.role <> 'break_glass';
  FOR ended IN
    UPDATE people_involvement s SET valid_to = greatest(s.valid_from, left_until)
      FROM people_leave l
     WHERE l.unit_id = NEW.unit_id AND l.person_id = NEW.person_id AND s.leave = l.public_id
       AND s.unit_id = NEW.unit_id AND s.child_file_id = NEW.child_file_id
       AND s.valid_to > greatest(s.valid_from, left_until)
    RETURNING s.public_id, s.reason
  LOOP
    PERFORM vb.append(NEW.unit_id, NEW.child_file_id, 'involvement.ended', ended.public_id, ended.reason, NULL);
  END LOOP;
  IF FOUND THEN PERFORM vb.project(NEW.unit_id, NEW.child_file_id); END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION vb.stands_out_at_once() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vb.stands_out_at_once() TO vb_owner;  -- who makes the trigger

-- And as long as the one who is away, within the leave: when that is prolonged, so is this. What stood in and
-- was ended by itself stays ended.
CREATE OR REPLACE FUNCTION vb.stands_in_longer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  longer record;
BEGIN
  PERFORM vb.let_substitute_in(l.public_id, NEW.id) FROM people_leave l  -- it ended before the leave began
    WHERE l.unit_id = NEW.unit_id AND l.person_id = NEW.person_id AND l.valid_to > statement_timestamp()
      AND l.valid_from >= OLD.valid_to AND l.valid_from < NEW.valid_to;
  FOR longer IN
    UPDATE people_involvement s SET valid_to = least(NEW.valid_to, l.valid_to)
      FROM people_leave l
     WHERE l.unit_id = NEW.unit_id AND l.person_id = NEW.person_id AND s.leave = l.public_id
       AND s.unit_id = NEW.unit_id AND s.child_file_id = NEW.child_file_id AND s.role = NEW.role
       AND s.valid_to = OLD.valid_to AND l.valid_to > OLD.valid_to AND s.valid_to > statement_timestamp()
    RETURNING s.public_id, s.reason
  LOOP
    PERFORM vb.append(NEW.unit_id, NEW.child_file_id, 'involvement.prolonged', longer.public_id, longer.reason, NULL);
  END LOOP;
  IF FOUND THEN PERFORM vb.project(NEW.unit_id, NEW.child_file_id); END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION vb.stands_in_longer() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vb.stands_in_longer() TO vb_owner;  -- who makes the trigger

GRANT EXECUTE ON FUNCTION vb.begin_leave(uuid, uuid, date, date, uuid), vb.end_leave(uuid, uuid) TO vb_app;

SET LOCAL ROLE vb_owner;

DROP TRIGGER IF EXISTS stands_in_at_once ON people_involvement;
CREATE TRIGGER stands_in_at_once AFTER INSERT ON people_involvement
  FOR EACH ROW WHEN (NEW.leave IS NULL AND NEW.role <> 'break_glass') EXECUTE FUNCTION vb.stands_in_at_once();
DROP TRIGGER IF EXISTS stands_out_at_once ON people_involvement;
CREATE TRIGGER stands_out_at_once AFTER UPDATE OF valid_to ON people_involvement
  FOR EACH ROW WHEN (NEW.leave IS NULL AND NEW.role <> 'break_glass' AND NEW.valid_to < OLD.valid_to)
  EXECUTE FUNCTION vb.stands_out_at_once();
DROP TRIGGER IF EXISTS stands_in_longer ON people_involvement;
CREATE TRIGGER stands_in_longer AFTER UPDATE OF valid_to ON people_involvement
  FOR EACH ROW WHEN (NEW.leave IS NULL AND NEW.role <> 'break_glass' AND NEW.valid_to > OLD.valid_to)
  EXECUTE FUNCTION vb.stands_in_longer();
