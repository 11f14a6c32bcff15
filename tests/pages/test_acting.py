"""One request, one actor, one transaction: what becomes of logins, refusals and broken parts."""

import re
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client

from varjebarn.database.accounts import create_account
from varjebarn.organisations.cast import cast
from varjebarn.organisations.commands import assign

from tests.world.browsing import HOST, browser_of
from tests.world.cast import two_children

pytestmark = [pytest.mark.world.with_args(two_children), pytest.mark.usefixtures("own_database")]

PASSWORD = "ett långt lösenord"


def child_page(alva):
    return f"/personal/barn/{alva}/"


def test_whoever_is_involved_opens_the_page_and_it_is_logged_first(people, alva, owner):
    before = owner.execute("SELECT count(*) FROM audit_event WHERE act = 'child.read'").fetchone()[
        0
    ]

    answer = browser_of(people, "teacher").get(child_page(alva))

    assert answer.status_code == 200
    assert "Alva" in answer.content.decode()
    after = owner.execute("SELECT count(*) FROM audit_event WHERE act = 'child.read'").fetchone()[0]
    assert after == before + 1


@pytest.mark.parametrize(
    "slug", ["outsider", "outsider-elsewhere", "social-worker", "police", "keeper", "guardian"]
)
def test_hidden_and_absent_are_the_same_page(people, alva, slug):
    nowhere = child_page(UUID(int=7))
    client = browser_of(people, slug)

    hidden, absent = client.get(child_page(alva)), client.get(nowhere)

    assert (hidden.status_code, absent.status_code) == (404, 404)
    assert _without_address(hidden) == _without_address(absent)


def _without_address(answer):
    """The page less the address that was asked for, and less the form's own secret."""
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "", answer.content.decode())
    return re.sub(r'value="\w{64}"', "", text)


def test_nobody_logged_in_is_led_to_the_login_and_back(alva):
    answer = Client(HTTP_HOST=HOST).get(child_page(alva))

    assert answer.status_code == 302
    assert answer.headers["Location"] == f"{settings.LOGIN_URL}?next=%2Fpersonal%2Fbarn%2F{alva}%2F"


def test_a_login_that_has_run_out_keeps_what_was_typed(people, alva, owner):
    client = browser_of(people, "teacher")
    assert client.get(child_page(alva)).status_code == 200
    owner.execute("UPDATE vb.login SET expires = now()")

    answer = client.post(f"{child_page(alva)}uppmarksamma/", {"own_words": "Alva drog sig undan"})

    assert answer.status_code == 401
    assert "Alva drog sig undan" in answer.content.decode()
    assert answer.cookies[settings.TOKEN_COOKIE].value == ""


def test_a_reading_after_the_login_has_run_out_begins_with_the_login(people, alva, owner):
    client = browser_of(people, "teacher")
    owner.execute("UPDATE vb.login SET revoked = now()")

    answer = client.get(child_page(alva))

    assert (answer.status_code, answer.headers["Location"][:13]) == (302, "/konto/login/")


def test_without_a_log_there_is_no_page(people, alva, owner):
    client = browser_of(people, "teacher")
    assert client.get(child_page(alva)).status_code == 200
    owner.execute("REVOKE EXECUTE ON FUNCTION vb.record FROM vb_app")

    answer = client.get(child_page(alva))

    assert answer.status_code in {404, 503}
    assert "Alva" not in answer.content.decode()


def test_pages_behind_a_login_are_kept_by_no_browser(people, alva):
    answer = browser_of(people, "teacher").get(child_page(alva))

    assert "no-store" in answer.headers["Cache-Control"]
    policy = answer.headers["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert rules["style-src"] == "'self'"
    assert rules["frame-ancestors"] == "'none'"


def test_a_password_opens_a_login_in_the_database(people):
    tor = cast()["teacher"]
    create_account(person=people.persons["teacher"], email=tor.email, password=PASSWORD)
    client = Client(HTTP_HOST=HOST)

    wrong = client.post("/konto/login/?next=/personal/", {"login": tor.email, "password": "fel"})
    right = client.post("/konto/login/?next=/personal/", {"login": tor.email, "password": PASSWORD})

    assert settings.TOKEN_COOKIE not in wrong.cookies
    assert (right.status_code, right.headers["Location"]) == (302, "/personal/")
    assert client.get("/personal/").status_code == 200
    cookie = right.cookies[settings.TOKEN_COOKIE]
    assert (bool(cookie["httponly"]), cookie["samesite"]) == (True, "Lax")


def test_a_child_logs_in_by_the_familys_door(people, alva):
    create_account(person=people.persons["child"], email="alva@demo.example", password=PASSWORD)
    client = Client(HTTP_HOST=HOST)

    client.post("/konto/login/?next=/familj/", {"login": "alva@demo.example", "password": PASSWORD})

    assert client.get("/familj/").status_code == 200
    assert client.get("/personal/").status_code == 404


def test_nobody_is_sent_elsewhere_after_the_login(people):
    tor = cast()["teacher"]
    create_account(person=people.persons["teacher"], email=tor.email, password=PASSWORD)

    answer = Client(HTTP_HOST=HOST).post(
        "/konto/login/?next=https://example.org/", {"login": tor.email, "password": PASSWORD}
    )

    assert answer.headers["Location"].startswith("/")


def test_logging_out_ends_the_login_for_good(people, alva):
    client = browser_of(people, "teacher")
    token = client.cookies[settings.TOKEN_COOKIE].value
    client.post("/konto/logga-ut/")
    client.cookies[settings.TOKEN_COOKIE] = token

    answer = client.get(child_page(alva))

    assert answer.status_code == 302


def test_who_has_two_assignments_chooses_and_who_has_one_never_meets_the_word(people, alva):
    one = browser_of(people, "teacher").get("/personal/").content.decode()
    with people.acting("keeper") as kim:
        assign(kim, person=people.persons["nurse"], title="Samordnare", duties=["professional"])
    client = browser_of(people, "nurse")
    token = client.cookies[settings.TOKEN_COOKIE].value
    client.cookies.clear()
    client.cookies[settings.TOKEN_COOKIE] = token

    led = client.get("/personal/")
    choices = client.get(led.headers["Location"]).content.decode()

    assert "uppdrag" not in one.lower()
    assert led.status_code == 302
    assert "Samordnare" in choices
    assert "Skolsköterska" in choices
    wrong = client.post("/konto/uppdrag/", {"assignment": str(UUID(int=3)), "next": "/personal/"})
    assert wrong.status_code == 404


def test_health_is_answered_by_the_database():
    assert Client(HTTP_HOST=HOST).get("/healthz").content == b"ok\n"
