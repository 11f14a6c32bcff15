-- What is put up for review in a unit's log: every event that asks to be looked at, and a recurrent
-- sample drawn by lot. vb_app has no right on these tables; the functions below and in 21 are all.

ALTER TABLE audit_reviewdraw ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_reviewdraw FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_reviewmark ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_reviewmark FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_review FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_reviewevent ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_reviewevent FORCE ROW LEVEL SECURITY;
ALTER TABLE audit_reviewentry ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_reviewentry FORCE ROW LEVEL SECURITY;

REVOKE ALL ON audit_reviewpolicy, audit_reviewdraw, audit_reviewmark, audit_review, audit_reviewevent,
  audit_reviewentry FROM vb_app, vb_login, vb_audit;
GRANT SELECT ON audit_reviewpolicy TO vb_definer;
GRANT SELECT, INSERT ON audit_reviewdraw, audit_reviewevent, audit_reviewentry TO vb_definer;
GRANT SELECT, INSERT, UPDATE ON audit_reviewmark, audit_review TO vb_definer;

DROP POLICY IF EXISTS doors ON audit_reviewdraw;
CREATE POLICY doors ON audit_reviewdraw TO vb_definer USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS doors ON audit_reviewmark;
CREATE POLICY doors ON audit_reviewmark TO vb_definer USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS doors ON audit_review;
CREATE POLICY doors ON audit_review TO vb_definer USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS doors ON audit_reviewevent;
CREATE POLICY doors ON audit_reviewevent TO vb_definer USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS doors ON audit_reviewentry;
CREATE POLICY doors ON audit_reviewentry TO vb_definer USING (true) WITH CHECK (true);

SET LOCAL ROLE vb_definer;

-- The day of a moment, where the children live.
CREATE OR REPLACE FUNCTION vb.day_of(moment timestamptz) RETURNS date
LANGUAGE plpgsql IMMUTABLE SET search_path = vb, pg_temp AS $$
BEGIN
  RETURN (day_of.moment AT TIME ZONE 'Europe/Stockholm')::date;
END $$;

-- How a unit reviews its log: its area's policy, or the one for all others.
CREATE OR REPLACE FUNCTION vb.review_policy(unit bigint) RETURNS audit_reviewpolicy
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  p audit_reviewpolicy;
BEGIN
  SELECT x.* INTO STRICT p FROM audit_reviewpolicy x JOIN organisations_secrecyunit u ON u.id = review_policy.unit
   WHERE x.area IN (u.area, '') ORDER BY x.area DESC LIMIT 1;
  RETURN p;
END $$;

-- Puts one event up for one reason: in the review of that person, child and day that is not yet
-- answered, or a new one. Many children in a short time make one review without a child.
CREATE OR REPLACE FUNCTION vb.put_up(event bigint, picked text, due date) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
DECLARE
  e record; child bigint; found bigint;
BEGIN
  SELECT x.id, x.unit_id, x.person_id, x.child_file_id, vb.day_of(x.at) AS day INTO STRICT e
    FROM audit_event x WHERE x.id = put_up.event;
  IF EXISTS (SELECT FROM audit_reviewevent r WHERE r.unit_id = e.unit_id AND r.event_id = e.id
               AND r.picked = put_up.picked) THEN
    RETURN;
  END IF;
  child := CASE WHEN put_up.picked = 'many' THEN NULL ELSE e.child_file_id END;
  SELECT r.id INTO found FROM audit_review r
   WHERE r.unit_id = e.unit_id AND r.person_id = e.person_id AND r.child_file_id IS NOT DISTINCT FROM child
     AND r.day = e.day AND r.state IN ('open', 'asked')
   ORDER BY r.id LIMIT 1;
  IF found IS NULL AND put_up.picked = 'sample' THEN  -- reviewed already for another reason: enough
    SELECT r.review_id INTO found FROM audit_reviewevent r
     WHERE r.unit_id = e.unit_id AND r.event_id = e.id ORDER BY r.id LIMIT 1;
  END IF;
  IF found IS NULL THEN
    INSERT INTO audit_review (public_id, unit_id, person_id, child_file_id, day, picked, state, due,
        outcome, put_up)
      VALUES (gen_random_uuid(), e.unit_id, e.person_id, child, e.day, ARRAY[put_up.picked], 'open',
        put_up.due, '', clock_timestamp())
      RETURNING id INTO found;
  ELSE
    UPDATE audit_review r
       SET picked = CASE WHEN put_up.picked = ANY (r.picked) THEN r.picked
                         ELSE array_append(r.picked, put_up.picked) END,
           due = CASE WHEN r.state = 'done' THEN r.due ELSE least(r.due, put_up.due) END
     WHERE r.id = found;
  END IF;
  INSERT INTO audit_reviewevent (unit_id, review_id, event_id, picked)
    VALUES (e.unit_id, found, e.id, put_up.picked);
END $$;

-- Draws one sample of a unit's readings by lot: the readings whose hash, after the seed, comes
-- first. Seed and log give the same sample again (audit/rules.py: drawn).
DROP FUNCTION IF EXISTS vb.draw_sample(timestamptz, timestamptz, boolean);
CREATE OR REPLACE FUNCTION vb.draw_sample(unit bigint, from_at timestamptz, to_at timestamptz, extra boolean) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
DECLARE
  p audit_reviewpolicy := vb.review_policy(draw_sample.unit);
  seed bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
  readings int; wanted int; one record;
BEGIN
  SELECT count(*) INTO readings FROM audit_event e
   WHERE e.unit_id = draw_sample.unit AND e.child_file_id IS NOT NULL AND e.act LIKE '%.read'
     AND e.at >= draw_sample.from_at AND e.at < draw_sample.to_at;
  wanted := least(readings, p.at_most, greatest(p.at_least, (readings * p.percent + 99) / 100));
  INSERT INTO audit_reviewdraw (unit_id, from_at, to_at, extra, seed, readings, drawn, at)
    VALUES (draw_sample.unit, draw_sample.from_at, draw_sample.to_at, draw_sample.extra, seed, readings, wanted,
      clock_timestamp());
  FOR one IN
    SELECT e.id FROM audit_event e
     WHERE e.unit_id = draw_sample.unit AND e.child_file_id IS NOT NULL AND e.act LIKE '%.read'
       AND e.at >= draw_sample.from_at AND e.at < draw_sample.to_at
     ORDER BY sha256(seed || e.leaf) LIMIT wanted
  LOOP
    PERFORM vb.put_up(one.id, 'sample', vb.day_of(draw_sample.to_at) + p.days_to_review);
  END LOOP;
  RETURN wanted;
END $$;

-- Brings a unit's reviews up to date: what asks to be looked at since last time, and a sample of every
-- period that has ended. One at a time in a unit; each event is picked once a reason.
CREATE OR REPLACE FUNCTION vb.draw_reviews_of(unit bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  p audit_reviewpolicy := vb.review_policy(draw_reviews_of.unit);
  since timestamptz; start date; one record;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('varjebarn.draw_reviews'), draw_reviews_of.unit::int) THEN
    RETURN;  -- somebody is just doing it
  END IF;
  -- Events commit late: those of the last minutes are looked at once more.
  SELECT m.upto - interval '10 minutes' INTO since FROM audit_reviewmark m WHERE m.unit_id = draw_reviews_of.unit;
  since := coalesce(since, '-infinity');
  FOR one IN
    SELECT e.id, e.at, k.picked FROM audit_event e
      JOIN people_childfile f ON f.unit_id = e.unit_id AND f.id = e.child_file_id
      JOIN organisations_person who ON who.id = e.person_id
     CROSS JOIN LATERAL (
        SELECT 'break_glass' AS picked WHERE e.act = 'break_glass.opened' OR EXISTS (
          SELECT FROM people_involvement i WHERE i.unit_id = e.unit_id AND i.person_id = e.person_id
             AND i.child_file_id = e.child_file_id AND i.role = 'break_glass'
             AND e.at BETWEEN i.valid_from AND i.valid_to)
        UNION ALL SELECT 'protected' WHERE f.protection <> 'none'
        UNION ALL SELECT 'surname' WHERE lower(f.family_name) = lower(who.family_name) AND f.family_name <> ''
        UNION ALL SELECT 'own_child' WHERE EXISTS (
          SELECT FROM people_guardian g WHERE g.unit_id = e.unit_id AND g.child_file_id = e.child_file_id
             AND g.person_ref = who.public_id)
      ) k
     WHERE e.unit_id = draw_reviews_of.unit AND e.at >= since
       AND (e.act LIKE '%.read' OR e.act LIKE '%.exported' OR e.act LIKE '%.printed' OR e.act = 'break_glass.opened')
     ORDER BY e.id
  LOOP
    PERFORM vb.put_up(one.id, one.picked, vb.day_of(one.at)
      + CASE WHEN one.picked IN ('break_glass', 'protected') THEN p.days_at_once ELSE p.days_to_review END);
  END LOOP;
  FOR one IN
    SELECT e.id, e.at FROM audit_event e
     WHERE e.unit_id = draw_reviews_of.unit AND e.at >= since AND e.child_file_id IS NOT NULL AND e.act LIKE '%.read'
       AND (SELECT count(DISTINCT w.child_file_id) FROM audit_event w
             WHERE w.unit_id = e.unit_id AND w.person_id = e.person_id AND w.act LIKE '%.read'
               AND w.at > e.at - make_interval(mins => p.many_minutes) AND w.at <= e.at) >= p.many_children
     ORDER BY e.id
  LOOP
    PERFORM vb.put_up(one.id, 'many', vb.day_of(one.at) + p.days_to_review);
  END LOOP;

  SELECT vb.day_of(max(d.to_at)) INTO start FROM audit_reviewdraw d WHERE d.unit_id = draw_reviews_of.unit AND NOT d.extra;
  IF start IS NULL THEN
    SELECT date_trunc('week', vb.day_of(min(e.at)))::date INTO start FROM audit_event e
     WHERE e.unit_id = draw_reviews_of.unit AND e.child_file_id IS NOT NULL;
  END IF;
  WHILE start + p.interval_days <= vb.today() LOOP
    PERFORM vb.draw_sample(draw_reviews_of.unit, vb.midnight(start), vb.midnight(start + p.interval_days), false);
    start := start + p.interval_days;
  END LOOP;
  INSERT INTO audit_reviewmark (unit_id, upto) VALUES (draw_reviews_of.unit, statement_timestamp())
    ON CONFLICT (unit_id) DO UPDATE SET upto = excluded.upto;
END $$;

-- The same for the unit that acts, when somebody looks.
CREATE OR REPLACE FUNCTION vb.draw_reviews() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  PERFORM vb.draw_reviews_of(vb.unit());
END $$;

-- The same by the clock, for the unit whose key comes next after another: nobody has to come for it. Gives
-- that unit's key and nothing of what was drawn; NULL when there is none left.
CREATE OR REPLACE FUNCTION vb.draw_reviews_after(previous bigint) RETURNS bigint
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  wanted bigint;
BEGIN
  SELECT min(u.id) INTO wanted FROM organisations_secrecyunit u
   WHERE u.id > draw_reviews_after.previous
     AND EXISTS (SELECT FROM audit_event e WHERE e.unit_id = u.id AND e.child_file_id IS NOT NULL OFFSET 0);
  IF wanted IS NOT NULL THEN PERFORM vb.draw_reviews_of(wanted); END IF;
  RETURN wanted;
END $$;

-- How many days too late the acting unit's review is: the oldest that waits past its day, or the day
-- on which somebody should have drawn and nobody has.
CREATE OR REPLACE FUNCTION vb.review_days_late() RETURNS int
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  p audit_reviewpolicy := vb.review_policy(vb.unit());
  oldest date; looked date;
BEGIN
  SELECT min(r.due) INTO oldest FROM audit_review r WHERE r.unit_id = vb.unit() AND r.state <> 'done';
  SELECT vb.day_of(m.upto) INTO looked FROM audit_reviewmark m WHERE m.unit_id = vb.unit();
  IF looked IS NULL THEN
    SELECT vb.day_of(min(e.at)) INTO looked FROM audit_event e
     WHERE e.unit_id = vb.unit() AND e.child_file_id IS NOT NULL;
  END IF;
  RETURN greatest(0, vb.today() - oldest, vb.today() - (looked + p.interval_days + p.days_to_review));
END $$;

GRANT EXECUTE ON FUNCTION vb.draw_reviews_after(bigint) TO vb_seal;
