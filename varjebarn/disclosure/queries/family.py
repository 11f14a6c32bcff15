"""What is addressed to a family member, and what they are writing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import request_id
from varjebarn.disclosure.models import Draft, FamilyDelivery
from varjebarn.kernel.actors import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Something written as an answer to a copy. `sent_at` is None while nobody else has seen it."""

    reply_to: UUID
    kind: str
    body: Mapping[str, Any]
    updated: datetime
    sent_at: datetime | None


def family_deliveries(
    actor: Actor,
    *,
    kind: str | None = None,
    subject_ref: UUID | None = None,
) -> list[FamilyDelivery]:
    """List the copies that a family member may open now, the newest first."""
    rows = FamilyDelivery.objects.filter(person_id=actor.person_id)
    if kind is not None:
        rows = rows.filter(content_kind=kind)
    if subject_ref is not None:
        rows = rows.filter(subject_ref=subject_ref)
    return list(rows.order_by("-arrived", "-pk"))


def family_delivery(actor: Actor, public_id: UUID) -> FamilyDelivery:
    """Find a copy to answer, without opening it anew."""
    return FamilyDelivery.objects.get(public_id=public_id, person_id=actor.person_id)


def open_family_delivery(actor: Actor, public_id: UUID) -> FamilyDelivery:
    """Open a copy: the sending unit gets a receipt the first time."""
    delivery = FamilyDelivery.objects.get(public_id=public_id, person_id=actor.person_id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.opened(%s, %s)", [public_id, request_id.get()])
    return delivery


def draft_for(actor: Actor, delivery: FamilyDelivery, *, kind: str) -> Draft | None:
    """Find what somebody has begun to write as an answer, not yet sent."""
    return Draft.objects.filter(
        person_id=actor.person_id,
        reply_to=delivery.public_id,
        kind=kind,
        sent_at=None,
    ).first()


def written(actor: Actor) -> tuple[Written, ...]:
    """List what a family member has written in their own space, the latest first."""
    rows = Draft.objects.filter(person_id=actor.person_id).order_by("-updated", "-pk")
    return tuple(
        Written(
            reply_to=row.reply_to,
            kind=row.kind,
            body=row.body,
            updated=row.updated,
            sent_at=row.sent_at,
        )
        for row in rows
    )
