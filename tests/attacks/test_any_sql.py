"""Any SQL as the running system: settings, forged and replayed actors, every door with others' ids (T19, T37).

What is generated: ways to become somebody × ways to read × every table about a child; and every function
that `vb_app` may call, with ids that belong to others. Ulf, the colleague next door, sends all of it, and
sees no row. The control: Lena sees rows by the same statements, and Ulf does when the actor's signature is
not checked.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from uuid import uuid4

import psycopg
import pytest

from tests.world.circle import alva_shared

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

SEED = 7
SAMPLE, ALL = 500, 10_000
CHILD_TABLES = """
    SELECT c.table_name::text FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.column_name IN ('child_file_id', 'child_ref')
       AND has_table_privilege('vb_app', format('public.%I', c.table_name), 'SELECT')
    UNION SELECT 'people_childfile' ORDER BY 1
"""
FUNCTIONS = """
    SELECT p.proname::text, array(SELECT format_type(t, NULL) FROM unnest(p.proargtypes) t)
      FROM pg_proc p WHERE p.pronamespace = 'vb'::regnamespace AND p.prokind = 'f'
       AND has_function_privilege('vb_app', p.oid, 'EXECUTE') ORDER BY 1
"""
READS = (
    "SELECT count(*) FROM {table}",
    "SELECT count(*) FROM {table} WHERE true OR unit_id = 1",
    "WITH x AS MATERIALIZED (SELECT * FROM {table}) SELECT count(*) FROM x",
    "SELECT count(*) FROM (SELECT * FROM {table} OFFSET 0) x",
    "SELECT count(*) FROM {table} a JOIN {table} b USING (id)",
    "SELECT count(*) FROM LATERAL (SELECT * FROM {table}) x",
    "SELECT count(x) FROM (SELECT to_jsonb(t) AS x FROM {table} t) y",
    "SELECT count(*) FROM ONLY {table}",
    "SELECT count(*) FROM (TABLE {table}) x",
    "SELECT coalesce(xpath_count, 0) FROM (SELECT cardinality(xpath('//row', "
    "query_to_xml('SELECT * FROM {table}', true, false, ''))) AS xpath_count) x",
)
ROLES = ("vb_owner", "vb_definer", "vb_migrate", "vb_audit", "postgres")
SETTINGS = (
    "SET LOCAL row_security = off",
    "SET LOCAL session_replication_role = replica",
    "SET LOCAL search_path = vb, public",
    "SET LOCAL search_path = pg_temp, vb, public",
    "SET LOCAL enable_seqscan = off",
    "SET LOCAL check_function_bodies = off",
    "SET LOCAL transaction_isolation = 'serializable'",
    "SET LOCAL debug_parallel_query = on",
    "SET LOCAL TIME ZONE 'Pacific/Kiritimati'",
    *(f"SET LOCAL ROLE {role}" for role in ROLES),
    *(f"SET LOCAL SESSION AUTHORIZATION {role}" for role in ROLES),
    "SELECT set_config('role', 'vb_owner', true)",
    "SELECT set_config('is_superuser', 'on', true)",
    "RESET ALL",
    "DISCARD ALL",
)
MAKES_ONES_OWN = {"break_glass", "open_file", "enter"}
"""Doors by which a colleague opens a file of the own unit, in the open and logged; and the way in."""


@dataclass(slots=True, kw_only=True)
class Tried:
    """What has come of it."""

    number: int = 0
    refused: int = 0
    seen: list[str] = field(default_factory=list)


def actors(ulf: psycopg.Connection, lena: psycopg.Connection, keys: dict[str, tuple]) -> list[str]:
    """Give the ways to become somebody: forged, changed and replayed values, and other settings."""
    own = ulf.execute("SELECT current_setting('vb.actor')").fetchone()[0]
    hers = lena.execute("SELECT current_setting('vb.actor')").fetchone()[0]
    parts, her_parts = own.split("|"), hers.split("|")
    values = [hers, "", "|" * 7, hers + "|", own + "|" + hers.rpartition("|")[2]]
    values += ["|".join([*her_parts[:n], *parts[n:]]) for n in range(1, 8)]
    values += ["|".join([*parts[:n], her_parts[n], *parts[n + 1 :]]) for n in range(8)]
    values += ["|".join([str(p), str(u), "staff", *parts[3:]]) for p, u in keys.values()]
    values += ["|".join([*parts[:7], "0" * 64]), "|".join([*her_parts[:7], ""])]
    return [
        *(f"SELECT set_config('vb.actor', '{value}', {local})" for value in values for local in ("true", "false")),
        *(f"SET LOCAL vb.{name} = '{keys['Lena'][1]}'" for name in ("unit", "person", "kind", "actor")),
        *SETTINGS,
    ]  # fmt: skip


@pytest.fixture
def keys(owner) -> dict[str, tuple]:
    rows = owner.execute(
        "SELECT p.given_name, p.id, a.unit_id FROM organisations_person p "
        "JOIN organisations_assignment a ON a.person_id = p.id WHERE p.given_name IN ('Lena', 'Noor', 'Signe')"
    )
    return {name: (person, unit) for name, person, unit in rows.fetchall()}


@pytest.fixture
def tables(owner) -> list[str]:
    found = [row[0] for row in owner.execute(CHILD_TABLES)]
    return [table for table in found if owner.execute(f"SELECT FROM {table} LIMIT 1").rowcount]


def tried(connection, ways, tables, *, number) -> Tried:
    """Send a seeded sample of ways × reads × tables, each in a savepoint that is taken back."""
    result = Tried()
    every = [(way, read.format(table=t)) for way in ways for read in READS for t in tables]
    for way, read in Random(SEED).sample(every, min(number, len(every))):  # noqa: S311 - chooses what to try
        result.number += 1
        try:
            with connection.transaction(force_rollback=True):
                connection.execute(way)
                rows = connection.execute(read).fetchone()[0]
        except psycopg.Error:
            result.refused += 1
        else:
            if rows:
                result.seen.append(f"{way}; {read}: {rows}")
    return result


@pytest.mark.rule("R01", case="refuses")
def test_no_sql_shows_more_than_the_actor_sees(enter, keys, tables, pytestconfig, figure):
    ulf, lena = enter("outsider"), enter("principal")
    number = ALL if pytestconfig.option.long else SAMPLE

    ways = actors(ulf, lena, keys)
    hers = tried(lena, ["SELECT 1"], tables, number=50)
    lena.rollback()  # before she has sat still too long
    found = tried(ulf, ways, tables, number=number)
    figure(
        "G15",
        tried=found.number,
        bad=len(found.seen),
        control=len(hers.seen),
        what="godtycklig SQL",
    )

    assert found.number >= SAMPLE
    assert found.seen == []
    assert found.refused > 0
    assert hers.seen, "the same statements show her rows: there is something to see"


def test_without_the_signature_he_would_see_it(enter, keys, tables, owner):
    """The control: take the check of the signature away, and a forged unit opens the table."""
    text = owner.execute("SELECT pg_get_functiondef('vb.actor(int)'::regprocedure)").fetchone()[0]
    checked = "OR a[8] IS DISTINCT FROM"
    assert text.count(checked) == 1
    owner.execute(text.replace(checked, "OR false AND a[8] IS DISTINCT FROM"))

    ulf, lena = enter("outsider"), enter("principal")
    ways = actors(ulf, lena, keys)
    lena.rollback()  # before she has sat still too long
    found = tried(ulf, [way for way in ways if "vb.actor" in way], tables, number=SAMPLE)

    assert found.seen


# --- the doors ---------------------------------------------------------------------------------


def arguments(types: list[str], pools: dict[str, list], draw: Random) -> list[object]:
    return [draw.choice(pools.get(kind, [None])) for kind in types]


@pytest.fixture
def pools(owner, tables) -> dict[str, list]:
    """Real ids of others' things, by type; and odd values."""
    uuids, numbers = [uuid4(), None], [0, -1, 2**62, None]
    for table in tables:
        names = owner.execute(
            "SELECT column_name::text, data_type::text FROM information_schema.columns WHERE table_name = %s",
            [table],
        ).fetchall()
        for name, kind in names:
            if kind in {"uuid", "bigint"}:
                rows = owner.execute(
                    f"SELECT DISTINCT {name} FROM {table} WHERE {name} IS NOT NULL LIMIT 4"
                )
                (uuids if kind == "uuid" else numbers).extend(row[0] for row in rows)
    return {
        "uuid": uuids,
        "bigint": numbers,
        "integer": [1, 50, 10**6, None],
        "text": ["given", "team", "x" * 20, "", "'; SELECT 1 --", "Barnet är inte hemma"],
        "jsonb": ["{}", "[]", '[{"system": "x", "value": "1"}]', '{"answers": {}}'],
        "boolean": [True, False],
        "date": ["2030-01-01", "2000-01-01"],
        "timestamp with time zone": ["2030-01-01", None],
        "text[]": [["professional"], []],
    }  # fmt: skip


def calls(owner, pools, *, each: int) -> Iterator[tuple[str, str, list[object]]]:
    draw = Random(SEED)  # noqa: S311 - chooses what to try
    for name, types in owner.execute(FUNCTIONS).fetchall():
        if name in MAKES_ONES_OWN:
            continue
        holes = ", ".join(f"%s::{kind}" for kind in types)
        for _ in range(each if types else 1):
            yield name, f"SELECT * FROM vb.{name}({holes})", arguments(types, pools, draw)


@pytest.mark.rule("R01", case="refuses")
def test_no_door_shows_or_opens_what_is_others(enter, owner, pools, tables, pytestconfig, figure):
    """Whatever a door answers, afterwards he sees no row that he did not see before."""
    ulf = enter("outsider")
    each = 400 if pytestconfig.option.long else 25
    count = " + ".join(f"(SELECT count(*) FROM {table})" for table in tables)
    said = [row[0] for row in owner.execute("SELECT family_name FROM people_childfile").fetchall()]
    number, leaks = 0, []
    for name, statement, values in calls(owner, pools, each=each):
        number += 1
        with suppress(psycopg.Error), ulf.transaction(force_rollback=True):
            rows = ulf.execute(statement, values).fetchall()
            if any(family in str(rows) for family in said):
                leaks.append(f"{name}{values}: {rows}"[:300])
            seen = ulf.execute(f"SELECT {count}").fetchone()[0]
            if seen:
                leaks.append(f"{name}{values} opened {seen} rows"[:300])
    figure(
        "G15", tried=number, bad=len(leaks), what="anrop av databasens dörrar med andras nycklar"
    )

    assert number > 500
    assert leaks == []
