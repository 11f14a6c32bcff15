"""Documents that live: drafted by those who sit in the body, published before they are decided.

Sources: the steering group's notes of 15 February 2019 (the plan as a living document at every
meeting) and 3 April 2020 (a draft is published, mailed about, and decided at the next meeting).
"""

from dataclasses import dataclass
from datetime import date

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import Decision
from varjebarn.steering.document_reasons import DocumentReason as No
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer, first_no


def _member(duties: Duties, *, is_member: bool) -> tuple[bool, No]:
    """Stand first among the checks: somebody who sits in the body, or the county's own."""
    return not is_member and Duty.COUNTY not in duties, No.ONLY_MEMBERS


def may_start(
    duties: Duties, *, is_member: bool, title: str, text: str, is_taken: bool
) -> Decision:
    """Answer for a new document of a body."""
    return first_no(
        _member(duties, is_member=is_member),
        (not title.strip(), Reason.TITLE_MISSING),
        (is_taken, No.DOCUMENT_TITLE_TAKEN),
        (not text.strip(), No.TEXT_MISSING),
    )


def may_write(duties: Duties, *, is_member: bool, text: str, is_unchanged: bool) -> Decision:
    """Answer for a new version. A published one stays as it is; the new one is a draft."""
    return first_no(
        _member(duties, is_member=is_member),
        (not text.strip(), No.TEXT_MISSING),
        (is_unchanged, No.TEXT_UNCHANGED),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishFacts:
    """What is known when a draft is to be published. `meeting_on`: the body's next, if there is one."""

    is_published: bool
    is_newest: bool
    today: date
    meeting_on: date | None


def may_publish(duties: Duties, facts: PublishFacts) -> Decision:
    """Answer for a draft that everybody is to read, and the next meeting to decide."""
    return answer(
        duties,
        (facts.is_published, No.PUBLISHED_ALREADY),
        (not facts.is_newest, No.NOT_NEWEST_VERSION),
        (facts.meeting_on is None, No.NO_MEETING_TO_DECIDE),
        (facts.meeting_on is not None and facts.meeting_on < facts.today, No.MEETING_GONE),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class InForceFacts:
    """What is known when a decided version is put in force."""

    is_published: bool
    is_in_force: bool
    is_decided_at_its_item: bool
    decided_on: date
    from_day: date
    latest_from: date | None = None


def may_put_in_force(duties: Duties, facts: InForceFacts) -> Decision:
    """Answer for a version in force: by a decision at the item where it stood, never before its day."""
    is_backwards = facts.latest_from is not None and facts.from_day < facts.latest_from
    return answer(
        duties,
        (not facts.is_published, No.NOT_PUBLISHED),
        (facts.is_in_force, No.IN_FORCE_ALREADY),
        (not facts.is_decided_at_its_item, No.DECIDED_ELSEWHERE),
        (facts.from_day < facts.decided_on, No.IN_FORCE_BEFORE_DECISION),
        (is_backwards, No.IN_FORCE_BACKWARDS),
    )


def may_plan_activity(
    duties: Duties,
    *,
    is_member: bool,
    title: str,
    owner: str,
    starts: date,
    ends: date,
    is_milestone: bool,
) -> Decision:
    """Answer for a dated part of a plan: somebody answers for it, and a milestone is one day."""
    return first_no(
        _member(duties, is_member=is_member),
        (not title.strip(), Reason.TITLE_MISSING),
        (not owner.strip(), No.OWNER_MISSING),
        (ends < starts, No.ACTIVITY_WITHOUT_LENGTH),
        (is_milestone and ends != starts, No.MILESTONE_IS_ONE_DAY),
    )


def may_report_activity(
    duties: Duties, *, is_member: bool, is_stopped: bool, note: str
) -> Decision:
    """Answer for saying how it goes. What is stopped has a reason."""
    return first_no(
        _member(duties, is_member=is_member),
        (is_stopped and not note.strip(), No.STOPPED_WITHOUT_REASON),
    )


def may_plan_message(
    duties: Duties, *, is_member: bool, audience: str, message: str, channel: str, owner: str
) -> Decision:
    """Answer for a line of a communication plan: to whom, what, which way, and by whom."""
    is_whole = all(part.strip() for part in (audience, message, channel, owner))
    return first_no(
        _member(duties, is_member=is_member),
        (not is_whole, No.MESSAGE_NOT_WHOLE),
    )


def may_mark_told(
    duties: Duties, *, is_member: bool, is_done: bool, on: date, today: date
) -> Decision:
    """Answer for a message that has been told."""
    return first_no(
        _member(duties, is_member=is_member),
        (is_done, No.TOLD_ALREADY),
        (on > today, No.DAY_NOT_COME),
    )
