"""What stands on a day: which answers of a consent, until when, and what the family still sees.

Sources: OSL 12:2-3; FB 6:2, 6:11, 9:1. Ages come from the county's policy (`policy.py`).
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from varjebarn.disclosure.policy import ConsentPolicy, default_policy
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.ages import birthday
from varjebarn.kernel.decisions import ALLOWED, Decision

STOCKHOLM = ZoneInfo("Europe/Stockholm")
A_MONTH, A_WEEK = 30, 7  # days before the last one
MONTHS_A_YEAR = 12


def consent_until(
    born: date,
    *,
    given_on: date,
    asked_until: date,
    by_guardian: bool,
    policy: ConsentPolicy | None = None,
) -> date:
    """Give the first day that a consent given on a day does not cover.

    It is the day that was asked for, but never later than the policy's longest time, and a
    guardian's consent ends on the child's 18th birthday: the young person is asked anew (R13).
    """
    policy = policy or default_policy()
    ends = [asked_until, _months_later(given_on, policy.consent_max_months)]
    if by_guardian:
        ends.append(birthday(born, policy.guardian_view_ends_at))
    return min(ends)


def access_until(
    born: date,
    *,
    on: date,
    is_guardian: bool,
    agreed_on: date | None = None,
    must_answer: bool = False,
    policy: ConsentPolicy | None = None,
) -> date | None:
    """Give the first day on which a family member no longer sees a delivery made on a day.

    None: no end, the child's own copy. For a guardian the view closes at 13 unless child and team
    have agreed to open it (`agreed_on`), which holds until the next reassessment, and ends at 18.
    `must_answer`: a request to the guardian is open until 18, or nobody could answer it. A day that
    is not after `on` means: not delivered at all. Sources: R13, R14; FB 6:2, 6:11, 9:1.
    """
    policy = policy or default_policy()
    if not is_guardian:
        return None
    end = birthday(born, policy.guardian_view_ends_at)
    if must_answer:
        return end
    closes = birthday(born, policy.guardian_view_closes_at)
    if on < closes or agreed_on is None:
        return closes
    later = (birthday(born, years) for years in policy.guardian_view_reassessed_at)
    return min((day for day in later if agreed_on < day), default=end)


def guardian_may_receive(
    born: date,
    *,
    on: date,
    agreed_on: date | None = None,
    must_answer: bool = False,
    policy: ConsentPolicy | None = None,
) -> Decision:
    """Whether a delivery made on a day would be seen by a guardian at all (R13, R14)."""
    policy = policy or default_policy()
    if on >= birthday(born, policy.guardian_view_ends_at):
        return Decision(Reason.GUARDIAN_VIEW_ENDED, provision="FB 6:2, 9:1")
    until = access_until(
        born,
        on=on,
        is_guardian=True,
        agreed_on=agreed_on,
        must_answer=must_answer,
        policy=policy,
    )
    if until is not None and until <= on:
        return Decision(Reason.GUARDIAN_VIEW_CLOSED, provision="OSL 12:3; FB 6:11")
    return ALLOWED


class Reminder(StrEnum):
    """How near a consent's last day is, where it is worth a word."""

    MONTH = "month"
    WEEK = "week"


def reminder(ends: date, *, on: date) -> Reminder | None:
    """Say whether to remind of a consent's end: from 30 days before its last day, and from 7.

    `ends` is the first day that is not covered. What has ended is not reminded of.
    """
    left = (ends - on).days - 1
    if left < 0 or left > A_MONTH:
        return None
    return Reminder.WEEK if left <= A_WEEK else Reminder.MONTH


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentEvent:
    """Something said about one unit, and one part, by one consenter. Never changed afterwards."""

    at: datetime
    consenter: str
    unit: int
    part: str
    is_yes: bool
    until: date | None = None


def consent_on(events: Iterable[ConsentEvent], day: date) -> frozenset[tuple[str, int, str]]:
    """Say what held when a day ended: each (consenter, unit, part) whose latest word was a live yes.

    A refusal, a withdrawal and an expiry are later words; a renewal is one more. Days are counted in
    Swedish time, and `until` is the first day that is not covered.
    """
    latest: dict[tuple[str, int, str], ConsentEvent] = {}
    for event in sorted(events, key=lambda event: event.at):
        if event.at.astimezone(STOCKHOLM).date() <= day:
            latest[event.consenter, event.unit, event.part] = event
    return frozenset(
        key
        for key, event in latest.items()
        if event.is_yes and (event.until is None or day < event.until)
    )


def _months_later(day: date, months: int) -> date:
    """Give the same day of a later month; its last day when it has no such day."""
    years, month = divmod(day.month - 1 + months, MONTHS_A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
