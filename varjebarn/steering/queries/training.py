"""Training in numbers, what stands in its way, and when money ends."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from varjebarn.organisations.models import Organisation
from varjebarn.steering.models import (
    Funding,
    Risk,
    TrainingNeed,
    TrainingSession,
    TrainingTaken,
)
from varjebarn.steering.queries.lines import last_day
from varjebarn.steering.rules.own import ends_soon
from varjebarn.steering.values import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """An occasion of training: how many took part, by organisation."""

    id: UUID
    title: str
    on: date
    place: str
    is_digital: bool
    audience: str
    taken: tuple[tuple[str, int], ...]

    @property
    def people(self) -> int:
        """How many in all."""
        return sum(count for _, count in self.taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageLine:
    """How far an organisation has come. `needed` is None where nobody has said how many."""

    organisation: str
    organisation_id: UUID
    taken: int
    needed: int | None

    @property
    def share(self) -> int | None:
        """How many of a hundred have taken part, at most all of them."""
        return None if self.needed is None else min(100, 100 * self.taken // self.needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskLine:
    """That an organisation lacks something."""

    id: UUID
    organisation: str
    organisation_id: UUID
    lack: str
    text: str
    noted_on: date
    ended_on: date | None
    ended_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingOverview:
    """All training on one page."""

    sessions: tuple[SessionLine, ...]
    coverage: tuple[CoverageLine, ...]
    risks: tuple[RiskLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingLine:
    """Money for a period; it ends soon if nothing continues it after its last day."""

    id: UUID
    title: str
    funder: str
    posts: Decimal | None
    crowns: int | None
    valid_from: date
    last_day: date
    decision: Named | None
    continues: str
    is_continued: bool
    is_over: bool
    ends_soon: bool


def training_overview() -> TrainingOverview:
    """Read all training: five statements."""
    sessions = list(TrainingSession.objects.order_by("-on", "title", "pk"))
    counted: dict[tuple[int, int], tuple[Organisation, int]] = {}
    for one in TrainingTaken.objects.select_related("organisation").order_by("pk"):
        counted[one.session_id, one.organisation_id] = (one.organisation, one.people)
    needs: dict[int, tuple[Organisation, int]] = {}
    for need in TrainingNeed.objects.select_related("organisation").order_by("on", "pk"):
        needs[need.organisation_id] = (need.organisation, need.people)
    return TrainingOverview(
        sessions=tuple(_session(one, counted) for one in sessions),
        coverage=_coverage(counted, needs),
        risks=risk_lines(),
    )


def risk_lines() -> tuple[RiskLine, ...]:
    """List what is lacking, that which has been seen to last."""
    found = Risk.objects.select_related("organisation").order_by("organisation__name", "noted_on")
    lines = (
        RiskLine(
            id=one.public_id,
            organisation=one.organisation.name,
            organisation_id=one.organisation.public_id,
            lack=one.lack,
            text=one.text,
            noted_on=one.noted_on,
            ended_on=one.ended_on,
            ended_by=one.ended_by,
        )
        for one in found
    )
    return tuple(sorted(lines, key=lambda one: one.ended_on is not None))


def open_session(session: UUID) -> TrainingSession:
    """Open an occasion of training to act on."""
    return TrainingSession.objects.get(public_id=session)


def open_risk(risk: UUID) -> Risk:
    """Open a risk to act on."""
    return Risk.objects.select_related("organisation").get(public_id=risk)


def funding_lines(on: date) -> tuple[FundingLine, ...]:
    """List all money, what ends first at the top and what is over last: two statements."""
    found = Funding.objects.select_related("decision", "continues").order_by("valid_to", "title")
    rows = list(found)
    until: dict[int, date] = defaultdict(lambda: date.min)
    for one in rows:
        if one.continues_id is not None:
            until[one.continues_id] = max(until[one.continues_id], one.valid_to)
    lines = [_funding(one, on=on, is_continued=until[one.pk] > one.valid_to) for one in rows]
    return tuple(sorted(lines, key=lambda one: one.is_over))


def open_funding(funding: UUID) -> Funding:
    """Open money to continue it."""
    return Funding.objects.get(public_id=funding)


def _session(
    session: TrainingSession, counted: dict[tuple[int, int], tuple[Organisation, int]]
) -> SessionLine:
    taken = [
        (organisation.name, people)
        for (key, _), (organisation, people) in counted.items()
        if key == session.pk
    ]
    return SessionLine(
        id=session.public_id,
        title=session.title,
        on=session.on,
        place=session.place,
        is_digital=session.digital,
        audience=session.audience,
        taken=tuple(sorted(taken)),
    )


def _coverage(
    counted: dict[tuple[int, int], tuple[Organisation, int]],
    needs: dict[int, tuple[Organisation, int]],
) -> tuple[CoverageLine, ...]:
    known = {key: organisation for key, (organisation, _) in needs.items()}
    taken: dict[int, int] = defaultdict(int)
    for (_, key), (organisation, people) in counted.items():
        known[key] = organisation
        taken[key] += people
    return tuple(
        CoverageLine(
            organisation=organisation.name,
            organisation_id=organisation.public_id,
            taken=taken[key],
            needed=needs[key][1] if key in needs else None,
        )
        for key, organisation in sorted(known.items(), key=lambda pair: pair[1].name)
    )


def _funding(funding: Funding, *, on: date, is_continued: bool) -> FundingLine:
    decision = funding.decision
    is_over = funding.valid_to <= on
    return FundingLine(
        id=funding.public_id,
        title=funding.title,
        funder=funding.funder,
        posts=funding.posts,
        crowns=funding.crowns,
        valid_from=funding.valid_from,
        last_day=last_day(funding.valid_to),
        decision=None if decision is None else Named(id=decision.public_id, name=decision.wording),
        continues="" if funding.continues is None else funding.continues.title,
        is_continued=is_continued,
        is_over=is_over,
        ends_soon=not is_continued and not is_over and ends_soon(funding.valid_to, on),
    )
