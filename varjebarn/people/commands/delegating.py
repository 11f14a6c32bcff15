"""The unit's manager says who works with a child, and until when. She is let in to nothing by it."""

from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from varjebarn.audit.record import request_id
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Decision, require
from varjebarn.people import rules
from varjebarn.people.reasons import Reason


def delegate(
    actor: Actor,
    *,
    file: UUID,
    person: UUID,
    role: str,
    reason: str,
    first_day: date,
    last_day: date | None,
) -> UUID:
    """Let a colleague in to a child's file for a period; both days included, an open end is None."""
    require(rules.may_delegate(actor, person=person, reason=reason))
    require(rules.is_a_period(first_day=first_day, last_day=last_day, on=timezone.localdate()))
    if role not in rules.ROLES:
        require(Decision(Reason.ROLE_UNKNOWN))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.delegate(%s, %s, %s, %s, %s, %s, %s)",
            [file, person, role, reason.strip(), first_day, last_day, request_id.get()],
        )
        return UUID(str(cursor.fetchone()[0]))


def prolong(
    actor: Actor, *, involvement: UUID, person: UUID, last_day: date | None, reason: str
) -> None:
    """Move the last day of a colleague's involvement later; None leaves the end open."""
    on = timezone.localdate()
    require(rules.may_delegate(actor, person=person, reason=reason))
    require(rules.is_a_period(first_day=on, last_day=last_day, on=on))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.prolong(%s, %s, %s, %s)",
            [involvement, last_day, reason.strip(), request_id.get()],
        )


def begin_leave(
    actor: Actor, *, person: UUID, substitute: UUID, first_day: date, last_day: date
) -> UUID:
    """Note that a colleague is away, and who stands in with the same children; both days included.

    What the colleague is let in to meanwhile, whoever stands in is let in to as well. It ends by itself.
    """
    require(rules.may_note_leave(actor, person=person, substitute=substitute))
    require(rules.is_a_period(first_day=first_day, last_day=last_day, on=timezone.localdate()))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.begin_leave(%s, %s, %s, %s, %s)",
            [person, substitute, first_day, last_day, request_id.get()],
        )
        return UUID(str(cursor.fetchone()[0]))


def end_leave(actor: Actor, *, leave: UUID) -> None:
    """End a leave from now, and with it everything that stood in."""
    require(rules.may_manage(actor))
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.end_leave(%s, %s)", [leave, request_id.get()])
