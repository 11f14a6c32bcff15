"""The county's pages: open to all, nothing about a child, and the acts hidden from those without."""

import re
from collections.abc import Callable
from datetime import date, time, timedelta
from http import HTTPStatus
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from varjebarn.ops.world.logins import People
from varjebarn.practice.packs import shipped_model
from varjebarn.steering import commands, queries
from varjebarn.steering.models import ItemKind
from varjebarn.web.county import words
from varjebarn.web.county.model_page import model_page, plans_following

from tests.world.browsing import browser_of, words_of
from tests.world.steering_group import SILENT, build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

HOST = "127.0.0.1"
OUTSIDERS = ("outsider", "outsider-elsewhere", "keeper", "nurse", "log-reviewer")
READING = (
    ("county:meeting", "meeting"),
    ("county:meeting", "coming"),
    ("county:decision", "decision"),
    ("county:decision", "model_decision"),
    ("county:body", "group"),
    ("county:report_back", "report_back"),
    ("county:agreement", "agreement"),
)
ACTING = (
    ("county:follow_up", "decision"),
    ("county:postpone", "follower"),
    ("county:answer", "report_back"),
)


def text(client: Client, address: str, *, language: str = "sv") -> str:
    """Read a page as words, without its tags."""
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return words_of(client.get(address))


def test_everything_is_read_without_login(
    anybody: Client, ref: Callable[[str], UUID], world: dict[str, object]
) -> None:
    addresses = [reverse("county:overview"), reverse("county:model", args=world["model"])]
    addresses += [reverse(name, args=[ref(what)]) for name, what in READING]

    assert [anybody.get(address).status_code for address in addresses] == [HTTPStatus.OK] * 9


@pytest.mark.parametrize(("name", "what"), READING)
def test_what_is_not_there_is_not_found(anybody: Client, name: str, what: str) -> None:
    assert anybody.get(reverse(name, args=[uuid4()])).status_code == HTTPStatus.NOT_FOUND


def test_the_overview_names_what_waits_and_who_is_silent(anybody: Client) -> None:
    today = timezone.localdate()
    since = words.short_day(today - timedelta(days=18), today=today)

    shown = text(anybody, reverse("county:overview"))

    assert shown.count(f"Väntat i 18 dagar, sedan {since}") == 2
    assert f"Har inte svarat: {SILENT} och Växjö kommun" in shown
    assert "2 av 4 organisationer har svarat" in shown
    assert "Rapporterar inte till någon" in shown
    assert "Delar av praxismodellen i version 2020.1-unverified testas i länet." in shown
    assert "Säger emot: Vägledningen" in shown


def test_the_overview_is_english_too(anybody: Client) -> None:
    shown = text(anybody, reverse("county:overview"), language="en-gb")

    assert "Has waited 18 days, since" in shown
    assert f"Have not answered: {SILENT} and Växjö kommun" in shown
    assert "Nästa möte" not in shown


def test_the_decision_opens_the_model_version_with_a_number_of_plans(
    anybody: Client, ref: Callable[[str], UUID], world: dict[str, object], people: People
) -> None:
    decision = anybody.get(reverse("county:decision", args=[ref("model_decision")]))
    address = reverse("county:model", args=world["model"])

    assert f'href="{address}"' in decision.content.decode()
    shown = text(anybody, address)
    counted = "Färre än 5 planer följer den här versionen."
    assert counted in text(browser_of(people, "process-leader"), address)
    assert counted not in shown, "nothing is counted for somebody who is not logged in"
    assert "Barnmorska på mödravården: från graviditeten till födseln" in shown
    assert "Inte bekräftat av den som äger modellen" in shown
    assert "Räcker det som den egna verksamheten kan göra?" in shown


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (None, "Färre än 5 planer följer den här versionen."),
        (5, "5 planer följer den här versionen."),
        (212, "212 planer följer den här versionen."),
    ],
)
def test_few_plans_are_not_counted_in_public(count: int | None, said: str) -> None:
    assert plans_following(count) == said


def test_the_model_page_leads_every_answer_somewhere() -> None:
    model = shipped_model("kronobarn")

    page = model_page(model, following=None, decisions=(), language="sv", today=date(2026, 11, 24))

    assert [one.no for one in page.questions] == [
        "nästa fråga: Hör det helt till en annan verksamhet?",
        "nästa fråga: Behöver två eller flera göra något tillsammans?",
        "ingenting behöver göras nu",
    ]
    assert [segment.key for segment in page.segments] == [one.key for one in model.dimensions]
    assert page.steps[0] == "Uppmärksamma barnets situation"


def test_a_model_version_that_nobody_published_is_not_found(anybody: Client) -> None:
    address = reverse("county:model", args=["kronobarn", "1999"])

    assert anybody.get(address).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(("name", "what"), ACTING)
def test_acts_ask_for_a_login(
    anybody: Client, ref: Callable[[str], UUID], name: str, what: str
) -> None:
    address = reverse(name, args=[ref(what)])

    for response in (anybody.get(address), anybody.post(address, {})):
        assert response.status_code == HTTPStatus.FOUND
        assert response.url.startswith(settings.LOGIN_URL)


@pytest.mark.parametrize("who", OUTSIDERS)
@pytest.mark.parametrize(("name", "what"), ACTING)
def test_acts_are_hidden_from_outsiders(
    as_: Callable[[str], Client], ref: Callable[[str], UUID], who: str, name: str, what: str
) -> None:
    browser, address = as_(who), reverse(name, args=[ref(what)])
    never = browser.get(reverse(name, args=[uuid4()]))

    found = browser.get(address)

    assert found.status_code == never.status_code == HTTPStatus.NOT_FOUND
    assert browser.post(address, {"note": "x"}).status_code == HTTPStatus.NOT_FOUND
    assert as_("process-leader").get(address).status_code == HTTPStatus.OK


@pytest.mark.parametrize("who", ["outsider", "principal", "process-leader"])
def test_buttons_are_shown_to_those_who_may(
    as_: Callable[[str], Client], ref: Callable[[str], UUID], who: str
) -> None:
    browser = as_(who)
    found = {
        what: reverse(name, args=[ref(what)])
        in browser.get(reverse(page, args=[ref(on)])).content.decode()
        for page, on, name, what in (
            ("county:decision", "decision", "county:follow_up", "decision"),
            ("county:meeting", "coming", "county:postpone", "follower"),
            ("county:report_back", "report_back", "county:answer", "report_back"),
        )
    }

    assert found == {
        "decision": who == "process-leader",
        "follower": who == "process-leader",
        "report_back": who != "outsider",
    }


def test_a_member_answers_for_their_organisation(
    as_: Callable[[str], Client], ref: Callable[[str], UUID]
) -> None:
    browser, address = as_("principal"), reverse("county:answer", args=[ref("report_back")])
    organisation = re.findall(
        r'name="organisation" value="([^"]+)"', browser.get(address).content.decode()
    )

    empty = browser.post(address, {"organisation": organisation[0], "text": " "})
    sent = browser.post(address, {"organisation": organisation[0], "text": "Fyra skolor testar."})

    assert len(organisation) == 1
    assert empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv ett svar" in empty.content.decode()
    back = reverse("county:report_back", args=[ref("report_back")])
    assert sent.url == f"{back}?klart=lanet-svar"
    shown = text(browser, sent.url)
    assert "Svaret är lämnat." in shown
    assert "Fyra skolor testar." in shown
    assert browser.get(address).status_code == HTTPStatus.NOT_FOUND


def test_the_process_leader_postpones_an_item_and_its_age_goes_along(
    as_: Callable[[str], Client], people: People, ref: Callable[[str], UUID]
) -> None:
    today = timezone.localdate()
    with people.acting("process-leader") as petra:
        later = commands.plan_meeting(
            petra,
            queries.open_body(ref("group")),
            on=today + timedelta(days=45),
            starts=time(8, 30),
            ends=time(12),
        ).public_id
    browser, address = as_("process-leader"), reverse("county:postpone", args=[ref("follower")])

    empty = browser.post(address, {"to": str(later)})
    sent = browser.post(address, {"to": str(later), "reason": "Tiden räckte inte."})

    assert empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv varför punkten skjuts upp" in empty.content.decode()
    assert sent.status_code == HTTPStatus.FOUND
    shown = text(browser, reverse("county:meeting", args=[later]))
    assert "Väntat i 18 dagar" in shown


def test_where_there_is_no_later_meeting_one_is_asked_for(
    as_: Callable[[str], Client], ref: Callable[[str], UUID]
) -> None:
    shown = text(as_("process-leader"), reverse("county:postpone", args=[ref("follower")]))

    assert "Det finns inget senare möte att skjuta upp till." in shown


def test_a_followed_up_decision_says_so_and_is_followed_up_once(
    as_: Callable[[str], Client], ref: Callable[[str], UUID]
) -> None:
    browser, address = as_("process-leader"), reverse("county:follow_up", args=[ref("decision")])

    sent = browser.post(address, {"state": "followed_up", "note": "Alla är förlängda."})
    again = browser.post(address, {"state": "followed_up", "note": "En gång till."})

    assert sent.status_code == HTTPStatus.FOUND
    assert "Alla är förlängda." in text(browser, sent.url)
    assert again.status_code == HTTPStatus.CONFLICT
    assert "Beslutet är redan uppföljt." in again.content.decode()


def test_pages_cost_the_same_for_more(
    anybody: Client, people: People, ref: Callable[[str], UUID]
) -> None:
    addresses = [
        reverse("county:overview"),
        reverse("county:meeting", args=[ref("meeting")]),
        reverse("county:body", args=[ref("group")]),
    ]

    def statements() -> list[int]:
        counted = []
        for address in addresses:
            with CaptureQueriesContext(connection) as captured:
                anybody.get(address)
            counted.append(len(captured))
        return counted

    before = statements()
    with people.acting("process-leader") as petra:
        meeting = queries.open_meeting(ref("meeting"))
        for number in range(3):
            item = commands.raise_item(
                petra, meeting, title=f"Punkt {number}", kind=ItemKind.DECISION
            )
            commands.record_decision(petra, item, wording=f"Beslut om {number}.")
            commands.ask_report_back(petra, item, question=f"Fråga {number}?", due=meeting.date)
            commands.plan_meeting(
                petra, meeting.body, on=timezone.localdate() + timedelta(days=50 + number),
                starts=time(9), ends=time(10),
            )  # fmt: skip

    assert before == statements() == [9, 14, 11]


@pytest.mark.parametrize(
    ("days", "today", "said"),
    [
        (0, date(2026, 11, 6), "Väntat i 0 dagar, sedan 6 november"),
        (1, date(2026, 11, 7), "Väntat i 1 dag, sedan 6 november"),
        (18, date(2026, 11, 24), "Väntat i 18 dagar, sedan 6 november"),
        (80, date(2027, 1, 25), "Väntat i 80 dagar, sedan 6 november 2026"),
    ],
)
def test_an_age_is_said_in_words(days: int, today: date, said: str) -> None:
    with translation.override("sv"):
        assert words.waited(date(2026, 11, 6), days, today=today) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ((), ""),
        (("Alvesta",), "Alvesta"),
        (("Alvesta", "Lessebo"), "Alvesta och Lessebo"),
        (("Alvesta", "Lessebo", "Växjö"), "Alvesta, Lessebo och Växjö"),
    ],
)
def test_names_are_listed_as_one_says_them(names: tuple[str, ...], said: str) -> None:
    with translation.override("sv"):
        assert words.listed(names) == said
