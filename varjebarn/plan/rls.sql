-- Plans: seen and written in the lead's unit, by those who are involved with the child. What others
-- get is a copy. A version, a disagreement and a reason are never changed; nothing is ever deleted.

CALL vb.close_child_table('plan_plan', ends => '{state,outcome,closed_on,closed_by_id}');
CALL vb.close_child_table('plan_need');
CALL vb.close_child_table('plan_goal');
CALL vb.close_child_table('plan_action');
CALL vb.close_child_table('plan_teammember');
CALL vb.close_child_table('plan_disagreement');
CALL vb.close_child_table('plan_otherplan');
CALL vb.close_child_table('plan_childviewreason');
CALL vb.close_child_table('plan_planversion');

GRANT INSERT ON plan_plan, plan_need, plan_goal, plan_action, plan_teammember, plan_disagreement,
  plan_otherplan, plan_childviewreason, plan_planversion TO vb_app;

-- A plan keeps its ref, its child and the model version it began with.
GRANT UPDATE (state, nobody_else, why, lead_id, lead_title, overall_responsible_id, follow_up_on,
  version, has_changes, closed_on, closed_by_id, outcome) ON plan_plan TO vb_app;
GRANT UPDATE (wording, dimension, why_no_action) ON plan_need TO vb_app;
GRANT UPDATE (wording, responsible_unit_id, responsible_name, due, status, note, said_on, said_at)
  ON plan_action TO vb_app;
GRANT UPDATE (contact_name, contact_title, telephone, left_on) ON plan_teammember TO vb_app;

-- A closed plan is not opened again, by anybody.
CREATE OR REPLACE FUNCTION vb.closed_plan_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a closed plan stays closed' USING ERRCODE = 'integrity_constraint_violation';
END $$;
REVOKE ALL ON FUNCTION vb.closed_plan_stays() FROM PUBLIC;
DROP TRIGGER IF EXISTS closed_plan_stays ON plan_plan;
CREATE TRIGGER closed_plan_stays BEFORE UPDATE ON plan_plan
  FOR EACH ROW WHEN (OLD.closed_on IS NOT NULL) EXECUTE FUNCTION vb.closed_plan_stays();

SET LOCAL ROLE vb_definer;

-- How many open plans follow a version of a practice model, over all units: a number and nothing
-- else, and no number at all when it is small enough to point at a child.
CREATE OR REPLACE FUNCTION vb.plans_following(model_id text, model_version text) RETURNS int
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  n int;
BEGIN
  IF vb.person() IS NULL THEN RAISE EXCEPTION 'nobody acts' USING ERRCODE = '42501'; END IF;
  -- A child with a protected identity is in no count (R19).
  SELECT count(*) INTO n FROM plan_plan p
    JOIN people_childfile f ON f.unit_id = p.unit_id AND f.id = p.child_file_id AND f.protection = 'none'
   WHERE p.model_id = plans_following.model_id AND p.model_version = plans_following.model_version
     AND p.closed_on IS NULL;
  RETURN CASE WHEN n >= 5 THEN n END;
END $$;
REVOKE ALL ON FUNCTION vb.plans_following(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vb.plans_following(text, text) TO vb_app;
