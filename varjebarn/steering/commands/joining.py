"""Where organisations stand, noted with its decision; texts that contradict each other, and their end."""

from datetime import date
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import Organisation
from varjebarn.steering import rules
from varjebarn.steering.models import (
    Agreement,
    Body,
    Contradiction,
    DecisionRecord,
    Joining,
    Standing,
)


def note_joining(
    actor: Actor,
    *,
    organisation: UUID,
    standing: Standing,
    since: date,
    decision: DecisionRecord | None = None,
    decided_by: str = "",
    note: str = "",
) -> Joining:
    """Note where an organisation stands from a day on; what it was before stays in the list.

    `decided_by` is the organisation's own decision in words, `decision` one of the county's bodies.
    """
    joining = Organisation.objects.get(public_id=organisation)
    latest = Joining.objects.filter(organisation=joining).order_by("-since").first()
    facts = rules.JoiningFacts(
        is_the_same=latest is not None and latest.standing == standing,
        since=since,
        last_change=None if latest is None else latest.since,
        names_decision=decision is not None or bool(decided_by.strip()),
        stands_outside=standing == Standing.OUTSIDE,
    )
    require(rules.may_note_joining(actor.duties, facts))
    noted = Joining.objects.create(
        organisation=joining,
        standing=standing,
        since=since,
        decision=decision,
        decided_by=decided_by.strip(),
        note=note.strip(),
    )
    record(actor, "steering.joining_noted", object=joining.public_id)
    return noted


def mark_contradiction(
    actor: Actor,
    agreement: Agreement,
    *,
    says: str,
    other_says: str,
    owner: Body,
    other: Agreement | None = None,
    other_text: str = "",
) -> Contradiction:
    """Mark that two texts don't go together: what each says, and the body that owns solving it.

    The other text is an agreement of the register, or else is named in `other_text`.
    """
    named = "" if other is not None else other_text.strip()
    facts = rules.ContradictionFacts(
        has_other=other is not None or bool(named),
        is_one_text=other is not None and other.pk == agreement.pk,
        says=says,
        other_says=other_says,
    )
    require(rules.may_mark_contradiction(actor.duties, facts))
    marked = Contradiction.objects.create(
        agreement=agreement,
        says=says.strip(),
        other=other,
        other_text=named,
        other_says=other_says.strip(),
        owner=owner,
    )
    record(actor, "steering.contradiction_marked", object=marked.public_id)
    return marked


def solve_contradiction(
    actor: Actor, contradiction: Contradiction, *, decision: DecisionRecord
) -> Contradiction:
    """Note the decision that solved a contradiction. What the texts said stays."""
    require(
        rules.may_solve_contradiction(
            actor.duties, is_solved=contradiction.solved_by_id is not None
        )
    )
    contradiction.solved_by = decision
    contradiction.save(update_fields=["solved_by"])
    record(actor, "steering.contradiction_solved", object=contradiction.public_id)
    return contradiction
