"""Consents in words: what was asked, what each has answered, whether it holds, and why not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from varjebarn.disclosure.commands import CircleMember
from varjebarn.disclosure.matters import Matter
from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.disclosure.policy import Alone, default_policy
from varjebarn.disclosure.queries import AnswerLine, ConsentLine, Covered, SubstituteLine
from varjebarn.kernel.actors import Actor
from varjebarn.organisations.queries import UnitLine
from varjebarn.web.staff.consent.departures import Departure, departures, how_given
from varjebarn.web.staff.consent.labels import MATTERS, SUBSTITUTES
from varjebarn.web.staff.consent.saying_no import why_not
from varjebarn.web.staff.labels import ANSWER_KINDS, ANSWERS, CAPACITIES, PARTS, label

EVERYDAY = Matter.EVERYDAY.value
NOT_KEPT = frozenset({"csrfmiddlewaretoken", "steg"})
UNIT = "verksamhet-"
"""How the field of a unit is named."""
Kept = tuple[tuple[str, str], ...]
"""What goes along from one step to the next: names and values of hidden fields."""


class Guardian(Protocol):
    """What the preview asks of a guardian."""

    @property
    def name(self) -> str:
        """Who it is."""

    @property
    def custody(self) -> bool:
        """Whether the guardian decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """What one person has answered for one unit."""

    name: str
    capacity: str
    answer: str
    kind: str
    at: datetime | None
    how: str
    paper: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """How a consent stands for one unit."""

    name: str
    parts: tuple[str, ...]
    holds: bool
    why_not: str
    is_own: bool
    answers: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentCard:
    """One consent with its circle."""

    ref: UUID
    purpose: str
    asked_at: datetime
    last_day: date
    is_origin: bool
    matter: str
    may_assess: bool
    may_stand_in: bool
    is_open: bool
    departures: tuple[Departure, ...]
    units: tuple[UnitRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPage:
    """What the family will read, and what is kept of the form until it is sent."""

    asked_by: str
    asked_by_title: str
    purpose: str
    last_day: date
    units: tuple[tuple[str, tuple[str, ...]], ...]
    concern: str
    guardians: tuple[str, ...]
    kept: Kept


def consent_cards(
    lines: Iterable[ConsentLine], instead: Iterable[SubstituteLine], *, born: date, on: date
) -> list[ConsentCard]:
    """Put a file's consents into words, the newest first.

    Who answered what stands where it was asked: a unit with a copy reads whether it holds.
    `instead`: who is in a guardian's place, and is called by that.
    """
    kinds = ((one.name, label(SUBSTITUTES, one.kind)) for one in instead)
    called = {name: kind[:1].lower() + kind[1:] for name, kind in kinds}
    alone = default_policy().band(born, on).child_alone
    return [
        ConsentCard(
            ref=line.consent.ref,
            purpose=line.consent.purpose,
            asked_at=line.consent.asked_at,
            last_day=line.consent.valid_to - timedelta(days=1),
            is_origin=line.consent.is_origin,
            matter=label(MATTERS, line.consent.matter) if line.consent.matter != EVERYDAY else "",
            may_assess=alone not in {Alone.NEVER, Alone.ALWAYS},
            may_stand_in=any(a.capacity == "guardian" for u in line.units for a in u.answers),
            is_open=line.consent.valid_to > on,
            departures=departures(line),
            units=tuple(
                _unit(unit, called, is_origin=line.consent.is_origin) for unit in line.units
            ),
        )
        for line in lines
    ]


def renewed(lines: Iterable[ConsentLine], ref: str) -> dict[str, Any]:
    """Give what an earlier question of this unit asked, to begin a new one from; nothing for none."""
    line = next(
        (one for one in lines if str(one.consent.ref) == ref and one.consent.is_origin), None
    )
    if line is None:
        return {}
    asked = {f"{UNIT}{unit.unit}": sorted(unit.parts) for unit in line.units if not unit.is_own}
    return asked | {"purpose": line.consent.purpose, "matter": line.consent.matter}


def circle(actor: Actor, asked: Mapping[UUID, frozenset[str]]) -> list[CircleMember]:
    """Make the circle: the asking unit with everything, and each unit with what is asked for it."""
    own = CircleMember(unit=_own(actor), parts=frozenset(part.value for part in PLAN_PARTS))
    return [own, *(CircleMember(unit=unit, parts=parts) for unit, parts in asked.items())]


def preview(
    actor: Actor,
    form: Any,
    units: Sequence[UnitLine],
    guardians: Iterable[Guardian],
    kept: Kept,
) -> PreviewPage:
    """Show the question as the guardian will read it."""
    names = {unit.unit: f"{unit.name}, {unit.organisation_name}" for unit in units}
    asked = {_own(actor): frozenset(part.value for part in PLAN_PARTS)} | form.asked()
    names[_own(actor)] = f"{actor.unit_name}, {actor.organisation_name}"
    return PreviewPage(
        asked_by=actor.name,
        asked_by_title=actor.title,
        purpose=form.cleaned_data["purpose"],
        last_day=form.cleaned_data["last_day"],
        units=tuple((names[unit], _parts(parts)) for unit, parts in asked.items()),
        concern=form.concern(),
        guardians=tuple(guardian.name for guardian in guardians if guardian.custody),
        kept=kept,
    )


def kept(sent: QueryDict, *, without: frozenset[str] = frozenset()) -> Kept:
    """Give what was sent and is to go along to the next step, except what stands there in the open."""
    return tuple(
        (name, value)
        for name, values in sent.lists()
        if name not in NOT_KEPT | without
        for value in values
    )


def _unit(unit: Covered, called: Mapping[str, str], *, is_origin: bool) -> UnitRow:
    return UnitRow(
        name=f"{unit.unit_name}, {unit.organisation_name}",
        parts=_parts(unit.parts),
        holds=unit.holds,
        why_not=_why_not(unit, is_origin=is_origin),
        is_own=unit.is_own,
        answers=tuple(_answer(answer, called) for answer in unit.answers) if is_origin else (),
    )


def _why_not(unit: Covered, *, is_origin: bool) -> str:
    """Say why a consent does not hold; who said no is told to the unit that asked, and to no other."""
    if is_origin or unit.why_not is None:
        return why_not(unit)
    return _("Samtycket gäller inte längre för dem.")


def _answer(answer: AnswerLine, called: Mapping[str, str]) -> AnswerRow:
    capacity = label(CAPACITIES, answer.capacity)
    return AnswerRow(
        name=answer.name,
        capacity=called.get(answer.name, capacity) if answer.capacity == "guardian" else capacity,
        answer=label(ANSWERS, answer.what),
        kind=ANSWER_KINDS.get(answer.what, "waiting"),
        at=answer.at,
        how=how_given(answer),
        paper=answer.note.paper if answer.note else None,
    )


def _parts(parts: frozenset[str]) -> tuple[str, ...]:
    return tuple(str(words) for part, words in PARTS.items() if part in parts)


def _own(actor: Actor) -> UUID:
    if actor.unit is None:
        raise ValueError("staff without a unit")
    return actor.unit
