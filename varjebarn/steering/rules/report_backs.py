"""Report-backs: one question to every organisation, each answers once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.steering.decision_reasons import DecisionReason
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer

FEWEST_PARTS = 2


def may_ask(
    duties: Duties,
    *,
    question: str,
    asked: Collection[object],
    due: date,
    meeting_on: date,
    reminders: Sequence[date] = (),
    parts: Sequence[str] | None = None,
) -> Decision:
    """Answer for one question to every organisation with a seat (DQ8), or for a set of them."""
    days = [meeting_on, *reminders, due]
    headings = [part for part in parts or () if part.strip()]
    return answer(
        duties,
        (not question.strip(), Reason.QUESTION_MISSING),
        (not asked, Reason.NOBODY_TO_ASK),
        (due < meeting_on, Reason.DUE_BEFORE_MEETING),
        (days != sorted(days), DecisionReason.REMINDED_OUT_OF_ORDER),
        (parts is not None and len(headings) < FEWEST_PARTS, DecisionReason.PARTS_TOO_FEW),
    )


def reminder_days(meeting_on: date, due: date) -> tuple[date, date]:
    """Give the days on which the silent are reminded: a week and a day before, after the meeting."""
    return (
        max(due - timedelta(days=7), min(meeting_on + timedelta(days=1), due)),
        max(due - timedelta(days=1), min(meeting_on + timedelta(days=1), due)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFacts:
    """What is known when an organisation answers."""

    text: str
    is_asked: bool
    has_answered: bool
    sits_for_it: bool
    """Holds its seat, or has been asked by a colleague who does."""


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


def may_fill(*, parts: Collection[str]) -> Decision:
    """Answer for the headings of an analysis: some may be empty, not all."""
    return (
        ALLOWED
        if any(part.strip() for part in parts)
        else Decision(DecisionReason.PARTS_UNANSWERED)
    )


def may_delegate(
    duties: Duties, *, sits_for_it: bool, is_colleague: bool, is_asked: bool, has_answered: bool
) -> Decision:
    """Answer for asking a colleague in the same organisation to answer."""
    if not sits_for_it and Duty.COUNTY not in duties:
        return Decision(Reason.NOT_YOUR_ORGANISATION)
    for failed, reason in (
        (has_answered, Reason.ANSWERED_ALREADY),
        (not is_colleague, DecisionReason.NOT_A_COLLEAGUE),
        (is_asked, DecisionReason.COLLEAGUE_ASKED_ALREADY),
    ):
        if failed:
            return Decision(reason)
    return ALLOWED
