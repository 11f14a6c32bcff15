"""Decisions: written down at an item of a held meeting, followed up later."""

from collections.abc import Collection
from datetime import date

from django.db.models import Max

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.practice.queries import published_versions
from varjebarn.steering import rules
from varjebarn.steering.commands.analyses import publish_analysis_of
from varjebarn.steering.models import (
    STANDING,
    AgendaItem,
    DecisionRecord,
    DecisionStatus,
    MeetingState,
    Outcome,
)
from varjebarn.steering.queries.opening import proposal_of


def record_decision(
    actor: Actor,
    item: AgendaItem,
    *,
    wording: str,
    note: str = "",
    responsible: str = "",
    due: date | None = None,
    changes_model: tuple[str, str] | None = None,
    together_with: Collection[str] = (),
) -> DecisionRecord:
    """Write down what was decided at an item, which is thereby closed. Its day is the meeting's.

    `note` is what was said before; it stays with the item. Where a decision was proposed and none of
    the wordings, this one and those `together_with` it, is the proposal's, it was decided otherwise.
    """
    meeting = item.meeting
    facts = rules.DecisionFacts(
        wording=wording,
        is_held=meeting.state == MeetingState.HELD,
        meeting_on=meeting.date,
        outcome=item.outcome,
        due=due,
        is_model_published=None if changes_model is None else _is_published(*changes_model),
    )
    require(rules.may_decide(actor.duties, facts))
    model_id, version = changes_model or ("", "")
    decision = DecisionRecord.objects.create(
        body_id=meeting.body_id,
        number=_next_number(meeting.body_id),
        item=item,
        wording=wording.strip(),
        responsible=responsible.strip(),
        due=due,
        changes_model_id=model_id,
        changes_model_version=version,
    )
    if not item.outcome:
        item.outcome = Outcome(
            rules.outcome_of_decision(
                proposal=proposal_of(item), wordings=[wording, *together_with]
            )
        )
        item.note = note.strip() or item.note
        item.save(update_fields=["outcome", "note"])
    record(actor, "steering.decision_recorded", object=decision.public_id)
    publish_analysis_of(actor, item)
    return decision


def begin_decision(actor: Actor, decision: DecisionRecord) -> DecisionRecord:
    """Say that a decision is under way."""
    require(
        rules.may_begin(
            actor.duties,
            is_standing=decision.status in STANDING,
            is_under_way=decision.status == DecisionStatus.UNDER_WAY,
        )
    )
    decision.status = DecisionStatus.UNDER_WAY
    decision.save(update_fields=["status"])
    record(actor, "steering.decision_begun", object=decision.public_id)
    return decision


def follow_up_decision(
    actor: Actor, decision: DecisionRecord, *, on: date, note: str = ""
) -> DecisionRecord:
    """Mark that a decision is done, and that somebody has looked at what came of it."""
    _end(actor, decision, DecisionStatus.FOLLOWED_UP, on=on, note=note)
    record(actor, "steering.decision_followed_up", object=decision.public_id)
    return decision


def lapse_decision(
    actor: Actor, decision: DecisionRecord, *, on: date, note: str = ""
) -> DecisionRecord:
    """Mark that a decision no longer applies, and why."""
    _end(actor, decision, DecisionStatus.LAPSED, on=on, note=note)
    record(actor, "steering.decision_lapsed", object=decision.public_id)
    return decision


def _end(
    actor: Actor, decision: DecisionRecord, status: DecisionStatus, *, on: date, note: str
) -> None:
    require(
        rules.may_follow_up(
            actor.duties,
            is_open=decision.status in STANDING,
            meeting_on=decision.item.meeting.date,
            on=on,
        )
    )
    decision.status = status
    decision.followed_up_on, decision.follow_up_note = on, note.strip()
    decision.save(update_fields=["status", "followed_up_on", "follow_up_note"])


def _is_published(model_id: str, version: str) -> bool:
    return any((row.model_id, row.version) == (model_id, version) for row in published_versions())


def _next_number(body_id: int) -> int:
    last = DecisionRecord.objects.filter(body_id=body_id).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
