"""The register of decisions: found by body, year, state and who is responsible, a page at a time."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import ExtractYear

from varjebarn.steering.models import (
    STANDING,
    Body,
    DecisionRaised,
    DecisionRecord,
    DecisionStatus,
    Meeting,
)
from varjebarn.steering.queries.analyses import IS_ANALYSED
from varjebarn.steering.queries.lines import decision_line
from varjebarn.steering.queries.meetings import decision_lines
from varjebarn.steering.queries.running import bodies
from varjebarn.steering.values import DecisionLine, Named

PAGE = 50
TWO_YEARS = timedelta(days=730)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which decisions are asked for. Nothing said is everything. `state` also knows `late`.

    `after` is the last decision of the page before.
    """

    body: UUID | None = None
    year: int | None = None
    state: str = ""
    responsible: str = ""
    is_lacking: bool = False
    after: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionList:
    """One page of the register, and what it can be narrowed by. `more_after` begins the next page."""

    lines: tuple[DecisionLine, ...]
    total: int
    more_after: UUID | None
    bodies: tuple[Named, ...]
    years: tuple[int, ...]
    responsible: tuple[str, ...]
    late: tuple[tuple[Named, int], ...]
    """The bodies with decisions past their day, and how many."""


def decision_list(wanted: Wanted, *, on: date) -> DecisionList:
    """Read a page of decisions, the newest first: six statements, one more on a later page.

    A page begins after a decision, not at a number, so that none is shown twice when one is added.
    """
    found = DecisionRecord.objects.annotate(is_analysed=IS_ANALYSED).filter(_narrowed(wanted, on))
    rows = list(
        found.filter(_after(wanted.after))
        .select_related("body", "item__meeting")
        .order_by("-item__meeting__date", "-number", "-pk")[: PAGE + 1]
    )
    years = Meeting.objects.annotate(year=ExtractYear("date")).filter(
        Exists(DecisionRecord.objects.filter(item__meeting=OuterRef("pk")))
    )
    late = DecisionRecord.objects.filter(status__in=STANDING, due__lt=on)
    counted = late.values_list("body__public_id", "body__name").annotate(count=Count("pk"))
    named = DecisionRecord.objects.exclude(responsible="")
    return DecisionList(
        lines=tuple(decision_line(row) for row in rows[:PAGE]),
        total=found.count(),
        more_after=rows[PAGE - 1].public_id if len(rows) > PAGE else None,
        bodies=bodies(),
        years=tuple(years.values_list("year", flat=True).distinct().order_by("-year")),
        responsible=tuple(
            named.values_list("responsible", flat=True).distinct().order_by("responsible")
        ),
        late=tuple(
            (Named(id=body, name=name), count)
            for body, name, count in counted.order_by("body__name")
        ),
    )


def open_decisions(body: UUID) -> tuple[DecisionLine, ...]:
    """List the decisions of a body that have not ended, the oldest first, for its next agenda."""
    found = decision_lines(Q(body__public_id=body, status__in=STANDING))
    return tuple(reversed(found))


def latest_decisions() -> tuple[DecisionLine, ...]:
    """List the decisions of all bodies in the last two years that there are, for choosing one."""
    newest = Meeting.objects.filter(agendaitem__decisionrecord__isnull=False)
    last = newest.order_by("-date").values_list("date", flat=True).first()
    return () if last is None else decision_lines(Q(item__meeting__date__gt=last - TWO_YEARS))


def decisions_about_model(model_id: str, version: str) -> tuple[DecisionLine, ...]:
    """List the decisions that change a version of a practice model."""
    return decision_lines(Q(changes_model_id=model_id, changes_model_version=version))


def past_due(body: Body, *, on: date, unless_on: Meeting | None = None) -> list[DecisionRecord]:
    """Find a body's decisions whose day has gone by, but for those on an agenda already."""
    found = DecisionRecord.objects.filter(body=body, status__in=STANDING, due__lt=on)
    if unless_on is not None:
        found = found.exclude(Exists(_raised_at(unless_on)))
    return list(found.order_by("number"))


def other_decisions(body_id: int, *, but: int) -> tuple[DecisionLine, ...]:
    """List a body's other decisions, the newest first, for choosing an earlier one."""
    return decision_lines(Q(body_id=body_id) & ~Q(pk=but))


def _narrowed(wanted: Wanted, on: date) -> Q:
    asked = Q()
    if wanted.body is not None:
        asked &= Q(body__public_id=wanted.body)
    if wanted.year is not None:
        asked &= Q(item__meeting__date__year=wanted.year)
    if wanted.state == "late":
        asked &= Q(status__in=STANDING, due__lt=on)
    elif wanted.state in DecisionStatus.values:
        asked &= Q(status=wanted.state)
    if wanted.responsible:
        asked &= Q(responsible=wanted.responsible)
    if wanted.is_lacking:
        asked &= Q(about_the_young=True, is_analysed=False)
    return asked


def _after(decision: UUID | None) -> Q:
    """Pick what comes after a decision in the register's order, newest first."""
    if decision is None:
        return Q()
    last = DecisionRecord.objects.select_related("item__meeting").get(public_id=decision)
    day, number = last.item.meeting.date, last.number
    return (
        Q(item__meeting__date__lt=day)
        | Q(item__meeting__date=day, number__lt=number)
        | Q(item__meeting__date=day, number=number, pk__lt=last.pk)
    )


def _raised_at(meeting: Meeting) -> QuerySet[DecisionRaised]:
    return DecisionRaised.objects.filter(decision=OuterRef("pk"), item__meeting=meeting)
