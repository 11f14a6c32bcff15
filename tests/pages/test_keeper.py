"""The keeper's pages: people and assignments of one unit, and no child."""

import re
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from varjebarn.database.accounts import person_of
from varjebarn.organisations.cast import PASSWORD, cast

from tests.pages.test_demo import become, browser
from tests.world.demo import told_cast

pytestmark = [pytest.mark.usefixtures("world"), pytest.mark.world.with_args(told_cast)]

ADDRESSES = ("/register/", "/register/ny/")
SOMEBODY = {
    "given_name": "Disa", "family_name": "Kvist", "title": "Kurator", "workplace": "",
    "duties": ["professional", "intake"],
}  # fmt: skip


@pytest.fixture
def kim() -> Client:
    client = browser()
    become(client, "keeper")
    return client


def send(client: Client, path: str, **fields: object):
    html = client.get(path).content.decode()
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)[0]
    return client.post(path, {"csrfmiddlewaretoken": token, **fields})


@pytest.mark.parametrize("slug", ["teacher", "principal", "outsider", "guardian", "police"])
@pytest.mark.parametrize("path", ADDRESSES)
def test_to_others_the_register_is_not_there(slug: str, path: str) -> None:
    client = browser()
    become(client, slug)

    assert client.get(path).status_code == HTTPStatus.NOT_FOUND


def test_the_keeper_sees_people_and_no_child(kim: Client) -> None:
    html = kim.get("/register/").content.decode()
    lena = browser()
    become(lena, "principal")

    assert "Alva" in lena.get("/personal/").content.decode()
    assert [name for name in ("Tor Ekman", "Lena Strand", "Ulf Granat") if name not in html] == []
    assert [name for name in ("Alva", "Viggo", "Hampus", "Signe") if name in html] == []


def test_somebody_is_added_from_a_day_to_a_last_day(kim: Client) -> None:
    today = timezone.localdate()
    last = today + timedelta(days=30)

    answer = send(kim, "/register/ny/", **SOMEBODY, first_day=today, last_day=last)
    html = kim.get("/register/").content.decode()
    card = html[html.index("Disa Kvist") :].split("</li>\n    <li")[0]

    assert answer.headers["Location"].startswith("/register/?klart=uppdrag-givet&ny=")
    assert f"till och med {last.day}\N{NO-BREAK SPACE}" in card
    assert re.findall(r"<li>([^<]+)</li>", card)[:2] == [
        "Arbetar med barn",
        "Tar emot det som kommer till verksamheten",
    ]


def test_somebody_new_is_told_of_and_can_log_in(kim: Client) -> None:
    today = timezone.localdate()
    answer = send(
        kim, "/register/ny/", **(SOMEBODY | {"given_name": "Åsa", "family_name": "Öst"}), first_day=today
    )  # fmt: skip
    told = kim.get(answer.headers["Location"]).content.decode()

    assert "Så loggar Åsa Öst in" in told
    assert "asa.ost@demo.example" in told
    asa = browser()
    logged_in = send(
        asa, "/konto/login/?next=/personal/", login="asa.ost@demo.example", password=PASSWORD
    )
    assert logged_in.status_code == HTTPStatus.FOUND
    assert asa.get("/personal/").status_code == HTTPStatus.OK


def test_a_namesake_gets_another_address(kim: Client) -> None:
    twice = SOMEBODY | {"given_name": "Bo", "family_name": "Ek"}
    today = timezone.localdate()
    told = [
        kim.get(send(kim, "/register/ny/", **twice, first_day=today).headers["Location"])
        for _ in range(2)
    ]

    assert [
        address in page.content.decode()
        for address, page in zip(("bo.ek@demo.example", "bo.ek2@demo.example"), told, strict=True)
    ] == [True, True]


def test_outside_the_demo_the_page_says_who_gives_the_login(kim: Client) -> None:
    with override_settings(DEMO=False):
        answer = send(
            kim, "/register/ny/", **(SOMEBODY | {"given_name": "Eva"}), first_day=timezone.localdate()
        )  # fmt: skip
        told = kim.get(answer.headers["Location"]).content.decode()

    assert "Ett uppdrag räcker inte för att logga in." in told
    assert PASSWORD not in told
    assert person_of("eva.kvist@demo.example") is None


def test_only_ones_own_new_people_are_told_of(kim: Client) -> None:
    elsewhere = person_of(cast()["social-worker"].email)
    assert elsewhere is not None

    html = kim.get(f"/register/?ny={elsewhere}").content.decode()

    assert "Så loggar" not in html


def test_an_assignment_ends_after_one_more_question(kim: Client) -> None:
    html = kim.get("/register/").content.decode()
    end = re.findall(r'href="([^"]+/avsluta/)" aria-label="Avsluta [^"]*, Mia Dahlin"', html)[0]
    mia = browser()
    become(mia, "lead")

    asked = kim.get(end).content.decode()
    answer = send(kim, end)

    assert "Avsluta uppdraget för Mia Dahlin?" in asked
    assert answer.headers["Location"] == "/register/?klart=uppdrag-avslutat"
    assert "Mia Dahlin" not in kim.get("/register/").content.decode()
    assert mia.get("/personal/").headers["Location"].startswith("/konto/login/")


def test_nobody_ends_their_own(kim: Client) -> None:
    html = kim.get("/register/").content.decode()
    own = html[html.index("Kim Hallgren") :].split("</li>\n    <li")[0]

    assert "/avsluta/" in html
    assert "/avsluta/" not in own.split("ds-card")[0]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"duties": []}, "Välj minst en uppgift"),
        ({"title": ""}, "Skriv en titel"),
        ({"first_day": "2001-01-01"}, "Välj i dag eller en senare dag"),
        ({"last_day": "2001-01-01"}, "Den sista dagen är före den första"),
    ],
)
def test_what_is_wrong_is_said_where_it_is(
    kim: Client, wrong: dict[str, object], said: str
) -> None:
    fields = {**SOMEBODY, "first_day": timezone.localdate(), **wrong}

    answer = send(kim, "/register/ny/", **fields)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in answer.content.decode()
