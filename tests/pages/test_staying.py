"""The login ends when somebody has been away: with a warning, by the database's clock, losing no text."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client, override_settings

from varjebarn.database.accounts import create_account
from varjebarn.organisations.cast import cast

from tests.world.browsing import HOST, browser_of
from tests.world.cast import people_of, two_children

pytestmark = [pytest.mark.world.with_args(two_children), pytest.mark.usefixtures("own_database")]

PASSWORD = "ett långt lösenord"
TYPED = "Alva drog sig undan på rasten i dag"


@pytest.fixture
def people(world, own_database):
    return people_of(world)


def logged_in(people, slug: str, door: str, *, csrf: bool = False) -> Client:
    member = cast()[slug]
    create_account(person=people.persons[slug], email=member.email, password=PASSWORD)
    client = Client(HTTP_HOST=HOST, enforce_csrf_checks=csrf)
    log_in(client, slug, door)
    return client


def log_in(client: Client, slug: str, door: str) -> None:
    page = client.get(f"/konto/login/?next={door}").content.decode()
    answer = client.post(
        f"/konto/login/?next={door}",
        {"login": cast()[slug].email, "password": PASSWORD, "csrfmiddlewaretoken": secret(page)},
    )
    assert answer.status_code == 302


def secret(html: str) -> str:
    return re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)[-1]


def idle(owner) -> list[timedelta]:
    return [row[0] for row in owner.execute("SELECT idle FROM vb.login ORDER BY id DESC LIMIT 1")]


@pytest.mark.parametrize(
    ("slug", "door", "minutes"), [("teacher", "/personal/", 15), ("child", "/familj/", 30)]
)
def test_staff_may_be_away_a_quarter_and_a_family_half_an_hour(people, owner, slug, door, minutes):
    client = logged_in(people, slug, door)
    assert idle(owner) == [timedelta(minutes=minutes)]

    owner.execute(f"UPDATE vb.login SET seen = now() - interval '{minutes - 1} minutes'")
    assert client.get(door).status_code == 200
    owner.execute(f"UPDATE vb.login SET seen = now() - interval '{minutes} minutes 1 second'")
    assert client.get(door).status_code == 302


def test_an_installation_may_choose_otherwise(people, owner):
    with override_settings(IDLE_MINUTES={"staff": 5, "family": 20}):
        logged_in(people, "teacher", "/personal/")

    assert idle(owner) == [timedelta(minutes=5)]


def test_nobody_stays_longer_than_a_working_day(people, owner):
    client = browser_of(people, "teacher")
    owner.execute("UPDATE vb.login SET expires = now() + interval '3 minutes'")

    answer = client.post("/konto/kvar/").json()

    assert 170 < answer["seconds"] <= 180


def test_a_page_says_when_the_login_ends_and_a_click_prolongs_it(people, owner):
    client = browser_of(people, "teacher")
    owner.execute("UPDATE vb.login SET seen = now() - interval '50 seconds'")
    before = int(re.search(r'data-stay="(\d+)"', client.get("/personal/").content.decode())[1])
    owner.execute("UPDATE vb.login SET seen = now() - interval '14 minutes'")

    answer = client.post("/konto/kvar/")

    assert 840 <= before <= 850
    assert 890 <= answer.json()["seconds"] <= 900
    assert re.fullmatch(r"kl\.\s\d\d\.\d\d", answer.json()["at"])
    assert "no-store" in answer.headers["Cache-Control"]
    away = owner.execute("SELECT now() - seen FROM vb.login ORDER BY id DESC LIMIT 1").fetchone()[0]
    assert away < timedelta(seconds=30)


def test_a_login_that_has_ended_is_not_prolonged(people, owner):
    client = browser_of(people, "teacher")
    owner.execute("UPDATE vb.login SET seen = now() - interval '15 minutes 1 second'")

    assert client.post("/konto/kvar/").status_code == 401
    assert client.get("/personal/").status_code == 302
    assert Client(HTTP_HOST=HOST).post("/konto/kvar/").status_code == 401


def test_staying_is_asked_for_by_a_form_of_ours_alone(people):
    token, assignment = people.login(people.persons["teacher"], cast()["teacher"].kind)
    client = Client(HTTP_HOST=HOST, enforce_csrf_checks=True)
    client.cookies[settings.TOKEN_COOKIE] = token
    client.cookies[settings.ASSIGNMENT_COOKIE] = str(assignment)

    assert client.post("/konto/kvar/").status_code == 403
    assert client.get("/konto/kvar/").status_code == 405


def test_without_scripts_a_form_says_when_the_login_ends(people, world):
    client = browser_of(people, "teacher")
    page = client.get(f"/personal/barn/{world['alva']}/uppmarksamma/").content.decode()

    said = re.search(r"<noscript>(.*?)</noscript>", page, re.DOTALL)
    assert said is not None
    assert "Du loggas ut" in said[1]
    assert "<noscript>" not in client.get("/personal/").content.decode()


@pytest.mark.parametrize("path", ["/personal/barn/00000000-0000-0000-0000-000000000007/"])
def test_an_error_page_counts_no_seconds(people, path):
    assert "data-stay" not in browser_of(people, "teacher").get(path).content.decode()


def test_what_was_typed_is_there_after_the_log_in_and_is_sent(people, world, owner):
    """Expired while writing; logged in anew; the first page's form is from before: once more, then saved."""
    there = f"/personal/barn/{world['alva']}/uppmarksamma/"
    client = logged_in(people, "teacher", "/personal/", csrf=True)
    page = client.get(there).content.decode()
    form = {"own_words": TYPED, "csrfmiddlewaretoken": secret(page)}
    owner.execute("UPDATE vb.login SET seen = now() - interval '16 minutes'")

    expired = client.post(there, form)
    assert expired.status_code == 401
    login = re.search(r'href="(/konto/login/[^"]*)" target', expired.content.decode())[1]
    assert login == "/konto/login/?next=%2Fpersonal%2F"
    log_in(client, "teacher", "/personal/")
    ours = {"Origin": f"http://{HOST}"}
    once_more = client.post(there, kept(expired.content.decode()), headers=ours)
    assert (once_more.status_code, "Skicka en gång till" in once_more.content.decode()) == (
        403,
        True,
    )
    sent = client.post(there, kept(once_more.content.decode()), headers=ours)

    assert sent.status_code in {302, 422}
    assert TYPED in (sent.content.decode() if sent.status_code == 422 else TYPED)


def kept(html: str) -> dict[str, str]:
    form = html[html.index("Skicka igen</li>") if "Skicka igen</li>" in html else 0 :]
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form))
    assert found["own_words"] == TYPED
    return found


def test_a_parent_comes_back_by_the_familys_door(people, owner):
    client = browser_of(people, "guardian")
    owner.execute("UPDATE vb.login SET seen = now() - interval '31 minutes'")

    html = client.post("/familj/ord/", {"words": TYPED}).content.decode()

    assert 'href="/konto/login/?next=%2Ffamilj%2F"' in html
