-- Files: how a paper is laid before a meeting, and all of those that lie with an answer. These are read
-- by whoever may answer for the organisation until it has answered, by all after that. What is removed
-- holds nothing. Nobody deletes.

-- The questions that the acting person may answer, and for whom: whose seat they hold today, or where
-- a colleague asked them. Each as question:organisation.
CREATE OR REPLACE FUNCTION vb.my_answers() RETURNS SETOF text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $mine$
  SELECT r.id || ':' || m.organisation_id
  FROM steering_membership AS m
  JOIN steering_reportback AS r ON r.body_id = m.body_id
  WHERE (SELECT vb.kind()) = 'staff'
    AND m.person_id = (SELECT vb.person())
    AND m.seat <> 'adjunct'
    AND m.valid_from <= (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date
    AND (m.valid_to IS NULL
         OR m.valid_to > (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date)
  UNION
  SELECT d.report_back_id || ':' || d.organisation_id
  FROM steering_answerdelegation AS d
  WHERE (SELECT vb.kind()) = 'staff' AND d.person_id = (SELECT vb.person())
$mine$;
REVOKE ALL ON FUNCTION vb.my_answers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vb.my_answers() TO vb_app;

ALTER TABLE steering_answerfile ENABLE ROW LEVEL SECURITY;
ALTER TABLE steering_answerfile FORCE ROW LEVEL SECURITY;
REVOKE ALL ON steering_answerfile FROM vb_app, vb_login, vb_audit;
GRANT SELECT, INSERT, UPDATE (content, removed_at) ON steering_answerfile TO vb_app;

DO $$
DECLARE
  -- What a file says it is, it begins like: the running system is not believed.
  is_what_it_says CONSTANT text := $sql$
    size = octet_length(content)
    AND size BETWEEN 1 AND 5242880
    AND content_hash = sha256(content)
    AND CASE
      WHEN content_type = 'application/pdf' THEN substr(content, 1, 5) = '\x255044462d'::bytea
      WHEN content_type = 'image/jpeg' THEN substr(content, 1, 3) = '\xffd8ff'::bytea
      WHEN content_type = 'image/png' THEN substr(content, 1, 8) = '\x89504e470d0a1a0a'::bytea
      WHEN content_type = 'text/plain' THEN position('\x00'::bytea IN content) = 0
      WHEN content_type IN (
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          'application/vnd.openxmlformats-officedocument.presentationml.presentation',
          'application/vnd.oasis.opendocument.text',
          'application/vnd.oasis.opendocument.spreadsheet',
          'application/vnd.oasis.opendocument.presentation')
        THEN substr(content, 1, 4) = '\x504b0304'::bytea
      ELSE false
    END
  $sql$;
  is_mine CONSTANT text := $sql$
    ((SELECT vb.duty('county'))
     OR report_back_id || ':' || organisation_id IN (SELECT vb.my_answers()))
  $sql$;
  is_answered CONSTANT text := $sql$
    EXISTS (SELECT 1 FROM steering_reportbackanswer AS a
            WHERE a.report_back_id = steering_answerfile.report_back_id
              AND a.organisation_id = steering_answerfile.organisation_id)
  $sql$;
  -- Until the day on which the answers are due; whoever is late, until they have answered.
  is_open CONSTANT text := $sql$
    (EXISTS (SELECT 1 FROM steering_reportback AS r
             WHERE r.id = steering_answerfile.report_back_id
               AND r.due >= (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date)
     OR NOT $sql$ || is_answered || ')';
BEGIN
  DROP POLICY IF EXISTS county_writes ON steering_meetingpaper;
  EXECUTE $sql$CREATE POLICY county_writes ON steering_meetingpaper FOR INSERT TO vb_app
  WITH CHECK (
    by_id = (SELECT vb.person())
    AND published_on IS NULL
    AND withdrawn_on IS NULL
    AND ((SELECT vb.duty('county'))
         OR ((SELECT vb.kind()) = 'staff' AND meeting_id IN (
      SELECT m.id
        FROM steering_meeting AS m
        JOIN steering_membership AS s ON s.body_id = m.body_id
       WHERE s.person_id = (SELECT vb.person())
         AND s.valid_from <= (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date
         AND (s.valid_to IS NULL
              OR s.valid_to > (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date))))
    AND (item_id IS NULL
         OR EXISTS (SELECT 1 FROM steering_agendaitem AS i
                    WHERE i.id = steering_meetingpaper.item_id AND i.meeting_id = steering_meetingpaper.meeting_id))
    AND $sql$ || is_what_it_says || ')';

  DROP POLICY IF EXISTS who_reads ON steering_answerfile;
  EXECUTE 'CREATE POLICY who_reads ON steering_answerfile FOR SELECT TO vb_app USING ('
    || is_mine || ' OR (removed_at IS NULL AND ' || is_answered || '))';
  DROP POLICY IF EXISTS answerer_attaches ON steering_answerfile;
  EXECUTE 'CREATE POLICY answerer_attaches ON steering_answerfile FOR INSERT TO vb_app '
    || 'WITH CHECK (by_id = (SELECT vb.person()) AND removed_at IS NULL AND ' || is_mine
    || ' AND ' || is_open || ' AND ' || is_what_it_says || ')';
  DROP POLICY IF EXISTS answerer_removes ON steering_answerfile;
  EXECUTE 'CREATE POLICY answerer_removes ON steering_answerfile FOR UPDATE TO vb_app '
    || 'USING (removed_at IS NULL AND ' || is_mine || ' AND ' || is_open
    || ') WITH CHECK (removed_at IS NOT NULL AND octet_length(content) = 0)';
END $$;
