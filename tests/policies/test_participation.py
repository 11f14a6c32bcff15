"""Views, with Python bypassed: who sees which row, and that nobody rewrites what somebody said."""

from collections.abc import Callable
from uuid import UUID

import psycopg
import pytest
from django.utils import timezone

from varjebarn.database.acting import assignments, open_login
from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.disclosure.queries import family_deliveries
from varjebarn.kernel.actors import Kind
from varjebarn.ops.world.logins import People
from varjebarn.participation.answers import Answer
from varjebarn.participation.commands import ask_child, keep_words, note_view, send_words
from varjebarn.participation.values import Whose
from varjebarn.people.queries import open_child
from varjebarn.practice.queries import latest_model

from tests.world.cast import kind_of, people_of, two_children
from tests.world.walls import assert_hidden

NO_RIGHT = "42501"
Act = Callable[[str], psycopg.Connection]


def heard() -> dict[str, object]:
    """Alva has said one thing to Tor, and has begun to answer Lena; Bilal has told Noor something."""
    world = two_children()
    people = People(persons=world["persons"])  # type: ignore[arg-type] # as made just above
    today = timezone.localdate()
    for slug, child in (("teacher", "alva"), ("nurse", "bilal")):
        with people.acting(slug) as actor:
            note_view(
                actor,
                open_child(actor, UUID(str(world[child]))),
                whose=Whose.CHILD,
                name=child.capitalize(),
                words="Jag vill bli frågad.",
                said_on=today,
                occasion="Samtal",
                on=today,
                verbatim=True,
                child_checked=True,
            )
    answers = suggested_answers("question", "SELF", "sv")
    answers.pop("purpose")
    with people.acting("principal") as lena:
        ask_child(
            lena,
            open_child(lena, UUID(str(world["alva"]))),
            model=latest_model("kronobarn"),
            on=today,
            purpose="Vi vill höra.",
            answers=answers,
            questions=("safe",),
        )
    with people.acting("child") as alva:
        copy = family_deliveries(alva, kind="question")[0]
        keep_words(alva, copy, answers=[], words="Det här är bara mitt än så länge.")
    return world


pytestmark = [pytest.mark.world.with_args(heard), pytest.mark.usefixtures("fresh_database")]


@pytest.fixture
def app(connect_as: Act) -> psycopg.Connection:
    return connect_as("vb_app")


@pytest.fixture
def acting(app: psycopg.Connection, world: dict[str, object]) -> Act:
    """Enter as somebody of the cast, on a bare connection as `vb_app`."""

    def act(slug: str) -> psycopg.Connection:
        app.rollback()
        kind = kind_of(slug)
        token = open_login(people_of(world).persons[slug], kind)
        chosen = assignments(token)[0].assignment if kind is Kind.STAFF else None
        app.execute("SELECT FROM vb.enter(%s, %s)", [token, chosen])
        return app

    return act


def count(connection: psycopg.Connection, table: str) -> int:
    row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert row is not None
    return int(row[0])


SEES = {
    "principal": 1,
    "teacher": 1,
    "nurse": 1,  # Bilal's, by name; Alva's was told to the school
    "outsider": 0,
    "outsider-elsewhere": 0,
    "lead": 0,
    "social-worker": 0,
    "police": 0,
    "keeper": 0,
    "log-reviewer": 0,
    "process-leader": 0,
    "guardian": 0,
    "guardian-without-custody": 0,
    "guardian-of-teen": 0,
    "child": 0,  # reads what is delivered to her
    "teen": 0,
}


@pytest.mark.parametrize(("slug", "seen"), SEES.items())
def test_who_sees_a_view(acting: Act, owner: psycopg.Connection, slug: str, seen: int) -> None:
    assert count(owner, "participation_view") == 2

    assert count(acting(slug), "participation_view") == seen


def test_with_nobody_acting_there_is_no_view(app: psycopg.Connection) -> None:
    assert count(app, "participation_view") == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE participation_view SET words = 'Något annat'",
        "UPDATE participation_view SET answers = '[]'",
        "UPDATE participation_view SET verbatim = true, quoted_by = ''",
        "UPDATE participation_view SET stays_here = false",
        "DELETE FROM participation_view",
    ],
)
def test_nobody_rewrites_what_somebody_said(acting: Act, statement: str) -> None:
    connection = acting("teacher")
    assert count(connection, "participation_view") == 1

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(statement)


OF_NOTHING_SENT = """
    kind = 'child_words' AND object NOT IN (SELECT public_id FROM disclosure_submission)
"""
COPY = """
    INSERT INTO participation_view (public_id, unit_id, child_file_id, whose, name, form, verbatim,
      quoted_by, said_on, occasion, present, child_checked, words, answers, shared_with, stays_here,
      noted_at, influence)
    SELECT gen_random_uuid(), %s, %s, 'child', 'Alva', 'words', true, 'Jag', current_date, 'Samtal',
      '', true, 'Påhittat', '[]', '', false, now(), ''
"""


@pytest.mark.rule("R29", case="refuses")
@pytest.mark.parametrize("slug", ["outsider", "nurse", "outsider-elsewhere", "guardian", "child"])
def test_nobody_puts_words_in_a_file_they_are_not_involved_with(
    acting: Act, owner: psycopg.Connection, slug: str
) -> None:
    unit_id, file = owner.execute(
        "SELECT unit_id, child_file_id FROM participation_view WHERE name = 'Alva'"
    ).fetchone()
    acting("teacher").execute(COPY, [unit_id, file])  # the statement itself is a good one

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        acting(slug).execute(COPY, [unit_id, file])


def test_a_row_never_points_at_another_units_child(acting: Act, owner: psycopg.Connection) -> None:
    unit_id = owner.execute(
        "SELECT unit_id FROM participation_view WHERE name = 'Alva'"
    ).fetchone()[0]
    other = owner.execute(
        "SELECT child_file_id FROM participation_view WHERE name = 'Bilal'"
    ).fetchone()[0]

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        acting("teacher").execute(COPY, [unit_id, other])
    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        owner.execute(COPY, [unit_id, other])


@pytest.mark.rule("R60", case="refuses")
@pytest.mark.parametrize("slug", [slug for slug in SEES if slug != "child"])
def test_nobody_else_sees_or_counts_what_a_child_is_writing(
    acting: Act, owner: psycopg.Connection, slug: str
) -> None:
    there = count(owner, "disclosure_draft WHERE sent_at IS NULL")

    connection = acting(slug)

    assert_hidden(there=there, seen=count(connection, "disclosure_draft"))
    assert count(connection, "disclosure_submission WHERE body::text LIKE '%bara mitt%'") == 0
    assert count(connection, f"people_notice WHERE {OF_NOTHING_SENT}") == 0


@pytest.mark.rule("R60", case="allows")
def test_the_child_sees_her_own_and_what_she_sends_is_registered_at_the_school(
    world: dict[str, object], acting: Act, owner: psycopg.Connection
) -> None:
    assert count(acting("child"), "disclosure_draft WHERE sent_at IS NULL") == 1
    people = people_of(world)
    with people.acting("principal") as lena:
        answers = suggested_answers("question", "SELF", "sv")
        answers.pop("purpose")
        child = open_child(lena, UUID(str(world["alva"])))
        asked = ask_child(
            lena,
            child,
            model=latest_model("kronobarn"),
            on=timezone.localdate(),
            purpose="Vi vill höra igen.",
            answers=answers,
            questions=("safe",),
        )
    with people.acting("child") as alva:
        copy = family_deliveries(alva, kind="question", subject_ref=asked.subject_ref)[0]
        send_words(alva, copy, answers=[Answer(dimension="safe", face=3)], words="Nu vill jag.")

    assert count(acting("principal"), "disclosure_submission") == 1
    assert count(acting("nurse"), "disclosure_submission") == 0
    logged = owner.execute(
        "SELECT u.name FROM audit_event e JOIN organisations_secrecyunit u ON u.id = e.unit_id"
        " WHERE e.act = 'submission.arrived'"
    ).fetchall()
    assert logged == [("Skola",)]
