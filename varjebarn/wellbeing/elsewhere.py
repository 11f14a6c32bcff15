"""How a signal stands between two units: what the sender learns, and what the receiver may answer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from varjebarn.disclosure.documents import body_of
from varjebarn.disclosure.models import Consent, Disclosure
from varjebarn.disclosure.queries import consents, deliveries, open_delivery, receipts
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile
from varjebarn.wellbeing.documents import ANSWER, KIND, SignalAnswer, signal_answer
from varjebarn.wellbeing.models import Signal

FILED, DECLINED = "filed", "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What has come back of a signal that this unit sent.

    Until the other unit has taken it, nothing is known of who there is the child's contact.
    """

    contact_name: str
    taken_at: datetime | None
    declined_because: str
    answer: SignalAnswer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Where an answer to a received signal goes, and on which yes; `consent` None when it has ended."""

    unit: UUID
    unit_name: str
    organisation_name: str
    consent: Consent | None
    answered_at: datetime | None


def elsewhere(actor: Actor, child: ChildFile, signal: Signal) -> Elsewhere | None:
    """Say what the other unit has done with a signal that was sent there; None when it was not.

    Its answer is opened by that: the other unit gets its receipt.
    """
    if signal.handed_unit_id is None:
        return None
    sent = Disclosure.objects.filter(
        unit_id=actor.unit_id,
        child_file=child,
        content_kind=KIND,
        subject_ref=signal.public_id,
    ).values_list("public_id", flat=True)
    known = {*sent}
    lines = {line.what: line for line in receipts(actor, child) if line.disclosure in known}
    taken, declined = lines.get(FILED), lines.get(DECLINED)
    back = deliveries(actor, child, kind=ANSWER, subject_ref=signal.public_id)
    answer = open_delivery(actor, back[0].public_id) if back else None
    return Elsewhere(
        contact_name=taken.contact_name if taken else "",
        taken_at=taken.at if taken else None,
        declined_because=declined.reason if declined else "",
        answer=signal_answer(body_of(answer.content)) if answer else None,
    )


def received(actor: Actor, child: ChildFile, ref: UUID | None) -> UUID | None:
    """Name the signal that another unit's copy has become here, if it has."""
    if ref is None:
        return None
    rows = Signal.objects.filter(unit_id=actor.unit_id, child_file=child, received_ref=ref)
    return rows.values_list("public_id", flat=True).first()


def noticed(actor: Actor, child: ChildFile, ref: UUID | None) -> UUID | None:
    """Name the signal of this unit that an answer is about."""
    if ref is None:
        return None
    rows = Signal.objects.filter(unit_id=actor.unit_id, child_file=child, public_id=ref)
    return rows.values_list("public_id", flat=True).first()


def answering(actor: Actor, child: ChildFile, signal: Signal) -> Answering | None:
    """Say where the answer to a received signal goes; None for one that was noticed here."""
    if signal.received_ref is None:
        return None
    came = deliveries(actor, child, kind=KIND, subject_ref=signal.received_ref)
    if not came:
        return None
    copy = came[0]
    line = next((c for c in consents(actor, child) if c.consent.ref == copy.consent_ref), None)
    back = next((u for u in line.units if u.unit_id == copy.from_unit_id), None) if line else None
    answered = Disclosure.objects.filter(
        unit_id=actor.unit_id,
        child_file=child,
        content_kind=ANSWER,
        subject_ref=signal.received_ref,
    ).first()
    if line is None or back is None:
        return None
    return Answering(
        unit=back.unit,
        unit_name=copy.from_unit_name,
        organisation_name=copy.from_organisation_name,
        consent=line.consent if all(unit.holds for unit in line.units) else None,
        answered_at=answered.decided_at if answered else None,
    )
