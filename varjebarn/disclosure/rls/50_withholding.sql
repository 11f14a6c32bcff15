-- What is kept from guardians: the decisions in the unit's own compartment, and the wall at the family's.
-- Who acts is the verified actor; a guardian sees no row here, and nothing that says there is one.

CALL vb.close_child_table('disclosure_withholding');
GRANT INSERT ON disclosure_withholding TO vb_definer;
GRANT UPDATE (child_file_id, review_on, reviewed_at, lifted_at, lifted_by_id, lift_reason) ON disclosure_withholding TO vb_definer;
GRANT UPDATE (withheld) ON disclosure_familydelivery TO vb_definer;
ALTER TABLE disclosure_withholding ALTER COLUMN persons SET STATISTICS 0;

SET LOCAL ROLE vb_definer;

-- Everything kept now about one child, by whichever unit has decided it. Matched by exact identifiers, as
-- deliveries are; called by the doors alone.
CREATE OR REPLACE FUNCTION vb.kept_about(unit bigint, child_file bigint)
RETURNS TABLE (withholding bigint, kind text, item uuid, reach text, persons uuid[], own boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  -- What is kept stands in the file that is written in, and holds for what came before as well (R43).
  kept_about.child_file := vb.file_now(kept_about.unit, kept_about.child_file);
  RETURN QUERY
    SELECT w.id, w.kind, w.item, w.reach, w.persons, w.unit_id = kept_about.unit
      FROM disclosure_withholding w
     WHERE w.lifted_at IS NULL
       AND ((w.unit_id = kept_about.unit AND w.child_file_id = kept_about.child_file)
         OR EXISTS (
           SELECT FROM people_identifier mine
             JOIN people_identifier theirs ON theirs.unit_id = w.unit_id
              AND theirs.child_file_id = w.child_file_id AND theirs.value_hash = mine.value_hash
            WHERE mine.unit_id = kept_about.unit AND mine.child_file_id = kept_about.child_file));
END $$;

-- What the acting unit must leave out of its copies: refs and logins, no reasons and no unit.
CREATE OR REPLACE FUNCTION vb.kept(child_file bigint)
RETURNS TABLE (kind text, item uuid, reach text, persons uuid[], own boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF NOT vb.is_involved(kept.child_file) THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY SELECT k.kind, k.item, k.reach, k.persons, k.own FROM vb.kept_about(vb.unit(), kept.child_file) k;
END $$;

-- The number that a guardian's next copy of something gets: their own count once something has been kept
-- from them, so that no number is missing. Nothing for whom nothing ever was.
CREATE OR REPLACE FUNCTION vb.own_counts(child_file bigint, subject uuid)
RETURNS TABLE (person uuid, next_version int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF NOT vb.is_involved(own_counts.child_file) THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT g.person_ref, coalesce(max(h.version), 0) + 1
      FROM people_guardian g
      JOIN organisations_person p ON p.public_id = g.person_ref
      LEFT JOIN disclosure_familydelivery h ON h.person_id = p.id AND h.from_unit_id = g.unit_id
       AND h.subject_ref = own_counts.subject AND h.withheld = '{}'
     WHERE g.unit_id = vb.unit() AND g.child_file_id = own_counts.child_file AND EXISTS (
       SELECT FROM disclosure_withholding w
        WHERE w.unit_id = g.unit_id AND w.child_file_id = g.child_file_id
          AND (w.reach <> 'persons' OR g.person_ref = ANY (w.persons)))
     GROUP BY g.person_ref;
END $$;

-- Whether every place is secret from a guardian, about the child that one unit knows as this file.
CREATE OR REPLACE FUNCTION vb.hides_places(unit bigint, child_file bigint, person uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM vb.kept_about(hides_places.unit, hides_places.child_file) k
                  WHERE k.kind = 'whereabouts' AND hides_places.person = ANY (k.persons));
END $$;

-- The second wall in front of a guardian: a copy that holds what is kept from them is not made. Takes the
-- same row as the decision to keep, so that the two never pass each other.
CREATE OR REPLACE FUNCTION vb.stays_from_guardian(
  unit bigint, child_file bigint, person uuid, subject uuid, kind text, content text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  PERFORM 1 FROM people_childfile f
    WHERE f.unit_id = stays_from_guardian.unit AND f.id = stays_from_guardian.child_file FOR SHARE;
  IF EXISTS (
    SELECT FROM vb.kept_about(stays_from_guardian.unit, stays_from_guardian.child_file) k
     WHERE k.kind NOT IN ('whereabouts', 'readings')
       AND (k.reach <> 'persons' OR stays_from_guardian.person = ANY (k.persons))
       AND (k.item = stays_from_guardian.subject
         OR strpos(stays_from_guardian.content, k.item::text) > 0))
  THEN RAISE EXCEPTION 'kept from this guardian' USING ERRCODE = '42501'; END IF;
  IF vb.hides_places(stays_from_guardian.unit, stays_from_guardian.child_file, stays_from_guardian.person)
     AND (stays_from_guardian.kind NOT IN ('plan_version', 'contribution')
       OR EXISTS (SELECT FROM organisations_secrecyunit u
                   WHERE strpos(stays_from_guardian.content, u.public_id::text) > 0)
       OR EXISTS (SELECT FROM organisations_workplace p
                   WHERE length(p.name) > 3 AND strpos(lower(stays_from_guardian.content), lower(p.name)) > 0))
  THEN RAISE EXCEPTION 'a place is named' USING ERRCODE = '42501'; END IF;
END $$;

-- And in front of other units, on consent: no guardian's yes reaches what is kept from a guardian (OSL 12:3).
CREATE OR REPLACE FUNCTION vb.stays_from_units(
  unit bigint, child_file bigint, consent bigint, content text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM vb.kept_about(stays_from_units.unit, stays_from_units.child_file) k
     WHERE k.own AND k.kind NOT IN ('whereabouts', 'readings', 'plan', 'delivery')
       AND strpos(stays_from_units.content, k.item::text) > 0
       AND (k.reach = 'all_but_child' OR EXISTS (
         SELECT FROM disclosure_consent c
           JOIN people_childfile f ON f.unit_id = c.unit_id AND f.id = c.child_file_id
           JOIN disclosure_consentband b ON b.policy = c.policy AND b.version = c.policy_version
            AND (b.from_age = 0 OR vb.birthday(f.born, b.from_age) <= vb.today())
            AND vb.birthday(f.born, b.to_age) > vb.today()
          WHERE c.unit_id = stays_from_units.unit AND c.id = stays_from_units.consent
            AND b.guardians <> 'none')))
  THEN RAISE EXCEPTION 'no consent reaches what is kept from a guardian' USING ERRCODE = '42501'; END IF;
END $$;

-- Closes the guardians' earlier copies that hold what is kept, whichever unit sent them: what a unit has
-- contributed stands in its own copy and in the plan's. Whereabouts close every copy about the child that
-- was made with places in it. Another unit whose copy is closed is told, so that it can send a new one.
CREATE OR REPLACE FUNCTION vb.close_kept(withholding bigint) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  w record; n int;
BEGIN
  SELECT x.* INTO w FROM disclosure_withholding x WHERE x.id = close_kept.withholding;
  WITH known AS (
    SELECT w.unit_id AS unit, w.child_file_id AS file
    UNION
    SELECT theirs.unit_id, theirs.child_file_id
      FROM people_identifier mine JOIN people_identifier theirs ON theirs.value_hash = mine.value_hash
     WHERE mine.unit_id = w.unit_id AND mine.child_file_id = w.child_file_id
  ), closed AS (
    UPDATE disclosure_familydelivery h SET withheld = h.withheld || w.public_id
      FROM organisations_person p, known JOIN people_childfile f ON f.unit_id = known.unit AND f.id = known.file
     WHERE p.id = h.person_id AND h.capacity = 'guardian'
       AND (w.reach <> 'persons' OR p.public_id = ANY (w.persons))
       AND f.unit_id = h.from_unit_id AND f.public_id = h.child_ref
       AND NOT w.public_id = ANY (h.withheld)
       AND CASE WHEN w.kind = 'whereabouts' THEN NOT h.hides_places
           ELSE w.kind <> 'readings' AND (h.public_id = w.item OR h.disclosure_ref = w.item
             OR h.subject_ref = w.item OR strpos(h.content, w.item::text) > 0) END
    RETURNING f.unit_id, f.id AS file
  ), told AS (
    INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, object, at)
      SELECT gen_random_uuid(), c.unit_id, c.file, 'copy_closed', NULL, clock_timestamp()
        FROM closed c WHERE c.unit_id <> w.unit_id GROUP BY c.unit_id, c.file
  )
  SELECT count(*) INTO n FROM closed;
  RETURN n;
END $$;

-- Keeps one thing from guardians from now, and closes what they have been given of it.
CREATE OR REPLACE FUNCTION vb.withhold(
  child_file bigint, kind text, item uuid, label text, reach text, persons uuid[], why text, reason text,
  review_on date, request uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  made bigint; made_public uuid := gen_random_uuid();
BEGIN
  IF NOT vb.is_involved(withhold.child_file) OR NOT vb.works_with_children() THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  PERFORM vb.review_is_near(withhold.why, withhold.review_on);
  PERFORM 1 FROM people_childfile f WHERE f.unit_id = vb.unit() AND f.id = withhold.child_file FOR NO KEY UPDATE;
  INSERT INTO disclosure_withholding (public_id, unit_id, child_file_id, kind, item, label, reach, persons, why,
      reason, review_on, reviewed_at, decided_by_id, decided_at, lift_reason)
    VALUES (made_public, vb.unit(), withhold.child_file, withhold.kind, withhold.item, withhold.label,
      withhold.reach, withhold.persons, withhold.why, trim(withhold.reason), withhold.review_on,
      clock_timestamp(), vb.person(), clock_timestamp(), '')
    RETURNING id INTO made;
  PERFORM vb.close_kept(made);
  PERFORM vb.append(vb.unit(), withhold.child_file, 'withholding.made', made_public, withhold.why, withhold.request);
  RETURN made_public;
END $$;

-- The latest day of review, counted from today: three months for LVU 14 §, six for lag (2024:79) 5:6.
CREATE OR REPLACE FUNCTION vb.review_is_near(why text, review_on date) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF review_is_near.review_on <= vb.today() OR review_is_near.review_on > vb.today() + make_interval(months =>
      CASE review_is_near.why WHEN 'lvu' THEN 3 WHEN 'shelter' THEN 6 WHEN 'investigation' THEN 6 ELSE 12 END)
  THEN RAISE EXCEPTION 'the review lies too far ahead, or behind' USING ERRCODE = '23514'; END IF;
END $$;

-- Reviews it: kept on until another day, or lifted. What is lifted opens again, except a copy that another
-- one has taken the place of.
CREATE OR REPLACE FUNCTION vb.review_withholding(
  withholding uuid, review_on date, reason text, lifted boolean, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  w record;
BEGIN
  SELECT x.* INTO w FROM disclosure_withholding x
   WHERE x.unit_id = vb.unit() AND x.public_id = review_withholding.withholding AND x.lifted_at IS NULL
   FOR UPDATE;
  IF NOT FOUND OR NOT vb.is_involved(w.child_file_id) OR NOT vb.works_with_children() THEN
    RAISE EXCEPTION 'no such withholding' USING ERRCODE = '42501';
  END IF;
  IF trim(review_withholding.reason) = '' THEN
    RAISE EXCEPTION 'a reason is needed' USING ERRCODE = '23514';
  END IF;
  IF NOT review_withholding.lifted THEN
    PERFORM vb.review_is_near(w.why, review_withholding.review_on);
    UPDATE disclosure_withholding x SET review_on = review_withholding.review_on, reviewed_at = clock_timestamp()
     WHERE x.id = w.id;
    PERFORM vb.append(w.unit_id, w.child_file_id, 'withholding.kept', w.public_id, review_withholding.reason,
                      review_withholding.request);
    RETURN;
  END IF;
  UPDATE disclosure_withholding x SET lifted_at = clock_timestamp(), lifted_by_id = vb.person(),
      lift_reason = trim(review_withholding.reason) WHERE x.id = w.id;
  UPDATE disclosure_familydelivery h SET withheld = array_remove(h.withheld, w.public_id)
   WHERE w.public_id = ANY (h.withheld) AND NOT EXISTS (
     SELECT FROM disclosure_familydelivery o WHERE o.person_id = h.person_id AND o.from_unit_id = h.from_unit_id
        AND o.subject_ref = h.subject_ref AND o.version = h.version AND o.id <> h.id AND o.withheld = '{}');
  PERFORM vb.append(w.unit_id, w.child_file_id, 'withholding.lifted', w.public_id, review_withholding.reason,
                    review_withholding.request);
END $$;

-- Whether a line about a reading is kept from the acting family member: the thing read is kept, or all
-- that they have had of it is closed.
CREATE OR REPLACE FUNCTION vb.line_is_kept(unit bigint, child uuid, object uuid, version int) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  me uuid;
BEGIN
  SELECT p.public_id INTO me FROM organisations_person p WHERE p.id = vb.person();
  RETURN EXISTS (
      SELECT FROM people_childfile f CROSS JOIN LATERAL vb.kept_about(f.unit_id, f.id) k
       WHERE f.public_id = line_is_kept.child AND f.person_ref IS DISTINCT FROM me
         AND k.kind <> 'whereabouts' AND (k.reach <> 'persons' OR me = ANY (k.persons))
         AND (k.item = line_is_kept.object OR (k.kind = 'readings' AND k.item = f.public_id
              AND f.unit_id = line_is_kept.unit)))
    OR EXISTS (
      SELECT FROM disclosure_familydelivery h
       WHERE h.person_id = vb.person() AND h.withheld <> '{}'
         AND ((h.subject_ref = line_is_kept.object AND h.version IS NOT DISTINCT FROM line_is_kept.version
               AND NOT EXISTS (SELECT FROM disclosure_familydelivery o WHERE o.person_id = vb.person()
                     AND o.subject_ref = h.subject_ref AND o.version IS NOT DISTINCT FROM h.version
                     AND o.withheld = '{}'))
           OR (h.child_ref = line_is_kept.child AND NOT EXISTS (
                 SELECT FROM disclosure_familydelivery o WHERE o.person_id = vb.person()
                    AND o.child_ref = h.child_ref AND o.withheld = '{}'))));
END $$;

-- Whether the acting family member may not know where a child of theirs is, by a unit's own file.
CREATE OR REPLACE FUNCTION vb.hides_places_from_me(child uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM people_childfile f JOIN organisations_person p ON p.id = vb.person()
     WHERE f.public_id = hides_places_from_me.child AND vb.hides_places(f.unit_id, f.id, p.public_id));
END $$;

GRANT EXECUTE ON FUNCTION vb.kept(bigint), vb.own_counts(bigint, uuid),
  vb.withhold(bigint, text, uuid, text, text, uuid[], text, text, date, uuid),
  vb.review_withholding(uuid, date, text, boolean, uuid) TO vb_app;
