"""Sharing, clicked through: what and with whom, what the law says, what leaves, and who is told."""

import re
from http import HTTPStatus
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from varjebarn.disclosure.documents import body_of
from varjebarn.disclosure.letters import letter
from varjebarn.disclosure.queries import deliveries, family_deliveries, not_shared, sent
from varjebarn.ops.world.logins import People, unit
from varjebarn.people.queries import open_child

from tests.world.browsing import browser_of, words
from tests.world.circle import MEDICAL, SOCIAL, alva_at
from tests.world.staff_story import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

WORDS = "Alva behöver någon som möter henne på morgonen."
UNTOLD = "Vi berättar på mötet i morgon."


@pytest.fixture
def at_nurse(people: People) -> UUID:
    with people.acting("nurse") as signe:
        return alva_at(signe).public_id


def address(child: UUID) -> str:
    return reverse("staff:share", args=[child])


def a_note(to: tuple[str, str] = SOCIAL, **more: object) -> dict[str, object]:
    return {"what": "note", "words": WORDS, "to": str(unit(*to).unit), "steg": "grunder"} | more


def filled(response: Any, **changes: object) -> dict[str, object]:
    """Read the deciding form as the page shows it, and answer what has no suggestion."""
    html = response.content.decode()
    form = next(part for part in html.split("<form")[1:] if 'name="visat"' in part)
    found: dict[str, object] = dict(
        re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', form)
    )
    written = re.findall(r'<textarea name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.DOTALL)
    found |= {name: text.strip() or "Frågat och svarat." for name, text in written}
    found["told"] = re.findall(r'name="told" value="([^"]+)"[^>]*checked', form)
    found["untold_reason"] = ""
    return found | {"steg": "dela"} | changes


def reviewed(browser: Client, child: UUID, ground: str, **more: object) -> Any:
    return browser.post(address(child), a_note(**more) | {"ground": ground, "steg": "granska"})


def test_health_care_sees_its_own_ground_and_why_consent_is_not_asked_for(
    people: People, at_nurse: UUID
) -> None:
    page = words(browser_of(people, "nurse").post(address(at_nurse), a_note()))

    assert "OSL 25:12 första stycket 1" in page
    assert "Det som behövs kan delas ändå. Fråga inte om samtycke." in page
    assert "En orosanmälan görs på sin egen sida, inte här." in page
    assert "Fråga familjen" not in page


def test_a_school_may_ask_the_family(people: People, alva: UUID) -> None:
    page = words(browser_of(people, "principal").post(address(alva), a_note()))

    assert "Fråga familjen" in page
    assert "Om socialtjänsten har en öppen utredning om barnet" in page


@pytest.mark.rule("R51", case="allows")
def test_the_page_shows_what_the_recipient_gets_and_what_protects_it_there(
    people: People, at_nurse: UUID
) -> None:
    page = words(reviewed(browser_of(people, "nurse"), at_nurse, "HEALTH_TO_SOC_U18"))

    assert WORDS in page
    assert "Socialtjänst, även LSS (OSL 26:1)" in page


def test_it_is_shared_and_the_family_is_told(people: People, at_nurse: UUID) -> None:
    signe = browser_of(people, "nurse")
    form = filled(reviewed(signe, at_nurse, "HEALTH_TO_SOC_U18"))

    response = signe.post(address(at_nurse), form)

    assert response.status_code == HTTPStatus.FOUND, words(response)[:3000]
    with people.acting("social-worker") as worker:
        copy = deliveries(worker, alva_at(worker), kind="note")[0]
    assert letter("note", body_of(copy.content)).words == WORDS
    for slug in ("guardian", "child"):
        with people.acting(slug) as reader:
            told = family_deliveries(reader, kind="told")[0]
        assert "Socialtjänst barn och unga" in letter("told", body_of(told.content)).words


@pytest.mark.rule("R53", case="allows")
def test_the_childs_page_says_who_got_what_and_when(people: People, at_nurse: UUID) -> None:
    signe = browser_of(people, "nurse")
    signe.post(address(at_nurse), filled(reviewed(signe, at_nurse, "HEALTH_TO_SOC_U18")))

    page = words(signe.get(reverse("staff:child", args=[at_nurse])))

    assert "Utlämnat från er verksamhet" in page
    assert "En text Socialtjänst barn och unga, Växjö kommun" in page
    assert "OSL 25:12 första stycket 1" in page


@pytest.mark.parametrize("field", ["HEALTH_TO_SOC_U18-care_need", "told_words"])
def test_an_empty_sentence_shares_nothing_and_keeps_the_rest(
    people: People, at_nurse: UUID, field: str
) -> None:
    signe = browser_of(people, "nurse")
    form = filled(reviewed(signe, at_nurse, "HEALTH_TO_SOC_U18")) | {
        "HEALTH_TO_SOC_U18-need_reason": "Mina egna ord.",
        field: "",
    }

    response = signe.post(address(at_nurse), form)

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Mina egna ord." in words(response)
    assert WORDS in words(response)
    with people.acting("nurse") as actor:
        assert "note" not in {line.content_kind for line in sent(actor, alva_at(actor))}


def test_leaving_everybody_untold_asks_why(people: People, at_nurse: UUID) -> None:
    signe = browser_of(people, "nurse")
    form = filled(reviewed(signe, at_nurse, "HEALTH_TO_SOC_U18"), told=[])

    asked = signe.post(address(at_nurse), form)
    shared = signe.post(address(at_nurse), form | {"untold_reason": UNTOLD})

    assert asked.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv varför ingen i familjen ska få veta det nu." in words(asked)
    assert shared.status_code == HTTPStatus.FOUND


@pytest.mark.rule("R51")
def test_what_was_not_what_the_page_showed_is_not_shared(people: People, at_nurse: UUID) -> None:
    signe = browser_of(people, "nurse")
    form = filled(reviewed(signe, at_nurse, "HEALTH_TO_SOC_U18"))

    response = signe.post(address(at_nurse), form | {"words": "Andra ord än de som visades."})

    assert response.status_code == HTTPStatus.CONFLICT
    assert "Något har ändrats sedan du såg sidan." in words(response)


def test_parts_of_the_plan_go_by_the_consent_that_covers_them(people: People, alva: UUID) -> None:
    lena = browser_of(people, "principal")
    chosen = {"what": "plan", "parts": ["goals", "actions"], "to": str(unit(*MEDICAL).unit)}
    page = lena.post(address(alva), chosen | {"ground": "CONSENT", "steg": "granska"})

    response = lena.post(address(alva), filled(page) | chosen)

    assert response.status_code == HTTPStatus.FOUND, words(response)[:3000]
    with people.acting("principal") as actor:
        line = sent(actor, open_child(actor, alva))[0]
    assert (line.content_kind, set(line.parts), line.ground) == (
        "plan_version",
        {"goals", "actions"},
        "CONSENT",
    )


def test_not_sharing_is_kept_with_its_reason(people: People, at_nurse: UUID) -> None:
    signe = browser_of(people, "nurse")

    empty = signe.post(address(at_nurse), a_note(steg="dela-inte", why_not=" "))
    kept = signe.post(address(at_nurse), a_note(steg="dela-inte", why_not="Alva berättar själv."))

    assert empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert WORDS in empty.content.decode()
    assert kept.status_code == HTTPStatus.FOUND
    assert "Alva berättar själv." in words(signe.get(reverse("staff:child", args=[at_nurse])))
    with people.acting("nurse") as actor:
        assert len(not_shared(actor, alva_at(actor))) == 1


@pytest.mark.parametrize(
    ("sent_along", "said"),
    [
        ({"words": ""}, "Skriv texten"),
        ({"to": ""}, "Välj vem som ska få det"),
        ({"what": ""}, "Välj vad du vill dela"),
    ],
)
def test_the_first_step_says_what_is_missing(
    people: People, at_nurse: UUID, sent_along: dict[str, str], said: str
) -> None:
    response = browser_of(people, "nurse").post(address(at_nurse), a_note() | sent_along)

    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in words(response)


@pytest.mark.parametrize("slug", ["outsider", "outsider-elsewhere", "police", "guardian"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_else_finds_the_page(people: People, alva: UUID, slug: str, method: str) -> None:
    assert browser_of(people, "principal").get(address(alva)).status_code == HTTPStatus.OK

    response = getattr(browser_of(people, slug), method)(address(alva), a_note())

    assert response.status_code in {HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN}
