-- Looking for a child: by a name, a national number or a case number, within the acting unit alone.
-- No function looks into what is written about a child (SoLPuF 15, 20 §§; R31, R32).

SET LOCAL ROLE vb_definer;

-- How often the acting person has looked for a child here in the last hour: two kinds of looking.
CREATE OR REPLACE FUNCTION vb.searches_lately() RETURNS int
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN (SELECT count(*) FROM audit_event e
           WHERE e.unit_id = vb.unit() AND e.at > statement_timestamp() - interval '1 hour'
             AND e.person_id = vb.person() AND e.act IN ('child.searched', 'break_glass.missed'));
END $$;

-- The files of the acting unit that a whole key points at. Protected ones only where they are asked for
-- and the acting person is named; a file that has been joined to another is found as that other.
CREATE OR REPLACE FUNCTION vb.files_by_key(key text, wanted text, day date, protected boolean) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  sought text := lower(files_by_key.wanted);
BEGIN
  IF NOT (files_by_key.key IN ('name', 'national_number', 'case_number') OR files_by_key.key = 'school_number'
      AND EXISTS (SELECT FROM organisations_secrecyunit u WHERE u.id = vb.unit()
            AND u.area IN ('preschool', 'school', 'private_school', 'pupil_health'))) THEN
    RAISE EXCEPTION 'no such key' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT DISTINCT coalesce(f.joined_into, f.id) FROM people_childfile f
     WHERE f.unit_id = vb.unit()
       AND (files_by_key.day IS NULL OR f.born = files_by_key.day)
       AND (f.protection = 'none' OR files_by_key.protected AND EXISTS (
         SELECT FROM people_namedreader n WHERE n.unit_id = f.unit_id AND n.child_file_id = f.id
            AND n.person_id = vb.person()))
       AND CASE WHEN files_by_key.key = 'name'
           THEN lower(concat_ws(' ', f.given_name, nullif(f.family_name, ''))) = sought
             OR f.name_used <> '' AND lower(concat_ws(' ', f.name_used, nullif(f.family_name, ''))) = sought
           ELSE EXISTS (SELECT FROM people_identifier i WHERE i.unit_id = f.unit_id AND i.child_file_id = f.id
             AND i.value_hash IN (SELECT vb.identity_hash(s.system, files_by_key.wanted)
               FROM (VALUES ('national_number', 'personnummer'), ('national_number', 'samordningsnummer'),
                            ('case_number', 'local'), ('school_number', 'school_temporary')) AS s (key, system)
              WHERE s.key = files_by_key.key)) END;
END $$;

-- Looks among one's own children. A unit's manager is also told which of its other files the whole key
-- points at, to see who works with the child; its intake only that there is one. Others nothing.
CREATE OR REPLACE FUNCTION vb.find_child(key text, wanted text, request uuid)
RETURNS TABLE (child_file uuid, name text, born date, mine boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
DECLARE
  files bigint[];
BEGIN
  IF vb.unit() IS NULL OR NOT vb.works_with_children() OR vb.searches_lately() >= 30 THEN
    RAISE EXCEPTION 'no search' USING ERRCODE = '42501';
  END IF;
  PERFORM vb.append(vb.unit(), NULL, 'child.searched', NULL, find_child.key, find_child.request);
  SELECT array_agg(f) INTO files
    FROM vb.files_by_key(find_child.key, find_child.wanted, NULL, false) AS f;
  RETURN QUERY
    SELECT c.public_id, c.name, c.born, true FROM people_caseload c
     WHERE c.unit_id = vb.unit() AND c.person_id = vb.person() AND vb.is_involved(c.child_file_id)
       AND (c.child_file_id = ANY (files)
         OR find_child.key = 'name' AND strpos(lower(c.name), lower(find_child.wanted)) > 0)
     ORDER BY c.name, c.born, c.public_id LIMIT 20;
  IF vb.duty('manager') THEN
    RETURN QUERY
      SELECT f.public_id, concat_ws(' ', coalesce(nullif(f.name_used, ''), f.given_name), f.family_name),
             f.born, false
        FROM people_childfile f
       WHERE f.unit_id = vb.unit() AND f.id = ANY (files) AND NOT vb.is_involved(f.id)
       ORDER BY f.born, f.public_id LIMIT 10;
  ELSIF vb.duty('intake') THEN
    RETURN QUERY
      SELECT NULL::uuid, '', NULL::date, false
       WHERE EXISTS (SELECT FROM unnest(files) AS f WHERE NOT vb.is_involved(f));
  END IF;
END $$;

GRANT EXECUTE ON FUNCTION vb.searches_lately(), vb.find_child(text, text, uuid) TO vb_app;
