"""What is written for calendars parses back to the same, also across the change of summer time."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from varjebarn.interop.icalendar import Method, Recipient, feed, invitation
from varjebarn.steering.values import MeetingDay

SWEDEN = ZoneInfo("Europe/Stockholm")
SITE = "https://varjebarn.exempel.se"
NOW = datetime(2026, 10, 1, 12, tzinfo=UTC)
DAY = MeetingDay(
    meeting=UUID("6f3f2f5e-8f3b-4a6e-9b2e-0a3f1d2c4b5a"),
    body="Styrgruppen",
    day=date(2026, 11, 6),
    starts=time(8, 30),
    ends=time(10),
    place="Residenset",
    is_digital=False,
    is_cancelled=False,
)
TO = Recipient(name="Ylva Nordin", address="ylva@exempel.se")


def invited(day: MeetingDay, sequence: int = 0) -> tuple[Method, Calendar]:
    method, content = invitation(
        day, sequence=sequence, to=TO, sender="svara-inte@exempel.se", site=SITE, moment=NOW
    )
    return method, Calendar.from_ical(content)


def test_an_invitation_says_when_where_who_and_no_more() -> None:
    method, calendar = invited(DAY)
    (event,) = calendar.walk("VEVENT")

    assert (method, calendar["method"]) == (Method.REQUEST, "REQUEST")
    assert (event["summary"], event["location"]) == ("Styrgruppen, möte", "Residenset")
    assert event["dtstart"].dt == datetime(2026, 11, 6, 8, 30, tzinfo=SWEDEN)
    assert event["dtend"].dt == datetime(2026, 11, 6, 10, tzinfo=SWEDEN)
    assert event["dtstart"].params["TZID"] == "Europe/Stockholm"
    assert (event["organizer"], event["organizer"].params["CN"]) == (
        "mailto:svara-inte@exempel.se",
        "Styrgruppen",
    )
    assert event["attendee"] == "mailto:ylva@exempel.se"
    assert event["url"] == f"{SITE}/lanet/moten/{DAY.meeting}/"
    assert event["description"] == f"Dagordning: {SITE}/lanet/moten/{DAY.meeting}/"
    assert set(event) == {
        "ATTENDEE", "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "LOCATION", "ORGANIZER",
        "SEQUENCE", "STATUS", "SUMMARY", "UID", "URL",
    }  # fmt: skip


def test_a_change_and_a_cancellation_are_about_the_same_event() -> None:
    events = [
        invited(day, sequence)[1].walk("VEVENT")[0]
        for sequence, day in enumerate(
            (DAY, replace(DAY, starts=time(9)), replace(DAY, is_cancelled=True))
        )
    ]

    assert {str(event["uid"]) for event in events} == {str(DAY.meeting)}
    assert [event["sequence"] for event in events] == [0, 1, 2]
    assert [str(event["status"]) for event in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert invited(replace(DAY, is_cancelled=True))[0] is Method.CANCEL


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 3, 28), 1),
        (date(2026, 3, 29), 2),
        (date(2026, 10, 24), 2),
        (date(2026, 10, 25), 1),
        (date(2031, 7, 1), 2),
    ],
)
def test_half_past_eight_is_half_past_eight_in_summer_and_winter(day: date, hours: int) -> None:
    (event,) = invited(replace(DAY, day=day))[1].walk("VEVENT")

    assert event["dtstart"].dt.replace(tzinfo=None) == datetime.combine(day, time(8, 30))
    assert event["dtstart"].dt.utcoffset() == timedelta(hours=hours)


def test_its_own_zone_has_the_same_hours_as_the_worlds() -> None:
    """A calendar that knows no zones has only what the file says."""
    (zone,) = invited(DAY)[1].walk("VTIMEZONE")
    told = zone.to_tz(lookup_tzid=False)
    days = [datetime(2026, 1, 1, 9) + timedelta(days=number) for number in range(2000)]  # noqa: DTZ001 - the hour on the wall

    assert [day.replace(tzinfo=told).utcoffset() for day in days] == [
        day.replace(tzinfo=SWEDEN).utcoffset() for day in days
    ]


@given(
    st.dates(min_value=date(1997, 1, 1), max_value=date(2099, 12, 31)),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)
def test_any_day_and_hour_parses_back(day: date, starts: time) -> None:
    (event,) = invited(replace(DAY, day=day, starts=starts))[1].walk("VEVENT")

    assert event["dtstart"].dt.replace(tzinfo=None) == datetime.combine(day, starts)


@given(st.text(max_size=80))
def test_no_words_make_another_line(words: str) -> None:
    day = replace(DAY, body=f"Grupp {words}", place=f"Sal {words}\r\nATTENDEE:mailto:x@y.se")
    (event,) = invited(day)[1].walk("VEVENT")

    assert event["attendee"] == "mailto:ylva@exempel.se"
    assert str(event["uid"]) == str(DAY.meeting)


@pytest.mark.parametrize(
    ("place", "is_digital", "said"),
    [
        ("Residenset", False, "Residenset"),
        ("Residenset", True, "Residenset och digitalt"),
        ("", True, "Digitalt"),
        ("", False, None),
    ],
)
def test_the_place_is_said_when_it_is_known(place: str, is_digital: bool, said: str) -> None:  # noqa: FBT001 - a column of the table above
    (event,) = invited(replace(DAY, place=place, is_digital=is_digital))[1].walk("VEVENT")

    assert event.get("location") == said


def test_a_feed_names_nobody() -> None:
    days = [DAY, replace(DAY, meeting=UUID(int=7), is_cancelled=True)]
    content = feed(days, name="Länets möten", site=SITE, moment=NOW)
    calendar = Calendar.from_ical(content)

    assert calendar["method"] == "PUBLISH"
    assert [str(event["status"]) for event in calendar.walk("VEVENT")] == ["CONFIRMED", "CANCELLED"]
    assert [word for word in (b"mailto", b"ATTENDEE", b"ORGANIZER") if word in content] == []
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
