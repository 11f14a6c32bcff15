"""What becomes of a page when the database fails at its n-th call, for every n (security 7.4).

503 with a calm page, or the right page; never a child's data without a row in the log. The control
takes the log away and must be found out.
"""

import logging
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import OperationalError, connection
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from varjebarn.disclosure.queries import family_deliveries

from tests.world.browsing import browser_of
from tests.world.cast import people_of
from tests.world.many_rows import one

pytestmark = [pytest.mark.world.with_args(one), pytest.mark.usefixtures("own_database")]

CALM = "Tjänsten vilar en stund"
TYPED = "Vi går ut tillsammans med Alva på lunchrasten"
Ask = Callable[[Client], HttpResponse]


@pytest.fixture
def people(world, own_database):
    return people_of(world)


def asked(world, people, name: str) -> tuple[str, Ask]:
    """Who asks, and for what."""
    plan = f"/personal/plan/{world['plan']}/"
    if name == "action":
        return "principal", lambda client: post_action(client, f"{plan}insats/")
    if name == "family plan":
        with people.acting("guardian") as karin:
            newest = family_deliveries(karin, kind="plan_version")[0].public_id
        return "guardian", lambda client: client.get(f"/familj/plan/{newest}/")
    address = {"day": "/personal/", "child": f"/personal/barn/{world['alva']}/", "plan": plan}
    return "principal", lambda client: client.get(address[name])


def post_action(client: Client, address: str) -> HttpResponse:
    return client.post(address, {**chosen, "wording": TYPED, "person_name": ""})


chosen: dict[str, str] = {}


@pytest.fixture(autouse=True)
def form(world, people):
    """Choose the first of everything in the form for an action."""
    page = browser_of(people, "principal").get(f"/personal/plan/{world['plan']}/insats/")
    for name, choices in re.findall(
        r'<select[^>]*name="(\w+)"(.*?)</select>', page.content.decode(), re.DOTALL
    ):
        chosen[name] = next(value for value in re.findall(r'value="([^"]*)"', choices) if value)
    chosen["due"] = (timezone.localdate() + timedelta(days=20)).isoformat()


class FailingAt:
    """Fails at the n-th call; counts them all."""

    def __init__(self, n: int = 0) -> None:
        self.n, self.calls = n, 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - Django's own order
        self.calls += 1
        if self.calls == self.n:
            raise OperationalError("server closed the connection unexpectedly: Alva Lind")
        return execute(sql, params, many, context)


def logged(owner: psycopg.Connection) -> int:
    row = owner.execute("SELECT count(*) FROM audit_event").fetchone()
    return int(row[0]) if row else 0


def shows_unlogged(answer: HttpResponse, before: int, after: int) -> bool:
    """Whether a child's data came without a row in the log."""
    return "Alva" in answer.content.decode() and answer.status_code < 400 and after == before


PAGES = ("day", "child", "plan", "family plan", "action")


@pytest.mark.parametrize("name", PAGES)
def test_each_call_that_fails_gives_the_calm_page(world, people, owner, caplog, name):
    slug, ask = asked(world, people, name)
    client = browser_of(people, slug)
    ask(client)  # copies are opened, models are read
    with connection.execute_wrapper(counting := FailingAt()):
        assert ask(client).status_code in {200, 302}
    assert counting.calls > 2

    answers = []
    for n in range(1, counting.calls + 1):
        before = logged(owner)
        with connection.execute_wrapper(FailingAt(n)):
            answer = ask(client)
        answers.append((n, answer.status_code, CALM in answer.content.decode()))
        assert not shows_unlogged(answer, before, logged(owner))
        assert logged(owner) == before, "a page that failed has left something behind"

    assert [found for found in answers if found[1:] != (503, True)] == []
    assert "Alva" not in caplog.text
    assert ask(client).status_code in {200, 302}, "the next request is as if nothing had been"


def test_the_control_is_found_out(world, people, owner):
    _slug, ask = asked(world, people, "child")
    client = browser_of(people, "principal")

    def without_log(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - Django's own order
        if "vb.record" in sql:
            return execute("SELECT 1", [], many, context)
        return execute(sql, params, many, context)

    before = logged(owner)
    with connection.execute_wrapper(without_log):
        answer = ask(client)

    assert shows_unlogged(answer, before, logged(owner))


@pytest.mark.parametrize("name", ["child", "family plan", "action"])
def test_what_cannot_be_committed_is_not_shown(world, people, owner, name):
    slug, ask = asked(world, people, name)
    client = browser_of(people, slug)
    owner.execute(
        "CREATE FUNCTION public.full_disk() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'no space left for Alva' USING ERRCODE = '53100'; END $$"
    )
    owner.execute(
        "CREATE CONSTRAINT TRIGGER full_disk AFTER INSERT ON audit_event "
        "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.full_disk()"
    )
    before = logged(owner)

    answer = ask(client)

    assert (answer.status_code, logged(owner)) == (503, before)
    assert "Alva går" not in answer.content.decode()
    assert CALM in answer.content.decode()


def test_a_statement_that_takes_too_long_gives_the_calm_page(world, people, owner, own_database):
    client = browser_of(people, "principal")
    assert client.get(f"/personal/barn/{world['alva']}/").status_code == 200
    connection.close()
    owner.execute(f"ALTER ROLE vb_app IN DATABASE \"{own_database}\" SET lock_timeout = '50ms'")
    with owner.transaction():
        owner.execute("LOCK TABLE audit_event IN ACCESS EXCLUSIVE MODE")
        answer = client.get(f"/personal/barn/{world['alva']}/")

    assert (answer.status_code, CALM in answer.content.decode()) == (503, True)


def test_what_was_typed_is_offered_again_and_sent_once(world, people, owner):
    _slug, ask = asked(world, people, "action")
    client = browser_of(people, "principal")
    with connection.execute_wrapper(FailingAt(3)):
        html = ask(client).content.decode()

    kept = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', html))
    assert kept["wording"] == TYPED
    assert "Ingenting har sparats. Det du har skrivit finns kvar här nedanför." in html
    again = client.post(f"/personal/plan/{world['plan']}/insats/", kept)
    assert again.status_code == 302
    count = owner.execute("SELECT count(*) FROM plan_action WHERE wording = %s", [TYPED])
    assert count.fetchone() == (1,)


def test_another_sites_form_is_not_offered_again(world, people):
    client = browser_of(people, "principal")
    with connection.execute_wrapper(FailingAt(1)):
        answer = client.post(
            f"/personal/plan/{world['plan']}/varfor/",
            {"why": TYPED},
            headers={"Origin": "http://elsewhere.example"},
        )

    assert (answer.status_code, TYPED in answer.content.decode()) == (503, False)


def refusing(state: str) -> Callable[..., Any]:
    """Something in the page that steps on the other wall."""

    def step(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - Django's own order
        if "people_childfile" not in sql:
            return execute(sql, params, many, context)
        if state == "28000":
            return execute("SELECT FROM vb.enter('forged', NULL)", [], many, context)
        return execute("SELECT count(*) FROM vb.login", [], many, context)

    return step


@pytest.mark.parametrize("state", ["28000", "42501"])
def test_the_walls_no_is_logged_though_all_else_is_undone(world, people, owner, caplog, state):
    client = browser_of(people, "principal")
    before = logged(owner)

    with connection.execute_wrapper(refusing(state)), caplog.at_level(logging.ERROR):
        answer = client.get(f"/personal/barn/{world['alva']}/")

    assert answer.status_code == 404
    assert logged(owner) == before + 1
    row = owner.execute(
        "SELECT act, why, child_file_id, object, person_id FROM audit_event ORDER BY id DESC LIMIT 1"
    ).fetchone()
    lena = owner.execute(
        "SELECT id FROM organisations_person WHERE public_id = %s", [people.persons["principal"]]
    ).fetchone()
    assert row == ("wall.refused", state, None, None, lena[0])
    lines = [line.getMessage() for line in caplog.records if line.name == "varjebarn.acting"]
    assert lines == [f"the database refused with {state} at GET personal/barn/<uuid:child>/"]


def test_a_no_that_cannot_be_logged_is_still_a_no(world, people, owner, caplog):
    client = browser_of(people, "principal")
    owner.execute("REVOKE EXECUTE ON FUNCTION vb.record FROM vb_app")

    with connection.execute_wrapper(refusing("42501")):
        answer = client.get(f"/personal/barn/{world['alva']}/")

    assert (answer.status_code, "Alva" in answer.content.decode()) == (404, False)
    assert "a no could not be logged: wall.refused 42501" in caplog.text


def test_nobodys_page_is_calm_too(people):
    with connection.execute_wrapper(FailingAt(1)):
        answer = Client(HTTP_HOST="localhost").get("/healthz")

    assert (answer.status_code, CALM in answer.content.decode()) == (503, True)


def test_the_log_in_that_fails_offers_no_password_again():
    with connection.execute_wrapper(FailingAt(1)):
        answer = Client(HTTP_HOST="localhost").post(
            "/konto/uppdrag/", {"assignment": str(UUID(int=1))}
        )

    assert answer.status_code in {302, 503}
