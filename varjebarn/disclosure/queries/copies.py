"""Copies that have arrived in the acting unit, and what came back of those it sent."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import request_id
from varjebarn.disclosure.documents import body_of
from varjebarn.disclosure.models import Delivery, Disclosure, NotShared, Receipt, Recipient
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import row_with_child

PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryLine:
    """A copy in a list: from whom, what kind, when; its content stays closed."""

    delivery: UUID
    file: UUID
    child_name: str
    from_unit_name: str
    from_organisation_name: str
    content_kind: str
    version: int | None
    arrived: datetime
    opened_at: datetime | None
    state: str
    consent_ended: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """What became of a copy that this unit sent."""

    disclosure: UUID
    what: str
    by: str
    contact_name: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLine:
    """A disclosure that this unit has made, to whom, on what ground, by whom."""

    disclosure: UUID
    content_kind: str
    version: int | None
    parts: tuple[str, ...]
    ground: str
    purpose: str
    decided_by: str
    decided_at: datetime
    recipients: tuple[tuple[str, str], ...]
    content_ref: UUID | None = None
    """The content's own uuid, where it has one that is the same in every copy of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSharedLine:
    """Something that was not shared, with whom, and why."""

    content_kind: str
    recipient: str
    reason: str
    decided_by: str
    decided_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A file of the own unit that may be the same child."""

    file: UUID
    name: str
    born: date


def open_delivery(actor: Actor, public_id: UUID) -> Delivery:
    """Open a copy: the sender gets a receipt the first time, and the family is told."""
    delivery = row_with_child(actor, Delivery.objects.all(), public_id=public_id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.opened(%s, %s)", [public_id, request_id.get()])
    return delivery


def delivery_body(delivery: Delivery) -> dict[str, Any]:
    """Read the frozen content of a copy."""
    return body_of(delivery.content)


def deliveries(
    actor: Actor,
    child: ChildFile,
    *,
    kind: str | None = None,
    subject_ref: UUID | None = None,
) -> list[Delivery]:
    """List copies on a file, the newest first, of one kind or about one subject if asked."""
    rows = Delivery.objects.filter(unit_id=actor.unit_id, child_file=child)
    if kind is not None:
        rows = rows.filter(content_kind=kind)
    if subject_ref is not None:
        rows = rows.filter(subject_ref=subject_ref)
    return list(rows.order_by("-arrived", "-pk"))


def inbox(actor: Actor, *, most: int = PAGE) -> list[DeliveryLine]:
    """List what waits for the acting person's intake, and what has come to her children unopened.

    What nobody has opened stands first, the newest first; no content is read. A protected child
    stands in no list. One statement.
    """
    rows = (
        Delivery.objects.filter(unit_id=actor.unit_id, child_file__protection="none")
        .select_related("child_file")
        .defer("content")
        .order_by("-arrived", "-pk")
    )
    unopened = rows.filter(opened_at=None)[:most]
    waiting = rows.filter(state="new").exclude(opened_at=None)[:most]
    found = sorted(
        unopened.union(waiting, all=True), key=lambda row: (row.arrived, row.pk), reverse=True
    )
    return [line_of(row) for row in sorted(found, key=lambda row: row.opened_at is not None)]


def line_of(row: Delivery) -> DeliveryLine:
    """Give the line of a copy whose file has been fetched with it."""
    return DeliveryLine(
        delivery=row.public_id,
        file=row.child_file.public_id,
        child_name=str(row.child_file),
        from_unit_name=row.from_unit_name,
        from_organisation_name=row.from_organisation_name,
        content_kind=row.content_kind,
        version=row.version,
        arrived=row.arrived,
        opened_at=row.opened_at,
        state=row.state,
        consent_ended=row.consent_ended,
    )


def intake_candidates(actor: Actor, delivery: Delivery) -> list[Candidate]:
    """List files of the own unit that an unfiled delivery may belong to. Never chosen by itself."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.intake_candidates(%s)", [delivery.public_id])
        return [Candidate(file=row[0], name=row[1], born=row[2]) for row in cursor.fetchall()]


def receipts(actor: Actor, child: ChildFile) -> list[ReceiptLine]:
    """List what has become of the copies sent about a child, the newest first."""
    rows = Receipt.objects.filter(unit_id=actor.unit_id, child_file=child).order_by("-at", "-pk")
    return [
        ReceiptLine(
            disclosure=row.disclosure_ref,
            what=row.what,
            by=row.by,
            contact_name=row.contact_name,
            reason=row.reason,
            at=row.at,
        )
        for row in rows
    ]


def sent(actor: Actor, child: ChildFile) -> list[SentLine]:
    """List the disclosures this unit has made about a child, the newest first. Two statements."""
    rows = list(
        Disclosure.objects.filter(unit_id=actor.unit_id, child_file=child)
        .select_related("decided_by")
        .order_by("-decided_at", "-pk"),
    )
    recipients: dict[int, list[tuple[str, str]]] = {}
    for recipient in Recipient.objects.filter(
        unit_id=actor.unit_id,
        disclosure_id__in=[row.pk for row in rows],
    ).order_by("pk"):
        recipients.setdefault(recipient.disclosure_id, []).append(
            (recipient.name, recipient.provision),
        )
    return [
        SentLine(
            disclosure=row.public_id,
            content_kind=row.content_kind,
            version=row.version,
            parts=tuple(body["parts"]),
            ground=row.ground,
            purpose=row.purpose,
            decided_by=str(row.decided_by),
            decided_at=row.decided_at,
            recipients=tuple(recipients.get(row.pk, [])),
            content_ref=UUID(body["ref"]) if "ref" in body else None,
        )
        for row, body in ((row, body_of(row.content)) for row in rows)
    ]


def not_shared(actor: Actor, child: ChildFile) -> list[NotSharedLine]:
    """List what this unit has decided not to share about a child, the newest first."""
    rows = (
        NotShared.objects.filter(unit_id=actor.unit_id, child_file=child)
        .select_related("decided_by")
        .order_by("-decided_at", "-pk")
    )
    return [
        NotSharedLine(
            content_kind=row.content_kind,
            recipient=row.recipient_name,
            reason=row.reason,
            decided_by=str(row.decided_by),
            decided_at=row.decided_at,
        )
        for row in rows
    ]
