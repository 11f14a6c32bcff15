"""The annual report in the database: notes for members, what is published for all and for good."""

from collections.abc import Callable
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from varjebarn.ops.world.logins import People

from tests.world.annual import noted_year
from tests.world.cast import people_of

Connect = Callable[[str], psycopg.Connection]

pytestmark = [pytest.mark.world.with_args(noted_year), pytest.mark.usefixtures("fresh_database")]

NOTES = "SELECT text FROM steering_annualnote"
NEW_NOTE = (
    "INSERT INTO steering_annualnote (public_id, year, section, text, by_id, at) "
    "SELECT gen_random_uuid(), 2025, 'trials', 'Nytt.', id, now() FROM organisations_person "
    "WHERE public_id = %s"
)
NEW_REPORT = (
    "INSERT INTO steering_annualreport (public_id, year, edition, reason, content, text, by_id, at) "
    "SELECT gen_random_uuid(), 2011, %s, %s, '{}', '', id, now() FROM organisations_person "
    "WHERE public_id = %s"
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


def test_there_is_a_note_to_leak_and_a_report_to_change(
    owner: psycopg.Connection, world: dict[str, object]
) -> None:
    notes = owner.execute(NOTES).fetchall()
    reports = owner.execute("SELECT edition FROM steering_annualreport").fetchall()

    assert (notes, reports) == ([(world["note"],)], [(1,)])


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("process-leader", "1"),
        ("principal", "1"),  # a seat in the steering group
        ("outsider", "0"),
        ("outsider-elsewhere", "0"),
        ("keeper", "0"),
    ],
)
def test_a_note_is_read_by_members(people: People, who: str, seen: str) -> None:
    assert outcome(people, who, NOTES) == seen


def test_with_nobody_acting_reports_are_read_and_notes_are_not(connect_as: Connect) -> None:
    app = connect_as("vb_app")

    assert app.execute(NOTES).fetchall() == []
    assert app.execute("SELECT count(*) FROM steering_annualreport").fetchone() == (1,)


@pytest.mark.parametrize(
    ("who", "by", "found"),
    [
        ("process-leader", "process-leader", "1"),
        ("process-leader", "principal", "42501"),
        ("principal", "principal", "42501"),
        ("outsider", "outsider", "42501"),
    ],
)
def test_only_the_duty_county_writes_and_in_ones_own_name(
    people: People, who: str, by: str, found: str
) -> None:
    person = UUID(str(people.persons[by]))

    assert outcome(people, who, NEW_NOTE, person) == found
    assert outcome(people, who, NEW_REPORT, 1, "", person) == found


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE steering_annualreport SET content = '{}'",
        "UPDATE steering_annualreport SET text = ''",
        "DELETE FROM steering_annualreport",
        "UPDATE steering_annualnote SET text = 'Annat.'",
        "DELETE FROM steering_annualnote",
    ],
)
def test_what_is_published_or_noted_stays(people: People, statement: str) -> None:
    assert outcome(people, "process-leader", statement) == "42501"


def test_a_correction_without_a_reason_is_refused_here_too(people: People) -> None:
    person = UUID(str(people.persons["process-leader"]))

    assert outcome(people, "process-leader", NEW_REPORT, 2, "", person) == "23514"
    assert outcome(people, "process-leader", NEW_REPORT, 2, "Rättat.", person) == "1"
