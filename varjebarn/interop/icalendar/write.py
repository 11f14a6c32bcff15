"""Writes meetings for calendars. No more of a meeting than its day, hours, place, body and page.

Times are written in Swedish time with its rule for summer, so that a meeting at half past eight is
at half past eight on both sides of the change.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.urls import reverse
from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCalAddress,
    vText,
)

from varjebarn.interop.documents.document import writable
from varjebarn.steering.values import MeetingDay

ZONE = "Europe/Stockholm"
MADE_BY = "-//Varje barn//Möten//SV"
_SWEDEN = ZoneInfo(ZONE)
_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)


class Method(StrEnum):
    """What a calendar is asked to do with what it gets (RFC 5546 1.4)."""

    PUBLISH = "PUBLISH"
    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Who is invited. Nobody else's name or address stands in the invitation."""

    name: str
    address: str


def invitation(
    day: MeetingDay, *, sequence: int, to: Recipient, sender: str, site: str, moment: datetime
) -> tuple[Method, bytes]:
    """Write an invitation, or the cancellation of one. The UID is the meeting's own, always the same.

    `sequence` grows with each letter to this recipient about this meeting; `sender` is a bare mail
    address, `site` the service's own ("https://varjebarn.exempel.se"), `moment` when it is sent.
    """
    method = Method.CANCEL if day.is_cancelled else Method.REQUEST
    event = _event(day, sequence=sequence, site=site, moment=moment)
    organiser = vCalAddress(f"mailto:{sender}")
    organiser.params["CN"] = vText(_line(day.body))
    event.add("organizer", organiser)
    event.add("attendee", _attendee(to))
    return method, _calendar(method, [event]).to_ical()


def feed(days: Iterable[MeetingDay], *, name: str, site: str, moment: datetime) -> bytes:
    """Write a calendar to subscribe to, or to save."""
    calendar = _calendar(
        Method.PUBLISH, [_event(day, sequence=0, site=site, moment=moment) for day in days]
    )
    calendar.add("name", _line(name))
    calendar.add("x-wr-calname", _line(name))
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    written: bytes = calendar.to_ical()
    return written


def place_words(day: MeetingDay) -> str:
    """Say where a meeting is, in Swedish; empty when nobody has said."""
    if day.place and day.is_digital:
        return f"{day.place} och digitalt"
    return "Digitalt" if day.is_digital else day.place


def page_of(day: MeetingDay, site: str) -> str:
    """Give the address of a meeting's page, with its agenda."""
    return site + reverse("county:meeting", args=[day.meeting])


def _event(day: MeetingDay, *, sequence: int, site: str, moment: datetime) -> Event:
    event = Event()
    event.add("uid", str(day.meeting))
    event.add("dtstamp", moment)
    event.add("sequence", sequence)
    event.add("dtstart", _at(day.day, day.starts))
    event.add("dtend", _at(day.day, day.ends))
    event.add("summary", _line(f"{day.body}, möte"))
    if place_words(day):
        event.add("location", _line(place_words(day)))
    event.add("status", "CANCELLED" if day.is_cancelled else "CONFIRMED")
    page = page_of(day, site)
    event.add("url", page)
    event.add("description", f"Dagordning: {page}")
    return event


def _attendee(to: Recipient) -> vCalAddress:
    """Ask for no answer: nobody reads what is sent back."""
    attendee = vCalAddress(f"mailto:{to.address}")
    attendee.params["CN"] = vText(_line(to.name))
    attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
    attendee.params["PARTSTAT"] = vText("NEEDS-ACTION")
    attendee.params["RSVP"] = vText("FALSE")
    return attendee


def _calendar(method: Method, events: Iterable[Event]) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", MADE_BY)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method.value)
    calendar.add_component(_swedish_time())
    for event in events:
        calendar.add_component(event)
    return calendar


def _swedish_time() -> Timezone:
    """Say when summer time begins and ends: directive 2000/84/EC, so from 1996 on."""
    zone = Timezone()
    zone.add("tzid", ZONE)
    for part, begins, month, before, after, name in (
        (TimezoneDaylight(), datetime(1996, 3, 31, 2), 3, _WINTER, _SUMMER, "CEST"),  # noqa: DTZ001 - local by RFC 5545 3.6.5
        (TimezoneStandard(), datetime(1996, 10, 27, 3), 10, _SUMMER, _WINTER, "CET"),  # noqa: DTZ001 - as above
    ):
        part.add("dtstart", begins)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        zone.add_component(part)
    return zone


def _at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=_SWEDEN)


def _line(words: str) -> str:
    return " ".join(writable(words).split())
