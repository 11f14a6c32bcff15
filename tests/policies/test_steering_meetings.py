"""Proposals, drafts and unpublished minutes in the database: straight SQL as the application's role."""

from collections.abc import Callable
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from varjebarn.ops.world.logins import People

from tests.world.cast import people_of
from tests.world.steering_minutes import build

Connect = Callable[[str], psycopg.Connection]

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("fresh_database")]

ALL_READ = ["steering_alsoinsteadof", "steering_preparation", "steering_standingitem"]
SOME_READ = [
    "steering_itemproposal",
    "steering_minutes",
    "steering_minutespassage",
    "steering_minutesversion",
]
DRAFT = "steering_meetingdraft"
TABLES = [*ALL_READ, *SOME_READ, DRAFT]
PROPOSE = (
    "INSERT INTO steering_itemproposal (public_id, body_id, title, kind, raised_by, raised_by_name, "
    "background, proposal, by_id, at, state, reason) "
    "SELECT gen_random_uuid(), b.id, 'En fråga', 'discussion', 'member', 'Någon', '', '', p.id, now(), "
    "'waiting', '' FROM steering_body b, organisations_person p "
    "WHERE b.public_id = %s AND p.public_id = %s"
)
PREPARE = (
    "INSERT INTO steering_preparation (matter_id, number, prepared_by_id, background, proposal, heard, "
    "by_id, at) SELECT i.id, 9, b.id, 'Så här.', '', '', p.id, now() "
    "FROM steering_agendaitem i, steering_body b, organisations_person p "
    "WHERE i.public_id = %s AND b.public_id = %s AND p.public_id = %s"
)


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


def outcome(people: People, who: str, statement: str, *words: object) -> str:
    """Run one statement as somebody and take it back: how many rows, or the database's no."""
    try:
        with people.acting(who), connection.cursor() as cursor:
            cursor.execute(statement, words)
            transaction.set_rollback(True)
            return str(cursor.rowcount)
    except DatabaseError as error:
        return str(getattr(error.__cause__, "sqlstate", ""))


def seen(people: People, who: str, table: str) -> int:
    return int(outcome(people, who, f"SELECT * FROM {table}"))


@pytest.mark.parametrize("table", TABLES)
def test_there_is_something_to_see(people: People, table: str) -> None:
    assert seen(people, "process-leader", table) > 0


@pytest.mark.parametrize("table", TABLES)
def test_with_nobody_acting_only_what_is_public_is_seen(
    connect_as: Connect, people: People, table: str
) -> None:
    counted = connect_as("vb_app").execute(f"SELECT count(*) FROM {table}").fetchone()

    published = {"steering_minutes": 1, "steering_minutesversion": 2, "steering_minutespassage": 4}
    everything = seen(people, "process-leader", table)
    assert counted == (everything if table in ALL_READ else published.get(table, 0),)
    assert table in ALL_READ or counted[0] < everything


@pytest.mark.parametrize("table", SOME_READ)
def test_the_bodys_members_see_what_others_do_not(people: People, table: str) -> None:
    county = seen(people, "process-leader", table)

    assert seen(people, "principal", table) == county
    assert seen(people, "outsider", table) < county
    assert seen(people, "keeper", table) == seen(people, "outsider", table)


def test_what_is_typed_in_a_meeting_is_the_countys_alone(people: People) -> None:
    found = [seen(people, who, DRAFT) for who in ("process-leader", "principal", "outsider")]

    assert found == [1, 0, 0]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("role", ["vb_login", "vb_audit"])
def test_other_roles_have_no_business_here(connect_as: Connect, role: str, table: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connect_as(role).execute(f"SELECT count(*) FROM public.{table}")


@pytest.mark.parametrize("table", TABLES)
def test_nobody_deletes(people: People, table: str) -> None:
    assert outcome(people, "process-leader", f"DELETE FROM {table}") == "42501"


@pytest.mark.parametrize(
    ("who", "by", "found"),
    [
        ("principal", "principal", "1"),
        ("principal", "process-leader", "42501"),
        ("process-leader", "process-leader", "1"),
        ("outsider", "outsider", "42501"),
        ("keeper", "keeper", "42501"),
    ],
)
def test_an_item_is_proposed_in_ones_own_name_by_who_sits_there(
    people: People, world: dict[str, object], who: str, by: str, found: str
) -> None:
    person = UUID(str(people.persons[by]))

    assert outcome(people, who, PROPOSE, UUID(str(world["group"])), person) == found


@pytest.mark.parametrize(
    ("who", "body", "found"),
    [
        ("principal", "group", "1"),
        ("principal", "other", "42501"),
        ("process-leader", "other", "1"),
        ("outsider", "group", "42501"),
    ],
)
def test_a_matter_is_prepared_by_who_sits_in_the_preparing_body(
    people: People, world: dict[str, object], who: str, body: str, found: str
) -> None:
    item, by = UUID(str(world["open_item"])), UUID(str(people.persons[who]))

    assert outcome(people, who, PREPARE, item, UUID(str(world[body])), by) == found


@pytest.mark.parametrize(
    ("statement", "county", "member"),
    [
        ("UPDATE steering_meeting SET date = date + 1 WHERE state = 'held'", "0", "0"),
        ("UPDATE steering_agendaitem SET title = 'x' WHERE outcome <> ''", "0", "0"),
        ("UPDATE steering_minutes SET changes = 'x' WHERE state = 'published'", "0", "0"),
        ("UPDATE steering_minutes SET changes = 'x' WHERE state = 'draft'", "1", "0"),
        ("UPDATE steering_minutespassage SET text = 'x'", "42501", "42501"),
        ("UPDATE steering_minutesversion SET number = 9", "42501", "42501"),
        ("UPDATE steering_preparation SET proposal = 'x'", "42501", "42501"),
        ("UPDATE steering_itemproposal SET title = 'x'", "42501", "42501"),
        ("UPDATE steering_itemproposal SET reason = 'x' WHERE state = 'waiting'", "1", "42501"),
        ("UPDATE steering_itemproposal SET reason = 'x' WHERE state <> 'waiting'", "0", "0"),
        ("UPDATE steering_standingitem SET title = 'x'", "42501", "42501"),
    ],
)
def test_what_is_settled_stays(people: People, statement: str, county: str, member: str) -> None:
    found = [outcome(people, who, statement) for who in ("process-leader", "principal")]

    assert found == [county, member]


def test_nothing_is_added_to_published_minutes(people: People) -> None:
    add = (
        "INSERT INTO steering_minutesversion (minutes_id, number, by_id, at) "
        "SELECT m.id, 9, vb.person(), now() FROM steering_minutes m WHERE m.state = %s"
    )

    assert outcome(people, "process-leader", add, "published") == "42501"
    assert outcome(people, "process-leader", add, "draft") == "1"
    assert outcome(people, "principal", add, "draft") == "42501"
