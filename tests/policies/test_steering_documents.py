"""Drafts, obstacles and addresses in the database: who sees and writes what, in straight SQL."""

from collections.abc import Callable
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from varjebarn.ops.world.logins import People
from varjebarn.steering.newsletter import ask_for_news

from tests.world import documents_story
from tests.world.walls import assert_hidden

Connect = Callable[[str], psycopg.Connection]
Act = Callable[[str], psycopg.Connection]
NO_RIGHT = "42501"
EVERYBODY = ("process-leader", "principal", "teacher", "outsider", "outsider-elsewhere", "keeper")


def build() -> dict[str, object]:
    world = documents_story.build()
    ask_for_news("karin@exempel.se")
    return world


pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("fresh_database")]

DRAFTS = "SELECT count(*) FROM steering_documentversion WHERE published_on IS NULL"
DRAFT_ONLY = "SELECT count(*) FROM steering_document WHERE title = 'Processplan'"
OPEN = (
    "steering_document",
    "steering_documentversion",
    "steering_activity",
    "steering_article",
)
SECRET_TABLES = ("steering_subscriber", "steering_letter")
NEW_VERSION = (
    "INSERT INTO steering_documentversion "
    "(document_id, body_id, number, text, summary, written_by_id, written_at) "
    "SELECT d.id, d.body_id, 99, 'x', '', p.id, now() FROM steering_document d, "
    "organisations_person p WHERE d.title = 'Handlingsplan' AND p.public_id = %s"
)
PUBLISH = (
    "UPDATE steering_documentversion SET published_on = current_date, item_id = "
    "(SELECT max(id) FROM steering_agendaitem) WHERE published_on IS NULL"
)


def counted(connection: psycopg.Connection, statement: str) -> int:
    row = connection.execute(statement).fetchone()  # type: ignore[arg-type] # written above
    assert row is not None
    return int(row[0])


def outcome(people: People, who: str, statement: str, *words: object) -> str:
    """Run one statement as somebody and take it back: how many rows, or the database's no."""
    try:
        with people.acting(who), connection.cursor() as cursor:
            cursor.execute(statement, words)
            transaction.set_rollback(True)
            return str(cursor.rowcount)
    except DatabaseError as error:
        return str(getattr(error.__cause__, "sqlstate", ""))


@pytest.mark.parametrize("table", OPEN)
def test_what_is_published_is_read_by_everybody(connect_as: Connect, table: str) -> None:
    assert counted(connect_as("vb_app"), f"SELECT count(*) FROM {table}") == 1 + (
        table == "steering_article"
    )


@pytest.mark.parametrize("statement", [DRAFTS, DRAFT_ONLY])
@pytest.mark.parametrize("slug", ["teacher", "outsider", "outsider-elsewhere", "keeper", "nurse"])
def test_a_draft_is_hidden_from_who_does_not_sit_there(
    enter: Act, owner: psycopg.Connection, slug: str, statement: str
) -> None:
    assert_hidden(there=counted(owner, statement), seen=counted(enter(slug), statement))


@pytest.mark.parametrize("statement", [DRAFTS, DRAFT_ONLY])
def test_a_draft_is_hidden_from_nobody_acting(
    connect_as: Connect, owner: psycopg.Connection, statement: str
) -> None:
    seen = counted(connect_as("vb_app"), statement)

    assert_hidden(there=counted(owner, statement), seen=seen)


@pytest.mark.parametrize("slug", ["process-leader", "principal"])
def test_a_draft_is_seen_by_the_duty_and_by_who_sits_there(enter: Act, slug: str) -> None:
    seen = enter(slug)

    assert (counted(seen, DRAFTS), counted(seen, DRAFT_ONLY)) == (2, 1)


@pytest.mark.parametrize("who", EVERYBODY)
def test_a_version_is_written_by_who_sits_there_in_their_own_name(people: People, who: str) -> None:
    own = outcome(people, who, NEW_VERSION, people.persons[who])
    another = outcome(people, who, NEW_VERSION, people.persons["nurse"])

    allowed = who in {"process-leader", "principal"}
    assert (own, another) == ("1" if allowed else NO_RIGHT, NO_RIGHT)


@pytest.mark.parametrize("who", EVERYBODY)
def test_a_draft_is_published_by_the_duty_alone(people: People, who: str) -> None:
    assert outcome(people, who, PUBLISH) == ("2" if who == "process-leader" else "0")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE steering_documentversion SET text = 'Något annat.'",
        "UPDATE steering_documentversion SET number = 7",
        "UPDATE steering_document SET title = 'Något annat'",
        "UPDATE steering_activity SET title = 'Något annat'",
        "UPDATE steering_article SET published_at = now()",
        "UPDATE steering_obstacle SET text = 'Något annat.'",
        "DELETE FROM steering_documentversion",
        "DELETE FROM steering_subscriber",
    ],
)
def test_what_has_been_written_stays(people: People, statement: str) -> None:
    assert outcome(people, "process-leader", statement) == NO_RIGHT


def test_no_page_is_written_over_unless_what_it_said_is_kept(people: People) -> None:
    over = "UPDATE steering_article SET text = 'Något annat.'"

    assert outcome(people, "process-leader", over) == "23514"
    assert outcome(people, "principal", over) == "0"


def test_what_is_in_force_is_not_changed_again(people: People) -> None:
    back = "UPDATE steering_documentversion SET in_force_from = in_force_from - 1 WHERE decision_id IS NOT NULL"

    assert outcome(people, "process-leader", back) == "0"


@pytest.mark.parametrize("table", SECRET_TABLES)
@pytest.mark.parametrize("role", ["vb_app", "vb_login", "vb_audit", "vb_notify"])
def test_nobody_reads_an_address(
    connect_as: Connect, owner: psycopg.Connection, role: str, table: str
) -> None:
    assert counted(owner, f"SELECT count(*) FROM {table}") > 0
    with pytest.raises(psycopg.Error) as refused:
        connect_as(role).execute(f"SELECT * FROM public.{table}")

    assert refused.value.sqlstate == NO_RIGHT


@pytest.mark.parametrize("who", ["principal", "outsider", "keeper"])
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT vb.post_document('{ulf@exempel.se}', 'x', current_date, '/x/')",
        "SELECT vb.post_news('x', 'x', '/x/')",
        "SELECT * FROM vb.next_letter()",
        "SELECT vb.letter_done(gen_random_uuid(), true)",
        "SELECT vb.put_letter('news', 'x', 'x', 'x', NULL, '/x/', NULL)",
    ],
)
def test_only_the_duty_writes_letters_and_only_the_sender_takes_them(
    people: People, who: str, statement: str
) -> None:
    assert outcome(people, who, statement) == NO_RIGHT


def test_how_many_read_is_told_to_the_duty_alone(enter: Act) -> None:
    found = {
        slug: enter(slug).execute("SELECT vb.news_readers()").fetchone()
        for slug in ("process-leader", "principal", "outsider")
    }

    assert found == {"process-leader": (0,), "principal": (None,), "outsider": (None,)}


@pytest.mark.parametrize(
    ("slug", "seen"),
    [
        ("teacher", 1),  # who sent it
        ("process-leader", 1),
        ("principal", 1),  # sits in the steering group
        ("outsider", 0),
        ("outsider-elsewhere", 0),
        ("nurse", 0),
        ("keeper", 0),
    ],
)
def test_an_obstacle_is_seen_by_its_sender_and_the_bodies(
    enter: Act, owner: psycopg.Connection, slug: str, seen: int
) -> None:
    statement = "SELECT count(*) FROM steering_obstacle"

    assert counted(owner, statement) == 1
    assert counted(enter(slug), statement) == seen


def test_an_obstacle_is_not_taken_up_by_its_sender(people: People) -> None:
    close = "UPDATE steering_obstacle SET state = 'closed'"

    assert outcome(people, "teacher", close) == "0"
    assert outcome(people, "process-leader", close) == "1"


def test_an_obstacle_is_sent_in_ones_own_name_and_organisation(
    people: People, world: dict[str, object]
) -> None:
    statement = (
        "INSERT INTO steering_obstacle (public_id, text, is_helping, theme, organisation_id, "
        "sent_by_id, sent_at, body_id, been_at, state) SELECT gen_random_uuid(), 'x', false, "
        "'time', o.id, p.id, now(), b.id, ARRAY[b.id], 'waiting' FROM steering_body b, "
        "organisations_organisation o, organisations_person p "
        "WHERE b.public_id = %s AND o.name = %s AND p.public_id = %s"
    )
    body = UUID(str(world["working"]))

    def sent(organisation: str, who: str) -> str:
        return outcome(people, "teacher", statement, body, organisation, people.persons[who])

    assert sent("Växjö kommun", "teacher") == "1"
    assert sent("Växjö kommun", "nurse") == NO_RIGHT
    assert sent("Region Kronoberg", "teacher") == NO_RIGHT
