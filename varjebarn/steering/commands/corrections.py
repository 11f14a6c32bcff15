"""A decision's wording, corrected in the one place where it stands."""

from collections.abc import Mapping
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import Person
from varjebarn.steering import rules
from varjebarn.steering.models import DecisionCorrection, DecisionRecord, Meeting
from varjebarn.steering.queries.corrections import is_drafted, reworded


def correct_decision(
    actor: Actor, decision: DecisionRecord, *, wording: str, reason: str = ""
) -> DecisionCorrection:
    """Give a decision another wording; the one before is kept, with who changed it and why.

    Register, minutes and the draft of the annual report read the same row. Without a reason only
    while the minutes are a draft: raises Refused with CORRECTED_WITHOUT_REASON.
    """
    standing = DecisionRecord.objects.select_for_update().get(pk=decision.pk)
    facts = rules.CorrectFacts(
        before=standing.wording,
        after=wording,
        reason=reason,
        is_drafted=is_drafted(standing),
    )
    require(rules.may_correct(actor.duties, facts))
    made = DecisionCorrection.objects.create(
        decision=standing,
        number=DecisionCorrection.objects.filter(decision=standing).count() + 1,
        before=standing.wording,
        after=wording.strip(),
        reason=reason.strip(),
        by_id=actor.person_id,
        by_name=str(Person.objects.get(pk=actor.person_id)),
    )
    decision.wording = standing.wording = made.after
    standing.save(update_fields=["wording"])
    record(actor, "steering.decision_corrected", object=standing.public_id)
    return made


def correct_decisions(
    actor: Actor, meeting: Meeting, *, wordings: Mapping[UUID, str], reason: str = ""
) -> int:
    """Correct those of a meeting's decisions that are worded otherwise; answers how many."""
    changed = reworded(meeting, wordings)
    for decision, wording in changed:
        correct_decision(actor, decision, wording=wording, reason=reason)
    return len(changed)
