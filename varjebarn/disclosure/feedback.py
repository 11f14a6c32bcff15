"""What a reporter may be told of what social services decided: one of three values, and nothing else.

Sources: SoL (2025:400) 19:6; OSL 26:9 a. At the receiver it is secret under OSL 40:7 g.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.decisions import ALLOWED, Decision

GROUND = "REPORT_FEEDBACK"
KIND = "report_feedback"
SOCIAL, REPORTER, SIGNAL = "social", "reporter", "signal"
WITHIN = timedelta(days=7)
PROVISION = "SoL 19:6; OSL 26:9 a"


class Choice(StrEnum):
    """The three values: an investigation is opened, is not opened, or was going on already."""

    OPENED = "opened"
    NOT_OPENED = "not_opened"
    IN_PROGRESS = "in_progress"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackFacts:
    """Who would tell whom what. `is_reporter`: what it is about came from the recipient."""

    area: str
    is_reporter: bool
    choice: str
    decided_on: date
    on: date
    is_given: bool = False


def may_feed_back(facts: FeedbackFacts) -> Decision:
    """Whether the reporter may be told so: by social services, of what was decided, once."""
    if facts.area != SOCIAL:
        return _no(Reason.FEEDBACK_ONLY_FROM_SOCIAL)
    if not facts.is_reporter:
        return _no(Reason.FEEDBACK_ONLY_TO_REPORTER)
    if facts.choice not in {*Choice}:
        return _no(Reason.FEEDBACK_ONLY_THREE)
    if facts.decided_on > facts.on:
        return _no(Reason.FEEDBACK_NOT_DECIDED)
    if facts.is_given:
        return _no(Reason.FEEDBACK_GIVEN)
    return ALLOWED


def may_carry(kind: str, parts: frozenset[str]) -> Decision:
    """Whether a content may go on this ground at all: the choice alone."""
    if kind != KIND or parts != {KIND}:
        return _no(Reason.FEEDBACK_ONLY_THREE)
    return ALLOWED


def due_on(*, asked_on: date | None, decided_on: date, choice: str) -> date | None:
    """Say by which day a reporter who has asked is told; None when nobody has asked.

    A week after the decision, and at once when it is asked for later, or when an investigation was
    going on already.
    """
    if asked_on is None:
        return None
    if asked_on > decided_on or choice == Choice.IN_PROGRESS:
        return max(asked_on, decided_on)
    return decided_on + WITHIN


def feedback_document(choice: Choice, *, about: UUID | None) -> Document:
    """Write the feedback: not even the child's name is in it, for the reporter knows of whom."""
    body = {"parts": {KIND: {"choice": choice.value}}}
    return Document(kind=KIND, schema=f"varjebarn/{KIND}/1", body=body, subject_ref=about)


def _no(reason: Reason) -> Decision:
    return Decision(reason, provision=PROVISION)
