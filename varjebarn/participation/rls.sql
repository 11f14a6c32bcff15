-- Views: seen and written inside their own unit, by those who are involved with the child.
-- What somebody said is never changed; what came of it, and that it was taken back, can be added.

CALL vb.close_child_table('participation_view', ends => '{withdrawn_at}');
GRANT INSERT ON participation_view TO vb_app;
GRANT UPDATE (withdrawn_at, influence, told_back_on) ON participation_view TO vb_app;
