"""The days on which bodies meet, for calendars. Public: nothing but when, where and who meets."""

from datetime import date
from uuid import UUID

from varjebarn.steering.models import Meeting, MeetingState
from varjebarn.steering.values import MeetingDay


def meeting_days(*, since: date, body: UUID | None = None) -> tuple[MeetingDay, ...]:
    """List the meetings from a day on, of one body or of all, in order of day."""
    found = Meeting.objects.filter(date__gte=since).select_related("body")
    if body is not None:
        found = found.filter(body__public_id=body)
    return tuple(_day(one) for one in found.order_by("date", "starts", "pk"))


def meeting_day(meeting: UUID) -> MeetingDay:
    """Read one meeting."""
    return _day(Meeting.objects.select_related("body").get(public_id=meeting))


def _day(meeting: Meeting) -> MeetingDay:
    return MeetingDay(
        meeting=meeting.public_id,
        body=meeting.body.name,
        day=meeting.date,
        starts=meeting.starts,
        ends=meeting.ends,
        place=meeting.place,
        is_digital=meeting.digital,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
    )
