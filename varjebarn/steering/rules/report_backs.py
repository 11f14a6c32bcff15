"""Report-backs: one question to every organisation, each answers once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer


def may_ask(
    duties: Duties, *, question: str, asked: Collection[object], due: date, meeting_on: date
) -> Decision:
    """Answer for one question to every organisation with a seat (DQ8)."""
    return answer(
        duties,
        (not question.strip(), Reason.QUESTION_MISSING),
        (not asked, Reason.NOBODY_TO_ASK),
        (due < meeting_on, Reason.DUE_BEFORE_MEETING),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFacts:
    """What is known when an organisation answers."""

    text: str
    is_asked: bool
    has_answered: bool
    sits_for_it: bool


def may_answer(duties: Duties, facts: AnswerFacts) -> Decision:
    """Answer for an answer: by somebody who sits for the organisation, or by the county's own."""
    if not facts.sits_for_it and Duty.COUNTY not in duties:
        return Decision(Reason.NOT_YOUR_ORGANISATION)
    for failed, reason in (
        (not facts.is_asked, Reason.NOT_ASKED),
        (facts.has_answered, Reason.ANSWERED_ALREADY),
        (not facts.text.strip(), Reason.ANSWER_EMPTY),
    ):
        if failed:
            return Decision(reason)
    return ALLOWED
