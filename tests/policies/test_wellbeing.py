"""Signals and assessments, with Python bypassed: they stay where they were written, as written."""

from collections.abc import Callable
from uuid import UUID

import psycopg
import pytest
from django.utils import timezone

from varjebarn.database.acting import assignments, open_login
from varjebarn.kernel.actors import Kind
from varjebarn.ops.world.logins import People
from varjebarn.people.queries import open_child
from varjebarn.practice.queries import latest_model
from varjebarn.wellbeing.commands import assess, notice_signal
from varjebarn.wellbeing.models import Signal
from varjebarn.wellbeing.queries import my_signals, open_signal
from varjebarn.wellbeing.values import Note, NoteKind

from tests.world.cast import kind_of, people_of, two_children

Act = Callable[[str], psycopg.Connection]
TABLES = ("wellbeing_signal", "wellbeing_signalnote", "wellbeing_assessment")


def noticed() -> dict[str, object]:
    """Tor has noticed something about Alva and Lena has judged it; so has Noor about Bilal."""
    world = two_children()
    people = People(persons=world["persons"])  # type: ignore[arg-type] # as made just above
    today = timezone.localdate()
    made = {}
    for slug, child in (("teacher", "alva"), ("nurse", "bilal")):
        with people.acting(slug) as actor:
            made[f"{child}s_signal"] = notice_signal(
                actor,
                open_child(actor, UUID(str(world[child]))),
                notes=[
                    Note(dimension="safe", kind=NoteKind.CHALLENGE, text="Är orolig på morgonen."),
                ],
                own_words="",
                on=today,
                model=latest_model("kronobarn"),
            ).public_id
    with people.acting("principal") as lena:
        assess(
            lena,
            open_child(lena, UUID(str(world["alva"]))),
            signals=[open_signal(lena, made["alvas_signal"])],
            answers={"q1": True},
            to_author="Vi gör det här i klassen.",
            on=today,
        )
    return world | made


pytestmark = [pytest.mark.world.with_args(noticed), pytest.mark.usefixtures("fresh_database")]


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


def counts(connection: psycopg.Connection) -> tuple[int, ...]:
    found = (connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in TABLES)
    return tuple(int(row[0]) for row in found if row is not None)


SEES = {
    "principal": (1, 1, 1),
    "teacher": (1, 1, 1),
    "nurse": (1, 1, 0),  # about Bilal, by name; nothing of what the school has noticed
    "outsider": (0, 0, 0),
    "outsider-elsewhere": (0, 0, 0),
    "lead": (0, 0, 0),
    "social-worker": (0, 0, 0),
    "police": (0, 0, 0),
    "keeper": (0, 0, 0),
    "log-reviewer": (0, 0, 0),
    "process-leader": (0, 0, 0),
    "guardian": (0, 0, 0),
    "guardian-without-custody": (0, 0, 0),
    "guardian-of-teen": (0, 0, 0),
    "child": (0, 0, 0),
    "teen": (0, 0, 0),
}


@pytest.mark.parametrize(("slug", "seen"), SEES.items())
def test_who_sees_what_was_noticed(
    acting: Act, owner: psycopg.Connection, slug: str, seen: tuple[int, ...]
) -> None:
    assert counts(owner) == (2, 2, 1)

    assert counts(acting(slug)) == seen


def test_with_nobody_acting_there_is_no_signal(app: psycopg.Connection) -> None:
    assert counts(app) == (0, 0, 0)


@pytest.mark.rule("R01", case="refuses")
@pytest.mark.parametrize("slug", ["outsider", "nurse", "social-worker", "outsider-elsewhere"])
def test_another_units_signal_does_not_exist(world: dict[str, object], slug: str) -> None:
    with people_of(world).acting(slug) as actor, pytest.raises(Signal.DoesNotExist):
        open_signal(actor, UUID(str(world["alvas_signal"])))


def test_a_protected_child_stands_in_no_list_of_signals(world: dict[str, object]) -> None:
    with people_of(world).acting("nurse") as noor:
        listed = my_signals(noor)
        opened = open_signal(noor, UUID(str(world["bilals_signal"])))

    assert listed == []
    assert opened.author_name == "Noor Haddad"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE wellbeing_signalnote SET text = 'Något annat'",
        "UPDATE wellbeing_signal SET own_words = 'Något annat'",
        "UPDATE wellbeing_signal SET author_name = 'Någon annan'",
        "UPDATE wellbeing_assessment SET outcome = 'no_action'",
        "DELETE FROM wellbeing_signalnote",
        "DELETE FROM wellbeing_signal",
        "DELETE FROM wellbeing_assessment",
    ],
)
def test_nobody_rewrites_what_was_noticed_or_judged(acting: Act, statement: str) -> None:
    connection = acting("principal")
    assert counts(connection) == (1, 1, 1)

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(statement)


NOTE = """
    INSERT INTO wellbeing_signalnote
      (unit_id, child_file_id, signal_id, dimension, kind, text, voice)
    VALUES (%s, %s, %s, 'safe', 'strength', 'Påhittat', 'staff')
"""


@pytest.mark.parametrize("slug", ["outsider", "nurse", "outsider-elsewhere", "guardian"])
def test_nobody_writes_on_another_s_wheel(
    acting: Act, owner: psycopg.Connection, world: dict[str, object], slug: str
) -> None:
    where = owner.execute(
        "SELECT unit_id, child_file_id, id FROM wellbeing_signal WHERE public_id = %s",
        [world["alvas_signal"]],
    ).fetchone()
    acting("teacher").execute(NOTE, where)  # the statement itself is a good one

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        acting(slug).execute(NOTE, where)


def test_a_note_hangs_on_a_signal_of_its_own_unit(
    owner: psycopg.Connection, world: dict[str, object]
) -> None:
    asked = "SELECT unit_id, child_file_id, id FROM wellbeing_signal WHERE public_id = %s"
    unit_id, file, _ = owner.execute(asked, [world["alvas_signal"]]).fetchone()
    other = owner.execute(asked, [world["bilals_signal"]]).fetchone()[2]

    with pytest.raises(psycopg.errors.ForeignKeyViolation):
        owner.execute(NOTE, [unit_id, file, other])
