"""Decides to disclose: facts, rule, the decisions' rows, then the door, in one transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from varjebarn.audit.record import record_each, request_id
from varjebarn.disclosure import feedback, rules, withholding
from varjebarn.disclosure.catalogue import CONSENT
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.facts import DisclosureFacts, RecipientFacts
from varjebarn.disclosure.grounds import catalogue
from varjebarn.disclosure.models import Consent, Delivery, Disclosure, Recipient
from varjebarn.disclosure.policy import default_policy
from varjebarn.disclosure.protection import Protected, person_protected, unit_protected
from varjebarn.disclosure.queries.covering import coverages
from varjebarn.disclosure.queries.nearness import NEARNESS, unit_facts
from varjebarn.disclosure.queries.withholding import kept, places
from varjebarn.disclosure.recipients import ToPerson, ToUnit
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import SecrecyUnit
from varjebarn.people.models import ChildFile
from varjebarn.people.rules import may_write_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Intended:
    """One disclosure that somebody wants to make: one frozen document, one ground, named recipients.

    `answers` are the ground's required fields as the decider saw and left them.
    """

    ground: str
    document: Document
    to: Sequence[ToUnit | ToPerson]
    purpose: str
    answers: Mapping[str, str]
    consent: Consent | None = None
    duty: str = ""
    holds_offence_data: bool = False


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
    """Decide and deliver one frozen document on one ground to named recipients: see `disclose_all`."""
    intended = Intended(
        ground=ground,
        document=document,
        to=to,
        purpose=purpose,
        answers=answers,
        consent=consent,
        duty=duty,
        holds_offence_data=holds_offence_data,
    )
    (made,) = disclose_all(actor, child, [intended], secrecy_shown=secrecy_shown)
    return made


def disclose_all(
    actor: Actor,
    child: ChildFile,
    intended: Sequence[Intended],
    *,
    secrecy_shown: Collection[str] = (),
    known_kept: Sequence[withholding.Kept] | None = None,
) -> list[Disclosure]:
    """Decide and deliver each of them, or none. As many statements for one as for many: at most seven.

    `secrecy_shown` are the marks of what the page showed to protect it at each unit (`Protected`);
    a unit whose protection was not shown, or is another by now, is refused (R51). The child and a
    guardian need no mark: no secrecy binds them (OSL 12 kap.).
    `known_kept` is what is kept about the child (`queries.kept`), if it has just been read.
    Raises Refused with the rule's reason; the door refuses by itself what no rule was asked about.
    """
    if not intended:
        return []
    require(may_write_in(child))
    # Whoever sends on two consents locks them in the same order as everybody else.
    ordered = sorted(intended, key=_order)
    units = _units(ordered)
    home = SecrecyUnit.objects.get(pk=actor.unit_id) if any(map(_asks_nearness, ordered)) else None
    targets = [[_target(to, units, home) for to in one.to] for one in ordered]
    consents = [one.consent for one in ordered if one.consent]
    covered = coverages(actor, consents, on=timezone.localdate())
    for one, reached in zip(ordered, targets, strict=True):
        facts = replace(
            _facts(actor, child, one, reached),
            recipient_secrecy_shown=_was_shown(reached, secrecy_shown),
            consent=covered[one.consent.pk] if one.consent else None,
        )
        require(rules.may_disclose(facts))
    _require_kept(actor, child, ordered, known_kept)
    made = Disclosure.objects.bulk_create(_row(actor, child, one) for one in ordered)
    Recipient.objects.bulk_create(
        target.row(actor, child, disclosure)
        for disclosure, reached in zip(made, targets, strict=True)
        for target in reached
    )
    _deliver(made)
    acts = [(f"{row.content_kind}.sent", row.public_id) for row in made]
    record_each(actor, acts, child=child.pk)
    return made


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


def _order(one: Intended) -> tuple[bool, str]:
    """Sort by the consent, and after them what needs none."""
    return one.consent is None, str(one.consent.ref) if one.consent else ""


def _require_kept(
    actor: Actor,
    child: ChildFile,
    ordered: Sequence[Intended],
    known: Sequence[withholding.Kept] | None,
) -> None:
    """Require that no guardian, and no unit by a guardian's yes, is given what is kept (R15, R16, R52)."""
    reached = [
        (one.document, to.person_ref)
        for one in ordered
        for to in one.to
        if isinstance(to, ToPerson) and to.capacity == "guardian"
    ]
    agreed = [
        one.document
        for one in ordered
        if one.ground == CONSENT and any(isinstance(to, ToUnit) for to in one.to)
    ]
    if known is None:
        known = kept(actor, child) if reached or agreed else ()
    band = default_policy().band(child.born, timezone.localdate())
    unit = withholding.left_out_for_unit(known, guardians_decide=band.guardians_asked)
    for document in agreed:
        require(withholding.may_reach_unit(unit, text=document.text()))
    for document, person in reached:
        left_out = withholding.left_out_for_guardian(known, person)
        require(
            withholding.may_reach_guardian(
                left_out,
                kind=document.kind,
                subject=document.subject_ref,
                text=document.text(),
                places=places() if left_out.places else (),
            )
        )


def _facts(
    actor: Actor, child: ChildFile, one: Intended, reached: Sequence[_Target]
) -> DisclosureFacts:
    """Collect what the rule asks; until somebody says so, nothing was shown and nothing is covered."""
    return DisclosureFacts(
        ground=one.ground,
        on=timezone.localdate(),
        sender_unit=actor.unit_id,
        protecting=frozenset({actor.area}),
        recipients=_recipients(actor, child, one, reached),
        kind=one.document.kind,
        parts=one.document.parts,
        content_version=one.document.hash().hex(),
        purpose=one.purpose,
        decided_by=actor.person_id,
        decided_at=timezone.now(),
        recipient_secrecy_shown=False,
        born=child.born,
        fields={**one.answers, "duty_code": one.duty} if one.duty else one.answers,
        holds_offence_data=one.holds_offence_data,
        born_victim=_day(one.answers.get("victim_born", "")),
        born_receiver=_day(one.answers.get("receiver_born", "")),
        duties=frozenset(actor.duties),
    )


def _day(written: str) -> date | None:
    """Read a day that the decider answered with; None when it is none."""
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        return None


def _recipients(
    actor: Actor, child: ChildFile, one: Intended, reached: Sequence[_Target]
) -> tuple[RecipientFacts, ...]:
    """Say what each recipient is; a unit that reported what this is about is its reporter (OSL 26:9 a)."""
    found = tuple(target.facts for target in reached)
    if one.ground != feedback.GROUND:
        return found
    reporters = set(
        Delivery.objects.filter(
            unit_id=actor.unit_id,
            child_file=child,
            content_kind=feedback.SIGNAL,
            subject_ref=one.document.subject_ref,
        ).values_list("from_unit_id", flat=True)
    )
    return tuple(
        replace(facts, area=feedback.REPORTER) if facts.unit in reporters else facts
        for facts in found
    )


def _row(actor: Actor, child: ChildFile, one: Intended) -> Disclosure:
    """Make the decision's row."""
    return Disclosure(
        unit_id=actor.unit_id,
        child_file=child,
        ground=one.ground,
        duty=one.duty,
        decided_by_id=actor.person_id,
        decided_at=timezone.now(),
        purpose=one.purpose,
        content_kind=one.document.kind,
        schema=one.document.schema,
        content=one.document.text(),
        content_hash=one.document.hash(),
        subject_ref=one.document.subject_ref,
        version=one.document.version,
        edition=one.document.edition,
        answers=dict(one.answers),
        consent=one.consent,
    )


def _deliver(made: Sequence[Disclosure]) -> None:
    """Let the door deliver each, in this order; a no to one is a no to all."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.deliver(wanted, %s) FROM unnest(%s::bigint[]) AS wanted",
            [request_id.get(), [row.pk for row in made]],
        )


def _was_shown(targets: Sequence[_Target], shown: Collection[str]) -> bool:
    """Whether the decider saw what protects it at every unit, as it stands now."""
    return all(target.protected.mark in shown for target in targets if target.unit_id is not None)


def _units(intended: Sequence[Intended]) -> Mapping[UUID, SecrecyUnit]:
    """Find every unit that is to get something, by its ref."""
    wanted = {to.unit for one in intended for to in one.to if isinstance(to, ToUnit)}
    found = SecrecyUnit.objects.filter(public_id__in=wanted).select_related("organisation")
    return {unit.public_id: unit for unit in found}


def _asks_nearness(one: Intended) -> bool:
    ground = catalogue().grounds.get(one.ground)
    return ground is not None and bool(NEARNESS & {*ground.fields})


def _target(
    to: ToUnit | ToPerson, units: Mapping[UUID, SecrecyUnit], home: SecrecyUnit | None
) -> _Target:
    return _unit_target(units[to.unit], home) if isinstance(to, ToUnit) else _person_target(to)


def _unit_target(unit: SecrecyUnit, home: SecrecyUnit | None) -> _Target:
    return _Target(
        facts=unit_facts(unit, home),
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
