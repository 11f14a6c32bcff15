"""Decides to disclose: facts, rule, the decision's rows, then the door, in one transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils import timezone

from varjebarn.audit.record import record, request_id
from varjebarn.disclosure import rules
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.facts import DisclosureFacts, RecipientFacts
from varjebarn.disclosure.models import Consent, Disclosure, Recipient
from varjebarn.disclosure.protection import Protected, person_protected, unit_protected
from varjebarn.disclosure.queries.covering import coverage_of
from varjebarn.disclosure.recipients import ToPerson, ToUnit
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import SecrecyUnit
from varjebarn.people.models import ChildFile


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
    secrecy_shown: Collection[str] = (),
    holds_offence_data: bool = False,
) -> Disclosure:
    """Decide and deliver one frozen document on one ground to named recipients.

    `secrecy_shown` are the marks of what the page showed to protect it at each unit (`Protected`);
    a unit whose protection was not shown, or is another by now, is refused (R51). The child and a
    guardian need no mark: no secrecy binds them (OSL 12 kap.).
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
        content_version=document.hash().hex(),
        purpose=purpose,
        decided_by=actor.person_id,
        decided_at=now,
        recipient_secrecy_shown=_was_shown(targets, secrecy_shown),
        born=child.born,
        fields={**answers, "duty_code": duty} if duty else answers,
        consent=coverage_of(actor, consent, on=on) if consent else None,
        holds_offence_data=holds_offence_data,
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
    protected: Protected
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
            provision=self.protected.provision,
        )


def _was_shown(targets: Sequence[_Target], shown: Collection[str]) -> bool:
    """Whether the decider saw what protects it at every unit, as it stands now."""
    return all(target.protected.mark in shown for target in targets if target.unit_id is not None)


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
        protected=unit_protected(unit),
        unit_id=unit.pk,
    )


def _person_target(person: ToPerson) -> _Target:
    return _Target(
        facts=RecipientFacts(area=person.capacity),
        name=person.name,
        protected=person_protected(person.person_ref, person.capacity),
        person_ref=person.person_ref,
        capacity=person.capacity,
    )
