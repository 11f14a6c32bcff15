"""Decides to disclose: facts, rule, the decision's rows, then the door, in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from varjebarn.audit.record import record, request_id
from varjebarn.disclosure import rules
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.facts import Coverage, DisclosureFacts, RecipientFacts
from varjebarn.disclosure.grounds import protection_at
from varjebarn.disclosure.models import Consent, ConsentScope, Disclosure, Recipient
from varjebarn.disclosure.queries.consents import holds_for
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.kernel.periods import Period
from varjebarn.organisations.models import SecrecyUnit
from varjebarn.people.models import ChildFile


@dataclass(frozen=True, slots=True, kw_only=True)
class ToUnit:
    """A unit as recipient: whoever holds its intake now."""

    unit: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPerson:
    """The child or a guardian as recipient."""

    person_ref: UUID
    capacity: str
    name: str


def disclose(  # noqa: PLR0913 - a disclosure is complete or does not exist (R04)
    actor: Actor,
    child: ChildFile,
    *,
    ground: str,
    document: Document,
    to: Sequence[ToUnit | ToPerson],
    purpose: str,
    answers: Mapping[str, str],
    consent: Consent | None = None,
    duty: str = "",
) -> Disclosure:
    """Decide and deliver one frozen document on one ground to named recipients.

    `answers` are the ground's required fields as the decider saw and left them. Raises Refused
    with the rule's reason; the door refuses by itself what no rule was asked about.
    """
    targets = _targets(to)
    on, now = timezone.localdate(), timezone.now()
    facts = DisclosureFacts(
        ground=ground,
        on=on,
        sender_unit=actor.unit_id,
        protecting=frozenset({actor.area}),
        recipients=tuple(target.facts for target in targets),
        kind=document.kind,
        parts=document.parts,
        content_version=document.schema,
        purpose=purpose,
        decided_by=actor.person_id,
        decided_at=now,
        recipient_secrecy_shown=True,
        born=child.born,
        fields={**answers, "duty_code": duty} if duty else answers,
        consent=_coverage(actor, consent, on) if consent else None,
    )
    require(rules.may_disclose(facts))
    disclosure = Disclosure.objects.create(
        unit_id=actor.unit_id,
        child_file=child,
        ground=ground,
        duty=duty,
        decided_by_id=actor.person_id,
        decided_at=now,
        purpose=purpose,
        content_kind=document.kind,
        schema=document.schema,
        content=document.text(),
        content_hash=document.hash(),
        subject_ref=document.subject_ref,
        version=document.version,
        answers=dict(answers),
        consent=consent,
    )
    Recipient.objects.bulk_create(target.row(actor, child, disclosure) for target in targets)
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.deliver(%s, %s)", [disclosure.pk, request_id.get()])
    record(actor, f"{document.kind}.sent", child=child.pk, object=disclosure.public_id)
    return disclosure


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    """One recipient with what the rule asks and what the row keeps."""

    facts: RecipientFacts
    name: str
    provision: str
    unit_id: int | None = None
    person_ref: UUID | None = None
    capacity: str = ""

    def row(self, actor: Actor, child: ChildFile, disclosure: Disclosure) -> Recipient:
        """Make the recipient's row of a disclosure."""
        return Recipient(
            unit_id=actor.unit_id,
            child_file=child,
            disclosure=disclosure,
            to_unit_id=self.unit_id,
            to_person_ref=self.person_ref,
            capacity=self.capacity,
            name=self.name,
            provision=self.provision,
        )


def _targets(to: Sequence[ToUnit | ToPerson]) -> list[_Target]:
    wanted = [item.unit for item in to if isinstance(item, ToUnit)]
    units = {
        unit.public_id: unit
        for unit in SecrecyUnit.objects.filter(public_id__in=wanted).select_related("organisation")
    }
    return [
        _unit_target(units[item.unit]) if isinstance(item, ToUnit) else _person_target(item)
        for item in to
    ]


def _unit_target(unit: SecrecyUnit) -> _Target:
    return _Target(
        facts=RecipientFacts(area=unit.area, unit=unit.pk),
        name=f"{unit.name}, {unit.organisation.name}",
        provision=protection_at(unit.area).provision,
        unit_id=unit.pk,
    )


def _person_target(person: ToPerson) -> _Target:
    return _Target(
        facts=RecipientFacts(area=person.capacity),
        name=person.name,
        provision="",
        person_ref=person.person_ref,
        capacity=person.capacity,
    )


def _coverage(actor: Actor, consent: Consent, on: date) -> Coverage | None:
    """Give the consent as it stands now; a unit for which it does not hold is not in it.

    None once its last day has passed: there is no live consent.
    """
    if consent.valid_to <= on:
        return None
    scopes = ConsentScope.objects.filter(unit_id=actor.unit_id, consent=consent)
    holding = holds_for(consent)
    return Coverage(
        purpose=consent.purpose,
        period=Period(start=min(on, consent.asked_at.date()), end=consent.valid_to),
        parts_by_unit={
            scope.to_unit_id: frozenset(scope.parts)
            for scope in scopes
            if scope.to_unit_id in holding
        },
    )
