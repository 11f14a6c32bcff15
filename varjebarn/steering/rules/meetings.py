"""Meetings and who was there: one state for each seat, one record with one length."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

from varjebarn.kernel.decisions import Decision
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer


def may_plan(duties: Duties, *, starts: time, ends: time, is_day_taken: bool) -> Decision:
    """Answer for a meeting: one record with one length (DQ5)."""
    return answer(
        duties,
        (ends <= starts, Reason.MEETING_WITHOUT_LENGTH),
        (is_day_taken, Reason.DAY_TAKEN),
    )


def may_plan_series(duties: Duties, *, days: Collection[date]) -> Decision:
    """Answer for several meetings at once."""
    return answer(duties, (not days, Reason.NO_DAYS))


def may_run(duties: Duties, *, is_moving: bool, has_next: bool) -> Decision:
    """Answer for writing down a whole meeting: what is put off has a meeting to go to."""
    return answer(duties, (is_moving and not has_next, Reason.NO_LATER_MEETING))


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """Who was there and who wasn't, by seat; `stood_in_for` are the seats that had a stand-in."""

    present: tuple[object, ...]
    absent: tuple[object, ...] = ()
    seats_that_day: frozenset[object] = frozenset()
    stood_in_for: frozenset[object] = frozenset()


def may_hold(
    duties: Duties,
    *,
    is_held: bool,
    is_cancelled: bool = False,
    meeting_on: date,
    today: date,
    roll: Roll,
) -> Decision:
    """Answer for writing down who was there: one state for each seat (DQ1, DQ2)."""
    present, absent = frozenset(roll.present), frozenset(roll.absent)
    everybody = present | absent | roll.stood_in_for
    is_double = len(present) < len(roll.present) or len(absent) < len(roll.absent)
    return answer(
        duties,
        (is_held, Reason.MEETING_HELD_ALREADY),
        (is_cancelled, Reason.MEETING_CANCELLED),
        (meeting_on > today, Reason.MEETING_DAY_NOT_COME),
        (not present, Reason.NOBODY_PRESENT),
        (bool(present & absent), Reason.PRESENT_AND_ABSENT),
        (is_double, Reason.LISTED_TWICE),
        (not everybody <= roll.seats_that_day, Reason.NO_SEAT_THAT_DAY),
        (bool(roll.stood_in_for & present), Reason.STOOD_IN_FOR_PRESENT),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFacts:
    """A planned meeting and what it would become. `waits_from`: the last day that put an item off to it."""

    is_held: bool
    is_cancelled: bool
    starts: time
    ends: time
    on: date
    is_day_taken: bool
    waits_from: date | None = None
    chair_has_seat: bool | None = None


def may_change_meeting(duties: Duties, facts: ChangeFacts) -> Decision:
    """Answer for another day, time, place or chair, as long as the meeting is still to be held."""
    return answer(
        duties,
        (facts.is_held, Reason.MEETING_HELD_ALREADY),
        (facts.is_cancelled, Reason.MEETING_CANCELLED),
        (facts.ends <= facts.starts, Reason.MEETING_WITHOUT_LENGTH),
        (facts.is_day_taken, Reason.DAY_TAKEN),
        (
            facts.waits_from is not None and facts.on <= facts.waits_from,
            Reason.MOVED_BEFORE_WHAT_WAITS,
        ),
        (facts.chair_has_seat is False, Reason.CHAIR_WITHOUT_SEAT),
    )


def may_cancel(
    duties: Duties,
    *,
    is_held: bool,
    is_cancelled: bool,
    reason: str,
    has_items: bool,
    has_next: bool,
) -> Decision:
    """Answer for calling a meeting off: its items move on, so there must be a meeting to go to."""
    return answer(
        duties,
        (is_held, Reason.MEETING_HELD_ALREADY),
        (is_cancelled, Reason.MEETING_CANCELLED),
        (not reason.strip(), Reason.CANCELLED_WITHOUT_REASON),
        (has_items and not has_next, Reason.NO_LATER_MEETING),
    )
