-- The same rows as somebody would fetch and write them by hand, with no policy and no door: run as a
-- role that bypasses row policies, in a throwaway server, to compare with. A name in each first line.

-- name: my_children
SELECT public_id, name, born, next_follow_up
  FROM people_caseload
 WHERE unit_id = %(unit)s AND person_id = %(person)s AND status = 'open' AND until > now()
 ORDER BY next_follow_up, child_file_id
 LIMIT 50

-- name: plan
SELECT p.*, f.*, l.*
  FROM plan_plan p
  JOIN people_childfile f ON f.unit_id = p.unit_id AND f.id = p.child_file_id
  JOIN organisations_person l ON l.id = p.lead_id
 WHERE p.unit_id = %(unit)s AND p.public_id = %(plan_id)s

-- name: log
INSERT INTO audit_event (at, xid, person_id, unit_id, child_file_id, act, object, why, salt, leaf)
VALUES (clock_timestamp(), 1, %(person)s, %(unit)s, %(file)s, 'plan.read', NULL, '', '\x00', '\x00')

-- name: told
INSERT INTO audit_familyline (person_id, at, from_unit_id, unit_name, organisation_name, act, capacity)
SELECT r.person_id, clock_timestamp(), u.id, u.name, o.name, 'plan.read', ''
  FROM people_familyreader r
  JOIN organisations_secrecyunit u ON u.id = r.unit_id
  JOIN organisations_organisation o ON o.id = u.organisation_id
 WHERE r.unit_id = %(unit)s AND r.child_file_id = %(file)s AND r.until > now()

-- name: lines
SELECT p.*, f.*, l.*, u.*, o.*,
       ARRAY(SELECT to_json(n) FROM plan_need n
              WHERE n.unit_id = p.unit_id AND n.plan_id = p.id ORDER BY n.id),
       ARRAY(SELECT to_json(g) FROM plan_goal g
              WHERE g.unit_id = p.unit_id AND g.plan_id = p.id ORDER BY g.id),
       ARRAY(SELECT json_build_object('ref', a.ref, 'need', a.need_id, 'goal', a.goal_id, 'wording', a.wording,
                                      'status', a.status, 'due', a.due, 'note', a.note, 'said_on', a.said_on,
                                      'name', a.responsible_name, 'unit', ru.public_id, 'unit_name', ru.name,
                                      'organisation_name', ro.name, 'organisation_kind', ro.kind)
               FROM plan_action a
               LEFT JOIN organisations_secrecyunit ru ON ru.id = a.responsible_unit_id
               LEFT JOIN organisations_organisation ro ON ro.id = ru.organisation_id
              WHERE a.unit_id = p.unit_id AND a.plan_id = p.id ORDER BY a.id),
       ARRAY(SELECT json_build_object('unit', mu.public_id, 'unit_name', mu.name, 'organisation_name', mo.name,
                                      'organisation_kind', mo.kind, 'area', mu.area,
                                      'contact_name', m.contact_name, 'contact_title', m.contact_title,
                                      'telephone', m.telephone, 'left_on', m.left_on)
               FROM plan_teammember m
               JOIN organisations_secrecyunit mu ON mu.id = m.member_unit_id
               JOIN organisations_organisation mo ON mo.id = mu.organisation_id
              WHERE m.unit_id = p.unit_id AND m.plan_id = p.id ORDER BY m.id),
       ARRAY(SELECT to_json(d) FROM plan_disagreement d
              WHERE d.unit_id = p.unit_id AND d.plan_id = p.id ORDER BY d.id),
       ARRAY(SELECT to_json(x) FROM plan_otherplan x
              WHERE x.unit_id = p.unit_id AND x.plan_id = p.id ORDER BY x.id),
       ARRAY(SELECT json_build_object('whose', s.name, 'on', s.arrived, 'body', s.body, 'answer', (
                SELECT w.words FROM disclosure_objectionanswer w
                 WHERE w.unit_id = s.unit_id AND w.submission_ref = s.public_id))
               FROM disclosure_submission s
              WHERE s.unit_id = p.unit_id AND s.child_file_id = p.child_file_id AND s.subject_ref = p.ref
                AND s.kind = 'objection' AND s.body ->> 'stays_here' = 'false' ORDER BY s.id),
       ARRAY(SELECT to_json(v) FROM plan_childviewreason v
              WHERE v.unit_id = p.unit_id AND v.plan_id = p.id ORDER BY v.id)
  FROM plan_plan p
  JOIN people_childfile f ON f.unit_id = p.unit_id AND f.id = p.child_file_id
  JOIN organisations_person l ON l.id = p.lead_id
  JOIN organisations_secrecyunit u ON u.id = p.unit_id
  JOIN organisations_organisation o ON o.id = u.organisation_id
 WHERE p.unit_id = %(unit)s AND p.id = %(plan)s

-- name: events
SELECT u.public_id, e.consent_id, e.consenter_id, e.what
  FROM disclosure_consentevent e JOIN organisations_secrecyunit u ON u.id = e.to_unit_id
 WHERE e.unit_id = %(unit)s AND e.child_file_id = %(file)s
 ORDER BY e.id

-- name: views
SELECT * FROM participation_view
 WHERE unit_id = %(unit)s AND child_file_id = %(file)s
 ORDER BY said_on DESC, id DESC

-- name: signals
SELECT * FROM wellbeing_signal
 WHERE unit_id = %(unit)s AND child_file_id = %(file)s
 ORDER BY noticed_on DESC, id DESC

-- name: notes
SELECT n.* FROM wellbeing_signalnote n JOIN wellbeing_signal s ON s.unit_id = n.unit_id AND s.id = n.signal_id
 WHERE n.unit_id = %(unit)s AND n.child_file_id = %(file)s
 ORDER BY n.id

-- name: contributions
SELECT d.*, u.* FROM disclosure_delivery d JOIN organisations_secrecyunit u ON u.id = d.from_unit_id
 WHERE d.unit_id = %(unit)s AND d.child_file_id = %(file)s AND d.subject_ref = %(ref)s
   AND d.content_kind = 'contribution'
 ORDER BY d.arrived, d.id

-- name: versions
SELECT v.number, v.published_at, v.digest, b.* FROM plan_planversion v
  JOIN organisations_person b ON b.id = v.published_by_id
 WHERE v.unit_id = %(unit)s AND v.plan_id = %(plan)s
 ORDER BY v.number DESC

-- name: action
SELECT * FROM plan_action WHERE unit_id = %(unit)s AND plan_id = %(plan)s AND ref = %(action)s

-- name: update
UPDATE plan_action SET status = '65', note = 'Det går framåt.', said_on = current_date
 WHERE unit_id = %(unit)s AND plan_id = %(plan)s AND ref = %(action)s

-- name: version
INSERT INTO plan_planversion (unit_id, child_file_id, plan_id, number, document, digest, published_at,
  published_by_id)
SELECT unit_id, child_file_id, plan_id, number + 1, document, digest, now(), published_by_id
  FROM plan_planversion
 WHERE unit_id = %(unit)s AND plan_id = %(plan)s
 ORDER BY number DESC LIMIT 1

-- name: state
UPDATE plan_plan SET version = version + 1, state = 'active', has_changes = false
 WHERE unit_id = %(unit)s AND id = %(plan)s

-- name: disclosures
INSERT INTO disclosure_disclosure (public_id, unit_id, child_file_id, ground, duty, decided_by_id, decided_at,
  purpose, content_kind, schema, content, content_hash, subject_ref, version, answers, consent_id, delivered_at)
SELECT gen_random_uuid(), unit_id, child_file_id, ground, duty, decided_by_id, now(), purpose, content_kind,
       schema, content, content_hash, subject_ref, version + 1, answers, consent_id, now()
  FROM disclosure_disclosure
 WHERE unit_id = %(unit)s AND child_file_id = %(file)s AND subject_ref = %(ref)s AND version = %(version)s

-- name: recipients
INSERT INTO disclosure_recipient (unit_id, child_file_id, disclosure_id, to_unit_id, to_person_ref, capacity,
  name, provision)
SELECT r.unit_id, r.child_file_id, made.id, r.to_unit_id, r.to_person_ref, r.capacity, r.name, r.provision
  FROM disclosure_recipient r
  JOIN disclosure_disclosure d ON d.unit_id = r.unit_id AND d.id = r.disclosure_id
  JOIN disclosure_disclosure made ON made.unit_id = d.unit_id AND made.child_file_id = d.child_file_id
   AND made.subject_ref = d.subject_ref AND made.ground = d.ground AND made.version = d.version + 1
 WHERE r.unit_id = %(unit)s AND d.child_file_id = %(file)s AND d.subject_ref = %(ref)s
   AND d.version = %(version)s

-- name: copies
INSERT INTO disclosure_delivery (public_id, unit_id, child_file_id, from_unit_id, from_unit_name,
  from_organisation_name, disclosure_ref, ground, decided_by_name, content_kind, schema, content, content_hash,
  subject_ref, version, arrived, state, decline_reason, consent_ref)
SELECT gen_random_uuid(), d.unit_id, d.child_file_id, d.from_unit_id, d.from_unit_name,
       d.from_organisation_name, gen_random_uuid(), d.ground, d.decided_by_name, d.content_kind, d.schema,
       d.content, d.content_hash, d.subject_ref, d.version + 1, now(), 'new', '', d.consent_ref
  FROM disclosure_disclosure x
  JOIN disclosure_recipient r ON r.unit_id = x.unit_id AND r.disclosure_id = x.id
  JOIN disclosure_delivery d ON d.unit_id = r.to_unit_id AND d.disclosure_ref = x.public_id
 WHERE x.unit_id = %(unit)s AND x.child_file_id = %(file)s AND x.subject_ref = %(ref)s
   AND x.version = %(version)s

-- name: family_copies
INSERT INTO disclosure_familydelivery (public_id, person_id, from_unit_id, from_unit_name,
  from_organisation_name, child_ref, capacity, disclosure_ref, ground, decided_by_name, content_kind, schema,
  content, content_hash, subject_ref, version, hides_places, withheld, arrived, until)
SELECT gen_random_uuid(), d.person_id, d.from_unit_id, d.from_unit_name, d.from_organisation_name, d.child_ref,
       d.capacity, gen_random_uuid(), d.ground, d.decided_by_name, d.content_kind, d.schema, d.content,
       d.content_hash, d.subject_ref, d.version + 1, d.hides_places, d.withheld, now(), d.until
  FROM disclosure_disclosure x
  JOIN organisations_person p ON p.public_id IN (
    SELECT r.to_person_ref FROM disclosure_recipient r WHERE r.unit_id = x.unit_id AND r.disclosure_id = x.id)
  JOIN disclosure_familydelivery d ON d.person_id = p.id AND d.disclosure_ref = x.public_id
 WHERE x.unit_id = %(unit)s AND x.child_file_id = %(file)s AND x.subject_ref = %(ref)s
   AND x.version = %(version)s

-- name: notices
INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, object, at)
SELECT gen_random_uuid(), %(unit)s, %(file)s, 'plan_version', %(ref)s, now() FROM generate_series(1, 6)

-- name: logs
INSERT INTO audit_event (at, xid, person_id, unit_id, child_file_id, act, object, why, salt, leaf)
SELECT clock_timestamp(), 1, %(person)s, %(unit)s, %(file)s, 'delivery.arrived', NULL, '', '\x00', '\x00'
  FROM generate_series(1, 11)

-- name: consents
SELECT c.*, s.*, w.* FROM disclosure_consent c
  JOIN disclosure_consentscope s ON s.unit_id = c.unit_id AND s.consent_id = c.id
  JOIN disclosure_consenter w ON w.unit_id = c.unit_id AND w.consent_id = c.id
 WHERE c.unit_id = %(unit)s AND c.child_file_id = %(file)s

-- name: guardians
SELECT * FROM people_guardian WHERE unit_id = %(unit)s AND child_file_id = %(file)s AND valid_to > now()
