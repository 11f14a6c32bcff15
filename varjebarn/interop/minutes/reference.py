"""The number that a body's minutes are known by: it meets once a day, so its name and the day do."""

from varjebarn.interop.papers import plain_name
from varjebarn.steering.values import MeetingLine


def reference_of(meeting: MeetingLine) -> str:
    """Give the number, as STYRGRUPPEN-2026-11-06."""
    return f"{plain_name(meeting.body.name)}-{meeting.day.isoformat()}".upper()
