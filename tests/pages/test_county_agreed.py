"""Agreements and joining on pages: read by all, written by the county's own."""

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
from django.utils import translation

from varjebarn.ops.world.logins import People
from varjebarn.steering import commands
from varjebarn.steering.values import AgreementLine
from varjebarn.web.county.agreed import words

from tests.world.browsing import words_of
from tests.world.steering_group import build, organisation

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

HOST = "127.0.0.1"
OUTSIDERS = ("outsider", "outsider-elsewhere", "principal", "keeper")
OURS, OTHER = "Växjö kommun", "Region Kronoberg"


@pytest.fixture
def acting(ref: Callable[[str], UUID]) -> list[str]:
    return [
        reverse("county:register_agreement"),
        reverse("county:extend", args=[ref("agreement")]),
        reverse("county:contradict", args=[ref("agreement")]),
        reverse("county:solve", args=[ref("contradiction")]),
        reverse("county:change_joining", args=[organisation(OURS)]),
    ]


@pytest.mark.parametrize("who", OUTSIDERS)
def test_acts_are_hidden_from_outsiders(
    as_: Callable[[str], Client], acting: list[str], who: str
) -> None:
    browser = as_(who)

    found = [browser.get(address).status_code for address in acting]
    sent = [browser.post(address, {}).status_code for address in acting]

    assert found == sent == [HTTPStatus.NOT_FOUND] * 5
    petra = as_("process-leader")
    assert [petra.get(address).status_code for address in acting] == [HTTPStatus.OK] * 5


def test_acts_ask_for_a_login(anybody: Client, acting: list[str]) -> None:
    found = [anybody.get(address).url.split("?")[0] for address in acting]

    assert found == [settings.LOGIN_URL] * 5


def test_an_agreement_is_registered_and_prolonged_by_a_decision(
    as_: Callable[[str], Client], anybody: Client, ref: Callable[[str], UUID], today: date
) -> None:
    petra = as_("process-leader")
    register = reverse("county:register_agreement")
    said = {
        "title": "Om planer",
        "parties": [organisation(OURS)],
        "valid_from": today.isoformat(),
        "last_day": (today + timedelta(days=30)).isoformat(),
    }

    alone = petra.post(register, said)
    made = petra.post(register, {**said, "parties": [organisation(OURS), organisation(OTHER)]})
    there = made.url.split("?")[0]
    before = words_of(anybody.get(there))
    extended = petra.post(
        f"{there}forlang/",
        {
            "decision": ref("decision"),
            "last_day": (today + timedelta(days=400)).isoformat(),
            "revise_by": "",
        },
    )
    shorter = petra.post(
        f"{there}forlang/",
        {"decision": ref("model_decision"), "last_day": today.isoformat(), "revise_by": ""},
    )

    assert alone.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Välj minst två parter" in alone.content.decode()
    assert "Om planer" in alone.content.decode(), "what was typed is still there"
    assert "Går ut om 30 dagar" in before
    assert extended.url == f"{there}?klart=lanet-forlangd"
    assert shorter.status_code == HTTPStatus.CONFLICT
    after = words_of(anybody.get(there))
    assert ("Gäller, förlängd" in after, "Beslut 2" in after) == (True, True)
    decision = words_of(anybody.get(reverse("county:decision", args=[ref("decision")])))
    assert "Förlänger: Om planer" in decision


def test_a_contradiction_names_both_texts_and_who_solves_it(
    as_: Callable[[str], Client], anybody: Client, ref: Callable[[str], UUID]
) -> None:
    petra, there = as_("process-leader"), reverse("county:agreement", args=[ref("agreement")])
    said = {
        "says": "Var och en kallar.",
        "other_text": "Rutin för möten",
        "other_says": "Regionen kallar.",
        "owner": ref("group"),
    }

    faulty = petra.post(f"{there}motsagelse/", {**said, "other_text": ""})
    petra.post(f"{there}motsagelse/", said)
    listed = words_of(anybody.get(reverse("county:agreements")))
    shown = words_of(anybody.get(there))
    solved = petra.post(
        reverse("county:solve", args=[ref("contradiction")]), {"decision": ref("decision")}
    )

    assert faulty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Regionen kallar." in faulty.content.decode()
    assert "Säger emot: Vägledningen och Rutin för möten" in listed
    assert "Den andra säger Regionen kallar." in " ".join(shown.split())
    assert solved.url == f"{there}?klart=lanet-lost"
    after = words_of(anybody.get(reverse("county:agreements")))
    assert "Säger emot: Rutin för möten" in after


def test_an_organisation_joins_and_everybody_sees_since_when(
    as_: Callable[[str], Client], anybody: Client, today: date
) -> None:
    petra = as_("process-leader")
    change = reverse("county:change_joining", args=[organisation(OURS)])
    there = reverse("county:organisation", args=[organisation(OURS)])
    said = {"standing": "joined", "since": today.isoformat(), "decided_by": "Fullmäktige § 12"}

    outside = words_of(anybody.get(there))
    unfounded = petra.post(change, {**said, "decided_by": ""})
    noted = petra.post(change, said)

    assert "Organisationen räknas som att den står utanför." in outside
    assert unfounded.status_code == HTTPStatus.CONFLICT
    assert noted.url == f"{there}?klart=lanet-anslutning"
    with CaptureQueriesContext(connection) as sent:
        listed = words_of(anybody.get(reverse("county:joining")))
    assert len(sent) == 2
    assert ("Har anslutit sig: 1" in listed, "Fullmäktige § 12" in listed) == (True, True)


def test_what_one_undertakes_and_gets_stands_for_every_standing(anybody: Client) -> None:
    shown = words_of(anybody.get(reverse("county:joining_meaning")))

    for heading in ("Den som står utanför", "Den som delar principerna", "Den som testar"):
        assert heading in shown
    assert "Ingen måste ansluta sig." in shown
    assert "Den som har anslutit sig" in shown


def test_the_list_costs_the_same_for_more(anybody: Client, people: People, today: date) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as sent:
            anybody.get(reverse("county:agreements"))
        return len(sent)

    before = statements()
    with people.acting("process-leader") as petra:
        for number in range(3):
            commands.register_agreement(
                petra,
                title=f"Text {number}",
                parties=[organisation(OURS), organisation(OTHER)],
                valid_from=today,
                valid_to=today + timedelta(days=30),
            )

    assert before == statements() == 2


@pytest.mark.parametrize(
    ("first", "last", "is_extended", "said"),
    [
        (-10, -1, False, "Gäller inte längre"),
        (1, 100, False, "Gäller inte än"),
        (-10, 0, False, "Gäller sista dagen i dag"),
        (-10, 1, False, "Går ut om 1 dag"),
        (-10, 90, True, "Går ut om 90 dagar"),
        (-10, 91, False, "Gäller"),
        (-10, 91, True, "Gäller, förlängd"),
    ],
)
def test_whether_it_holds_is_said_in_words(
    today: date, first: int, last: int, *, is_extended: bool, said: str
) -> None:
    line = AgreementLine(
        id=uuid4(),
        title="Om planer",
        valid_from=today + timedelta(days=first),
        last_day=today + timedelta(days=last),
        revise_by=None,
        contradicts=(),
        is_extended=is_extended,
    )

    with translation.override("sv"):
        assert words.holding(line, today=today)[0] == said
