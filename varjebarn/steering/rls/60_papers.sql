-- Papers laid before a meeting, and calls to meetings. A draft is for the body's members and the duty
-- county; a published paper for all until it is withdrawn. Where a member is mailed is nobody else's
-- business: the duty county reads it, the member reads their own, and a role that can do nothing else
-- sends. Nobody deletes.

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[
    'steering_meetingpaper', 'steering_memberaddress', 'steering_call', 'steering_callletter',
    'steering_change']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', wanted);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', wanted);
    EXECUTE format('REVOKE ALL ON %I FROM vb_app, vb_login, vb_audit', wanted);
    EXECUTE format('DROP POLICY IF EXISTS who_reads ON %I', wanted);
    EXECUTE format('DROP POLICY IF EXISTS county_writes ON %I', wanted);
    EXECUTE format('DROP POLICY IF EXISTS county_changes ON %I', wanted);
    EXECUTE format('DROP POLICY IF EXISTS doors ON %I', wanted);
  END LOOP;
END $$;

-- Papers. How one is laid: 61_files.sql.
GRANT SELECT, INSERT ON steering_meetingpaper TO vb_app;
GRANT UPDATE (published_on, withdrawn_on, withdrawn_because) ON steering_meetingpaper TO vb_app;
CREATE POLICY who_reads ON steering_meetingpaper FOR SELECT TO vb_app
  USING (
    (published_on IS NOT NULL AND withdrawn_on IS NULL)
    OR (SELECT vb.duty('county'))
    OR ((SELECT vb.kind()) = 'staff' AND meeting_id IN (
      SELECT m.id
        FROM steering_meeting AS m
        JOIN steering_membership AS s ON s.body_id = m.body_id
       WHERE s.person_id = (SELECT vb.person())
         AND s.valid_from <= (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date
         AND (s.valid_to IS NULL
              OR s.valid_to > (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date)))
  );
CREATE POLICY county_changes ON steering_meetingpaper FOR UPDATE TO vb_app
  USING ((SELECT vb.duty('county')) AND withdrawn_on IS NULL)
  WITH CHECK ((SELECT vb.duty('county')));

-- Addresses. The secret that stands in each mail is read by the sender alone.
GRANT SELECT (id, membership_id, address, wants_mail), INSERT, UPDATE (address)
  ON steering_memberaddress TO vb_app;
CREATE POLICY who_reads ON steering_memberaddress FOR SELECT TO vb_app
  USING (
    (SELECT vb.duty('county'))
    OR ((SELECT vb.kind()) = 'staff'
        AND EXISTS (SELECT 1 FROM steering_membership AS s
                    WHERE s.id = steering_memberaddress.membership_id
                      AND s.person_id = (SELECT vb.person())))
  );
CREATE POLICY county_writes ON steering_memberaddress FOR INSERT TO vb_app
  WITH CHECK ((SELECT vb.duty('county')) AND wants_mail);
CREATE POLICY county_changes ON steering_memberaddress FOR UPDATE TO vb_app
  USING ((SELECT vb.duty('county'))) WITH CHECK ((SELECT vb.duty('county')));

-- Calls, and what has gone out: for the duty county. That a body has been called, its members know.
GRANT SELECT, INSERT ON steering_call TO vb_app;
GRANT SELECT ON steering_callletter TO vb_app;
CREATE POLICY who_reads ON steering_call FOR SELECT TO vb_app
  USING (
    (SELECT vb.duty('county'))
    OR meeting_id IN (SELECT m.id FROM steering_meeting AS m
                      WHERE m.body_id IN (SELECT vb.my_bodies()))
  );
CREATE POLICY county_writes ON steering_call FOR INSERT TO vb_app
  WITH CHECK ((SELECT vb.duty('county')) AND by_id = (SELECT vb.person()));
CREATE POLICY who_reads ON steering_callletter FOR SELECT TO vb_app
  USING ((SELECT vb.duty('county')));

-- When what is public changed: read by anybody, written by the database.
GRANT SELECT ON steering_change TO vb_app;
CREATE POLICY who_reads ON steering_change FOR SELECT TO vb_app USING (true);
GRANT SELECT, INSERT, UPDATE ON steering_change TO vb_definer;
CREATE POLICY doors ON steering_change TO vb_definer USING (true) WITH CHECK (true);

GRANT SELECT (public_id, published_on, withdrawn_on) ON steering_meetingpaper TO vb_definer;
DROP POLICY IF EXISTS doors_read ON steering_meetingpaper;
CREATE POLICY doors_read ON steering_meetingpaper FOR SELECT TO vb_definer USING (true);
GRANT SELECT ON steering_meeting, steering_body, steering_membership, steering_agendaitem
  TO vb_definer;
GRANT SELECT, UPDATE ON steering_memberaddress, steering_call TO vb_definer;
GRANT SELECT, INSERT, UPDATE ON steering_callletter TO vb_definer;
CREATE POLICY doors ON steering_memberaddress TO vb_definer USING (true) WITH CHECK (true);
CREATE POLICY doors ON steering_call TO vb_definer USING (true) WITH CHECK (true);
CREATE POLICY doors ON steering_callletter TO vb_definer USING (true) WITH CHECK (true);
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[
    'steering_meeting', 'steering_body', 'steering_membership', 'steering_agendaitem'] LOOP
    EXECUTE format('DROP POLICY IF EXISTS doors_read ON %I', wanted);
    EXECUTE format('CREATE POLICY doors_read ON %I FOR SELECT TO vb_definer USING (true)', wanted);
  END LOOP;
END $$;

SET LOCAL ROLE vb_definer;

-- Which papers were open to all and have been withdrawn: that they went, and nothing of them.
CREATE OR REPLACE FUNCTION vb.papers_gone() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN QUERY SELECT p.public_id FROM steering_meetingpaper AS p
                WHERE p.published_on IS NOT NULL AND p.withdrawn_on IS NOT NULL;
END $$;

-- Yes or no thanks to mail about a seat of one's own.
CREATE OR REPLACE FUNCTION vb.choose_meeting_mail(membership uuid, wants boolean) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF vb.kind() IS DISTINCT FROM 'staff' THEN RETURN false; END IF;
  UPDATE steering_memberaddress AS a
     SET wants_mail = choose_meeting_mail.wants
    FROM steering_membership AS s
   WHERE s.id = a.membership_id AND s.public_id = choose_meeting_mail.membership
     AND s.person_id = vb.person();
  RETURN FOUND;
END $$;

-- No thanks, by the link of a mail: whoever has it got the mail.
CREATE OR REPLACE FUNCTION vb.decline_meeting_mail(secret uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  UPDATE steering_memberaddress AS a SET wants_mail = false
   WHERE a.secret = decline_meeting_mail.secret;
  RETURN FOUND;
END $$;

-- The next letter about a meeting: an invitation to whoever has got none, an update when the meeting
-- has changed, a cancellation when it is called off or the seat no longer holds that day. The call is
-- locked until the letter has gone.
CREATE OR REPLACE FUNCTION vb.next_invitation() RETURNS TABLE (
  call bigint, seat bigint, revision integer, sequence integer, is_cancelled boolean, meeting uuid,
  body text, day date, starts time, ends time, place text, digital boolean,
  name text, address text, secret uuid)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
BEGIN
  UPDATE steering_call AS c
     SET revision = c.revision + 1, date = m.date, starts = m.starts, ends = m.ends,
         place = m.place, digital = m.digital, is_cancelled = (m.state = 'cancelled')
    FROM steering_meeting AS m
   WHERE m.id = c.meeting_id AND m.state <> 'held' AND m.date >= vb.today()
     AND (c.date, c.starts, c.ends, c.place, c.digital, c.is_cancelled)
         IS DISTINCT FROM (m.date, m.starts, m.ends, m.place, m.digital, m.state = 'cancelled');
  RETURN QUERY
    SELECT c.id, s.id, c.revision, coalesce(i.sequence, -1) + 1, NOT wanted.there, m.public_id,
           b.name::text, c.date, c.starts, c.ends, c.place::text, c.digital,
           s.name::text, a.address::text, a.secret
      FROM steering_call AS c
      JOIN steering_meeting AS m ON m.id = c.meeting_id
      JOIN steering_body AS b ON b.id = m.body_id
      JOIN steering_membership AS s ON s.body_id = m.body_id
      JOIN steering_memberaddress AS a ON a.membership_id = s.id
      LEFT JOIN steering_callletter AS i ON i.call_id = c.id AND i.membership_id = s.id
      CROSS JOIN LATERAL (
        SELECT NOT c.is_cancelled AND s.valid_from <= c.date
               AND (s.valid_to IS NULL OR s.valid_to > c.date) AS there
      ) AS wanted
     WHERE m.state <> 'held' AND c.date >= vb.today()
       AND a.wants_mail AND a.address <> ''
       AND (i.next_at IS NULL OR i.next_at <= clock_timestamp())
       AND CASE
         WHEN wanted.there
           THEN i.id IS NULL OR i.sequence < 0 OR i.is_cancelled OR i.revision < c.revision
         ELSE i.sequence >= 0 AND NOT i.is_cancelled
       END
     ORDER BY c.id, s.id
     LIMIT 1 FOR UPDATE OF c SKIP LOCKED;
END $$;

-- It went, or is tried again, later and later.
CREATE OR REPLACE FUNCTION vb.invitation_done(
  call bigint, seat bigint, revision integer, sequence integer, is_cancelled boolean, done boolean)
  RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO steering_callletter AS i
      (call_id, membership_id, sequence, revision, is_cancelled, tries, next_at)
    VALUES (invitation_done.call, invitation_done.seat, -1, -1, false, 0, moment)
    ON CONFLICT (call_id, membership_id) DO NOTHING;
  IF invitation_done.done THEN
    UPDATE steering_callletter AS i
       SET sequence = invitation_done.sequence, revision = invitation_done.revision,
           is_cancelled = invitation_done.is_cancelled, tries = 0, next_at = moment, sent_at = moment
     WHERE i.call_id = invitation_done.call AND i.membership_id = invitation_done.seat;
  ELSE
    UPDATE steering_callletter AS i
       SET tries = i.tries + 1,
           next_at = moment + least(interval '5 minutes' * power(2, i.tries), interval '1 day')
     WHERE i.call_id = invitation_done.call AND i.membership_id = invitation_done.seat;
  END IF;
END $$;

GRANT EXECUTE ON FUNCTION vb.papers_gone(), vb.choose_meeting_mail(uuid, boolean),
  vb.decline_meeting_mail(uuid)
  TO vb_app;
GRANT EXECUTE ON FUNCTION vb.next_invitation(),
  vb.invitation_done(bigint, bigint, integer, integer, boolean, boolean) TO vb_notify;

-- Notes that something changed: itself, and the meeting that it is shown with.
CREATE OR REPLACE FUNCTION vb.note_change() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  touched uuid[]; moment timestamptz := clock_timestamp();
BEGIN
  CASE TG_TABLE_NAME
    WHEN 'steering_attendance' THEN
      SELECT ARRAY[m.public_id] INTO touched FROM steering_meeting m WHERE m.id = NEW.meeting_id;
    WHEN 'steering_agendaitem' THEN
      SELECT ARRAY[NEW.public_id, m.public_id] INTO touched
        FROM steering_meeting m WHERE m.id = NEW.meeting_id;
    WHEN 'steering_decisionrecord' THEN
      SELECT ARRAY[NEW.public_id, i.public_id, m.public_id] INTO touched
        FROM steering_agendaitem i JOIN steering_meeting m ON m.id = i.meeting_id
       WHERE i.id = NEW.item_id;
    ELSE
      touched := ARRAY[NEW.public_id];
  END CASE;
  INSERT INTO steering_change (object, created_at, modified_at)
    SELECT one, moment, moment FROM unnest(touched) AS one
    ON CONFLICT (object) DO UPDATE SET modified_at = excluded.modified_at;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION vb.note_change() TO vb_owner;  -- who hangs it on the tables

SET LOCAL ROLE vb_owner;
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[
    'steering_body', 'steering_membership', 'steering_meeting', 'steering_attendance',
    'steering_agendaitem', 'steering_decisionrecord', 'steering_meetingpaper'] LOOP
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'note_change'
                      AND tgrelid = wanted::regclass) THEN
      EXECUTE format(
        'CREATE TRIGGER note_change AFTER INSERT OR UPDATE ON %I'
        ' FOR EACH ROW EXECUTE FUNCTION vb.note_change()', wanted);
    END IF;
  END LOOP;
END $$;
