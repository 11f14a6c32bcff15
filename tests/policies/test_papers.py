"""Papers, calls and addresses in the database: who reads drafts, who reads addresses, who sends."""

from collections.abc import Callable
from hashlib import sha256
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from varjebarn.ops.world.logins import People

from tests.world.cast import people_of
from tests.world.papers import build_with_papers

Connect = Callable[[str], psycopg.Connection]

pytestmark = [
    pytest.mark.world.with_args(build_with_papers),
    pytest.mark.usefixtures("fresh_database"),
]

TABLES = [
    "steering_call",
    "steering_change",
    "steering_callletter",
    "steering_memberaddress",
    "steering_meetingpaper",
]
MAKE = (
    "INSERT INTO steering_meetingpaper (public_id, meeting_id, title, content, content_type, content_hash,"
    " size, by_id, at, withdrawn_because, published_on) SELECT %s, m.id, 'Ny', %s, %s, %s, %s,"
    " p.id, now(), '', %s FROM steering_meeting m, organisations_person p"
    " WHERE m.public_id = %s AND p.public_id = %s"
)
PDF, PNG, ZIP = b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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


def made(
    people: People,
    world: dict[str, object],
    who: str,
    *,
    by: str = "",
    content: bytes = PDF,
    kind: str = "application/pdf",
    size: int | None = None,
    published: str | None = None,
) -> str:
    return outcome(
        people,
        who,
        MAKE,
        uuid4(),
        content,
        kind,
        sha256(content).digest(),
        len(content) if size is None else size,
        published,
        UUID(str(world["coming"])),
        UUID(str(people.persons[by or who])),
    )


@pytest.mark.parametrize(
    ("who", "seen"),
    [("process-leader", "2"), ("principal", "2"), ("outsider", "1"), ("outsider-elsewhere", "1")],
)
def test_a_draft_is_read_by_members_and_the_county(people: People, who: str, seen: str) -> None:
    assert outcome(people, who, "SELECT content FROM steering_meetingpaper") == seen


def test_with_nobody_acting_the_published_is_read(connect_as: Connect) -> None:
    found = connect_as("vb_app").execute("SELECT title FROM steering_meetingpaper").fetchall()

    assert found == [("Förslag till mötesdagar",)]


@pytest.mark.usefixtures("own_database")
def test_a_withdrawn_paper_is_not_public_any_more(people: People) -> None:
    taken = "UPDATE steering_meetingpaper SET withdrawn_on = current_date, withdrawn_because = 'Fel fil.'"
    with people.acting("process-leader"), connection.cursor() as cursor:
        cursor.execute(f"{taken} WHERE published_on IS NOT NULL")

    assert outcome(people, "outsider", "SELECT 1 FROM steering_meetingpaper") == "0"
    assert outcome(people, "principal", "SELECT 1 FROM steering_meetingpaper") == "2"
    with people.acting("process-leader"), connection.cursor() as cursor:
        cursor.execute("UPDATE steering_meetingpaper SET withdrawn_on = NULL")
        assert cursor.rowcount == 1  # the draft: what is withdrawn stays so


@pytest.mark.parametrize(
    ("who", "by", "found"),
    [
        ("process-leader", "process-leader", "1"),
        ("principal", "principal", "1"),
        ("principal", "process-leader", "42501"),
        ("outsider", "outsider", "42501"),
        ("keeper", "keeper", "42501"),
    ],
)
def test_a_paper_is_laid_in_ones_own_name_by_members_and_the_county(
    people: People, world: dict[str, object], who: str, by: str, found: str
) -> None:
    assert made(people, world, who, by=by) == found


@pytest.mark.parametrize(
    ("content", "kind", "found"),
    [
        (PDF, "application/pdf", "1"),
        (PNG, "image/png", "1"),
        (ZIP, WORD, "1"),
        (b"hej", "text/plain", "1"),
        (b"<html>", "text/html", "42501"),
        (b"<html>", "application/pdf", "42501"),
        (PNG, "image/jpeg", "42501"),
        (b"a\x00b", "text/plain", "42501"),
        (PDF, WORD, "42501"),
        (PDF + bytes(5 * 1024 * 1024), "application/pdf", "42501"),
    ],
)
def test_what_a_file_says_it_is_it_begins_like(
    people: People, world: dict[str, object], content: bytes, kind: str, found: str
) -> None:
    assert made(people, world, "process-leader", content=content, kind=kind) == found


def test_a_paper_comes_in_as_a_draft_of_its_true_size(
    people: People, world: dict[str, object]
) -> None:
    assert made(people, world, "process-leader", size=3) == "42501"
    assert made(people, world, "process-leader", published="2026-11-06") == "42501"


@pytest.mark.parametrize("who", ["principal", "outsider"])
def test_only_the_county_publishes(people: People, who: str) -> None:
    assert (
        outcome(people, who, "UPDATE steering_meetingpaper SET published_on = current_date") == "0"
    )


@pytest.mark.parametrize(
    ("who", "seen"),
    [("process-leader", "4"), ("principal", "1"), ("outsider", "0"), ("outsider-elsewhere", "0")],
)
def test_an_address_is_read_by_its_owner_and_the_county(
    people: People, who: str, seen: str
) -> None:
    assert outcome(people, who, "SELECT address FROM steering_memberaddress") == seen


def test_with_nobody_acting_no_address_is_read(connect_as: Connect) -> None:
    found = connect_as("vb_app").execute("SELECT address FROM steering_memberaddress").fetchall()

    assert found == []


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT secret FROM steering_memberaddress",
        "UPDATE steering_memberaddress SET wants_mail = true",
        "UPDATE steering_call SET revision = 7",
        "INSERT INTO steering_change (object, created_at, modified_at)"
        " VALUES (gen_random_uuid(), now(), now())",
        "SELECT * FROM vb.next_invitation()",
        "UPDATE steering_meetingpaper SET content = '', size = 0",
        "UPDATE steering_meetingpaper SET title = 'Något annat'",
        *(f"DELETE FROM {table}" for table in TABLES),
    ],
)
def test_not_even_the_county_does_what_is_the_senders_or_nobodys(
    people: People, statement: str
) -> None:
    assert outcome(people, "process-leader", statement) == "42501"


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("role", ["vb_login", "vb_audit", "vb_notify", "vb_worker"])
def test_other_roles_have_no_business_here(connect_as: Connect, role: str, table: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        connect_as(role).execute(f"SELECT count(*) FROM public.{table}")


def test_the_sender_is_told_nothing_but_letters(connect_as: Connect) -> None:
    row = connect_as("vb_notify").execute("SELECT * FROM vb.next_invitation()").fetchall()

    assert row == []


def test_a_change_is_noted_with_its_meeting(
    people: People, owner: psycopg.Connection, world: dict[str, object]
) -> None:
    read = "SELECT modified_at FROM steering_change WHERE object = %s"
    meeting = UUID(str(world["coming"]))
    before = owner.execute(read, [meeting]).fetchone()
    with people.acting("process-leader"), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE steering_agendaitem SET note = 'Nytt' WHERE meeting_id ="
            " (SELECT id FROM steering_meeting WHERE public_id = %s)",
            [meeting],
        )
    after = owner.execute(read, [meeting]).fetchone()

    assert before is not None
    assert after is not None
    assert before[0] < after[0]
