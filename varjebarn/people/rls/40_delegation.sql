-- The unit's manager says who works with a child, from when and until when, and sees no content by it.
-- Days come in as days, the last one included; no last day is an open end.

SET LOCAL ROLE vb_definer;

-- The first moment after a last day.
CREATE OR REPLACE FUNCTION vb.after(last_day date) RETURNS timestamptz
LANGUAGE plpgsql IMMUTABLE SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN coalesce(vb.midnight(after.last_day + 1), '9999-12-31Z');
END $$;

-- The file of the acting unit that its manager may say this about; nothing where it is not hers to say.
CREATE OR REPLACE FUNCTION vb.file_to_delegate(child_file uuid) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN (SELECT f.id FROM people_childfile f
           WHERE vb.duty('manager') AND f.unit_id = vb.unit() AND f.public_id = file_to_delegate.child_file
             AND f.joined_into IS NULL
             AND (f.protection = 'none' OR EXISTS (
               SELECT FROM people_namedreader n WHERE n.unit_id = f.unit_id AND n.child_file_id = f.id
                  AND n.person_id = vb.person())));
END $$;

-- Who works with a child, now or later: a name, a role, a period and why. One row without an
-- involvement where there is nobody; none where the file is not there for who asks. Logged.
CREATE OR REPLACE FUNCTION vb.around(child_file uuid, request uuid)
RETURNS TABLE (child_name text, born date, involvement uuid, person uuid, person_name text, role text,
               reason text, valid_from timestamptz, valid_to timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
DECLARE
  file bigint := vb.file_to_delegate(around.child_file);
BEGIN
  IF file IS NULL THEN RETURN; END IF;
  PERFORM vb.append(vb.unit(), file, 'involvements.seen', around.child_file, '', around.request);
  RETURN QUERY
    SELECT concat_ws(' ', coalesce(nullif(f.name_used, ''), f.given_name), f.family_name), f.born,
           i.public_id, p.public_id,
           concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name),
           i.role, i.reason, i.valid_from, i.valid_to
      FROM people_childfile f
      LEFT JOIN people_involvement i ON i.unit_id = f.unit_id AND i.child_file_id = f.id
        AND i.valid_to > statement_timestamp()
      LEFT JOIN organisations_person p ON p.id = i.person_id
     WHERE f.unit_id = vb.unit() AND f.id = file
     ORDER BY i.valid_from, i.public_id;
END $$;

-- Lets a colleague in for a period. Never oneself; with a protected child named persons alone.
CREATE OR REPLACE FUNCTION vb.delegate(
  child_file uuid, person uuid, role text, reason text, first_day date, last_day date, request uuid)
RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  file bigint := vb.file_to_delegate(delegate.child_file);
  who bigint;
  made uuid := gen_random_uuid();
BEGIN
  IF delegate.role NOT IN ('team', 'contact', 'lead') OR trim(delegate.reason) = ''
     OR delegate.first_day < vb.today() OR delegate.last_day < delegate.first_day THEN
    RAISE EXCEPTION 'no such role, no reason or no period' USING ERRCODE = '23514';
  END IF;
  SELECT p.id INTO who FROM organisations_person p
   WHERE p.public_id = delegate.person AND p.id <> vb.person() AND EXISTS (
     SELECT FROM organisations_assignment a WHERE a.unit_id = vb.unit() AND a.person_id = p.id
        AND a.valid_to > statement_timestamp()
        AND a.duties && ARRAY['professional', 'contact', 'intake', 'manager']);
  IF file IS NULL OR NOT FOUND OR EXISTS (
    SELECT FROM people_childfile f WHERE f.unit_id = vb.unit() AND f.id = file AND f.protection <> 'none'
       AND NOT EXISTS (SELECT FROM people_namedreader n WHERE n.unit_id = f.unit_id
             AND n.child_file_id = f.id AND n.person_id = who))
  THEN
    RAISE EXCEPTION 'not hers to let in' USING ERRCODE = '42501';
  END IF;
  INSERT INTO people_involvement (public_id, unit_id, child_file_id, person_id, role, reason,
      valid_from, valid_to, made_by_id)
    VALUES (made, vb.unit(), file, who, delegate.role, delegate.reason,
      greatest(vb.midnight(delegate.first_day), statement_timestamp()), vb.after(delegate.last_day), vb.person());
  PERFORM vb.project(vb.unit(), file);
  PERFORM vb.append(vb.unit(), file, 'involvement.made', made, delegate.reason, delegate.request);
  RETURN made;
END $$;

-- Moves the end of somebody's involvement later. Never one's own, and no emergency opening or intake.
CREATE OR REPLACE FUNCTION vb.prolong(involvement uuid, last_day date, reason text, request uuid)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  i record;
BEGIN
  IF trim(prolong.reason) = '' THEN RAISE EXCEPTION 'a reason is needed' USING ERRCODE = '23514'; END IF;
  SELECT x.id, x.child_file_id INTO i
    FROM people_involvement x JOIN people_childfile f ON f.unit_id = x.unit_id AND f.id = x.child_file_id
   WHERE x.unit_id = vb.unit() AND x.public_id = prolong.involvement AND x.valid_to > statement_timestamp()
     AND x.valid_to < vb.after(prolong.last_day) AND x.person_id <> vb.person()
     AND x.role NOT IN ('break_glass', 'intake') AND vb.file_to_delegate(f.public_id) IS NOT NULL
     FOR UPDATE OF x;
  IF NOT FOUND THEN RAISE EXCEPTION 'not hers to prolong' USING ERRCODE = '42501'; END IF;
  UPDATE people_involvement x SET valid_to = vb.after(prolong.last_day) WHERE x.id = i.id;
  PERFORM vb.project(vb.unit(), i.child_file_id);
  PERFORM vb.append(vb.unit(), i.child_file_id, 'involvement.prolonged', prolong.involvement, prolong.reason,
                    prolong.request);
END $$;

-- The children of the acting unit whom nobody works with any more: nobody is let in, or only those who have
-- left. For its manager, by name and birth date; protected ones stand in no list. The asking is logged.
CREATE OR REPLACE FUNCTION vb.left_alone(request uuid)
RETURNS TABLE (child_file uuid, name text, born date)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF vb.unit() IS NULL OR NOT vb.duty('manager') THEN
    RAISE EXCEPTION 'not the manager of this unit' USING ERRCODE = '42501';
  END IF;
  PERFORM vb.append(vb.unit(), NULL, 'left_alone.seen', NULL, '', left_alone.request);
  RETURN QUERY
    SELECT f.public_id, concat_ws(' ', coalesce(nullif(f.name_used, ''), f.given_name), f.family_name), f.born
      FROM people_childfile f
     WHERE f.unit_id = vb.unit() AND f.protection = 'none' AND f.joined_into IS NULL AND f.filed
       AND NOT EXISTS (SELECT FROM people_involvement i
             WHERE i.unit_id = f.unit_id AND i.child_file_id = f.id AND i.role <> 'break_glass'
               AND i.valid_to > statement_timestamp()
               AND EXISTS (SELECT FROM organisations_assignment a WHERE a.unit_id = i.unit_id
                     AND a.person_id = i.person_id AND a.valid_to > statement_timestamp()))
     ORDER BY f.family_name, f.given_name, f.public_id LIMIT 100;
END $$;

GRANT EXECUTE ON FUNCTION vb.left_alone(uuid), vb.around(uuid, uuid),
  vb.delegate(uuid, uuid, text, text, date, date, uuid), vb.prolong(uuid, date, text, uuid) TO vb_app;
