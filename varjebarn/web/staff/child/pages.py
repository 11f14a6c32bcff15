"""A child's page in words: who, where we are, what works and what is hard, who is with the child."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.disclosure.queries import (
    ConsentLine,
    Covered,
    NotSharedLine,
    ReceiptLine,
    SentLine,
    SubstituteLine,
)
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.organisations.queries import StaffLine
from varjebarn.participation.queries import ViewLine
from varjebarn.people.queries import InvolvedLine
from varjebarn.practice.values import PracticeModel
from varjebarn.web.shared.wheel import Segment
from varjebarn.web.staff.child.passed_on import (
    NotSharedRow,
    SentRow,
    not_shared_row,
    sent_row,
)
from varjebarn.web.staff.consent.labels import SUBSTITUTES
from varjebarn.web.staff.consent.saying_no import why_not
from varjebarn.web.staff.labels import CONTENT_KINDS, ROLES, label
from varjebarn.web.staff.wheel import segments
from varjebarn.wellbeing.queries import SignalLine
from varjebarn.wellbeing.values import State

IN_PLANS = frozenset(part.value for part in PLAN_PARTS)
PASSING = frozenset({"intake", "break_glass"})
OPEN_STATES = (State.RECEIVED, State.HANDED)


class Guardian(Protocol):
    """What the page asks of a guardian."""

    name: str
    relation: str
    custody: bool
    is_protected: bool


class Copy(Protocol):
    """What the page asks of a copy."""

    public_id: UUID
    content_kind: str
    version: int | None
    from_unit_name: str
    from_organisation_name: str
    arrived: datetime
    opened_at: datetime | None
    state: str
    consent_ended: datetime | None


class Plan(Protocol):
    """What the page asks of a plan."""

    version: int
    has_changes: bool
    follow_up_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """A copy on a child's page."""

    delivery: UUID
    what: str
    version: int | None
    sender: str
    arrived: datetime
    is_new: bool
    has_ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRow:
    """How sharing with one unit stands."""

    unit: str
    holds: bool
    last_day: date
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvolvedRow:
    """One of those in the unit who may open the file."""

    involvement: UUID
    name: str
    role: str
    is_me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPage:
    """Everything on a child's page."""

    step_names: tuple[str, ...]
    step: int
    segments: tuple[Segment, ...]
    has_notes: bool
    wheel_title: str
    guardians: tuple[Guardian, ...]
    substitutes: tuple[tuple[str, str], ...]
    involved: tuple[InvolvedRow, ...]
    may_release: bool
    signals: tuple[SignalLine, ...]
    to_assess: bool
    is_contact: bool
    consents: tuple[ConsentRow, ...]
    copies: tuple[CopyRow, ...]
    child_words: ViewLine | None
    plan: Plan | None
    plan_copy: CopyRow | None
    sent: tuple[SentRow, ...]
    not_shared: tuple[NotSharedRow, ...]


def child_page(  # noqa: PLR0913 - a child's page gathers what the unit knows
    *,
    actor: Actor,
    model: PracticeModel,
    language: str,
    guardians: Iterable[Guardian],
    substitutes: Iterable[SubstituteLine],
    involved: Sequence[InvolvedLine],
    signals: Sequence[SignalLine],
    consents: Sequence[ConsentLine],
    deliveries: Sequence[Copy],
    views: Sequence[ViewLine],
    plan: Plan | None,
    sent: Iterable[SentLine],
    receipts: Sequence[ReceiptLine],
    not_shared: Iterable[NotSharedLine],
) -> ChildPage:
    """Put a child's page together."""
    notes = [note for signal in signals for note in signal.notes]
    copies = tuple(_copy(row) for row in deliveries)
    is_plan = [row.content_kind == "plan_version" for row in deliveries]
    return ChildPage(
        step_names=tuple(step.short.label(language) for step in model.steps),
        step=_step(model, signals, has_plan=plan is not None or any(is_plan)),
        segments=segments(notes, model, language),
        has_notes=bool(notes),
        wheel_title=model.wheel.label(language),
        guardians=tuple(guardians),
        substitutes=tuple((one.name, label(SUBSTITUTES, one.kind)) for one in substitutes),
        involved=tuple(_involved(actor, line) for line in _by_person(involved)),
        may_release=may_release(actor, involved),
        signals=tuple(signals),
        to_assess=any(signal.state in OPEN_STATES for signal in signals),
        is_contact=Duty.CONTACT in actor.duties,
        consents=tuple(_consent(unit) for unit in _newest(consents)),
        copies=copies,
        child_words=next((view for view in views if view.whose == "child"), None),
        plan=plan,
        plan_copy=next((row for row, wanted in zip(copies, is_plan, strict=True) if wanted), None),
        sent=tuple(sent_row(line, language, receipts) for line in sent),
        not_shared=tuple(map(not_shared_row, not_shared)),
    )


def may_release(actor: Actor, involved: Sequence[InvolvedLine]) -> bool:
    """Whether the acting person may end an involvement: not by an emergency or an intake alone."""
    return Duty.MANAGER in actor.duties or any(
        line.person_id == actor.person_id and line.role not in PASSING for line in involved
    )


def lines_to_end(
    actor: Actor, involved: Sequence[InvolvedLine], involvement: UUID
) -> list[InvolvedLine]:
    """Give all that lets one person in, what passes by itself first; none if not theirs to end."""
    who = next((line.person for line in involved if line.involvement == involvement), None)
    if who is None or not may_release(actor, involved):
        return []
    lines = [line for line in involved if line.person == who]
    return sorted(lines, key=lambda line: line.role not in PASSING)


def is_last(involved: Sequence[InvolvedLine], person: UUID) -> bool:
    """Whether nobody is left with the child once this person is not."""
    return not any(line.person != person and line.role not in PASSING for line in involved)


def colleagues(
    actor: Actor, staff: Sequence[StaffLine], involved: Sequence[InvolvedLine]
) -> list[tuple[str, str]]:
    """Give the unit's people who may be involved and are not yet."""
    there = {line.person for line in involved if line.role != "intake"} | {actor.person}
    works = {Duty.PROFESSIONAL.value, Duty.CONTACT.value, Duty.MANAGER.value, Duty.INTAKE.value}
    found = {
        line.person: f"{line.name}, {line.title}"
        for line in staff
        if line.person not in there and works & set(line.duties)
    }
    return [(str(person), name) for person, name in found.items()]


def _step(model: PracticeModel, signals: Sequence[SignalLine], *, has_plan: bool) -> int:
    """Say which step of the model's way of working a child's matter is in, counted from 1."""
    if has_plan:
        return len(model.steps)
    if any(signal.outcome for signal in signals):
        return min(2, len(model.steps))
    return 1 if signals else 0


def _by_person(involved: Sequence[InvolvedLine]) -> list[InvolvedLine]:
    """Give each person once, in the latest role."""
    return list({line.person: line for line in involved}.values())


def _involved(actor: Actor, line: InvolvedLine) -> InvolvedRow:
    return InvolvedRow(
        involvement=line.involvement,
        name=line.name,
        role=label(ROLES, line.role),
        is_me=line.person_id == actor.person_id,
    )


def _copy(row: Copy) -> CopyRow:
    return CopyRow(
        delivery=row.public_id,
        what=label(CONTENT_KINDS, row.content_kind),
        version=row.version,
        sender=f"{row.from_unit_name}, {row.from_organisation_name}",
        arrived=row.arrived,
        is_new=row.opened_at is None,
        has_ended=row.consent_ended is not None,
    )


def _newest(consents: Sequence[ConsentLine]) -> list[Covered]:
    """Give each other unit on the newest consent about a plan that names it; they come newest first."""
    found: dict[UUID, Covered] = {}
    for line in consents:
        for unit in line.units:
            if not unit.is_own and unit.parts & IN_PLANS:
                found.setdefault(unit.unit, unit)
    return list(found.values())


def _consent(unit: Covered) -> ConsentRow:
    return ConsentRow(
        unit=f"{unit.unit_name}, {unit.organisation_name}",
        holds=unit.holds,
        last_day=_last_day(unit.consent.valid_to),
        why_not=why_not(unit),
    )


def _last_day(first_after: date) -> date:
    return date.fromordinal(first_after.toordinal() - 1)
