"""The demo's pages: everybody logs in to something real, and the story's buttons lead where they say."""

import os
import re
import subprocess
import sys
from http import HTTPStatus
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client, override_settings

from varjebarn.organisations.cast import cast
from varjebarn.web.demo.eyes import inert
from varjebarn.web.demo.telling import STEPS

from tests.world.demo import told_cast

pytestmark = [pytest.mark.usefixtures("world"), pytest.mark.world.with_args(told_cast)]

SLUGS = [
    "child",
    "teen",
    "guardian",
    "guardian-of-teen",
    "guardian-without-custody",
    "teacher",
    "principal",
    "nurse",
    "social-worker",
    "police",
    "lead",
    "keeper",
    "process-leader",
    "log-reviewer",
    "outsider",
    "outsider-elsewhere",
]
NUMBERS = range(1, len(STEPS) + 1)


def browser() -> Client:
    return Client(HTTP_HOST="127.0.0.1", enforce_csrf_checks=True)


def become(client: Client, slug: str, page: str = "/demo/", **fields: object) -> str:
    """Log in by the button of a page; answer where it led."""
    html = client.get(page).content.decode()
    token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)[0]
    answer = client.post("/demo/login", {"csrfmiddlewaretoken": token, "person": slug, **fields})
    assert answer.status_code == HTTPStatus.FOUND, slug
    return answer.headers["Location"]


@pytest.mark.parametrize("slug", SLUGS)
def test_everybody_lands_on_a_page_of_their_own(slug: str) -> None:
    client = browser()

    there = become(client, slug)
    page = client.get(there)

    assert page.status_code == HTTPStatus.OK
    assert "Demo. Alla personer är påhittade." in page.content.decode()


def test_the_cast_is_shown_with_a_sentence_and_a_button_each() -> None:
    html = browser().get("/demo/").content.decode()

    assert re.findall(r'name="person" value="([^"]+)"', html) == list(cast())
    assert [slug for slug in SLUGS if slug not in cast()] == []
    assert [member.slug for member in cast().values() if member.try_sv not in html] == []


def test_whoever_sends_no_csrf_token_is_nobody() -> None:
    answer = browser().post("/demo/login", {"person": "teacher"})

    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert settings.TOKEN_COOKIE not in answer.cookies


def test_a_person_who_is_not_in_the_cast_is_not_found() -> None:
    client = Client(HTTP_HOST="127.0.0.1")

    assert client.post("/demo/login", {"person": "nobody"}).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("wanted", "led"),
    [("/personal/logg/", "/personal/logg/"), ("https://elsewhere.example/", "/personal/")],
)
def test_next_leads_within_the_service_only(wanted: str, led: str) -> None:
    assert become(browser(), "teacher", next=wanted) == led


@pytest.mark.parametrize("number", NUMBERS)
def test_each_step_says_what_and_why_and_its_button_leads_there(number: int) -> None:
    client, step = browser(), STEPS[number - 1]
    address = f"/demo/story/{number}/"

    html = client.get(address).content.decode()
    there = become(client, step.slug, address, place=step.place, step=number)
    page = client.get(there, follow=True)

    assert [str(text) in html for text in (step.title, step.happens, step.why)] == [True] * 3
    assert there not in {"/personal/", "/familj/"}
    assert page.status_code == HTTPStatus.OK
    assert f"Steg {number} av 10, tillbaka till berättelsen" in page.content.decode()


def test_four_steps_show_two_persons_eyes() -> None:
    sides = {number: step.sides for number, step in enumerate(STEPS, 1) if step.sides}

    shown = {
        number: re.findall(
            r"Så ser (\w+) det(?: <span[^>]*>(\(404\)))?",
            browser().get(f"/demo/story/{number}/").content.decode(),
        )
        for number in sides
    }

    assert shown == {
        5: [("Lena", ""), ("Noor", "")],
        6: [("Tor", ""), ("Signe", "")],
        7: [("Noor", ""), ("Signe", "")],
        8: [("Karin", ""), ("Ulf", "(404)")],
    }


def test_the_outsider_gets_the_page_of_what_never_was() -> None:
    client = browser()
    there = become(client, "outsider", "/demo/story/8/", place="hidden-plan", step=8)
    teacher = browser()
    become(teacher, "teacher")

    hidden, absent = client.get(there), client.get("/finns-inte/")

    assert teacher.get(there, follow=True).status_code == HTTPStatus.OK
    assert hidden.status_code == absent.status_code == HTTPStatus.NOT_FOUND
    assert "Alva" not in hidden.content.decode()


@pytest.mark.parametrize("path", ["/demo/story/0/", "/demo/story/11/"])
def test_there_are_ten_steps(path: str) -> None:
    assert browser().get(path).status_code == HTTPStatus.NOT_FOUND


def test_a_glimpse_keeps_words_and_nothing_to_click() -> None:
    page = (
        "<nav>Bort</nav><main id='m'><h1 id='a'>Plan &amp; mål</h1><form><input><p>Bort</p></form>"
        "<a class='ds-link' href='/x/' onclick='y'>Länk</a><a class='ds-button' href='/'>Knapp</a>"
        "<br>&lt;script&gt;</main><footer>Bort</footer>"
    )

    html = render_to_string("demo/glimpse.html", {"pieces": inert(page)}).strip()

    assert html == "<h3>Plan &amp; mål</h3><span>Länk</span><br>&lt;script&gt;"


def test_starting_over_says_how_when_nobody_listens(tmp_path: Path) -> None:
    with override_settings(STATE=tmp_path):
        html = browser().get("/demo/start-over/").content.decode()

    assert "python3 run.py demo --reset" in html
    assert '<form method="post">' not in html


def test_outside_demo_mode_the_addresses_do_not_exist() -> None:
    script = (
        "import django; django.setup()\n"
        "from django.urls import Resolver404, resolve\n"
        "for path in ('/demo/', '/demo/login', '/demo/story/', '/demo/story/1/', '/demo/start-over/'):\n"
        "    try: resolve(path); print('there', path)\n"
        "    except Resolver404: print('absent')\n"
    )
    environment = {name: text for name, text in os.environ.items() if name != "VARJEBARN_DEMO"}

    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment, capture_output=True, text=True, check=True, cwd=settings.BASE,
    )  # fmt: skip

    assert done.stdout.split() == ["absent"] * 5
