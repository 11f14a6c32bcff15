"""What stands beside a record: objections with their answers, own numbers, secrecy markings, the register."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import record
from varjebarn.disclosure.beside import OBJECTION
from varjebarn.disclosure.models import ObjectionAnswer, OwnNumber, SecrecyMark, Submission
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import row_with_child

PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerToObjection:
    """What the unit answered, by whom and when."""

    outcome: str
    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionLine:
    """What a child or guardian says is wrong, with the answer if there is one."""

    submission: UUID
    name: str
    capacity: str
    kind: str
    version: int | None
    item: str
    about: str
    words: str
    stays_here: bool
    subject_ref: UUID | None
    arrived: datetime
    answer: AnswerToObjection | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """One number of the unit's own, by whom and when; the first in a list is the one that counts."""

    number: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLine:
    """A secrecy marking that stands, or one that took it away."""

    provision: str
    authority: str
    marked_on: date
    by: str
    at: datetime
    is_lifted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """One document in the unit's register (OSL 5:2): never its content, nobody's name.

    `way` is "in" or "out". `counterparts` are units, or "child" and "guardian"; empty where a child
    is protected. The owner is the acting unit, and nobody else.
    """

    document: UUID
    way: str
    at: datetime
    number: str
    kind: str
    version: int | None
    counterparts: tuple[str, ...]
    provision: str
    marked_on: date | None
    authority: str
    own_number: str


def objections(actor: Actor, child: ChildFile) -> list[ObjectionLine]:
    """List what the family has said is wrong, the newest first. Two statements."""
    rows = list(
        Submission.objects.filter(unit_id=actor.unit_id, child_file=child, kind=OBJECTION).order_by(
            "-arrived", "-pk"
        ),
    )
    answers = {
        row.submission_ref: row
        for row in ObjectionAnswer.objects.filter(
            unit_id=actor.unit_id, child_file=child
        ).select_related("answered_by")
    }
    return [objection_line(row, answers.get(row.public_id)) for row in rows]


def open_objection(actor: Actor, public_id: UUID) -> Submission:
    """Find an objection that has arrived at the acting unit. The reading is logged."""
    found = row_with_child(actor, Submission.objects.all(), public_id=public_id, kind=OBJECTION)
    record(actor, "objection.read", child=found.child_file_id, object=public_id)
    return found


def objection_line(row: Submission, answer: ObjectionAnswer | None) -> ObjectionLine:
    """Read one objection, and its answer if it has one."""
    body: dict[str, Any] = row.body
    return ObjectionLine(
        submission=row.public_id,
        name=row.name,
        capacity=row.capacity,
        kind=str(body.get("kind", "")),
        version=body.get("version"),
        item=str(body.get("item", "")),
        about=str(body.get("about", "")),
        words=str(body.get("words", "")),
        stays_here=bool(body.get("stays_here")),
        subject_ref=row.subject_ref,
        arrived=row.arrived,
        answer=None
        if answer is None
        else AnswerToObjection(
            outcome=answer.outcome,
            words=answer.words,
            by=", ".join(filter(None, (str(answer.answered_by), answer.answered_title))),
            at=answer.answered_at,
        ),
    )


def own_numbers(actor: Actor, delivery: UUID) -> list[NumberLine]:
    """List the numbers that a copy has been registered under, the one that counts first."""
    rows = OwnNumber.objects.filter(unit_id=actor.unit_id, delivery_ref=delivery)
    return [
        NumberLine(number=row.number, by=str(row.noted_by), at=row.noted_at)
        for row in rows.select_related("noted_by").order_by("-pk")
    ]


def secrecy_marks(actor: Actor, document: UUID) -> list[MarkLine]:
    """List a document's markings, the one that counts first."""
    rows = SecrecyMark.objects.filter(unit_id=actor.unit_id, document_ref=document)
    return [
        MarkLine(
            provision=row.provision,
            authority=row.authority,
            marked_on=row.marked_on,
            by=str(row.marked_by),
            at=row.marked_at,
            is_lifted=row.is_lifted,
        )
        for row in rows.select_related("marked_by").order_by("-pk")
    ]


def register(actor: Actor, *, before: datetime, most: int = PAGE) -> list[RegisterLine]:
    """List what the unit has received and made before a moment, the newest first. Logged.

    For those who hold the intake or lead the unit; the database refuses anybody else.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.register(%s, %s)", [before, most])
        rows = cursor.fetchall()
    record(actor, "register.read")
    return [
        RegisterLine(
            document=row[0],
            way=row[1],
            at=row[2],
            number=row[3],
            kind=row[4],
            version=row[5],
            counterparts=tuple(row[6]),
            provision=row[7] or "",
            marked_on=row[8],
            authority=row[9] or "",
            own_number=row[10] or "",
        )
        for row in rows
    ]
