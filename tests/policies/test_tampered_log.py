"""Whatever an owner of the database does to the sealed log is found."""

from random import Random

import pytest
from psycopg.rows import namedtuple_row

from varjebarn.audit import verify

from tests.policies.sealing import found, one, seal_all
from tests.world.circle import alva_shared

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]
RECORD = "SELECT vb.record('test.' || %s, NULL, NULL, %s, NULL, false)"
EVENTS = "SELECT count(*) FROM audit_event"
AWKWARD = 'Å\t"\\/\b\f\n\r\x01\x1f\x7f\u2028 😀 </script> '
CHANGES = {
    "at": "at + interval '1 microsecond'", "xid": "xid + 1", "person_id": "person_id + 1",
    "assignment": "gen_random_uuid()", "unit_id": "coalesce(unit_id, 0) + 1",
    "child_file_id": "coalesce(child_file_id, 0) + 1", "act": "act || 'x'",
    "object": "gen_random_uuid()", "why": "why || ' '", "request": "gen_random_uuid()",
    "salt": "salt || '\\x00'", "leaf": "sha256(leaf)",
}  # fmt: skip
HEAD_CHANGES = {
    "size": "size + 1000000", "root": "sha256(root)", "at": "at + interval '1 second'",
    "horizon": "horizon - 1", "previous": "sha256(previous)", "hash": "sha256(hash)",
}  # fmt: skip
FAR = 1_000_000


def edit(owner, random, seq, event):
    column = random.choice(sorted(CHANGES))
    owner.execute(f"UPDATE audit_event SET {column} = {CHANGES[column]} WHERE id = %s", [event])


def edit_with_its_leaf(owner, random, seq, event):
    """Change an event and make its leaf agree; half of the times also the leaf in the seal."""
    owner.execute("UPDATE audit_event SET act = act || 'x' WHERE id = %s", [event])
    query = verify.SEALED.replace("ORDER BY s.seq", "WHERE e.id = %s")
    with owner.cursor(row_factory=namedtuple_row) as cursor:
        leaf = verify.leaf_of(cursor.execute(query, [event]).fetchone())
    owner.execute("UPDATE audit_event SET leaf = %s WHERE id = %s", [leaf, event])
    if random.random() < 0.5:
        owner.execute("UPDATE audit_seal SET leaf = %s WHERE seq = %s", [leaf, seq])


def delete(owner, random, seq, event):
    """Remove an event; half of the times its seal too, and sometimes the gap that it leaves."""
    owner.execute("DELETE FROM audit_event WHERE id = %s", [event])
    if random.random() < 0.5:
        owner.execute("DELETE FROM audit_seal WHERE seq = %s", [seq])
        if random.random() < 0.5:
            shift(owner, seq, -1)


def shift(owner, seq, by):
    owner.execute("UPDATE audit_seal SET seq = seq + %s WHERE seq >= %s", [FAR, seq])
    owner.execute("UPDATE audit_seal SET seq = seq - %s + %s WHERE seq >= %s", [FAR, by, FAR])


def swap(owner, random, seq, event):
    """Let two events change places: their contents, or their places in the seal."""
    other = random.choice([place for place in range(one(owner, EVENTS)) if place != seq])
    if random.random() < 0.5:
        columns = ", ".join(f"{name} = o.{name}" for name in sorted(CHANGES))
        owner.execute(
            f"UPDATE audit_event e SET {columns} FROM audit_event o, audit_seal a, audit_seal b "
            "WHERE (a.seq, b.seq) IN ((%(a)s, %(b)s), (%(b)s, %(a)s)) "
            "AND e.id = a.event_id AND o.id = b.event_id",
            {"a": seq, "b": other},
        )
        return
    for before, after in ((seq, FAR), (other, seq), (FAR, other)):
        owner.execute("UPDATE audit_seal SET seq = %s WHERE seq = %s", [after, before])


def insert(owner, random, seq, event):
    """Add an event where others are sealed; half of the times with a seal, last or in between."""
    added = one(
        owner,
        "INSERT INTO audit_event (at, xid, person_id, act, why, salt, leaf) SELECT at, xid, "
        "person_id, 'added', '', salt, leaf FROM audit_event WHERE id = %s RETURNING id",
        event,
    )
    if random.random() < 0.5:
        query = verify.SEALED.replace("ORDER BY s.seq", "").replace(
            "audit_seal s LEFT JOIN", "audit_seal s RIGHT JOIN"
        )
        with owner.cursor(row_factory=namedtuple_row) as cursor:
            leaf = verify.leaf_of(cursor.execute(query + " WHERE e.id = %s", [added]).fetchone())
        owner.execute("UPDATE audit_event SET leaf = %s WHERE id = %s", [leaf, added])
        place = random.choice([seq, one(owner, "SELECT count(*) FROM audit_seal")])
        shift(owner, place, 1)
        owner.execute("INSERT INTO audit_seal VALUES (%s, %s, %s)", [place, added, leaf])


def change_a_head(owner, random, seq, event):
    size = random.choice([row[0] for row in owner.execute("SELECT size FROM audit_head")])
    if random.random() < 0.3:
        owner.execute("DELETE FROM audit_head WHERE size = %s", [size])
        return
    column = random.choice(sorted(HEAD_CHANGES))
    owner.execute(
        f"UPDATE audit_head SET {column} = {HEAD_CHANGES[column]} WHERE size = %s", [size]
    )


def cut_short(owner, random, seq, event):
    """Forget the newest batch, or everything: seals, heads, half of the times the events too."""
    sizes = [0, *(row[0] for row in owner.execute("SELECT size FROM audit_head ORDER BY size"))]
    size = random.choice(sizes[:-1])
    if random.random() < 0.5:
        owner.execute(
            "DELETE FROM audit_event WHERE id IN (SELECT event_id FROM audit_seal WHERE seq >= %s)",
            [size],
        )
    owner.execute("DELETE FROM audit_seal WHERE seq >= %s", [size])
    owner.execute("DELETE FROM audit_head WHERE size > %s", [size])


TAMPERING = (edit, edit_with_its_leaf, delete, swap, insert, change_a_head, cut_short)


def test_whatever_the_owner_does_to_the_sealed_log_is_found(owner, enter, sealer, request, figure):
    """A head was exported before: without one, a log that is cut short looks like a younger log."""
    own = seal_all(owner, sealer)
    for number in range(6):
        app = enter("teacher")
        app.execute(RECORD, [str(number), AWKWARD])
        app.commit()
        seal_all(owner, sealer, own)
    witnessed = verify.read_heads(owner)[-1]
    events = dict(owner.execute("SELECT seq, event_id FROM audit_seal").fetchall())
    trials = 5000 if request.config.option.long else 210

    unseen = []
    for trial in range(trials):
        random = Random(trial)  # noqa: S311 - the same trials every time
        seq = random.choice(sorted(events))
        tamper = TAMPERING[trial % len(TAMPERING)]
        with owner.transaction(force_rollback=True):
            tamper(owner, random, seq, events[seq])
            if not found(owner, witnessed=witnessed):
                unseen.append((trial, tamper.__name__, seq))

    untouched = (
        found(owner, witnessed=witnessed) == ""
    )  # the control: it does not cry at everything
    figure("G6", tried=trials, bad=len(unseen), control=int(untouched))

    assert unseen == []
    assert one(owner, "SELECT count(*) FROM audit_head") >= 7
    assert found(owner, witnessed=witnessed) == ""
