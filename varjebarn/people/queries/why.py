"""What lets somebody see a child's file, until when, and what stood in it before it was corrected."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from varjebarn.kernel.actors import Actor
from varjebarn.organisations.models import Person
from varjebarn.people.models import ChildFile, Earlier, FamilyAccess

MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class WayIn:
    """One thing that lets the acting person into a file: as what, why, by whom, and until when.

    `made_by` is empty when it came with a delivery: no colleague let anybody in.
    """

    role: str
    reason: str
    made_by: str
    is_own: bool
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierLine:
    """What stood in a row before it was corrected. `by` is empty when a door did it from elsewhere."""

    table: str
    words: Mapping[str, Any]
    by: str
    at: datetime


def way_in(actor: Actor, child: ChildFile) -> list[WayIn]:
    """List what lets the acting person into a file now, the oldest first. One statement."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.way_in(%s)", [child.pk])
        return [
            WayIn(
                role=row[0],
                reason=row[1],
                made_by=row[2],
                is_own=row[3],
                since=row[4],
                until=row[5],
            )
            for row in cursor.fetchall()
        ]


def earlier(actor: Actor, child: ChildFile, *, most: int = MOST) -> list[EarlierLine]:
    """List what has been corrected about a child, as it stood, the latest first. Two statements."""
    rows = list(
        Earlier.objects.filter(unit_id=actor.unit_id, child_file=child).order_by("-pk")[:most]
    )
    people = Person.objects.in_bulk({row.changed_by for row in rows if row.changed_by})
    return [
        EarlierLine(
            table=row.table,
            words=row.words,
            by=str(people[row.changed_by]) if row.changed_by in people else "",
            at=row.changed_at,
        )
        for row in rows
    ]


def family_access(actor: Actor) -> dict[tuple[int, UUID], datetime]:
    """Say until when a family member may open what each unit has sent about each child."""
    rows = FamilyAccess.objects.filter(person_id=actor.person_id)
    return {(row.unit_id, row.child_ref): row.valid_to for row in rows}
