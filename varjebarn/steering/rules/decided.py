"""What is told of a decision afterwards: its state, what it changes, what came before, when it is late."""

from dataclasses import dataclass
from datetime import date

from varjebarn.kernel.decisions import Decision
from varjebarn.steering.decision_reasons import DecisionReason
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer


def may_begin(duties: Duties, *, is_standing: bool, is_under_way: bool) -> Decision:
    """Answer for a decision that is under way: what has ended stays ended."""
    return answer(
        duties,
        (not is_standing, Reason.FOLLOWED_UP_ALREADY),
        (is_under_way, DecisionReason.STATUS_AS_BEFORE),
    )


def may_complete(
    duties: Duties, *, has_both_responsible: bool, due: date | None, meeting_on: date
) -> Decision:
    """Answer for who is responsible and until when: one of an organisation and a member."""
    return answer(
        duties,
        (has_both_responsible, DecisionReason.RESPONSIBLE_TWICE),
        (due is not None and due < meeting_on, Reason.DUE_BEFORE_MEETING),
    )


def may_name_change(duties: Duties, *, label: str, is_named: bool) -> Decision:
    """Answer for a thing that a decision changes."""
    return answer(
        duties,
        (not label.strip(), DecisionReason.CHANGE_NAMELESS),
        (is_named, DecisionReason.CHANGE_NAMED_ALREADY),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierFacts:
    """Two decisions, and which of them came first."""

    is_itself: bool
    is_named: bool
    decided_on: date
    earlier_on: date


def may_name_earlier(duties: Duties, facts: EarlierFacts) -> Decision:
    """Answer for an earlier decision on the same matter."""
    return answer(
        duties,
        (facts.is_itself, DecisionReason.EARLIER_IS_ITSELF),
        (facts.is_named, DecisionReason.EARLIER_NAMED_ALREADY),
        (facts.earlier_on > facts.decided_on, DecisionReason.EARLIER_IS_LATER),
    )


def may_raise_due(duties: Duties, *, has_any: bool, has_meeting: bool) -> Decision:
    """Answer for putting what is past its day on the next agenda, so that nothing is forgotten."""
    return answer(
        duties,
        (not has_meeting, DecisionReason.NO_MEETING_TO_RAISE_AT),
        (not has_any, DecisionReason.NOTHING_PAST_DUE),
    )
