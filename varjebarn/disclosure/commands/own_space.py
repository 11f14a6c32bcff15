"""What a child or guardian writes in their own space, and sends when they want to."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from varjebarn.audit.record import record, request_id
from varjebarn.disclosure.models import Draft, FamilyDelivery
from varjebarn.kernel.actors import Actor


def save_draft(
    actor: Actor,
    delivery: FamilyDelivery,
    *,
    kind: str,
    body: Mapping[str, Any],
) -> Draft:
    """Keep what somebody is writing. No unit sees it before it is sent (R60)."""
    mine = Draft.objects.filter(
        person_id=actor.person_id,
        reply_to=delivery.public_id,
        kind=kind,
        sent_at=None,
    )
    words = {"body": dict(body), "updated": timezone.now()}
    if not mine.update(**words):
        Draft.objects.create(
            person_id=actor.person_id,
            reply_to=delivery.public_id,
            kind=kind,
            **words,
        )
    draft = mine.get()
    record(actor, "draft.saved", object=draft.public_id)
    return draft


def send_draft(actor: Actor, draft: Draft) -> UUID:
    """Send it to the unit that asked, where it is registered. It can't be changed after that."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.submit(%s, %s)", [draft.public_id, request_id.get()])
        submission = UUID(str(cursor.fetchone()[0]))
    record(actor, "draft.sent", object=submission)
    return submission
