-- Meetings before, while and after they are held. What stands on an agenda is public; what is only
-- proposed, and minutes that are not published, are for the body's members and the duty county; what
-- is typed while a meeting goes on is for the duty county alone. Nobody deletes.

-- The bodies in which the acting person holds a seat today, by the county's own calendar.
CREATE OR REPLACE FUNCTION vb.my_bodies() RETURNS SETOF bigint
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $mine$
  SELECT m.body_id FROM steering_membership AS m
  WHERE (SELECT vb.kind()) = 'staff'
    AND m.person_id = (SELECT vb.person())
    AND m.valid_from <= (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date
    AND (m.valid_to IS NULL
         OR m.valid_to > (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date)
$mine$;
REVOKE ALL ON FUNCTION vb.my_bodies() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vb.my_bodies() TO vb_app;

DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY[
    'steering_alsoinsteadof', 'steering_standingitem', 'steering_preparation', 'steering_itemproposal', 'steering_meetingdraft',
    'steering_minutes', 'steering_minutesversion', 'steering_minutespassage']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', wanted);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', wanted);
    EXECUTE format('REVOKE ALL ON %I FROM vb_app, vb_login, vb_audit', wanted);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO vb_app', wanted);
    EXECUTE format('DROP POLICY IF EXISTS county_writes ON %I', wanted);
    EXECUTE format(
      'CREATE POLICY county_writes ON %I FOR INSERT TO vb_app WITH CHECK ((SELECT vb.duty(''county'')))',
      wanted);
    EXECUTE format('DROP POLICY IF EXISTS who_reads ON %I', wanted);
    EXECUTE format('DROP POLICY IF EXISTS county_changes ON %I', wanted);
  END LOOP;
END $$;

-- A meeting may change until it is held or called off; its items until they have an outcome, and their
-- places on the agenda as long as the meeting is planned.
GRANT UPDATE (date, starts, ends, place, digital, chair_id, state, cancelled_because)
  ON steering_meeting TO vb_app;
DROP POLICY IF EXISTS county_holds ON steering_meeting;
CREATE POLICY county_holds ON steering_meeting FOR UPDATE TO vb_app
  USING ((SELECT vb.duty('county')) AND state = 'planned')
  WITH CHECK ((SELECT vb.duty('county')));

GRANT UPDATE (outcome, note, title, kind, "order") ON steering_agendaitem TO vb_app;
DROP POLICY IF EXISTS county_closes ON steering_agendaitem;
CREATE POLICY county_closes ON steering_agendaitem FOR UPDATE TO vb_app
  USING (
    (SELECT vb.duty('county'))
    AND (outcome = ''
         OR EXISTS (SELECT 1 FROM steering_meeting AS m
                    WHERE m.id = steering_agendaitem.meeting_id AND m.state = 'planned'))
  )
  WITH CHECK ((SELECT vb.duty('county')));

CREATE POLICY who_reads ON steering_alsoinsteadof FOR SELECT TO vb_app USING (true);

-- Standing items and preparations are public; a preparation is also written by who sits in the body
-- that prepares, in their own name.
CREATE POLICY who_reads ON steering_standingitem FOR SELECT TO vb_app USING (true);
GRANT UPDATE (ended_on) ON steering_standingitem TO vb_app;
CREATE POLICY county_changes ON steering_standingitem FOR UPDATE TO vb_app
  USING ((SELECT vb.duty('county')) AND ended_on IS NULL) WITH CHECK ((SELECT vb.duty('county')));

CREATE POLICY who_reads ON steering_preparation FOR SELECT TO vb_app USING (true);
DROP POLICY IF EXISTS county_writes ON steering_preparation;
CREATE POLICY county_writes ON steering_preparation FOR INSERT TO vb_app
  WITH CHECK (
    by_id = (SELECT vb.person())
    AND ((SELECT vb.duty('county')) OR prepared_by_id IN (SELECT vb.my_bodies()))
  );

-- A proposal is made in one's own name, and answered by the county's own.
CREATE POLICY who_reads ON steering_itemproposal FOR SELECT TO vb_app
  USING ((SELECT vb.duty('county')) OR body_id IN (SELECT vb.my_bodies()));
DROP POLICY IF EXISTS county_writes ON steering_itemproposal;
CREATE POLICY county_writes ON steering_itemproposal FOR INSERT TO vb_app
  WITH CHECK (
    by_id = (SELECT vb.person())
    AND ((SELECT vb.duty('county'))
         OR (body_id IN (SELECT vb.my_bodies()) AND state = 'waiting' AND again_id IS NULL))
  );
GRANT UPDATE (state, reason, item_id) ON steering_itemproposal TO vb_app;
CREATE POLICY county_changes ON steering_itemproposal FOR UPDATE TO vb_app
  USING ((SELECT vb.duty('county')) AND state = 'waiting') WITH CHECK ((SELECT vb.duty('county')));

-- Whoever proposed an item takes it back, until the body has been called to its meeting: first the
-- item, where it stands on an agenda, then the proposal.
DROP POLICY IF EXISTS proposer_withdraws ON steering_agendaitem;
CREATE POLICY proposer_withdraws ON steering_agendaitem FOR UPDATE TO vb_app
  USING (
    outcome = ''
    AND EXISTS (SELECT 1 FROM steering_itemproposal AS p
                WHERE p.item_id = steering_agendaitem.id AND p.by_id = (SELECT vb.person())
                  AND p.state = 'placed')
    AND EXISTS (SELECT 1 FROM steering_meeting AS m
                WHERE m.id = steering_agendaitem.meeting_id AND m.state = 'planned')
    AND NOT EXISTS (SELECT 1 FROM steering_call AS c
                    WHERE c.meeting_id = steering_agendaitem.meeting_id)
  )
  WITH CHECK (outcome = 'withdrawn');
DROP POLICY IF EXISTS proposer_withdraws ON steering_itemproposal;
CREATE POLICY proposer_withdraws ON steering_itemproposal FOR UPDATE TO vb_app
  USING (
    by_id = (SELECT vb.person())
    AND state IN ('waiting', 'placed')
    AND (item_id IS NULL
         OR EXISTS (SELECT 1 FROM steering_agendaitem AS i
                    WHERE i.id = steering_itemproposal.item_id AND i.outcome = 'withdrawn'))
  )
  WITH CHECK (
    by_id = (SELECT vb.person())
    AND state = 'withdrawn'
    AND (item_id IS NULL
         OR EXISTS (SELECT 1 FROM steering_agendaitem AS i
                    WHERE i.id = steering_itemproposal.item_id AND i.outcome = 'withdrawn'))
  );

-- What is typed while a meeting goes on.
CREATE POLICY who_reads ON steering_meetingdraft FOR SELECT TO vb_app
  USING ((SELECT vb.duty('county')));
GRANT UPDATE (content, number, by_id, saved_at) ON steering_meetingdraft TO vb_app;
CREATE POLICY county_changes ON steering_meetingdraft FOR UPDATE TO vb_app
  USING ((SELECT vb.duty('county')))
  WITH CHECK ((SELECT vb.duty('county')) AND by_id = (SELECT vb.person()));

-- Minutes: open to all when they are published. Versions and their passages are never rewritten, and
-- follow the minutes they belong to.
CREATE POLICY who_reads ON steering_minutes FOR SELECT TO vb_app
  USING (
    state = 'published'
    OR (SELECT vb.duty('county'))
    OR meeting_id IN (SELECT m.id FROM steering_meeting AS m
                      WHERE m.body_id IN (SELECT vb.my_bodies()))
  );
GRANT UPDATE (state, approved_at_id, changes, published_on) ON steering_minutes TO vb_app;
CREATE POLICY county_changes ON steering_minutes FOR UPDATE TO vb_app
  USING ((SELECT vb.duty('county')) AND state <> 'published')
  WITH CHECK ((SELECT vb.duty('county')));
CREATE POLICY who_reads ON steering_minutesversion FOR SELECT TO vb_app
  USING (EXISTS (SELECT 1 FROM steering_minutes AS m
                 WHERE m.id = steering_minutesversion.minutes_id));
DROP POLICY IF EXISTS county_writes ON steering_minutesversion;
CREATE POLICY county_writes ON steering_minutesversion FOR INSERT TO vb_app
  WITH CHECK (
    (SELECT vb.duty('county')) AND by_id = (SELECT vb.person())
    AND EXISTS (SELECT 1 FROM steering_minutes AS m
                WHERE m.id = steering_minutesversion.minutes_id AND m.state <> 'published')
  );
CREATE POLICY who_reads ON steering_minutespassage FOR SELECT TO vb_app
  USING (EXISTS (SELECT 1 FROM steering_minutesversion AS v
                 WHERE v.id = steering_minutespassage.version_id));
