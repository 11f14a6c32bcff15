"""Minutes: written once a meeting is held, approved at a later one, then published and fixed.

Source: steering group notes, Kronoberg, 2019-02-15, where the previous ones are filed "with the
change"; both texts are kept. A decision's words stand in the register alone.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from varjebarn.kernel.decisions import Decision
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer

_DECISION = re.compile(r"^\s*beslut(?:et|as)?\s*(?:\d+\s*)?:", re.IGNORECASE | re.MULTILINE)


def may_save_draft(duties: Duties, *, is_planned: bool, has_come: bool, is_stale: bool) -> Decision:
    """Answer for keeping what is typed while a meeting goes on; never over somebody else's."""
    return answer(
        duties,
        (not is_planned, Reason.MEETING_HELD_ALREADY),
        (not has_come, Reason.MEETING_DAY_NOT_COME),
        (is_stale, Reason.DRAFT_SAVED_BY_OTHER),
    )


def may_begin_minutes(
    duties: Duties, *, is_held: bool, is_begun: bool, texts: Iterable[str] = ()
) -> Decision:
    """Answer for the first text of a held meeting's minutes."""
    return answer(
        duties,
        (not is_held, Reason.MEETING_NOT_HELD),
        (is_begun, Reason.MINUTES_BEGUN),
        (_has_decision(texts), Reason.DECISION_IN_TEXT),
    )


def may_revise(
    duties: Duties, *, is_draft: bool, is_published: bool, texts: Iterable[str]
) -> Decision:
    """Answer for another text before the approval. Decisions aren't written here a second time."""
    return answer(
        duties,
        (is_published, Reason.MINUTES_PUBLISHED),
        (not is_draft, Reason.MINUTES_APPROVED),
        (_has_decision(texts), Reason.DECISION_IN_TEXT),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalFacts:
    """Where minutes would be approved, and with what changes."""

    is_draft: bool
    is_same_body: bool
    meeting_on: date
    approved_on: date
    today: date
    changes: str = ""
    is_text_changed: bool = False
    texts: tuple[str, ...] = ()


def may_approve(duties: Duties, facts: ApprovalFacts) -> Decision:
    """Answer for approving at a later meeting of the same body, as they are or with changes in words."""
    return answer(
        duties,
        (not facts.is_draft, Reason.MINUTES_APPROVED),
        (not facts.is_same_body, Reason.APPROVED_AT_OTHER_BODY),
        (facts.approved_on <= facts.meeting_on, Reason.APPROVED_TOO_EARLY),
        (facts.approved_on > facts.today, Reason.MEETING_DAY_NOT_COME),
        (facts.is_text_changed and not facts.changes.strip(), Reason.CHANGES_MISSING),
        (bool(facts.changes.strip()) and not facts.is_text_changed, Reason.CHANGED_WITHOUT_WORDS),
        (_has_decision(facts.texts), Reason.DECISION_IN_TEXT),
    )


def may_publish(duties: Duties, *, is_approved: bool, is_published: bool) -> Decision:
    """Answer for opening the minutes to all, once, after the approval."""
    return answer(
        duties,
        (is_published, Reason.MINUTES_PUBLISHED),
        (not is_approved, Reason.MINUTES_NOT_APPROVED),
    )


def _has_decision(texts: Iterable[str]) -> bool:
    """Whether a text sets out a decision of its own, as "Beslut: ...": it could differ from the register."""
    return any(_DECISION.search(text) for text in texts)
