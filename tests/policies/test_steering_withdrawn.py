"""Proposals taken back in the database: one's own alone, and not after the call."""

from collections.abc import Callable
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries

from tests.world.cast import people_of
from tests.world.steering_minutes import PROPOSED, build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

ITEM = "UPDATE steering_agendaitem SET outcome = 'withdrawn' WHERE title = %s"
PROPOSAL = "UPDATE steering_itemproposal SET state = 'withdrawn' WHERE title = %s"
OTHERWISE = "UPDATE steering_itemproposal SET state = 'placed' WHERE title = %s"
HIDDEN, DENIED = "0", "42501"


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


def outcome(people: People, who: str, *statements: str) -> str:
    """Run statements as somebody and take them back: the last one's rows, or the database's no."""
    try:
        with people.acting(who), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement, [PROPOSED])
            transaction.set_rollback(True)
            return str(cursor.rowcount)
    except DatabaseError as error:
        return str(getattr(error.__cause__, "sqlstate", ""))


def place(people: People, world: dict[str, object], *, is_called: bool) -> None:
    with people.acting("process-leader") as petra:
        coming = queries.open_meeting(UUID(str(world["coming"])))
        commands.place_proposal(
            petra, queries.open_proposal(UUID(str(world["proposal"]))), on=coming
        )
        if is_called:
            commands.call_to_meeting(petra, coming, today=timezone.localdate())


@pytest.mark.parametrize(
    ("who", "found"), [("principal", "1"), ("outsider", HIDDEN), ("nurse", HIDDEN)]
)
def test_one_takes_back_ones_own(people: People, who: str, found: str) -> None:
    assert outcome(people, who, PROPOSAL) == found
    assert outcome(people, "principal", OTHERWISE) == DENIED


@pytest.mark.parametrize(
    ("is_called", "found"), [(False, ["1", "1", HIDDEN]), (True, [HIDDEN] * 3)]
)
def test_an_item_goes_first_and_only_before_the_call(
    people: People, world: dict[str, object], *, is_called: bool, found: list[str]
) -> None:
    place(people, world, is_called=is_called)

    assert [
        outcome(people, "principal", ITEM),
        outcome(people, "principal", ITEM, PROPOSAL),
        outcome(people, "outsider", ITEM),
    ] == found
    assert outcome(people, "principal", PROPOSAL) == HIDDEN


def test_that_a_body_is_called_its_members_know_and_nobody_else(
    people: People, world: dict[str, object], connect_as: Callable[[str], psycopg.Connection]
) -> None:
    place(people, world, is_called=True)
    asked = "SELECT count(*) FROM steering_call WHERE %s <> ''"

    def seen(who: str) -> int:
        with people.acting(who), connection.cursor() as cursor:
            cursor.execute(asked, [PROPOSED])
            return int(cursor.fetchone()[0])

    assert [seen(who) for who in ("process-leader", "principal", "outsider")] == [1, 1, 0]
    assert connect_as("vb_app").execute("SELECT count(*) FROM steering_call").fetchone() == (0,)
