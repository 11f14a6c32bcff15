"""A matter's way to the agenda on its pages: proposed, answered, prepared, moved; meetings changed."""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varjebarn.steering import queries

from tests.world.browsing import HOST, words
from tests.world.steering_minutes import PROPOSED, build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

OTHERS = ("outsider", "outsider-elsewhere", "keeper", "nurse")
ACTS = {
    "plan_extra": "group",
    "standing": "group",
    "proposed": "group",
    "propose": "group",
    "answer_proposal": "proposal",
    "change_meeting": "coming",
    "cancel_meeting": "coming",
    "edit_item": "open_item",
    "prepare_item": "open_item",
}


@pytest.fixture
def lena(as_: Callable[[str], Client]) -> Client:
    return as_("principal")


@pytest.fixture
def at(world: dict[str, object]) -> Callable[[str, str], str]:
    return lambda name, thing: reverse(f"county:{name}", args=[UUID(str(world[thing]))])


@pytest.mark.parametrize("name", ACTS)
def test_the_acts_are_hidden_from_others(
    as_: Callable[[str], Client], petra: Client, at: Callable[[str, str], str], name: str
) -> None:
    address = at(name, ACTS[name])

    assert petra.get(address).status_code == HTTPStatus.OK
    assert Client(HTTP_HOST=HOST).get(address).url.startswith(settings.LOGIN_URL)
    for who in OTHERS:
        found = as_(who)
        assert found.get(address).status_code == HTTPStatus.NOT_FOUND
        if name != "proposed":  # only a list
            assert found.post(address, {"title": "x"}).status_code == HTTPStatus.NOT_FOUND


def test_a_member_proposes_and_the_secretary_puts_it_on_the_agenda(
    lena: Client, petra: Client, world: dict[str, object], at: Callable[[str, str], str]
) -> None:
    asked = {"title": "Fler kuratorer", "kind": "decision", "raised_by": "member"}

    sent = lena.post(at("propose", "group"), asked)
    listed = words(lena.get(at("proposed", "group")))
    mine = next(
        one
        for one in petra.get(at("proposed", "group")).content.decode().split("/lanet/forslag/")[1:]
        if "Fler kuratorer" in one
    )
    answer = f"/lanet/forslag/{mine[:36]}/"
    placed = petra.post(answer, {"answer": str(world["coming"])})

    assert sent.url == f"{at('proposed', 'group')}?klart=lanet-foreslaget"
    assert "Väckt av Lena Strand, Växjö kommun" in listed
    assert placed.url == f"{at('meeting', 'coming')}?klart=lanet-punkt"
    assert "Fler kuratorer" in words(Client(HTTP_HOST=HOST).get(at("meeting", "coming")))
    assert petra.post(answer, {"answer": "no"}).status_code == HTTPStatus.NOT_FOUND


def test_what_is_only_proposed_is_seen_by_the_group_alone(
    lena: Client, as_: Callable[[str], Client], at: Callable[[str, str], str]
) -> None:
    assert PROPOSED in words(lena.get(at("proposed", "group")))
    assert "Hör till kommunerna." in words(lena.get(at("proposed", "group")))
    assert lena.get(at("answer_proposal", "proposal")).status_code == HTTPStatus.NOT_FOUND
    for name, thing in (("body", "group"), ("meeting", "coming"), ("overview", "")):
        address = at(name, thing) if thing else reverse("county:overview")
        assert PROPOSED not in words(as_("outsider").get(address))


def test_a_no_needs_a_reason_and_keeps_what_was_typed(
    petra: Client, at: Callable[[str, str], str]
) -> None:
    address = at("answer_proposal", "proposal")

    refused = petra.post(address, {"answer": "no"})
    sent = petra.post(address, {"answer": "no", "reason": "Tas upp i tvärgruppen."})

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv varför förslaget inte tas upp" in words(refused)
    assert sent.status_code == HTTPStatus.FOUND
    assert "Tas upp i tvärgruppen." in words(petra.get(at("proposed", "group")))


def test_a_matters_path_is_open_to_all(petra: Client, at: Callable[[str, str], str]) -> None:
    empty = petra.post(at("prepare_item", "follower"), {})
    sent = petra.post(
        at("prepare_item", "follower"),
        {
            "background": "Alla har svarat.",
            "proposal": "Analysen godkänns.",
            "heard": "Tvärgruppen",
        },
    )

    page = words(Client(HTTP_HOST=HOST).get(at("matter", "follower")))

    assert empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv minst en av de tre texterna" in words(empty)
    assert sent.url == f"{at('matter', 'follower')}?klart=lanet-berett"
    for said in ("Alla har svarat.", "Analysen godkänns.", "Tvärgruppen", "Mötet kortades."):
        assert said in page
    assert "Väntat i 18 dagar" in page
    assert "Analysen godkänns." in words(petra.get(at("meeting", "coming")))


def test_an_item_is_moved_and_edited(
    petra: Client, world: dict[str, object], at: Callable[[str, str], str]
) -> None:
    moved = petra.post(at("move_item", "open_item"), {"to": "up"})
    petra.post(at("edit_item", "open_item"), {"title": "Ny hemsida", "kind": "discussion"})

    assert moved.url.endswith(f"#punkt-{world['open_item']}")
    items = queries.meeting_page(UUID(str(world["todays"])), on=timezone.localdate()).items
    assert (items[0].order, items[0].title, items[0].kind) == (1, "Ny hemsida", "discussion")


def test_a_meeting_is_changed_and_a_day_that_is_taken_is_said_in_the_form(
    petra: Client, world: dict[str, object], at: Callable[[str, str], str]
) -> None:
    today = timezone.localdate()
    asked = {"on": today.isoformat(), "starts": "13", "ends": "15", "place": "Residenset"}
    seat = queries.roll_call(UUID(str(world["coming"]))).seats[1]

    taken = petra.post(at("change_meeting", "coming"), asked)
    other = {"on": (today + timedelta(days=12)).isoformat(), "chair": str(seat.public_id)}
    sent = petra.post(at("change_meeting", "coming"), asked | other)

    assert taken.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Gruppen har redan ett möte den dagen." in words(taken)
    assert sent.url == f"{at('meeting', 'coming')}?klart=lanet-mote-andrat"
    page = words(petra.get(at("meeting", "coming")))
    assert "kl. 13.00–15.00" in page
    assert f"Leder mötet {seat.name}" in page


def test_a_meeting_is_called_off_with_a_reason_and_nothing_vanishes(
    petra: Client, at: Callable[[str, str], str]
) -> None:
    question = words(petra.get(at("cancel_meeting", "coming")))
    missing = petra.post(at("cancel_meeting", "coming"), {})
    petra.post(at("cancel_meeting", "coming"), {"reason": "Snöstorm."})

    assert "Nulägesanalys från varje organisation" in question
    assert missing.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    page = words(Client(HTTP_HOST=HOST).get(at("meeting", "coming")))
    assert "Mötet är inställt. Snöstorm." in page
    assert petra.get(at("cancel_meeting", "coming")).status_code == HTTPStatus.NOT_FOUND
    waiting = queries.county_overview(timezone.localdate()).waiting
    assert [one.title for one in waiting] == ["Nulägesanalys från varje organisation"]


def test_an_extra_meeting_says_that_it_is_extra_and_has_the_standing_items(
    petra: Client, at: Callable[[str, str], str]
) -> None:
    on = timezone.localdate() + timedelta(days=5)
    asked = {"on": on.isoformat(), "starts": "8.30", "ends": "9.30", "digital": "on"}

    sent = petra.post(at("plan_extra", "group"), asked)

    page = words(petra.get(sent.url.split("?")[0]))
    assert "(extra möte)" in page
    assert "Föregående anteckningar" in page


def test_what_comes_back_is_kept_once_and_can_end(
    petra: Client, world: dict[str, object], at: Callable[[str, str], str]
) -> None:
    asked = {"title": "Processplanen", "use": "process_plan"}

    sent = petra.post(at("standing", "group"), asked)
    again = petra.post(at("standing", "group"), asked)
    kept = queries.standing_items(UUID(str(world["group"])))
    ended = petra.post(reverse("county:end_standing", args=[kept[0].id]))

    assert sent.url == f"{at('standing', 'group')}?klart=lanet-aterkommer"
    assert again.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Den punkten återkommer redan på varje möte." in words(again)
    assert [one.title for one in kept] == ["Föregående anteckningar", "Processplanen", "Nästa möte"]
    assert ended.status_code == HTTPStatus.FOUND
    assert len(queries.standing_items(UUID(str(world["group"])))) == 2
