-- Opening a file of the own unit in an emergency, for an hour at most. Every opening is reviewed (R30).

SET LOCAL ROLE vb_definer;

DROP FUNCTION IF EXISTS vb.broken_glass(timestamptz, uuid);  -- the review of the log has its own

DROP FUNCTION IF EXISTS vb.break_glass(uuid, text, uuid);  -- it asks for one thing more now

-- No other unit's file, none that is protected unless one is named there, none that is open already:
-- one answer to all of them. The family reads of it as of any reading.
CREATE OR REPLACE FUNCTION vb.break_glass(child_file uuid, kind text, reason text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  f record;
  made uuid := gen_random_uuid();
BEGIN
  IF break_glass.kind NOT IN ('harm', 'hurt', 'reach', 'away', 'other') OR length(trim(break_glass.reason)) < 10 THEN
    RAISE EXCEPTION 'a reason in words is needed' USING ERRCODE = '23514';
  END IF;
  SELECT x.id, x.public_id INTO f FROM people_childfile x
   WHERE x.unit_id = vb.unit() AND x.public_id = break_glass.child_file AND x.joined_into IS NULL
     AND (x.protection = 'none' OR EXISTS (
       SELECT FROM people_namedreader n WHERE n.unit_id = x.unit_id AND n.child_file_id = x.id
          AND n.person_id = vb.person()));
  IF NOT FOUND OR NOT vb.works_with_children() OR vb.is_involved(f.id) THEN
    RAISE EXCEPTION 'no such file' USING ERRCODE = '42501';
  END IF;
  INSERT INTO people_involvement (public_id, unit_id, child_file_id, person_id, role, reason,
      valid_from, valid_to, made_by_id)
    VALUES (made, vb.unit(), f.id, vb.person(), 'break_glass', break_glass.kind || ': ' || break_glass.reason,
      statement_timestamp(), statement_timestamp() + interval '60 minutes', vb.person());
  PERFORM vb.project(vb.unit(), f.id);
  PERFORM vb.append(vb.unit(), f.id, 'break_glass.opened', made, break_glass.kind || ': ' || break_glass.reason,
                    break_glass.request);
  INSERT INTO audit_familyline
    (person_id, at, from_unit_id, unit_name, organisation_name, act, object, capacity, child_ref)
  SELECT r.person_id, clock_timestamp(), u.id, u.name, o.name, 'break_glass.opened', made, '', f.public_id
    FROM people_familyreader r
    JOIN organisations_secrecyunit u ON u.id = r.unit_id
    JOIN organisations_organisation o ON o.id = u.organisation_id
   WHERE r.unit_id = vb.unit() AND r.child_file_id = f.id AND r.until > statement_timestamp();
END $$;

-- The same by what one knows of the child. When the key points at no file that can be opened so, or at
-- more than one, the answer is NULL, and the attempt stands in the log.
CREATE OR REPLACE FUNCTION vb.break_glass_by(
  key text, wanted text, day date, kind text, reason text, request uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  files bigint[];
  answer uuid;
BEGIN
  IF vb.unit() IS NULL OR NOT vb.works_with_children() OR vb.searches_lately() >= 30 THEN
    RAISE EXCEPTION 'no search' USING ERRCODE = '42501';
  END IF;
  SELECT array_agg(f) INTO files
    FROM vb.files_by_key(break_glass_by.key, break_glass_by.wanted, break_glass_by.day, true) AS f
   WHERE NOT vb.is_involved(f);
  IF cardinality(files) = 1 THEN
    SELECT x.public_id INTO answer FROM people_childfile x WHERE x.unit_id = vb.unit() AND x.id = files[1];
    PERFORM vb.break_glass(answer, break_glass_by.kind, break_glass_by.reason, break_glass_by.request);
  ELSE
    PERFORM vb.append(vb.unit(), NULL, 'break_glass.missed', NULL,
                      break_glass_by.kind || ': ' || break_glass_by.reason, break_glass_by.request);
  END IF;
  RETURN answer;
END $$;

-- Ends one's own emergency opening of a file before its hour is over.
CREATE OR REPLACE FUNCTION vb.mend_glass(child_file bigint, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  opening uuid;
BEGIN
  UPDATE people_involvement i SET valid_to = statement_timestamp()
   WHERE i.unit_id = vb.unit() AND i.child_file_id = mend_glass.child_file AND i.person_id = vb.person()
     AND i.role = 'break_glass' AND i.valid_from <= statement_timestamp() AND i.valid_to > statement_timestamp()
   RETURNING i.public_id INTO opening;
  IF NOT FOUND THEN RAISE EXCEPTION 'not open' USING ERRCODE = '42501'; END IF;
  PERFORM vb.project(vb.unit(), mend_glass.child_file);
  PERFORM vb.append(vb.unit(), mend_glass.child_file, 'break_glass.ended', opening, '', mend_glass.request);
END $$;

GRANT EXECUTE ON FUNCTION vb.break_glass(uuid, text, text, uuid),
  vb.break_glass_by(text, text, date, text, text, uuid), vb.mend_glass(bigint, uuid) TO vb_app;
