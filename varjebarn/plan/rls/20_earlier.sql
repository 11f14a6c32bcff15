-- What a plan said before it was corrected is kept, also between two versions (R40).

DROP TRIGGER IF EXISTS earlier_is_kept ON plan_plan;
CREATE TRIGGER earlier_is_kept AFTER UPDATE ON plan_plan
  FOR EACH ROW EXECUTE FUNCTION vb.keep_earlier('why', 'follow_up_on', 'lead_id', 'lead_title',
    'overall_responsible_id', 'nobody_else');
DROP TRIGGER IF EXISTS earlier_is_kept ON plan_need;
CREATE TRIGGER earlier_is_kept AFTER UPDATE ON plan_need
  FOR EACH ROW EXECUTE FUNCTION vb.keep_earlier('wording', 'dimension', 'why_no_action');
DROP TRIGGER IF EXISTS earlier_is_kept ON plan_action;
CREATE TRIGGER earlier_is_kept AFTER UPDATE ON plan_action
  FOR EACH ROW EXECUTE FUNCTION vb.keep_earlier('wording', 'responsible_unit_id', 'responsible_name', 'due',
    'status', 'note', 'said_on');
DROP TRIGGER IF EXISTS earlier_is_kept ON plan_teammember;
CREATE TRIGGER earlier_is_kept AFTER UPDATE ON plan_teammember
  FOR EACH ROW EXECUTE FUNCTION vb.keep_earlier('contact_name', 'contact_title', 'telephone', 'left_on');
