-- A part for somebody without a login: an association has no compartment, so no copy leaves the
-- sender's. What leaves is one reading at a time, by a link's secret and a code given another way.

CALL vb.close_child_table(
  'disclosure_outsidepart', ends => '{accepted_by,accepted_at,opened_at,closed_at,close_reason}');
CALL vb.close_child_table('disclosure_outsideanswer');
GRANT INSERT ON disclosure_outsidepart TO vb_definer;
GRANT UPDATE (issued_at, accepted_by, accepted_at, opened_at, closed_at, close_reason)
  ON disclosure_outsidepart TO vb_definer;

-- An answer is entered in one's own name, on behalf of somebody else.
GRANT INSERT ON disclosure_outsideanswer TO vb_app;
DROP POLICY IF EXISTS own_pen ON disclosure_outsideanswer;
CREATE POLICY own_pen ON disclosure_outsideanswer AS RESTRICTIVE FOR INSERT TO vb_app
  WITH CHECK (
    entered_by_id = (SELECT vb.person())
    AND EXISTS (
      SELECT 1 FROM disclosure_outsidepart AS p
      WHERE p.unit_id = disclosure_outsideanswer.unit_id
        AND p.id = disclosure_outsideanswer.part_id
        AND p.child_file_id = disclosure_outsideanswer.child_file_id
      OFFSET 0
    )
  );

-- What opens a part, hashed; and who has failed lately, by a keyed hash of the network address.
-- Nothing about a child. Only the doors read it.
CREATE TABLE IF NOT EXISTS vb.outside_secret (
  secret bytea PRIMARY KEY,
  code bytea NOT NULL,
  unit_id bigint NOT NULL,
  part_id bigint NOT NULL UNIQUE,
  wrong int NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS vb.outside_try (client bytea NOT NULL, at timestamptz NOT NULL);
CREATE INDEX IF NOT EXISTS outside_try_client ON vb.outside_try (client, at);
REVOKE ALL ON vb.outside_secret, vb.outside_try FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE, DELETE ON vb.outside_secret, vb.outside_try TO vb_definer;

SET LOCAL ROLE vb_definer;

-- Door 1, for a recipient without a compartment. Called by vb.deliver, which has judged the consent.
CREATE OR REPLACE FUNCTION vb.deliver_outside(disclosure bigint, to_unit bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  d record; ends timestamptz;
BEGIN
  SELECT x.*, f.protection, c.valid_to INTO d
    FROM disclosure_disclosure x
    JOIN people_childfile f ON f.unit_id = x.unit_id AND f.id = x.child_file_id
    LEFT JOIN disclosure_consent c ON c.unit_id = x.unit_id AND c.id = x.consent_id
   WHERE x.id = deliver_outside.disclosure;
  IF d.ground <> 'CONSENT' OR d.protection <> 'none' THEN
    RAISE EXCEPTION 'an association gets a part by consent only, never of a protected child' USING ERRCODE = '42501';
  END IF;
  IF d.answers ->> 'offence_data' = 'yes' THEN
    RAISE EXCEPTION 'an association gets nothing about offences' USING ERRCODE = '42501';
  END IF;
  IF (SELECT count(*) FROM jsonb_object_keys((d.content::jsonb) -> 'parts')) <> 1
     OR d.content_kind <> 'outside_part' THEN
    RAISE EXCEPTION 'an association gets one part' USING ERRCODE = '42501';
  END IF;
  IF d.content ~ '\m((19|20)\d{6}[-+ ]?\d{4}|\d{2}(0\d|1[0-2])[0-9]\d[-+]\d{4})\M' THEN
    RAISE EXCEPTION 'no personal number leaves' USING ERRCODE = '42501';
  END IF;
  ends := vb.midnight((d.answers ->> 'outside_last_day')::date + 1);
  IF ends IS NULL OR ends <= statement_timestamp() OR ends > vb.midnight(vb.today() + 32)
     OR ends > vb.midnight(d.valid_to) THEN
    RAISE EXCEPTION 'it ends within a month, and with the consent' USING ERRCODE = '42501';
  END IF;
  INSERT INTO disclosure_outsidepart (public_id, unit_id, child_file_id, disclosure_id, to_unit_id,
      to_name, way, reservation, made_at, until, accepted_by, close_reason)
    VALUES (gen_random_uuid(), d.unit_id, d.child_file_id, d.id, deliver_outside.to_unit,
      trim(d.answers ->> 'outside_name'), d.answers ->> 'outside_way',
      trim(d.answers ->> 'reservation_text'), clock_timestamp(), ends, '', '');
END $$;

-- The log's line when nobody is logged in: person 0. The sender's own log, and nothing else.
CREATE OR REPLACE FUNCTION vb.append_outside(
  part uuid, unit bigint, child_file bigint, act text, why text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  at timestamptz := clock_timestamp();
  salt bytea := uuid_send(gen_random_uuid());
  content text;
BEGIN
  content := jsonb_build_array(
    encode(salt, 'hex'), (extract(epoch FROM at) * 1000000)::bigint,
    pg_current_xact_id()::text::bigint, 0, NULL::uuid, append_outside.unit,
    append_outside.child_file, append_outside.act, append_outside.part,
    coalesce(append_outside.why, ''), append_outside.request)::text;
  INSERT INTO audit_event
    (at, xid, person_id, assignment, unit_id, child_file_id, act, object, why, request, salt, leaf)
  VALUES
    (at, pg_current_xact_id()::text::bigint, 0, NULL, append_outside.unit, append_outside.child_file,
     append_outside.act, append_outside.part, coalesce(append_outside.why, ''),
     append_outside.request, salt, sha256('\x00' || convert_to(content, 'UTF8')));
END $$;

-- A part of the acting unit that somebody involved may still do something with.
CREATE OR REPLACE FUNCTION vb.own_outside(part uuid) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  p record;
BEGIN
  SELECT x.id, x.child_file_id INTO p FROM disclosure_outsidepart x
   WHERE x.public_id = own_outside.part AND x.unit_id = vb.unit() AND x.closed_at IS NULL;
  IF NOT FOUND OR NOT vb.is_involved(p.child_file_id) THEN
    RAISE EXCEPTION 'no such part' USING ERRCODE = '42501';
  END IF;
  RETURN p.id;
END $$;

-- A new link: the one before, if there was one, opens nothing any more. Not after it was opened.
CREATE OR REPLACE FUNCTION vb.issue_link(part uuid, secret bytea, code bytea, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  mine bigint := vb.own_outside(issue_link.part);
  p record;
BEGIN
  SELECT x.* INTO p FROM disclosure_outsidepart x WHERE x.id = mine FOR UPDATE;
  IF p.way <> 'link' OR p.opened_at IS NOT NULL OR p.until <= statement_timestamp() THEN
    RAISE EXCEPTION 'no link to this any more' USING ERRCODE = '42501';
  END IF;
  IF length(issue_link.secret) <> 32 OR length(issue_link.code) <> 32 THEN
    RAISE EXCEPTION 'hashes only' USING ERRCODE = '23514';
  END IF;
  DELETE FROM vb.outside_secret s WHERE s.part_id = mine;
  INSERT INTO vb.outside_secret (secret, code, unit_id, part_id)
    VALUES (issue_link.secret, issue_link.code, p.unit_id, mine);
  UPDATE disclosure_outsidepart SET issued_at = clock_timestamp() WHERE id = mine;
  PERFORM vb.append(p.unit_id, p.child_file_id, 'outside.link_made', p.public_id, '', issue_link.request);
END $$;

-- Paper was handed over, and the leader has signed the reservation.
CREATE OR REPLACE FUNCTION vb.note_outside_receipt(part uuid, name text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  mine bigint := vb.own_outside(note_outside_receipt.part);
  p record;
BEGIN
  SELECT x.*, d.public_id AS ref INTO p FROM disclosure_outsidepart x
    JOIN disclosure_disclosure d ON d.unit_id = x.unit_id AND d.id = x.disclosure_id
   WHERE x.id = mine;
  IF p.way <> 'paper' OR p.accepted_at IS NOT NULL OR trim(note_outside_receipt.name) = '' THEN
    RAISE EXCEPTION 'no receipt to note' USING ERRCODE = '42501';
  END IF;
  UPDATE disclosure_outsidepart SET accepted_by = trim(note_outside_receipt.name),
      accepted_at = clock_timestamp(), opened_at = clock_timestamp() WHERE id = mine;
  PERFORM vb.receipt(p.ref, 'opened', trim(note_outside_receipt.name), '', '');
  PERFORM vb.append(p.unit_id, p.child_file_id, 'outside.handed_over', p.public_id,
                    trim(note_outside_receipt.name), note_outside_receipt.request);
END $$;

-- Ended before its last day: the link shows nothing from now on.
CREATE OR REPLACE FUNCTION vb.close_outside(part uuid, reason text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  mine bigint := vb.own_outside(close_outside.part);
  p record;
BEGIN
  SELECT x.* INTO p FROM disclosure_outsidepart x WHERE x.id = mine;
  DELETE FROM vb.outside_secret s WHERE s.part_id = mine;
  UPDATE disclosure_outsidepart SET closed_at = clock_timestamp(),
      close_reason = close_outside.reason WHERE id = mine;
  PERFORM vb.append(p.unit_id, p.child_file_id, 'outside.closed', p.public_id, close_outside.reason,
                    close_outside.request);
END $$;

-- The one thing that somebody without a login can do: read one part, with both secrets, while it
-- lasts and the yes to it stands. First the reservation; the content after it has been accepted.
-- Once, and again for a day. Every no is the same: no row.
CREATE OR REPLACE FUNCTION vb.open_outside(
  secret bytea, code bytea, client bytea, accepted_by text, request uuid)
RETURNS TABLE (association text, to_name text, from_unit text, from_organisation text, sent_by text,
               reservation text, until timestamptz, content text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
DECLARE
  tried int; k record; p record; stands boolean; who text := trim(coalesce(open_outside.accepted_by, ''));
BEGIN
  DELETE FROM vb.outside_try t WHERE t.at < clock_timestamp() - interval '15 minutes';
  SELECT count(*) INTO tried FROM vb.outside_try t WHERE t.client = open_outside.client;
  SELECT s.* INTO k FROM vb.outside_secret s WHERE s.secret = open_outside.secret FOR UPDATE;
  SELECT x.*, d.content AS body, d.public_id AS ref, d.subject_ref, d.version, d.consent_id,
         u.name AS association_name, f.protection, own.name AS own_name, o.name AS own_organisation, c.ref AS consent_ref,
         concat_ws(' ', coalesce(nullif(q.name_used, ''), q.given_name), q.family_name) AS decider
    INTO p
    FROM disclosure_outsidepart x
    JOIN disclosure_disclosure d ON d.unit_id = x.unit_id AND d.id = x.disclosure_id
    JOIN disclosure_consent c ON c.unit_id = d.unit_id AND c.id = d.consent_id
    JOIN people_childfile f ON f.unit_id = x.unit_id AND f.id = x.child_file_id
    JOIN organisations_person q ON q.id = d.decided_by_id
    JOIN organisations_secrecyunit own ON own.id = x.unit_id
    JOIN organisations_organisation o ON o.id = own.organisation_id
    JOIN organisations_secrecyunit there ON there.id = x.to_unit_id
    JOIN organisations_organisation u ON u.id = there.organisation_id
   WHERE x.unit_id = k.unit_id AND x.id = k.part_id;
  PERFORM 1 FROM vb.consent_anchor a WHERE a.id = p.consent_ref FOR UPDATE;  -- a withdrawal takes the same row
  SELECT c.valid_to > vb.today() AND a.live AND NOT EXISTS (
      SELECT FROM (
        SELECT DISTINCT ON (e.to_unit_id, e.consenter_id) e.what FROM disclosure_consentevent e
         WHERE e.unit_id = c.unit_id AND e.consent_id = c.id AND e.to_unit_id IN (c.unit_id, p.to_unit_id)
         ORDER BY e.to_unit_id, e.consenter_id, e.id DESC) AS said
       WHERE said.what IN ('refused', 'withdrawn'))
    INTO stands
    FROM disclosure_consent c JOIN vb.consent_anchor a ON a.id = c.ref
   WHERE c.unit_id = p.unit_id AND c.id = p.consent_id;
  IF NOT coalesce(tried < 10 AND k.wrong < 5 AND k.code = open_outside.code AND stands
      AND p.closed_at IS NULL AND p.protection = 'none' AND p.until > statement_timestamp()
      AND (p.opened_at IS NULL OR p.opened_at > statement_timestamp() - interval '24 hours')
      AND length(who) <= 100, false)
  THEN
    INSERT INTO vb.outside_try (client, at) VALUES (open_outside.client, clock_timestamp());
    UPDATE vb.outside_secret s SET wrong = s.wrong + 1
     WHERE s.secret = open_outside.secret AND s.code <> open_outside.code;
    IF p.id IS NOT NULL THEN
      PERFORM vb.append_outside(p.public_id, p.unit_id, p.child_file_id, 'outside.refused', '', open_outside.request);
    END IF;
    RETURN;
  END IF;
  IF who <> '' THEN
    IF p.opened_at IS NULL THEN
      UPDATE disclosure_outsidepart x SET accepted_by = who, accepted_at = clock_timestamp(),
          opened_at = clock_timestamp() WHERE x.id = p.id;
      PERFORM vb.receipt(p.ref, 'opened', who || ', ' || p.association_name, '', '');
      INSERT INTO audit_familyline (person_id, at, from_unit_id, unit_name, organisation_name, act,
          object, version, capacity, child_ref)
        SELECT DISTINCT h.person_id, clock_timestamp(), p.to_unit_id, there.name, p.association_name,
               'delivery.read', p.subject_ref, p.version, '', h.child_ref
          FROM disclosure_familydelivery h JOIN organisations_secrecyunit there ON there.id = p.to_unit_id
         WHERE h.from_unit_id = p.unit_id AND h.subject_ref = p.subject_ref
           AND h.version IS NOT DISTINCT FROM p.version;
    END IF;
    PERFORM vb.append_outside(p.public_id, p.unit_id, p.child_file_id, 'outside.read', who, open_outside.request);
  END IF;
  RETURN QUERY SELECT p.association_name::text, p.to_name::text, p.own_name::text, p.own_organisation::text,
    p.decider::text, p.reservation::text, p.until, CASE WHEN who <> '' THEN p.body::text END;
END $$;

GRANT EXECUTE ON FUNCTION vb.issue_link(uuid, bytea, bytea, uuid),
  vb.note_outside_receipt(uuid, text, uuid), vb.close_outside(uuid, text, uuid),
  vb.open_outside(bytea, bytea, bytea, text, uuid) TO vb_app;
