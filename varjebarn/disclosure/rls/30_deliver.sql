-- The one door out of a unit: a decided disclosure becomes a copy in each recipient's compartment.
-- Everything Python has judged is judged again here, by other means.

SET LOCAL ROLE vb_definer;

-- The file in another unit that an exact identifier points at, or a new one marked unfiled.
-- The sender learns nothing of which it was.
CREATE OR REPLACE FUNCTION vb.file_at(from_unit bigint, from_file bigint, to_unit bigint) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  found_file bigint;
BEGIN
  -- What a unit calls a child by itself (a case number) means nothing elsewhere: it neither finds nor goes.
  SELECT coalesce(f.joined_into, f.id) INTO found_file
    FROM people_identifier mine
    JOIN people_identifier theirs ON theirs.unit_id = file_at.to_unit AND theirs.value_hash = mine.value_hash
      AND mine.system <> 'local'
    JOIN people_childfile f ON f.unit_id = theirs.unit_id AND f.id = theirs.child_file_id
   WHERE mine.unit_id = file_at.from_unit AND mine.child_file_id = file_at.from_file
   ORDER BY f.filed DESC, f.id LIMIT 1;
  IF FOUND THEN
    -- As many numbers go as for a new file, so that the sender's own next ones tell nothing.
    PERFORM nextval('people_childfile_id_seq');
    PERFORM nextval('people_identifier_id_seq') FROM people_identifier i
      WHERE i.unit_id = file_at.from_unit AND i.child_file_id = file_at.from_file AND i.system <> 'local';
    RETURN found_file;
  END IF;
  INSERT INTO people_childfile (public_id, unit_id, given_name, name_used, family_name, born, language,
      interpreter, protection, filed, opened)
    SELECT gen_random_uuid(), file_at.to_unit, f.given_name, f.name_used, f.family_name, f.born,
           f.language, f.interpreter, f.protection, false, clock_timestamp()
      FROM people_childfile f WHERE f.unit_id = file_at.from_unit AND f.id = file_at.from_file
    RETURNING id INTO found_file;
  INSERT INTO people_identifier (unit_id, child_file_id, system, value, value_hash)
    SELECT file_at.to_unit, found_file, i.system, i.value, i.value_hash FROM people_identifier i
     WHERE i.unit_id = file_at.from_unit AND i.child_file_id = file_at.from_file AND i.system <> 'local';
  RETURN found_file;
END $$;

-- A protected child is opened by named persons. Where none of them works any more, or none was ever
-- named, those who hold the intake are: else what arrives would be seen by nobody.
CREATE OR REPLACE FUNCTION vb.name_the_intake(to_unit bigint, to_file bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM people_namedreader n JOIN organisations_assignment a ON a.person_id = n.person_id
       AND a.unit_id = n.unit_id AND a.valid_from <= statement_timestamp() AND a.valid_to > statement_timestamp()
     WHERE n.unit_id = name_the_intake.to_unit AND n.child_file_id = name_the_intake.to_file)
  THEN RETURN; END IF;
  INSERT INTO people_namedreader (unit_id, child_file_id, person_id)
    SELECT DISTINCT a.unit_id, f.id, a.person_id
      FROM organisations_assignment a
      JOIN people_childfile f ON f.unit_id = a.unit_id AND f.id = name_the_intake.to_file
        AND f.protection <> 'none'
     WHERE a.unit_id = name_the_intake.to_unit AND 'intake' = ANY (a.duties)
       AND a.valid_from <= statement_timestamp() AND a.valid_to > statement_timestamp()
    ON CONFLICT (unit_id, child_file_id, person_id) DO NOTHING;
END $$;

-- Whether somebody who works in a unit now opens a file of it, glass apart: else it is for the intake.
CREATE OR REPLACE FUNCTION vb.somebody_has(to_unit bigint, to_file bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM people_involvement i
      JOIN people_childfile f ON f.unit_id = i.unit_id AND f.id = i.child_file_id
      JOIN organisations_assignment a ON a.person_id = i.person_id AND a.unit_id = i.unit_id
       AND a.valid_from <= statement_timestamp() AND a.valid_to > statement_timestamp()
     WHERE i.unit_id = somebody_has.to_unit AND i.child_file_id = somebody_has.to_file
       AND i.role <> 'break_glass'
       AND i.valid_from <= statement_timestamp() AND i.valid_to > statement_timestamp()
       AND (f.protection = 'none' OR EXISTS (SELECT FROM people_namedreader n
             WHERE n.unit_id = f.unit_id AND n.child_file_id = f.id AND n.person_id = i.person_id)));
END $$;

-- The recipient's copy of a consent: itself, and the units for which it holds. Whoever else was
-- asked, or refused, is not in it.
CREATE OR REPLACE FUNCTION vb.copy_consent(origin bigint, to_unit bigint, to_file bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  c record; copy bigint;
BEGIN
  SELECT x.* INTO c FROM disclosure_consent x WHERE x.id = copy_consent.origin;
  SELECT x.id INTO copy FROM disclosure_consent x WHERE x.unit_id = copy_consent.to_unit AND x.ref = c.ref;
  IF NOT FOUND THEN
    INSERT INTO disclosure_consent (unit_id, child_file_id, ref, is_origin, origin_unit_id, purpose,
        matter, valid_to, policy, policy_version, asked_at, asked_by)
      VALUES (copy_consent.to_unit, copy_consent.to_file, c.ref, false, c.origin_unit_id, c.purpose,
        c.matter, c.valid_to, c.policy, c.policy_version, c.asked_at, NULL)
      RETURNING id INTO copy;
    INSERT INTO disclosure_consenter (unit_id, child_file_id, consent_id, person_ref, name, capacity)
      SELECT copy_consent.to_unit, copy_consent.to_file, copy, w.person_ref, w.name, w.capacity
        FROM disclosure_consenter w WHERE w.unit_id = c.unit_id AND w.consent_id = c.id;
    -- Whoever has said yes is told what the unit answers: a file that knows of no family yet learns of
    -- those who were asked, with where it comes from. Custody is the unit's own to check.
    INSERT INTO people_guardian (public_id, unit_id, child_file_id, person_ref, name, relation, custody,
        view_agreed, source, valid_from, valid_to)
      SELECT gen_random_uuid(), g.to_unit, g.to_file, w.person_ref, w.name, 'Vårdnadshavare', true, false,
             'Enligt samtycket från ' || u.name || ', ' || o.name || ', ' || to_char(c.asked_at, 'YYYY-MM-DD'),
             statement_timestamp(), '9999-12-31Z'
        FROM (SELECT copy_consent.to_unit, copy_consent.to_file) AS g
        JOIN disclosure_consenter w ON w.unit_id = c.unit_id AND w.consent_id = c.id
          AND w.capacity = 'guardian' AND w.person_ref IS NOT NULL
        JOIN organisations_secrecyunit u ON u.id = c.unit_id
        JOIN organisations_organisation o ON o.id = u.organisation_id
       WHERE NOT EXISTS (SELECT FROM people_guardian x
               WHERE x.unit_id = copy_consent.to_unit AND x.child_file_id = copy_consent.to_file);
    UPDATE people_childfile f SET person_ref = w.person_ref
      FROM disclosure_consenter w
     WHERE f.unit_id = copy_consent.to_unit AND f.id = copy_consent.to_file AND f.person_ref IS NULL
       AND w.unit_id = c.unit_id AND w.consent_id = c.id AND w.capacity = 'child';
  END IF;
  INSERT INTO disclosure_consentscope (unit_id, child_file_id, consent_id, to_unit_id, parts)
    SELECT copy_consent.to_unit, copy_consent.to_file, copy, s.to_unit_id, s.parts
      FROM disclosure_consentscope s
     WHERE s.unit_id = c.unit_id AND s.consent_id = c.id
       AND vb.consent_holds(c.id, s.to_unit_id)
       AND NOT EXISTS (SELECT FROM disclosure_consentscope t WHERE t.unit_id = copy_consent.to_unit
             AND t.consent_id = copy AND t.to_unit_id = s.to_unit_id);
  -- The answers behind each of those, once.
  INSERT INTO disclosure_consentevent
      (unit_id, child_file_id, consent_id, to_unit_id, consenter_id, what, how, at)
    SELECT copy_consent.to_unit, copy_consent.to_file, copy, e.to_unit_id, theirs.id, e.what, e.how, e.at
      FROM disclosure_consentevent e
      JOIN disclosure_consenter mine ON mine.unit_id = e.unit_id AND mine.id = e.consenter_id
      JOIN disclosure_consenter theirs ON theirs.unit_id = copy_consent.to_unit AND theirs.consent_id = copy
        AND theirs.capacity = mine.capacity AND theirs.person_ref IS NOT DISTINCT FROM mine.person_ref
      JOIN disclosure_consentscope t ON t.unit_id = copy_consent.to_unit AND t.consent_id = copy
        AND t.to_unit_id = e.to_unit_id
     WHERE e.unit_id = c.unit_id AND e.consent_id = c.id
       AND NOT EXISTS (SELECT FROM disclosure_consentevent done WHERE done.unit_id = copy_consent.to_unit
             AND done.consent_id = copy AND done.to_unit_id = e.to_unit_id
             AND done.consenter_id = theirs.id AND done.at >= e.at)
     ORDER BY e.id;
END $$;

-- Who in the recipient's unit may open what has arrived, until it is filed: the intake there now.
CREATE OR REPLACE FUNCTION vb.involve_intake(to_unit bigint, to_file bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  INSERT INTO people_involvement (id, public_id, unit_id, child_file_id, person_id, role, reason,
      valid_from, valid_to, made_by_id) OVERRIDING SYSTEM VALUE
    SELECT DISTINCT ON (a.person_id) vb.some_key(), gen_random_uuid(), involve_intake.to_unit, involve_intake.to_file,
           a.person_id, 'intake', 'delivery', statement_timestamp(), a.valid_to, vb.person()
      FROM organisations_assignment a
      JOIN people_childfile f ON f.unit_id = involve_intake.to_unit AND f.id = involve_intake.to_file
     WHERE a.unit_id = involve_intake.to_unit AND 'intake' = ANY (a.duties)
       AND a.valid_from <= statement_timestamp() AND a.valid_to > statement_timestamp()
       AND (f.protection = 'none' OR EXISTS (SELECT FROM people_namedreader n
             WHERE n.unit_id = f.unit_id AND n.child_file_id = f.id AND n.person_id = a.person_id))
       AND NOT EXISTS (SELECT FROM people_involvement i WHERE i.unit_id = involve_intake.to_unit
             AND i.person_id = a.person_id AND i.child_file_id = involve_intake.to_file
             AND i.role <> 'break_glass'
             AND i.valid_from <= statement_timestamp() AND i.valid_to > statement_timestamp())
     ORDER BY a.person_id, a.valid_to DESC;
  PERFORM vb.project(involve_intake.to_unit, involve_intake.to_file);
END $$;

CREATE OR REPLACE FUNCTION vb.deliver(wanted bigint, request uuid) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  d record; f record; r record; ground record; sender record;
  consent_key bigint; consent_ref uuid; consent_purpose text;  -- empty on every other ground
  held text[]; to_file bigint; who bigint; ends timestamptz; closes timestamptz; guardian record; n int := 0;
  hides boolean := false;  -- whether the place is secret from whom it goes to
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'deliver needs read committed' USING ERRCODE = '25001';
  END IF;
  SELECT x.* INTO d FROM disclosure_disclosure x
   WHERE x.id = deliver.wanted AND x.unit_id = vb.unit() AND x.decided_by_id = vb.person();
  IF NOT FOUND OR NOT vb.is_involved(d.child_file_id) THEN
    RAISE EXCEPTION 'no such disclosure' USING ERRCODE = '42501';
  END IF;
  IF d.delivered_at IS NOT NULL THEN
    RAISE EXCEPTION 'already delivered' USING ERRCODE = '23505';
  END IF;
  IF d.content_hash IS DISTINCT FROM sha256(convert_to(d.content, 'UTF8')) THEN
    RAISE EXCEPTION 'content and hash differ' USING ERRCODE = '42501';
  END IF;
  SELECT u.id, u.name, u.area, o.name AS organisation_name,
         concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name) AS decider
    INTO sender
    FROM organisations_secrecyunit u JOIN organisations_organisation o ON o.id = u.organisation_id
    JOIN organisations_person p ON p.id = vb.person()
   WHERE u.id = vb.unit();
  SELECT x.* INTO f FROM people_childfile x WHERE x.unit_id = d.unit_id AND x.id = d.child_file_id;

  -- One ground, that works, from this area, at this age (grounds.toml 1-4).
  SELECT g.* INTO ground FROM disclosure_groundrow g WHERE g.code = d.ground AND g.working;
  IF NOT FOUND OR NOT sender.area = ANY (ground.from_areas) THEN
    RAISE EXCEPTION 'the ground does not reach from here' USING ERRCODE = '42501';
  END IF;
  -- Whose age counts, the ground says: the child's, or that of somebody whose birth date is an answer.
  IF ground.under > 0 AND coalesce(vb.birthday(CASE ground.age_in WHEN '' THEN f.born
       ELSE nullif(trim(d.answers ->> ground.age_in), '')::date END, ground.under) <= vb.today(), true) THEN
    RAISE EXCEPTION 'the ground has an age limit' USING ERRCODE = '42501';
  END IF;
  IF ground.weighed <> '' AND trim(coalesce(d.answers ->> ground.weighed, '')) = '' THEN
    RAISE EXCEPTION 'the ground is weighed in writing' USING ERRCODE = '42501';
  END IF;
  IF ground.duty <> '' AND NOT vb.duty(ground.duty) THEN
    RAISE EXCEPTION 'not hers to decide' USING ERRCODE = '42501';
  END IF;

  SELECT array_agg(k) INTO held FROM jsonb_object_keys((d.content::jsonb) -> 'parts') AS k;
  IF held IS NULL THEN RAISE EXCEPTION 'content without parts' USING ERRCODE = '42501'; END IF;

  IF d.ground = 'CONSENT' THEN
    SELECT x.id, x.ref, x.purpose INTO consent_key, consent_ref, consent_purpose FROM disclosure_consent x
     WHERE x.unit_id = d.unit_id AND x.id = d.consent_id AND x.child_file_id = d.child_file_id;
    IF NOT FOUND OR consent_purpose <> d.purpose THEN
      RAISE EXCEPTION 'no such consent' USING ERRCODE = '42501';
    END IF;
    PERFORM 1 FROM vb.consent_anchor a WHERE a.id = consent_ref FOR UPDATE;  -- a withdrawal takes the same row
    IF NOT vb.consent_holds(consent_key, d.unit_id) THEN  -- new statements, so a new snapshot
      RAISE EXCEPTION 'no live consent' USING ERRCODE = '42501';
    END IF;
  END IF;

  FOR r IN SELECT x.*, u.area, u.name AS unit_name
             FROM disclosure_recipient x LEFT JOIN organisations_secrecyunit u ON u.id = x.to_unit_id
            WHERE x.unit_id = d.unit_id AND x.disclosure_id = d.id ORDER BY x.id
  LOOP
    n := n + 1;
    IF NOT (coalesce(r.area, r.capacity) = ANY (ground.to_areas) OR (d.ground = 'REPORT_FEEDBACK'
        AND vb.is_feedback(d.unit_id, d.child_file_id, r.to_unit_id, d.subject_ref, d.content))) THEN
      RAISE EXCEPTION 'the ground does not reach there' USING ERRCODE = '42501';
    END IF;
    IF ground.near AND NOT EXISTS (
      SELECT FROM organisations_secrecyunit here JOIN organisations_secrecyunit there
          ON there.organisation_id = here.organisation_id
       WHERE here.id = d.unit_id AND there.id = r.to_unit_id) THEN
      RAISE EXCEPTION 'the ground stays within an organisation' USING ERRCODE = '42501';
    END IF;
    IF d.ground = 'DUTY' AND NOT EXISTS (SELECT FROM disclosure_dutyrow y WHERE y.code = d.duty
        AND sender.area = ANY (y.from_areas) AND coalesce(r.area, r.capacity) = ANY (y.to_areas)) THEN
      RAISE EXCEPTION 'the duty does not reach there' USING ERRCODE = '42501';
    END IF;

    IF r.to_unit_id IS NOT NULL THEN
      IF r.to_unit_id = d.unit_id THEN
        RAISE EXCEPTION 'a unit discloses nothing to itself' USING ERRCODE = '42501';
      END IF;
      IF d.ground = 'CONSENT' AND NOT (vb.consent_holds(consent_key, r.to_unit_id) AND EXISTS (
          SELECT FROM disclosure_consentscope s WHERE s.unit_id = d.unit_id AND s.consent_id = consent_key
             AND s.to_unit_id = r.to_unit_id AND held <@ s.parts)) THEN
        RAISE EXCEPTION 'the consent does not cover this' USING ERRCODE = '42501';
      END IF;
      IF d.ground = 'CONSENT' THEN
        PERFORM vb.stays_from_units(d.unit_id, d.child_file_id, consent_key, d.content);
      END IF;
      IF r.area = 'civil_society' THEN  -- no compartment there: see 50_outside.sql
        PERFORM vb.deliver_outside(d.id, r.to_unit_id);
        CONTINUE;
      END IF;
      -- An answer goes to the file that was written from; anything else to where an identifier points.
      SELECT coalesce(home.joined_into, home.id) INTO to_file
        FROM disclosure_delivery came
        JOIN disclosure_disclosure o ON o.public_id = came.disclosure_ref AND o.unit_id = r.to_unit_id
        JOIN people_childfile home ON home.unit_id = o.unit_id AND home.id = o.child_file_id
       WHERE came.unit_id = d.unit_id AND came.child_file_id = d.child_file_id
         AND came.subject_ref = d.subject_ref AND came.from_unit_id = r.to_unit_id
       ORDER BY came.id LIMIT 1;
      IF NOT FOUND THEN to_file := vb.file_at(d.unit_id, d.child_file_id, r.to_unit_id); END IF;
      PERFORM vb.carry_protection(d.unit_id, d.child_file_id, r.to_unit_id, to_file, deliver.request);
      PERFORM vb.name_the_intake(r.to_unit_id, to_file);
      INSERT INTO disclosure_delivery (public_id, unit_id, child_file_id, from_unit_id, from_unit_name,
          from_organisation_name, disclosure_ref, ground, decided_by_name, content_kind, schema, content,
          content_hash, subject_ref, version, arrived, state, state_at, decline_reason, consent_ref)
        VALUES (gen_random_uuid(), r.to_unit_id, to_file, sender.id, sender.name, sender.organisation_name,
          d.public_id, d.ground, sender.decider, d.content_kind, d.schema, d.content, d.content_hash,
          d.subject_ref, d.version, clock_timestamp(),
          CASE WHEN vb.somebody_has(r.to_unit_id, to_file) AND (
                 EXISTS (SELECT FROM disclosure_delivery o WHERE o.unit_id = r.to_unit_id
                 AND o.child_file_id = to_file AND o.subject_ref = d.subject_ref AND o.state = 'filed')
                 OR EXISTS (SELECT FROM disclosure_disclosure o WHERE o.unit_id = r.to_unit_id
                 AND o.child_file_id = to_file AND o.subject_ref = d.subject_ref))
               THEN 'filed' ELSE 'new' END,
          NULL, '', consent_ref);
      IF consent_key IS NOT NULL THEN PERFORM vb.copy_consent(consent_key, r.to_unit_id, to_file); END IF;
      IF EXISTS (SELECT FROM disclosure_delivery o WHERE o.unit_id = r.to_unit_id AND o.child_file_id = to_file
                    AND o.disclosure_ref = d.public_id AND o.state = 'new') THEN
        PERFORM vb.involve_intake(r.to_unit_id, to_file);
      END IF;
      INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, object, at)
        VALUES (gen_random_uuid(), r.to_unit_id, to_file, 'delivery', d.public_id, clock_timestamp());
      PERFORM vb.append(r.to_unit_id, to_file, 'delivery.arrived', d.public_id, '', deliver.request);
    ELSE
      IF d.content_kind = 'concern_report' THEN
        RAISE EXCEPTION 'a report of concern goes to nobody in a family' USING ERRCODE = '42501';
      END IF;
      SELECT p.id INTO who FROM organisations_person p WHERE p.public_id = r.to_person_ref;
      IF NOT FOUND THEN RAISE EXCEPTION 'no such person' USING ERRCODE = '42501'; END IF;
      IF r.capacity = 'child' AND d.ground = 'SELF' AND r.to_person_ref = f.person_ref THEN
        ends := '9999-12-31Z';
        closes := ends;
        hides := false;
      ELSIF r.capacity = 'guardian' AND d.ground = 'GUARDIAN' THEN
        SELECT g.view_agreed, g.valid_to INTO guardian
          FROM vb.deciding(d.unit_id, d.child_file_id, vb.matter_of(d.unit_id, d.subject_ref)) g
         WHERE g.person_ref = r.to_person_ref;
        IF NOT FOUND THEN RAISE EXCEPTION 'no guardian with custody' USING ERRCODE = '42501'; END IF;
        -- Access ends with custody or at 18. A copy closes at 13 unless child and team have agreed
        -- otherwise (R14); what a guardian must answer stays open, or nobody could answer it.
        ends := least(guardian.valid_to, vb.midnight(vb.birthday(f.born, 18)));
        closes := least(ends, vb.midnight(vb.birthday(f.born, CASE
          WHEN guardian.view_agreed OR d.content_kind IN ('consent_request', 'question') THEN 18
          ELSE 13 END)));
        IF closes <= statement_timestamp() THEN
          RAISE EXCEPTION 'this guardian''s view is closed' USING ERRCODE = '42501';
        END IF;
        PERFORM vb.stays_from_guardian(d.unit_id, d.child_file_id, r.to_person_ref, d.subject_ref,
                                       d.content_kind, d.content);
        hides := vb.hides_places(d.unit_id, d.child_file_id, r.to_person_ref);
      ELSE
        RAISE EXCEPTION 'the ground does not reach this person' USING ERRCODE = '42501';
      END IF;
      INSERT INTO people_familyaccess (person_id, unit_id, child_ref, capacity, valid_from, valid_to)
        VALUES (who, d.unit_id, f.public_id, r.capacity, statement_timestamp(), ends)
        ON CONFLICT (person_id, unit_id, child_ref)
          DO UPDATE SET valid_to = excluded.valid_to, capacity = excluded.capacity;
      INSERT INTO people_familyreader (unit_id, child_file_id, person_id, until)
        VALUES (d.unit_id, d.child_file_id, who, ends)
        ON CONFLICT (unit_id, child_file_id, person_id) DO UPDATE SET until = excluded.until;
      INSERT INTO disclosure_familydelivery (public_id, person_id, from_unit_id, from_unit_name,
          from_organisation_name, child_ref, capacity, disclosure_ref, ground, decided_by_name,
          content_kind, schema, content, content_hash, subject_ref, version, edition, hides_places, withheld,
          arrived, until)
        VALUES (gen_random_uuid(), who, sender.id, CASE WHEN hides THEN 'Skyddad uppgift' ELSE sender.name END,
          CASE WHEN hides THEN '' ELSE sender.organisation_name END, f.public_id, r.capacity, d.public_id,
          d.ground, CASE WHEN hides THEN '' ELSE sender.decider END, d.content_kind, d.schema, d.content,
          d.content_hash, d.subject_ref, d.version, d.edition, hides, '{}', clock_timestamp(), closes);
    END IF;
  END LOOP;
  IF n = 0 THEN RAISE EXCEPTION 'no recipient' USING ERRCODE = '42501'; END IF;

  UPDATE disclosure_disclosure SET delivered_at = clock_timestamp() WHERE id = d.id;
  PERFORM vb.append(d.unit_id, d.child_file_id, 'disclosure.made', d.public_id, d.ground, deliver.request);
  RETURN n;
END $$;

GRANT EXECUTE ON FUNCTION vb.deliver(bigint, uuid) TO vb_app;
