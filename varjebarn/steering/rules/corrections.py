"""Another wording of a decision: freely until its minutes are approved, after that with a reason."""

from dataclasses import dataclass

from varjebarn.kernel.decisions import Decision
from varjebarn.steering.decision_reasons import DecisionReason
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectFacts:
    """What stands, what would stand instead, and whether the minutes are still being written.

    A meeting without minutes has none to write on: its decisions are corrected with a reason.
    """

    before: str
    after: str
    reason: str
    is_drafted: bool


def may_correct(duties: Duties, facts: CorrectFacts) -> Decision:
    """Answer for another wording, so that register, minutes and report never say different things."""
    return answer(
        duties,
        (not facts.after.strip(), Reason.WORDING_MISSING),
        (facts.after.strip() == facts.before, DecisionReason.WORDING_AS_BEFORE),
        (
            not facts.is_drafted and not facts.reason.strip(),
            DecisionReason.CORRECTED_WITHOUT_REASON,
        ),
    )
