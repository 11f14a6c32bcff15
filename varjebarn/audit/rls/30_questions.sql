-- What a child or guardian asks about a reading, and the answer of the unit that read. The question
-- reaches that unit alone, and can only be about a line that the one who asks has been told.

ALTER TABLE audit_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_question FORCE ROW LEVEL SECURITY;
REVOKE ALL ON audit_question FROM vb_app, vb_login, vb_audit;
GRANT SELECT, INSERT, UPDATE (answer, answered_by, answered_at) ON audit_question TO vb_definer;
DROP POLICY IF EXISTS doors ON audit_question;
CREATE POLICY doors ON audit_question TO vb_definer USING (true) WITH CHECK (true);

SET LOCAL ROLE vb_definer;

-- Asks about a line that the acting family member has been told, while they still may read of that child.
CREATE OR REPLACE FUNCTION vb.ask_about_reading(line uuid, words text, request uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  l record; file bigint; made uuid := gen_random_uuid(); one record; p audit_reviewpolicy;
BEGIN
  IF vb.kind() IS DISTINCT FROM 'family' THEN
    RAISE EXCEPTION 'not family' USING ERRCODE = '42501';
  END IF;
  SELECT x.id, x.from_unit_id, x.act, x.object, x.version, x.child_ref, vb.day_of(x.at) AS day INTO l
    FROM audit_familyline x
   WHERE x.public_id = ask_about_reading.line AND x.person_id = vb.person()
     AND EXISTS (SELECT FROM people_familyaccess a WHERE a.person_id = x.person_id AND a.child_ref = x.child_ref
           AND a.valid_from <= statement_timestamp() AND a.valid_to > statement_timestamp());
  IF NOT FOUND THEN RAISE EXCEPTION 'no such line' USING ERRCODE = '42501'; END IF;
  IF trim(ask_about_reading.words) = '' OR EXISTS (
    SELECT FROM audit_question q WHERE q.person_id = vb.person() AND q.line_id = l.id AND q.answered_at IS NULL)
  THEN
    RAISE EXCEPTION 'no words, or asked already' USING ERRCODE = '23514';
  END IF;
  -- The file in the unit that read: its own, or the one that the opened copy lies in.
  IF l.act = 'delivery.read' THEN
    SELECT d.child_file_id INTO file FROM disclosure_delivery d
      JOIN disclosure_familydelivery h ON h.from_unit_id = d.from_unit_id AND h.subject_ref = d.subject_ref
       AND h.person_id = vb.person() AND h.child_ref = l.child_ref
     WHERE d.unit_id = l.from_unit_id AND d.subject_ref = l.object AND d.version IS NOT DISTINCT FROM l.version
     ORDER BY d.id LIMIT 1;
  ELSE
    SELECT f.id INTO file FROM people_childfile f WHERE f.unit_id = l.from_unit_id AND f.public_id = l.child_ref;
  END IF;
  INSERT INTO audit_question (public_id, unit_id, child_file_id, person_id, line_id, act, day, words, asked_at,
      answer, answered_by)
    VALUES (made, l.from_unit_id, file, vb.person(), l.id, l.act, l.day, ask_about_reading.words,
      clock_timestamp(), '', '');
  PERFORM vb.append(l.from_unit_id, file, 'reading.asked_about', made, '', ask_about_reading.request);
  IF file IS NOT NULL THEN
    INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, object, at)
      VALUES (gen_random_uuid(), l.from_unit_id, file, 'reading_question', made, clock_timestamp());
    p := vb.review_policy(l.from_unit_id);
    FOR one IN
      SELECT e.id FROM audit_event e
       WHERE e.unit_id = l.from_unit_id AND e.child_file_id = file AND e.act = l.act
         AND e.at >= vb.midnight(l.day) AND e.at < vb.midnight(l.day + 1) ORDER BY e.id
    LOOP
      PERFORM vb.put_up(one.id, 'question', vb.today() + p.days_at_once);
    END LOOP;
  END IF;
  RETURN made;
END $$;

-- One line that the acting family member has been told and may ask about.
CREATE OR REPLACE FUNCTION vb.my_line(line uuid)
RETURNS TABLE (at timestamptz, unit_name text, organisation_name text, act text, object uuid,
               version int, capacity text, child_ref uuid, public_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF vb.kind() IS DISTINCT FROM 'family' THEN
    RAISE EXCEPTION 'not family' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT l.at, l.unit_name, l.organisation_name, l.act, l.object, l.version, l.capacity, l.child_ref,
           l.public_id
      FROM audit_familyline l
     WHERE l.public_id = my_line.line AND l.person_id = vb.person()
       AND EXISTS (SELECT FROM people_familyaccess a WHERE a.person_id = l.person_id AND a.child_ref = l.child_ref
             AND a.valid_from <= statement_timestamp() AND a.valid_to > statement_timestamp());
END $$;

-- What the acting family member has asked, and what has been answered; the newest first.
CREATE OR REPLACE FUNCTION vb.my_questions()
RETURNS TABLE (question uuid, line uuid, unit_name text, organisation_name text, act text, version int,
               day date, child_ref uuid, words text, asked_at timestamptz, answer text, answered_by text,
               answered_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF vb.kind() IS DISTINCT FROM 'family' THEN
    RAISE EXCEPTION 'not family' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT q.public_id, l.public_id, l.unit_name, l.organisation_name, q.act, l.version, q.day, l.child_ref,
           q.words, q.asked_at, q.answer, q.answered_by, q.answered_at
      FROM audit_question q JOIN audit_familyline l ON l.id = q.line_id AND l.person_id = q.person_id
     WHERE q.person_id = vb.person()
       AND EXISTS (SELECT FROM people_familyaccess a WHERE a.person_id = l.person_id AND a.child_ref = l.child_ref
             AND a.valid_from <= statement_timestamp() AND a.valid_to > statement_timestamp())
     ORDER BY q.asked_at DESC, q.id DESC LIMIT 100;
END $$;

-- Whether the acting person answers a question: the unit's log reviewer, or a contact or head who is
-- involved with that child.
CREATE OR REPLACE FUNCTION vb.answers_question(q audit_question) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN q.unit_id = vb.unit() AND (vb.duty('log_reviewer')
    OR ((vb.duty('contact') OR vb.duty('manager')) AND q.child_file_id IS NOT NULL
        AND vb.is_involved(q.child_file_id)));
END $$;

-- The questions that the acting person may answer, or has been answered, those that wait first.
-- A protected child, and whoever asks about it, has no name for a reviewer. Reading them is logged.
CREATE OR REPLACE FUNCTION vb.unit_questions(request uuid)
RETURNS TABLE (question uuid, act text, day date, words text, asked_at timestamptz, asker text,
               child_name text, answer text, answered_by text, answered_at timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF vb.unit() IS NULL OR NOT (vb.duty('log_reviewer') OR vb.duty('contact') OR vb.duty('manager')) THEN
    RAISE EXCEPTION 'nobody who answers' USING ERRCODE = '42501';
  END IF;
  PERFORM vb.append(vb.unit(), NULL, 'questions.listed', NULL, '', unit_questions.request);
  RETURN QUERY
    SELECT q.public_id, q.act, q.day, q.words, q.asked_at,
           CASE WHEN k.hidden THEN '' ELSE concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name),
             p.family_name) END::text,
           CASE WHEN k.hidden THEN '' ELSE concat_ws(' ', coalesce(nullif(f.name_used, ''), f.given_name),
             f.family_name) END::text,
           q.answer, q.answered_by, q.answered_at
      FROM audit_question q
      JOIN organisations_person p ON p.id = q.person_id
      LEFT JOIN people_childfile f ON f.unit_id = q.unit_id AND f.id = q.child_file_id
     CROSS JOIN LATERAL (SELECT coalesce(f.protection <> 'none', false) AND NOT vb.is_involved(f.id) AS hidden) k
     WHERE q.unit_id = vb.unit() AND vb.answers_question(q)
     ORDER BY q.answered_at IS NOT NULL, CASE WHEN q.answered_at IS NULL THEN q.asked_at END,
              q.answered_at DESC, q.id LIMIT 100;
END $$;

-- Answers the one who asked. An answer is given once, and stands with the name of who gave it.
CREATE OR REPLACE FUNCTION vb.answer_question(question uuid, words text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  q audit_question; who text;
BEGIN
  SELECT x.* INTO q FROM audit_question x
   WHERE x.public_id = answer_question.question AND x.unit_id = vb.unit() FOR UPDATE;
  IF NOT FOUND OR NOT vb.answers_question(q) THEN
    RAISE EXCEPTION 'no such question' USING ERRCODE = '42501';
  END IF;
  IF q.answered_at IS NOT NULL OR trim(answer_question.words) = '' THEN
    RAISE EXCEPTION 'answered already, or no words' USING ERRCODE = '23514';
  END IF;
  SELECT concat_ws(', ', concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name),
                   nullif(a.title, '')) INTO who
    FROM organisations_person p JOIN organisations_assignment a ON a.person_id = p.id
   WHERE p.id = vb.person() AND a.public_id = vb.actor(4)::uuid;
  UPDATE audit_question x
     SET answer = answer_question.words, answered_by = who, answered_at = clock_timestamp() WHERE x.id = q.id;
  PERFORM vb.append(q.unit_id, q.child_file_id, 'reading.answered', q.public_id, '', answer_question.request);
END $$;

GRANT EXECUTE ON FUNCTION vb.ask_about_reading(uuid, text, uuid), vb.my_line(uuid), vb.my_questions(), vb.unit_questions(uuid),
  vb.answer_question(uuid, text, uuid) TO vb_app;
