"""The county's register in the database: everybody reads, the duty county writes, nobody deletes."""

from collections.abc import Callable
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from varjebarn.ops.world.logins import People

from tests.world.steering_group import SILENT, build

Connect = Callable[[str], psycopg.Connection]
Row = tuple[object, ...]

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("fresh_database")]

TABLES = [
    "steering_agendaitem",
    "steering_agreement",
    "steering_agreementparty",
    "steering_attendance",
    "steering_body",
    "steering_decisionrecord",
    "steering_extension",
    "steering_meeting",
    "steering_membership",
    "steering_reportback",
    "steering_reportbackanswer",
]
NEW_BODY = (
    "INSERT INTO steering_body (public_id, name, level, purpose) "
    "VALUES (gen_random_uuid(), 'Skuggruppen', 'strategic', '')"
)
CLOSE = "UPDATE steering_agendaitem SET outcome = 'noted' WHERE outcome = ''"
HOLD = "UPDATE steering_meeting SET state = 'held' WHERE state = 'planned'"
FOLLOW_UP = (
    "UPDATE steering_decisionrecord SET status = 'followed_up', followed_up_on = current_date "
    "WHERE status = 'open'"
)
ANSWER = (
    "INSERT INTO steering_reportbackanswer "
    "(report_back_id, organisation_id, text, parts, nothing_new, by_id, at) "
    "SELECT r.id, o.id, 'Vi testar.', '{}', false, p.id, now() "
    "FROM steering_reportback r, organisations_organisation o, organisations_person p "
    "WHERE o.name = %s AND p.public_id = %s"
)


def outcome(people: People, who: str, statement: str, *words: object) -> str:
    """Run one statement as somebody and take it back: how many rows, or the database's no."""
    try:
        with people.acting(who), connection.cursor() as cursor:
            cursor.execute(statement, words)
            transaction.set_rollback(True)
            return str(cursor.rowcount)
    except DatabaseError as error:
        return str(getattr(error.__cause__, "sqlstate", ""))


def test_the_register_has_these_tables(owner: psycopg.Connection) -> None:
    found = owner.execute(
        "SELECT tablename FROM pg_tables WHERE tablename LIKE 'steering_%' ORDER BY tablename"
    ).fetchall()

    assert [row[0] for row in found if row[0] in TABLES] == TABLES


def test_no_column_could_hold_a_child(owner: psycopg.Connection) -> None:
    found = owner.execute(
        "SELECT table_name, column_name FROM information_schema.columns "
        "WHERE table_name LIKE 'steering_%' AND column_name ~ '(child|unit|born|identi|guardian)'"
    ).fetchall()

    assert found == []


@pytest.mark.parametrize("table", TABLES)
def test_with_nobody_acting_everybody_reads(connect_as: Connect, table: str) -> None:
    counted = connect_as("vb_app").execute(f"SELECT count(*) FROM {table}").fetchone()

    assert counted is not None
    assert counted[0] > 0


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("role", ["vb_login", "vb_audit"])
def test_other_roles_have_no_business_here(connect_as: Connect, role: str, table: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connect_as(role).execute(f"SELECT count(*) FROM public.{table}")


@pytest.mark.parametrize("table", TABLES)
def test_nobody_deletes(people: People, table: str) -> None:
    assert outcome(people, "process-leader", f"DELETE FROM {table}") == "42501"


def test_with_nobody_acting_nothing_is_written(connect_as: Connect) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connect_as("vb_app").execute(NEW_BODY)
    assert [connect_as("vb_app").execute(words).rowcount for words in (CLOSE, HOLD, FOLLOW_UP)] == [
        0,
        0,
        0,
    ]


@pytest.mark.parametrize(
    ("who", "new_body", "close", "hold", "follow_up"),
    [
        ("process-leader", "1", "1", "1", "2"),
        ("principal", "42501", "0", "0", "0"),
        ("outsider", "42501", "0", "0", "0"),
        ("outsider-elsewhere", "42501", "0", "0", "0"),
        ("keeper", "42501", "0", "0", "0"),
        ("log-reviewer", "42501", "0", "0", "0"),
    ],
)
def test_only_the_duty_county_writes(
    people: People, who: str, new_body: str, close: str, hold: str, follow_up: str
) -> None:
    found = [outcome(people, who, words) for words in (NEW_BODY, CLOSE, HOLD, FOLLOW_UP)]

    assert found == [new_body, close, hold, follow_up]


@pytest.mark.parametrize(
    ("statement", "no"),
    [
        ("UPDATE steering_decisionrecord SET wording = 'Något annat.'", "23514"),  # no correction
        ("UPDATE steering_agendaitem SET first_id = NULL, postponed_from_id = NULL", "42501"),
        ("UPDATE steering_meeting SET body_id = body_id", "42501"),
        ("UPDATE steering_attendance SET presence = 'present'", "42501"),
        ("UPDATE steering_agreement SET valid_to = valid_to + 1", "42501"),
        ("UPDATE steering_reportbackanswer SET text = 'Ja.'", "42501"),
    ],
)
def test_what_has_been_written_stays(people: People, statement: str, no: str) -> None:
    assert outcome(people, "process-leader", statement) == no


@pytest.mark.parametrize(
    ("who", "whose", "by", "found"),
    [
        ("principal", "Växjö kommun", "principal", "1"),
        ("principal", SILENT, "principal", "42501"),
        ("principal", "Växjö kommun", "process-leader", "42501"),
        ("process-leader", SILENT, "process-leader", "1"),
        ("process-leader", SILENT, "principal", "42501"),
        ("outsider", "Växjö kommun", "outsider", "42501"),
        ("outsider", "Växjö kommun", "principal", "42501"),
    ],
)
def test_an_answer_is_ones_own_and_for_ones_own_organisation(
    people: People, who: str, whose: str, by: str, found: str
) -> None:
    assert outcome(people, who, ANSWER, whose, UUID(str(people.persons[by]))) == found


def test_an_organisation_answers_once_in_the_database_too(people: People) -> None:
    person = UUID(str(people.persons["process-leader"]))

    assert outcome(people, "process-leader", ANSWER, "Polismyndigheten", person) == "23505"
