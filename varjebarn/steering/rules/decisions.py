"""Decisions: each takes its day from its meeting."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from varjebarn.kernel.decisions import Decision
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer
from varjebarn.steering.rules.items import DECIDED, DECIDED_OTHERWISE


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
        (facts.outcome not in {"", DECIDED, DECIDED_OTHERWISE}, Reason.ITEM_CLOSED),
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


def outcome_of_decision(*, proposal: str, wordings: Collection[str]) -> str:
    """Tell whether it was decided as proposed. Without a proposal every decision is simply that.

    Spaces and a full stop at the end make no difference; any other sign does.
    """
    asked = _bare(proposal)
    if not asked or any(_bare(wording) == asked for wording in wordings):
        return DECIDED
    return DECIDED_OTHERWISE


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()
