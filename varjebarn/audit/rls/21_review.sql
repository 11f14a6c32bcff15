-- The review as work: the list, one review, the question to the reader, her explanation, the outcome.
-- Only the unit's log reviewer, and never of what she has read herself. No content of a child.

SET LOCAL ROLE vb_definer;

-- What waits, for the reviewer; for the unit's head only how many days late the review is.
CREATE OR REPLACE FUNCTION vb.review_standing()
RETURNS TABLE (waiting int, late int, own int, days int)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF vb.unit() IS NULL OR NOT (vb.duty('log_reviewer') OR vb.duty('manager')) THEN
    RAISE EXCEPTION 'neither the log reviewer nor the head of this unit' USING ERRCODE = '42501';
  END IF;
  IF NOT vb.duty('log_reviewer') THEN
    RETURN QUERY SELECT NULL::int, NULL::int, NULL::int, vb.review_days_late();
    RETURN;
  END IF;
  PERFORM vb.draw_reviews();
  RETURN QUERY
    SELECT (count(*) FILTER (WHERE r.person_id <> vb.person()))::int,
           (count(*) FILTER (WHERE r.person_id <> vb.person() AND r.due < vb.today()))::int,
           (count(*) FILTER (WHERE r.person_id = vb.person()))::int,
           vb.review_days_late()
      FROM audit_review r WHERE r.unit_id = vb.unit() AND r.state <> 'done';
END $$;

-- The review that the acting reviewer may judge, or an error.
CREATE OR REPLACE FUNCTION vb.review_of(review uuid) RETURNS audit_review
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  r audit_review;
BEGIN
  SELECT x.* INTO r FROM audit_review x
   WHERE x.public_id = review_of.review AND x.unit_id = vb.unit() AND x.person_id <> vb.person()
     AND vb.duty('log_reviewer') FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such review' USING ERRCODE = '42501'; END IF;
  RETURN r;
END $$;

-- Reviews of the acting unit: those that wait, the one that is due first first; or those done, the
-- latest first. Reading the list is logged.
CREATE OR REPLACE FUNCTION vb.unit_reviews(done boolean, most int, request uuid)
RETURNS TABLE (review uuid, day date, due date, state text, picked text[], outcome text, done_at timestamptz,
               person_name text, title text, child_name text, is_protected boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF vb.unit() IS NULL OR NOT vb.duty('log_reviewer') THEN
    RAISE EXCEPTION 'not the log reviewer of this unit' USING ERRCODE = '42501';
  END IF;
  PERFORM vb.draw_reviews();
  PERFORM vb.append(vb.unit(), NULL, 'reviews.listed', NULL, '', unit_reviews.request);
  RETURN QUERY
    SELECT r.public_id, r.day, r.due, r.state, r.picked, r.outcome, r.done_at, n.person_name, n.title,
           n.child_name, n.is_protected
      FROM audit_review r, vb.review_names(r.unit_id, r.person_id, r.child_file_id) n
     WHERE r.unit_id = vb.unit() AND r.person_id <> vb.person() AND (r.state = 'done') = unit_reviews.done
     ORDER BY CASE WHEN unit_reviews.done THEN NULL ELSE r.due END, r.done_at DESC, r.id
     LIMIT least(unit_reviews.most, 200);
END $$;

-- Who read, and about whom, as a review says it. A child with a protected identity has no name.
CREATE OR REPLACE FUNCTION vb.review_names(unit bigint, person bigint, child_file bigint)
RETURNS TABLE (person_name text, title text, child_name text, is_protected boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name)::text,
           coalesce((SELECT a.title FROM organisations_assignment a WHERE a.person_id = p.id
              AND a.unit_id = review_names.unit ORDER BY a.valid_to DESC, a.id LIMIT 1), '')::text,
           CASE WHEN f.protection <> 'none' THEN ''
                ELSE concat_ws(' ', coalesce(nullif(f.name_used, ''), f.given_name), f.family_name) END::text,
           coalesce(f.protection <> 'none', false)
      FROM organisations_person p
      LEFT JOIN people_childfile f ON f.unit_id = review_names.unit AND f.id = review_names.child_file
     WHERE p.id = review_names.person;
END $$;

-- One review, for its reviewer, or for the reader who has been asked; for others it does not exist.
-- Opening it is logged.
CREATE OR REPLACE FUNCTION vb.open_review(review uuid, request uuid)
RETURNS TABLE (day date, due date, state text, picked text[], outcome text, person_id bigint,
               person_name text, title text, child_name text, is_protected boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  r audit_review;
BEGIN
  SELECT x.* INTO r FROM audit_review x WHERE x.public_id = open_review.review AND x.unit_id = vb.unit();
  IF NOT FOUND OR NOT vb.sees_review(r) THEN
    RETURN;  -- it does not exist
  END IF;
  PERFORM vb.append(r.unit_id, r.child_file_id, 'review.opened', r.public_id, '', open_review.request);
  RETURN QUERY
    SELECT r.day, r.due, r.state, r.picked, r.outcome, r.person_id, n.person_name, n.title, n.child_name,
           n.is_protected
      FROM vb.review_names(r.unit_id, r.person_id, r.child_file_id) n;
END $$;

-- Whether the acting person may see a review: its reviewer, or the reader once she has been asked.
CREATE OR REPLACE FUNCTION vb.sees_review(r audit_review) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN r.unit_id = vb.unit() AND CASE WHEN r.person_id = vb.person()
    THEN EXISTS (SELECT FROM audit_reviewentry x WHERE x.unit_id = r.unit_id AND x.review_id = r.id AND x.kind = 'asked')
    ELSE vb.duty('log_reviewer') END;
END $$;

-- What that person did with that child on that day, and the involvement that let them: never what was read.
CREATE OR REPLACE FUNCTION vb.review_events(review uuid)
RETURNS TABLE (at timestamptz, act text, why text, picked text[], child_name text, role text, reason text,
               since timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  r audit_review;
BEGIN
  SELECT x.* INTO r FROM audit_review x WHERE x.public_id = review_events.review AND x.unit_id = vb.unit();
  IF NOT FOUND OR NOT vb.sees_review(r) THEN
    RAISE EXCEPTION 'no such review' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT e.at, e.act, CASE WHEN f.protection <> 'none' THEN '' ELSE e.why END::text,
           coalesce((SELECT array_agg(v.picked ORDER BY v.id) FROM audit_reviewevent v
              WHERE v.unit_id = e.unit_id AND v.event_id = e.id), ARRAY[]::text[]),
           CASE WHEN f.protection <> 'none' THEN ''
                ELSE concat_ws(' ', coalesce(nullif(f.name_used, ''), f.given_name), f.family_name) END::text,
           coalesce(i.role, '')::text,
           CASE WHEN f.protection <> 'none' THEN '' ELSE coalesce(i.reason, '') END::text, i.valid_from
      FROM audit_event e
      LEFT JOIN people_childfile f ON f.unit_id = e.unit_id AND f.id = e.child_file_id
      LEFT JOIN LATERAL (
        SELECT x.role, x.reason, x.valid_from FROM people_involvement x
         WHERE x.unit_id = e.unit_id AND x.person_id = e.person_id AND x.child_file_id = e.child_file_id
           AND x.valid_from <= e.at AND x.valid_to > e.at
         ORDER BY x.role = 'break_glass', x.valid_from LIMIT 1) i ON true
     WHERE e.unit_id = r.unit_id AND e.person_id = r.person_id
       AND CASE WHEN r.child_file_id IS NULL THEN e.child_file_id IS NOT NULL
                ELSE e.child_file_id = r.child_file_id END
       AND e.at >= vb.midnight(r.day) AND e.at < vb.midnight(r.day + 1)
     ORDER BY e.at, e.id LIMIT 500;
END $$;

-- What has been written in a review so far.
CREATE OR REPLACE FUNCTION vb.review_entries(review uuid)
RETURNS TABLE (at timestamptz, kind text, outcome text, words text, person_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  r audit_review;
BEGIN
  SELECT x.* INTO r FROM audit_review x WHERE x.public_id = review_entries.review AND x.unit_id = vb.unit();
  IF NOT FOUND OR NOT vb.sees_review(r) THEN
    RAISE EXCEPTION 'no such review' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT x.at, x.kind, x.outcome, x.words,
           concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name)::text
      FROM audit_reviewentry x JOIN organisations_person p ON p.id = x.person_id
     WHERE x.unit_id = r.unit_id AND x.review_id = r.id
       AND (r.person_id <> vb.person() OR x.kind <> 'concluded')  -- the outcome is the reviewer's
     ORDER BY x.at, x.id;
END $$;

CREATE OR REPLACE FUNCTION vb.write_entry(r audit_review, kind text, outcome text, words text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  INSERT INTO audit_reviewentry (unit_id, review_id, person_id, kind, outcome, words, at)
    VALUES (r.unit_id, r.id, vb.person(), write_entry.kind, write_entry.outcome, write_entry.words,
      clock_timestamp());
END $$;

-- The reviewer asks the reader to explain.
CREATE OR REPLACE FUNCTION vb.ask_reader(review uuid, words text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  r audit_review := vb.review_of(ask_reader.review);
BEGIN
  IF r.state = 'done' OR trim(ask_reader.words) = '' THEN
    RAISE EXCEPTION 'done already, or no words' USING ERRCODE = '23514';
  END IF;
  UPDATE audit_review x SET state = 'asked' WHERE x.id = r.id;
  PERFORM vb.write_entry(r, 'asked', '', ask_reader.words);
  PERFORM vb.append(r.unit_id, r.child_file_id, 'review.asked', r.public_id, '', ask_reader.request);
END $$;

-- The reader explains, once for each time she is asked.
CREATE OR REPLACE FUNCTION vb.explain(review uuid, words text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  r audit_review;
BEGIN
  SELECT x.* INTO r FROM audit_review x
   WHERE x.public_id = explain.review AND x.unit_id = vb.unit() AND x.person_id = vb.person()
     AND x.state = 'asked' FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'nobody asked' USING ERRCODE = '42501'; END IF;
  IF trim(explain.words) = '' THEN RAISE EXCEPTION 'no words' USING ERRCODE = '23514'; END IF;
  UPDATE audit_review x SET state = 'explained' WHERE x.id = r.id;
  PERFORM vb.write_entry(r, 'explained', '', explain.words);
  PERFORM vb.append(r.unit_id, r.child_file_id, 'review.explained', r.public_id, '', explain.request);
END $$;

-- The reviewer says what it came to. What is to be looked into stays, with a new day.
CREATE OR REPLACE FUNCTION vb.conclude_review(review uuid, outcome text, words text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
DECLARE
  r audit_review := vb.review_of(conclude_review.review);
  p audit_reviewpolicy := vb.review_policy(vb.unit());
BEGIN
  IF r.state = 'done' OR conclude_review.outcome NOT IN ('expected', 'explained', 'look_into', 'reported')
     OR (conclude_review.outcome <> 'expected' AND trim(conclude_review.words) = '')
     OR (conclude_review.outcome = 'explained' AND NOT EXISTS (SELECT FROM audit_reviewentry x
           WHERE x.unit_id = r.unit_id AND x.review_id = r.id AND x.kind = 'explained'))
  THEN
    RAISE EXCEPTION 'done already, no such outcome, or words are missing' USING ERRCODE = '23514';
  END IF;
  UPDATE audit_review x
     SET outcome = conclude_review.outcome,
         state = CASE WHEN conclude_review.outcome = 'look_into' THEN 'looking' ELSE 'done' END,
         due = CASE WHEN conclude_review.outcome = 'look_into' THEN vb.today() + p.days_to_review ELSE x.due END,
         done_at = CASE WHEN conclude_review.outcome = 'look_into' THEN NULL ELSE clock_timestamp() END
   WHERE x.id = r.id;
  PERFORM vb.write_entry(r, 'concluded', conclude_review.outcome, conclude_review.words);
  PERFORM vb.append(r.unit_id, r.child_file_id, 'review.concluded', r.public_id, conclude_review.outcome,
                    conclude_review.request);
END $$;

-- What the acting person is asked to explain of her own readings in this unit.
CREATE OR REPLACE FUNCTION vb.my_explanations() RETURNS TABLE (review uuid, day date, asked_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT r.public_id, r.day, (SELECT max(x.at) FROM audit_reviewentry x
             WHERE x.unit_id = r.unit_id AND x.review_id = r.id AND x.kind = 'asked')
      FROM audit_review r
     WHERE r.unit_id = vb.unit() AND r.person_id = vb.person() AND r.state = 'asked'
     ORDER BY r.day, r.id;
END $$;

-- One more sample, of what has been read since the last one, when the reviewer wishes.
CREATE OR REPLACE FUNCTION vb.draw_extra(request uuid) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  since timestamptz; drawn int;
BEGIN
  IF vb.unit() IS NULL OR NOT vb.duty('log_reviewer') THEN
    RAISE EXCEPTION 'not the log reviewer of this unit' USING ERRCODE = '42501';
  END IF;
  PERFORM vb.draw_reviews();
  SELECT max(d.to_at) INTO since FROM audit_reviewdraw d WHERE d.unit_id = vb.unit();
  IF since IS NULL THEN
    SELECT min(e.at) INTO since FROM audit_event e WHERE e.unit_id = vb.unit();
  END IF;
  drawn := vb.draw_sample(vb.unit(), since, statement_timestamp(), true);
  PERFORM vb.append(vb.unit(), NULL, 'review.drawn', NULL, drawn::text, draw_extra.request);
  RETURN drawn;
END $$;

GRANT EXECUTE ON FUNCTION vb.review_standing(), vb.unit_reviews(boolean, int, uuid), vb.open_review(uuid, uuid),
  vb.review_events(uuid), vb.review_entries(uuid), vb.ask_reader(uuid, text, uuid), vb.explain(uuid, text, uuid),
  vb.conclude_review(uuid, text, text, uuid), vb.my_explanations(), vb.draw_extra(uuid) TO vb_app;
