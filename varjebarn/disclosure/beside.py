"""What may be put beside a record: an objection and its answer, an own number, a secrecy marking.

Nothing here changes the record itself. Sources: GDPR 16; PDL 3:8, 3:14; SoL 14:6; OSL 5:1-2, 5:5.
"""

from datetime import date
from enum import StrEnum

from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import ALLOWED, Decision

OBJECTION = "objection"
"""The kind of a submission that says that something is wrong."""

WHOLE = "document"
"""The item of an objection to everything in a document."""


class Outcome(StrEnum):
    """What an objection led to. `kept`: the unit stands by what it wrote, and the objection stays."""

    CORRECTED = "corrected"
    PARTLY = "partly"
    KEPT = "kept"


def may_object(actor: Actor, *, words: str, about: str) -> Decision:
    """Whether a child or guardian may say so of something that was shown to them, in words."""
    if actor.is_staff:
        return Decision(Reason.ONLY_FAMILY_OBJECTS)
    if not about.strip():
        return Decision(Reason.OBJECTION_TO_NOTHING)
    if not words.strip():
        return Decision(Reason.OBJECTION_WITHOUT_WORDS)
    return ALLOWED


def may_answer(*, kind: str, is_answered: bool, words: str) -> Decision:
    """Whether an objection may be answered: one that is there, once, and in words."""
    if kind != OBJECTION:
        return Decision(Reason.NOT_AN_OBJECTION)
    if is_answered:
        return Decision(Reason.OBJECTION_ANSWERED)
    if not words.strip():
        return Decision(Reason.ANSWER_WITHOUT_WORDS)
    return ALLOWED


def may_number(*, state: str, number: str) -> Decision:
    """Whether what has arrived may get a number of the unit's own: once it has been taken in."""
    if state != "filed":
        return Decision(Reason.NOT_TAKEN_IN)
    if not number.strip():
        return Decision(Reason.NUMBER_MISSING)
    return ALLOWED


def may_mark(*, provision: str, authority: str, marked_on: date, on: date) -> Decision:
    """Whether a marking says what the law asks: the provision, the day and the authority (OSL 5:5)."""
    if not provision.strip():
        return Decision(Reason.MARK_WITHOUT_PROVISION, provision="OSL 5:5")
    if not authority.strip():
        return Decision(Reason.MARK_WITHOUT_AUTHORITY, provision="OSL 5:5")
    if marked_on > on:
        return Decision(Reason.MARK_IN_FUTURE, provision="OSL 5:5")
    return ALLOWED
