"""Joining, and texts that contradict each other."""

from dataclasses import dataclass
from datetime import date

from varjebarn.kernel.decisions import Decision
from varjebarn.steering.decision_reasons import DecisionReason
from varjebarn.steering.rules.answering import Duties, answer


@dataclass(frozen=True, slots=True, kw_only=True)
class JoiningFacts:
    """Where an organisation stands, and where it is said to stand from a day on."""

    is_the_same: bool
    since: date
    last_change: date | None = None
    names_decision: bool = True
    stands_outside: bool = False


def may_note_joining(duties: Duties, facts: JoiningFacts) -> Decision:
    """Answer for a change of where an organisation stands.

    By a decision, the organisation's own or a body's; only to stand outside takes none.
    """
    is_backwards = facts.last_change is not None and facts.since <= facts.last_change
    return answer(
        duties,
        (facts.is_the_same, DecisionReason.STANDS_THERE_ALREADY),
        (is_backwards, DecisionReason.JOINED_BACKWARDS),
        (
            not facts.names_decision and not facts.stands_outside,
            DecisionReason.JOINED_WITHOUT_DECISION,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ContradictionFacts:
    """Two texts and what each says."""

    has_other: bool
    is_one_text: bool
    says: str
    other_says: str


def may_mark_contradiction(duties: Duties, facts: ContradictionFacts) -> Decision:
    """Answer for a contradiction: two texts, both named, and what each says."""
    return answer(
        duties,
        (not facts.has_other, DecisionReason.OTHER_TEXT_MISSING),
        (facts.is_one_text, DecisionReason.TEXTS_ARE_ONE),
        (not (facts.says.strip() and facts.other_says.strip()), DecisionReason.SAYING_MISSING),
    )


def may_solve_contradiction(duties: Duties, *, is_solved: bool) -> Decision:
    """Answer for a decision that solves it, once."""
    return answer(duties, (is_solved, DecisionReason.SOLVED_ALREADY))
