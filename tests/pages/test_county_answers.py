"""Report-backs on pages: asked, answered in a field or a click, through a colleague, and found again."""

from collections.abc import Callable
from datetime import date, timedelta
from http import HTTPStatus
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.web.county.answers import prefilled

from tests.world.browsing import words_of
from tests.world.steering_group import build, organisation

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

HOST = "127.0.0.1"
OUTSIDERS = ("outsider", "outsider-elsewhere", "keeper", "nurse", "log-reviewer")
ACTING = (
    ("county:ask", "follower"),
    ("county:answer", "report_back"),
    ("county:delegate", "report_back"),
)
OURS = "Växjö kommun"


@pytest.mark.parametrize("who", OUTSIDERS)
@pytest.mark.parametrize(("name", "what"), ACTING)
def test_acts_are_hidden_from_outsiders(
    as_: Callable[[str], Client], ref: Callable[[str], UUID], who: str, name: str, what: str
) -> None:
    browser, address = as_(who), reverse(name, args=[ref(what)])

    found = [browser.get(address), browser.post(address, {"text": "x"})]
    never = browser.get(reverse(name, args=[uuid4()]))

    assert [one.status_code for one in (*found, never)] == [HTTPStatus.NOT_FOUND] * 3
    assert as_("process-leader").get(address).status_code == HTTPStatus.OK


def test_the_mails_link_leads_through_the_login_to_the_field(
    anybody: Client, ref: Callable[[str], UUID]
) -> None:
    address = reverse("county:answer", args=[ref("report_back")])

    assert anybody.get(address).url == f"{settings.LOGIN_URL}?next={address.replace('/', '%2F')}"


def test_nothing_new_is_one_click_and_never_throws_away_a_text(
    as_: Callable[[str], Client], ref: Callable[[str], UUID]
) -> None:
    browser, address = as_("principal"), reverse("county:answer", args=[ref("report_back")])
    ours = {"organisation": organisation(OURS), "inget-nytt": "1"}

    kept = browser.post(address, {**ours, "text": "Fyra skolor."})
    wrong = browser.post(address, {**ours, "organisation": uuid4(), "text": ""})
    sent = browser.post(address, {**ours, "text": ""})

    assert kept.status_code == wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Fyra skolor." in kept.content.decode()
    assert "Inget nytt." in words_of(browser.get(sent.url))


def test_a_colleague_is_found_by_name_chosen_and_then_answers(
    as_: Callable[[str], Client], people: People, ref: Callable[[str], UUID]
) -> None:
    lena, tor = as_("principal"), as_("teacher")
    address = reverse("county:delegate", args=[ref("report_back")])
    to_answer = reverse("county:answer", args=[ref("report_back")])
    ours = {"organisation": organisation(OURS)}

    nobody = lena.post(address, {**ours, "name": "Xerxes"})
    found = lena.post(address, {**ours, "name": "Tor"})
    before = tor.get(to_answer).status_code
    chosen = {**ours, "name": "Tor", "who": people.persons["teacher"]}
    wrong = lena.post(address, {**chosen, "address": "ingen adress"})
    asked = lena.post(address, {**chosen, "address": "tor@exempel.se"})

    assert nobody.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Ingen med det namnet arbetar i organisationen." in nobody.content.decode()
    assert str(people.persons["teacher"]) in found.content.decode()
    assert before == HTTPStatus.NOT_FOUND
    assert "Skriv adressen som namn@exempel.se" in wrong.content.decode()
    assert asked.url == f"{to_answer}?klart=lanet-kollega-brev"
    assert "Du svarar för Växjö kommun." in words_of(tor.get(to_answer))
    assert tor.get(address).status_code == HTTPStatus.NOT_FOUND, "it is not asked on"


@pytest.mark.parametrize(
    "wrong", [{"name": "To\0r"}, {"name": "Tor", "organisation": "finns-inte"}]
)
def test_a_colleague_asked_for_wrongly_gets_the_form_back(
    as_: Callable[[str], Client], ref: Callable[[str], UUID], wrong: dict[str, str]
) -> None:
    address = reverse("county:delegate", args=[ref("report_back")])

    back = as_("principal").post(address, {"organisation": organisation(OURS), **wrong})

    assert back.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_an_analysis_is_asked_for_answered_and_compiled_side_by_side(
    as_: Callable[[str], Client], anybody: Client, ref: Callable[[str], UUID], today: date
) -> None:
    petra, lena = as_("process-leader"), as_("principal")
    due = today + timedelta(days=20)
    asking = {
        "kind": "analysis",
        "question": "Hur står det till?",
        "parts": "Ekonomi\nTidplan",
        "due": due.isoformat(),
    }
    address = reverse("county:ask", args=[ref("follower")])

    half = petra.post(address, {**asking, "remind_first": today.isoformat()})
    asked = petra.post(address, asking)
    there = asked.url.split("?")[0]
    ours = {"organisation": organisation(OURS)}
    empty = lena.post(f"{there}svara/", {**ours, "part-0": "", "part-1": ""})
    sent = lena.post(f"{there}svara/", {**ours, "part-0": "Pengar finns.", "part-1": ""})

    assert half.status_code == empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Fyll i båda dagarna, eller ingen av dem" in half.content.decode()
    assert sent.url == f"{there}?klart=lanet-svar"
    page = anybody.get(there).content.decode()
    assert [
        page.count(f'<th scope="col" lang="sv">{one}</th>') for one in ("Ekonomi", "Tidplan")
    ] == [1, 1]
    assert "Pengar finns." in page
    assert "3 av" not in words_of(anybody.get(there))
    assert "1 av 4 organisationer har svarat" in words_of(anybody.get(there))


def test_what_was_answered_last_time_stands_beside_the_field(
    as_: Callable[[str], Client], people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("process-leader") as petra:
        ours = organisation(OURS)
        commands.answer_report_back(
            petra,
            queries.open_report_back(ref("report_back")),
            organisation=ours,
            text="Fyra skolor.",
            today=today,
        )
        again = commands.ask_report_back(
            petra, queries.open_item(ref("follower")), question="Och nu?",
            due=today + timedelta(days=20),
        )  # fmt: skip

    shown = words_of(as_("principal").get(reverse("county:answer", args=[again.public_id])))

    assert "Det här svarade ni förra gången Fyra skolor." in " ".join(shown.split())


def test_questions_are_listed_and_answers_looked_for(
    anybody: Client, ref: Callable[[str], UUID]
) -> None:
    address = reverse("county:report_backs")

    with CaptureQueriesContext(connection) as sent:
        listed = words_of(anybody.get(address))
        statements = len(sent)
    found = words_of(anybody.get(address, {"ord": "testa"}))
    ours = words_of(anybody.get(address, {"organisation": organisation("Polismyndigheten")}))
    none = words_of(anybody.get(address, {"ord": "simhall"}))

    assert "Hur går testerna hos er?" in listed
    assert statements == 4
    assert ("Region Kronoberg testar." in found, "Polismyndigheten testar." in ours) == (True, True)
    assert "Region Kronoberg testar." not in ours
    assert "Inget svar stämmer med det du söker." in none


@pytest.mark.parametrize("asked", [{"ord": "\0"}, {"ord": "'& | !("}, {"efter": "9" * 30}])
def test_an_address_that_says_nothing_breaks_nothing(
    anybody: Client, asked: dict[str, str]
) -> None:
    assert anybody.get(reverse("county:report_backs"), asked).status_code == HTTPStatus.OK


def test_ones_own_figures_stand_in_the_field_beforehand(
    as_: Callable[[str], Client], ref: Callable[[str], UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    def figures(_report_back: UUID, whose: UUID) -> str:
        return "Tolv planer i år." if whose == organisation(OURS) else ""

    monkeypatch.setattr(prefilled, "SOURCES", (figures,))

    shown = as_("principal").get(reverse("county:answer", args=[ref("report_back")]))

    assert "Tolv planer i år.</textarea>" in shown.content.decode().replace("\n", "")
