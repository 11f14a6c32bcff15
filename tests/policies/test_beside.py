"""What stands beside a record, in straight SQL: whose it is, and that nothing of it is rewritten."""

from datetime import date

import psycopg
import pytest

from varjebarn.disclosure.beside import WHOLE, Outcome
from varjebarn.disclosure.commands import (
    answer_objection,
    mark_secret,
    note_own_number,
    object_to,
)
from varjebarn.disclosure.models import Delivery
from varjebarn.disclosure.queries import family_deliveries, open_delivery, submissions
from varjebarn.ops.world.logins import People
from varjebarn.people.queries import my_children, open_child
from varjebarn.plan.commands import set_why
from varjebarn.plan.queries import current_plan, open_plan

from tests.commands.plan_story import published
from tests.world.walls import assert_hidden

NO_RIGHT = "42501"
TABLES = (
    "disclosure_objectionanswer",
    "disclosure_ownnumber",
    "disclosure_secrecymark",
    "people_earlier",
)
WORDS = "Så har jag inte sagt."
NUMBER = "SN 2026/0417"


def beside_the_record():
    """Karin objects and Lena answers; the social worker numbers and marks; a text is corrected."""
    world = published()
    people = People(persons=world["persons"])
    with people.acting("guardian") as karin:
        plan = family_deliveries(karin, kind="plan_version")[0]
        object_to(karin, plan, item=WHOLE, about="Planen", words=WORDS)
    with people.acting("principal") as lena:
        child = open_child(lena, world["alva"])
        objection = submissions(lena, child, kind="objection")[0]
        answer_objection(
            lena,
            child,
            objection,
            outcome=Outcome.KEPT,
            words="Vi låter det stå.",
            answers=None,
        )
        held = current_plan(lena, child)
        set_why(lena, open_plan(lena, held.public_id), why="Alva ska ha ro på rasten.")
    with people.acting("social-worker") as signe:
        file = open_child(signe, my_children(signe)[0].file)
        copy = open_delivery(signe, Delivery.objects.filter(state="filed").latest("pk").public_id)
        note_own_number(signe, copy, number=NUMBER)
        mark_secret(
            signe,
            file,
            document=copy.public_id,
            provision="OSL 26:1",
            authority="Socialnämnden",
            marked_on=date(2026, 11, 1),
            on=date(2026, 11, 24),
        )
    return world


pytestmark = [
    pytest.mark.world.with_args(beside_the_record),
    pytest.mark.usefixtures("fresh_database"),
]


def counts(connection):
    return {
        table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES
    }


def state_of(connection, statement, values=()):
    try:
        with connection.transaction():
            connection.execute(statement, values)
    except psycopg.Error as refused:
        return refused.sqlstate
    return ""


def test_each_is_seen_in_its_own_unit_by_those_who_are_with_the_child(enter, owner):
    there = counts(owner)

    at_school, at_social = counts(enter("principal")), counts(enter("social-worker"))

    assert min(there.values()) > 0
    assert at_school == {**there, "disclosure_ownnumber": 0, "disclosure_secrecymark": 0}
    assert at_social == {**there, "disclosure_objectionanswer": 0, "people_earlier": 0}


@pytest.mark.parametrize("slug", ["outsider", "outsider-elsewhere", "police", "guardian", "keeper"])
def test_outsiders_see_none_of_it(enter, owner, slug):
    found = counts(enter(slug))

    for table, there in counts(owner).items():
        assert_hidden(there=there, seen=found[table])


@pytest.mark.rule("R40", case="refuses")
@pytest.mark.parametrize("slug", ["principal", "social-worker"])
def test_nothing_beside_a_record_is_rewritten_or_removed(enter, slug):
    acting = enter(slug)

    answers = {
        state_of(acting, statement)
        for table in TABLES
        for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET child_file_id = 1")
    }

    assert answers == {NO_RIGHT}


def test_an_answer_is_given_in_ones_own_name_and_to_an_objection(enter, owner):
    lena = enter("principal")
    forged = (
        "INSERT INTO disclosure_objectionanswer (public_id, unit_id, child_file_id, submission_ref, "
        "outcome, words, answered_by_id, answered_title, answered_at) SELECT gen_random_uuid(), "
        "s.unit_id, s.child_file_id, {ref}, 'kept', 'x', {who}, '', now() "
        "FROM disclosure_submission s WHERE s.kind = {kind} LIMIT 1"
    )
    others = forged.format(ref="s.public_id", who="vb.person() + 1", kind="'objection'")
    no_objection = forged.format(ref="s.public_id", who="vb.person()", kind="'consent_answer'")

    assert owner.execute(
        "SELECT count(*) FROM disclosure_submission WHERE kind = 'consent_answer'"
    ).fetchone() != (0,)
    assert state_of(lena, others) == NO_RIGHT
    assert state_of(lena, no_objection) == NO_RIGHT


def test_only_a_document_of_the_units_own_is_marked(enter, owner):
    (foreign,) = owner.execute(
        "SELECT d.public_id FROM disclosure_delivery d "
        "WHERE d.unit_id <> (SELECT unit_id FROM disclosure_secrecymark LIMIT 1) LIMIT 1"
    ).fetchone()
    mark = (
        "INSERT INTO disclosure_secrecymark (public_id, unit_id, child_file_id, document_ref, "
        "provision, authority, marked_on, marked_by_id, marked_at, is_lifted) "
        "SELECT gen_random_uuid(), unit_id, child_file_id, %s, %s, 'Nämnden', now(), vb.person(), "
        "now(), false FROM disclosure_secrecymark LIMIT 1"
    )

    signe = enter("social-worker")

    assert state_of(signe, mark, [foreign, "OSL 26:1"]) == NO_RIGHT


@pytest.mark.rule("R37", case="refuses")
def test_a_marking_without_a_provision_is_no_row(enter):
    signe = enter("social-worker")
    (copy,) = signe.execute("SELECT document_ref FROM disclosure_secrecymark").fetchone()
    mark = (
        "INSERT INTO disclosure_secrecymark (public_id, unit_id, child_file_id, document_ref, "
        "provision, authority, marked_on, marked_by_id, marked_at, is_lifted) "
        "SELECT gen_random_uuid(), unit_id, child_file_id, %s, '', 'Nämnden', now(), vb.person(), "
        "now(), false FROM disclosure_secrecymark LIMIT 1"
    )

    assert state_of(signe, mark, [copy]) == "23514"


@pytest.mark.rule("R40", case="allows")
def test_what_a_plan_said_before_is_kept_with_who_corrected_it(enter, owner, world):
    before = owner.execute(
        "SELECT words ->> 'why', changed_by FROM people_earlier WHERE \"table\" = 'plan_plan'"
    ).fetchall()
    (lena,) = owner.execute(
        "SELECT id FROM organisations_person WHERE public_id = %s", [world["persons"]["principal"]]
    ).fetchone()

    assert ("Alva ska ha det lugnt på rasten.", lena) in before


def test_the_register_is_for_the_intake_and_the_manager(enter):
    ask = "SELECT count(*), bool_and(number ~ '^[0-9-]{10}/[0-9A-F]{8}$') FROM vb.register(now(), 500)"

    assert {slug: state_of(enter(slug), ask) for slug in ("teacher", "outsider", "guardian")} == {
        "teacher": NO_RIGHT,
        "outsider": NO_RIGHT,
        "guardian": NO_RIGHT,
    }
    for slug in ("principal", "social-worker"):
        number, is_designated = enter(slug).execute(ask).fetchone()
        assert number > 0
        assert is_designated
