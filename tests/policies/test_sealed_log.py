"""The seal on the log: nothing is passed over, nothing is changed unseen, nobody else writes it."""

import ast
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from threading import Event as Signal
from time import monotonic

import psycopg
import pytest
from psycopg.rows import namedtuple_row

from varjebarn.audit import verify
from varjebarn.audit.sealing import SEAL, SealBroken, Sealer
from varjebarn.database.acting import assignments, open_login
from varjebarn.kernel.actors import Kind

from tests.world.cast import kind_of, people_of
from tests.world.circle import alva_shared

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

NO_RIGHT = "42501"
PATIENCE = 30  # seconds: a transaction in another database of the server also holds the horizon
RECORD = "SELECT vb.record('test.' || %s, NULL, NULL, %s, NULL, false)"
EVENTS = "SELECT count(*) FROM audit_event"
UNSEALED = "SELECT count(*) FROM audit_event WHERE id NOT IN (SELECT event_id FROM audit_seal) AND xid < %s"
AWKWARD = 'Å\t"\\/\b\f\n\r\x01\x1f\x7f\u2028 😀 </script> '


@pytest.fixture
def acting(world, connect_as):
    """Connections in which somebody of the cast acts, each in a transaction of its own."""
    persons = people_of(world).persons
    slug = next(one for one in sorted(persons) if kind_of(one) is Kind.STAFF)

    def act():
        token = open_login(persons[slug], Kind.STAFF)
        connection = connect_as("vb_app")
        connection.execute(
            "SELECT FROM vb.enter(%s, %s)", [token, assignments(token)[0].assignment]
        )
        return connection

    return act


@pytest.fixture
def sealer(connect_as):
    connection = connect_as("vb_seal")
    connection.autocommit = True
    return connection


@pytest.fixture
def sealed(owner, sealer):
    """A log in which everything is sealed, in several batches."""
    seal_all(owner, sealer)
    return owner


def one(connection, query, *values):
    return connection.execute(query, values).fetchone()[0]


def seal_all(owner, connection, own=None):
    """Seal until every event so far is: another test's transaction may hold the horizon a while."""
    sealer, until = own or Sealer(), monotonic() + PATIENCE
    newest = one(owner, "SELECT max(xid) + 1 FROM audit_event")
    while one(owner, UNSEALED, newest):
        assert monotonic() < until
        sealer.seal(connection)
        Signal().wait(0.02)
    return sealer


def found(connection, **wishes):
    """Answer what the verifier says, or nothing when it finds no fault."""
    try:
        with connection.transaction():
            verify.check(connection, **wishes)
    except verify.Wrong as wrong:
        return str(wrong)
    return ""


# --- leaves ------------------------------------------------------------------------------------


def test_every_leaf_is_recomputed_from_the_stored_columns(owner, acting):
    for why in (AWKWARD, "", None):
        app = acting()
        app.execute(RECORD, ["leaf", why])
        app.commit()
    query = verify.SEALED.replace("audit_seal s LEFT JOIN audit_event e ON e.id = s.event_id",
                                  "audit_event e JOIN (SELECT id AS seq, id AS event_id, leaf "
                                  "FROM audit_event) s ON s.event_id = e.id")  # fmt: skip
    with owner.cursor(row_factory=namedtuple_row) as cursor:
        events = cursor.execute(query).fetchall()

    assert len(events) == one(owner, EVENTS) > 20
    assert [event.why for event in events[-3:]] == [AWKWARD, "", ""]
    assert [verify.leaf_of(event) for event in events] == [bytes(event.leaf) for event in events]


# --- the horizon -------------------------------------------------------------------------------


def test_an_event_that_commits_late_is_sealed_all_the_same(owner, acting, sealer):
    own = seal_all(owner, sealer)
    first, second = acting(), acting()
    first.execute(RECORD, ["first", ""])
    second.execute(RECORD, ["second", ""])
    second.commit()
    size = one(owner, "SELECT count(*) FROM audit_seal")
    own.seal(sealer)

    assert one(owner, "SELECT count(*) FROM audit_seal") == size  # the open one holds both back
    highest = one(owner, "SELECT max(id) FROM audit_event")  # what a sealing by id would remember
    first.commit()
    own = seal_all(owner, sealer, own)

    acts = "SELECT array_agg(e.act ORDER BY s.seq) FROM audit_seal s JOIN audit_event e ON e.id = s.event_id WHERE s.seq >= %s"
    assert one(owner, acts, size) == ["test.first", "test.second"]
    passed_over = "SELECT act FROM audit_event WHERE act LIKE 'test.%%' AND id < %s"
    assert one(owner, passed_over, highest) == "test.first"  # the control: by id, it is skipped
    assert found(owner) == ""


def test_two_sealers_at_once_seal_everything_once(owner, acting, connect_as):
    for number in range(5):
        app = acting()
        app.execute(RECORD, [str(number), ""])
        app.commit()
    connections = [connect_as("vb_seal"), connect_as("vb_seal")]
    sealers = [Sealer(), Sealer()]

    def work(connection, own):
        connection.autocommit = True
        return sum(own.seal(connection) for _ in range(10))

    with ThreadPoolExecutor(2) as pool:
        counts = list(pool.map(work, connections, sealers))
    assert sum(counts) == one(owner, "SELECT count(*) FROM audit_seal")
    for connection, own in zip(connections, sealers, strict=True):
        seal_all(owner, connection, own)

    assert one(owner, "SELECT count(*) FROM audit_seal") == one(owner, EVENTS)
    assert found(owner) == ""


def test_what_lies_before_the_last_horizon_is_never_sealed_afterwards(sealed, sealer):
    sealed.execute(
        "INSERT INTO audit_event (at, xid, person_id, act, why, salt, leaf) "
        "SELECT at, xid, person_id, 'added', '', salt, leaf FROM audit_event ORDER BY id LIMIT 1"
    )
    Sealer().seal(sealer)

    added = one(sealed, "SELECT id FROM audit_event WHERE act = 'added'")
    assert one(sealed, "SELECT count(*) FROM audit_seal WHERE event_id = %s", added) == 0
    assert found(sealed).startswith(f"Händelse {added} är tillagd")
    assert "xid >= %(from)s" in SEAL


def test_no_sealer_builds_on_a_seal_that_was_changed(sealed, sealer):
    own = Sealer()
    assert own.seal(sealer) == 0
    sealed.execute("UPDATE audit_seal SET leaf = sha256('other') WHERE seq = 3")

    with pytest.raises(SealBroken):
        Sealer().seal(sealer)


def test_an_event_that_nobody_seals_is_told(sealed, acting):
    app = acting()
    app.execute(RECORD, ["waiting", ""])
    app.commit()

    assert found(sealed) == ""
    until = monotonic() + PATIENCE
    while not found(sealed, patience=0):
        assert monotonic() < until
        Signal().wait(0.02)
    event = one(sealed, "SELECT id FROM audit_event WHERE act = 'test.waiting'")
    assert found(sealed, patience=0).startswith(f"Händelse {event} har inte förseglats")


# --- who may -----------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["vb_app", "vb_login"])
def test_the_running_system_neither_reads_nor_writes_the_seal(sealed, connect_as, role):
    connection = connect_as(role)
    for table in ("audit_seal", "audit_head"):
        assert one(sealed, f"SELECT count(*) FROM {table}") > 0
        assert states(connection, f"public.{table}") == dict.fromkeys(
            ("select", "insert", "update", "delete", "truncate"), NO_RIGHT
        )


def test_the_sealer_reads_leaves_and_changes_nothing(sealed, sealer):
    for table in ("audit_seal", "audit_head"):
        refused = {word for word, state in states(sealer, table).items() if state == NO_RIGHT}
        assert refused == {"update", "delete", "truncate"}
    assert len(sealer.execute("SELECT id, xid, leaf FROM audit_event").fetchall()) == one(
        sealed, EVENTS
    )
    for column in ("person_id", "unit_id", "child_file_id", "act", "why", "salt", "at"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            sealer.execute(f"SELECT {column} FROM audit_event")
    readable = {
        row[0]
        for row in sealed.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'v', 'm') "
            "AND relnamespace IN ('public'::regnamespace, 'login'::regnamespace) "
            "AND has_any_column_privilege('vb_seal', oid, 'SELECT, INSERT, UPDATE')"
        )
    }
    assert readable == {"audit_event", "audit_seal", "audit_head"}


def states(connection, table):
    """Say how the database answers to five ways of touching a table."""
    statements = {
        "select": f"SELECT * FROM {table} LIMIT 1",
        "insert": f"INSERT INTO {table} SELECT * FROM {table} WHERE false",
        "update": f"UPDATE {table} SET {'leaf = leaf' if table.endswith('audit_seal') else 'at = at'}",
        "delete": f"DELETE FROM {table}",
        "truncate": f"TRUNCATE {table}",
    }
    answers = {}
    for word, statement in statements.items():
        try:
            connection.execute(statement)
            answers[word] = ""
        except psycopg.Error as refused:
            answers[word] = refused.sqlstate
        connection.rollback()
    return answers


# --- the verifier ------------------------------------------------------------------------------


def test_the_verifier_is_short_and_imports_nothing_from_the_product():
    text = Path(verify.__file__).read_text(encoding="utf-8")
    imported = set()
    for statement in ast.walk(ast.parse(text)):
        if isinstance(statement, ast.Import):
            imported |= {name.name.split(".")[0] for name in statement.names}
        if isinstance(statement, ast.ImportFrom):
            assert statement.level == 0
            imported.add(str(statement.module).split(".")[0])

    assert len(text.splitlines()) < 300
    assert not imported & {"varjebarn", "django", "tests"}
    assert "psycopg" in imported


def test_the_command_answers_with_its_exit_code(sealed, databases, monkeypatch, tmp_path, capsys):
    from tests.world.cluster import current  # noqa: PLC0415 - after django.setup()

    monkeypatch.setenv("AUDIT_DATABASE_URL", databases.addresses(current()).audit)
    assert verify.main(["head"]) == 0
    exported = capsys.readouterr().out
    kept = tmp_path / "head.json"
    kept.write_text(exported, encoding="utf-8")

    assert json.loads(exported)["size"] == one(sealed, EVENTS)
    assert verify.main(["verify", "--head", str(kept)]) == 0
    assert capsys.readouterr().out.startswith("Loggen stämmer")
    sealed.execute(
        "UPDATE audit_event SET why = why || '.' WHERE id = (SELECT min(id) FROM audit_event)"
    )
    assert verify.main(["verify"]) == 1
    assert capsys.readouterr().out.endswith("är ändrad.\n")


def test_the_first_event_that_was_changed_or_removed_is_named(sealed):
    second, third = (
        one(sealed, "SELECT event_id FROM audit_seal WHERE seq = %s", seq) for seq in (1, 2)
    )
    with sealed.transaction(force_rollback=True):
        sealed.execute("UPDATE audit_event SET act = 'other' WHERE id IN (%s, %s)", [second, third])
        assert found(sealed) == f"Händelse {second} är ändrad."
    with sealed.transaction(force_rollback=True):
        sealed.execute("DELETE FROM audit_event WHERE id = %s", [third])
        assert found(sealed) == f"Händelse {third} är borttagen."
    assert found(sealed) == ""


# --- tampering, as the owner -------------------------------------------------------------------

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


def test_whatever_the_owner_does_to_the_sealed_log_is_found(owner, acting, sealer, request, figure):
    """A head was exported before: without one, a log that is cut short looks like a younger log."""
    own = seal_all(owner, sealer)
    for number in range(6):
        app = acting()
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
