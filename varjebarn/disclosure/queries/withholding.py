"""What is kept from guardians: for those who share, and for those who review it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import record
from varjebarn.disclosure import withholding as w
from varjebarn.disclosure.models import Withholding
from varjebarn.kernel.actors import Actor
from varjebarn.organisations.models import Workplace
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import guardians, row_with_child

SHORTEST_PLACE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldLine:
    """One thing that the unit keeps: what, from whom, why, and when it is looked at again."""

    withholding: UUID
    kind: str
    item: UUID
    label: str
    reach: str
    names: tuple[str, ...]
    why: str
    reason: str
    review_on: date
    decided_by: str
    decided_at: datetime
    lifted_at: datetime | None
    lift_reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDue:
    """A review that falls due. The child's name is for the list of the one who is with the child."""

    withholding: UUID
    child: UUID
    child_name: str
    is_protected: bool
    is_whereabouts: bool
    review_on: date


def kept(actor: Actor, child: ChildFile) -> tuple[w.Kept, ...]:
    """Give everything that is kept about a child now, for whoever makes a copy. One statement."""
    del actor  # the database verifies it, and refuses who is not with the child
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, item, reach, persons, own FROM vb.kept(%s)", [child.pk])
        return tuple(
            w.Kept(kind=kind, item=item, reach=reach, persons=frozenset(persons), is_own=own)
            for kind, item, reach, persons, own in cursor.fetchall()
        )


def places() -> tuple[str, ...]:
    """Name every school and other workplace that a text might give away."""
    names = Workplace.objects.values_list("name", flat=True)
    return tuple(name for name in names if len(name) > SHORTEST_PLACE)


def own_counts(actor: Actor, child: ChildFile, *, subject: UUID) -> dict[UUID, int]:
    """Give the number of a guardian's next copy in their own count, for whom something has been kept from."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT person, next_version FROM vb.own_counts(%s, %s)", [child.pk, subject]
        )
        return dict(cursor.fetchall())


def withheld(actor: Actor, child: ChildFile) -> list[WithheldLine]:
    """List what the unit keeps and has kept about a child, what lasts first. The reading is logged."""
    names = {guardian.person_ref: guardian.name for guardian in guardians(actor, child)}
    rows = Withholding.objects.filter(unit_id=actor.unit_id, child_file=child)
    record(actor, "withheld.read", child=child.pk, object=child.public_id, told=False)
    return [
        _line(row, names)
        for row in sorted(
            rows.select_related("decided_by").order_by("-decided_at", "-pk"),
            key=lambda row: row.lifted_at is not None,
        )
    ]


def open_withholding(actor: Actor, public_id: UUID) -> Withholding:
    """Open one, to review it. The reading is logged; what the row policies hide does not exist."""
    row = row_with_child(actor, Withholding.objects.all(), public_id=public_id, lifted_at=None)
    record(actor, "withheld.read", child=row.child_file_id, object=row.public_id, told=False)
    return row


def reviews_due(actor: Actor, *, by: date, most: int = 20) -> list[ReviewDue]:
    """List the reviews that fall due by a day, for the children whose files one may open."""
    rows = (
        Withholding.objects.filter(unit_id=actor.unit_id, lifted_at=None, review_on__lte=by)
        .select_related("child_file")
        .order_by("review_on", "pk")[:most]
    )
    return [
        ReviewDue(
            withholding=row.public_id,
            child=row.child_file.public_id,
            child_name=str(row.child_file),
            is_protected=row.child_file.protection != "none",
            is_whereabouts=row.kind == w.Kind.WHEREABOUTS,
            review_on=row.review_on,
        )
        for row in rows
    ]


def _line(row: Withholding, names: dict[UUID, str]) -> WithheldLine:
    return WithheldLine(
        withholding=row.public_id,
        kind=row.kind,
        item=row.item,
        label=row.label,
        reach=row.reach,
        names=_named(row.persons, names),
        why=row.why,
        reason=row.reason,
        review_on=row.review_on,
        decided_by=str(row.decided_by),
        decided_at=row.decided_at,
        lifted_at=row.lifted_at,
        lift_reason=row.lift_reason,
    )


def _named(persons: Sequence[UUID], names: dict[UUID, str]) -> tuple[str, ...]:
    """Name the guardians who still stand on the file."""
    return tuple(names[person] for person in persons if person in names)
