-- What stands beside a record: written by the one who says it, never changed, seen with the record.

CALL vb.close_child_table('disclosure_objectionanswer');
CALL vb.close_child_table('disclosure_ownnumber');
CALL vb.close_child_table('disclosure_secrecymark');
CALL vb.close_child_table('disclosure_reportdecision');
GRANT INSERT ON disclosure_objectionanswer, disclosure_ownnumber, disclosure_secrecymark,
  disclosure_reportdecision TO vb_app;

-- Only an objection that has arrived here is answered, and in one's own name.
DROP POLICY IF EXISTS own_answer ON disclosure_objectionanswer;
CREATE POLICY own_answer ON disclosure_objectionanswer AS RESTRICTIVE FOR INSERT TO vb_app
  WITH CHECK (
    answered_by_id = (SELECT vb.person())
    AND EXISTS (
      SELECT 1 FROM disclosure_submission AS s
      WHERE s.unit_id = disclosure_objectionanswer.unit_id
        AND s.child_file_id = disclosure_objectionanswer.child_file_id
        AND s.public_id = disclosure_objectionanswer.submission_ref
        AND s.kind = 'objection'
      OFFSET 0
    )
  );

-- Only what has arrived here, and been filed, has a number of one's own.
DROP POLICY IF EXISTS own_delivery ON disclosure_ownnumber;
CREATE POLICY own_delivery ON disclosure_ownnumber AS RESTRICTIVE FOR INSERT TO vb_app
  WITH CHECK (
    noted_by_id = (SELECT vb.person())
    AND EXISTS (
      SELECT 1 FROM disclosure_delivery AS d
      WHERE d.unit_id = disclosure_ownnumber.unit_id
        AND d.child_file_id = disclosure_ownnumber.child_file_id
        AND d.public_id = disclosure_ownnumber.delivery_ref
        AND d.state = 'filed'
      OFFSET 0
    )
  );

-- Only a document of the unit's own is marked, in one's own name.
DROP POLICY IF EXISTS own_document ON disclosure_secrecymark;
CREATE POLICY own_document ON disclosure_secrecymark AS RESTRICTIVE FOR INSERT TO vb_app
  WITH CHECK (
    marked_by_id = (SELECT vb.person())
    AND (
      EXISTS (
        SELECT 1 FROM disclosure_delivery AS d
        WHERE d.unit_id = disclosure_secrecymark.unit_id
          AND d.child_file_id = disclosure_secrecymark.child_file_id
          AND d.public_id = disclosure_secrecymark.document_ref
        OFFSET 0
      )
      OR EXISTS (
        SELECT 1 FROM disclosure_submission AS s
        WHERE s.unit_id = disclosure_secrecymark.unit_id
          AND s.child_file_id = disclosure_secrecymark.child_file_id
          AND s.public_id = disclosure_secrecymark.document_ref
        OFFSET 0
      )
      OR EXISTS (
        SELECT 1 FROM disclosure_disclosure AS o
        WHERE o.unit_id = disclosure_secrecymark.unit_id
          AND o.child_file_id = disclosure_secrecymark.child_file_id
          AND o.public_id = disclosure_secrecymark.document_ref
        OFFSET 0
      )
    )
  );

-- What was decided is noted in one's own name, of something that has arrived here.
DROP POLICY IF EXISTS own_report ON disclosure_reportdecision;
CREATE POLICY own_report ON disclosure_reportdecision AS RESTRICTIVE FOR INSERT TO vb_app
  WITH CHECK (
    noted_by_id = (SELECT vb.person())
    AND EXISTS (
      SELECT 1 FROM disclosure_delivery AS d
      WHERE d.unit_id = disclosure_reportdecision.unit_id
        AND d.child_file_id = disclosure_reportdecision.child_file_id
        AND d.subject_ref = disclosure_reportdecision.report_ref
        AND d.content_kind = 'signal' AND d.state = 'filed'
      OFFSET 0
    )
  );

SET LOCAL ROLE vb_definer;

-- Whether something is feedback to whoever reported what it is about, and nothing more than that: one of
-- three values, in so many words (SoL 19:6, OSL 26:9 a; R21).
CREATE OR REPLACE FUNCTION vb.is_feedback(
  from_unit bigint, child_file bigint, to_unit bigint, about uuid, content text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
BEGIN
  RETURN is_feedback.content::jsonb IN (
      '{"parts": {"report_feedback": {"choice": "opened"}}}'::jsonb,
      '{"parts": {"report_feedback": {"choice": "not_opened"}}}'::jsonb,
      '{"parts": {"report_feedback": {"choice": "in_progress"}}}'::jsonb)
    AND EXISTS (
      SELECT FROM disclosure_delivery d
       WHERE d.unit_id = is_feedback.from_unit AND d.child_file_id = is_feedback.child_file
         AND d.from_unit_id = is_feedback.to_unit AND d.subject_ref = is_feedback.about
         AND d.content_kind = 'signal' AND d.state = 'filed');
END $$;

-- The register of what the unit has received and made, without content and without anybody's name: for
-- those who hold the intake or lead the unit (OSL 5:1-2). One row is one document. Its number is the
-- day and the first of its random key: it tells nobody how many there are.
-- A protected child's documents stand here too, without whom they came from or went to.
CREATE OR REPLACE FUNCTION vb.register(before timestamptz, most int)
RETURNS TABLE (document uuid, way text, at timestamptz, number text, kind text, version int,
               counterparts text[], provision text, marked_on date, authority text, own_number text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, vb, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF vb.unit() IS NULL OR NOT (vb.duty('intake') OR vb.duty('manager')) THEN
    RAISE EXCEPTION 'no register' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT x.document, x.way, x.at, to_char(x.at AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD') || '/'
             || upper(left(x.document::text, 8)), x.kind, x.version,
           CASE WHEN f.protection = 'none' THEN x.counterparts ELSE ARRAY[]::text[] END,
           m.provision, m.marked_on, m.authority, n.number
      FROM (
        (SELECT d.public_id AS document, 'in' AS way, d.arrived AS at, d.content_kind AS kind, d.version,
                ARRAY[d.from_unit_name || ', ' || d.from_organisation_name] AS counterparts, d.child_file_id
           FROM disclosure_delivery d
          WHERE d.unit_id = vb.unit() AND d.arrived < register.before
          ORDER BY d.arrived DESC LIMIT register.most)
        UNION ALL
        (SELECT s.public_id, 'in', s.arrived, s.kind, NULL, ARRAY[s.capacity], s.child_file_id
           FROM disclosure_submission s
          WHERE s.unit_id = vb.unit() AND s.arrived < register.before
          ORDER BY s.arrived DESC LIMIT register.most)
        UNION ALL
        (SELECT o.public_id, 'out', o.decided_at, o.content_kind, o.version,
                ARRAY(SELECT CASE WHEN r.to_unit_id IS NULL THEN r.capacity ELSE r.name END
                        FROM disclosure_recipient r
                       WHERE r.unit_id = o.unit_id AND r.disclosure_id = o.id ORDER BY r.id), o.child_file_id
           FROM disclosure_disclosure o
          WHERE o.unit_id = vb.unit() AND o.decided_at < register.before
          ORDER BY o.decided_at DESC LIMIT register.most)
      ) AS x
      JOIN people_childfile f ON f.unit_id = vb.unit() AND f.id = x.child_file_id
      LEFT JOIN LATERAL (
        SELECT k.provision, k.marked_on, k.authority, k.is_lifted FROM disclosure_secrecymark k
         WHERE k.unit_id = vb.unit() AND k.document_ref = x.document ORDER BY k.id DESC LIMIT 1
      ) AS m ON NOT m.is_lifted
      LEFT JOIN LATERAL (
        SELECT w.number FROM disclosure_ownnumber w
         WHERE w.unit_id = vb.unit() AND w.delivery_ref = x.document ORDER BY w.id DESC LIMIT 1
      ) AS n ON true
     ORDER BY x.at DESC, x.document LIMIT register.most;
END $$;

GRANT EXECUTE ON FUNCTION vb.register(timestamptz, int) TO vb_app;
