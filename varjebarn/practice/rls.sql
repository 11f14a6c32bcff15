-- Practice models are no secret and hold nothing about a child: everybody who acts may read them.
-- Nobody may change one. Versions are loaded by set-up as vb_migrate; there is no UPDATE right, and
-- even the owner is stopped by the trigger.

GRANT SELECT ON practice_modelversion TO vb_app, vb_definer;

ALTER TABLE practice_modelversion ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS models_are_public ON practice_modelversion;
CREATE POLICY models_are_public ON practice_modelversion FOR SELECT TO vb_app, vb_definer
  USING (true);

CREATE OR REPLACE FUNCTION vb.published_model_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a published practice model is never changed or removed'
    USING ERRCODE = 'integrity_constraint_violation';
END $$;
REVOKE ALL ON FUNCTION vb.published_model_stays() FROM PUBLIC;

DROP TRIGGER IF EXISTS published_model_stays ON practice_modelversion;
CREATE TRIGGER published_model_stays BEFORE UPDATE OR DELETE ON practice_modelversion
  FOR EACH ROW EXECUTE FUNCTION vb.published_model_stays();
