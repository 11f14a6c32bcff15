"""Who may write in the county's register, and what keeps it true. Pure.

Sources: steering group notes, Kronoberg, 2019-02-15 and 2020-11-06; annual report 2020. Each rule
names the mistake it prevents: in them one person is both present and absent, a postponed item
disappears, and one decision has two dates.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from enum import IntEnum

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.steering.reasons import Reason

Duties = frozenset[Duty]
POSTPONED, DECIDED = "postponed", "decided"
ENOUGH_PARTIES = 2


class Height(IntEnum):
    """The levels of bodies, the nearest to the practice first."""

    OPERATIVE = 1
    TACTICAL = 2
    STRATEGIC = 3


def _answer(duties: Duties, *checks: tuple[bool, Reason]) -> Decision:
    """Say no for the first check that fails; before them all stands the duty."""
    for failed, reason in ((Duty.COUNTY not in duties, Reason.ONLY_COUNTY_DUTY), *checks):
        if failed:
            return Decision(reason)
    return ALLOWED


# Bodies and seats --------------------------------------------------------------------------------


def may_found(
    duties: Duties, *, name: str, is_taken: bool, height: Height, reports_to: Height | None
) -> Decision:
    """Answer for a new body. It reports to its own level or higher, or stands as an orphan."""
    return _answer(
        duties,
        (not name.strip(), Reason.NAME_MISSING),
        (is_taken, Reason.NAME_TAKEN),
        (reports_to is not None and reports_to < height, Reason.REPORTS_DOWNWARD),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatFacts:
    """What is known when somebody gets a seat."""

    name: str
    valid_from: date
    valid_to: date | None = None
    sits_already: bool = False
    is_chair: bool = False
    has_chair: bool = False
    substitute_in_same_body: bool | None = None


def may_appoint(duties: Duties, facts: SeatFacts) -> Decision:
    """Answer for a seat: one for each person at a time, one chair at a time."""
    ends_at_once = facts.valid_to is not None and facts.valid_to <= facts.valid_from
    return _answer(
        duties,
        (not facts.name.strip(), Reason.NAME_MISSING),
        (ends_at_once, Reason.SEAT_HAS_NO_DAY),
        (facts.sits_already, Reason.SITS_ALREADY),
        (facts.is_chair and facts.has_chair, Reason.CHAIR_TAKEN),
        (facts.substitute_in_same_body is False, Reason.SUBSTITUTE_IN_OTHER_BODY),
    )


# Meetings and attendance -------------------------------------------------------------------------


def may_plan(duties: Duties, *, starts: time, ends: time, is_day_taken: bool) -> Decision:
    """Answer for a meeting: one record with one length (DQ5)."""
    return _answer(
        duties,
        (ends <= starts, Reason.MEETING_WITHOUT_LENGTH),
        (is_day_taken, Reason.DAY_TAKEN),
    )


def may_plan_series(duties: Duties, *, days: Collection[date]) -> Decision:
    """Answer for several meetings at once."""
    return _answer(duties, (not days, Reason.NO_DAYS))


def may_run(duties: Duties, *, is_moving: bool, has_next: bool) -> Decision:
    """Answer for writing down a whole meeting: what is put off has a meeting to go to."""
    return _answer(duties, (is_moving and not has_next, Reason.NO_LATER_MEETING))


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """Who was there and who wasn't, by seat; `stood_in_for` are the seats that had a stand-in."""

    present: tuple[object, ...]
    absent: tuple[object, ...] = ()
    seats_that_day: frozenset[object] = frozenset()
    stood_in_for: frozenset[object] = frozenset()


def may_hold(
    duties: Duties, *, is_held: bool, meeting_on: date, today: date, roll: Roll
) -> Decision:
    """Answer for writing down who was there: one state for each seat (DQ1, DQ2)."""
    present, absent = frozenset(roll.present), frozenset(roll.absent)
    everybody = present | absent | roll.stood_in_for
    is_double = len(present) < len(roll.present) or len(absent) < len(roll.absent)
    return _answer(
        duties,
        (is_held, Reason.MEETING_HELD_ALREADY),
        (meeting_on > today, Reason.MEETING_DAY_NOT_COME),
        (not present, Reason.NOBODY_PRESENT),
        (bool(present & absent), Reason.PRESENT_AND_ABSENT),
        (is_double, Reason.LISTED_TWICE),
        (not everybody <= roll.seats_that_day, Reason.NO_SEAT_THAT_DAY),
        (bool(roll.stood_in_for & present), Reason.STOOD_IN_FOR_PRESENT),
    )


# Items -------------------------------------------------------------------------------------------


def may_raise(duties: Duties, *, title: str) -> Decision:
    """Answer for an item on the agenda."""
    return _answer(duties, (not title.strip(), Reason.TITLE_MISSING))


@dataclass(frozen=True, slots=True, kw_only=True)
class PostponeFacts:
    """Where an item stands and where it would go."""

    is_closed: bool
    reason: str
    from_day: date
    to_day: date
    is_same_body: bool = True
    is_target_held: bool = False


def may_postpone(duties: Duties, facts: PostponeFacts) -> Decision:
    """Answer for postponing: always to a named later meeting of the same body, with a reason.

    So that an item never vanishes: it follows the series and keeps its age.
    """
    return _answer(
        duties,
        (facts.is_closed, Reason.ITEM_CLOSED),
        (not facts.reason.strip(), Reason.POSTPONED_WITHOUT_REASON),
        (not facts.is_same_body, Reason.POSTPONED_TO_OTHER_BODY),
        (facts.is_target_held, Reason.POSTPONED_TO_HELD),
        (facts.to_day <= facts.from_day, Reason.POSTPONED_BACKWARDS),
    )


def may_close(duties: Duties, *, is_closed: bool, is_held: bool, outcome: str) -> Decision:
    """Answer for an item's outcome. A decision and a postponing are acts of their own."""
    return _answer(
        duties,
        (is_closed, Reason.ITEM_CLOSED),
        (outcome in {POSTPONED, DECIDED}, Reason.OUTCOME_HAS_ITS_OWN_ACT),
        (not is_held, Reason.MEETING_NOT_HELD),
    )


def days_waited(first_raised: date, on: date) -> int:
    """Count how long a matter has waited, from where it first stood, however often it has moved."""
    return max((on - first_raised).days, 0)


# Decisions ---------------------------------------------------------------------------------------


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
    return _answer(
        duties,
        (not facts.is_held, Reason.MEETING_NOT_HELD),
        (facts.outcome not in {"", DECIDED}, Reason.ITEM_CLOSED),
        (not facts.wording.strip(), Reason.WORDING_MISSING),
        (facts.due is not None and facts.due < facts.meeting_on, Reason.DUE_BEFORE_MEETING),
        (facts.is_model_published is False, Reason.MODEL_NOT_PUBLISHED),
    )


def may_follow_up(duties: Duties, *, is_open: bool, meeting_on: date, on: date) -> Decision:
    """Answer for marking a decision as followed up."""
    return _answer(
        duties,
        (not is_open, Reason.FOLLOWED_UP_ALREADY),
        (on < meeting_on, Reason.FOLLOWED_UP_TOO_SOON),
    )


# Report-backs ------------------------------------------------------------------------------------


def may_ask(
    duties: Duties, *, question: str, asked: Collection[object], due: date, meeting_on: date
) -> Decision:
    """Answer for one question to every organisation with a seat (DQ8)."""
    return _answer(
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


# Agreements --------------------------------------------------------------------------------------


def may_register(
    duties: Duties, *, title: str, parties: Collection[object], valid_from: date, valid_to: date
) -> Decision:
    """Answer for an agreement: two parties at least, and a validity that ends."""
    return _answer(
        duties,
        (not title.strip(), Reason.TITLE_MISSING),
        (len(frozenset(parties)) < ENOUGH_PARTIES, Reason.TOO_FEW_PARTIES),
        (valid_to <= valid_from, Reason.AGREEMENT_HAS_NO_DAY),
    )


def may_extend(
    duties: Duties, *, valid_to: date, new_valid_to: date, is_extended_by_it: bool
) -> Decision:
    """Answer for a longer validity, by a decision that does so once."""
    return _answer(
        duties,
        (is_extended_by_it, Reason.EXTENDED_BY_IT_ALREADY),
        (new_valid_to <= valid_to, Reason.NO_LONGER),
    )
