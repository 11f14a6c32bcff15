"""Reads the log: a unit's own for its log reviewer, a family member's own lines."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from varjebarn.audit.models import FamilyLine
from varjebarn.audit.record import request_id
from varjebarn.kernel.actors import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """One event in a unit's log. A child with a protected identity has no name and no file here."""

    at: datetime
    person_name: str
    title: str
    child_name: str
    child_file: UUID | None
    act: str
    object: UUID | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyRow:
    """One line in a family member's own list of who has read."""

    at: datetime
    unit_name: str
    organisation_name: str
    act: str
    object: UUID | None
    version: int | None
    capacity: str
    child_ref: UUID | None
    line: UUID


def unit_log(actor: Actor, *, before: datetime | None = None, most: int = 50) -> list[LogRow]:
    """List the acting unit's events, newest first; the reading is logged. At most 200."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM vb.unit_log(%s, %s, %s)",
            [before, most, request_id.get()],
        )
        return [
            LogRow(
                at=row[0],
                person_name=row[1],
                title=row[2],
                child_name=row[3],
                child_file=row[4],
                act=row[5],
                object=row[6],
                why=row[7],
            )
            for row in cursor.fetchall()
        ]


def my_log(actor: Actor, *, before: datetime | None = None, most: int = 100) -> list[FamilyRow]:
    """List the lines addressed to a family member, newest first. At most 500."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.my_log(%s, %s)", [before, most])
        return [_family_row(row) for row in cursor.fetchall()]


def my_line(actor: Actor, line: UUID) -> FamilyRow:
    """Find one line that a family member may ask about. Another's, or a closed one, does not exist."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.my_line(%s)", [line])
        row = cursor.fetchone()
    if row is None:
        raise FamilyLine.DoesNotExist
    return _family_row(row)


def _family_row(row: tuple[Any, ...]) -> FamilyRow:
    return FamilyRow(
        at=row[0],
        unit_name=row[1],
        organisation_name=row[2],
        act=row[3],
        object=row[4],
        version=row[5],
        capacity=row[6],
        child_ref=row[7],
        line=row[8],
    )
