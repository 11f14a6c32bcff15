"""Minutes composed from the register, in the form that Swedish offices give them.

Always in Swedish: they are the county's own document. What stands here is computed from what
happened, so attendance, days and decisions can't differ from the register.
"""

from collections.abc import Iterator
from datetime import date, time

from varjebarn.interop.minutes.vocabulary import in_order
from varjebarn.steering.values import Attendee, DecisionLine, ItemLine, MeetingLine, MeetingPage

_CHAIR = "chair"
_BECAME = {
    "noted": "Mötet tar del av informationen.",
    "not_approved": "Förslaget godkänns inte.",
    "taken_home": "Frågan tas hem till organisationerna.",
}


def minutes_text(page: MeetingPage) -> str:
    """Write the minutes of a held meeting as plain text."""
    return "\n".join(_lines(page)).rstrip() + "\n"


def _lines(page: MeetingPage) -> Iterator[str]:
    meeting = page.meeting
    yield f"Mötesanteckningar {meeting.body.name}"
    yield ""
    yield f"Tid: {_weekday(meeting.day)} den {_day(meeting.day)} kl. {_clock(meeting.starts)}–{_clock(meeting.ends)}"
    yield f"Plats: {_place(meeting)}"
    yield from _people("Närvarande", [one for one in page.attendance if one.is_present])
    yield from _people("Frånvarande", [one for one in page.attendance if not one.is_present])
    for item in page.items:
        yield ""
        yield f"{item.order}. {item.title}"
        yield ""
        yield from _became(item)


def _people(label: str, some: list[Attendee]) -> Iterator[str]:
    if some:
        yield ""
        yield f"{label}:"
        yield from (_person(one) for one in some)


def _person(one: Attendee) -> str:
    role = " (ordförande)" if one.seat == _CHAIR else ""
    instead = f" (ersätter {one.instead_of})" if one.instead_of else ""
    return f"{one.name}, {one.organisation}{role}{instead}"


def _became(item: ItemLine) -> Iterator[str]:
    if item.outcome == "postponed":
        later = f" till mötet den {_day(item.moved_to)}" if item.moved_to else ""
        yield f"Punkten skjuts upp{later}. {item.note}".strip()
        return
    if item.note:
        yield item.note
    elif item.outcome in _BECAME:
        yield _BECAME[item.outcome]
    for decision in reversed(item.decisions):
        yield ""
        yield from _decision(decision)


def _decision(decision: DecisionLine) -> Iterator[str]:
    yield f"Beslut: {decision.wording}"
    if decision.responsible:
        yield f"Ansvarig: {decision.responsible}"
    if decision.due:
        yield f"Klart senast: {_day(decision.due)}"


def _place(meeting: MeetingLine) -> str:
    if meeting.place and meeting.is_digital:
        return f"{meeting.place} och digitalt"
    return "Digitalt" if meeting.is_digital else meeting.place or "Inte angiven"


def _weekday(day: date) -> str:
    return f"{in_order('dates', 'weekdays')[day.weekday()].capitalize()}en"


def _day(day: date) -> str:
    return f"{day.day} {in_order('dates', 'months')[day.month - 1]} {day.year}"


def _clock(at: time) -> str:
    return f"{at.hour:02}.{at.minute:02}"
