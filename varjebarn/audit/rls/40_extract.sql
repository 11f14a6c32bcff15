-- A signed extract of a unit's log for an inspector: made by its log reviewer, and itself recorded.
-- It holds what the log holds and nothing that was read. Events about a protected child are hashes.

SET LOCAL ROLE vb_owner;
GRANT SELECT ON audit_seal, audit_head TO vb_definer;
DROP POLICY IF EXISTS doors_read ON audit_seal;
CREATE POLICY doors_read ON audit_seal FOR SELECT TO vb_definer USING (true);
DROP POLICY IF EXISTS doors_read ON audit_head;
CREATE POLICY doors_read ON audit_head FOR SELECT TO vb_definer USING (true);
SET LOCAL ROLE vb_definer;

-- Who or which child somebody means by a name, among those that the acting unit's log tells about.
CREATE OR REPLACE FUNCTION vb.named_in_log(about text, name text) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF vb.unit() IS NULL OR NOT vb.duty('log_reviewer') THEN
    RAISE EXCEPTION 'not the log reviewer of this unit' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT f.public_id FROM people_childfile f
     WHERE named_in_log.about = 'child' AND f.unit_id = vb.unit() AND f.protection = 'none'
       AND lower(concat_ws(' ', coalesce(nullif(f.name_used, ''), f.given_name), f.family_name))
         = lower(trim(named_in_log.name))
       AND EXISTS (SELECT FROM audit_event e WHERE e.unit_id = f.unit_id AND e.child_file_id = f.id)
    UNION ALL
    SELECT p.public_id FROM organisations_person p
     WHERE named_in_log.about = 'person'
       AND lower(concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name))
         = lower(trim(named_in_log.name))
       AND EXISTS (SELECT FROM audit_event e WHERE e.unit_id = vb.unit() AND e.person_id = p.id);
END $$;

-- The events of an extract, in the order of the tree; those not sealed yet have no place. Recorded.
CREATE OR REPLACE FUNCTION vb.log_extract(
  child uuid, person uuid, since timestamptz, until timestamptz, request uuid)
RETURNS TABLE (place bigint, leaf bytea, hidden boolean, salt text, at bigint, xid bigint, person_id bigint,
               assignment uuid, unit_id bigint, child_file_id bigint, act text, object uuid, why text,
               asked uuid, who text, child_name text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
DECLARE
  file bigint; whom bigint;
BEGIN
  IF vb.unit() IS NULL OR NOT vb.duty('log_reviewer') THEN
    RAISE EXCEPTION 'not the log reviewer of this unit' USING ERRCODE = '42501';
  END IF;
  SELECT f.id INTO file FROM people_childfile f
   WHERE f.unit_id = vb.unit() AND f.public_id = log_extract.child AND f.protection = 'none';
  SELECT p.id INTO whom FROM organisations_person p WHERE p.public_id = log_extract.person;
  IF (file IS NULL) <> (log_extract.child IS NULL) OR (whom IS NULL) <> (log_extract.person IS NULL) THEN
    RAISE EXCEPTION 'nobody in this log' USING ERRCODE = '42501';
  END IF;
  PERFORM vb.append(vb.unit(), file, 'log.exported', coalesce(log_extract.child, log_extract.person),
    vb.day_of(log_extract.since) || ' – ' || vb.day_of(log_extract.until - interval '1 second'), log_extract.request);
  RETURN QUERY
    SELECT s.seq, e.leaf, k.hidden, CASE WHEN NOT k.hidden THEN encode(e.salt, 'hex') END,
           CASE WHEN NOT k.hidden THEN (extract(epoch FROM e.at) * 1000000)::bigint END,
           CASE WHEN NOT k.hidden THEN e.xid END, CASE WHEN NOT k.hidden THEN e.person_id END,
           CASE WHEN NOT k.hidden THEN e.assignment END, CASE WHEN NOT k.hidden THEN e.unit_id END,
           CASE WHEN NOT k.hidden THEN e.child_file_id END, CASE WHEN NOT k.hidden THEN e.act END,
           CASE WHEN NOT k.hidden THEN e.object END, CASE WHEN NOT k.hidden THEN e.why END,
           CASE WHEN NOT k.hidden THEN e.request END,
           CASE WHEN k.hidden THEN '' ELSE concat_ws(', ',
             concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name), x.title) END::text,
           CASE WHEN k.hidden OR f.id IS NULL THEN '' ELSE concat_ws(' ',
             coalesce(nullif(f.name_used, ''), f.given_name), f.family_name) END::text
      FROM audit_event e
      LEFT JOIN audit_seal s ON s.event_id = e.id
      LEFT JOIN organisations_person p ON p.id = e.person_id
      LEFT JOIN organisations_assignment x ON x.public_id = e.assignment
      LEFT JOIN people_childfile f ON f.unit_id = e.unit_id AND f.id = e.child_file_id
     CROSS JOIN LATERAL (SELECT coalesce(f.protection <> 'none', false) AS hidden) k
     WHERE e.unit_id = vb.unit() AND e.at >= log_extract.since AND e.at < log_extract.until
       AND (file IS NULL OR e.child_file_id = file) AND (whom IS NULL OR e.person_id = whom)
     ORDER BY s.seq NULLS LAST, e.id;
END $$;

-- The newest head and every leaf below it, to prove each event's place: numbers and hashes alone.
CREATE OR REPLACE FUNCTION vb.sealed_tree()
RETURNS TABLE (size bigint, root text, at bigint, horizon bigint, previous text, hash text, signature text,
               leaves bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF vb.unit() IS NULL OR NOT vb.duty('log_reviewer') THEN
    RAISE EXCEPTION 'not the log reviewer of this unit' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT h.size, encode(h.root, 'hex'), (extract(epoch FROM h.at) * 1000000)::bigint, h.horizon,
           encode(h.previous, 'hex'), encode(h.hash, 'hex'), coalesce(encode(h.signature, 'hex'), ''),
           (SELECT string_agg(s.leaf, '' ORDER BY s.seq) FROM audit_seal s WHERE s.seq < h.size)
      FROM audit_head h ORDER BY h.size DESC LIMIT 1;
END $$;

GRANT EXECUTE ON FUNCTION vb.named_in_log(text, text), vb.log_extract(uuid, uuid, timestamptz, timestamptz, uuid),
  vb.sealed_tree() TO vb_app;
