-- Why the acting person may open a file: her own involvements with it, and who made them.

SET LOCAL ROLE vb_definer;

-- Nobody else's, and none when there is no way in. Who made it is named when that was somebody of the
-- same unit: what came with a delivery was let in by no colleague.
CREATE OR REPLACE FUNCTION vb.way_in(child_file bigint)
RETURNS TABLE (role text, reason text, made_by text, is_own boolean, valid_from timestamptz,
               valid_to timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT i.role, i.reason,
           CASE WHEN i.role <> 'intake' AND EXISTS (
             SELECT FROM organisations_assignment a WHERE a.unit_id = i.unit_id AND a.person_id = p.id)
           THEN concat_ws(' ', coalesce(nullif(p.name_used, ''), p.given_name), p.family_name)
           ELSE '' END,
           i.made_by_id = vb.person(), i.valid_from, i.valid_to
      FROM people_involvement i JOIN organisations_person p ON p.id = i.made_by_id
     WHERE i.unit_id = vb.unit() AND i.child_file_id = way_in.child_file AND i.person_id = vb.person()
       AND vb.is_involved(way_in.child_file)
       AND i.valid_from <= statement_timestamp() AND i.valid_to > statement_timestamp()
     ORDER BY i.valid_from, i.public_id;
END $$;

GRANT EXECUTE ON FUNCTION vb.way_in(bigint) TO vb_app;
