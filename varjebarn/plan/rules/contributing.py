"""When a unit in the team may add to a plan that another unit leads."""

from dataclasses import dataclass
from uuid import UUID

from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.plan.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionFacts:
    """What is to be sent, and what the unit's own copies say.

    `lead_parts`: what the consent lets this unit give the lead's unit now; None when it no longer
    holds for both. `own_actions`: the actions of the held copy that this unit is responsible for.
    """

    holds_filed_copy: bool
    lead_parts: frozenset[str] | None
    own_actions: frozenset[UUID]
    reported: frozenset[UUID] = frozenset()
    parts: frozenset[str] = frozenset()


def may_contribute(facts: ContributionFacts) -> Decision:
    """Whether there is a door at all: a filed copy, and a consent that still covers both units.

    Source: OSL 10:1, 12:2; design: sharing is a message.
    """
    door = _door(facts)
    if door is not None:
        return Decision(door)
    if facts.reported - facts.own_actions:
        return Decision(Reason.NOT_YOUR_ACTION)
    if facts.parts - (facts.lead_parts or frozenset()):
        return Decision(Reason.PART_NOT_COVERED)
    if not facts.parts:
        return Decision(Reason.NOTHING_TO_SEND)
    return ALLOWED


def may_open_contribution(facts: ContributionFacts) -> Decision:
    """Whether the page may offer the button; what is to be sent is not known yet."""
    return Decision(_door(facts))


def _door(facts: ContributionFacts) -> Reason | None:
    if not facts.holds_filed_copy:
        return Reason.NO_FILED_COPY
    if facts.lead_parts is None:
        return Reason.SHARING_HAS_ENDED
    return None
