-- Consent, disclosures and copies. A unit reads its own compartment; a family member reads what is
-- addressed to them while their access is open; nothing is written across but by the doors.

CALL vb.close_child_table('disclosure_consent');
CALL vb.close_child_table('disclosure_consentscope');
CALL vb.close_child_table('disclosure_consenter');
CALL vb.close_child_table('disclosure_consentevent');
CALL vb.close_child_table('disclosure_disclosure');
CALL vb.close_child_table('disclosure_recipient');
CALL vb.close_child_table('disclosure_delivery', ends => '{opened_at,opened_by,consent_ended}');
CALL vb.close_child_table('disclosure_receipt');
CALL vb.close_child_table('disclosure_submission');
CALL vb.close_child_table('disclosure_notshared');

-- A decision is written by the one who decides; whether it may leave is the door's question.
GRANT INSERT ON disclosure_disclosure, disclosure_recipient TO vb_app;
DROP POLICY IF EXISTS own_decision ON disclosure_disclosure;
CREATE POLICY own_decision ON disclosure_disclosure AS RESTRICTIVE FOR INSERT TO vb_app
  WITH CHECK (decided_by_id = (SELECT vb.person()) AND delivered_at IS NULL);
DROP POLICY IF EXISTS before_it_leaves ON disclosure_recipient;
CREATE POLICY before_it_leaves ON disclosure_recipient AS RESTRICTIVE FOR INSERT TO vb_app
  WITH CHECK (
    EXISTS (
      SELECT 1 FROM disclosure_disclosure AS d
      WHERE d.unit_id = disclosure_recipient.unit_id
        AND d.id = disclosure_recipient.disclosure_id
        AND d.delivered_at IS NULL
      OFFSET 0
    )
  );

-- So is a decision not to share. It is never changed, and reaches nobody outside the unit.
GRANT INSERT ON disclosure_notshared TO vb_app;
DROP POLICY IF EXISTS own_decision ON disclosure_notshared;
CREATE POLICY own_decision ON disclosure_notshared AS RESTRICTIVE FOR INSERT TO vb_app
  WITH CHECK (decided_by_id = (SELECT vb.person()));

GRANT INSERT ON disclosure_consent, disclosure_consentscope, disclosure_consenter,
  disclosure_consentevent, disclosure_delivery, disclosure_receipt, disclosure_submission TO vb_definer;
GRANT UPDATE (delivered_at) ON disclosure_disclosure TO vb_definer;
GRANT UPDATE (child_file_id, state, state_at, decline_reason, opened_at, opened_by, consent_ended)
  ON disclosure_delivery TO vb_definer;

-- Reference data: what the doors know of grounds, duties and the county's consent policy.
GRANT SELECT ON disclosure_groundrow, disclosure_dutyrow, disclosure_consentband TO vb_app, vb_definer;

ALTER TABLE disclosure_familydelivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_familydelivery FORCE ROW LEVEL SECURITY;
REVOKE ALL ON disclosure_familydelivery FROM vb_app, vb_login, vb_audit;
DROP POLICY IF EXISTS addressed_to_me ON disclosure_familydelivery;
CREATE POLICY addressed_to_me ON disclosure_familydelivery FOR SELECT TO vb_app
  USING (
    person_id = (SELECT vb.person())
    AND (SELECT vb.kind()) = 'family'
    AND withheld = '{}'
    AND until > statement_timestamp()
    AND EXISTS (
      SELECT 1 FROM people_familyaccess AS a
      WHERE a.person_id = disclosure_familydelivery.person_id
        AND a.unit_id = disclosure_familydelivery.from_unit_id
        AND a.child_ref = disclosure_familydelivery.child_ref
        AND a.valid_from <= statement_timestamp()
        AND a.valid_to > statement_timestamp()
      OFFSET 0
    )
  );
DROP POLICY IF EXISTS doors ON disclosure_familydelivery;
CREATE POLICY doors ON disclosure_familydelivery TO vb_definer USING (true) WITH CHECK (true);
GRANT SELECT ON disclosure_familydelivery TO vb_app;
GRANT SELECT, INSERT ON disclosure_familydelivery TO vb_definer;
GRANT UPDATE (opened_at) ON disclosure_familydelivery TO vb_definer;

-- A draft belongs to the person who writes it: no unit sees it, whoever asks (R60).
ALTER TABLE disclosure_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE disclosure_draft FORCE ROW LEVEL SECURITY;
REVOKE ALL ON disclosure_draft FROM vb_app, vb_login, vb_audit;
DROP POLICY IF EXISTS own_space ON disclosure_draft;
CREATE POLICY own_space ON disclosure_draft TO vb_app
  USING (person_id = (SELECT vb.person()) AND (SELECT vb.kind()) = 'family');
DROP POLICY IF EXISTS doors ON disclosure_draft;
CREATE POLICY doors ON disclosure_draft TO vb_definer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON disclosure_draft TO vb_app;
GRANT UPDATE (body, updated) ON disclosure_draft TO vb_app;
GRANT SELECT ON disclosure_draft TO vb_definer;
GRANT UPDATE (sent_at) ON disclosure_draft TO vb_definer;

-- The row that every copy of a consent points at, and that the doors lock.
CREATE TABLE IF NOT EXISTS vb.consent_anchor (
  id uuid PRIMARY KEY,
  unit_id bigint NOT NULL,
  live boolean NOT NULL DEFAULT true
);
REVOKE ALL ON vb.consent_anchor FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE ON vb.consent_anchor TO vb_definer;

-- A disclosure that nobody received is no disclosure: it can't be stored (R04).
CREATE OR REPLACE FUNCTION vb.disclosure_is_delivered() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM disclosure_disclosure d WHERE d.id = NEW.id AND d.delivered_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a disclosure is delivered in its own transaction' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'disclosure_is_delivered') THEN
    CREATE CONSTRAINT TRIGGER disclosure_is_delivered AFTER INSERT ON disclosure_disclosure
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION vb.disclosure_is_delivered();
  END IF;
END $$;

-- Joining an unfiled file to the right one moves its rows within the unit, and joining two files what goes on.
GRANT UPDATE (child_file_id) ON disclosure_consent, disclosure_consentscope, disclosure_consenter,
  disclosure_consentevent, people_notice, people_noticeseen TO vb_definer;
