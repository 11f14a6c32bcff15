-- The intake is a function and no person: whoever holds it now is let in to what waits, whoever held it
-- when it came.

SET LOCAL ROLE vb_definer;

-- Lets the acting intake in to every file with something that waits and to which she is not let in already,
-- for as long as she holds the duty. Each is logged. Protected files open to named persons alone.
CREATE OR REPLACE FUNCTION vb.take_up_intake(request uuid) RETURNS int
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
DECLARE
  w record;
  n int := 0;
BEGIN
  IF vb.unit() IS NULL OR NOT vb.duty('intake') THEN
    RAISE EXCEPTION 'not the intake of this unit' USING ERRCODE = '42501';
  END IF;
  FOR w IN
    SELECT DISTINCT f.id, f.public_id FROM disclosure_delivery d
      JOIN people_childfile f ON f.unit_id = d.unit_id AND f.id = d.child_file_id
     WHERE d.unit_id = vb.unit() AND d.state = 'new'
       AND (f.protection = 'none' OR EXISTS (SELECT FROM people_namedreader n
             WHERE n.unit_id = f.unit_id AND n.child_file_id = f.id AND n.person_id = vb.person()))
       AND NOT EXISTS (SELECT FROM people_involvement i WHERE i.unit_id = f.unit_id AND i.child_file_id = f.id
             AND i.person_id = vb.person() AND i.role <> 'break_glass'
             AND i.valid_from <= statement_timestamp() AND i.valid_to > statement_timestamp())
  LOOP
    INSERT INTO people_involvement (public_id, unit_id, child_file_id, person_id, role, reason,
        valid_from, valid_to, made_by_id)
      SELECT gen_random_uuid(), vb.unit(), w.id, vb.person(), 'intake', 'delivery', statement_timestamp(),
             a.valid_to, vb.person()
        FROM organisations_assignment a WHERE a.public_id = vb.actor(4)::uuid;
    PERFORM vb.project(vb.unit(), w.id);
    PERFORM vb.append(vb.unit(), w.id, 'intake.taken_up', w.public_id, '', take_up_intake.request);
    n := n + 1;
  END LOOP;
  RETURN n;
END $$;

GRANT EXECUTE ON FUNCTION vb.take_up_intake(uuid) TO vb_app;
