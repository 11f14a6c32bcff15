"""The bench's eye for plans that grow: it sees a hashed sub-plan, and a table read whole."""

import psycopg
import pytest

from varjebarn.ops.bench.forms import form, numbered

TURNED_ROUND = (
    "SELECT relname FROM pg_class"
    " WHERE relname = %s OR oid IN (SELECT attrelid FROM pg_attribute WHERE attname <> 'x%%')"
)
PROBED = "SELECT relname FROM pg_class WHERE oid = %s"
LARGE = {"pg_attribute"}


def test_a_hashed_sub_plan_and_what_it_reads_whole_are_seen(owner: psycopg.Connection) -> None:
    found = form(owner, "turned round", [(TURNED_ROUND, ["plan"])], LARGE)

    assert found.hashed >= 1
    assert (found.statements, found.read_whole) == (1, ("pg_attribute",))


def test_a_probe_is_quiet(owner: psycopg.Connection) -> None:
    often = [(PROBED, [1259])] * 8  # so often that the driver would prepare it

    found = form(owner, "probed", [("SAVEPOINT one", None), *often], {"pg_class"})

    assert (found.statements, found.hashed, found.read_whole) == (8, 0, ())


def test_a_unit_whose_every_row_is_read_is_seen(owner: psycopg.Connection) -> None:
    owner.execute("CREATE TEMP TABLE big AS SELECT 1 AS unit_id, n FROM generate_series(1, 9) AS n")
    owner.execute("CREATE INDEX ON big (unit_id, n)")
    owner.execute("SET enable_seqscan = off")
    wide = ("SELECT n FROM big WHERE unit_id = %s", [1])
    narrow = ("SELECT n FROM big WHERE unit_id = %s AND n = %s", [1, 2])

    assert form(owner, "wide", [wide], {"big"}).read_by_unit == ("big",)
    assert form(owner, "narrow", [narrow], {"big"}).read_by_unit == ()


@pytest.mark.parametrize(
    ("ours", "servers"),
    [
        ("SELECT 1", "SELECT 1"),
        ("a = %s AND b IN (%s, %s)", "a = $1 AND b IN ($2, $3)"),
        ("a LIKE 'x%%' AND b = %s", "a LIKE 'x%' AND b = $1"),
        ("a LIKE '%%s' AND b = %s", "a LIKE '%s' AND b = $1"),
    ],
)
def test_places_for_values_are_written_as_the_server_does(ours: str, servers: str) -> None:
    assert numbered(ours) == servers
