"""A child's numbers over time, and two files on the same child made one. Nothing is lost by it (R43)."""

from uuid import UUID

from django.db import connection

from varjebarn.audit.record import record, request_id
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.kernel.identity import IdentifierSystem, normalised
from varjebarn.people import rules
from varjebarn.people.models import ChildFile, Identifier
from varjebarn.people.values import Protection


def add_number(
    actor: Actor,
    child: ChildFile,
    *,
    system: IdentifierSystem,
    value: str,
    replaces: int | None = None,
) -> None:
    """Register a number on a file; one that it takes the place of is kept. Raises ValueError for none.

    `replaces` is the place of that number in `queries.numbers`, counted from 1.
    """
    require(rules.may_work_with_children(actor))
    require(rules.may_write_in(child))
    text = normalised(system, value)
    key = _at(actor, child, replaces).pk if replaces else None
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.add_identifier(%s, %s, %s, %s, %s)",
            [child.pk, system.value, text, key, request_id.get()],
        )


def show_number(actor: Actor, child: ChildFile, *, place: int) -> str:
    """Give one of a child's numbers as it is, unmasked, because somebody asked; it is logged (R42)."""
    found = _at(actor, child, place)
    record(actor, "identifier.shown", child=child.pk, object=child.public_id, why=found.system)
    return found.value


def join_files(actor: Actor, child: ChildFile, *, older: ChildFile, reason: str) -> None:
    """Make one of two files on the same child. The older one stays, and is read beside `child`.

    What goes on there (consents, what is kept, what waits) goes on in `child`; nothing is written
    in the older one any more.
    """
    protected = {child.protection, older.protection} != {Protection.NONE}
    files: tuple[UUID, UUID] = (child.public_id, older.public_id)
    for file in (child, older):
        require(rules.may_write_in(file))
    require(rules.may_join(actor, files=files, protected=protected, reason=reason))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.join_files(%s, %s, %s, %s)",
            [child.public_id, older.public_id, reason.strip(), request_id.get()],
        )


def _at(actor: Actor, child: ChildFile, place: int) -> Identifier:
    """Find a number by its place. Raises Identifier.DoesNotExist."""
    rows = Identifier.objects.filter(unit_id=actor.unit_id, child_file=child)
    found = rows.order_by("registered", "pk")[place - 1 : place].first() if place > 0 else None
    if found is None:
        raise Identifier.DoesNotExist
    return found
