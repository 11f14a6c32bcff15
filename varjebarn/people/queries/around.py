"""Who works with a child, for the unit's manager: names and periods, and nothing of what is written."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from varjebarn.audit.record import request_id
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile, Leave


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundLine:
    """Somebody who works with the child, now or later, and why."""

    involvement: UUID
    person: UUID
    name: str
    role: str
    reason: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """A child by name and birth date, and who works with it."""

    file: UUID
    name: str
    born: date
    people: tuple[AroundLine, ...]


def around(actor: Actor, file: UUID) -> Around:
    """Tell the unit's manager who works with a child of the unit. Logged.

    Raises ChildFile.DoesNotExist for everybody else, for another unit's child and for a protected
    one where the manager is not named.
    """
    del actor
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.around(%s, %s)", [file, request_id.get()])
        rows = cursor.fetchall()
    if not rows:
        raise ChildFile.DoesNotExist
    return Around(
        file=file,
        name=rows[0][0],
        born=rows[0][1],
        people=tuple(
            AroundLine(
                involvement=row[2],
                person=row[3],
                name=row[4],
                role=row[5],
                reason=row[6],
                since=row[7],
                until=row[8],
            )
            for row in rows
            if row[2]
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveLine:
    """A colleague who is away, now or later, and who stands in."""

    leave: UUID
    name: str
    substitute: str
    since: datetime
    until: datetime


def leaves(actor: Actor) -> list[LeaveLine]:
    """List who is away in the unit, now or later, the first to leave first; empty but for its manager."""
    rows = (
        Leave.objects.filter(unit_id=actor.unit_id, valid_to__gt=timezone.now())
        .select_related("person", "substitute")
        .order_by("valid_from", "pk")
    )
    return [
        LeaveLine(
            leave=row.public_id,
            name=str(row.person),
            substitute=str(row.substitute),
            since=row.valid_from,
            until=row.valid_to,
        )
        for row in rows
        if row.valid_to > row.valid_from
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftLine:
    """A child whom nobody in the unit works with any more."""

    file: UUID
    name: str
    born: date


def left_alone(actor: Actor) -> list[LeftLine]:
    """List the children whom nobody works with any more, for the unit's manager; at most 100. Logged.

    Those who were let in have left the unit, or their time is over. Protected children stand in no list.
    """
    del actor
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.left_alone(%s)", [request_id.get()])
        return [LeftLine(file=row[0], name=row[1], born=row[2]) for row in cursor.fetchall()]
