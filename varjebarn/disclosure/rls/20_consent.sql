-- Asking, answering and withdrawing consent. Whoever touches an answer locks the anchor first, so
-- that a withdrawal and a delivery never pass each other.

SET LOCAL ROLE vb_definer;

-- Whether a consent is complete for a unit today, judged in one unit's copy by the county's policy.
-- What stands in for an answer is written in the unit that asked, and looked up there (60_exceptions).
CREATE OR REPLACE FUNCTION vb.consent_complete(holder bigint, consent bigint, to_unit bigint) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  c record; origin record; band record;
  guardians int; yes int; answered int;
  child_said text;
BEGIN
  SELECT x.*, f.born INTO c
    FROM disclosure_consent x
    JOIN people_childfile f ON f.unit_id = x.unit_id AND f.id = x.child_file_id
   WHERE x.id = consent_complete.consent AND x.unit_id = consent_complete.holder;
  IF NOT FOUND OR c.valid_to <= vb.today() THEN RETURN false; END IF;
  IF NOT EXISTS (SELECT FROM vb.consent_anchor a WHERE a.id = c.ref AND a.live) THEN RETURN false; END IF;
  IF NOT EXISTS (SELECT FROM disclosure_consentscope s WHERE s.unit_id = c.unit_id
      AND s.consent_id = c.id AND s.to_unit_id = consent_complete.to_unit) THEN RETURN false; END IF;
  -- What was asked of a child ends on the 18th birthday: the young person is asked anew (R13).
  IF vb.birthday(c.born, 18) <= vb.today() AND c.asked_at < vb.midnight(vb.birthday(c.born, 18)) THEN
    RETURN false;
  END IF;
  SELECT b.* INTO band FROM disclosure_consentband b
   WHERE b.policy = c.policy AND b.version = c.policy_version
     AND (b.from_age = 0 OR vb.birthday(c.born, b.from_age) <= vb.today())
     AND vb.birthday(c.born, b.to_age) > vb.today();
  IF NOT FOUND THEN RETURN false; END IF;

  SELECT e.what INTO child_said
    FROM disclosure_consentevent e
    JOIN disclosure_consenter w ON w.unit_id = e.unit_id AND w.id = e.consenter_id
   WHERE e.unit_id = c.unit_id AND e.consent_id = c.id AND e.to_unit_id = consent_complete.to_unit
     AND w.capacity = 'child'
   ORDER BY e.id DESC LIMIT 1;
  IF child_said IN ('refused', 'withdrawn') THEN RETURN false; END IF;
  IF band.child = 'consent' AND child_said IS DISTINCT FROM 'given' THEN RETURN false; END IF;
  IF band.guardians = 'none' THEN RETURN true; END IF;

  SELECT o.unit_id, o.id, o.child_file_id INTO origin FROM disclosure_consent o
   WHERE o.unit_id = c.origin_unit_id AND o.ref = c.ref;
  IF child_said = 'given' AND EXISTS (
    SELECT FROM disclosure_maturityassessment m
     WHERE m.unit_id = origin.unit_id AND m.consent_id = origin.id
       AND (band.child_alone = 'assessed_or_harm' OR (band.child_alone = 'assessed' AND m.understands <> '')))
  THEN RETURN true; END IF;

  -- Each who decides in the matter now, by what the asking unit knows: a yes, or what stands in for it;
  -- one yes is real. Whoever is replaced in it, or has lost custody, neither gives nor stops.
  SELECT count(*), count(*) FILTER (WHERE said.what = 'given'),
         count(*) FILTER (WHERE said.what = 'given' OR EXISTS (
           SELECT FROM disclosure_standin s
             JOIN disclosure_consenter o ON o.unit_id = s.unit_id AND o.id = s.consenter_id
            WHERE s.unit_id = origin.unit_id AND s.consent_id = origin.id AND s.ended_at IS NULL
              AND o.capacity = w.capacity AND o.person_ref IS NOT DISTINCT FROM w.person_ref
              AND ((s.kind = 'hindered' AND said.what IS NULL)
                   OR (s.kind = 'decision_6_13a' AND s.measure = c.matter))))
    INTO guardians, yes, answered
    FROM disclosure_consenter w
    LEFT JOIN LATERAL (
      SELECT e.what FROM disclosure_consentevent e
       WHERE e.unit_id = w.unit_id AND e.consent_id = w.consent_id
         AND e.to_unit_id = consent_complete.to_unit AND e.consenter_id = w.id
       ORDER BY e.id DESC LIMIT 1) said ON true
   WHERE w.unit_id = c.unit_id AND w.consent_id = c.id AND w.capacity = 'guardian'
     AND EXISTS (SELECT FROM vb.deciding(origin.unit_id, origin.child_file_id, c.matter) d
                  WHERE d.person_ref IS NOT DISTINCT FROM w.person_ref);
  IF band.guardians = 'all' AND (yes = 0 OR answered < guardians) THEN RETURN false; END IF;
  IF band.guardians = 'one' AND yes = 0 THEN RETURN false; END IF;
  -- Somebody who decides in the matter now was never asked: as far as this unit's own file knows.
  RETURN NOT EXISTS (
    SELECT FROM vb.deciding(c.unit_id, c.child_file_id, c.matter) d
     WHERE NOT vb.is_replaced(origin.unit_id, origin.child_file_id, d.person_ref, c.matter)
       AND NOT EXISTS (SELECT FROM disclosure_consenter w WHERE w.unit_id = c.unit_id
             AND w.consent_id = c.id AND w.capacity = 'guardian'
             AND w.person_ref IS NOT DISTINCT FROM d.person_ref));
END $$;

-- Whether a consent of the acting unit holds for a unit today.
CREATE OR REPLACE FUNCTION vb.consent_holds(consent bigint, to_unit bigint) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  file bigint;
BEGIN
  SELECT x.child_file_id INTO file FROM disclosure_consent x
   WHERE x.id = consent_holds.consent AND x.unit_id = vb.unit();
  RETURN FOUND AND vb.is_involved(file)
    AND vb.consent_complete(vb.unit(), consent_holds.consent, consent_holds.to_unit);
END $$;

-- Asks: writes the consent, its circle, and everybody whose answer the policy needs. The asking
-- unit stands in its own circle. Nothing has been given yet. From 18 on the young person alone is asked.
DROP FUNCTION IF EXISTS vb.ask_consent(bigint, text, date, jsonb, text, int, uuid);  -- it asks what about, too
CREATE OR REPLACE FUNCTION vb.ask_consent(
  child_file bigint, purpose text, valid_to date, scopes jsonb, policy text, policy_version int,
  request uuid, matter text DEFAULT 'everyday') RETURNS TABLE (id bigint, ref uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
DECLARE
  made bigint;
  made_ref uuid := gen_random_uuid();
BEGIN
  IF NOT vb.is_involved(ask_consent.child_file) THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  IF ask_consent.valid_to <= vb.today() THEN
    RAISE EXCEPTION 'the last day has passed' USING ERRCODE = '23514';
  END IF;
  INSERT INTO vb.consent_anchor (id, unit_id) VALUES (made_ref, vb.unit());
  INSERT INTO disclosure_consent (unit_id, child_file_id, ref, is_origin, origin_unit_id, purpose,
      matter, valid_to, policy, policy_version, asked_at, asked_by)
    VALUES (vb.unit(), ask_consent.child_file, made_ref, true, vb.unit(), ask_consent.purpose,
      ask_consent.matter, ask_consent.valid_to, ask_consent.policy, ask_consent.policy_version, clock_timestamp(),
      (SELECT p.public_id FROM organisations_person p WHERE p.id = vb.person()))
    RETURNING disclosure_consent.id INTO made;
  INSERT INTO disclosure_consentscope (unit_id, child_file_id, consent_id, to_unit_id, parts)
    SELECT vb.unit(), ask_consent.child_file, made, u.id,
           ARRAY(SELECT jsonb_array_elements_text(s.parts))
      FROM jsonb_to_recordset(ask_consent.scopes) AS s (unit uuid, parts jsonb)
      JOIN organisations_secrecyunit u ON u.public_id = s.unit;
  IF NOT EXISTS (SELECT FROM disclosure_consentscope s WHERE s.consent_id = made AND s.to_unit_id = vb.unit()) THEN
    RAISE EXCEPTION 'the asking unit stands in its own circle' USING ERRCODE = '23514';
  END IF;
  INSERT INTO disclosure_consenter (unit_id, child_file_id, consent_id, person_ref, name, capacity)
    SELECT f.unit_id, f.id, made, g.person_ref, g.name, 'guardian'
      FROM people_childfile f, vb.deciding(f.unit_id, f.id, ask_consent.matter) g
     WHERE f.unit_id = vb.unit() AND f.id = ask_consent.child_file AND vb.birthday(f.born, 18) > vb.today();
  INSERT INTO disclosure_consenter (unit_id, child_file_id, consent_id, person_ref, name, capacity)
    SELECT f.unit_id, f.id, made, f.person_ref, coalesce(nullif(f.name_used, ''), f.given_name), 'child'
      FROM people_childfile f WHERE f.unit_id = vb.unit() AND f.id = ask_consent.child_file;
  PERFORM vb.append(vb.unit(), ask_consent.child_file, 'consent.asked', made_ref, '', ask_consent.request);
  RETURN QUERY SELECT made, made_ref;
END $$;

-- Writes one answer into every copy that holds that unit in its circle. Called under the lock. A no is
-- known to the unit that asked; where a yes was known before, it has been taken back.
CREATE OR REPLACE FUNCTION vb.spread_answer(
  ref uuid, to_unit bigint, person_ref uuid, capacity text, what text, how text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  INSERT INTO disclosure_consentevent
    (unit_id, child_file_id, consent_id, to_unit_id, consenter_id, what, how, at)
  SELECT c.unit_id, c.child_file_id, c.id, s.to_unit_id, w.id,
         CASE WHEN spread_answer.what = 'refused' AND NOT c.is_origin THEN 'withdrawn' ELSE spread_answer.what END,
         spread_answer.how, clock_timestamp()
    FROM disclosure_consent c
    JOIN disclosure_consentscope s ON s.unit_id = c.unit_id AND s.consent_id = c.id
    JOIN disclosure_consenter w ON w.unit_id = c.unit_id AND w.consent_id = c.id
   WHERE c.ref = spread_answer.ref AND s.to_unit_id = spread_answer.to_unit
     AND w.capacity = spread_answer.capacity
     AND w.person_ref IS NOT DISTINCT FROM spread_answer.person_ref;
END $$;

-- Staff of the asking unit write down an answer given on paper or by word of mouth: when it was said
-- and who heard it or received the paper; nothing said means today, and the one who writes.
DROP FUNCTION IF EXISTS vb.record_answer(bigint, bigint, uuid, text, text, text, uuid);  -- it asks for more now
CREATE OR REPLACE FUNCTION vb.record_answer(
  consent bigint, consenter bigint, to_unit uuid, what text, how text, note text, request uuid,
  said_on date DEFAULT NULL, heard_by text DEFAULT '', reference text DEFAULT '', paper uuid DEFAULT NULL)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  c record; w record; target bigint; scan bigint; ends boolean;
BEGIN
  SELECT x.ref, x.child_file_id INTO c FROM disclosure_consent x
   WHERE x.id = record_answer.consent AND x.unit_id = vb.unit() AND x.is_origin;
  IF NOT FOUND OR NOT vb.is_involved(c.child_file_id) THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  IF record_answer.what NOT IN ('given', 'refused', 'withdrawn') OR record_answer.how NOT IN ('paper', 'oral') THEN
    RAISE EXCEPTION 'no such answer' USING ERRCODE = '23514';
  END IF;
  IF record_answer.said_on > vb.today() THEN
    RAISE EXCEPTION 'not said yet' USING ERRCODE = '23514';
  END IF;
  IF record_answer.paper IS NOT NULL THEN
    SELECT p.id INTO scan FROM disclosure_paper p WHERE p.public_id = record_answer.paper
       AND p.unit_id = vb.unit() AND p.consent_id = record_answer.consent;
    IF NOT FOUND THEN RAISE EXCEPTION 'no such paper' USING ERRCODE = '42501'; END IF;
  END IF;
  SELECT x.person_ref, x.capacity INTO w FROM disclosure_consenter x
   WHERE x.id = record_answer.consenter AND x.unit_id = vb.unit() AND x.consent_id = record_answer.consent;
  SELECT u.id INTO target FROM organisations_secrecyunit u WHERE u.public_id = record_answer.to_unit;
  IF w IS NULL OR target IS NULL THEN RAISE EXCEPTION 'nobody asked' USING ERRCODE = '42501'; END IF;
  PERFORM 1 FROM vb.consent_anchor a WHERE a.id = c.ref FOR UPDATE;
  -- Whoever has said no on screen says yes there too: nobody else says it for them.
  IF record_answer.what = 'given' AND (
    SELECT e.how = 'screen' AND e.what <> 'given' FROM disclosure_consentevent e
     WHERE e.unit_id = vb.unit() AND e.consent_id = record_answer.consent AND e.to_unit_id = target
       AND e.consenter_id = record_answer.consenter
     ORDER BY e.id DESC LIMIT 1)
  THEN
    RAISE EXCEPTION 'answered by the person herself' USING ERRCODE = '42501';
  END IF;
  PERFORM vb.spread_answer(c.ref, target, w.person_ref, w.capacity, record_answer.what, record_answer.how);
  INSERT INTO disclosure_answernote (unit_id, child_file_id, consent_id, event_id, said_on, heard_by, reference,
      note, paper_id, entered_by_id)
    SELECT vb.unit(), c.child_file_id, record_answer.consent, e.id, coalesce(record_answer.said_on, vb.today()),
           coalesce(nullif(trim(record_answer.heard_by), ''),
                    concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name)),
           trim(record_answer.reference), trim(record_answer.note), scan, vb.person()
      FROM organisations_person p
      JOIN LATERAL (SELECT x.id FROM disclosure_consentevent x
         WHERE x.unit_id = vb.unit() AND x.consent_id = record_answer.consent AND x.to_unit_id = target
           AND x.consenter_id = record_answer.consenter ORDER BY x.id DESC LIMIT 1) e ON true
     WHERE p.id = vb.person();
  ends := record_answer.what = 'withdrawn' OR (record_answer.what = 'refused' AND EXISTS (
    SELECT FROM disclosure_delivery o  -- a yes before it has been taken back
     WHERE o.consent_ref = c.ref AND o.consent_ended IS NULL
       AND (o.unit_id = target OR o.from_unit_id = target)));
  IF ends THEN PERFORM vb.tell_withdrawn(c.ref, target); END IF;
  PERFORM vb.append(vb.unit(), c.child_file_id, 'consent.' || record_answer.what, c.ref, record_answer.note,
                    record_answer.request);
  IF ends THEN  -- a disclosure's end is logged at both ends, as its beginning
    PERFORM vb.append(x.unit_id, x.child_file_id, 'consent.withdrawn', c.ref, '', record_answer.request)
       FROM disclosure_consent x WHERE x.ref = c.ref AND x.unit_id = target AND NOT x.is_origin;
  END IF;
END $$;

-- After a withdrawal: copies given under the consent are marked, and both ends are told.
CREATE OR REPLACE FUNCTION vb.tell_withdrawn(ref uuid, to_unit bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  UPDATE disclosure_delivery d SET consent_ended = clock_timestamp()
   WHERE d.consent_ref = tell_withdrawn.ref AND d.consent_ended IS NULL
     AND (d.unit_id = tell_withdrawn.to_unit OR d.from_unit_id = tell_withdrawn.to_unit);
  INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, object, at)
    SELECT gen_random_uuid(), c.unit_id, c.child_file_id, 'consent_withdrawn', c.ref, clock_timestamp()
      FROM disclosure_consent c
     WHERE c.ref = tell_withdrawn.ref AND (c.unit_id = tell_withdrawn.to_unit OR c.is_origin);
END $$;

-- What a family member has been asked and has answered, per unit: their own answers only, and whether
-- the unit may be told now; never why not, since that would say what somebody else has answered.
DROP FUNCTION IF EXISTS vb.my_consents();  -- its answer may have got another shape
CREATE FUNCTION vb.my_consents()
RETURNS TABLE (ref uuid, from_unit uuid, from_unit_name text, child_ref uuid, to_unit uuid,
               to_unit_name text, parts text[], purpose text, valid_to date, what text, at timestamptz,
               how text, holds boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF vb.kind() IS DISTINCT FROM 'family' THEN
    RAISE EXCEPTION 'not family' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT c.ref, o.public_id, o.name::text, f.public_id, u.public_id, u.name::text,
           s.parts::text[], c.purpose, c.valid_to, coalesce(said.what, 'asked'), said.at, said.how,
           vb.consent_complete(c.unit_id, c.id, s.to_unit_id)
      FROM disclosure_consenter w
      JOIN organisations_person me ON me.public_id = w.person_ref AND me.id = vb.person()
      JOIN disclosure_consent c ON c.unit_id = w.unit_id AND c.id = w.consent_id AND c.is_origin
      JOIN people_childfile f ON f.unit_id = c.unit_id AND f.id = c.child_file_id
      JOIN people_familyaccess a ON a.person_id = vb.person() AND a.unit_id = c.unit_id
        AND a.child_ref = f.public_id AND a.valid_from <= statement_timestamp()
        AND a.valid_to > statement_timestamp()
        AND NOT vb.is_suspended(vb.person(), c.unit_id, f.public_id, c.matter)
      JOIN disclosure_consentscope s ON s.unit_id = c.unit_id AND s.consent_id = c.id
      JOIN organisations_secrecyunit u ON u.id = s.to_unit_id
      JOIN organisations_secrecyunit o ON o.id = c.unit_id
      LEFT JOIN LATERAL (
        SELECT e.what, e.at, e.how FROM disclosure_consentevent e
         WHERE e.unit_id = c.unit_id AND e.consent_id = c.id AND e.to_unit_id = s.to_unit_id
           AND e.consenter_id = w.id
         ORDER BY e.id DESC LIMIT 1) said ON true
     WHERE NOT vb.hides_places_from_me(f.public_id)  -- a circle of units is a list of places
     ORDER BY c.asked_at DESC, u.name;
END $$;

-- A child or guardian takes a yes back for one unit: from the next request nothing more goes there.
CREATE OR REPLACE FUNCTION vb.withdraw(ref uuid, to_unit uuid, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  w record; target bigint; latest text; copy record;
BEGIN
  IF vb.kind() IS DISTINCT FROM 'family' THEN
    RAISE EXCEPTION 'not family' USING ERRCODE = '42501';
  END IF;
  SELECT x.id, x.unit_id, x.consent_id, x.person_ref, x.capacity, x.child_file_id INTO w
    FROM disclosure_consenter x
    JOIN organisations_person me ON me.public_id = x.person_ref AND me.id = vb.person()
    JOIN disclosure_consent c ON c.unit_id = x.unit_id AND c.id = x.consent_id AND c.is_origin
    JOIN people_childfile f ON f.unit_id = c.unit_id AND f.id = c.child_file_id
   WHERE c.ref = withdraw.ref AND NOT vb.is_suspended(vb.person(), c.unit_id, f.public_id, c.matter);
  SELECT u.id INTO target FROM organisations_secrecyunit u WHERE u.public_id = withdraw.to_unit;
  IF w IS NULL OR target IS NULL THEN RAISE EXCEPTION 'nothing to withdraw' USING ERRCODE = '42501'; END IF;
  PERFORM 1 FROM vb.consent_anchor a WHERE a.id = withdraw.ref FOR UPDATE;
  SELECT e.what INTO latest FROM disclosure_consentevent e
   WHERE e.unit_id = w.unit_id AND e.consent_id = w.consent_id AND e.to_unit_id = target
     AND e.consenter_id = w.id
   ORDER BY e.id DESC LIMIT 1;
  IF latest IS DISTINCT FROM 'given' THEN
    RAISE EXCEPTION 'nothing to withdraw' USING ERRCODE = '42501';
  END IF;
  PERFORM vb.spread_answer(withdraw.ref, target, w.person_ref, w.capacity, 'withdrawn', 'screen');
  PERFORM vb.tell_withdrawn(withdraw.ref, target);
  FOR copy IN SELECT c.unit_id, c.child_file_id FROM disclosure_consent c
               WHERE c.ref = withdraw.ref AND (c.unit_id = target OR c.is_origin)
  LOOP
    PERFORM vb.append(copy.unit_id, copy.child_file_id, 'consent.withdrawn', withdraw.ref, '', withdraw.request);
  END LOOP;
END $$;

GRANT EXECUTE ON FUNCTION vb.consent_holds(bigint, bigint),
  vb.ask_consent(bigint, text, date, jsonb, text, int, uuid, text),
  vb.record_answer(bigint, bigint, uuid, text, text, text, uuid, date, text, text, uuid),
  vb.my_consents(), vb.withdraw(uuid, uuid, uuid) TO vb_app;
