"""Decisions: each takes its day from its meeting."""

from dataclasses import dataclass
from datetime import date

from varjebarn.kernel.decisions import Decision
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer
from varjebarn.steering.rules.items import DECIDED


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFacts:
    """What is known when a decision is written down."""

    wording: str
    is_held: bool
    meeting_on: date
    outcome: str = ""
    due: date | None = None
    is_model_published: bool | None = None


def may_decide(duties: Duties, facts: DecisionFacts) -> Decision:
    """Answer for a decision. It takes its day from its meeting, so no other day is asked for (DQ4)."""
    return answer(
        duties,
        (not facts.is_held, Reason.MEETING_NOT_HELD),
        (facts.outcome not in {"", DECIDED}, Reason.ITEM_CLOSED),
        (not facts.wording.strip(), Reason.WORDING_MISSING),
        (facts.due is not None and facts.due < facts.meeting_on, Reason.DUE_BEFORE_MEETING),
        (facts.is_model_published is False, Reason.MODEL_NOT_PUBLISHED),
    )


def may_follow_up(duties: Duties, *, is_open: bool, meeting_on: date, on: date) -> Decision:
    """Answer for marking a decision as followed up."""
    return answer(
        duties,
        (not is_open, Reason.FOLLOWED_UP_ALREADY),
        (on < meeting_on, Reason.FOLLOWED_UP_TOO_SOON),
    )
