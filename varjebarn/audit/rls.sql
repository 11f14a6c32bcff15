-- The log. vb_app has no right on its tables: it appends through vb.record, a log reviewer reads
-- through vb.unit_log, the family through vb.my_log. vb_audit reads, for the inspector.

ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_event FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_familyline ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_familyline FORCE ROW LEVEL SECURITY;

REVOKE ALL ON audit_event, audit_familyline FROM vb_app, vb_login;
GRANT SELECT, INSERT ON audit_event, audit_familyline TO vb_definer;
GRANT SELECT ON audit_event TO vb_audit;

DROP POLICY IF EXISTS doors_append ON audit_event;
CREATE POLICY doors_append ON audit_event FOR INSERT TO vb_definer WITH CHECK (true);
DROP POLICY IF EXISTS doors_read ON audit_event;
CREATE POLICY doors_read ON audit_event FOR SELECT TO vb_definer USING (true);
DROP POLICY IF EXISTS inspector ON audit_event;
CREATE POLICY inspector ON audit_event FOR SELECT TO vb_audit USING (true);
DROP POLICY IF EXISTS doors_append ON audit_familyline;
CREATE POLICY doors_append ON audit_familyline FOR INSERT TO vb_definer WITH CHECK (true);
DROP POLICY IF EXISTS doors_read ON audit_familyline;
CREATE POLICY doors_read ON audit_familyline FOR SELECT TO vb_definer USING (true);

SET LOCAL ROLE vb_definer;

-- Appends one event in a named unit's log. Only the doors call it: the unit is an argument.
CREATE OR REPLACE FUNCTION vb.append(
  unit bigint, child_file bigint, act text, object uuid, why text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  at timestamptz := clock_timestamp();
  salt bytea := uuid_send(gen_random_uuid());
  content text;
  who bigint := vb.person();  -- each question verifies the signature: asked once
  acting uuid := nullif(vb.actor(4), '')::uuid;
  within bigint := pg_current_xact_id()::text::bigint;
BEGIN
  IF who IS NULL THEN
    RAISE EXCEPTION 'nobody acts' USING ERRCODE = '42501';
  END IF;
  -- Exactly what the row holds, in the order of its columns: audit/verify.py makes it anew.
  content := jsonb_build_array(
    encode(salt, 'hex'), (extract(epoch FROM at) * 1000000)::bigint,
    within, who, acting, append.unit, append.child_file, append.act, append.object,
    coalesce(append.why, ''), append.request)::text;
  INSERT INTO audit_event
    (at, xid, person_id, assignment, unit_id, child_file_id, act, object, why, request, salt, leaf)
  VALUES
    (at, within, who, acting, append.unit, append.child_file, append.act, append.object,
     coalesce(append.why, ''), append.request, salt,
     sha256('\x00' || convert_to(content, 'UTF8')));
END $$;

-- Appends one event about an act in the acting unit. Person, assignment and unit come from the
-- verified actor. A reading is also told to every family member who reads that file.
CREATE OR REPLACE FUNCTION vb.record(
  act text, child_file bigint, object uuid, why text, request uuid, told boolean DEFAULT true)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  own bigint := vb.unit();
BEGIN
  IF record.child_file IS NOT NULL AND NOT vb.is_involved(record.child_file) THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  PERFORM vb.append(own, record.child_file, record.act, record.object, record.why, record.request);
  IF record.told AND record.child_file IS NOT NULL AND record.act LIKE '%.read' THEN
    INSERT INTO audit_familyline
      (person_id, at, from_unit_id, unit_name, organisation_name, act, object, capacity, child_ref)
    SELECT r.person_id, clock_timestamp(), u.id, u.name, o.name, record.act, record.object, '',
           f.public_id
      FROM people_familyreader r
      JOIN people_childfile f ON f.unit_id = r.unit_id AND f.id = r.child_file_id
      JOIN organisations_secrecyunit u ON u.id = r.unit_id
      JOIN organisations_organisation o ON o.id = u.organisation_id
     WHERE r.unit_id = own AND r.child_file_id = record.child_file
       AND r.until > statement_timestamp();
  END IF;
END $$;

-- The acting unit's log, newest first, for its log reviewer. Reading the log is itself logged.
CREATE OR REPLACE FUNCTION vb.unit_log(before timestamptz, most int, request uuid)
RETURNS TABLE (at timestamptz, person_name text, title text, child_name text, child_file uuid,
               act text, object uuid, why text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF vb.unit() IS NULL OR NOT vb.duty('log_reviewer') THEN
    RAISE EXCEPTION 'not the log reviewer of this unit' USING ERRCODE = '42501';
  END IF;
  PERFORM vb.append(vb.unit(), NULL, 'log.read', NULL, '', unit_log.request);
  RETURN QUERY
    SELECT e.at, concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name)::text,
           coalesce(x.title, '')::text,
           CASE WHEN f.protection <> 'none' THEN ''
                ELSE concat_ws(' ', coalesce(nullif(f.name_used, ''), f.given_name), f.family_name)
           END::text,
           CASE WHEN f.protection <> 'none' THEN NULL ELSE f.public_id END,
           e.act, CASE WHEN f.protection <> 'none' THEN NULL ELSE e.object END,
           CASE WHEN f.protection <> 'none' THEN '' ELSE e.why END
      FROM audit_event e
      LEFT JOIN organisations_person p ON p.id = e.person_id
      LEFT JOIN organisations_assignment x ON x.public_id = e.assignment
      LEFT JOIN people_childfile f ON f.unit_id = e.unit_id AND f.id = e.child_file_id
     WHERE e.unit_id = vb.unit() AND (unit_log.before IS NULL OR e.at < unit_log.before)
     ORDER BY e.at DESC, e.id DESC
     LIMIT least(unit_log.most, 200);
END $$;

-- What a family member may read of who has read: only lines addressed to that person.
DROP FUNCTION IF EXISTS vb.my_log(timestamptz, int);  -- its answer may have got another shape
CREATE FUNCTION vb.my_log(before timestamptz, most int)
RETURNS TABLE (at timestamptz, unit_name text, organisation_name text, act text, object uuid,
               version int, capacity text, child_ref uuid, line uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF vb.kind() IS DISTINCT FROM 'family' THEN
    RAISE EXCEPTION 'not family' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT l.at, CASE WHEN c.hides THEN 'Skyddad uppgift' ELSE l.unit_name END,
           CASE WHEN c.hides THEN '' ELSE l.organisation_name END, l.act, l.object, l.version,
           CASE WHEN c.hides THEN '' ELSE l.capacity END, l.child_ref, l.public_id
      FROM audit_familyline l
      LEFT JOIN (  -- each child once, and not once a line
        SELECT k.child_ref, vb.hides_places_from_me(k.child_ref) AS hides
          FROM (SELECT DISTINCT x.child_ref FROM audit_familyline x WHERE x.person_id = vb.person()) k
      ) c ON c.child_ref = l.child_ref
     WHERE l.person_id = vb.person() AND (my_log.before IS NULL OR l.at < my_log.before)
       AND NOT vb.line_is_kept(l.from_unit_id, l.child_ref, l.object, l.version)
       AND NOT EXISTS (  -- a guardian who is replaced in the child's everyday life reads nothing of it (R18)
         SELECT FROM disclosure_suspension s
          WHERE s.person_id = l.person_id AND s.child_ref = l.child_ref AND s.matter IN ('everything', 'everyday')
            AND s.valid_from <= statement_timestamp() AND s.valid_to > statement_timestamp())
     ORDER BY l.at DESC, l.id DESC
     LIMIT least(my_log.most, 500);
END $$;

GRANT EXECUTE ON FUNCTION vb.record(text, bigint, uuid, text, uuid, boolean),
  vb.unit_log(timestamptz, int, uuid), vb.my_log(timestamptz, int) TO vb_app;
