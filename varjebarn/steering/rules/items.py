"""Items on the agenda: none vanishes, and a postponed one keeps its age."""

from dataclasses import dataclass
from datetime import date

from varjebarn.kernel.decisions import Decision
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer

POSTPONED, DECIDED, DECIDED_OTHERWISE = "postponed", "decided", "decided_otherwise"
WITHDRAWN = "withdrawn"


def may_raise(duties: Duties, *, title: str, is_cancelled: bool = False) -> Decision:
    """Answer for an item on the agenda."""
    return answer(
        duties,
        (not title.strip(), Reason.TITLE_MISSING),
        (is_cancelled, Reason.MEETING_CANCELLED),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PostponeFacts:
    """Where an item stands and where it would go."""

    is_closed: bool
    reason: str
    from_day: date
    to_day: date
    is_same_body: bool = True
    is_target_held: bool = False
    is_target_cancelled: bool = False


def may_postpone(duties: Duties, facts: PostponeFacts) -> Decision:
    """Answer for postponing: always to a named later meeting of the same body, with a reason.

    So that an item never vanishes: it follows the series and keeps its age.
    """
    return answer(
        duties,
        (facts.is_closed, Reason.ITEM_CLOSED),
        (not facts.reason.strip(), Reason.POSTPONED_WITHOUT_REASON),
        (not facts.is_same_body, Reason.POSTPONED_TO_OTHER_BODY),
        (facts.is_target_held, Reason.POSTPONED_TO_HELD),
        (facts.is_target_cancelled, Reason.MEETING_CANCELLED),
        (facts.to_day <= facts.from_day, Reason.POSTPONED_BACKWARDS),
    )


def may_close(duties: Duties, *, is_closed: bool, is_held: bool, outcome: str) -> Decision:
    """Answer for an item's outcome. A decision, a postponing and a withdrawal are acts of their own."""
    return answer(
        duties,
        (is_closed, Reason.ITEM_CLOSED),
        (
            outcome in {POSTPONED, DECIDED, DECIDED_OTHERWISE, WITHDRAWN},
            Reason.OUTCOME_HAS_ITS_OWN_ACT,
        ),
        (not is_held, Reason.MEETING_NOT_HELD),
    )


def days_waited(first_raised: date, on: date) -> int:
    """Count how long a matter has waited, from where it first stood, however often it has moved."""
    return max((on - first_raised).days, 0)
