-- How the family hears that there is something new. A choice belongs to the person; what waits to be
-- sent says whom to tell and nothing of what. The running system reads no outbox and no address but
-- one's own; a role that can do nothing else sends.

ALTER TABLE people_noticechoice ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_noticechoice FORCE ROW LEVEL SECURITY;
REVOKE ALL ON people_noticechoice FROM vb_app, vb_login, vb_audit;
DROP POLICY IF EXISTS own_choice ON people_noticechoice;
CREATE POLICY own_choice ON people_noticechoice TO vb_app
  USING (person_id = (SELECT vb.person()) AND (SELECT vb.kind()) = 'family');
DROP POLICY IF EXISTS doors ON people_noticechoice;
CREATE POLICY doors ON people_noticechoice TO vb_definer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON people_noticechoice TO vb_app;
GRANT UPDATE (way, address, chosen_at, entered_by) ON people_noticechoice TO vb_app;
GRANT SELECT, INSERT, UPDATE ON people_noticechoice TO vb_definer;

ALTER TABLE people_outboxrow ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_outboxrow FORCE ROW LEVEL SECURITY;
REVOKE ALL ON people_outboxrow FROM vb_app, vb_login, vb_audit;
DROP POLICY IF EXISTS doors ON people_outboxrow;
CREATE POLICY doors ON people_outboxrow TO vb_definer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON people_outboxrow TO vb_definer;
GRANT UPDATE (language, interpreter) ON people_guardian TO vb_app;

-- Runs within the delivery to a family member, with the door's rights: the row of the outbox and the
-- delivery are there together or not at all.
CREATE OR REPLACE FUNCTION vb.tell_there_is_news() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, vb, pg_temp AS $$
DECLARE
  chosen record;
BEGIN
  SELECT c.way INTO chosen FROM people_noticechoice c WHERE c.person_id = NEW.person_id;
  IF NOT FOUND OR chosen.way = 'none' THEN RETURN NULL; END IF;
  IF chosen.way IN ('mail', 'sms') THEN
    PERFORM vb.put_in_outbox(NEW.person_id);
  ELSE  -- by somebody: those who are with the child where it comes from
    INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, object, at)
      SELECT gen_random_uuid(), f.unit_id, f.id, 'tell_' || chosen.way, p.public_id, clock_timestamp()
        FROM people_childfile f JOIN organisations_person p ON p.id = NEW.person_id
       WHERE f.unit_id = NEW.from_unit_id AND f.public_id = NEW.child_ref;
  END IF;
  RETURN NULL;
END $$;
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'tell_there_is_news') THEN
    CREATE TRIGGER tell_there_is_news AFTER INSERT ON disclosure_familydelivery
      FOR EACH ROW EXECUTE FUNCTION vb.tell_there_is_news();
  END IF;
END $$;

SET LOCAL ROLE vb_definer;

-- A person waits for one notice at a time, however much is new.
CREATE OR REPLACE FUNCTION vb.put_in_outbox(person bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  INSERT INTO people_outboxrow (public_id, person_id, made_at, tries, next_at)
    VALUES (gen_random_uuid(), put_in_outbox.person, clock_timestamp(), 0, clock_timestamp())
    ON CONFLICT (person_id) WHERE sent_at IS NULL DO NOTHING;
END $$;

-- Staff with the child write down what a family member has chosen by word of mouth. What the person
-- has chosen on screen stays.
CREATE OR REPLACE FUNCTION vb.choose_notice_for(
  child_file bigint, person uuid, way text, address text, request uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  who bigint; mine uuid;
BEGIN
  IF NOT vb.is_involved(choose_notice_for.child_file) THEN
    RAISE EXCEPTION 'not involved' USING ERRCODE = '42501';
  END IF;
  SELECT p.id INTO who FROM organisations_person p
   WHERE p.public_id = choose_notice_for.person AND (
     EXISTS (SELECT FROM people_guardian g WHERE g.unit_id = vb.unit()
        AND g.child_file_id = choose_notice_for.child_file AND g.person_ref = p.public_id
        AND g.valid_from <= statement_timestamp() AND g.valid_to > statement_timestamp())
     OR EXISTS (SELECT FROM people_childfile f WHERE f.unit_id = vb.unit()
        AND f.id = choose_notice_for.child_file AND f.person_ref = p.public_id));
  IF NOT FOUND THEN RAISE EXCEPTION 'nobody of this family' USING ERRCODE = '42501'; END IF;
  IF EXISTS (SELECT FROM people_noticechoice c WHERE c.person_id = who AND c.entered_by IS NULL) THEN
    RAISE EXCEPTION 'chosen by the person herself' USING ERRCODE = '42501';
  END IF;
  SELECT p.public_id INTO mine FROM organisations_person p WHERE p.id = vb.person();
  INSERT INTO people_noticechoice (person_id, way, address, chosen_at, entered_by)
    VALUES (who, choose_notice_for.way, choose_notice_for.address, clock_timestamp(), mine)
    ON CONFLICT (person_id) DO UPDATE SET way = excluded.way, address = excluded.address,
      chosen_at = excluded.chosen_at, entered_by = excluded.entered_by;
  PERFORM vb.append(vb.unit(), choose_notice_for.child_file, 'notice_way.entered',
                    choose_notice_for.person, choose_notice_for.way, choose_notice_for.request);
END $$;

-- Which way each in a child's family hears, for those who are with the child. No address.
CREATE OR REPLACE FUNCTION vb.notice_ways(child_file bigint)
RETURNS TABLE (person uuid, way text, by_herself boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT p.public_id, c.way::text, c.entered_by IS NULL
      FROM people_noticechoice c JOIN organisations_person p ON p.id = c.person_id
     WHERE vb.is_involved(notice_ways.child_file) AND (
       EXISTS (SELECT FROM people_guardian g WHERE g.unit_id = vb.unit()
          AND g.child_file_id = notice_ways.child_file AND g.person_ref = p.public_id)
       OR EXISTS (SELECT FROM people_childfile f WHERE f.unit_id = vb.unit()
          AND f.id = notice_ways.child_file AND f.person_ref = p.public_id));
END $$;

-- The next notice to send, locked until it is: where to, and by which way.
CREATE OR REPLACE FUNCTION vb.next_notice() RETURNS TABLE (id uuid, way text, address text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT o.public_id, c.way::text, c.address::text
      FROM people_outboxrow o LEFT JOIN people_noticechoice c ON c.person_id = o.person_id
     WHERE o.sent_at IS NULL AND o.next_at <= clock_timestamp()
     ORDER BY o.next_at LIMIT 1 FOR UPDATE OF o SKIP LOCKED;
END $$;

-- It was sent, or there is nowhere to send it any more; else it is tried again, later and later.
CREATE OR REPLACE FUNCTION vb.notice_done(notice uuid, done boolean) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  UPDATE people_outboxrow o
     SET sent_at = CASE WHEN notice_done.done THEN clock_timestamp() END,
         tries = o.tries + 1,
         next_at = clock_timestamp() + least(interval '5 minutes' * power(2, o.tries), interval '1 day')
   WHERE o.public_id = notice_done.notice AND o.sent_at IS NULL;
END $$;

GRANT EXECUTE ON FUNCTION vb.choose_notice_for(bigint, uuid, text, text, uuid),
  vb.notice_ways(bigint) TO vb_app;
GRANT EXECUTE ON FUNCTION vb.next_notice(), vb.notice_done(uuid, boolean) TO vb_notify;
