-- Reminders: to the members of an organisation that is silent, on the two days that a question has; and
-- to the process leaders, before an agreement lapses. What has been told is kept, so that nobody is told
-- twice. No page reads or writes here.

ALTER TABLE steering_reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE steering_reminder FORCE ROW LEVEL SECURITY;
REVOKE ALL ON steering_reminder FROM vb_app, vb_login, vb_audit;
DROP POLICY IF EXISTS doors ON steering_reminder;
CREATE POLICY doors ON steering_reminder TO vb_definer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON steering_reminder TO vb_definer;

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[
    'steering_reportback', 'steering_reportbackanswer', 'steering_agreement', 'steering_extension'] LOOP
    EXECUTE format('GRANT SELECT ON %I TO vb_definer', wanted);
    EXECUTE format('DROP POLICY IF EXISTS doors_read ON %I', wanted);
    EXECUTE format('CREATE POLICY doors_read ON %I FOR SELECT TO vb_definer USING (true)', wanted);
  END LOOP;
END $$;

SET LOCAL ROLE vb_definer;

-- The next reminder: the question or the agreement by its title, a day, and nothing else of it. One
-- sender at a time. `contact` is where the process leaders are reached, `soon` how many days before.
CREATE OR REPLACE FUNCTION vb.next_reminder(contact text, soon integer) RETURNS TABLE (
  kind text, thing uuid, seat bigint, round text, title text, day date, address text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
DECLARE
  today CONSTANT date := vb.today();
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('varjebarn.reminders')) THEN RETURN; END IF;
  RETURN QUERY
    WITH wanted AS (
      SELECT 'question' AS kind, r.public_id AS thing, m.id AS seat,
             CASE WHEN r.remind_last <= today THEN '2' ELSE '1' END AS round,
             r.question::text AS title, r.due AS day, a.address::text AS address
        FROM steering_reportback AS r
        JOIN steering_agendaitem AS i ON i.id = r.item_id
        JOIN steering_meeting AS t ON t.id = i.meeting_id
        JOIN steering_membership AS m ON m.body_id = r.body_id
        JOIN steering_memberaddress AS a ON a.membership_id = m.id
       WHERE r.remind_first <= today AND r.due >= today
         AND m.seat <> 'adjunct'
         AND m.valid_from <= today AND (m.valid_to IS NULL OR m.valid_to > today)
         AND a.wants_mail AND a.address <> ''
         AND EXISTS (
           SELECT FROM steering_membership AS asked
            WHERE asked.body_id = r.body_id AND asked.organisation_id = m.organisation_id
              AND asked.seat <> 'adjunct' AND asked.valid_from <= t.date
              AND (asked.valid_to IS NULL OR asked.valid_to > t.date))
         AND NOT EXISTS (
           SELECT FROM steering_reportbackanswer AS x
            WHERE x.report_back_id = r.id AND x.organisation_id = m.organisation_id)
      UNION ALL
      SELECT 'agreement', g.public_id, NULL, e.ends::text, g.title::text, e.ends - 1,
             next_reminder.contact
        FROM steering_agreement AS g
        CROSS JOIN LATERAL (
          SELECT greatest(g.valid_to, max(x.valid_to)) AS ends FROM steering_extension AS x
           WHERE x.agreement_id = g.id) AS e
       WHERE e.ends > today AND e.ends - 1 - today <= next_reminder.soon
         AND next_reminder.contact <> ''
    )
    SELECT w.kind, w.thing, w.seat, w.round, w.title, w.day, w.address
      FROM wanted AS w
      LEFT JOIN steering_reminder AS s ON s.thing = w.thing AND s.round = w.round
                                      AND s.membership_id IS NOT DISTINCT FROM w.seat
     WHERE s.sent_at IS NULL AND (s.next_at IS NULL OR s.next_at <= clock_timestamp())
     ORDER BY w.day, w.thing, w.seat
     LIMIT 1;
END $$;

-- It went, or is tried again, later and later.
CREATE OR REPLACE FUNCTION vb.reminder_done(thing uuid, seat bigint, round text, done boolean)
  RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  INSERT INTO steering_reminder (thing, membership_id, round, tries, next_at)
    VALUES (reminder_done.thing, reminder_done.seat, reminder_done.round, 0, moment)
    ON CONFLICT ON CONSTRAINT nobody_is_reminded_twice DO NOTHING;
  UPDATE steering_reminder AS s
     SET sent_at = CASE WHEN reminder_done.done THEN moment END,
         tries = s.tries + 1,
         next_at = moment + least(interval '5 minutes' * power(2, s.tries), interval '1 day')
   WHERE s.thing = reminder_done.thing AND s.round = reminder_done.round
     AND s.membership_id IS NOT DISTINCT FROM reminder_done.seat AND s.sent_at IS NULL;
END $$;

GRANT EXECUTE ON FUNCTION vb.next_reminder(text, integer), vb.reminder_done(uuid, bigint, text, boolean)
  TO vb_notify;
