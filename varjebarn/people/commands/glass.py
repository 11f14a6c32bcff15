"""Opening a file of one's own unit in an emergency, and closing it again. Each opening is reviewed."""

from datetime import date
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import request_id
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.people import rules
from varjebarn.people.models import ChildFile
from varjebarn.people.queries.searching import searches_lately, settled


def break_glass(
    actor: Actor, *, file: UUID, reason: str, kind: str = "other", confirmed: bool = True
) -> None:
    """Open a file of one's own unit in an emergency, for an hour at most. Always reviewed (R30)."""
    require(rules.may_break_glass(actor, kind=kind, reason=reason, confirmed=confirmed))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.break_glass(%s, %s, %s, %s)", [file, kind, reason.strip(), request_id.get()]
        )


def break_glass_by(
    actor: Actor,
    *,
    key: str,
    wanted: str,
    born: date | None,
    kind: str,
    reason: str,
    confirmed: bool,
) -> UUID | None:
    """Do the same by what one knows of the child; None when no such file can be opened so.

    The answer is the same for a child of another unit, a protected one and one that never was.
    An attempt that met nothing stands in the log. Raises ValueError for a number that is none.
    """
    wanted = settled(key, wanted)
    require(rules.may_search(actor, key=key, wanted=wanted, lately=searches_lately(actor)))
    require(rules.may_break_glass(actor, kind=kind, reason=reason, confirmed=confirmed))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.break_glass_by(%s, %s, %s, %s, %s, %s)",
            [key, wanted, born, kind, reason.strip(), request_id.get()],
        )
        found = cursor.fetchone()[0]
    return UUID(str(found)) if found else None


def mend_glass(actor: Actor, child: ChildFile) -> None:
    """End one's own emergency opening before its hour is over."""
    require(rules.may_work_with_children(actor))
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.mend_glass(%s, %s)", [child.pk, request_id.get()])
