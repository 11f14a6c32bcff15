-- Signals and assessments stay in the unit where they were written: seen and written by those who
-- are involved with the child there. A note and an assessment are never changed; of a signal, only
-- where it has gone and what became of it.

CALL vb.close_child_table('wellbeing_assessment');
CALL vb.close_child_table('wellbeing_signal', ends => '{state,outcome_text,outcome_on}');
CALL vb.close_child_table('wellbeing_signalnote');

GRANT INSERT ON wellbeing_assessment, wellbeing_signal, wellbeing_signalnote TO vb_app;
GRANT UPDATE (
  state, handed_to_id, handed_unit_id, handed_name, handed_at, consent_ref, assessment_id, outcome,
  outcome_text, outcome_on
) ON wellbeing_signal TO vb_app;
