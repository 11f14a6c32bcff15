"""One decision: what it changes, the chain it stands in, and what it means for children."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from varjebarn.steering.models import (
    Activity,
    Agreement,
    ChangedKind,
    DecisionChange,
    DecisionRecord,
    Document,
    EarlierDecision,
    ImpactAnalysis,
    Meeting,
    Membership,
)
from varjebarn.steering.queries.agreements import agreements_named
from varjebarn.steering.queries.analyses import IS_ANALYSED, impact_shown
from varjebarn.steering.queries.corrections import correction_lines
from varjebarn.steering.queries.lines import decision_line, meeting_line
from varjebarn.steering.queries.running import organisations
from varjebarn.steering.values import ChangeLine, DecisionPage, Named


def decision_page(decision: UUID) -> DecisionPage:
    """Read one decision. Nine statements. An analysis is here when it is published."""
    found = (
        DecisionRecord.objects.select_related("body", "item__meeting__body")
        .annotate(is_analysed=IS_ANALYSED)
        .get(public_id=decision)
    )
    extends = Agreement.objects.filter(extension__decision=found).order_by("title")
    raised = Meeting.objects.filter(agendaitem__decisionraised__decision=found)
    before, after = _chain(found.pk)
    linked = _rows(before | after | {found.pk})
    analysed = ImpactAnalysis.objects.filter(item_id=found.item.first_id or found.item_id)
    return DecisionPage(
        decision=decision_line(found),
        meeting=meeting_line(found.item.meeting),
        item_title=found.item.title,
        item=found.item.public_id,
        followed_up_on=found.followed_up_on,
        follow_up_note=found.follow_up_note,
        extends=tuple(Named(id=one.public_id, name=one.title) for one in extends),
        changes=_changes(found),
        earlier=tuple(decision_line(row) for row in linked if row.pk in before),
        later=tuple(decision_line(row) for row in linked if row.pk in after),
        raised_on=tuple(
            meeting_line(one) for one in raised.select_related("body").order_by("-date")
        ),
        analysis=impact_shown(analysed.filter(published_at__isnull=False).first()),
        corrections=correction_lines(Q(decision=found)),
    )


def _changes(decision: DecisionRecord) -> tuple[ChangeLine, ...]:
    """Read what a decision changes; an activity is shown with the plan that it is part of."""
    changes = DecisionChange.objects.filter(decision=decision).order_by("kind", "label")
    activities = Activity.objects.filter(public_id__in=changes.order_by().values("target"))
    plans: dict[UUID | None, UUID] = dict(
        activities.values_list("public_id", "document__public_id")
    )
    return tuple(
        ChangeLine(
            kind=one.kind,
            target=one.target,
            label=one.label,
            page=plans.get(one.target) if one.kind == ChangedKind.ACTION else one.target,
        )
        for one in changes
    )


def _rows(keys: set[int]) -> list[DecisionRecord]:
    found = DecisionRecord.objects.filter(pk__in=keys).select_related("body", "item__meeting")
    return list(found.annotate(is_analysed=IS_ANALYSED).order_by("-item__meeting__date", "-number"))


def _chain(decision: int) -> tuple[set[int], set[int]]:
    """Give the keys of all that came before, and of all that came after, however far."""
    pairs = list(EarlierDecision.objects.values_list("decision_id", "earlier_id"))
    return _reached(decision, pairs), _reached(decision, [(old, new) for new, old in pairs])


def _reached(start: int, pairs: Iterable[tuple[int, int]]) -> set[int]:
    known: dict[int, set[int]] = {}
    for one, other in pairs:
        known.setdefault(one, set()).add(other)
    found: set[int] = set()
    todo = [start]
    while todo:
        new = known.get(todo.pop(), set()) - found
        found |= new
        todo += new
    return found - {start}


@dataclass(frozen=True, slots=True, kw_only=True)
class Changeable:
    """What a decision may be said to change, of what the register knows."""

    agreements: tuple[Named, ...]
    activities: tuple[Named, ...]
    documents: tuple[Named, ...]


def changeable() -> Changeable:
    """List agreements, activities of the plans, and documents, by name. Three statements."""
    activities = Activity.objects.select_related("document").order_by("document__title", "title")
    return Changeable(
        agreements=agreements_named(),
        activities=tuple(Named(id=one.public_id, name=one.title) for one in activities),
        documents=tuple(
            Named(id=one.public_id, name=one.title) for one in Document.objects.order_by("title")
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible:
    """Who may be named as responsible for a decision: organisations, and seats of the body."""

    organisations: tuple[Named, ...]
    seats: tuple[Named, ...]


def responsible_for(decision: DecisionRecord, *, on: date) -> Responsible:
    """List who may be responsible: every organisation, and who has a seat in the body on a day."""
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    seats = Membership.objects.filter(sitting, body=decision.body_id, valid_from__lte=on)
    return Responsible(
        organisations=organisations(),
        seats=tuple(
            Named(id=one.public_id, name=f"{one.name}, {one.organisation.name}")
            for one in seats.select_related("organisation").order_by("name")
        ),
    )
