"""A meeting while it goes on: saved as one types, shortened in a step, read from a free text."""

from collections.abc import Callable
from http import HTTPStatus
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varjebarn.ops.world.logins import People
from varjebarn.steering import queries

from tests.world.browsing import HOST, words
from tests.world.steering_minutes import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

OTHERS = ("outsider", "principal", "keeper", "nurse")


@pytest.fixture
def todays(world: dict[str, object]) -> UUID:
    return UUID(str(world["todays"]))


@pytest.fixture
def item(world: dict[str, object]) -> str:
    return str(world["open_item"])


def typed(people: People, meeting: UUID) -> tuple[int, dict[str, str]]:
    with people.acting("process-leader") as actor:
        number, content = queries.draft_of(actor, queries.open_meeting(meeting))
    return number, {name: text for name, text in content.items() if text}


def test_what_is_typed_is_saved_a_field_at_a_time_and_stands_there_again(
    petra: Client, people: People, todays: UUID, item: str
) -> None:
    seat = queries.roll_call(todays).seats[0]
    address = reverse("county:save_draft", args=[todays])

    saved = petra.post(address, {f"seat-{seat.public_id}": "present", "påhittat": "x"})
    petra.post(address, {f"note-{item}": "Vi talade\0 om färgen."})

    assert saved.json()["number"] == 2
    assert saved.json()["told"].startswith("Sparat klockan ")
    assert typed(people, todays) == (
        3,
        {
            "opening": "Mötet öppnas.",
            f"seat-{seat.public_id}": "present",
            f"note-{item}": "Vi talade om färgen.",
        },
    )
    page = petra.get(reverse("county:run", args=[todays])).content.decode()
    assert "Vi talade om färgen." in page
    assert 'value="present" class="ds-input" id="id_seat' in page.replace("checked ", "")


def test_a_save_without_scripts_says_so_and_ends_nothing(petra: Client, todays: UUID) -> None:
    address = reverse("county:run", args=[todays])

    sent = petra.post(address, {"do": "save", "number": "1", "opening": "Alla är här."})

    assert sent.url == f"{address}?klart=lanet-sparat"
    assert "Alla är här." in petra.get(address).content.decode()
    assert not queries.roll_call(todays).is_held


def test_what_another_has_saved_meanwhile_is_not_lost(
    petra: Client, people: People, todays: UUID, item: str
) -> None:
    petra.post(reverse("county:save_draft", args=[todays]), {f"note-{item}": "Av den andra."})

    sent = petra.post(
        reverse("county:run", args=[todays]),
        {"do": "end", "number": "1", "opening": "Av mig."},
    )

    assert sent.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Någon annan har sparat medan du skrev." in words(sent)
    page = sent.content.decode()
    assert ("Av mig." in page, "Av den andra." in page) == (True, True)
    assert typed(people, todays)[1] == {"opening": "Mötet öppnas.", f"note-{item}": "Av den andra."}


def test_the_agenda_is_shortened_in_one_step(
    petra: Client, people: People, todays: UUID, item: str
) -> None:
    address = reverse("county:run", args=[todays])

    sent = petra.post(address, {"do": "shorten", "number": "1", f"move-{item}": "on"})

    assert sent.url == f"{address}?klart=lanet-kortat#punkter"
    assert typed(people, todays)[1] == {
        f"outcome-{item}": "postponed",
        f"note-{item}": "Mötet kortades.",
    }


def test_a_decision_as_proposed_takes_the_proposals_words(
    petra: Client, todays: UUID, item: str
) -> None:
    roll = queries.roll_call(todays)
    values = {f"seat-{seat.public_id}": "present" for seat in roll.seats}
    values |= {f"outcome-{one.public_id}": "noted" for one in roll.items}
    values |= {
        f"outcome-{item}": "as_proposed",
        f"responsible-{item}": "Petra",
        f"wording-{item}-2": "Ett namn tas fram.",
        f"question-{item}": "Vad heter er sida?",
        f"question-due-{item}": timezone.localdate().isoformat(),
        "starts": "9.05",
        "ends": "10.30",
        "chair": str(roll.seats[1].public_id),
        "number": "1",
        "do": "end",
    }
    address = reverse("county:run", args=[todays])

    asked = petra.post(address, values)
    assert not queries.roll_call(todays).is_held
    sent = petra.post(address, values | {"do": "sure", "number": "2"})

    assert asked.status_code == HTTPStatus.OK
    for said in (
        "Är mötet slut?",
        "4 närvarande",
        "0 frånvarande",
        "2 beslut",
        "0 punkter flyttas",
    ):
        assert said in words(asked)
    assert sent.status_code == HTTPStatus.FOUND, words(sent)
    page = queries.meeting_page(todays, on=timezone.localdate())
    decided = next(one for one in page.items if str(one.id) == item)
    assert decided.outcome == "decided"
    assert sorted(one.wording for one in decided.decisions) == [
        "Ett namn tas fram.",
        "Hemsidan byggs om.",
    ]
    assert [one.question for one in page.report_backs] == ["Vad heter er sida?"]
    assert (page.chair, f"{page.meeting.starts:%H.%M}") == (roll.seats[1].name, "09.05")


@pytest.mark.parametrize("who", OTHERS)
@pytest.mark.parametrize("name", ["county:run", "county:save_draft", "county:free_text"])
def test_the_meeting_while_it_goes_on_is_the_countys_alone(
    as_: Callable[[str], Client], todays: UUID, who: str, name: str
) -> None:
    address = reverse(name, args=[todays])

    found = as_(who)

    assert found.get(address).status_code == HTTPStatus.NOT_FOUND
    assert found.post(address, {"opening": "x"}).status_code == HTTPStatus.NOT_FOUND
    assert as_("process-leader").get(address).status_code == HTTPStatus.OK
    assert Client(HTTP_HOST=HOST).get(address).url.startswith(settings.LOGIN_URL)


FREE = """Närvarande: {one}, {other}
Frånvarande: {away}

1. Hemsidan
Vi talade om färgen.
Beslut: Hemsidan byggs om.

2. En ny fråga
Alla berättade.
"""


def test_a_free_text_is_read_and_what_is_accepted_is_typed_in(
    petra: Client, people: People, todays: UUID, item: str
) -> None:
    roll = queries.roll_call(todays)
    one, other, away = (f"{seat.name}, {seat.organisation.name}" for seat in roll.seats[:3])
    text = FREE.format(one=one, other=other, away=away)
    address = reverse("county:free_text", args=[todays])

    read = petra.post(address, {"text": text, "do": "read"})
    keys = [line.split('"')[0] for line in read.content.decode().split('name="take-')[1:]]
    sent = petra.post(
        address, {"text": text, "do": "accept"} | {f"take-{key}": "on" for key in keys}
    )

    assert "Det här hittades" in words(read)
    assert "Beslut: Hemsidan byggs om." in words(read)
    assert "Läggs till på dagordningen." in words(read)
    assert sent.url == f"{reverse('county:run', args=[todays])}?klart=lanet-inlagt"
    content = typed(people, todays)[1]
    assert [content[f"seat-{seat.public_id}"] for seat in roll.seats[:3]] == [
        "present",
        "present",
        "absent",
    ]
    assert (content[f"outcome-{item}"], content[f"wording-{item}"]) == (
        "decided",
        "Hemsidan byggs om.",
    )
    assert content[f"note-{item}"] == "Vi talade om färgen."
    new = next(one for one in queries.roll_call(todays).items if one.title == "En ny fråga")
    assert content[f"note-{new.public_id}"] == "Alla berättade."


def test_what_is_unticked_is_not_taken_in(petra: Client, people: People, todays: UUID) -> None:
    before = typed(people, todays)[1]

    petra.post(
        reverse("county:free_text", args=[todays]), {"text": "1. En ny fråga\nJa.", "do": "accept"}
    )

    assert typed(people, todays)[1] == before
    assert len(queries.roll_call(todays).items) == 3
