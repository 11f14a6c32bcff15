"""Two tabs under two assignments: a change gives a new token, and nothing is written in the wrong place."""

import logging
import re
from http import HTTPStatus

import pytest
from django.conf import settings
from django.test import Client

from varjebarn.database.acting import assignments, open_login
from varjebarn.kernel.actors import Kind
from varjebarn.ops.world.logins import People
from varjebarn.organisations.commands import assign

from tests.world.browsing import HOST
from tests.world.cast import people_of, two_children

pytestmark = pytest.mark.world.with_args(two_children)

NEW_CHILD = {
    "given_name": "Elin", "family_name": "Öst", "born": "2018-05-05", "language": "sv",
    "protection": "none", "reason": "Ny",
}  # fmt: skip


@pytest.fixture
def people(world: dict[str, object], own_database: str) -> People:
    """Noor is the school nurse, and a teacher at the school besides."""
    found = people_of(world)
    with found.acting("keeper") as kim:
        assign(kim, person=found.persons["nurse"], title="Lärare", duties=["professional"])
    return found


@pytest.fixture
def noor(people: People) -> Client:
    client = Client(HTTP_HOST=HOST, enforce_csrf_checks=True)
    token = open_login(people.persons["nurse"], Kind.STAFF)
    client.cookies[settings.TOKEN_COOKIE] = token
    client.cookies[settings.ASSIGNMENT_COOKIE] = str(assignments(token)[0].assignment)
    return client


def token_of(client: Client) -> str:
    return client.cookies[settings.TOKEN_COOKIE].value


def form_of(client: Client, path: str) -> dict[str, str]:
    html = client.get(path).content.decode()
    return {
        "csrfmiddlewaretoken": re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)[0]
    }


def change(client: Client, title: str) -> None:
    """As the other tab does: the choice of assignments, and a click."""
    wanted = {one.title: str(one.assignment) for one in assignments(token_of(client))}
    fields = form_of(client, "/konto/uppdrag/") | {"assignment": wanted[title]}
    assert client.post("/konto/uppdrag/", fields).status_code == HTTPStatus.FOUND


def acting_line(client: Client) -> str:
    return re.findall(r'vb-acting-who">([^<]+)<', client.get("/personal/").content.decode())[0]


def test_a_change_of_assignment_gives_a_new_token_and_kills_the_old(noor: Client) -> None:
    before = token_of(noor)

    change(noor, "Lärare")

    assert token_of(noor) != before
    assert "Lärare" in acting_line(noor)
    old = Client(HTTP_HOST=HOST)
    old.cookies[settings.TOKEN_COOKIE] = before
    old.cookies[settings.ASSIGNMENT_COOKIE] = noor.cookies[settings.ASSIGNMENT_COOKIE].value
    assert old.get("/personal/").status_code == HTTPStatus.FOUND


def test_the_new_token_ends_when_the_old_one_would_have(noor: Client, owner) -> None:
    ends = "SELECT expires, idle FROM vb.login ORDER BY id DESC LIMIT 1"
    before = owner.execute(ends).fetchone()

    change(noor, "Lärare")

    assert owner.execute(ends).fetchone() == before


def test_a_form_from_the_other_tab_is_not_written_under_the_new_assignment(
    noor: Client, owner
) -> None:
    count = "SELECT count(*) FROM people_childfile WHERE given_name = 'Elin'"
    fields = form_of(noor, "/personal/barn/ny/")
    change(noor, "Lärare")

    answer = noor.post(
        "/personal/barn/ny/", NEW_CHILD | fields, headers={"Origin": f"http://{HOST}"}
    )
    shown = answer.content.decode()

    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "Du arbetar nu som Noor Haddad · Lärare" in shown
    assert 'value="Elin"' in shown
    assert owner.execute(count).fetchone() == (0,)


def test_a_page_of_the_other_tab_does_not_exist_under_the_new_assignment(
    noor: Client, world: dict[str, object]
) -> None:
    page = f"/personal/barn/{world['bilal']}/"
    assert noor.get(page).status_code == HTTPStatus.OK

    change(noor, "Lärare")

    assert noor.get(page).status_code == HTTPStatus.NOT_FOUND


def test_a_dead_token_changes_nothing(noor: Client) -> None:
    before = token_of(noor)
    fields = form_of(noor, "/konto/uppdrag/")
    chosen = noor.cookies[settings.ASSIGNMENT_COOKIE].value
    noor.post("/konto/logga-ut/", fields)
    noor.cookies[settings.TOKEN_COOKIE] = before

    answer = noor.post("/konto/uppdrag/", fields | {"assignment": chosen})

    assert answer.headers["Location"].startswith(settings.LOGIN_URL)


def test_a_login_that_opens_nothing_is_written_down_without_the_token(
    people: People, world: dict[str, object], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, logger="varjebarn.acting")
    stranger = Client(HTTP_HOST=HOST)
    stranger.cookies[settings.TOKEN_COOKIE] = "0" * 64
    stranger.cookies[settings.ASSIGNMENT_COOKIE] = str(people.persons["nurse"])

    stranger.get(f"/personal/barn/{world['bilal']}/")

    said = [record.getMessage() for record in caplog.records]
    assert said == ["nobody acts with the login that came to GET personal/barn/<uuid:child>/"]
