-- What is corrected is kept as it stood, with who corrected it and when (R40). The database does it
-- by itself for every table that asks for it, so that no command can forget.

CALL vb.close_child_table('people_earlier', arrives => true);  -- with what has ended
GRANT INSERT ON people_earlier TO vb_definer;

SET LOCAL ROLE vb_definer;

-- After a change: keeps the columns that are named and have changed. The row has unit_id and
-- child_file_id; a child's file is its own file.
CREATE OR REPLACE FUNCTION vb.keep_earlier() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  becomes jsonb := to_jsonb(NEW);
  kept jsonb;
BEGIN
  SELECT jsonb_object_agg(k, was -> k) INTO kept
    FROM unnest(TG_ARGV) AS k WHERE was -> k IS DISTINCT FROM becomes -> k;
  IF kept IS NOT NULL THEN
    INSERT INTO people_earlier (unit_id, child_file_id, "table", row_id, words, changed_by, changed_at)
      VALUES (OLD.unit_id, coalesce((was ->> 'child_file_id')::bigint, OLD.id), TG_TABLE_NAME, OLD.id, kept,
        CASE WHEN OLD.unit_id = vb.unit() THEN vb.person() END,  -- a door's writer elsewhere is no name here
        clock_timestamp());
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION vb.keep_earlier() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vb.keep_earlier() TO vb_owner;  -- who makes the triggers

SET LOCAL ROLE vb_owner;

DROP TRIGGER IF EXISTS earlier_is_kept ON people_childfile;
CREATE TRIGGER earlier_is_kept AFTER UPDATE ON people_childfile
  FOR EACH ROW EXECUTE FUNCTION vb.keep_earlier('given_name', 'name_used', 'family_name', 'language', 'interpreter');
DROP TRIGGER IF EXISTS earlier_is_kept ON people_guardian;
CREATE TRIGGER earlier_is_kept AFTER UPDATE ON people_guardian
  FOR EACH ROW EXECUTE FUNCTION vb.keep_earlier('custody', 'view_agreed', 'source', 'valid_to');
