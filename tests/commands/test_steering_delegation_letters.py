"""A colleague who is asked to answer gets a letter: where to go, and nothing of what is asked."""

from collections.abc import Iterator
from uuid import UUID

import psycopg
import pytest
from django.db import DatabaseError, connection
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone

from varjebarn.ops.notices.letters import send_letters
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries

from tests.world.cast import people_of
from tests.world.cluster import Databases, current
from tests.world.postbox import Postbox, mail_server
from tests.world.steering_group import build, organisation

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

OURS, TOR = "Växjö kommun", "tor@exempel.se"
SMTP = "django.core.mail.backends.smtp.EmailBackend"
QUESTION = "Hur går testerna hos er?"


@pytest.fixture
def people(world: dict[str, object]) -> People:
    return people_of(world)


@pytest.fixture
def mail() -> Iterator[Postbox]:
    with (
        mail_server() as box,
        override_settings(EMAIL_BACKEND=SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=box.port),
    ):
        yield box


@pytest.fixture
def asking(world: dict[str, object]) -> UUID:
    return UUID(str(world["report_back"]))


def delegate(people: People, asking: UUID, *, address: str, path: str) -> bool:
    with people.acting("principal") as lena:
        return commands.delegate_answer(
            lena,
            queries.open_report_back(asking),
            organisation=organisation(OURS),
            to=people.persons["teacher"],
            address=address,
            path=path,
            today=timezone.localdate(),
        )


def test_the_colleague_is_told_where_and_nothing_else(
    people: People, asking: UUID, mail: Postbox, databases: Databases
) -> None:
    path = reverse("county:answer", args=[asking])

    will_go = delegate(people, asking, address=f" {TOR.upper()} ", path=path)
    sent = send_letters(databases.addresses(current()).notify)

    assert (will_go, sent, mail.recipients) == (True, 1, [TOR])
    said = mail.letters[0].as_string()
    assert (path in said, QUESTION in said, "Lena" in said) == (True, False, False)


@pytest.mark.parametrize("address", ["", "ingen adress", "a@b"])
def test_without_an_address_no_letter_goes_and_the_colleague_may_answer(
    people: People, asking: UUID, owner: psycopg.Connection, address: str
) -> None:
    assert delegate(people, asking, address=address, path="/x/") is False

    count = "SELECT count(*) FROM steering_letter WHERE kind = 'delegated'"
    assert owner.execute(count).fetchone() == (0,)
    with people.acting("teacher") as tor:
        found = queries.organisations_to_answer_for(tor, asking, on=timezone.localdate())
    assert [one.name for one in found] == [OURS]


@pytest.mark.parametrize("who", ["teacher", "outsider", "process-leader"])
def test_nobody_writes_to_a_colleague_whom_another_asked(
    people: People, asking: UUID, owner: psycopg.Connection, who: str
) -> None:
    delegate(people, asking, address="", path="")
    key = owner.execute("SELECT id FROM steering_answerdelegation").fetchone()

    assert key is not None
    with pytest.raises(DatabaseError) as refused, people.acting(who), connection.cursor() as cursor:
        cursor.execute("SELECT vb.post_delegation(%s, %s, '/x/')", [key[0], TOR])

    assert getattr(refused.value.__cause__, "sqlstate", "") == "42501"


def test_who_asked_long_ago_writes_no_more(
    people: People, asking: UUID, owner: psycopg.Connection
) -> None:
    delegate(people, asking, address="", path="")
    moved = "UPDATE steering_answerdelegation SET at = at - interval '1 hour' RETURNING id"
    key = owner.execute(moved).fetchone()

    assert key is not None
    with (
        pytest.raises(DatabaseError) as refused,
        people.acting("principal"),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT vb.post_delegation(%s, %s, '/x/')", [key[0], TOR])

    assert getattr(refused.value.__cause__, "sqlstate", "") == "42501"
