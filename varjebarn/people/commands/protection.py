"""Sets the level of protection of a child's personal data, and names who may read. The door does the rest."""

from collections.abc import Collection
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import record, request_id
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.people import rules
from varjebarn.people.models import ChildFile
from varjebarn.people.values import Protection


def protect(
    actor: Actor,
    child: ChildFile,
    *,
    level: Protection,
    reason: str,
    readers: Collection[UUID] = (),
    guardians: Collection[UUID] = (),
) -> None:
    """Set or change the level. Named, from none, are the acting person and `readers` among those involved.

    `guardians` are the logins of those on the file whose own data are protected. Siblings in the
    unit come along, and units that are sent something later. Source: OSL 21:3, 22:2 (R19).
    """
    require(rules.may_write_in(child))
    before = Protection(child.protection)
    require(rules.may_protect(actor, before=before, level=level, reason=reason))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.protect(%s, %s, %s::uuid[], %s::uuid[], %s, %s)",
            [child.pk, level.value, list(readers), list(guardians), reason, request_id.get()],
        )
    record(actor, "protection.changed", child=child.pk, object=child.public_id)


def name_reader(actor: Actor, child: ChildFile, *, person: UUID, reason: str) -> None:
    """Name one more reader of a protected file, a colleague of the unit, and let that person in."""
    require(rules.may_write_in(child))
    require(
        rules.may_name_reader(
            actor, is_protected=child.protection != Protection.NONE, reason=reason
        )
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.name_reader(%s, %s, %s, %s)", [child.pk, person, reason, request_id.get()]
        )
    record(actor, "reader.added", child=child.pk, object=person)
