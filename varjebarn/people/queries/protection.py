"""Who is named to read a file with protected personal data."""

from dataclasses import dataclass
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile, NamedReader
from varjebarn.people.queries.files import involved


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderLine:
    """Somebody who is named, and whether that person is with the child now and so can open the file."""

    person: UUID
    name: str
    is_with: bool


def named_readers(actor: Actor, child: ChildFile) -> list[ReaderLine]:
    """List those who are named, by name. Only those who may open the file see it. Logged."""
    there = {line.person for line in involved(actor, child)}
    rows = NamedReader.objects.filter(unit_id=actor.unit_id, child_file=child)
    record(actor, "readers.read", child=child.pk, object=child.public_id, told=False)
    lines = [
        ReaderLine(
            person=row.person.public_id,
            name=str(row.person),
            is_with=row.person.public_id in there,
        )
        for row in rows.select_related("person")
    ]
    return sorted(lines, key=lambda line: line.name)
