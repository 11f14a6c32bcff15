-- One way to close a table about a child, used by every app's rls.sql. Run by the owner when
-- policies are applied; nobody else may call it.
--
--   A row is seen and written inside its own unit, by those who are involved with the child.
--   The doors (vb_definer) reach it as their own checks allow.

CREATE OR REPLACE PROCEDURE vb.close_child_table(wanted text)
LANGUAGE plpgsql SET search_path = public, vb, pg_temp AS $close$
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', wanted);
  EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', wanted);
  -- A chosen key would answer whether another unit's row has it.
  EXECUTE format('ALTER TABLE %I ALTER COLUMN id SET GENERATED ALWAYS', wanted);
  EXECUTE format('REVOKE ALL ON %I FROM vb_app, vb_login, vb_audit', wanted);
  EXECUTE format('DROP POLICY IF EXISTS own_unit_involved ON %I', wanted);
  EXECUTE format($policy$
    CREATE POLICY own_unit_involved ON %1$I TO vb_app
      USING (
        unit_id = (SELECT vb.unit())
        AND EXISTS (
          SELECT 1 FROM people_involvement AS i
          WHERE i.unit_id = %1$I.unit_id
            AND i.person_id = (SELECT vb.person())
            AND i.child_file_id = %1$I.child_file_id
            AND i.valid_from <= statement_timestamp()
            AND i.valid_to > statement_timestamp()
          OFFSET 0  -- keeps one index probe a row, whatever the caseload
        )
      )
  $policy$, wanted);
  EXECUTE format('DROP POLICY IF EXISTS doors ON %I', wanted);
  EXECUTE format('CREATE POLICY doors ON %I TO vb_definer USING (true) WITH CHECK (true)', wanted);
  EXECUTE format('GRANT SELECT ON %I TO vb_app, vb_definer', wanted);
END $close$;
REVOKE ALL ON PROCEDURE vb.close_child_table(text) FROM PUBLIC;
