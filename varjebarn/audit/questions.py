"""Reads the questions that families ask about readings: one's own, and a unit's."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import request_id
from varjebarn.kernel.actors import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class MyQuestion:
    """What a family member has asked about a line, and the answer, if it has come."""

    question: UUID
    line: UUID
    unit_name: str
    organisation_name: str
    act: str
    version: int | None
    day: date
    child_ref: UUID | None
    words: str
    asked_at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitQuestion:
    """A question to the acting unit. For a reviewer a protected child and who asks have no name."""

    question: UUID
    act: str
    day: date
    words: str
    asked_at: datetime
    asker: str
    child_name: str
    answer: str
    answered_by: str
    answered_at: datetime | None


def my_questions(actor: Actor) -> list[MyQuestion]:
    """List what a family member has asked, the newest first. At most 100."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.my_questions()")
        return [
            MyQuestion(
                question=row[0],
                line=row[1],
                unit_name=row[2],
                organisation_name=row[3],
                act=row[4],
                version=row[5],
                day=row[6],
                child_ref=row[7],
                words=row[8],
                asked_at=row[9],
                answer=row[10],
                answered_by=row[11],
                answered_at=row[12],
            )
            for row in cursor.fetchall()
        ]


def unit_questions(actor: Actor) -> list[UnitQuestion]:
    """List the questions that the acting person may answer, those that wait first. Logged."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.unit_questions(%s)", [request_id.get()])
        return [
            UnitQuestion(
                question=row[0],
                act=row[1],
                day=row[2],
                words=row[3],
                asked_at=row[4],
                asker=row[5],
                child_name=row[6] or "",
                answer=row[7],
                answered_by=row[8],
                answered_at=row[9],
            )
            for row in cursor.fetchall()
        ]
