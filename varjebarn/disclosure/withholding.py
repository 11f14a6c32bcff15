"""When something may be kept from a guardian, for how long, and what is then left out for whom.

Sources: OSL 12:3 first paragraph 1 (betydande men), 26:2 (whereabouts), 26:5 and 25:7 (who told), 18 and
35 kap. (an investigation); LVU 14 §, lag (2024:79) 5:4 and 5:6. R15, R16, R52.
"""

import calendar
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.decisions import ALLOWED, Decision


class Kind(StrEnum):
    """What is kept. `READINGS`: that the unit has opened the thing; `WHEREABOUTS`: every place."""

    NOTE = "note"
    NEED = "need"
    GOAL = "goal"
    ACTION = "action"
    VIEW = "view"
    CONTRIBUTION = "contribution"
    PLAN = "plan"
    DELIVERY = "delivery"
    READINGS = "readings"
    WHEREABOUTS = "whereabouts"


class Reach(StrEnum):
    """From whom: named guardians; all of them, later ones too; or everybody outside but the child."""

    PERSONS = "persons"
    GUARDIANS = "guardians"
    ALL_BUT_CHILD = "all_but_child"


class Why(StrEnum):
    """The provision it is kept on."""

    HARM = "harm"
    WHO_TOLD = "who_told"
    PROTECTS_ANOTHER = "protects_another"
    INVESTIGATION = "investigation"
    LVU = "lvu"
    SHELTER = "shelter"


REVIEWED_WITHIN: Mapping[Why, int] = {
    Why.HARM: 12,
    Why.WHO_TOLD: 12,
    Why.PROTECTS_ANOTHER: 12,
    Why.INVESTIGATION: 6,
    Why.LVU: 3,
    Why.SHELTER: 6,
}
"""Whole months. LVU 14 § and lag (2024:79) 5:6 set the last two; the others are the product's own."""

ITEMS = frozenset(Kind) - {Kind.PLAN, Kind.DELIVERY, Kind.READINGS, Kind.WHEREABOUTS}
"""What stands as a line in a document."""

WITHOUT_PLACES = frozenset({"plan_version", "contribution"})
"""The contents that can be made without any place in them."""

OF_WHEREABOUTS = frozenset({Why.LVU, Why.SHELTER})
TOO_LATE: Mapping[Why, Reason] = {
    Why.LVU: Reason.REVIEW_TOO_LATE_LVU,
    Why.SHELTER: Reason.REVIEW_TOO_LATE_SHELTER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants to keep. `persons` are the logins of the guardians it names."""

    kind: Kind
    reach: Reach
    why: Why
    reason: str
    review_on: date
    persons: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One thing that is kept now, by any unit that knows the child."""

    kind: str
    item: UUID
    reach: str
    persons: frozenset[UUID] = frozenset()
    is_own: bool = True
    """Decided by the acting unit itself."""

    def is_from(self, person: UUID | None) -> bool:
        """Whether it is kept from a guardian."""
        return self.reach != Reach.PERSONS or person in self.persons


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What one recipient's copy is made without: the items, and every place if `places`."""

    items: frozenset[UUID] = field(default_factory=frozenset)
    places: bool = False

    def __bool__(self) -> bool:
        """Whether anything is left out at all."""
        return bool(self.items) or self.places


NOTHING = LeftOut()


def last_review(why: Why, on: date) -> date:
    """Give the last day on which the next review may fall, counted from the day of a decision."""
    months = on.month - 1 + REVIEWED_WITHIN[why]
    year, month = on.year + months // 12, months % 12 + 1
    return date(year, month, min(on.day, calendar.monthrange(year, month)[1]))


def may_withhold(wish: Wish, *, guardians: Collection[UUID], on: date) -> Decision:
    """Keep something from guardians: with a reason, a provision that fits, and a day of review."""
    if not wish.reason.strip():
        return Decision(Reason.WITHHOLDING_NEEDS_REASON)
    if (wish.why in OF_WHEREABOUTS) != (wish.kind is Kind.WHEREABOUTS):
        return Decision(Reason.WITHHOLDING_NEEDS_ITS_PROVISION)
    if wish.kind is Kind.WHEREABOUTS and wish.reach is not Reach.PERSONS:
        return Decision(Reason.WHEREABOUTS_NAME_THE_GUARDIANS)
    if wish.reach is Reach.PERSONS and not wish.persons:
        return Decision(Reason.WITHHOLDING_NEEDS_SOMEBODY)
    if wish.reach is Reach.PERSONS and not wish.persons <= set(guardians):
        return Decision(Reason.WITHHOLDING_NOT_A_GUARDIAN)
    return may_review_on(wish.why, wish.review_on, on=on)


def may_keep_on(why: Why, *, reason: str, review_on: date, on: date) -> Decision:
    """Review it and keep it: again with a reason, and a next day counted from this one."""
    if not reason.strip():
        return Decision(Reason.WITHHOLDING_NEEDS_REASON)
    return may_review_on(why, review_on, on=on)


def may_lift(*, reason: str) -> Decision:
    """End it, and say why."""
    return ALLOWED if reason.strip() else Decision(Reason.WITHHOLDING_NEEDS_REASON)


def may_review_on(why: Why, review_on: date, *, on: date) -> Decision:
    """Set the next review ahead, and not further ahead than the provision allows."""
    if review_on <= on:
        return Decision(Reason.REVIEW_NOT_AHEAD)
    if review_on > last_review(why, on):
        return Decision(TOO_LATE.get(why, Reason.REVIEW_TOO_LATE))
    return ALLOWED


def left_out_for_guardian(kept: Sequence[Kept], person: UUID | None) -> LeftOut:
    """Say what a guardian's copy is made without."""
    mine = [one for one in kept if one.is_from(person)]
    return LeftOut(
        items=frozenset(
            one.item for one in mine if one.kind not in {Kind.WHEREABOUTS, Kind.READINGS}
        ),
        places=any(one.kind == Kind.WHEREABOUTS for one in mine),
    )


def left_out_for_unit(kept: Sequence[Kept], *, guardians_decide: bool) -> LeftOut:
    """Say what a unit's copy on consent is made without.

    No guardian disposes over what is secret from them (OSL 12:3 second paragraph, R52), so a yes
    that leans on guardians does not reach it; what is for the child alone goes to no unit.
    """
    return LeftOut(
        items=frozenset(
            one.item
            for one in kept
            if one.is_own
            and one.kind in ITEMS
            and (guardians_decide or one.reach == Reach.ALL_BUT_CHILD)
        ),
    )


def may_reach_guardian(
    left_out: LeftOut,
    *,
    kind: str,
    subject: UUID | None,
    text: str,
    places: Collection[str],
) -> Decision:
    """Let a content go to a guardian only without what is kept from them.

    `text` is the whole content; `places` are the names of schools and other workplaces.
    """
    if subject in left_out.items or any(str(item) in text for item in left_out.items):
        return Decision(Reason.WITHHELD_FROM_GUARDIAN)
    if left_out.places and kind not in WITHOUT_PLACES:
        return Decision(Reason.PLACE_NOT_TO_BE_TOLD)
    if left_out.places and any(place.lower() in text.lower() for place in places):
        return Decision(Reason.PLACE_IS_NAMED)
    return ALLOWED


def may_reach_unit(left_out: LeftOut, *, text: str) -> Decision:
    """Let a content go to a unit on consent only without what no guardian's yes reaches."""
    if any(str(item) in text for item in left_out.items):
        return Decision(Reason.NO_YES_REACHES_IT)
    return ALLOWED
