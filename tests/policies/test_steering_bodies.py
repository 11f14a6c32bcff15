"""Bodies over time and what is an organisation's own, in the database: who reads, who writes what."""

from collections.abc import Callable

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from varjebarn.kernel.actors import Kind
from varjebarn.ops.world.logins import People

from tests.policies.test_steering import outcome
from tests.world.cast import people_of
from tests.world.county_standing import OTHER, OWN, build

Connect = Callable[[str], psycopg.Connection]

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("fresh_database")]

TABLES = [
    "steering_acceptance",
    "steering_consultation",
    "steering_consultationanswer",
    "steering_consultedbody",
    "steering_contactroute",
    "steering_earlierbody",
    "steering_expectedprofession",
    "steering_funding",
    "steering_mandate",
    "steering_profession",
    "steering_risk",
    "steering_toolrating",
    "steering_trainingneed",
    "steering_trainingsession",
    "steering_trainingtaken",
    "steering_trial",
    "steering_trialevent",
]
MEANT = "42501"
"""The database's no."""
OTHERS = ("outsider", "outsider-elsewhere", "keeper", "log-reviewer")

ROUTE = (
    "INSERT INTO steering_contactroute (public_id, organisation_id, workplace, function, concern, "
    "about, telephone, mail, web, hours, fallback, is_public, checked_on) "
    "SELECT gen_random_uuid(), id, '', 'Polisen', 'police', '', '114 14', '', '', '', '', true, "
    "'2026-01-01' FROM organisations_organisation WHERE name = %s"
)
CHANGE_ROUTE = (
    "UPDATE steering_contactroute SET telephone = '116 111' WHERE organisation_id = "
    "(SELECT id FROM organisations_organisation WHERE name = %s)"
)
TRIAL = (
    'INSERT INTO steering_trial (public_id, organisation_id, "where", model_id, model_version, '
    "planned_start) SELECT gen_random_uuid(), id, 'En skola', 'kronobarn', '1', '2026-01-01' "
    "FROM organisations_organisation WHERE name = %s"
)
EVENT = (
    'INSERT INTO steering_trialevent (trial_id, step, "on", text, by_id) '
    "SELECT t.id, 'widened', '2026-01-01', '', {by} FROM steering_trial t "
    "JOIN organisations_organisation o ON o.id = t.organisation_id WHERE o.name = %s"
)
RATING = (
    'INSERT INTO steering_toolrating (trial_id, tool, rating, note, "on", by_id) '
    "SELECT t.id, 'plan', 3, '', '2026-01-01', {by} FROM steering_trial t "
    "JOIN organisations_organisation o ON o.id = t.organisation_id WHERE o.name = %s"
)
TAKEN = (
    "INSERT INTO steering_trainingtaken (session_id, organisation_id, people, at) "
    "SELECT s.id, o.id, 3, '2026-01-01' FROM steering_trainingsession s, "
    "organisations_organisation o WHERE o.name = %s"
)
NEED = (
    'INSERT INTO steering_trainingneed (organisation_id, people, "on") '
    "SELECT id, 3, '2026-01-01' FROM organisations_organisation WHERE name = %s"
)
RISK = (
    "INSERT INTO steering_risk (public_id, organisation_id, lack, text, noted_on, ended_by) "
    "SELECT gen_random_uuid(), id, 'time', 'Nej.', '2026-01-01', '' "
    "FROM organisations_organisation WHERE name = %s"
)
END_RISK = (
    "UPDATE steering_risk SET ended_on = noted_on, ended_by = 'Klart.' WHERE organisation_id = "
    "(SELECT id FROM organisations_organisation WHERE name = %s)"
)
OWN_INSERTS = {"route": ROUTE, "trial": TRIAL, "taken": TAKEN, "need": NEED, "risk": RISK}
MINE, ANOTHERS = "vb.person()", "(SELECT max(id) FROM organisations_person)"

COUNTYS = {
    "mandate": "INSERT INTO steering_mandate (public_id, title, giver_name, holder_name, given_on, "
    "purpose, limits, resources, outcome) VALUES (gen_random_uuid(), 'A', 'B', 'C', "
    "'2026-01-01', '', '', '', '')",
    "funding": "INSERT INTO steering_funding (public_id, title, funder, valid_from, valid_to) "
    "VALUES (gen_random_uuid(), 'A', 'B', '2026-01-01', '2026-02-01')",
    "session": 'INSERT INTO steering_trainingsession (public_id, title, "on", place, digital, '
    "audience) VALUES (gen_random_uuid(), 'A', '2026-01-01', '', false, '')",
    "profession": "INSERT INTO steering_profession (public_id, name, short) "
    "VALUES (gen_random_uuid(), 'Kurator', '')",
    "consultation": "INSERT INTO steering_consultation (public_id, title, text, sent_on) "
    "VALUES (gen_random_uuid(), 'A', 'B', '2026-01-01')",
}
CHANGES = {
    "body": "UPDATE steering_body SET purpose = 'Annat.' WHERE ended_on IS NULL",
    "seat": "UPDATE steering_membership SET valid_to = valid_from + 1",
    "expected": "UPDATE steering_expectedprofession SET ended_on = '2026-01-01'",
    "mandate": "UPDATE steering_mandate SET resources = 'En tjänst'",
}
STAYS = [
    "UPDATE steering_body SET continues_id = NULL",
    "UPDATE steering_membership SET name = 'Någon Annan'",
    "UPDATE steering_earlierbody SET name = 'Något annat'",
    "UPDATE steering_mandate SET given_on = given_on - 1",
    "UPDATE steering_mandate SET given_to_id = NULL, holder_name = 'Jag'",
    'UPDATE steering_acceptance SET "on" = "on" - 1',
    "UPDATE steering_contactroute SET organisation_id = organisation_id",
    "UPDATE steering_trial SET planned_start = planned_start + 1",
    "UPDATE steering_trialevent SET text = 'Annat.'",
    "UPDATE steering_toolrating SET rating = 5",
    "UPDATE steering_consultationanswer SET text = 'Nej.'",
    "UPDATE steering_trainingtaken SET people = 1000",
    "UPDATE steering_risk SET text = 'Ingen fara.'",
    "UPDATE steering_funding SET valid_to = valid_to + 365",
]


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


def as_family(people: People, statement: str, *words: object) -> str:
    """Run one statement as the principal at home: the same person, with a family's login."""
    try:
        with (
            people.acting_person(people.persons["principal"], Kind.FAMILY),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement, words)
            transaction.set_rollback(True)
            return str(cursor.rowcount)
    except DatabaseError as error:
        return str(getattr(error.__cause__, "sqlstate", ""))


@pytest.mark.parametrize("table", TABLES)
def test_with_nobody_acting_everybody_reads_and_nobody_writes(
    connect_as: Connect, table: str
) -> None:
    app = connect_as("vb_app")
    counted = app.execute(f"SELECT count(*) FROM {table}").fetchone()

    assert counted is not None
    assert counted[0] > 0
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("role", ["vb_login", "vb_audit"])
def test_other_roles_have_no_business_here(connect_as: Connect, role: str, table: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connect_as(role).execute(f"SELECT count(*) FROM public.{table}")


@pytest.mark.parametrize("table", TABLES)
def test_nobody_deletes(people: People, table: str) -> None:
    assert outcome(people, "process-leader", f"DELETE FROM {table}") == MEANT


def test_internal_contact_routes_are_for_those_who_work(
    people: People, connect_as: Connect, owner: psycopg.Connection
) -> None:
    every = "SELECT 1 FROM steering_contactroute"
    internal = owner.execute(f"{every} WHERE NOT is_public").fetchall()
    anybody = connect_as("vb_app").execute(every).fetchall()

    assert len(internal) == 2, "there is something to leak"
    assert len(anybody) == 2
    assert {who: outcome(people, who, every) for who in ("outsider", "keeper")} == {
        "outsider": "4",
        "keeper": "4",
    }
    assert as_family(people, every) == "2"


@pytest.mark.parametrize("what", OWN_INSERTS)
def test_who_sits_there_writes_nothing_as_family(people: People, what: str) -> None:
    assert as_family(people, OWN_INSERTS[what], OWN) == MEANT


@pytest.mark.parametrize("what", OWN_INSERTS)
def test_what_is_an_organisations_own_is_written_by_who_sits_for_it(
    people: People, what: str
) -> None:
    statement = OWN_INSERTS[what]

    assert {who: outcome(people, who, statement, OWN) for who in OTHERS} == dict.fromkeys(
        OTHERS, MEANT
    )
    assert outcome(people, "principal", statement, OWN) == "1"
    assert outcome(people, "principal", statement, OTHER) == MEANT
    assert outcome(people, "process-leader", statement, OTHER) == "1"


@pytest.mark.parametrize("statement", [CHANGE_ROUTE, END_RISK])
def test_what_is_an_organisations_own_is_changed_by_who_sits_for_it(
    people: People, statement: str
) -> None:
    own = "2" if "route" in statement else "1"

    assert {who: outcome(people, who, statement, OWN) for who in OTHERS} == dict.fromkeys(
        OTHERS, "0"
    )
    assert outcome(people, "principal", statement, OWN) == own
    assert outcome(people, "principal", statement, OTHER) == "0"
    assert outcome(people, "process-leader", statement, OTHER) == own


@pytest.mark.parametrize("statement", [EVENT, RATING])
@pytest.mark.parametrize(
    ("who", "whose", "by", "found"),
    [
        ("principal", OWN, MINE, "1"),
        ("principal", OTHER, MINE, MEANT),
        ("principal", OWN, ANOTHERS, MEANT),
        ("process-leader", OTHER, MINE, "1"),
        ("process-leader", OTHER, ANOTHERS, MEANT),
        ("outsider", OWN, MINE, MEANT),
    ],
)
def test_a_trial_is_told_of_in_ones_own_name(
    people: People, statement: str, who: str, whose: str, by: str, found: str
) -> None:
    assert outcome(people, who, statement.format(by=by), whose) == found


@pytest.mark.parametrize(
    ("who", "by", "found"),
    [
        ("principal", MINE, "1"),
        ("principal", ANOTHERS, MEANT),
        ("outsider", MINE, MEANT),
        ("process-leader", MINE, "1"),
    ],
)
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO steering_consultationanswer (asked_id, text, by_id, at) SELECT c.id, 'Nej.', "
        "{by}, '2026-01-01' FROM steering_consultedbody c LEFT JOIN steering_consultationanswer a "
        "ON a.asked_id = c.id WHERE a.id IS NULL",
        "INSERT INTO steering_acceptance (mandate_id, \"on\", by_id) SELECT m.id, '2026-01-01', "
        "{by} FROM steering_mandate m WHERE m.title = 'Leda arbetet'",
    ],
)
def test_a_bodys_answer_and_acceptance_come_from_who_sits_there(
    people: People, statement: str, who: str, by: str, found: str
) -> None:
    assert outcome(people, who, statement.format(by=by)) == found


@pytest.mark.parametrize("what", COUNTYS)
def test_the_rest_is_the_countys(people: People, what: str) -> None:
    statement = COUNTYS[what]
    asked = {who: outcome(people, who, statement) for who in (*OTHERS, "principal")}

    assert asked == dict.fromkeys((*OTHERS, "principal"), MEANT)
    assert outcome(people, "process-leader", statement) == "1"


@pytest.mark.parametrize("what", CHANGES)
def test_only_the_county_changes_bodies_seats_and_mandates(people: People, what: str) -> None:
    statement = CHANGES[what]
    asked = {who: outcome(people, who, statement) for who in (*OTHERS, "principal")}

    assert asked == dict.fromkeys((*OTHERS, "principal"), "0")
    assert int(outcome(people, "process-leader", statement)) >= 2


@pytest.mark.parametrize("statement", STAYS)
def test_what_has_been_written_stays(people: People, statement: str) -> None:
    assert outcome(people, "process-leader", statement) == MEANT


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO steering_body (public_id, name, level, purpose) "
        "VALUES (gen_random_uuid(), 'Webbgruppen', 'operative', '')",
        "INSERT INTO steering_expectedprofession (public_id, profession_id, body_id, level) "
        "SELECT gen_random_uuid(), profession_id, body_id, level FROM steering_expectedprofession",
    ],
)
def test_a_working_name_and_an_expectation_are_used_once(people: People, statement: str) -> None:
    assert outcome(people, "process-leader", statement) == "23505"
