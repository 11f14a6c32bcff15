"""The register of decisions, what is told of one afterwards, and what it means for children."""

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
from varjebarn.steering.commands import Impact
from varjebarn.steering.models import ItemKind

from tests.world.browsing import words_of
from tests.world.steering_group import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

HOST = "127.0.0.1"
OUTSIDERS = ("outsider", "outsider-elsewhere", "keeper", "nurse", "log-reviewer")
ACTING = (
    ("county:follow_up", "decision"),
    ("county:complete", "decision"),
    ("county:link_decision", "decision"),
    ("county:analysis", "follower"),
)
LACKS = "Rör barn, men saknar barnkonsekvensanalys"
WHOLE = {
    "whom": "Alla barn i länet.",
    "asked_how": "Två elevråd svarade.",
    "weighing": "Bäst för barnen.",
    "follow_up": "Om ett år.",
    "articles": ["3", "12"],
    "more_articles": "13 och 17",
}


def about_children(people: People, decision: UUID, *, due: date | None = None) -> None:
    with people.acting("process-leader") as petra:
        found = queries.open_decision(decision)
        commands.complete_decision(petra, found, due=due, about_the_young=True)


@pytest.mark.parametrize("who", OUTSIDERS)
@pytest.mark.parametrize(("name", "what"), ACTING)
def test_acts_are_hidden_from_outsiders(
    as_: Callable[[str], Client], ref: Callable[[str], UUID], who: str, name: str, what: str
) -> None:
    browser, address = as_(who), reverse(name, args=[ref(what)])

    found = [browser.get(address), browser.post(address, {"note": "x"})]
    never = browser.get(reverse(name, args=[uuid4()]))

    assert [one.status_code for one in (*found, never)] == [HTTPStatus.NOT_FOUND] * 3
    assert as_("process-leader").get(address).status_code == HTTPStatus.OK


@pytest.mark.parametrize(("name", "what"), ACTING)
def test_acts_ask_for_a_login(
    anybody: Client, ref: Callable[[str], UUID], name: str, what: str
) -> None:
    answer = anybody.get(reverse(name, args=[ref(what)]))

    assert (answer.status_code, answer.url.split("?")[0]) == (HTTPStatus.FOUND, settings.LOGIN_URL)


def test_the_register_is_open_and_narrowed_by_address(
    anybody: Client, people: People, ref: Callable[[str], UUID]
) -> None:
    about_children(people, ref("decision"))
    address = reverse("county:decisions")

    every = words_of(anybody.get(address))
    tests = words_of(anybody.get(address, {"ansvarig": "Processledarna", "lage": "open"}))
    lacking = words_of(anybody.get(address, {"saknar": "on"}))
    none = words_of(anybody.get(address, {"ar": "1999", "grupp": "inte en grupp"}))

    assert ("2 beslut" in every, LACKS in every) == (True, True)
    assert ("1 beslut" in tests, "förlängs ett år" in tests) == (True, False)
    assert ("1 beslut" in lacking, "förlängs ett år" in lacking) == (True, True)
    assert "Inget beslut stämmer med det du söker." in none


def test_the_register_costs_the_same_for_more(
    anybody: Client, people: People, ref: Callable[[str], UUID]
) -> None:
    def statements(address: str) -> int:
        with CaptureQueriesContext(connection) as sent:
            assert anybody.get(address).status_code == HTTPStatus.OK
        return len(sent)

    addresses = [
        reverse("county:decisions"),
        reverse("county:decision", args=[ref("model_decision")]),
    ]
    before = [statements(address) for address in addresses]
    with people.acting("process-leader") as petra:
        one = queries.open_decision(ref("model_decision"))
        item = commands.raise_item(
            petra, queries.open_meeting(ref("meeting")), title="Mer", kind=ItemKind.DECISION
        )
        for number in range(3):
            new = commands.record_decision(petra, item, wording=f"Beslut {number}.")
            commands.name_earlier(petra, new, earlier=one)

    assert before == [statements(address) for address in addresses] == [6, 9]


def test_a_decision_ends_with_what_became_of_it(
    as_: Callable[[str], Client], ref: Callable[[str], UUID]
) -> None:
    browser, address = as_("process-leader"), reverse("county:follow_up", args=[ref("decision")])

    begun = browser.post(address, {"state": "under_way", "note": ""})
    silent = browser.post(address, {"state": "lapsed", "note": ""})
    ended = browser.post(address, {"state": "lapsed", "note": "Ersatt av ett nytt."})

    assert begun.status_code == ended.status_code == HTTPStatus.FOUND
    assert silent.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv vad det blev av beslutet" in silent.content.decode()
    shown = words_of(browser.get(ended.url))
    assert ("Gäller inte längre" in shown, "Ersatt av ett nytt." in shown) == (True, True)


def test_a_decision_is_completed_and_linked(
    as_: Callable[[str], Client], ref: Callable[[str], UUID], today: date
) -> None:
    browser, decision = as_("process-leader"), [ref("decision")]
    complete, link = (
        reverse(f"county:{name}", args=decision) for name in ("complete", "link_decision")
    )
    offered = browser.get(complete).content.decode()
    seat = offered.split('value="seat:')[1].split('"')[0]
    due = (today + timedelta(days=30)).isoformat()

    browser.post(complete, {"responsible": f"seat:{seat}", "due": due, "about_children": "on"})
    faulty = browser.post(link, {"kind": "action", "label": ""})
    browser.post(link, {"kind": "action", "label": "Aktivitet 4"})
    browser.post(link, {"kind": "agreement", "agreement": ref("agreement")})
    browser.post(link, {"kind": "earlier", "earlier": ref("model_decision")})

    assert faulty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv vad beslutet ändrar" in faulty.content.decode()
    shown = words_of(browser.get(reverse("county:decision", args=decision)))
    assert "Barnkonsekvensanalys saknas" in shown
    assert "Aktivitet i handlingsplanen: Aktivitet 4" in shown
    assert "Överenskommelse: Samverkan kring barn som placeras" in shown
    other = words_of(browser.get(reverse("county:decision", args=[ref("model_decision")])))
    assert "förlängs ett år" in other, "the chain is seen from the earlier one too"


def test_what_is_late_is_put_on_the_next_agenda_with_one_button(
    as_: Callable[[str], Client], people: People, ref: Callable[[str], UUID], today: date
) -> None:
    about_children(people, ref("decision"), due=today - timedelta(days=1))
    address = reverse("county:raise_due", args=[ref("group")])
    listed = reverse("county:decisions")
    petra = as_("process-leader")

    shown = petra.get(listed).content.decode()
    hidden = as_("principal").get(listed).content.decode()
    sent = petra.post(address)
    again = petra.post(address)

    assert (f'action="{address}"' in shown, f'action="{address}"' in hidden) == (True, False)
    assert sent.url.startswith(reverse("county:meeting", args=[ref("coming")]))
    assert "Beslut som har passerat sin dag: 2" in words_of(petra.get(sent.url))
    assert again.status_code == HTTPStatus.CONFLICT
    assert as_("outsider").post(address).status_code == HTTPStatus.NOT_FOUND


def test_an_analysis_is_drafted_and_published_with_its_decision(
    as_: Callable[[str], Client], anybody: Client, people: People, ref: Callable[[str], UUID]
) -> None:
    about_children(people, ref("decision"))
    with people.acting("process-leader"):
        item = queries.open_decision(ref("decision")).item.public_id
    browser, address = as_("principal"), reverse("county:analysis", args=[item])
    decision = reverse("county:decision", args=[ref("decision")])

    wrong = browser.post(address, {**WHOLE, "more_articles": "99"})
    saved = browser.post(address, {**WHOLE, "spara": "1"})
    before = words_of(anybody.get(decision))
    published = browser.post(address, {**WHOLE, "publicera": "1"})
    after = words_of(anybody.get(decision))

    assert wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Alla barn i länet." in wrong.content.decode(), "what was typed is still there"
    assert "Skriv artiklarnas nummer, 1 till 41." in wrong.content.decode()
    assert saved.url == f"{address}?klart=lanet-analys"
    assert ("Alla barn i länet." in before, "Alla barn i länet." in after) == (False, True)
    assert "Artikel 13" in after
    assert LACKS not in after
    assert published.url == f"{decision}?klart=lanet-analys-publicerad"
    assert browser.get(address).url == decision, "it changes no more"


def test_a_draft_is_shown_to_members_and_to_nobody_else(
    as_: Callable[[str], Client], people: People, ref: Callable[[str], UUID], today: date
) -> None:
    with people.acting("principal") as lena:
        item = queries.open_item(ref("follower"))
        commands.write_analysis(lena, item, says=Impact(whom="Barn i skolan."), on=today)
    address = reverse("county:analysis", args=[ref("follower")])

    assert "Barn i skolan." in as_("principal").get(address).content.decode()
    assert [as_(who).get(address).status_code for who in OUTSIDERS] == [HTTPStatus.NOT_FOUND] * 5


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"ar": "tvåtusen", "grupp": "nej", "lage": "x", "efter": "0"}, HTTPStatus.OK),
        ({"ansvarig": "\0"}, HTTPStatus.OK),
        ({"ar": "0000"}, HTTPStatus.OK),
        ({"efter": "00000000-0000-4000-8000-000000000000"}, HTTPStatus.NOT_FOUND),
    ],
)
def test_an_address_that_says_nothing_breaks_nothing(
    anybody: Client, asked: dict[str, str], status: HTTPStatus
) -> None:
    assert anybody.get(reverse("county:decisions"), asked).status_code == status


@pytest.mark.parametrize(
    ("who", "asks", "weighs"),
    [("process-leader", True, True), ("principal", False, True), ("outsider", False, False)],
)
def test_a_matter_leads_to_what_one_may_write_about_it(
    as_: Callable[[str], Client], ref: Callable[[str], UUID], who: str, *, asks: bool, weighs: bool
) -> None:
    matter = as_(who).get(reverse("county:matter", args=[ref("follower")])).content.decode()

    found = [
        reverse(name, args=[ref("follower")]) in matter
        for name in ("county:ask", "county:analysis")
    ]
    assert found == [asks, weighs]
