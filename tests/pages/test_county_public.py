"""The public side on pages: news, examples, words, the newsletter; and what the practice sends in."""

import re
from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID, uuid4
from xml.etree import ElementTree as ET

import psycopg
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from varjebarn.web.county.news.wordlist import terms

from tests.world.browsing import words_of
from tests.world.documents_story import OBSTACLE, build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

HOST = "127.0.0.1"
ADDRESS = "karin@exempel.se"
OUTSIDERS = ("outsider", "outsider-elsewhere", "keeper")
READING = ("about", "words", "news_list", "examples", "newsletter", "visits", "research")
COUNTYS = ("news_new", "visit_new", "research_new", "output_new")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def anybody() -> Client:
    return Client(HTTP_HOST=HOST, enforce_csrf_checks=True)


def there(name: str, *args: object) -> str:
    return reverse(f"county:{name}", args=args)


@pytest.mark.parametrize("language", ["sv", "en-gb"])
@pytest.mark.parametrize("name", READING)
def test_everybody_reads(anybody: Client, name: str, language: str) -> None:
    anybody.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    assert anybody.get(there(name)).status_code == HTTPStatus.OK


def test_the_front_page_tells_when_they_meet_and_what_holds(anybody: Client) -> None:
    shown = words_of(anybody.get(there("about")))

    assert "Nytt år" in shown
    assert "Handlingsplan" in shown
    assert "Så gör vi" in shown
    assert "Styrgruppen" in shown
    assert "Planen antas." in shown


@pytest.mark.parametrize("who", [*OUTSIDERS, "principal"])
@pytest.mark.parametrize("name", COUNTYS)
def test_acts_are_hidden_from_those_without_the_duty(
    as_: Callable[[str], Client], who: str, name: str
) -> None:
    browser = as_(who)

    assert browser.get(there(name)).status_code == HTTPStatus.NOT_FOUND
    assert browser.post(there(name), {"title": "x"}).status_code == HTTPStatus.NOT_FOUND
    assert as_("process-leader").get(there(name)).status_code == HTTPStatus.OK


@pytest.mark.parametrize("name", [*COUNTYS, "obstacles", "obstacles_here", "example_new"])
def test_acts_ask_for_a_login(anybody: Client, name: str) -> None:
    response = anybody.get(there(name))

    assert response.status_code == HTTPStatus.FOUND
    assert response.url.startswith(settings.LOGIN_URL)


def test_news_is_told_and_taken_back(
    as_: Callable[[str], Client], anybody: Client, ref: Callable[[str], UUID]
) -> None:
    petra = as_("process-leader")

    number = petra.post(there("news_new"), {"title": "Om", "text": "Barnet 19000101-9801."})
    told = petra.post(there("news_new"), {"title": "Nu", "text": "## Rubrik\n\n- ett\n- två"})
    address = told.url.partition("?")[0]
    html = anybody.get(address).content.decode()
    petra.post(f"{address}ta-tillbaka/")

    assert number.status_code == HTTPStatus.CONFLICT
    assert "ser ut som ett personnummer" in number.content.decode()
    assert "<li>ett</li><li>två</li>" in html
    assert anybody.get(address).status_code == HTTPStatus.NOT_FOUND
    assert "Tillbakatagen" in words_of(petra.get(address))
    assert as_("principal").get(f"{address}ta-tillbaka/").status_code == HTTPStatus.NOT_FOUND
    assert as_("outsider").post(f"{address}skicka/").status_code == HTTPStatus.NOT_FOUND


def test_no_text_becomes_markup(as_: Callable[[str], Client], anybody: Client) -> None:
    petra = as_("process-leader")
    told = petra.post(
        there("news_new"),
        {"title": "<b>Nu</b>", "text": "<script>alert(1)</script>\n\n## <i>x</i>"},
    )

    html = anybody.get(told.url).content.decode()

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "<i>x</i>" not in html
    assert "<b>Nu</b>" not in html


def test_a_member_gives_an_example_for_their_own_organisation(
    as_: Callable[[str], Client], anybody: Client
) -> None:
    browser = as_("principal")
    form = browser.get(there("example_new")).content.decode()
    offered = re.findall(r'name="organisation" value="([^"]+)"', form)

    sent = browser.post(
        there("example_new"),
        {"organisation": offered[0], "title": "Vi ringer", "text": "Varje fredag."},
    )

    assert len(offered) == 1
    assert "Varje fredag." in words_of(anybody.get(sent.url))
    assert as_("outsider").get(there("example_new")).status_code == HTTPStatus.NOT_FOUND
    assert "Växjö kommun" in words_of(anybody.get(there("examples")))


def test_the_feed_is_atom_and_leads_to_the_pages(
    anybody: Client, ref: Callable[[str], UUID]
) -> None:
    response = anybody.get(there("feed"))

    feed = ET.fromstring(response.content)  # noqa: S314 - our own answer
    entries = feed.findall(f"{ATOM}entry")
    links = {link.get("href", "") for entry in entries for link in entry.findall(f"{ATOM}link")}
    assert response["Content-Type"].startswith("application/atom+xml")
    assert {entry.findtext(f"{ATOM}title") for entry in entries} == {"Nytt år", "Så gör vi"}
    assert links == {
        settings.ADDRESS + there("news", ref("news")),
        settings.ADDRESS + there("example", ref("example")),
    }
    for link in links:
        assert anybody.get(link.removeprefix(settings.ADDRESS)).status_code == HTTPStatus.OK


def test_every_word_is_in_the_list_and_on_the_pages_that_use_it(anybody: Client) -> None:
    listed = words_of(anybody.get(there("words")))
    below = words_of(anybody.get(there("overview")))

    assert [term.name for term in terms() if term.name not in listed] == []
    assert "Ord på den här sidan" in below
    assert "Några ur styrgruppen" not in below, "a word that the page does not use"
    assert "En punkt som flyttas till ett senare möte." in below


def test_the_newsletter_without_a_login(anybody: Client, owner: psycopg.Connection) -> None:
    asking = Client(HTTP_HOST=HOST)

    wrong = asking.post(there("newsletter"), {"address": "karin"})
    first = asking.post(there("newsletter"), {"address": ADDRESS})
    again = asking.post(there("newsletter"), {"address": ADDRESS})
    row = owner.execute("SELECT token, confirmed_at FROM steering_subscriber").fetchone()
    assert row is not None
    confirm = there("newsletter_confirm", row[0])
    asked = asking.get(confirm)
    still = owner.execute("SELECT confirmed_at FROM steering_subscriber").fetchone()
    said = asking.post(confirm)

    assert wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv adressen som namn@exempel.se" in wrong.content.decode()
    assert words_of(first) == words_of(again), "nothing tells that the address is there"
    assert "Ja, jag vill ha nyhetsbrevet" in words_of(asked)
    assert still == (None,), "opening the link says nothing"
    assert "Nu får du nyhetsbrevet" in words_of(said)


def test_leaving_is_one_click_of_the_mail_program(
    anybody: Client, owner: psycopg.Connection
) -> None:
    Client(HTTP_HOST=HOST).post(there("newsletter"), {"address": ADDRESS})
    row = owner.execute("SELECT token FROM steering_subscriber").fetchone()
    assert row is not None
    address = there("newsletter_leave", row[0])

    asked = anybody.get(address)
    kept = owner.execute("SELECT count(*) FROM steering_subscriber").fetchone()
    left = anybody.post(address, {"List-Unsubscribe": "One-Click"})
    gone = owner.execute("SELECT count(*) FROM steering_subscriber").fetchone()

    assert "Ta bort min adress" in words_of(asked)
    assert kept == (1,), "opening the link removes nothing"
    assert "Adressen är borttagen" in words_of(left)
    assert gone == (0,)
    assert "Adressen är borttagen" in words_of(anybody.post(there("newsletter_leave", uuid4())))


def test_anybody_of_the_staff_tells_what_stops_and_hears_what_became_of_it(
    as_: Callable[[str], Client], ref: Callable[[str], UUID]
) -> None:
    noor, petra = as_("nurse"), as_("process-leader")
    said = {"is_helping": "yes", "theme": "cooperation", "body": str(ref("working"))}

    number = noor.post(there("obstacles"), {**said, "text": "Om 19000101-9801."})
    sent = noor.post(there("obstacles"), {**said, "text": "Samma hjul hos alla."})
    here = petra.get(there("obstacles_here"))
    told = words_of(here)
    rows = re.findall(r'href="(/lanet/hinder/[0-9a-f-]{36}/)"[^>]*>([^<]+)<', here.content.decode())
    address = {text: href for href, text in rows}["Samma hjul hos alla."]
    empty = petra.post(address, {"act": "pass_on", "text": "Bra."})
    petra.post(address, {"act": "answer", "text": "Tack, vi berättar för alla."})

    assert number.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Ta bort det som ser ut som ett personnummer" in number.content.decode()
    assert "Om 19000101-9801." in number.content.decode()
    assert sent.status_code == HTTPStatus.FOUND
    assert OBSTACLE in told
    assert "Noor" not in told.replace("Petra", ""), "the group sees where, not who"
    assert empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Välj vilken grupp som ska få det" in empty.content.decode()
    assert "Tack, vi berättar för alla." in words_of(noor.get(there("obstacles")))


@pytest.mark.parametrize("who", OUTSIDERS)
def test_what_others_have_sent_is_hidden(
    as_: Callable[[str], Client], ref: Callable[[str], UUID], who: str
) -> None:
    browser, address = as_(who), there("obstacle", ref("obstacle"))

    assert OBSTACLE in words_of(as_("principal").get(there("obstacles_here")))
    assert OBSTACLE not in words_of(browser.get(there("obstacles")))
    assert browser.get(there("obstacles_here")).status_code == HTTPStatus.NOT_FOUND
    assert browser.get(address).status_code == HTTPStatus.NOT_FOUND
    assert browser.post(address, {"act": "close", "text": "x"}).status_code == HTTPStatus.NOT_FOUND
    assert browser.get(there("obstacle", uuid4())).status_code == HTTPStatus.NOT_FOUND


def test_the_presidium_says_yes_to_researchers(
    as_: Callable[[str], Client], anybody: Client
) -> None:
    petra = as_("process-leader")
    petra.post(
        there("research_new"),
        {"title": "Studie av möten", "from_whom": "Lnu", "asked_on": "2026-01-10"},
    )
    page = petra.get(there("research")).content.decode()
    address = re.findall(r'href="(/lanet/forskning/fraga/[0-9a-f-]{36}/)"', page)[0]

    hidden = words_of(anybody.get(there("research")))
    no_reason = petra.post(address, {"is_granted": "no", "on": "2026-01-20"})
    petra.post(address, {"is_granted": "yes", "may_attend": "on", "on": "2026-01-20"})

    assert "Studie av möten" not in hidden
    assert no_reason.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv varför svaret är nej" in no_reason.content.decode()
    shown = words_of(anybody.get(there("research")))
    assert "Studie av möten" in shown
    assert "Får delta på möten" in shown
    assert as_("outsider").get(address).status_code == HTTPStatus.NOT_FOUND
