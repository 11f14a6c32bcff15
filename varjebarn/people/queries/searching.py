"""Looking for a child by a whole key, within one's own unit. Each search is logged, without the key."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import request_id
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.kernel.identity import IdentifierSystem, normalised
from varjebarn.people import rules
from varjebarn.people.rules import SearchKey

SYSTEMS = {
    SearchKey.NATIONAL_NUMBER: IdentifierSystem.PERSONNUMMER,
    SearchKey.CASE_NUMBER: IdentifierSystem.LOCAL,
    SearchKey.SCHOOL_NUMBER: IdentifierSystem.SCHOOL_TEMPORARY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine:
    """A child that a search has met: who it is, and nothing of what is written."""

    file: UUID
    name: str
    born: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search met: one's own children; others of the unit, named for its manager alone."""

    mine: tuple[FoundLine, ...]
    others: tuple[FoundLine, ...]
    is_here: bool
    """Whether the unit knows a child by that key. Only its manager and its intake are told."""


def settled(key: str, wanted: str) -> str:
    """Give a key in the form that is compared. Raises ValueError for a number that is none."""
    text = " ".join(wanted.split())
    return normalised(SYSTEMS[SearchKey(key)], text) if key in SYSTEMS and text else text


def searches_lately(actor: Actor) -> int:
    """Count how often the acting person has looked for a child here in the last hour."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.searches_lately()")
        return int(cursor.fetchone()[0])


def find_child(actor: Actor, *, key: str, wanted: str) -> Found:
    """Look for a child. Protected children are found by no search (R19).

    Raises Refused for a key that the area does not allow (SoLPuF 15 §) and after too many searches,
    ValueError for a number that is none.
    """
    wanted = settled(key, wanted)
    require(rules.may_search(actor, key=key, wanted=wanted, lately=searches_lately(actor)))
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.find_child(%s, %s, %s)", [key, wanted, request_id.get()])
        rows = cursor.fetchall()
    return Found(
        mine=tuple(_line(row) for row in rows if row[3]),
        others=tuple(_line(row) for row in rows if not row[3] and row[0]),
        is_here=any(not row[3] for row in rows),
    )


def _line(row: tuple[UUID, str, date, bool]) -> FoundLine:
    return FoundLine(file=row[0], name=row[1], born=row[2])
