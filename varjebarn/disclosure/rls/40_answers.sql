-- What comes back: receipts, the intake's decision, and what a child or guardian sends.

SET LOCAL ROLE vb_definer;

-- Tells every family member who holds the same version that a copy of it was opened; not where the family
-- is not told that it was given (OSL 18:1, 35:1).
CREATE OR REPLACE FUNCTION vb.tell_family(delivery bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  INSERT INTO audit_familyline
    (person_id, at, from_unit_id, unit_name, organisation_name, act, object, version, capacity,
     child_ref)
  SELECT DISTINCT h.person_id, clock_timestamp(), d.unit_id, u.name, o.name, 'delivery.read',
         d.subject_ref, h.version, coalesce(vb.actor(3), ''), h.child_ref
    FROM disclosure_delivery d
    JOIN disclosure_familydelivery h ON h.from_unit_id = d.from_unit_id AND h.subject_ref = d.subject_ref
      AND coalesce(h.edition, h.version) IS NOT DISTINCT FROM d.version AND h.withheld = '{}'
    JOIN organisations_secrecyunit u ON u.id = d.unit_id
    JOIN organisations_organisation o ON o.id = u.organisation_id
   WHERE d.id = tell_family.delivery
     AND NOT EXISTS (SELECT FROM disclosure_groundrow g WHERE g.code = d.ground AND g.untold)
     AND NOT EXISTS (SELECT FROM disclosure_disclosure o JOIN disclosure_dutyrow y ON y.code = o.duty
           WHERE o.public_id = d.disclosure_ref AND y.untold)
     AND NOT EXISTS (SELECT FROM audit_familyline l WHERE l.person_id = h.person_id
           AND l.from_unit_id = d.unit_id AND l.object = d.subject_ref AND l.act = 'delivery.read'
           AND l.version IS NOT DISTINCT FROM h.version AND l.at > clock_timestamp() - interval '15 minutes');
END $$;

-- A receipt in the sender's compartment.
CREATE OR REPLACE FUNCTION vb.receipt(
  disclosure uuid, what text, by text, contact_name text, reason text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  INSERT INTO disclosure_receipt (unit_id, child_file_id, disclosure_ref, what, by, contact_name, reason, at)
    SELECT d.unit_id, vb.file_now(d.unit_id, d.child_file_id), d.public_id, receipt.what, receipt.by,
           receipt.contact_name, receipt.reason, clock_timestamp()
      FROM disclosure_disclosure d WHERE d.public_id = receipt.disclosure;
  -- What the recipient has decided is news to those who work with the child where it came from.
  IF receipt.what <> 'opened' THEN
    INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, object, at)
      SELECT gen_random_uuid(), d.unit_id, vb.file_now(d.unit_id, d.child_file_id),
             'delivery_' || receipt.what, d.public_id, clock_timestamp()
        FROM disclosure_disclosure d WHERE d.public_id = receipt.disclosure;
  END IF;
END $$;

-- A copy is opened: the first time a receipt goes back to the sender; the family is told.
CREATE OR REPLACE FUNCTION vb.opened(delivery uuid, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  d record;
BEGIN
  IF vb.kind() = 'family' THEN
    SELECT x.id, x.disclosure_ref, x.opened_at,
           concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name) AS reader INTO d
      FROM disclosure_familydelivery x
      JOIN organisations_person p ON p.id = x.person_id
      JOIN people_familyaccess a ON a.person_id = x.person_id AND a.unit_id = x.from_unit_id
        AND a.child_ref = x.child_ref AND a.valid_from <= statement_timestamp()
        AND a.valid_to > statement_timestamp()
     WHERE x.public_id = opened.delivery AND x.person_id = vb.person() AND x.until > statement_timestamp()
       AND NOT vb.is_suspended(vb.person(), x.from_unit_id, x.child_ref, x.matter)
       AND x.withheld = '{}';
    IF NOT FOUND THEN RAISE EXCEPTION 'no such delivery' USING ERRCODE = '42501'; END IF;
    IF d.opened_at IS NULL THEN
      UPDATE disclosure_familydelivery SET opened_at = clock_timestamp() WHERE id = d.id;
      PERFORM vb.receipt(d.disclosure_ref, 'opened', d.reader, '', '');
    END IF;
    PERFORM vb.append(NULL, NULL, 'delivery.read', opened.delivery, '', opened.request);
    RETURN;
  END IF;
  SELECT x.id, x.child_file_id, x.disclosure_ref, x.opened_at, u.name INTO d
    FROM disclosure_delivery x JOIN organisations_secrecyunit u ON u.id = x.unit_id
   WHERE x.public_id = opened.delivery AND x.unit_id = vb.unit();
  IF NOT FOUND OR NOT vb.is_involved(d.child_file_id) THEN
    RAISE EXCEPTION 'no such delivery' USING ERRCODE = '42501';
  END IF;
  IF d.opened_at IS NULL THEN
    UPDATE disclosure_delivery x SET opened_at = clock_timestamp(),
        opened_by = (SELECT p.public_id FROM organisations_person p WHERE p.id = vb.person())
     WHERE x.id = d.id;
    PERFORM vb.receipt(d.disclosure_ref, 'opened', d.name, '', '');
  END IF;
  PERFORM vb.tell_family(d.id);
  -- The family is told of copies of what they hold themselves, above, and of nothing else that arrives.
  PERFORM vb.record('delivery.read', d.child_file_id, opened.delivery, '', opened.request, false);
END $$;

-- Files of the own unit that may be the same child: same birth date, for the intake to choose among.
CREATE OR REPLACE FUNCTION vb.intake_candidates(delivery uuid)
RETURNS TABLE (child_file uuid, name text, born date)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  PERFORM vb.append(vb.unit(), d.child_file_id, 'intake.searched', intake_candidates.delivery, '', NULL)
     FROM disclosure_delivery d
    WHERE d.public_id = intake_candidates.delivery AND d.unit_id = vb.unit()
      AND vb.is_involved(d.child_file_id);
  RETURN QUERY
    SELECT o.public_id, concat_ws(' ', coalesce(nullif(o.name_used, ''), o.given_name), o.family_name), o.born
      FROM disclosure_delivery d
      JOIN people_childfile f ON f.unit_id = d.unit_id AND f.id = d.child_file_id
      JOIN people_childfile o ON o.unit_id = f.unit_id AND o.born = f.born AND o.id <> f.id
        AND o.protection = 'none' AND o.joined_into IS NULL AND o.filed
     WHERE d.public_id = intake_candidates.delivery AND d.unit_id = vb.unit()
       AND vb.is_involved(d.child_file_id) AND NOT f.filed
     ORDER BY o.id LIMIT 10;
END $$;

-- The intake files what has arrived: to an existing file of the unit or as a new one, and names who
-- takes it. Joining keeps both histories (R43). From now on the sender knows that it was taken.
CREATE OR REPLACE FUNCTION vb.take_intake(delivery uuid, into_file uuid, taker uuid, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  d record; target bigint; who record; waited record;
BEGIN
  SELECT x.* INTO d FROM disclosure_delivery x
   WHERE x.public_id = take_intake.delivery AND x.unit_id = vb.unit() AND x.state = 'new' FOR UPDATE;
  IF NOT FOUND OR NOT vb.is_involved(d.child_file_id) THEN
    RAISE EXCEPTION 'no such delivery' USING ERRCODE = '42501';
  END IF;
  target := d.child_file_id;
  IF take_intake.into_file IS NOT NULL THEN
    SELECT f.id INTO target FROM people_childfile f
      JOIN people_childfile own ON own.unit_id = f.unit_id AND own.id = d.child_file_id
        AND own.born = f.born AND NOT own.filed
     WHERE f.unit_id = vb.unit() AND f.public_id = take_intake.into_file AND f.protection = 'none'
       AND f.joined_into IS NULL;
    IF NOT FOUND THEN RAISE EXCEPTION 'no such file' USING ERRCODE = '42501'; END IF;
    PERFORM vb.carry_protection(vb.unit(), d.child_file_id, vb.unit(), target, take_intake.request);
  END IF;
  SELECT p.id, concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name) AS name,
         a.title, u.name AS unit_name INTO who
    FROM organisations_person p
    JOIN organisations_assignment a ON a.person_id = p.id AND a.unit_id = vb.unit()
      AND a.valid_from <= statement_timestamp() AND a.valid_to > statement_timestamp()
    JOIN organisations_secrecyunit u ON u.id = a.unit_id
   WHERE (take_intake.taker IS NULL AND p.id = vb.person()) OR p.public_id = take_intake.taker
   LIMIT 1;
  IF NOT FOUND OR EXISTS (
    SELECT FROM people_childfile f WHERE f.unit_id = vb.unit() AND f.id = target AND f.protection <> 'none'
       AND NOT EXISTS (SELECT FROM people_namedreader n WHERE n.unit_id = f.unit_id
             AND n.child_file_id = f.id AND n.person_id = who.id))
  THEN
    RAISE EXCEPTION 'nobody of this unit' USING ERRCODE = '42501';
  END IF;
  IF target <> d.child_file_id THEN
    UPDATE people_childfile f SET joined_into = target
     WHERE f.unit_id = vb.unit() AND f.id = d.child_file_id;
    UPDATE disclosure_delivery x SET child_file_id = target
     WHERE x.unit_id = vb.unit() AND x.child_file_id = d.child_file_id;
    UPDATE disclosure_consent x SET child_file_id = target WHERE x.unit_id = vb.unit() AND x.child_file_id = d.child_file_id;
    UPDATE disclosure_consentscope x SET child_file_id = target WHERE x.unit_id = vb.unit() AND x.child_file_id = d.child_file_id;
    UPDATE disclosure_consenter x SET child_file_id = target WHERE x.unit_id = vb.unit() AND x.child_file_id = d.child_file_id;
    UPDATE disclosure_consentevent x SET child_file_id = target WHERE x.unit_id = vb.unit() AND x.child_file_id = d.child_file_id;
    UPDATE people_notice x SET child_file_id = target WHERE x.unit_id = vb.unit() AND x.child_file_id = d.child_file_id;
  END IF;
  INSERT INTO people_involvement (public_id, unit_id, child_file_id, person_id, role, reason,
      valid_from, valid_to, made_by_id)
    VALUES (gen_random_uuid(), vb.unit(), target, who.id, 'team', 'intake', statement_timestamp(),
      '9999-12-31Z', vb.person());
  -- Whatever waits about the child is filed with it, and every sender is told.
  FOR waited IN
    UPDATE disclosure_delivery x SET state = 'filed', state_at = clock_timestamp()
     WHERE x.unit_id = vb.unit() AND x.child_file_id = target AND x.state = 'new'
    RETURNING x.public_id, x.disclosure_ref
  LOOP
    PERFORM vb.receipt(waited.disclosure_ref, 'filed', who.unit_name, who.name || ', ' || who.title, '');
    PERFORM vb.append(vb.unit(), target, 'delivery.filed', waited.public_id, '', take_intake.request);
  END LOOP;
  UPDATE people_childfile f SET filed = true WHERE f.unit_id = vb.unit() AND f.id = target;
  UPDATE people_involvement i SET valid_to = statement_timestamp()
   WHERE i.unit_id = vb.unit() AND i.child_file_id IN (d.child_file_id, target) AND i.role = 'intake'
     AND i.valid_to > statement_timestamp();
  PERFORM vb.project(vb.unit(), d.child_file_id);
  PERFORM vb.project(vb.unit(), target);
END $$;

-- It does not belong here: said by the intake, or later by those who took it. The copy stays, closed; the
-- sender is told.
CREATE OR REPLACE FUNCTION vb.decline_intake(delivery uuid, reason text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  d record; unit_name text;
BEGIN
  SELECT x.* INTO d FROM disclosure_delivery x
   WHERE x.public_id = decline_intake.delivery AND x.unit_id = vb.unit() AND x.state IN ('new', 'filed') FOR UPDATE;
  IF NOT FOUND OR NOT vb.is_involved(d.child_file_id) THEN
    RAISE EXCEPTION 'no such delivery' USING ERRCODE = '42501';
  END IF;
  IF trim(decline_intake.reason) = '' THEN RAISE EXCEPTION 'a reason is needed' USING ERRCODE = '23514'; END IF;
  SELECT u.name INTO unit_name FROM organisations_secrecyunit u WHERE u.id = vb.unit();
  UPDATE disclosure_delivery x SET state = 'declined', state_at = clock_timestamp(),
      decline_reason = decline_intake.reason WHERE x.id = d.id;
  PERFORM vb.receipt(d.disclosure_ref, 'declined', unit_name, '', decline_intake.reason);
  PERFORM vb.append(vb.unit(), d.child_file_id, 'delivery.declined', decline_intake.delivery, decline_intake.reason,
                    decline_intake.request);
  -- The intake looks on while something else about the child waits.
  UPDATE people_involvement i SET valid_to = statement_timestamp()
   WHERE i.unit_id = vb.unit() AND i.child_file_id = d.child_file_id AND i.role = 'intake'
     AND i.valid_to > statement_timestamp()
     AND NOT EXISTS (SELECT FROM disclosure_delivery x WHERE x.unit_id = vb.unit()
           AND x.child_file_id = d.child_file_id AND x.state = 'new');
  PERFORM vb.project(vb.unit(), d.child_file_id);
END $$;

-- A child or guardian sends what they have written to the unit that asked. No disclosure: it needs
-- no ground, and is registered and logged where it arrives (TF 2:9, OSL 5:1).
CREATE OR REPLACE FUNCTION vb.submit(draft uuid, request uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  w record; h record; f record; answer record; target bigint; made uuid;
BEGIN
  IF vb.kind() IS DISTINCT FROM 'family' THEN
    RAISE EXCEPTION 'not family' USING ERRCODE = '42501';
  END IF;
  SELECT x.* INTO w FROM disclosure_draft x
   WHERE x.public_id = submit.draft AND x.person_id = vb.person() AND x.sent_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such draft' USING ERRCODE = '42501'; END IF;
  SELECT x.*, p.public_id AS person_ref,
         concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name) AS name INTO h
    FROM disclosure_familydelivery x
    JOIN organisations_person p ON p.id = x.person_id
    JOIN people_familyaccess a ON a.person_id = x.person_id AND a.unit_id = x.from_unit_id
      AND a.child_ref = x.child_ref AND a.valid_from <= statement_timestamp()
      AND a.valid_to > statement_timestamp()
   WHERE x.public_id = w.reply_to AND x.person_id = vb.person() AND x.until > statement_timestamp()
     AND NOT vb.is_suspended(vb.person(), x.from_unit_id, x.child_ref, x.matter)
     AND x.withheld = '{}';
  IF NOT FOUND THEN RAISE EXCEPTION 'nobody asked' USING ERRCODE = '42501'; END IF;
  -- What is sent to a file that has been made one with another arrives in that one.
  SELECT coalesce(x.joined_into, x.id) AS id INTO f
    FROM people_childfile x WHERE x.unit_id = h.from_unit_id AND x.public_id = h.child_ref;

  IF w.kind = 'consent_answer' THEN
    IF h.content_kind <> 'consent_request' OR NOT EXISTS (
      SELECT FROM disclosure_consent c WHERE c.ref = h.subject_ref AND c.unit_id = h.from_unit_id
         AND c.child_file_id = f.id AND c.is_origin)  -- the unit that asks is the one that owns the question
    THEN
      RAISE EXCEPTION 'nobody asked' USING ERRCODE = '42501';
    END IF;
    PERFORM 1 FROM vb.consent_anchor a WHERE a.id = h.subject_ref FOR UPDATE;
    FOR answer IN SELECT k.key, k.value FROM jsonb_each_text(w.body -> 'answers') AS k LOOP
      IF answer.value NOT IN ('given', 'refused') THEN
        RAISE EXCEPTION 'no such answer' USING ERRCODE = '23514';
      END IF;
      SELECT u.id INTO target FROM organisations_secrecyunit u WHERE u.public_id = answer.key::uuid;
      PERFORM vb.spread_answer(h.subject_ref, target, h.person_ref, h.capacity, answer.value, 'screen');
      IF answer.value = 'refused' THEN  -- a yes before it has been taken back
        PERFORM vb.tell_withdrawn(h.subject_ref, target) FROM disclosure_delivery o
          WHERE o.consent_ref = h.subject_ref AND o.consent_ended IS NULL
            AND (o.unit_id = target OR o.from_unit_id = target) LIMIT 1;
        IF FOUND THEN  -- and its end is logged at both ends, as its beginning
          PERFORM vb.append(c.unit_id, c.child_file_id, 'consent.withdrawn', c.ref, '', submit.request)
             FROM disclosure_consent c
            WHERE c.ref = h.subject_ref AND (c.unit_id = target OR c.is_origin);
        END IF;
      END IF;
    END LOOP;
  END IF;

  made := gen_random_uuid();
  INSERT INTO disclosure_submission (public_id, unit_id, child_file_id, person_ref, name, capacity, kind,
      body, subject_ref, arrived)
    VALUES (made, h.from_unit_id, f.id, h.person_ref, h.name, h.capacity, w.kind, w.body, h.subject_ref,
      clock_timestamp());
  INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, object, at)
    VALUES (gen_random_uuid(), h.from_unit_id, f.id, w.kind, made, clock_timestamp());
  UPDATE disclosure_draft SET sent_at = clock_timestamp() WHERE id = w.id;
  PERFORM vb.append(h.from_unit_id, f.id, 'submission.arrived', made, w.kind, submit.request);
  RETURN made;
END $$;

GRANT EXECUTE ON FUNCTION vb.opened(uuid, uuid), vb.intake_candidates(uuid),
  vb.take_intake(uuid, uuid, uuid, uuid), vb.decline_intake(uuid, text, uuid), vb.submit(uuid, uuid) TO vb_app;
