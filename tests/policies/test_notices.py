"""What a person has chosen is the person's own; the outbox is read by nobody who runs the pages."""

from collections.abc import Callable

import psycopg
import pytest

from varjebarn.people.commands import choose_notice
from varjebarn.people.ways import NoticeWay

from tests.world.cast import people_of
from tests.world.circle import alva_with_consent
from tests.world.walls import assert_hidden

Act = Callable[[str], psycopg.Connection]
NO_RIGHT = "42501"


def karin_has_chosen() -> dict[str, object]:
    world = alva_with_consent()
    with people_of(world).acting("guardian") as karin:
        choose_notice(karin, way=NoticeWay.MAIL, address="karin@exempel.se")
    return world


pytestmark = [
    pytest.mark.world.with_args(karin_has_chosen),
    pytest.mark.usefixtures("own_database"),
]


def seen(connection: psycopg.Connection) -> int:
    row = connection.execute("SELECT count(*) FROM people_noticechoice").fetchone()
    assert row is not None
    return int(row[0])


def test_the_person_sees_her_own(enter: Act) -> None:
    assert seen(enter("guardian")) == 1


@pytest.mark.parametrize("slug", ["principal", "teacher", "outsider", "police", "child", "keeper"])
def test_nobody_else_does(enter: Act, owner: psycopg.Connection, slug: str) -> None:
    assert_hidden(there=seen(owner), seen=seen(enter(slug)))


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM people_outboxrow",
        "INSERT INTO people_outboxrow (public_id, person_id, made_at, tries, next_at) "
        "VALUES (gen_random_uuid(), 1, now(), 0, now())",
        "SELECT * FROM vb.next_notice()",
        "SELECT vb.notice_done(gen_random_uuid(), true)",
        "DELETE FROM people_noticechoice",
    ],
)
@pytest.mark.parametrize("slug", ["principal", "guardian"])
def test_the_pages_role_reads_and_writes_no_outbox(enter: Act, slug: str, statement: str) -> None:
    with pytest.raises(psycopg.Error) as refused:
        enter(slug).execute(statement)

    assert refused.value.sqlstate == NO_RIGHT


def test_nobody_chooses_for_another_in_straight_sql(enter: Act) -> None:
    with pytest.raises(psycopg.Error) as refused:
        enter("child").execute(
            "INSERT INTO people_noticechoice (person_id, way, address, chosen_at) "
            "VALUES (vb.person() + 1, 'none', '', now())"
        )

    assert refused.value.sqlstate == NO_RIGHT


def test_ulf_enters_nothing_about_alvas_family(enter: Act, owner: psycopg.Connection) -> None:
    row = owner.execute(
        "SELECT child_file_id, person_ref FROM people_guardian WHERE custody LIMIT 1"
    ).fetchone()
    assert row is not None

    with pytest.raises(psycopg.Error) as refused:
        enter("outsider").execute("SELECT vb.choose_notice_for(%s, %s, 'none', '', NULL)", [*row])

    assert refused.value.sqlstate == NO_RIGHT


def test_ulf_learns_no_ways_of_alvas_family(enter: Act, owner: psycopg.Connection) -> None:
    row = owner.execute("SELECT child_file_id FROM people_guardian WHERE custody").fetchone()
    assert row is not None
    statement = "SELECT * FROM vb.notice_ways(%s)"

    there = enter("principal").execute(statement, [*row]).fetchall()
    assert_hidden(there=there, seen=enter("outsider").execute(statement, [*row]).fetchall())


def test_the_role_that_sends_is_told_an_address_and_nothing_else(
    connect_as: Act, owner: psycopg.Connection
) -> None:
    owner.execute(
        "INSERT INTO people_outboxrow (public_id, person_id, made_at, tries, next_at) "
        "SELECT gen_random_uuid(), person_id, now(), 0, now() FROM people_noticechoice"
    )
    sender = connect_as("vb_notify")
    sender.autocommit = True

    row = sender.execute("SELECT way, address FROM vb.next_notice()").fetchone()

    assert row == ("mail", "karin@exempel.se")
    for table in ("public.people_childfile", "public.people_noticechoice", "public.audit_event"):
        with pytest.raises(psycopg.Error) as refused:
            sender.execute(f"SELECT FROM {table}")
        assert refused.value.sqlstate == NO_RIGHT
    with pytest.raises(psycopg.Error) as refused:
        sender.execute("SELECT vb.deliver(1, NULL)")
    assert refused.value.sqlstate == NO_RIGHT
