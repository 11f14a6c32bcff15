"""What the coach is asked, collected from the unit's own file; and what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.disclosure import coach
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.facts import RecipientFacts
from varjebarn.disclosure.models import Consent
from varjebarn.disclosure.protection import Protected, person_protected, unit_protected
from varjebarn.disclosure.queries.consents import consents
from varjebarn.disclosure.queries.covering import coverages
from varjebarn.disclosure.queries.nearness import unit_facts
from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.recipients import ToPerson, ToUnit
from varjebarn.disclosure.standing import guardian_may_receive
from varjebarn.kernel.actors import Actor
from varjebarn.organisations.models import SecrecyUnit
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import guardians


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingWish:
    """What somebody wants to share, with one recipient, as the page has it."""

    document: Document
    to: ToUnit | ToPerson
    holds_offence_data: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SharingAdvice:
    """The coach's answer, with what protects it at the recipient and the consents it names."""

    advice: coach.Advice
    protected: Protected
    consents: Mapping[str, Consent]


def sharing_advice(actor: Actor, child: ChildFile, wish: SharingWish, *, on: date) -> SharingAdvice:
    """Say which grounds can carry a wish, which cannot and why. Raises DoesNotExist for no unit."""
    facts, protected = _recipient(actor, wish.to)
    known = {str(line.consent.ref): line.consent for line in consents(actor, child)}
    covered = coverages(actor, known.values(), on=on)
    advice = coach.advise(
        coach.Wish(
            on=on,
            sender_unit=actor.unit_id,
            sender_area=actor.area,
            recipient=facts,
            kind=wish.document.kind,
            parts=wish.document.parts,
            born=child.born,
            holds_offence_data=wish.holds_offence_data,
            duties=frozenset(actor.duties),
            consents={
                ref: one
                for ref, consent in known.items()
                if (one := covered[consent.pk]) is not None
            },
            closed=closed_to(actor, child, wish.to, on=on),
        ),
    )
    return SharingAdvice(advice=advice, protected=protected, consents=known)


def closed_to(actor: Actor, child: ChildFile, to: ToUnit | ToPerson, *, on: date) -> Reason | None:
    """Say why a guardian would see nothing of it now; None for everybody else."""
    if isinstance(to, ToUnit) or to.capacity != "guardian":
        return None
    agreed = {guardian.person_ref: guardian.view_agreed for guardian in guardians(actor, child)}
    return guardian_closed(child.born, view_agreed=agreed.get(to.person_ref, False), on=on)


def guardian_closed(born: date, *, view_agreed: bool, on: date) -> Reason | None:
    """Say why a guardian's view is closed on a day, if it is."""
    reason = guardian_may_receive(born, on=on, agreed_on=on if view_agreed else None).reason
    return reason if isinstance(reason, Reason) else None


def protected_at_unit(unit: UUID) -> Protected:
    """Say what protects a disclosure at a unit, for the page where it is decided."""
    return unit_protected(SecrecyUnit.objects.get(public_id=unit))


def _recipient(actor: Actor, to: ToUnit | ToPerson) -> tuple[RecipientFacts, Protected]:
    if isinstance(to, ToPerson):
        return RecipientFacts(area=to.capacity), person_protected(to.person_ref, to.capacity)
    unit = SecrecyUnit.objects.select_related("organisation").get(public_id=to.unit)
    home = SecrecyUnit.objects.get(pk=actor.unit_id)
    return unit_facts(unit, home), unit_protected(unit)
