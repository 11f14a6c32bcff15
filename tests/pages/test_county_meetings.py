"""Meetings are planned in a series, written down on one page, and write their own minutes."""

from collections.abc import Callable
from datetime import date, time, timedelta
from http import HTTPStatus
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from varjebarn.interop.minutes import read_text
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.models import ItemKind

from tests.world.browsing import words
from tests.world.steering_group import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]

HOST = "127.0.0.1"
OUTSIDERS = ("outsider", "outsider-elsewhere", "keeper", "nurse")


@pytest.fixture
def group(world: dict[str, object]) -> UUID:
    return UUID(str(world["group"]))


@pytest.fixture
def todays(people: People, group: UUID) -> UUID:
    """Plan a meeting today, with three items, and one to come."""
    with people.acting("process-leader") as actor:
        body = queries.open_body(group)
        today = timezone.localdate()
        meeting = commands.plan_meeting(
            actor, body, on=today, starts=time(9), ends=time(11), place="Stadshuset"
        )
        for title in ("Inledning", "Hemsidan", "Enkäten"):
            commands.raise_item(actor, meeting, title=title, kind=ItemKind.DISCUSSION)
        commands.plan_meeting(
            actor, body, on=today + timedelta(days=60), starts=time(9), ends=time(11)
        )
    return meeting.public_id


def test_a_years_series_is_shown_as_read_and_then_planned(petra: Client, group: UUID) -> None:
    address = reverse("county:plan", args=[group])
    year = timezone.localdate().year + 1
    asked = {
        "days": f"8 jan, 12 feb (digitalt)\n9 april {year}",
        "starts": "8.30",
        "ends": "10",
        "place": "Residenset",
    }

    shown = petra.post(address, asked)
    made = petra.post(address, asked | {"sure": "on"})

    assert shown.status_code == HTTPStatus.OK
    assert "Det blir 3 möten" in words(shown)
    assert f"12 februari {year}, digitalt" in words(shown)
    assert made.url == f"{reverse('county:body', args=[group])}?klart=lanet-planerat"
    page = queries.body_page(group, on=timezone.localdate())
    planned = {
        one.day: (one.starts, one.place, one.is_digital)
        for one in page.meetings
        if one.day.year == year
    }
    assert {
        day: planned[day] for day in (date(year, 1, 8), date(year, 2, 12), date(year, 4, 9))
    } == {
        date(year, 1, 8): (time(8, 30), "Residenset", False),
        date(year, 2, 12): (time(8, 30), "", True),
        date(year, 4, 9): (time(8, 30), "Residenset", False),
    }


def test_a_series_with_a_day_that_is_taken_makes_none(
    petra: Client, group: UUID, todays: UUID
) -> None:
    taken = timezone.localdate() + timedelta(days=60)
    free = taken + timedelta(days=1)
    asked = {
        "days": f"{taken.isoformat()}, {free.isoformat()}",
        "starts": "9",
        "ends": "10",
        "sure": "on",
    }

    refused = petra.post(reverse("county:plan", args=[group]), asked)

    assert refused.status_code == HTTPStatus.CONFLICT
    assert "Gruppen har redan ett möte den dagen." in words(refused)
    days = {one.day for one in queries.body_page(group, on=timezone.localdate()).meetings}
    assert (taken in days, free in days) == (True, False)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"days": ""}, "Skriv minst en dag"),
        ({"days": "någon gång"}, "Inga dagar gick att läsa."),
        ({"days": "1 mars 2020"}, "1 mars 2020 har redan varit."),
        ({"starts": "halv nio"}, "Skriv klockslaget som 8.30"),
        ({"ends": "8"}, "Mötet måste sluta efter att det börjar"),
    ],
)
def test_what_cannot_be_planned_is_said_at_the_field_and_kept(
    petra: Client, group: UUID, changes: dict[str, str], said: str
) -> None:
    asked = {"days": "8 jan", "starts": "8.30", "ends": "10", "place": "Sal Linden"} | changes

    refused = petra.post(reverse("county:plan", args=[group]), asked)

    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in words(refused)
    assert "Sal Linden" in refused.content.decode()


def test_an_item_is_put_last_on_the_agenda(petra: Client, todays: UUID) -> None:
    address = reverse("county:raise_item", args=[todays])

    empty = petra.post(address, {"kind": "decision"})
    sent = petra.post(address, {"title": "Nytt avtal", "kind": "decision"})

    assert empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Skriv vad punkten gäller" in words(empty)
    assert sent.status_code == HTTPStatus.FOUND
    page = queries.meeting_page(todays, on=timezone.localdate())
    assert [(one.order, one.title) for one in page.items][-1] == (4, "Nytt avtal")


def filled(meeting: UUID, **changes: str) -> dict[str, str]:
    """Fill in the page: all there but the last seat, which somebody unknown stands in for."""
    roll = queries.roll_call(meeting)
    *there, away = roll.seats
    values = {f"seat-{seat.public_id}": "present" for seat in there}
    values |= {f"seat-{away.public_id}": "absent", f"for-{away.public_id}": "Maj Hedman"}
    first, decided, postponed = (one.public_id for one in roll.items)
    values |= {
        f"outcome-{first}": "noted",
        f"note-{first}": "Alla hälsades välkomna.",
        f"outcome-{decided}": "decided",
        f"wording-{decided}": "Hemsidan byggs om.",
        f"responsible-{decided}": "Petra",
        f"outcome-{postponed}": "postponed",
        f"note-{postponed}": "Tiden räckte inte.",
        "guest-1": "Ebba Frisk",
        "guest-from-1": str(roll.organisations[0].id),
        "starts": "9",
        "ends": "11",
        "do": "sure",
    }
    return values | changes


def test_a_meeting_is_written_down_in_one_step_and_writes_its_minutes(
    petra: Client, todays: UUID
) -> None:
    roll = queries.roll_call(todays)
    *there, away = roll.seats

    sent = petra.post(reverse("county:run", args=[todays]), filled(todays))

    minutes = reverse("county:minutes", args=[todays])
    assert sent.url == f"{minutes}?klart=lanet-genomfort"
    read = read_text(petra.get(reverse("county:minutes_file", args=[todays])).content.decode())
    assert (read.on, read.start, read.end, read.place) == (
        timezone.localdate(),
        "09:00",
        "11:00",
        "Stadshuset",
    )
    assert {one.name for one in read.present} == {
        *(seat.name for seat in there),
        "Maj Hedman",
        "Ebba Frisk",
    }
    assert [one.name for one in read.absent] == [away.name]
    assert {one.name: one.substitutes_for for one in read.present if one.substitutes_for} == {
        "Maj Hedman": (away.name,)
    }
    assert [
        (one.heading, one.is_postponed, [d.text for d in one.decisions]) for one in read.items
    ] == [
        ("Inledning", False, []),
        ("Hemsidan", False, ["Hemsidan byggs om."]),
        ("Enkäten", True, []),
    ]
    assert read.findings == ()
    moved = queries.meeting_page(roll.next_meeting.public_id, on=timezone.localdate()).items
    assert [one.title for one in moved][-1] == "Enkäten"


def test_what_is_missing_is_named_and_nothing_is_written_or_lost(
    petra: Client, todays: UUID
) -> None:
    address = reverse("county:run", args=[todays])
    first, decided, postponed = (one.public_id for one in queries.roll_call(todays).items)

    empty = petra.post(address, {})
    half = petra.post(
        address,
        filled(
            todays,
            **{
                f"wording-{decided}": "",
                f"note-{postponed}": "",
                f"note-{first}": "Kaffe bjöds.",
                "guest-from-1": "",
            },
        ),
    )

    assert empty.status_code == half.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Kryssa för minst en som är närvarande." in words(empty)
    assert "Säg vad det blev av ”Inledning”" in words(empty)
    said = words(half)
    assert "Skriv beslutet om ”Hemsidan”" in said
    assert "Skriv varför ”Enkäten” skjuts upp" in said
    assert "Välj organisation för Ebba Frisk" in said
    assert "Kaffe bjöds." in half.content.decode()
    assert not queries.roll_call(todays).is_held


def test_whoever_stands_in_is_there_and_the_other_is_not(petra: Client, todays: UUID) -> None:
    one, other, *_rest = queries.roll_call(todays).seats
    address = reverse("county:run", args=[todays])

    both = petra.post(address, filled(todays, **{f"for-{one.public_id}": other.name}))
    away = petra.post(
        address,
        filled(
            todays,
            **{
                f"seat-{one.public_id}": "absent",
                f"seat-{other.public_id}": "absent",
                f"for-{one.public_id}": other.name,
            },
        ),
    )
    assert f"{one.name} är själv närvarande och ersätts inte" in words(both)
    assert f"{other.name} är inte närvarande och kan inte ersätta någon" in words(away)


def test_one_person_may_stand_in_for_two(petra: Client, todays: UUID) -> None:
    one, *_rest, last = queries.roll_call(todays).seats
    both = {f"seat-{one.public_id}": "", f"for-{one.public_id}": "maj hedman "}

    petra.post(reverse("county:run", args=[todays]), filled(todays, **both))

    attendance = queries.meeting_page(todays, on=timezone.localdate()).attendance
    assert {who.name: who.instead_of for who in attendance if who.instead_of} == {
        "maj hedman": f"{one.name} och {last.name}"
    }
    assert {who.name for who in attendance if not who.is_present} == {one.name, last.name}


def test_nothing_is_put_off_when_no_meeting_is_to_come(
    petra: Client, people: People, group: UUID, todays: UUID
) -> None:
    with people.acting("process-leader") as actor:
        last = commands.plan_meeting(
            actor,
            queries.open_body(group),
            on=timezone.localdate() - timedelta(days=1),
            starts=time(9),
            ends=time(10),
        )
        commands.raise_item(actor, last, title="Sist", kind=ItemKind.INFORMATION)
    roll = queries.roll_call(todays)

    assert roll.next_meeting is not None, "today's has one to go to"
    assert queries.roll_call(last.public_id).next_meeting.public_id == todays


@pytest.mark.parametrize("who", OUTSIDERS)
@pytest.mark.parametrize("name", ["county:plan", "county:raise_item", "county:run"])
def test_the_acts_are_hidden_from_outsiders(
    as_: Callable[[str], Client], group: UUID, todays: UUID, who: str, name: str
) -> None:
    address = reverse(name, args=[group if name == "county:plan" else todays])

    found = as_(who)

    assert found.get(address).status_code == HTTPStatus.NOT_FOUND
    assert (
        found.post(address, {"title": "x", "kind": "decision"}).status_code == HTTPStatus.NOT_FOUND
    )
    assert as_("process-leader").get(address).status_code == HTTPStatus.OK
    assert Client(HTTP_HOST=HOST).get(address).url.startswith(settings.LOGIN_URL)


def test_the_buttons_are_shown_to_those_who_may(
    as_: Callable[[str], Client], group: UUID, todays: UUID
) -> None:
    def shown(who: str) -> list[bool]:
        browser = as_(who)
        meeting = browser.get(reverse("county:meeting", args=[todays])).content.decode()
        body = browser.get(reverse("county:body", args=[group])).content.decode()
        return [
            reverse("county:run", args=[todays]) in meeting,
            reverse("county:raise_item", args=[todays]) in meeting,
            reverse("county:plan", args=[group]) in body,
        ]

    assert (shown("outsider"), shown("process-leader")) == ([False] * 3, [True] * 3)


def test_a_meeting_is_written_down_once(petra: Client, todays: UUID) -> None:
    address = reverse("county:run", args=[todays])
    values = filled(todays)
    petra.post(address, values)

    assert petra.get(address).status_code == HTTPStatus.NOT_FOUND
    assert petra.post(address, values).status_code == HTTPStatus.NOT_FOUND
