"""Who may do what with a child's file. What a person may see is the row policies' business."""

import re
from datetime import date
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from varjebarn.kernel.actors import Actor, Duty
from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.kernel.identity import holds_number
from varjebarn.people.reasons import Reason
from varjebarn.people.ways import NoticeWay

ROLES = frozenset({"team", "contact", "lead"})
SHORTEST_REASON = 10
MAIL = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[^@\s.]{2,}")
LANGUAGE = re.compile(r"[a-z]{2,3}")
TELEPHONE = re.compile(r"(0|\+)[1-9]\d{6,13}")
SHORTEST_WANTED = 2
MOST_SEARCHES = 30
"""In an hour, and in one unit: who asks number after number is stopped (threat 33)."""

WORKS_WITH_CHILDREN = frozenset({Duty.PROFESSIONAL, Duty.CONTACT, Duty.INTAKE, Duty.MANAGER})

PROTECTIONS = ("none", "marked", "registered_elsewhere", "fictitious")
"""The levels of protected personal data, each stronger than the one before (OSL 21:3, 22:2)."""

SCHOOL_AREAS = frozenset({"preschool", "school", "private_school", "pupil_health"})


class SearchKey(StrEnum):
    """By what a child may be looked for. Nothing that is written about a child is among them."""

    NAME = "name"
    NATIONAL_NUMBER = "national_number"
    CASE_NUMBER = "case_number"
    SCHOOL_NUMBER = "school_number"


ALWAYS_KEYS = (SearchKey.NAME, SearchKey.NATIONAL_NUMBER, SearchKey.CASE_NUMBER)


class GlassKind(StrEnum):
    """What an emergency opening is about."""

    HARM = "harm"
    HURT = "hurt"
    REACH = "reach"
    AWAY = "away"
    OTHER = "other"


def may_work_with_children(actor: Actor) -> Decision:
    """Only staff whose assignment has to do with children: a keeper's does not (R29, R46)."""
    if not actor.is_staff:
        return Decision(Reason.ONLY_STAFF)
    if not actor.duties & WORKS_WITH_CHILDREN:
        return Decision(Reason.NO_DUTY)
    return ALLOWED


class MayBeJoined(Protocol):
    """A child's file, which may have been made one with another."""

    @property
    def joined_into(self) -> int | None:
        """The key of the file that is written in instead, if there is one."""


def may_write_in(file: MayBeJoined) -> Decision:
    """Write in a file, unless it has been made one with another: that one is written in (R43).

    What goes on in such a file may still be ended, and what it holds is read.
    """
    return ALLOWED if file.joined_into is None else Decision(Reason.FILE_JOINED)


def may_say(reason: str) -> Decision:
    """Let a reason stand in the log: it is there, and holds nobody's number (lag 2018:218 3:10; R42)."""
    if not reason.strip():
        return Decision(Reason.REASON_MISSING)
    return Decision(Reason.NUMBER_IN_REASON) if holds_number(reason) else ALLOWED


def may_open_file(actor: Actor, *, reason: str) -> Decision:
    """Open a file with a stated reason; a role alone opens none (PDL 4:1-2, SoLPuL 10 §)."""
    if not may_say(reason):
        return may_say(reason)
    return may_work_with_children(actor)


def may_involve(actor: Actor, *, role: str, reason: str) -> Decision:
    """Involve a colleague in a known role, and say why."""
    if role not in ROLES:
        return Decision(Reason.ROLE_UNKNOWN)
    if not may_say(reason):
        return may_say(reason)
    return may_work_with_children(actor)


def may_register_guardian(actor: Actor, *, source: str) -> Decision:
    """Custody is registered with its source: what was checked, and when (FB 6 kap.)."""
    if not source.strip():
        return Decision(Reason.SOURCE_MISSING)
    return may_work_with_children(actor)


def may_break_glass(
    actor: Actor, *, reason: str, kind: str = "other", confirmed: bool = True
) -> Decision:
    """Break-glass needs what it is about, and a reason in words that a reviewer can judge (R30)."""
    if kind not in set(GlassKind):
        return Decision(Reason.GLASS_KIND_UNKNOWN)
    if len(reason.strip()) < SHORTEST_REASON:
        return Decision(Reason.REASON_TOO_SHORT)
    if not may_say(reason):
        return may_say(reason)
    if not confirmed:
        return Decision(Reason.NOT_CONFIRMED)
    return may_work_with_children(actor)


def search_keys(area: str) -> tuple[SearchKey, ...]:
    """Give the only keys by which a child may be looked for in an area (SoLPuF 15, 20 §§; R31).

    Social services have three by law; the same three hold everywhere, and a school has its own
    temporary number besides. What is written about a child is a key nowhere (R32).
    """
    return ALWAYS_KEYS + ((SearchKey.SCHOOL_NUMBER,) if area in SCHOOL_AREAS else ())


def may_search(actor: Actor, *, key: str, wanted: str, lately: int = 0) -> Decision:
    """Look for a child by a key that the area allows; `lately` is the person's searches in an hour."""
    if not may_work_with_children(actor):
        return may_work_with_children(actor)
    if key not in search_keys(actor.area):
        return Decision(Reason.KEY_NOT_ALLOWED)
    if len(wanted.strip()) < SHORTEST_WANTED:
        return Decision(Reason.WANTED_TOO_SHORT)
    if lately >= MOST_SEARCHES:
        return Decision(Reason.TOO_MANY_SEARCHES)
    return ALLOWED


def may_delegate(actor: Actor, *, person: UUID, reason: str) -> Decision:
    """Let a colleague in, prolong or end it: the unit's manager, and never for herself."""
    if Duty.MANAGER not in actor.duties:
        return Decision(Reason.ONLY_MANAGER)
    if person == actor.person:
        return Decision(Reason.NOT_ONESELF)
    if not may_say(reason):
        return may_say(reason)
    return ALLOWED


def may_manage(actor: Actor) -> Decision:
    """Say who works with whom: the unit's manager alone."""
    return ALLOWED if Duty.MANAGER in actor.duties else Decision(Reason.ONLY_MANAGER)


def may_note_leave(actor: Actor, *, person: UUID, substitute: UUID) -> Decision:
    """Note that somebody is away and who stands in: never the manager herself, never the same person."""
    if substitute == actor.person:
        return Decision(Reason.NOT_ONESELF)
    if person == substitute:
        return Decision(Reason.SAME_PERSON)
    return may_manage(actor)


def is_a_period(*, first_day: date, last_day: date | None, on: date) -> Decision:
    """Let a period begin today or later, and end no earlier than it begins."""
    if first_day < on or (last_day is not None and last_day < on):
        return Decision(Reason.DAY_PASSED)
    if last_day is not None and last_day < first_day:
        return Decision(Reason.ENDS_BEFORE_IT_BEGINS)
    return ALLOWED


def may_protect(actor: Actor, *, before: str, level: str, reason: str) -> Decision:
    """Raise the protection of a child's data at once, whoever works with the child; a manager lowers it."""
    if not reason.strip():
        return Decision(Reason.REASON_MISSING)
    if PROTECTIONS.index(level) < PROTECTIONS.index(before) and Duty.MANAGER not in actor.duties:
        return Decision(Reason.MANAGER_LOWERS_PROTECTION)
    return may_work_with_children(actor)


def may_name_reader(actor: Actor, *, is_protected: bool, reason: str) -> Decision:
    """Name one more reader of a protected file, and say why."""
    if not is_protected:
        return Decision(Reason.NOT_PROTECTED)
    if not reason.strip():
        return Decision(Reason.REASON_MISSING)
    return may_work_with_children(actor)


def may_join(actor: Actor, *, files: tuple[UUID, UUID], protected: bool, reason: str) -> Decision:
    """Make one of two files on the same child, by somebody who works with both (R43)."""
    if files[0] == files[1]:
        return Decision(Reason.FILES_ARE_ONE)
    if protected:
        return Decision(Reason.FILE_PROTECTED)
    if len(reason.strip()) < SHORTEST_REASON:
        return Decision(Reason.REASON_TOO_SHORT)
    if not may_say(reason):
        return may_say(reason)
    return may_work_with_children(actor)


def may_record_language(*, language: str, interpreter: str) -> Decision:
    """Record which language somebody speaks, by its code, and the interpreter needed, in words (R50).

    Source: FL 13 §; språklagen (2009:600) 11 §.
    """
    if not LANGUAGE.fullmatch(language) or any(map(str.isdigit, interpreter)):
        return Decision(Reason.LANGUAGE_UNKNOWN)
    return ALLOWED


def may_choose_notice(*, way: NoticeWay, address: str, by_family: bool) -> Decision:
    """Choose how to hear that there is something new: for oneself, and with somewhere to send it."""
    if not by_family:
        return Decision(Reason.ONLY_FAMILY)
    if way is NoticeWay.MAIL and not MAIL.fullmatch(address.strip()):
        return Decision(Reason.MAIL_ADDRESS_NEEDED)
    if way is NoticeWay.SMS and not TELEPHONE.fullmatch(_digits(address)):
        return Decision(Reason.TELEPHONE_NEEDED)
    return ALLOWED


def notice_address(way: NoticeWay, address: str) -> str:
    """Give the address as it is kept: a mail address, a number in the form +46…, or nothing."""
    if way is NoticeWay.MAIL:
        return address.strip()
    if way is NoticeWay.SMS:
        number = _digits(address)
        return f"+46{number[1:]}" if number.startswith("0") else number
    return ""


def _digits(number: str) -> str:
    """Take blanks and hyphens away; 0046 is +46."""
    bare = re.sub(r"[ ()-]", "", number)
    return f"+{bare[2:]}" if bare.startswith("00") else bare
