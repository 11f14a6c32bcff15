"""The seal on the log: nothing is passed over, nothing is changed unseen, nobody else writes it."""

import ast
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event as Signal
from time import monotonic

import psycopg
import pytest
from psycopg.rows import namedtuple_row

from varjebarn.audit import verify
from varjebarn.audit.sealing import SEAL, SealBroken, Sealer

from tests.policies.sealing import PATIENCE, found, one, seal_all
from tests.world.circle import alva_shared

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

NO_RIGHT = "42501"
RECORD = "SELECT vb.record('test.' || %s, NULL, NULL, %s, NULL, false)"
EVENTS = "SELECT count(*) FROM audit_event"
AWKWARD = 'Å\t"\\/\b\f\n\r\x01\x1f\x7f\u2028 😀 </script> '


@pytest.fixture
def sealed(owner, sealer):
    """A log in which everything is sealed, in several batches."""
    seal_all(owner, sealer)
    return owner


# --- leaves ------------------------------------------------------------------------------------


def test_every_leaf_is_recomputed_from_the_stored_columns(owner, enter):
    for why in (AWKWARD, "", None):
        app = enter("teacher")
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


def test_an_event_that_commits_late_is_sealed_all_the_same(owner, enter, sealer):
    own = seal_all(owner, sealer)
    first, second = enter("teacher"), enter("teacher")
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


def test_two_sealers_at_once_seal_everything_once(owner, enter, connect_as):
    for number in range(5):
        app = enter("teacher")
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


def test_an_event_that_nobody_seals_is_told(sealed, enter):
    app = enter("teacher")
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
