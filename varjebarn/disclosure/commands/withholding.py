"""Keeps something from guardians, looks at it again, and lets it go. The door closes what was given."""

from datetime import date
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import record, request_id
from varjebarn.disclosure import withholding as w
from varjebarn.disclosure.models import Withholding
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import guardians
from varjebarn.people.rules import may_work_with_children, may_write_in


def withhold(
    actor: Actor, child: ChildFile, *, item: UUID, label: str, wish: w.Wish, on: date
) -> UUID:
    """Keep one thing from guardians from now, and close the copies of it that they have.

    `item` is the thing's own uuid as documents name it; `label` says what it is, for those who
    review it. Raises Refused with the rule's reason. Source: OSL 12:3, 26:2, LVU 14 § (R15, R16).
    """
    require(may_work_with_children(actor))
    require(may_write_in(child))
    known = {guardian.person_ref for guardian in guardians(actor, child)}
    require(w.may_withhold(wish, guardians=known, on=on))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.withhold(%s, %s, %s, %s, %s, %s::uuid[], %s, %s, %s, %s)",
            [
                child.pk,
                wish.kind.value,
                item,
                label,
                wish.reach.value,
                sorted(wish.persons),
                wish.why.value,
                wish.reason,
                wish.review_on,
                request_id.get(),
            ],
        )
        made = UUID(str(cursor.fetchone()[0]))
    record(actor, "withholding.decided", child=child.pk, object=made)
    return made


def keep_withholding(
    actor: Actor, withholding: Withholding, *, reason: str, review_on: date, on: date
) -> None:
    """Review it and keep it on, until another day."""
    require(may_work_with_children(actor))
    require(w.may_keep_on(w.Why(withholding.why), reason=reason, review_on=review_on, on=on))
    _review(withholding, reason=reason, review_on=review_on, lifted=False)
    record(
        actor, "withholding.reviewed", child=withholding.child_file_id, object=withholding.public_id
    )


def lift_withholding(actor: Actor, withholding: Withholding, *, reason: str) -> None:
    """Let it go, with a reason: what was closed opens, and the next copy holds it."""
    require(may_work_with_children(actor))
    require(w.may_lift(reason=reason))
    _review(withholding, reason=reason, review_on=None, lifted=True)
    record(
        actor, "withholding.ended", child=withholding.child_file_id, object=withholding.public_id
    )


def _review(withholding: Withholding, *, reason: str, review_on: date | None, lifted: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.review_withholding(%s, %s, %s, %s, %s)",
            [withholding.public_id, review_on, reason, lifted, request_id.get()],
        )
