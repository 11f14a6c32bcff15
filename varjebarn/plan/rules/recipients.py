"""Who gets which parts of a plan, who does not, and why. Shown before anything is sent.

Sources: OSL 12:1-3 (the family), 10:1 and 12:2 (consent); R09, R13, R14.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.disclosure.policy import ConsentPolicy, default_policy
from varjebarn.disclosure.reasons import Reason as Disclosing
from varjebarn.disclosure.rules import CIVIL_SOCIETY
from varjebarn.disclosure.withholding import (
    NOTHING,
    Kept,
    LeftOut,
    left_out_for_guardian,
    left_out_for_unit,
)
from varjebarn.kernel.ages import is_under
from varjebarn.plan.reasons import Reason

CONSENT, GUARDIAN, SELF = "CONSENT", "GUARDIAN", "SELF"
IN_PLANS = frozenset(part.value for part in PLAN_PARTS)


class RecipientKind(StrEnum):
    """What a recipient is: a unit in the circle, a guardian, or the child."""

    UNIT = "unit"
    GUARDIAN = "guardian"
    CHILD = "child"


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleFacts:
    """One unit of one consent's circle, the acting unit included: its parts, and why not now."""

    consent: UUID
    unit: UUID
    unit_name: str
    organisation_name: str
    is_own: bool
    parts: frozenset[str]
    area: str = ""
    why_not: StrEnum | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFacts:
    """A unit that stands in the plan, covered or not."""

    unit: UUID
    unit_name: str
    organisation_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardianFacts:
    """A guardian or parent, as the acting unit's file has it on the day."""

    guardian: UUID
    person_ref: UUID
    name: str
    custody: bool
    view_agreed: bool = False
    is_replaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildFacts:
    """The child. Without a login of its own it gets the plan through an adult."""

    called: str
    born: date
    person_ref: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientLine:
    """One line of the list: who, which parts on which ground; or why not, and then no parts.

    `ref` is the unit's uuid, or the person's; for a child without a login it is None. `area` says
    what protects it at a unit (R51): it is part of the list's mark. `left_out` is what the copy is
    made without (R15, R16).
    """

    kind: RecipientKind
    name: str
    ref: UUID | None
    organisation_name: str = ""
    area: str = ""
    parts: tuple[str, ...] = ()
    ground: str = ""
    why_not: StrEnum | None = None
    consent: UUID | None = None
    guardian: UUID | None = None
    left_out: LeftOut = NOTHING

    @property
    def is_recipient(self) -> bool:
        """Whether something will be sent."""
        return self.why_not is None


def recipients(  # noqa: PLR0913 - everybody who may be given something, and what is kept from whom
    *,
    held: frozenset[str],
    circles: Sequence[CircleFacts],
    team: Sequence[UnitFacts],
    guardians: Sequence[GuardianFacts],
    child: ChildFacts,
    on: date,
    policy: ConsentPolicy | None = None,
    kept: Sequence[Kept] = (),
    subject: UUID | None = None,
) -> tuple[RecipientLine, ...]:
    """List everybody: the units first, then the guardians, then the child.

    `held` are the parts that the document has. `circles` come newest consent first, the acting
    unit's own line in each. A unit in the team that no consent names is listed as not asked.
    `kept` is what is kept from guardians, and `subject` the plan it is all about.
    """
    policy = policy or default_policy()
    without = left_out_for_unit(kept, guardians_decide=policy.band(child.born, on).guardians_asked)
    return (
        *(replace(line, left_out=without) for line in _units(held, circles, team)),
        *(
            _kept(_guardian(held, guardian, child, on, policy), kept, subject)
            for guardian in guardians
        ),
        _child(held, child),
    )


def digest(lines: Sequence[RecipientLine]) -> str:
    """Give a mark of a list: another list, or the same people with other parts, is another mark."""
    plain = [
        [
            line.kind,
            str(line.ref),
            line.area,
            line.parts,
            line.ground,
            line.why_not,
            str(line.consent),
            sorted(map(str, line.left_out.items)),
            line.left_out.places,
        ]
        for line in lines
    ]
    return hashlib.sha256(json.dumps(plain).encode()).hexdigest()


def _units(
    held: frozenset[str],
    circles: Sequence[CircleFacts],
    team: Sequence[UnitFacts],
) -> Iterator[RecipientLine]:
    own = {circle.consent: circle for circle in circles if circle.is_own}
    asked = [circle for circle in circles if not circle.is_own and circle.parts & IN_PLANS]
    ours = {circle.unit for circle in circles if circle.is_own}
    for unit in dict.fromkeys(circle.unit for circle in asked):
        tried = [_unit(held, own.get(c.consent), c) for c in asked if c.unit == unit]
        yield next((line for line in tried if line.is_recipient), tried[0])
    named = {circle.unit for circle in asked} | ours
    for member in team:
        if member.unit not in named:
            yield RecipientLine(
                kind=RecipientKind.UNIT,
                name=member.unit_name,
                ref=member.unit,
                organisation_name=member.organisation_name,
                why_not=Reason.NOT_ASKED,
            )


def _unit(held: frozenset[str], own: CircleFacts | None, circle: CircleFacts) -> RecipientLine:
    """Answer for one unit on one consent, which has to cover the sender as well."""
    shared = held & circle.parts & (own.parts if own else frozenset())
    why_not: StrEnum | None = circle.why_not
    if why_not is None and (own is None or own.why_not is not None):
        why_not = Reason.SENDER_NOT_COVERED
    if why_not is None and circle.area == CIVIL_SOCIETY:
        why_not = Reason.GETS_IT_OUTSIDE
    if why_not is None and not shared:
        why_not = Reason.NO_SHARED_PART
    return RecipientLine(
        kind=RecipientKind.UNIT,
        name=circle.unit_name,
        ref=circle.unit,
        organisation_name=circle.organisation_name,
        area=circle.area,
        parts=() if why_not else _ordered(shared),
        ground="" if why_not else CONSENT,
        why_not=why_not,
        consent=circle.consent,
    )


def _guardian(
    held: frozenset[str],
    guardian: GuardianFacts,
    child: ChildFacts,
    on: date,
    policy: ConsentPolicy,
) -> RecipientLine:
    """Give a guardian with custody the whole, until the child is of an age to be asked first."""
    until = policy.guardian_view_ends_at if guardian.view_agreed else policy.guardian_view_closes_at
    why_not: StrEnum | None = None
    if not guardian.custody:
        why_not = Reason.NO_CUSTODY
    elif guardian.is_replaced:
        why_not = Reason.GUARDIAN_REPLACED
    elif not is_under(child.born, until, on):
        why_not = Reason.GUARDIAN_VIEW_CLOSED
    return RecipientLine(
        kind=RecipientKind.GUARDIAN,
        name=guardian.name,
        ref=guardian.person_ref,
        parts=() if why_not else _ordered(held),
        ground="" if why_not else GUARDIAN,
        why_not=why_not,
        guardian=guardian.guardian,
    )


def _kept(line: RecipientLine, kept: Sequence[Kept], subject: UUID | None) -> RecipientLine:
    """Say what a guardian's copy is made without; the whole plan may be kept from them."""
    left_out = left_out_for_guardian(kept, line.ref)
    if line.is_recipient and subject is not None and subject in left_out.items:
        return replace(line, parts=(), ground="", why_not=Disclosing.WITHHELD_FROM_GUARDIAN)
    return replace(line, left_out=left_out)


def _child(held: frozenset[str], child: ChildFacts) -> RecipientLine:
    why_not = Reason.CHILD_HAS_NO_LOGIN if child.person_ref is None else None
    return RecipientLine(
        kind=RecipientKind.CHILD,
        name=child.called,
        ref=child.person_ref,
        parts=() if why_not else _ordered(held),
        ground="" if why_not else SELF,
        why_not=why_not,
    )


def _ordered(parts: frozenset[str]) -> tuple[str, ...]:
    return tuple(part.value for part in PLAN_PARTS if part.value in parts)
