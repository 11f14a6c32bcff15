"""Meeting days as calendars. Public, and no more than the pages say."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from varjebarn.interop.icalendar import feed
from varjebarn.steering import queries
from varjebarn.steering.values import MeetingDay
from varjebarn.web.county.papers.saving import saved

A_YEAR = timedelta(days=365)
EVERYBODY = "Länets möten"


@require_safe
def everybody(_request: HttpRequest) -> HttpResponse:
    """Give all bodies' meetings, from a year ago on, to subscribe to."""
    return _calendar(queries.meeting_days(since=_since()), name=EVERYBODY, file="lanets-moten")


@require_safe
def of_body(_request: HttpRequest, body: UUID) -> HttpResponse:
    """Give one body's meetings."""
    found = queries.open_body(body)
    days = queries.meeting_days(since=_since(), body=body)
    return _calendar(days, name=found.name, file="moten")


@require_safe
def of_meeting(_request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Give one meeting, to put in one's calendar."""
    day = queries.meeting_day(meeting)
    return _calendar([day], name=day.body, file=f"mote-{day.day.isoformat()}")


def _calendar(days: Iterable[MeetingDay], *, name: str, file: str) -> HttpResponse:
    content = feed(days, name=name, site=settings.ADDRESS, moment=timezone.now())
    return saved(content, name=f"{file}.ics", content_type="text/calendar; charset=utf-8")


def _since() -> date:
    return timezone.localdate() - A_YEAR
