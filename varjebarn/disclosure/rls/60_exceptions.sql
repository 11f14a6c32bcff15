-- Where a consent departs from the rule: a child who decides alone, a guardian who is hindered or
-- decided for, a substitute in a guardian's place; and how an answer by other means was given.

CALL vb.close_child_table('disclosure_maturityassessment');
CALL vb.close_child_table('disclosure_standin');
CALL vb.close_child_table('disclosure_paper');
CALL vb.close_child_table('disclosure_answernote');
CALL vb.close_child_table('disclosure_substitute', ends => '{valid_to}');
GRANT INSERT ON disclosure_maturityassessment, disclosure_standin, disclosure_paper,
  disclosure_answernote, disclosure_substitute, disclosure_suspension TO vb_definer;
GRANT UPDATE (ended_at) ON disclosure_standin TO vb_definer;
-- What stands by a consent goes where the consent goes when two files become one.
GRANT UPDATE (child_file_id) ON disclosure_maturityassessment, disclosure_standin, disclosure_paper,
  disclosure_answernote TO vb_definer;
GRANT UPDATE (valid_to) ON disclosure_substitute, disclosure_suspension TO vb_definer;

-- A planner's estimate must not tell whom other units know.
ALTER TABLE disclosure_substitute ALTER COLUMN name SET STATISTICS 0, ALTER COLUMN person_ref SET STATISTICS 0,
  ALTER COLUMN replaces SET STATISTICS 0;

-- A guardian's own suspensions: what the policy of the copies asks about.
ALTER TABLE disclosure_suspension ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_suspension FORCE ROW LEVEL SECURITY;
REVOKE ALL ON disclosure_suspension FROM vb_app, vb_login, vb_audit;
DROP POLICY IF EXISTS mine ON disclosure_suspension;
CREATE POLICY mine ON disclosure_suspension FOR SELECT TO vb_app
  USING (person_id = (SELECT vb.person()) AND (SELECT vb.kind()) = 'family');
DROP POLICY IF EXISTS doors ON disclosure_suspension;
CREATE POLICY doors ON disclosure_suspension TO vb_definer USING (true) WITH CHECK (true);
GRANT SELECT ON disclosure_suspension TO vb_app, vb_definer;

-- Whoever is replaced in a matter does not see what is sent in it meanwhile (R18).
DROP POLICY IF EXISTS not_suspended ON disclosure_familydelivery;
CREATE POLICY not_suspended ON disclosure_familydelivery AS RESTRICTIVE FOR SELECT TO vb_app
  USING (
    NOT EXISTS (
      SELECT 1 FROM disclosure_suspension AS s
      WHERE s.person_id = disclosure_familydelivery.person_id
        AND s.unit_id = disclosure_familydelivery.from_unit_id
        AND s.child_ref = disclosure_familydelivery.child_ref
        AND s.matter IN ('everything', disclosure_familydelivery.matter)
        AND s.valid_from <= statement_timestamp()
        AND s.valid_to > statement_timestamp()
      OFFSET 0
    )
  );

-- A copy is sent in the matter of the consent that it is about; what is about none is everyday life.
CREATE OR REPLACE FUNCTION vb.matter_of_copy() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, vb, pg_temp AS $$
BEGIN
  NEW.matter := vb.matter_of(NEW.from_unit_id, NEW.subject_ref);
  RETURN NEW;
END $$;
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'matter_of_copy') THEN
    CREATE TRIGGER matter_of_copy BEFORE INSERT ON disclosure_familydelivery
      FOR EACH ROW EXECUTE FUNCTION vb.matter_of_copy();
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION vb.matter_of_copy() TO vb_definer;

SET LOCAL ROLE vb_definer;

-- The matter of what a unit sends about something: its consent's, or everyday life.
CREATE OR REPLACE FUNCTION vb.matter_of(unit bigint, subject uuid) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN coalesce((SELECT c.matter FROM disclosure_consent c
                    WHERE c.unit_id = matter_of.unit AND c.ref = matter_of.subject), 'everyday');
END $$;

-- Whether a guardian is replaced in a matter now, as one unit has registered it.
CREATE OR REPLACE FUNCTION vb.is_replaced(unit bigint, child_file bigint, person uuid, matter text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM disclosure_substitute s
     WHERE s.unit_id = is_replaced.unit AND s.child_file_id = is_replaced.child_file
       AND is_replaced.person = ANY (s.replaces)
       AND (is_replaced.matter = ANY (s.matters) OR 'everything' = ANY (s.matters))
       AND s.valid_from <= statement_timestamp() AND s.valid_to > statement_timestamp());
END $$;

-- Whether a family member is suspended in the matter of something that a unit has sent.
CREATE OR REPLACE FUNCTION vb.is_suspended(person bigint, unit bigint, child uuid, matter text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM disclosure_suspension s
     WHERE s.person_id = is_suspended.person AND s.unit_id = is_suspended.unit
       AND s.child_ref = is_suspended.child AND s.matter IN ('everything', is_suspended.matter)
       AND s.valid_from <= statement_timestamp() AND s.valid_to > statement_timestamp());
END $$;

-- Who decides for the child in a matter now: guardians with custody who are not replaced in it, and
-- whoever is in their place.
CREATE OR REPLACE FUNCTION vb.deciding(unit bigint, child_file bigint, matter text)
RETURNS TABLE (person_ref uuid, name text, view_agreed boolean, valid_to timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT g.person_ref, g.name, g.view_agreed, g.valid_to FROM people_guardian g
     WHERE g.unit_id = deciding.unit AND g.child_file_id = deciding.child_file AND g.custody
       AND g.valid_from <= statement_timestamp() AND g.valid_to > statement_timestamp()
       AND NOT vb.is_replaced(g.unit_id, g.child_file_id, g.person_ref, deciding.matter)
    UNION ALL
    SELECT s.person_ref, s.name, s.view_agreed, s.valid_to FROM disclosure_substitute s
     WHERE s.unit_id = deciding.unit AND s.child_file_id = deciding.child_file
       AND (deciding.matter = ANY (s.matters) OR 'everything' = ANY (s.matters))
       AND s.valid_from <= statement_timestamp() AND s.valid_to > statement_timestamp()
       AND NOT EXISTS (  -- a guardian who acts alone in the matter stands there already
         SELECT FROM people_guardian g WHERE g.unit_id = s.unit_id AND g.child_file_id = s.child_file_id
            AND g.person_ref = s.person_ref AND g.custody
            AND g.valid_from <= statement_timestamp() AND g.valid_to > statement_timestamp());
END $$;

-- What stands in for what a consent of one's own lacks: for each copy of a file, by consenter. What
-- it says in words stays with the unit that asked.
CREATE OR REPLACE FUNCTION vb.exceptions(child_file bigint)
RETURNS TABLE (consent bigint, consenter bigint, kind text, details jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF NOT vb.is_involved(exceptions.child_file) THEN RETURN; END IF;
  RETURN QUERY
    SELECT c.id, NULL::bigint, CASE WHEN m.understands = '' THEN 'harm' ELSE 'assessed' END,
           CASE WHEN c.is_origin THEN jsonb_build_object('matter', m.matter, 'understands', m.understands,
             'harm_if_told', m.harm_if_told, 'why', m.why, 'by', m.assessed_by, 'on', m.assessed_on,
             'second_person', m.second_person) ELSE '{}'::jsonb END
      FROM disclosure_consent c
      JOIN disclosure_consent o ON o.unit_id = c.origin_unit_id AND o.ref = c.ref
      JOIN disclosure_maturityassessment m ON m.unit_id = o.unit_id AND m.consent_id = o.id
     WHERE c.unit_id = vb.unit() AND c.child_file_id = exceptions.child_file
    UNION ALL
    SELECT c.id, w.id, s.kind,
           CASE WHEN c.is_origin THEN jsonb_build_object('ref', s.public_id, 'reason', s.reason,
             'cannot_wait', s.cannot_wait, 'not_intrusive', s.not_intrusive,
             'decision_reference', s.decision_reference, 'on', s.decided_on, 'measure', s.measure,
             'provision', s.provision) ELSE jsonb_build_object('measure', s.measure) END
      FROM disclosure_consent c
      JOIN disclosure_consent o ON o.unit_id = c.origin_unit_id AND o.ref = c.ref
      JOIN disclosure_standin s ON s.unit_id = o.unit_id AND s.consent_id = o.id AND s.ended_at IS NULL
      JOIN disclosure_consenter ow ON ow.unit_id = o.unit_id AND ow.id = s.consenter_id
      JOIN disclosure_consenter w ON w.unit_id = c.unit_id AND w.consent_id = c.id
        AND w.capacity = ow.capacity AND w.person_ref IS NOT DISTINCT FROM ow.person_ref
     WHERE c.unit_id = vb.unit() AND c.child_file_id = exceptions.child_file
    UNION ALL
    SELECT c.id, w.id, 'replaced',
           CASE WHEN c.is_origin THEN jsonb_build_object('substitute', s.name, 'source', s.source)
                ELSE '{}'::jsonb END
      FROM disclosure_consent c
      JOIN disclosure_consent o ON o.unit_id = c.origin_unit_id AND o.ref = c.ref
      JOIN disclosure_substitute s ON s.unit_id = o.unit_id AND s.child_file_id = o.child_file_id
        AND (c.matter = ANY (s.matters) OR 'everything' = ANY (s.matters))
        AND s.valid_from <= statement_timestamp() AND s.valid_to > statement_timestamp()
      JOIN disclosure_consenter w ON w.unit_id = c.unit_id AND w.consent_id = c.id
        AND w.capacity = 'guardian' AND w.person_ref = ANY (s.replaces)
     WHERE c.unit_id = vb.unit() AND c.child_file_id = exceptions.child_file
    UNION ALL  -- who was asked and decides no longer
    SELECT c.id, w.id, 'past', '{}'::jsonb
      FROM disclosure_consent c
      JOIN disclosure_consent o ON o.unit_id = c.origin_unit_id AND o.ref = c.ref
      JOIN disclosure_consenter w ON w.unit_id = c.unit_id AND w.consent_id = c.id AND w.capacity = 'guardian'
     WHERE c.unit_id = vb.unit() AND c.child_file_id = exceptions.child_file
       AND NOT vb.is_replaced(o.unit_id, o.child_file_id, w.person_ref, c.matter)
       AND NOT EXISTS (SELECT FROM vb.deciding(o.unit_id, o.child_file_id, c.matter) d
                        WHERE d.person_ref IS NOT DISTINCT FROM w.person_ref)
    UNION ALL  -- who decides and was not asked
    SELECT c.id, NULL::bigint, 'not_asked', jsonb_build_object('name', d.name)
      FROM disclosure_consent c
      JOIN disclosure_consent o ON o.unit_id = c.origin_unit_id AND o.ref = c.ref
     CROSS JOIN LATERAL vb.deciding(c.unit_id, c.child_file_id, c.matter) d
     WHERE c.unit_id = vb.unit() AND c.child_file_id = exceptions.child_file
       AND NOT vb.is_replaced(o.unit_id, o.child_file_id, d.person_ref, c.matter)
       AND NOT EXISTS (SELECT FROM disclosure_consenter w WHERE w.unit_id = c.unit_id AND w.consent_id = c.id
             AND w.capacity = 'guardian' AND w.person_ref IS NOT DISTINCT FROM d.person_ref);
END $$;

-- The consent of one's own unit that asked, and may be written on; anything else is nobody's.
CREATE OR REPLACE FUNCTION vb.own_question(consent bigint) RETURNS disclosure_consent
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  c disclosure_consent;
BEGIN
  SELECT x.* INTO c FROM disclosure_consent x
   WHERE x.id = own_question.consent AND x.unit_id = vb.unit() AND x.is_origin;
  IF NOT FOUND OR NOT vb.is_involved(c.child_file_id) OR NOT vb.works_with_children() THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  RETURN c;
END $$;

-- Records that a child is judged to decide alone, for one consent. Two people have judged it; or,
-- at 15 to 17, that to tell a guardian would harm.
CREATE OR REPLACE FUNCTION vb.assess_maturity(
  consent bigint, matter text, understands text, harm_if_told text, why text, assessed_by text, assessed_on date,
  second_person text, request uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  c disclosure_consent := vb.own_question(assess_maturity.consent);
  band record; made uuid := gen_random_uuid();
BEGIN
  SELECT b.child_alone INTO band
    FROM disclosure_consentband b JOIN people_childfile f ON f.unit_id = c.unit_id AND f.id = c.child_file_id
   WHERE b.policy = c.policy AND b.version = c.policy_version
     AND (b.from_age = 0 OR vb.birthday(f.born, b.from_age) <= vb.today())
     AND vb.birthday(f.born, b.to_age) > vb.today();
  IF NOT (band.child_alone = 'assessed_or_harm' OR (band.child_alone = 'assessed' AND assess_maturity.harm_if_told = ''))
  THEN
    RAISE EXCEPTION 'at this age nobody decides alone by an assessment' USING ERRCODE = '42501';
  END IF;
  IF trim(assess_maturity.matter) = '' OR trim(assess_maturity.why) = '' OR trim(assess_maturity.assessed_by) = ''
     OR assess_maturity.assessed_on > vb.today()
     OR (trim(assess_maturity.harm_if_told) = ''
         AND (trim(assess_maturity.understands) = '' OR trim(assess_maturity.second_person) = ''))
  THEN
    RAISE EXCEPTION 'the assessment is not complete' USING ERRCODE = '23514';
  END IF;
  PERFORM 1 FROM vb.consent_anchor a WHERE a.id = c.ref FOR UPDATE;
  INSERT INTO disclosure_maturityassessment (public_id, unit_id, child_file_id, consent_id, matter, understands,
      harm_if_told, why, assessed_by, assessed_on, second_person, recorded_by_id, recorded_at)
    VALUES (made, c.unit_id, c.child_file_id, c.id, trim(assess_maturity.matter), trim(assess_maturity.understands),
      trim(assess_maturity.harm_if_told), trim(assess_maturity.why), trim(assess_maturity.assessed_by),
      assess_maturity.assessed_on, trim(assess_maturity.second_person), vb.person(), clock_timestamp());
  PERFORM vb.append(c.unit_id, c.child_file_id, 'consent.maturity_assessed', made, '', assess_maturity.request);
  RETURN made;
END $$;

-- Records what stands in for one guardian's answer: a hindrance, or socialnämnden's decision, which
-- counts for the measure it is about and for no other (FB 6:13 second paragraph, 6:13 a).
DROP FUNCTION IF EXISTS vb.stand_in(bigint, bigint, text, text, text, text, text, date, text, uuid);  -- renamed
CREATE OR REPLACE FUNCTION vb.record_stand_in(
  consent bigint, consenter bigint, kind text, reason text, cannot_wait text, not_intrusive text,
  decision_reference text, decided_on date, measure text, request uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  c disclosure_consent := vb.own_question(record_stand_in.consent);
  latest text; made uuid := gen_random_uuid();
BEGIN
  IF NOT EXISTS (SELECT FROM disclosure_consenter w WHERE w.unit_id = c.unit_id AND w.consent_id = c.id
      AND w.id = record_stand_in.consenter AND w.capacity = 'guardian') THEN
    RAISE EXCEPTION 'nobody asked' USING ERRCODE = '42501';
  END IF;
  PERFORM 1 FROM vb.consent_anchor a WHERE a.id = c.ref FOR UPDATE;
  SELECT e.what INTO latest FROM disclosure_consentevent e
   WHERE e.unit_id = c.unit_id AND e.consent_id = c.id AND e.consenter_id = record_stand_in.consenter
     AND e.what <> 'given'
   ORDER BY e.id DESC LIMIT 1;
  IF record_stand_in.kind = 'hindered' THEN
    IF trim(record_stand_in.reason) = '' OR trim(record_stand_in.cannot_wait) = '' OR trim(record_stand_in.not_intrusive) = '' THEN
      RAISE EXCEPTION 'the hindrance is not described' USING ERRCODE = '23514';
    END IF;
    IF latest IS NOT NULL THEN  -- whoever has answered no is not hindered
      RAISE EXCEPTION 'answered by the person herself' USING ERRCODE = '42501';
    END IF;
  ELSIF record_stand_in.kind = 'decision_6_13a' THEN
    IF trim(record_stand_in.decision_reference) = '' OR record_stand_in.decided_on IS NULL OR record_stand_in.decided_on > vb.today()
       OR record_stand_in.measure NOT IN ('psychiatry', 'outpatient', 'contact_person', 'lss') THEN
      RAISE EXCEPTION 'the decision is not named' USING ERRCODE = '23514';
    END IF;
    IF record_stand_in.measure <> c.matter THEN
      RAISE EXCEPTION 'the decision is about another measure' USING ERRCODE = '42501';
    END IF;
  ELSE
    RAISE EXCEPTION 'nothing stands in like that' USING ERRCODE = '23514';
  END IF;
  INSERT INTO disclosure_standin (public_id, unit_id, child_file_id, consent_id, consenter_id, kind, reason,
      cannot_wait, not_intrusive, decision_reference, decided_on, measure, provision, recorded_by_id, recorded_at)
    VALUES (made, c.unit_id, c.child_file_id, c.id, record_stand_in.consenter, record_stand_in.kind, trim(record_stand_in.reason),
      trim(record_stand_in.cannot_wait), trim(record_stand_in.not_intrusive), trim(record_stand_in.decision_reference),
      record_stand_in.decided_on, record_stand_in.measure,
      CASE record_stand_in.kind WHEN 'hindered' THEN 'FB 6:13 andra stycket' ELSE 'FB 6:13 a' END,
      vb.person(), clock_timestamp());
  PERFORM vb.append(c.unit_id, c.child_file_id, 'consent.' || record_stand_in.kind, made, '', record_stand_in.request);
  RETURN made;
END $$;

-- Ends what stands in: from the next request the guardian's own answer is needed again.
CREATE OR REPLACE FUNCTION vb.end_stand_in(wanted uuid, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  s record;
BEGIN
  SELECT x.id, x.consent_id, x.child_file_id, c.ref INTO s
    FROM disclosure_standin x JOIN disclosure_consent c ON c.unit_id = x.unit_id AND c.id = x.consent_id
   WHERE x.public_id = end_stand_in.wanted AND x.unit_id = vb.unit() AND x.ended_at IS NULL;
  IF NOT FOUND THEN RAISE EXCEPTION 'nothing stands in' USING ERRCODE = '42501'; END IF;
  PERFORM vb.own_question(s.consent_id);
  PERFORM 1 FROM vb.consent_anchor a WHERE a.id = s.ref FOR UPDATE;
  UPDATE disclosure_standin SET ended_at = clock_timestamp() WHERE id = s.id;
  PERFORM vb.append(vb.unit(), s.child_file_id, 'consent.stand_in_ended', end_stand_in.wanted, '', end_stand_in.request);
END $$;

-- Keeps a scanned answer. What it says it is, it begins like: the running system is not believed.
CREATE OR REPLACE FUNCTION vb.store_paper(consent bigint, content bytea, content_type text, request uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  c disclosure_consent := vb.own_question(store_paper.consent);
  made uuid := gen_random_uuid();
BEGIN
  IF octet_length(store_paper.content) > 5242880 OR NOT (
       (store_paper.content_type = 'application/pdf' AND substr(store_paper.content, 1, 5) = '\x255044462d'::bytea)
    OR (store_paper.content_type = 'image/jpeg' AND substr(store_paper.content, 1, 3) = '\xffd8ff'::bytea)
    OR (store_paper.content_type = 'image/png' AND substr(store_paper.content, 1, 8) = '\x89504e470d0a1a0a'::bytea))
  THEN
    RAISE EXCEPTION 'not a scanned paper' USING ERRCODE = '23514';
  END IF;
  INSERT INTO disclosure_paper (public_id, unit_id, child_file_id, consent_id, content, content_type, content_hash,
      stored_by_id, stored_at)
    VALUES (made, c.unit_id, c.child_file_id, c.id, store_paper.content, store_paper.content_type,
      sha256(store_paper.content), vb.person(), clock_timestamp());
  PERFORM vb.append(c.unit_id, c.child_file_id, 'consent.paper_kept', made, '', store_paper.request);
  RETURN made;
END $$;

GRANT EXECUTE ON FUNCTION vb.exceptions(bigint), vb.store_paper(bigint, bytea, text, uuid),
  vb.assess_maturity(bigint, text, text, text, text, text, date, text, uuid),
  vb.record_stand_in(bigint, bigint, text, text, text, text, text, date, text, uuid), vb.end_stand_in(uuid, uuid) TO vb_app;
