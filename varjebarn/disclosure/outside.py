"""May one part go to an association's leader who has no login here? A pure rule, and its words.

Sources: OSL 10:1, 12:2 second paragraph (a reservation that the one who consents asks for is
followed); GDPR 10 (offences); an association has no secrecy by statute, so it gets little, for a
short time, after a promise.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from varjebarn.disclosure.parts import Part
from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.rules import CIVIL_SOCIETY
from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.kernel.identity import IdentifierSystem, normalised

LONGEST = timedelta(days=31)
PARTS = (Part.WHY, Part.CHILD_VIEW, Part.GOALS, Part.ACTIONS)
"""What of a plan can be given, one at a time."""

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that is taken for another
_NUMBER = re.compile(r"(?<!\d)(?:19|20)?\d{6}[-+ ]?\d{4}(?!\d)")


class Way(StrEnum):
    """How it gets there."""

    LINK = "link"
    PAPER = "paper"


class How(StrEnum):
    """How a leader answered."""

    ORAL = "oral"
    PAPER = "paper"
    MAIL = "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideFacts:
    """What the decision leans on. `text` is everything that would be read there."""

    area: str
    parts: frozenset[str]
    text: str
    to_name: str
    reservation: str
    on: date
    last_day: date
    is_protected: bool
    holds_offence_data: bool


def may_give_outside(facts: OutsideFacts) -> Decision:
    """One part, to a named leader, on a promise, for a month at most; never of a protected child."""
    what = _may_be_read_there(facts)
    return _is_promised(facts) if what else what


def may_note_answer(*, words: str, said_by: str, entered_by: str) -> Decision:
    """Write down what a leader said: entered by one, on behalf of another."""
    if not words.strip():
        return Decision(Reason.OUTSIDE_ANSWER_MISSING)
    if not said_by.strip() or said_by.strip().casefold() == entered_by.strip().casefold():
        return Decision(Reason.OUTSIDE_SAID_BY_ANOTHER)
    return ALLOWED


def may_share_with_area(area: str) -> Decision:
    """Share as between units; an association has no compartment here and gets one part, or nothing."""
    return Decision(Reason.CIVIL_SOCIETY_GETS_ONE_PART) if area == CIVIL_SOCIETY else ALLOWED


def holds_number(text: str) -> bool:
    """Whether a text holds a personal or coordination number that could be somebody's (R42)."""
    return any(map(_is_number, _NUMBER.findall(text)))


def _may_be_read_there(facts: OutsideFacts) -> Decision:
    if facts.area != CIVIL_SOCIETY:
        return Decision(Reason.OUTSIDE_ONLY_TO_ASSOCIATIONS)
    if facts.holds_offence_data:
        return Decision(Reason.OFFENCE_DATA_TO_CIVIL_SOCIETY, provision="GDPR 10")
    if facts.is_protected:
        return Decision(Reason.OUTSIDE_NEVER_PROTECTED, provision="OSL 21:3, 22:1")
    if len(facts.parts) != 1 or not facts.parts <= set(PARTS):
        return Decision(Reason.OUTSIDE_ONE_PART)
    if holds_number(facts.text):
        return Decision(Reason.OUTSIDE_HOLDS_NUMBER, provision="lag (2018:218) 3:10")
    return ALLOWED


def _is_promised(facts: OutsideFacts) -> Decision:
    if not facts.to_name.strip():
        return Decision(Reason.OUTSIDE_NEEDS_NAME)
    if not facts.reservation.strip():
        return Decision(Reason.OUTSIDE_NEEDS_RESERVATION, provision="OSL 12:2")
    if not facts.on <= facts.last_day <= facts.on + LONGEST:
        return Decision(Reason.OUTSIDE_LAST_DAY)
    return ALLOWED


def hashes(secret: str, code: str) -> tuple[bytes, bytes]:
    """Give what is kept of the two secrets. The code's hash needs the secret to be guessed at all."""
    secret = "".join(letter for letter in secret.upper() if letter in LETTERS)
    code = "".join(filter(str.isdigit, code))
    return (
        hashlib.sha256(secret.encode()).digest(),
        hashlib.sha256(f"{secret}:{code}".encode()).digest(),
    )


def _is_number(found: str) -> bool:
    for system in (IdentifierSystem.PERSONNUMMER, IdentifierSystem.SAMORDNINGSNUMMER):
        try:
            normalised(system, found)
        except ValueError:
            continue
        return True
    return False
