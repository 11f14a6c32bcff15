"""Old minutes that wait, in the database: the duty county alone reads, writes and ends them."""

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from varjebarn.ops.world.logins import People
from varjebarn.steering import commands
from varjebarn.steering.models import WaitingMinutes

from tests.world.steering_group import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

READ = "SELECT text FROM steering_waitingminutes"
END = "UPDATE steering_waitingminutes SET state = 'discarded', text = ''"
REWRITE = "UPDATE steering_waitingminutes SET text = 'Annat'"
RENAME = "UPDATE steering_waitingminutes SET name = 'b.txt'"
DELETE = "DELETE FROM steering_waitingminutes"
WRITE = (
    "INSERT INTO steering_waitingminutes "
    "(public_id, name, text, digest, findings, state, uploaded_by_id, uploaded_at) "
    "SELECT gen_random_uuid(), 'x', 'x', 'x', 0, 'waiting', p.id, now() "
    "FROM organisations_person p WHERE p.id {whose} vb.person() LIMIT 1"
)
WALL = "42501"


@pytest.fixture
def waiting(own_database: str, people: People) -> WaitingMinutes:
    assert own_database
    with people.acting("process-leader") as petra:
        return commands.keep_minutes_waiting(
            petra, name="a.txt", text="Protokoll", body=None, on=None, findings=0
        )


def outcome(people: People, who: str, statement: str) -> str:
    """Run one statement as somebody and take it back: how many rows, or the database's no."""
    try:
        with people.acting(who), connection.cursor() as cursor:
            cursor.execute(statement)
            transaction.set_rollback(True)
            return str(cursor.rowcount)
    except DatabaseError as error:
        return str(getattr(error.__cause__, "sqlstate", ""))


@pytest.mark.usefixtures("waiting")
def test_only_the_duty_reads(people: People, owner: psycopg.Connection) -> None:
    assert owner.execute("SELECT count(*) FROM steering_waitingminutes").fetchone() == (1,)
    assert outcome(people, "process-leader", READ) == "1"
    for who in ("outsider", "keeper", "nurse"):
        assert outcome(people, who, READ) == "0"


@pytest.mark.usefixtures("waiting")
@pytest.mark.parametrize(
    ("who", "statement", "expected"),
    [
        ("process-leader", END, "1"),
        ("process-leader", REWRITE, WALL),
        ("process-leader", RENAME, WALL),
        ("process-leader", DELETE, WALL),
        ("process-leader", WRITE.format(whose="="), "1"),
        ("process-leader", WRITE.format(whose="<>"), WALL),
        ("outsider", END, "0"),
        ("outsider", WRITE.format(whose="="), WALL),
    ],
)
def test_what_waits_is_ended_by_the_duty_and_never_rewritten(
    people: People, who: str, statement: str, expected: str
) -> None:
    assert outcome(people, who, statement) == expected


def test_what_is_ended_is_ended_once(people: People, waiting: WaitingMinutes) -> None:
    with people.acting("process-leader") as petra:
        commands.end_waiting(petra, waiting, taken_in=False)

    assert outcome(people, "process-leader", END) == "0"
    with people.acting("process-leader"):
        assert WaitingMinutes.objects.values_list("text", "state").get() == ("", "discarded")
