-- An invented county's worth of rows, as many children as `bench.children` says. Run by the
-- superuser of a throwaway server: what lies around a measurement, never what is measured.
--
--   Staff: twenty in each unit. A child: one file, in one unit; three colleagues involved, a guardian,
--   two signals, a consent, a copy, a plan with four actions (every tenth: sixty), five log rows.
--   The first files lie in the measured principal's unit (`bench.unit`); she (`bench.person`) is
--   involved with every child there.

CREATE TEMP TABLE unit_of_bench AS
  SELECT id, public_id, name, row_number() OVER (ORDER BY id) - 1 AS place
    FROM organisations_secrecyunit WHERE area <> 'county';

WITH made AS (
  INSERT INTO organisations_person (public_id, given_name, name_used, family_name)
    SELECT gen_random_uuid(), 'Anställd ' || n, '', 'Mätsson'
      FROM unit_of_bench, generate_series(1, 20) AS n
    RETURNING id, public_id)
SELECT id, public_id, (row_number() OVER (ORDER BY id) - 1) / 20 AS place,
       (row_number() OVER (ORDER BY id) - 1) % 20 AS n
  INTO TEMP staff_of_bench FROM made;

INSERT INTO organisations_assignment (public_id, title, duties, valid_from, valid_to, person_id, unit_id)
  SELECT gen_random_uuid(), 'Handläggare',
         CASE s.n WHEN 0 THEN ARRAY['intake', 'professional'] WHEN 1 THEN ARRAY['manager', 'professional']
              ELSE ARRAY['professional'] END,
         '2026-01-01Z', '9999-12-31Z', s.id, u.id
    FROM staff_of_bench s JOIN unit_of_bench u ON u.place = s.place;

WITH wanted AS (
  SELECT n, CASE WHEN n <= 60 THEN current_setting('bench.unit')::bigint ELSE u.id END AS unit_id
    FROM generate_series(1, current_setting('bench.children')::int) AS n
    JOIN unit_of_bench u ON u.place = n % (SELECT count(*) FROM unit_of_bench)),
made AS (
  INSERT INTO people_childfile (public_id, unit_id, given_name, name_used, family_name, born, language,
      interpreter, protection, filed, opened)
    SELECT gen_random_uuid(), unit_id, 'Barn ' || n, '', 'Mätsson', current_date - (400 + n % 5900),
           'sv', '', 'none', true, now()
      FROM wanted ORDER BY n
    RETURNING id, unit_id, public_id, given_name || ' ' || family_name AS name, born)
SELECT made.*, row_number() OVER (ORDER BY made.id) AS n, u.place
  INTO TEMP file_of_bench FROM made JOIN unit_of_bench u ON u.id = made.unit_id;
CREATE UNIQUE INDEX ON file_of_bench (id);
ANALYZE file_of_bench;

INSERT INTO people_identifier (unit_id, child_file_id, system, value, value_hash)
  SELECT unit_id, id, 'school_temporary', 'M' || n, sha256(convert_to('M' || n, 'UTF8')) FROM file_of_bench;
INSERT INTO people_guardian (public_id, unit_id, child_file_id, person_ref, name, relation, custody,
    view_agreed, source, valid_from, valid_to)
  SELECT gen_random_uuid(), unit_id, id, gen_random_uuid(), 'Vuxen ' || n, 'Förälder', true, false,
         'Folkbokföringen', now(), '9999-12-31Z'
    FROM file_of_bench;

CREATE TEMP TABLE involved_in_bench AS
  SELECT f.id, f.unit_id, s.id AS person_id, f.n, f.name, f.born, f.public_id
    FROM file_of_bench f
    JOIN staff_of_bench s ON s.place = f.place AND (s.n - f.n % 20 + 20) % 20 < 3
  UNION ALL
  SELECT f.id, f.unit_id, current_setting('bench.person')::bigint, f.n, f.name, f.born, f.public_id
    FROM file_of_bench f WHERE f.unit_id = current_setting('bench.unit')::bigint;
INSERT INTO people_involvement (public_id, unit_id, child_file_id, person_id, role, reason, valid_from,
    valid_to, made_by_id)
  SELECT gen_random_uuid(), unit_id, id, person_id, 'team', 'Arbetar med barnet', now(), '9999-12-31Z',
         person_id
    FROM involved_in_bench;
INSERT INTO people_caseload (unit_id, child_file_id, person_id, name, born, public_id, status,
    next_follow_up, until)
  SELECT unit_id, id, person_id, name, born, public_id, 'open', current_date + (n % 200)::int - 20,
         '9999-12-31Z'
    FROM involved_in_bench;

WITH made AS (
  INSERT INTO plan_plan (public_id, ref, unit_id, child_file_id, model_id, model_version, state, is_sip,
      nobody_else, why, lead_id, lead_title, started_on, follow_up_on, version, has_changes, outcome)
    SELECT gen_random_uuid(), gen_random_uuid(), f.unit_id, f.id, 'kronobarn', '2020-09', 'active', false,
           false, 'För att barnet ska ha det bra.', s.id, 'Handläggare', current_date - 30,
           current_date + 30, 1, false, ''
      FROM file_of_bench f JOIN staff_of_bench s ON s.place = f.place AND s.n = f.n % 20
    RETURNING id, unit_id, child_file_id, lead_id)
SELECT made.*, CASE WHEN f.n % 10 = 0 THEN 60 ELSE 4 END AS length
  INTO TEMP plan_of_bench FROM made JOIN file_of_bench f ON f.id = made.child_file_id;

WITH made AS (
  INSERT INTO plan_need (ref, unit_id, child_file_id, plan_id, dimension, wording, why_no_action)
    SELECT gen_random_uuid(), unit_id, child_file_id, id, 'safe', 'Ett behov som har några ord', ''
      FROM plan_of_bench, generate_series(1, greatest(1, length / 6))
    RETURNING id, unit_id, child_file_id, plan_id)
SELECT made.* INTO TEMP need_of_bench FROM made;
CREATE INDEX ON need_of_bench (plan_id);
ANALYZE need_of_bench;
INSERT INTO plan_goal (ref, unit_id, child_file_id, plan_id, need_id, wording, how_seen, child_wording)
  SELECT gen_random_uuid(), unit_id, child_file_id, plan_id, id, 'Ett mål som går att se',
         'Barnet säger det själv', ''
    FROM need_of_bench;
INSERT INTO plan_action (ref, unit_id, child_file_id, plan_id, need_id, wording, responsible_unit_id,
    responsible_name, due, status, note)
  SELECT gen_random_uuid(), p.unit_id, p.child_file_id, p.id,
         (SELECT min(n.id) FROM need_of_bench n WHERE n.plan_id = p.id), 'En insats med en ansvarig',
         p.unit_id, '', current_date + k, '60', ''
    FROM plan_of_bench p, generate_series(1, p.length) AS k;
INSERT INTO plan_teammember (unit_id, child_file_id, plan_id, member_unit_id, contact_name, contact_title,
    telephone)
  SELECT unit_id, child_file_id, id, unit_id, 'Anställd', 'Handläggare', '' FROM plan_of_bench;
INSERT INTO plan_planversion (unit_id, child_file_id, plan_id, number, document, digest, published_at,
    published_by_id)
  SELECT unit_id, child_file_id, id, 1, repeat('{"ord": "i en fryst version"}', length), '', now(), lead_id
    FROM plan_of_bench;

WITH made AS (
  INSERT INTO wellbeing_signal (public_id, unit_id, child_file_id, author_id, author_name, model_id,
      model_version, noticed_on, noted_at, own_words, state, handed_name, outcome, outcome_text, outcome_on)
    SELECT gen_random_uuid(), unit_id, child_file_id, lead_id, 'Anställd', 'kronobarn', '2020-09',
           current_date - 40, now(), 'Något har hänt', 'assessed', '', 'together', 'Vi gör en plan',
           current_date - 35
      FROM plan_of_bench, generate_series(1, 2)
    RETURNING id, unit_id, child_file_id)
INSERT INTO wellbeing_signalnote (unit_id, child_file_id, signal_id, dimension, kind, text, voice)
  SELECT unit_id, child_file_id, id, 'safe', kind, 'Några ord om detta', 'staff'
    FROM made, unnest(ARRAY['strength', 'challenge']) AS kind;
INSERT INTO participation_view (public_id, unit_id, child_file_id, whose, name, form, verbatim, quoted_by,
    said_on, occasion, present, child_checked, words, answers, shared_with, stays_here, noted_at, influence)
  SELECT gen_random_uuid(), unit_id, id, 'child', name, 'words', true, 'Anställd', current_date - 20,
         'Samtal', '', true, 'Jag vill ha det lugnt.', '[]', '', false, now(), ''
    FROM file_of_bench;

WITH made AS (
  INSERT INTO disclosure_consent (ref, unit_id, child_file_id, is_origin, origin_unit_id, purpose, valid_to,
      policy, policy_version, asked_at)
    SELECT gen_random_uuid(), unit_id, id, true, unit_id, 'Att samordna stödet', current_date + 200,
           (SELECT policy FROM disclosure_consentband LIMIT 1), 1, now()
      FROM file_of_bench
    RETURNING id, unit_id, child_file_id, ref)
SELECT made.* INTO TEMP consent_of_bench FROM made;
ANALYZE consent_of_bench;
INSERT INTO vb.consent_anchor (id, unit_id) SELECT ref, unit_id FROM consent_of_bench;
WITH who AS (
  INSERT INTO disclosure_consenter (unit_id, child_file_id, consent_id, name, capacity)
    SELECT unit_id, child_file_id, id, 'Vuxen', 'guardian' FROM consent_of_bench
    RETURNING id, unit_id, child_file_id, consent_id),
scope AS (
  INSERT INTO disclosure_consentscope (unit_id, child_file_id, consent_id, to_unit_id, parts)
    SELECT c.unit_id, c.child_file_id, c.id, u.id, ARRAY['why', 'goals', 'actions', 'team']
      FROM consent_of_bench c JOIN unit_of_bench u ON u.place < 3 OR u.id = c.unit_id
    RETURNING unit_id, child_file_id, consent_id, to_unit_id)
INSERT INTO disclosure_consentevent (unit_id, child_file_id, consent_id, to_unit_id, consenter_id, what,
    how, at)
  SELECT s.unit_id, s.child_file_id, s.consent_id, s.to_unit_id, who.id, 'given', 'screen', now()
    FROM scope s JOIN who ON who.consent_id = s.consent_id;

INSERT INTO disclosure_delivery (public_id, unit_id, child_file_id, from_unit_id, from_unit_name,
    from_organisation_name, disclosure_ref, ground, decided_by_name, content_kind, schema, content,
    content_hash, subject_ref, version, arrived, opened_at, state, state_at, decline_reason)
  SELECT gen_random_uuid(), f.unit_id, f.id, u.id, u.name, 'En annan', gen_random_uuid(), 'CONSENT',
         'Anställd', 'plan_version', 'varjebarn/plan/1', c.text, sha256(convert_to(c.text, 'UTF8')),
         gen_random_uuid(), 1, now(), now(), 'filed', now(), ''
    FROM file_of_bench f
    JOIN unit_of_bench u ON u.place = (f.place + 1) % (SELECT count(*) FROM unit_of_bench),
         (SELECT '{"parts": {}, "ord": "' || repeat('en kopia ', 300) || '"}' AS text) AS c;
INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, at, seen)
  SELECT gen_random_uuid(), unit_id, id, 'delivery', now(), now() FROM file_of_bench;
INSERT INTO audit_event (at, xid, person_id, unit_id, child_file_id, act, why, salt, leaf)
  SELECT now(), 1, lead_id, unit_id, child_file_id, 'child.read', '', '\x00', sha256('\x00')
    FROM plan_of_bench, generate_series(1, 5);
