"""A decision's text corrected on its page and in the minutes; the one before is shown."""

from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from varjebarn.steering import queries

from tests.world.browsing import HOST, words
from tests.world.steering_minutes import OPENING, build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

OTHERS = ("outsider", "outsider-elsewhere", "keeper", "nurse", "principal")
NEW, WHY = "Delar av modellen testas i hela länet.", "Ett ord saknades."


@pytest.fixture
def nobody() -> Client:
    return Client(HTTP_HOST=HOST)


@pytest.fixture
def at(world: dict[str, object]) -> Callable[..., str]:
    return lambda name, what: reverse(f"county:{name}", args=[UUID(str(world[what]))])


@pytest.mark.parametrize("who", OTHERS)
def test_correcting_is_not_there_for_others(
    as_: Callable[[str], Client], nobody: Client, at: Callable[..., str], who: str
) -> None:
    there, browser = at("correct_decision", "model_decision"), as_(who)
    never = reverse("county:correct_decision", args=[uuid4()])

    found = [browser.get(there), browser.post(there, {"wording": NEW}), browser.get(never)]

    assert [one.status_code for one in found] == [HTTPStatus.NOT_FOUND] * 3
    assert there not in browser.get(at("decision", "model_decision")).content.decode()
    assert nobody.get(there).url.startswith(settings.LOGIN_URL)


def test_after_the_approval_it_asks_why_and_keeps_what_was_typed(
    petra: Client, nobody: Client, at: Callable[..., str], world: dict[str, object]
) -> None:
    there = at("correct_decision", "model_decision")
    old = queries.decision_page(UUID(str(world["model_decision"]))).decision.wording

    asked = petra.post(there, {"wording": NEW})
    done = petra.post(there, {"wording": NEW, "reason": WHY})

    assert asked.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert (NEW in asked.content.decode(), "Skriv varför texten rättas" in words(asked)) == (
        True,
        True,
    )
    assert done.url == f"{at('decision', 'model_decision')}?klart=lanet-rattat"
    for page in (at("decision", "model_decision"), at("minutes", "spring")):
        shown = words(nobody.get(page))
        assert [one in shown for one in (NEW, old, WHY, "Petra")] == [True] * 4


@pytest.mark.parametrize("wording", ["", "same"])
def test_an_empty_or_unchanged_text_is_no_correction(
    petra: Client, at: Callable[..., str], world: dict[str, object], wording: str
) -> None:
    old = queries.decision_page(UUID(str(world["decision"]))).decision.wording
    sent = {"wording": old if wording else ""}

    answer = petra.post(at("correct_decision", "decision"), sent)

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    said = "Texten är inte ändrad." if wording else "Skriv vad som beslutades"
    assert said in words(answer)


def test_while_they_are_a_draft_the_minutes_reword_a_decision(
    petra: Client, nobody: Client, at: Callable[..., str], world: dict[str, object]
) -> None:
    there, field = at("write_minutes", "meeting"), f"decision-{world['decision']}"
    old = queries.decision_page(UUID(str(world["decision"]))).decision.wording

    offered = old in petra.get(there).content.decode()
    emptied = petra.post(there, {"opening": OPENING, field: " "})
    saved = petra.post(there, {"opening": OPENING, field: NEW})

    assert offered
    assert emptied.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv vad som beslutades" in words(emptied)
    assert saved.status_code == HTTPStatus.FOUND
    minutes = words(petra.get(at("minutes", "meeting")))
    assert (NEW in minutes, old in minutes) == (True, False)
    register = words(nobody.get(at("decision", "decision")))
    assert (NEW in register, "innan anteckningarna godkändes" in register) == (True, True)


def test_approved_with_changes_a_decision_is_reworded_and_as_they_are_it_is_not(
    petra: Client, at: Callable[..., str], world: dict[str, object]
) -> None:
    field, there = f"decision-{world['decision']}", at("approve_minutes", "meeting")
    sent = {"at": str(world["todays"]), "opening": OPENING, field: NEW, "changes": WHY}

    petra.post(there, sent | {"how": "with_changes"})

    minutes = words(petra.get(at("minutes", "meeting")))
    assert (NEW in minutes, WHY in minutes, "Tidigare lydelse" in minutes) == (True, True, True)


def test_approved_as_they_are_no_decision_is_reworded(
    petra: Client, at: Callable[..., str], world: dict[str, object]
) -> None:
    field, there = f"decision-{world['decision']}", at("approve_minutes", "meeting")

    done = petra.post(there, {"at": str(world["todays"]), field: NEW, "how": "as_they_are"})

    assert done.status_code == HTTPStatus.FOUND
    assert NEW not in words(petra.get(at("minutes", "meeting")))
