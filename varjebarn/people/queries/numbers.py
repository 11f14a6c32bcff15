"""A child's numbers, masked, and the files that have been made one with the child's."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.identity import IdentifierSystem, masked
from varjebarn.people.models import Caseload, ChildFile, Identifier

MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """One of a child's numbers, as a page shows it unasked; `place` is counted from 1."""

    place: int
    system: IdentifierSystem
    shown: str
    registered: datetime
    ended: datetime | None

    @property
    def is_masked(self) -> bool:
        """Whether there is more to show."""
        return "•" in self.shown


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """Another file of the unit on the same child, or perhaps on the same."""

    file: UUID
    name: str
    born: date
    opened: datetime | None = None


def numbers(actor: Actor, child: ChildFile) -> list[NumberLine]:
    """List a child's numbers, the oldest first, national ones masked (lag 2018:218 3:10). Logged."""
    rows = Identifier.objects.filter(unit_id=actor.unit_id, child_file=child)
    record(actor, "identifiers.seen", child=child.pk, object=child.public_id)
    return [
        NumberLine(
            place=place,
            system=IdentifierSystem(row.system),
            shown=masked(IdentifierSystem(row.system), row.value),
            registered=row.registered,
            ended=row.ended,
        )
        for place, row in enumerate(rows.order_by("registered", "pk"), start=1)
    ]


def older_files(actor: Actor, child: ChildFile) -> list[FileLine]:
    """List the files that have been made one with this one; each is read as it was."""
    rows = ChildFile.objects.filter(unit_id=actor.unit_id, joined_into=child.pk).order_by("opened")
    return [
        FileLine(file=row.public_id, name=str(row), born=row.born, opened=row.opened)
        for row in rows
    ]


def may_be_the_same(actor: Actor, child: ChildFile) -> list[FileLine]:
    """List the acting person's other children with the same birth date, by name."""
    rows = Caseload.objects.filter(
        unit_id=actor.unit_id, person_id=actor.person_id, status="open", born=child.born
    ).exclude(child_file_id=child.pk)
    return [
        FileLine(file=row.public_id, name=row.name, born=row.born)
        for row in rows.order_by("name", "child_file_id")[:MOST]
    ]
