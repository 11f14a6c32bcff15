"""Child impact analyses: a draft for the body's members, the published one for everybody."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.steering.models import AgendaItem, DecisionRecord, ImpactAnalysis
from varjebarn.steering.queries.seats import holds_seat
from varjebarn.steering.values import ImpactShown

IS_ANALYSED = Exists(
    ImpactAnalysis.objects.filter(
        published_at__isnull=False,
        item_id=Coalesce(OuterRef("item__first_id"), OuterRef("item_id")),
    )
)
"""Whether the matter of a decision has a published analysis; its line needs it as `is_analysed`."""


def of_matter(first: AgendaItem) -> Q:
    """Pick the decisions of a matter, wherever its item had got to by then."""
    return Q(item=first) | Q(item__first=first)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysedMatter:
    """A matter whose analysis may be written: where it stands, what is written, and its decision."""

    item: AgendaItem
    analysis: ImpactAnalysis | None
    shown: ImpactShown | None
    decision: UUID | None


def read_analysis(actor: Actor, item: UUID, *, on: date) -> AnalysedMatter:
    """Read a matter's analysis for writing on; a draft that is read leaves its event.

    Raises DoesNotExist for whoever may not write it: only the body's members and the county's own.
    """
    standing = AgendaItem.objects.select_related("meeting__body", "first").get(public_id=item)
    if Duty.COUNTY not in actor.duties and not holds_seat(actor, standing.meeting.body_id, on):
        raise AgendaItem.DoesNotExist
    first = standing.first or standing
    found = ImpactAnalysis.objects.filter(item=first).select_related("item__meeting").first()
    decided = DecisionRecord.objects.filter(of_matter(first)).order_by("pk").first()
    if found is not None and found.published_at is None:
        record(actor, "steering.analysis.read", object=found.public_id)
    return AnalysedMatter(
        item=standing,
        analysis=found,
        shown=impact_shown(found),
        decision=None if decided is None else decided.public_id,
    )


def impact_shown(analysis: ImpactAnalysis | None) -> ImpactShown | None:
    """Give an analysis as a page shows it."""
    if analysis is None:
        return None
    return ImpactShown(
        id=analysis.public_id,
        is_published=analysis.published_at is not None,
        is_whole=analysis.is_whole,
        whom=analysis.whom,
        said=analysis.said,
        asked_how=analysis.asked_how,
        gains=analysis.gains,
        costs=analysis.costs,
        articles=tuple(analysis.articles),
        weighing=analysis.weighing,
        follow_up=analysis.follow_up,
        changed_on=analysis.changed_at.date(),
    )
