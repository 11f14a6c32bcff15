"""Reads about children as the acting unit knows them. `open_child` is the only door to a file."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Exists, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Now
from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.organisations.models import Person
from varjebarn.people.models import (
    Caseload,
    ChildFile,
    ChildRow,
    Guardian,
    Involvement,
    InvolvementRole,
    Notice,
    NoticeSeen,
)
from varjebarn.people.values import Protection

PAGE = 50
RowT = TypeVar("RowT", bound=ChildRow)
ModelT = TypeVar("ModelT", bound=Model)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseloadLine:
    """One line of "my children": a name and a date, and nothing that sorts children."""

    file: UUID
    name: str
    born: date
    next_follow_up: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvolvedLine:
    """Somebody in the unit who may open the file, and why."""

    involvement: UUID
    person: UUID
    person_id: int
    name: str
    role: str
    reason: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """Something new about a child."""

    notice: UUID
    file: UUID
    child_name: str
    kind: str
    object: UUID | None
    at: datetime


def open_child(actor: Actor, public_id: UUID) -> ChildFile:
    """Open a file. The reading is logged; what the row policies hide does not exist."""
    files = _with_glass(actor, ChildFile.objects.all(), file="pk")
    child: ChildFile = files.get(public_id=public_id)
    record(actor, "child.read", child=child.pk, object=child.public_id)
    return child


def child_of(actor: Actor, child_file_id: int) -> ChildFile:
    """Find the file of a row that has just been opened, whose own reading is logged instead."""
    files = _with_glass(actor, ChildFile.objects.all(), file="pk")
    child: ChildFile = files.get(pk=child_file_id)
    return child


def row_with_child(actor: Actor, rows: QuerySet[RowT], /, **wanted: Any) -> RowT:
    """Find one of the acting unit's rows about a child, its file with it as `open_child` gives it.

    Who opens the row logs it. Raises DoesNotExist.
    """
    found: Any = _with_glass(
        actor,
        rows.select_related("child_file"),
        file="child_file_id",
        into="child_file__joined_into",
    ).get(**wanted)
    child: ChildFile = found.child_file
    child.glass_until, child.joined_to = found.glass_until, found.joined_to
    row: RowT = found
    return row


def _with_glass(
    actor: Actor, rows: QuerySet[ModelT], *, file: str, into: str = "joined_into"
) -> QuerySet[Any]:
    """Give the unit's rows, each with the end of the acting person's emergency opening, if any.

    `file` and `into` name the file's key, and the key of the file that it was made one with: that
    one is named too.
    """
    opening = Involvement.objects.filter(
        unit_id=actor.unit_id,
        child_file_id=OuterRef(file),
        person_id=actor.person_id,
        role=InvolvementRole.BREAK_GLASS,
        valid_to__gt=Now(),
    )
    whole = ChildFile.objects.filter(unit_id=actor.unit_id, pk=OuterRef(into))
    return rows.filter(unit_id=actor.unit_id).annotate(
        glass_until=Subquery(opening.values("valid_to")[:1]),
        joined_to=Subquery(whole.values("public_id")[:1]),
    )


def guardians(actor: Actor, child: ChildFile) -> list[Guardian]:
    """List guardians and parents registered on a file now, custody first."""
    now = timezone.now()
    return list(
        Guardian.objects.filter(
            unit_id=actor.unit_id,
            child_file=child,
            valid_from__lte=now,
            valid_to__gt=now,
        ).order_by("-custody", "pk"),
    )


def involved(actor: Actor, child: ChildFile) -> list[InvolvedLine]:
    """List who in the unit may open the file now, and why; empty unless one is involved oneself."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.involved(%s)", [child.pk])
        rows = cursor.fetchall()
    people = Person.objects.in_bulk({row[1] for row in rows})
    del actor
    return [
        InvolvedLine(
            involvement=row[0],
            person=people[row[1]].public_id,
            person_id=row[1],
            name=str(people[row[1]]),
            role=row[2],
            reason=row[3],
            since=row[4],
            until=row[5],
        )
        for row in rows
    ]


def my_children(
    actor: Actor,
    *,
    most: int = PAGE,
) -> list[CaseloadLine]:
    """List the children the acting person is involved with, the next follow-up first.

    Protected children stand in no list. Reads one narrow table, and one page of it.
    """
    rows = Caseload.objects.filter(
        unit_id=actor.unit_id,
        person_id=actor.person_id,
        status="open",
    ).order_by("next_follow_up", "child_file_id")[:most]
    return [
        CaseloadLine(
            file=row.public_id,
            name=row.name,
            born=row.born,
            next_follow_up=row.next_follow_up,
        )
        for row in rows
    ]


def follow_ups_due(actor: Actor, *, by: date, most: int = PAGE) -> list[CaseloadLine]:
    """List my children whose follow-up falls on or before a day, the earliest first."""
    rows = Caseload.objects.filter(
        unit_id=actor.unit_id,
        person_id=actor.person_id,
        status="open",
        next_follow_up__lte=by,
    ).order_by("next_follow_up", "child_file_id")[:most]
    return [
        CaseloadLine(
            file=row.public_id,
            name=row.name,
            born=row.born,
            next_follow_up=row.next_follow_up,
        )
        for row in rows
    ]


def unseen_notices(actor: Actor, *, most: int = PAGE) -> list[NoticeLine]:
    """List what is new to the acting person about their children, newest first. One statement.

    A child whose file is hidden (protected, another's) is left out.
    """
    mine = NoticeSeen.objects.filter(
        unit_id=actor.unit_id, notice_id=OuterRef("pk"), person_id=actor.person_id
    )
    new = Notice.objects.filter(
        unit_id=actor.unit_id, seen=None, child_file__protection=Protection.NONE
    ).select_related("child_file")
    rows = (
        new.filter(~Exists(mine), person_id__isnull=True)
        .union(new.filter(person_id=actor.person_id), all=True)
        .order_by("-at")[:most]
    )
    return [
        NoticeLine(
            notice=row.public_id,
            file=row.child_file.public_id,
            child_name=str(row.child_file),
            kind=row.kind,
            object=row.object,
            at=row.at,
        )
        for row in rows
    ]
