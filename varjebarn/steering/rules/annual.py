"""The annual report: computed from the register, and never written over once it is published."""

from datetime import date

from varjebarn.kernel.decisions import Decision
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer


def may_note_year(duties: Duties, *, is_heading: bool, year: int, today: date) -> Decision:
    """Answer for a note under a heading of a year that has begun."""
    return answer(
        duties,
        (not is_heading, Reason.NO_SUCH_HEADING),
        (year > today.year, Reason.YEAR_NOT_BEGUN),
    )


def may_publish_year(
    duties: Duties, *, year: int, today: date, earlier_editions: int, reason: str
) -> Decision:
    """Answer for publishing: what was published stays, so a correction is an edition that says why."""
    return answer(
        duties,
        (year > today.year, Reason.YEAR_NOT_BEGUN),
        (earlier_editions > 0 and not reason.strip(), Reason.CORRECTION_WITHOUT_REASON),
    )
