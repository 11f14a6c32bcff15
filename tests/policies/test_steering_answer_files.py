"""Files with answers in the database: by whoever may answer, until the answers close."""

from collections.abc import Callable
from hashlib import sha256
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.paper_kinds import PaperKind

from tests.world.cast import people_of
from tests.world.steering_group import build, organisation

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

OURS, OTHERS = "Växjö kommun", "Lessebo kommun"
PDF = b"%PDF-1.7"
ATTACH = (
    "INSERT INTO steering_answerfile (public_id, report_back_id, organisation_id, title, content, "
    "content_type, content_hash, size, by_id, at) "
    "SELECT gen_random_uuid(), r.id, o.id, 'Fil', %s, %s, %s, %s, p.id, now() "
    "FROM steering_reportback r, organisations_organisation o, organisations_person p "
    "WHERE o.public_id = %s AND p.public_id = %s"
)
SEE = "SELECT title FROM steering_answerfile"
EMPTY = "UPDATE steering_answerfile SET content = '', removed_at = now()"
REWRITE = "UPDATE steering_answerfile SET content = 'Annat'"
RENAME = "UPDATE steering_answerfile SET title = 'Annat'"
DELETE = "DELETE FROM steering_answerfile"
HIDDEN, DENIED = "0", "42501"


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


def attached(
    people: People, who: str, *, to: str = OURS, by: str = "", content: bytes = PDF,
    kind: str = PaperKind.PDF, size: int | None = None,
) -> str:  # fmt: skip
    words = (content, kind, sha256(content).digest(), len(content) if size is None else size)
    return outcome(
        people, who, ATTACH, *words, organisation(to), UUID(str(people.persons[by or who]))
    )


@pytest.fixture
def kept(own_database: object, people: People, world: dict[str, object]) -> UUID:
    del own_database
    asking = UUID(str(world["report_back"]))
    with people.acting("principal") as lena:
        file = commands.attach_answer_file(
            lena,
            queries.open_report_back(asking),
            organisation=organisation(OURS),
            title="Siffror",
            content=PDF,
            kind=PaperKind.PDF,
            today=timezone.localdate(),
        )
    return file.public_id


def answer(people: People, world: dict[str, object]) -> None:
    with people.acting("principal") as lena:
        commands.answer_report_back(
            lena,
            queries.open_report_back(UUID(str(world["report_back"]))),
            organisation=organisation(OURS),
            text="Vi testar.",
            today=timezone.localdate(),
        )


@pytest.mark.parametrize(
    ("who", "changes", "found"),
    [
        ("principal", {}, "1"),
        ("process-leader", {}, "1"),
        ("process-leader", {"to": OTHERS}, "1"),
        ("principal", {"to": OTHERS}, DENIED),
        ("principal", {"by": "process-leader"}, DENIED),
        ("outsider", {}, DENIED),
        ("nurse", {}, DENIED),
        ("principal", {"content": b"<html>", "kind": "text/html"}, DENIED),
        ("principal", {"content": b"<html>"}, DENIED),
        ("principal", {"content": b""}, DENIED),
        ("principal", {"size": 5}, DENIED),
    ],
)
def test_a_file_is_put_with_ones_own_answer_and_is_what_it_says(
    people: People, who: str, changes: dict[str, object], found: str
) -> None:
    assert attached(people, who, **changes) == found  # type: ignore[arg-type] # by name


@pytest.mark.usefixtures("kept")
def test_before_the_answer_its_writers_see_it_and_after_all_do(
    people: People, world: dict[str, object], connect_as: Callable[[str], psycopg.Connection]
) -> None:
    def seen() -> list[str]:
        return [outcome(people, who, SEE) for who in ("principal", "process-leader", "outsider")]

    before = seen()
    answer(people, world)

    assert (before, seen()) == (["1", "1", HIDDEN], ["1", "1", "1"])
    assert connect_as("vb_app").execute(SEE).fetchall() == [("Siffror",)]


@pytest.mark.usefixtures("kept")
def test_it_is_emptied_and_not_rewritten(people: People) -> None:
    statements = (EMPTY, REWRITE, RENAME, DELETE)

    assert [outcome(people, "principal", one) for one in statements] == ["1", *[DENIED] * 3]
    assert outcome(people, "outsider", EMPTY) == HIDDEN


@pytest.mark.usefixtures("kept")
def test_when_the_answers_have_closed_it_stays(
    people: People, world: dict[str, object], owner: psycopg.Connection
) -> None:
    owner.execute("UPDATE steering_reportback SET due = current_date - 1")
    late = (attached(people, "principal"), outcome(people, "principal", EMPTY))
    answer(people, world)

    assert late == ("1", "1")
    assert attached(people, "principal") == DENIED
    assert outcome(people, "principal", EMPTY) == HIDDEN


def test_its_policies_are_forced(owner: psycopg.Connection) -> None:
    found = owner.execute(
        "SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE relname = 'steering_answerfile'"
    ).fetchone()

    assert found == (True, True)
