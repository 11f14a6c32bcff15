"""Agreements: registered once, prolonged by decisions, never rewritten."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import Organisation
from varjebarn.steering import rules
from varjebarn.steering.models import Agreement, AgreementParty, DecisionRecord, Extension


def register_agreement(
    actor: Actor,
    *,
    title: str,
    parties: Collection[UUID],
    valid_from: date,
    valid_to: date,
    revise_by: date | None = None,
) -> Agreement:
    """Register an agreement. `valid_to` is the first day on which it no longer holds."""
    require(
        rules.may_register(
            actor.duties, title=title, parties=parties, valid_from=valid_from, valid_to=valid_to
        )
    )
    agreement = Agreement.objects.create(
        title=title.strip(),
        valid_from=valid_from,
        valid_to=valid_to,
        revise_by=revise_by,
    )
    AgreementParty.objects.bulk_create(
        AgreementParty(agreement=agreement, organisation=organisation)
        for organisation in Organisation.objects.filter(public_id__in=parties).order_by("name")
    )
    record(actor, "steering.agreement_registered", object=agreement.public_id)
    return agreement


def extend_agreement(
    actor: Actor,
    agreement: Agreement,
    *,
    decision: DecisionRecord,
    valid_to: date,
    revise_by: date | None = None,
) -> Extension:
    """Prolong an agreement by a decision; what it said before stays."""
    earlier = list(Extension.objects.filter(agreement=agreement))
    ends = max([agreement.valid_to, *(extension.valid_to for extension in earlier)])
    require(
        rules.may_extend(
            actor.duties,
            valid_to=ends,
            new_valid_to=valid_to,
            is_extended_by_it=any(one.decision_id == decision.pk for one in earlier),
        )
    )
    extension = Extension.objects.create(
        agreement=agreement, decision=decision, valid_to=valid_to, revise_by=revise_by
    )
    record(actor, "steering.agreement_extended", object=agreement.public_id)
    return extension
