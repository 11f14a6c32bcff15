"""How the family hears that there is something new."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile
from varjebarn.people.outbox import NoticeChoice
from varjebarn.people.ways import NoticeWay


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenWay:
    """What somebody has chosen. `by_herself` when nobody else entered it."""

    way: NoticeWay
    address: str = ""
    by_herself: bool = True


def my_notice_way(actor: Actor) -> ChosenWay | None:
    """Give the acting family member's own choice."""
    row = NoticeChoice.objects.filter(person_id=actor.person_id).first()
    if row is None:
        return None
    return ChosenWay(way=NoticeWay(row.way), address=row.address, by_herself=row.entered_by is None)


def notice_ways(actor: Actor, child: ChildFile) -> dict[UUID, ChosenWay]:
    """Give, by person, how each in a child's family hears. Never an address."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.notice_ways(%s)", [child.pk])
        return {
            row[0]: ChosenWay(way=NoticeWay(row[1]), by_herself=row[2]) for row in cursor.fetchall()
        }
