"""Bodies and the seats in them."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from varjebarn.kernel.decisions import Decision
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer


class Height(IntEnum):
    """The levels of bodies, the nearest to the practice first."""

    OPERATIVE = 1
    TACTICAL = 2
    STRATEGIC = 3


def height(level: str) -> Height:
    """Give a level as the rules compare it."""
    return Height[level.upper()]


def may_found(
    duties: Duties, *, name: str, is_taken: bool, height: Height, reports_to: Height | None
) -> Decision:
    """Answer for a new body. It reports to its own level or higher, or stands as an orphan."""
    return answer(
        duties,
        (not name.strip(), Reason.NAME_MISSING),
        (is_taken, Reason.NAME_TAKEN),
        (reports_to is not None and reports_to < height, Reason.REPORTS_DOWNWARD),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatFacts:
    """What is known when somebody gets a seat."""

    name: str
    is_body_ended: bool = False
    valid_from: date
    valid_to: date | None = None
    sits_already: bool = False
    is_chair: bool = False
    has_chair: bool = False
    substitute_in_same_body: bool | None = None


def may_appoint(duties: Duties, facts: SeatFacts) -> Decision:
    """Answer for a seat: one for each person at a time, one chair at a time."""
    ends_at_once = facts.valid_to is not None and facts.valid_to <= facts.valid_from
    return answer(
        duties,
        (facts.is_body_ended, Reason.BODY_ENDED),
        (not facts.name.strip(), Reason.NAME_MISSING),
        (ends_at_once, Reason.SEAT_HAS_NO_DAY),
        (facts.sits_already, Reason.SITS_ALREADY),
        (facts.is_chair and facts.has_chair, Reason.CHAIR_TAKEN),
        (facts.substitute_in_same_body is False, Reason.SUBSTITUTE_IN_OTHER_BODY),
    )
