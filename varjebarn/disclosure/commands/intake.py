"""The intake decides what becomes of a delivery: filed, and by whom taken, or not ours."""

from uuid import UUID

from django.db import connection

from varjebarn.audit.record import record, request_id
from varjebarn.disclosure.models import Delivery
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.kernel.decisions import require
from varjebarn.people.rules import may_open_file, may_work_with_children, may_write_in


def file_delivery(
    actor: Actor,
    delivery: Delivery,
    *,
    into: UUID | None = None,
    taker: UUID | None = None,
) -> None:
    """File a delivery: as a new file, or to one that the intake has chosen; and say who takes it.

    From now on the sender knows that it was taken, and who the contact is.
    """
    require(may_work_with_children(actor))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.take_intake(%s, %s, %s, %s)",
            [delivery.public_id, into, taker, request_id.get()],
        )
    record(actor, "intake.filed", object=delivery.public_id)


def take_up_intake(actor: Actor) -> int:
    """Let whoever holds the intake now in to what waits, also what came before she held it; how many.

    The intake is a function and no person: nothing waits for somebody who is away.
    """
    if Duty.INTAKE not in actor.duties:
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.take_up_intake(%s)", [request_id.get()])
        return int(cursor.fetchone()[0])


def decline_delivery(actor: Actor, delivery: Delivery, *, reason: str) -> None:
    """Say that a delivery does not belong here, and why; the sender is told."""
    require(may_open_file(actor, reason=reason))
    require(may_write_in(delivery.child_file))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.decline_intake(%s, %s, %s)",
            [delivery.public_id, reason, request_id.get()],
        )
    record(actor, "intake.declined", object=delivery.public_id)
