"""Another wording of a decision, in the database: in one's own name, and never without both texts."""

from collections.abc import Callable

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from varjebarn.ops.world.logins import People

from tests.world.cast import people_of
from tests.world.steering_minutes import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("fresh_database")]

Connect = Callable[[str], psycopg.Connection]
KEEP = (
    "INSERT INTO steering_decisioncorrection "
    "(decision_id, number, before, after, reason, by_id, by_name, at) "
    "SELECT d.id, 1, d.wording, 'Ny.', %s, p.id, 'Namn', now() FROM steering_decisionrecord d, "
    "organisations_person p WHERE d.public_id = %s AND p.public_id = %s"
)
REWORD = "UPDATE steering_decisionrecord SET wording = 'Ny.' WHERE public_id = %s"
REWRITE = "UPDATE steering_decisioncorrection SET before = 'Inget.'"
DELETE = "DELETE FROM steering_decisioncorrection"
DENIED, HIDDEN, CHECKED = "42501", "0", "23514"


@pytest.fixture(scope="module")
def people(world: dict[str, object]) -> People:
    return people_of(world)


def outcome(people: People, who: str, *statements: tuple[str, list[object]]) -> str:
    """Run statements as somebody and take them back: the last one's rows, or the database's no."""
    try:
        with people.acting(who), connection.cursor() as cursor:
            for statement, words in statements:
                cursor.execute(statement, words)
            transaction.set_rollback(True)
            return str(cursor.rowcount)
    except DatabaseError as error:
        return str(getattr(error.__cause__, "sqlstate", ""))


@pytest.mark.parametrize(
    ("who", "name", "decision", "reason", "found"),
    [
        ("process-leader", "process-leader", "decision", "", "1"),
        ("process-leader", "process-leader", "model_decision", "Fel.", "1"),
        ("process-leader", "process-leader", "model_decision", "", DENIED),
        ("process-leader", "principal", "decision", "Fel.", DENIED),
        ("principal", "principal", "decision", "Fel.", DENIED),
        ("outsider", "outsider", "decision", "Fel.", DENIED),
    ],
)
def test_a_wording_is_kept_by_the_countys_own_in_their_own_name(
    people: People, world: dict[str, object], *, who: str, name: str, decision: str, reason: str,
    found: str,
) -> None:  # fmt: skip
    words = [reason, world[decision], people.persons[name]]

    assert outcome(people, who, (KEEP, words)) == found


def test_no_wording_changes_unless_both_texts_are_kept(
    people: People, world: dict[str, object]
) -> None:
    kept = (KEEP, ["", world["decision"], people.persons["process-leader"]])
    changed = (REWORD, [world["decision"]])

    assert outcome(people, "process-leader", changed) == CHECKED
    assert outcome(people, "process-leader", kept, changed) == "1"
    assert outcome(people, "principal", changed) == HIDDEN


def test_what_is_kept_stays(people: People, world: dict[str, object]) -> None:
    kept = (KEEP, ["", world["decision"], people.persons["process-leader"]])

    assert outcome(people, "process-leader", kept, (REWRITE, [])) == DENIED
    assert outcome(people, "process-leader", kept, (DELETE, [])) == DENIED


def test_anybody_reads_it_and_its_policies_are_forced(
    connect_as: Connect, owner: psycopg.Connection
) -> None:
    read = connect_as("vb_app").execute("SELECT count(*) FROM steering_decisioncorrection")
    forced = owner.execute(
        "SELECT relrowsecurity, relforcerowsecurity FROM pg_class "
        "WHERE relname = 'steering_decisioncorrection'"
    )

    assert (read.fetchone(), forced.fetchone()) == ((0,), (True, True))
