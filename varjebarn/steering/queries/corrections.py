"""How decisions were worded before, and which were corrected after an annual report told of them."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from varjebarn.steering.models import (
    AnnualReport,
    DecisionCorrection,
    DecisionRecord,
    Meeting,
    Minutes,
    MinutesState,
)
from varjebarn.steering.values import CorrectionLine


def is_drafted(decision: DecisionRecord) -> bool:
    """Whether the minutes of a decision's meeting are written and not yet approved."""
    found = Minutes.objects.filter(meeting__agendaitem=decision.item_id)
    return found.filter(state=MinutesState.DRAFT).exists()


def reworded(meeting: Meeting, wordings: Mapping[UUID, str]) -> list[tuple[DecisionRecord, str]]:
    """Find the decisions of a meeting that would be worded otherwise, and how."""
    found = DecisionRecord.objects.filter(item__meeting=meeting, public_id__in=wordings)
    return [
        (one, wordings[one.public_id])
        for one in found.order_by("number")
        if wordings[one.public_id].strip() != one.wording
    ]


def corrected_since(report: UUID) -> tuple[CorrectionLine, ...]:
    """List the year's decisions that were reworded after an edition was published. Two statements."""
    edition = AnnualReport.objects.get(public_id=report)
    return correction_lines(Q(decision__item__meeting__date__year=edition.year, at__gt=edition.at))


def correction_lines(wanted: Q) -> tuple[CorrectionLine, ...]:
    """List the corrections of some decisions, the earliest first."""
    found = DecisionCorrection.objects.filter(wanted).select_related("decision")
    return tuple(_line(one) for one in found.order_by("at", "pk"))


def _line(one: DecisionCorrection) -> CorrectionLine:
    return CorrectionLine(
        decision=one.decision.public_id,
        number=one.decision.number,
        before=one.before,
        after=one.after,
        reason=one.reason,
        by=one.by_name,
        on=timezone.localtime(one.at).date(),
    )
