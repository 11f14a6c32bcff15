"""What was decided on what another unit reported, and what is still to be told the reporter."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from varjebarn.disclosure.feedback import GROUND
from varjebarn.disclosure.models import Disclosure, ReportDecision
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile

MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """What was decided on a report, whether the reporter has asked, and by when she is told."""

    choice: str
    decided_on: date
    asked_on: date | None
    due_on: date | None
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackDue:
    """A reporter of one of the acting person's children who has asked and has not been told."""

    child: UUID
    child_name: str
    due_on: date


def report_decisions(actor: Actor, report: UUID | None) -> list[ReportLine]:
    """List what has been decided on one report, the latest first: that is the one that counts."""
    if report is None:
        return []
    rows = ReportDecision.objects.filter(unit_id=actor.unit_id, report_ref=report)
    return [
        ReportLine(
            choice=row.choice,
            decided_on=row.decided_on,
            asked_on=row.asked_on,
            due_on=row.due_on,
            by=str(row.noted_by),
            at=row.noted_at,
        )
        for row in rows.select_related("noted_by").order_by("-pk")
    ]


def feedback_given(actor: Actor, child: ChildFile, report: UUID | None) -> datetime | None:
    """Say when the reporter was told, if she has been."""
    given = Disclosure.objects.filter(
        unit_id=actor.unit_id, child_file=child, ground=GROUND, subject_ref=report
    )
    return given.values_list("decided_at", flat=True).first()


def feedback_due(actor: Actor, *, most: int = MOST) -> list[FeedbackDue]:
    """List reporters who wait to be told, the earliest day first. A protected child is in no list."""
    given = Disclosure.objects.filter(
        unit_id=OuterRef("unit_id"),
        child_file_id=OuterRef("child_file_id"),
        ground=GROUND,
        subject_ref=OuterRef("report_ref"),
    )
    rows = (
        ReportDecision.objects.filter(~Exists(given), unit_id=actor.unit_id, due_on__isnull=False)
        .select_related("child_file")
        .order_by("due_on", "pk")[:most]
    )
    return [
        FeedbackDue(
            child=row.child_file.public_id, child_name=str(row.child_file), due_on=row.due_on
        )
        for row in rows
        if row.due_on is not None and row.child_file.protection == "none"
    ]
