"""Bodies over time, and the mandates that bodies and people hold."""

from dataclasses import dataclass
from datetime import date

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import Decision
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer, first_no
from varjebarn.steering.rules.bodies import Height

WHOLE_TIME = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFacts:
    """What is known when a body is to be otherwise from today."""

    name: str
    is_taken: bool
    height: Height
    reports_to: Height | None
    is_ended: bool = False
    would_circle: bool = False


def may_change_body(duties: Duties, facts: ChangeFacts) -> Decision:
    """Answer for another name, level, purpose or somebody else to report to."""
    return answer(
        duties,
        (facts.is_ended, Reason.BODY_ENDED),
        (not facts.name.strip(), Reason.NAME_MISSING),
        (facts.is_taken, Reason.NAME_TAKEN),
        (
            facts.reports_to is not None and facts.reports_to < facts.height,
            Reason.REPORTS_DOWNWARD,
        ),
        (facts.would_circle, Reason.REPORTS_IN_A_CIRCLE),
    )


def may_end_body(
    duties: Duties, *, is_ended: bool, founded_on: date | None, on: date, today: date
) -> Decision:
    """Answer for a body's end, today or earlier: nothing is said of days to come."""
    return answer(
        duties,
        (is_ended, Reason.BODY_ENDED),
        (on > today, Reason.DAY_TO_COME),
        (founded_on is not None and on < founded_on, Reason.ENDS_BEFORE_IT_BEGINS),
    )


def may_end_seat(
    duties: Duties, *, valid_from: date, valid_to: date | None, new_valid_to: date
) -> Decision:
    """Answer for the last day of a seat; one that has an end may end earlier, never later."""
    return answer(
        duties,
        (valid_to is not None and valid_to <= new_valid_to, Reason.SEAT_ENDED),
        (new_valid_to <= valid_from, Reason.SEAT_HAS_NO_DAY),
    )


def may_expect(duties: Duties, *, name: str, is_expected: bool) -> Decision:
    """Answer for a profession that is to be found in a body or on a level (DQ12)."""
    return answer(
        duties,
        (not name.strip(), Reason.NAME_MISSING),
        (is_expected, Reason.EXPECTED_ALREADY),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateFacts:
    """What is known when a mandate is given."""

    title: str
    has_giver: bool
    has_holder: bool
    is_to_itself: bool = False
    is_holder_ended: bool = False
    given_on: date
    due: date | None = None
    time_share: int | None = None


def may_give_mandate(duties: Duties, facts: MandateFacts) -> Decision:
    """Answer for a mandate: somebody gives it to somebody else. It may lack all the rest, openly."""
    return answer(
        duties,
        (not facts.title.strip(), Reason.TITLE_MISSING),
        (not facts.has_giver, Reason.GIVER_MISSING),
        (not facts.has_holder, Reason.HOLDER_MISSING),
        (facts.is_to_itself, Reason.GIVEN_TO_ITSELF),
        (facts.is_holder_ended, Reason.BODY_ENDED),
        (facts.due is not None and facts.due < facts.given_on, Reason.ENDS_BEFORE_IT_BEGINS),
        (_is_outside(facts.time_share), Reason.TIME_SHARE_OUTSIDE),
    )


def may_change_mandate(
    duties: Duties, *, is_ended: bool, given_on: date, due: date | None, time_share: int | None
) -> Decision:
    """Answer for other terms: purpose, limits, time, resources, the day and where it is reported."""
    return answer(
        duties,
        (is_ended, Reason.MANDATE_ENDED),
        (due is not None and due < given_on, Reason.ENDS_BEFORE_IT_BEGINS),
        (_is_outside(time_share), Reason.TIME_SHARE_OUTSIDE),
    )


def may_accept_mandate(
    duties: Duties, *, sits_there: bool, is_ended: bool, is_accepted: bool
) -> Decision:
    """Answer for taking on a mandate: by somebody who sits in the body, or by the county's own."""
    return first_no(
        (not sits_there and Duty.COUNTY not in duties, Reason.NOT_YOUR_BODY),
        (is_ended, Reason.MANDATE_ENDED),
        (is_accepted, Reason.ACCEPTED_ALREADY),
    )


def may_end_mandate(
    duties: Duties, *, is_ended: bool, given_on: date, on: date, today: date
) -> Decision:
    """Answer for a mandate's end."""
    return answer(
        duties,
        (is_ended, Reason.MANDATE_ENDED),
        (on > today, Reason.DAY_TO_COME),
        (on < given_on, Reason.ENDS_BEFORE_IT_BEGINS),
    )


def lacks_resources(time_share: int | None, resources: str) -> bool:
    """Whether a mandate says neither how much time there is for it nor what else it may use."""
    return time_share is None and not resources.strip()


def _is_outside(time_share: int | None) -> bool:
    return time_share is not None and not 1 <= time_share <= WHOLE_TIME
