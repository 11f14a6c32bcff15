"""What changes the schema: policies give way to readers, and a change of data is never silent."""

import ast
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from django.db import OperationalError, connection, transaction
from django.db.migrations.operations import RunPython

from varjebarn.database.apply import _apply_once
from varjebarn.database.operations import NothingChanged, changes_rows

from tests.consistency.test_start import connected_by
from tests.world.cast import two_children
from tests.world.cluster import Databases

pytestmark = [pytest.mark.world.with_args(two_children), pytest.mark.usefixtures("own_database")]

PACKAGE = Path(__file__).parents[2] / "varjebarn"
PATIENCE = 4.0
"""Seconds: the lock's two, and the machine's own slowness."""


@pytest.fixture
def migrating(databases: Databases, own_database: str) -> Iterator[None]:
    with connected_by(databases.addresses(own_database).migrate):
        yield


def run(operation: RunPython) -> None:
    with connection.schema_editor() as editor:
        operation.code(None, editor)


@pytest.mark.usefixtures("migrating")
def test_a_change_of_data_that_would_change_nothing_fails(owner: psycopg.Connection) -> None:
    """Forced policies hide the rows from the owner: the bare statement succeeds, and changes nothing."""
    change = "UPDATE people_guardian SET source = 'rättad'"
    with connection.cursor() as cursor:
        cursor.execute(change)
        assert cursor.rowcount == 0

    with pytest.raises(NothingChanged, match="hide the rows"):
        run(changes_rows("people_guardian", change))

    rows = owner.execute("SELECT count(*) FROM people_guardian WHERE source <> 'rättad'").fetchone()
    assert rows is not None
    assert rows[0] > 0


def test_a_change_of_data_that_misses_every_row_fails(
    databases: Databases, own_database: str, owner: psycopg.Connection
) -> None:
    with connected_by(databases.owner_url(own_database)):
        with pytest.raises(NothingChanged, match="no row"):
            run(
                changes_rows(
                    "people_guardian", "UPDATE people_guardian SET source = '' WHERE false"
                )
            )
        run(changes_rows("people_guardian", "UPDATE people_guardian SET source = 'rättad'"))
        run(changes_rows("plan_need", "UPDATE plan_need SET wording = ''"))  # nothing is there

    found = owner.execute("SELECT DISTINCT source FROM people_guardian").fetchall()
    assert found == [("rättad",)]


def test_no_migration_changes_data_in_silence() -> None:
    """`RunPython`, and SQL that changes rows, go through `changes_rows`."""
    silent = []
    for path in sorted(PACKAGE.glob("*/migrations/*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        for call in calls:
            name = ast.unparse(call.func).rpartition(".")[2]
            text = ast.unparse(call)
            if name == "RunPython" or (
                name == "RunSQL" and re.search(r"[\"'(]\s*(UPDATE|DELETE|INSERT)\b", text)
            ):
                silent.append((path.name, name))

    assert silent == []


@pytest.mark.usefixtures("migrating")
def test_policies_give_way_to_an_open_reader(
    connect_as: Callable[[str], psycopg.Connection],
) -> None:
    """Pitfall 24: the change gives up in time, and nobody has to wait behind it."""
    reader = connect_as("vb_app")
    reader.execute("SELECT FROM people_childfile")  # and the transaction stays open
    began = time.monotonic()

    with pytest.raises(OperationalError) as error:
        _apply_once("default")

    assert getattr(error.value.__cause__, "sqlstate", "") == "55P03"
    assert time.monotonic() - began < PATIENCE
    other = connect_as("vb_app")
    assert other.execute("SELECT count(*) FROM people_childfile").fetchone() == (0,)
    other.rollback()
    reader.rollback()
    _apply_once("default")
    assert not transaction.get_connection().in_atomic_block
