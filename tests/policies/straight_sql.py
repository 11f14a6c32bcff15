"""What several attacks in straight SQL do as whoever acts: open files, share, count the keys that went."""

import hashlib
import json
from uuid import UUID

from tests.world.cast import people_of
from tests.world.circle import PURPOSE, SOCIAL, unit


def one(connection, statement, values=()):
    return connection.execute(statement, list(values)).fetchone()[0]


def share(
    connection, *, to, ground, duty="", subject=None, kind="plan_version", capacity="guardian"
):
    """Decide and deliver about the first file one sees, on another ground than consent."""
    content = json.dumps({"parts": {"why": {}}})
    key = one(
        connection,
        "INSERT INTO disclosure_disclosure (public_id, unit_id, child_file_id, ground, duty, "
        "decided_by_id, decided_at, purpose, content_kind, schema, content, content_hash, subject_ref, "
        "answers) SELECT gen_random_uuid(), unit_id, id, %s, %s, vb.person(), now(), %s, %s, 't', %s, "
        '%s, %s, \'{"harm_assessment": "ingen"}\' FROM people_childfile ORDER BY id LIMIT 1 RETURNING id',
        [ground, duty, PURPOSE, kind, content, hashlib.sha256(content.encode()).digest(), subject],
    )
    person = to if isinstance(to, UUID) else None
    target = None if person else unit(*to).unit_id
    connection.execute(
        "INSERT INTO disclosure_recipient (unit_id, child_file_id, disclosure_id, to_unit_id, "
        "to_person_ref, capacity, name, provision) SELECT unit_id, child_file_id, id, %s, %s, %s, 'x', '' "
        "FROM disclosure_disclosure WHERE id = %s",
        [target, person, capacity if person else "", key],
    )
    return one(connection, "SELECT vb.deliver(%s, NULL)", [key])


def file_of(owner, where):
    return owner.execute(
        "SELECT id, public_id FROM people_childfile WHERE unit_id = %s AND given_name = 'Alva'",
        [unit(*where).unit_id],
    ).fetchone()


def persons(world, slug):
    return people_of(world).persons[slug]


def new_file(connection, number):
    """Open a file on a made-up child; give its key."""
    identifiers = json.dumps([{"system": "school_temporary", "value": number}])
    return one(
        connection,
        "SELECT id FROM vb.open_file('X', '', 'Y', '2018-05-05', 'sv', '', 'none', %s, NULL, 'x', NULL)",
        [identifiers],
    )


def share_file(connection, key):
    """Report about a file to social services, by duty: needs no consent."""
    content = json.dumps({"parts": {"why": {}}})
    made = one(
        connection,
        "INSERT INTO disclosure_disclosure (public_id, unit_id, child_file_id, ground, duty, "
        "decided_by_id, decided_at, purpose, content_kind, schema, content, content_hash, answers) "
        "VALUES (gen_random_uuid(), vb.unit(), %s, 'DUTY', 'SOL_19_1', vb.person(), now(), 'p', "
        "'signal', 't', %s, %s, '{}') RETURNING id",
        [key, content, hashlib.sha256(content.encode()).digest()],
    )
    connection.execute(
        "INSERT INTO disclosure_recipient (unit_id, child_file_id, disclosure_id, to_unit_id, "
        "capacity, name, provision) VALUES (vb.unit(), %s, %s, %s, '', 'x', '')",
        [key, made, unit(*SOCIAL).unit_id],
    )
    connection.execute("SELECT vb.deliver(%s, NULL)", [made])


def known_in_social_services(enter, number):
    signe = enter("social-worker")
    new_file(signe, number)
    signe.commit()
    signe.close()


def gaps(connection, number, table):
    """How far one's own next key moves over a delivery, all of it undone again."""
    new_file(connection, "20180505ZZ01")
    key = new_file(connection, number)
    before = one(connection, f"SELECT max(id) FROM {table}")
    share_file(connection, key)
    new_file(connection, "20180505ZZ02")
    after = one(connection, f"SELECT max(id) FROM {table}")
    connection.rollback()
    connection.close()
    return after - before
