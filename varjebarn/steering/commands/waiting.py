"""Old minutes: kept until somebody has looked them over, then taken in or put away."""

import hashlib
from datetime import date
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import Person
from varjebarn.steering import rules
from varjebarn.steering.models import Body, WaitingMinutes, WaitingState


def keep_minutes_waiting(
    actor: Actor, *, name: str, text: str, body: UUID | None, on: date | None, findings: int
) -> WaitingMinutes:
    """Keep a file's text for a look. Nothing of it is in the register yet.

    `body`, `on` and `findings` are what it seems to be. Raises Refused, as when the same text waits.
    """
    digest = hashlib.sha256(" ".join(text.split()).encode()).hexdigest()
    waits = WaitingMinutes.objects.filter(digest=digest, state=WaitingState.WAITING).exists()
    require(rules.may_keep_waiting(actor.duties, text=text, is_waiting=waits))
    kept = WaitingMinutes.objects.create(
        name=name,
        text=text,
        digest=digest,
        body=None if body is None else Body.objects.get(public_id=body),
        date=on,
        findings=findings,
        uploaded_by=Person.objects.get(public_id=actor.person),
    )
    record(actor, "steering.minutes_kept_waiting", object=kept.public_id)
    return kept


def end_waiting(actor: Actor, waiting: WaitingMinutes, *, taken_in: bool) -> None:
    """Say that minutes were taken in, or are put away; their text is emptied. Raises Refused."""
    require(rules.may_end_waiting(actor.duties, is_waiting=waiting.state == WaitingState.WAITING))
    state = WaitingState.TAKEN_IN if taken_in else WaitingState.DISCARDED
    WaitingMinutes.objects.filter(pk=waiting.pk, state=WaitingState.WAITING).update(
        state=state, text=""
    )
    record(actor, f"steering.minutes_{state}", object=waiting.public_id)
