"""Old minutes that wait to be looked over. Only the duty county has any to read."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.steering.models import Meeting, WaitingMinutes, WaitingState


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingLine:
    """One file that waits. `meeting` is one that the register has of the same body and day."""

    id: UUID
    name: str
    body: str
    day: date | None
    findings: int
    by: str
    at: datetime
    meeting: UUID | None


def old_minutes_waiting(actor: Actor) -> tuple[WaitingLine, ...]:
    """List what waits, the oldest meeting first. One statement, and one in the log."""
    same = Meeting.objects.filter(body=OuterRef("body"), date=OuterRef("date"))
    found = (
        WaitingMinutes.objects.filter(state=WaitingState.WAITING)
        .select_related("body", "uploaded_by")
        .defer("text")
        .annotate(meeting=Subquery(same.values("public_id")[:1]))
        .order_by("date", "name", "pk")
    )
    record(actor, "steering.old_minutes_waiting.read")
    return tuple(
        WaitingLine(
            id=one.public_id,
            name=one.name,
            body=one.body.name if one.body else "",
            day=one.date,
            findings=one.findings,
            by=str(one.uploaded_by),
            at=one.uploaded_at,
            meeting=one.meeting,
        )
        for one in found
    )


def open_waiting(waiting: UUID) -> WaitingMinutes:
    """Open a file that waits. Raises DoesNotExist for what waits no longer."""
    return WaitingMinutes.objects.get(public_id=waiting, state=WaitingState.WAITING)


def meeting_of(body: UUID, on: date) -> UUID | None:
    """Find the meeting that a body had on a day."""
    found = Meeting.objects.filter(body__public_id=body, date=on).values_list(
        "public_id", flat=True
    )
    return found.first()
