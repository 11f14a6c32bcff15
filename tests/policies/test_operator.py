"""Whoever runs the system opens no child: no role that logs in but the web's, and no duty of a keeper."""

import psycopg
import pytest

from tests.world.cast import two_children
from tests.world.walls import assert_hidden, refused

pytestmark = [
    pytest.mark.world.with_args(two_children),
    pytest.mark.usefixtures("own_database"),
]

NO_RIGHT = "42501"
ABOUT_CHILDREN = (
    "SELECT DISTINCT attrelid::regclass::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
    "WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'audit_event' "
    "AND a.attname IN ('child_file_id', 'child_ref') UNION SELECT 'people_childfile'"
)


@pytest.mark.rule("R46", case="refuses")
@pytest.mark.parametrize("role", ["vb_login", "vb_seal", "vb_audit"])
def test_no_technical_role_reads_a_row_about_a_child(connect_as, owner, role):
    tables = [name for (name,) in owner.execute(ABOUT_CHILDREN).fetchall()]
    assert len(tables) > 20
    connection = connect_as(role)

    answers = {table: refused(connection, f"SELECT * FROM public.{table}") for table in tables}

    assert answers == dict.fromkeys(tables, NO_RIGHT)


@pytest.mark.rule("R46", case="refuses")
@pytest.mark.parametrize("role", ["vb_app", "vb_login", "vb_seal", "vb_audit"])
@pytest.mark.parametrize("stronger", ["vb_owner", "vb_definer"])
def test_no_technical_role_becomes_a_stronger_one(connect_as, role, stronger):
    assert refused(connect_as(role), f"SET ROLE {stronger}") == NO_RIGHT


@pytest.mark.rule("R46", case="refuses")
def test_the_owner_of_the_tables_sees_no_child(owner):
    """Policies bind the owner too: who migrates reads nothing."""
    count = "SELECT count(*) FROM people_childfile"
    there = owner.execute(count).fetchone()[0]
    with owner.transaction():
        owner.execute("SET LOCAL ROLE vb_owner")
        seen = owner.execute(count).fetchone()[0]

    assert_hidden(there=there, seen=seen)


@pytest.mark.rule("R46", case="refuses")
@pytest.mark.parametrize("slug", ["keeper", "log-reviewer", "process-leader"])
def test_who_keeps_reviews_or_leads_the_county_sees_no_row(enter, owner, slug):
    tables = [name for (name,) in owner.execute(ABOUT_CHILDREN).fetchall()]
    who = enter(slug)
    seen = {
        table: who.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        for table in tables
        if refused(who, f"SELECT 1 FROM {table} LIMIT 1") is None and table != "people_involvement"
    }

    assert len(seen) > 20
    assert_hidden(
        there=owner.execute("SELECT count(*) FROM people_childfile").fetchone()[0],
        seen=sum(seen.values()),
    )


@pytest.mark.rule("R46", case="refuses")
@pytest.mark.parametrize(
    "door",
    [
        "SELECT * FROM vb.around(%s, NULL)",
        "SELECT vb.delegate(%s, gen_random_uuid(), 'team', 'x', (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date, NULL, NULL)",
        "SELECT vb.break_glass(%s, 'harm', 'Bara en titt i akten', NULL)",
    ],
)
@pytest.mark.parametrize("slug", ["keeper", "log-reviewer", "process-leader"])
def test_no_door_lets_them_in(enter, world, slug, door):
    who = enter(slug)
    try:
        with who.transaction():
            answer = who.execute(door, [world["alva"]]).fetchall()
    except psycopg.Error as error:
        answer = error.sqlstate

    assert answer in ([], NO_RIGHT)
