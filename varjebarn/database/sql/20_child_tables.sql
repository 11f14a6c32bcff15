-- One way to close a table about a child, used by every app's rls.sql. Run by the owner when
-- policies are applied; nobody else may call it.
--
--   A row is seen and written inside its own unit, by those who are involved with the child.
--   The doors (vb_definer) reach it as their own checks allow.
--   In a file that has been made one with another nothing is written and nothing changed, by nobody and
--   through no door (R43). `ends` are the columns that only say that something has been read or has ended;
--   `arrives` is for a table whose rows come by themselves, with what is ended.

DROP PROCEDURE IF EXISTS vb.close_child_table(text);  -- it asks for more now
CREATE OR REPLACE PROCEDURE vb.close_child_table(
  wanted text, ends text[] DEFAULT '{}', arrives boolean DEFAULT false)
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
  EXECUTE format('DROP TRIGGER IF EXISTS joined_file_stays ON %I', wanted);
  -- After the row: whoever may not write it at all is told so first, and learns nothing of the file.
  EXECUTE format('CREATE TRIGGER joined_file_stays AFTER %s ON %I FOR EACH ROW
                    EXECUTE FUNCTION vb.joined_file_stays(%s)',
                 CASE WHEN arrives THEN 'UPDATE' ELSE 'INSERT OR UPDATE' END, wanted,
                 (SELECT coalesce(string_agg(quote_literal(c), ', '), '') FROM unnest(ends) AS c));
END $close$;
REVOKE ALL ON PROCEDURE vb.close_child_table(text, text[], boolean) FROM PUBLIC;

SET LOCAL ROLE vb_definer;

CREATE OR REPLACE FUNCTION vb.joined_file_stays() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM people_childfile f WHERE f.unit_id = NEW.unit_id AND f.id = NEW.child_file_id
       AND f.joined_into IS NOT NULL)
     AND NOT (TG_OP = 'UPDATE'
       AND to_jsonb(NEW) - coalesce(TG_ARGV, '{}') = to_jsonb(OLD) - coalesce(TG_ARGV, '{}'))
  THEN
    RAISE EXCEPTION 'the file has been made one with another' USING ERRCODE = '42501';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION vb.joined_file_stays() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vb.joined_file_stays() TO vb_owner;  -- who makes the triggers
