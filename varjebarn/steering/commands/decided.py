"""What is told of a decision after it was written down, and late ones put on the agenda again."""

from datetime import date
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import Organisation
from varjebarn.steering import rules
from varjebarn.steering.commands.meetings import raise_item
from varjebarn.steering.models import (
    AgendaItem,
    Body,
    ChangedKind,
    DecisionChange,
    DecisionRaised,
    DecisionRecord,
    EarlierDecision,
    ItemKind,
    Membership,
)
from varjebarn.steering.queries.decisions import past_due
from varjebarn.steering.queries.running import next_meeting


def complete_decision(
    actor: Actor,
    decision: DecisionRecord,
    *,
    organisation: UUID | None = None,
    seat: UUID | None = None,
    due: date | None = None,
    about_the_young: bool = False,
) -> DecisionRecord:
    """Say who is responsible, an organisation or a member, until when, and whether it touches children.

    The wording and the day stay. With neither, whoever was named when it was written down stays.
    """
    require(
        rules.may_complete(
            actor.duties,
            has_both_responsible=organisation is not None and seat is not None,
            due=due,
            meeting_on=decision.item.meeting.date,
        )
    )
    if organisation is not None:
        decision.responsible_organisation = Organisation.objects.get(public_id=organisation)
        decision.responsible_seat = None
        decision.responsible = decision.responsible_organisation.name
    if seat is not None:
        decision.responsible_seat = Membership.objects.get(public_id=seat, body=decision.body_id)
        decision.responsible_organisation = None
        decision.responsible = decision.responsible_seat.name
    decision.due, decision.about_the_young = due, about_the_young
    decision.save(
        update_fields=[
            "responsible",
            "responsible_organisation",
            "responsible_seat",
            "due",
            "about_the_young",
        ]
    )
    record(actor, "steering.decision_completed", object=decision.public_id)
    return decision


def name_change(
    actor: Actor,
    decision: DecisionRecord,
    *,
    kind: ChangedKind,
    label: str,
    target: UUID | None = None,
) -> DecisionChange:
    """Name something that a decision changes; `target` is its public id, where it has one."""
    known = DecisionChange.objects.filter(decision=decision, kind=kind, label=label.strip())
    require(rules.may_name_change(actor.duties, label=label, is_named=known.exists()))
    change = DecisionChange.objects.create(
        decision=decision, kind=kind, target=target, label=label.strip()
    )
    record(actor, "steering.decision_change_named", object=decision.public_id)
    return change


def name_earlier(
    actor: Actor, decision: DecisionRecord, *, earlier: DecisionRecord
) -> EarlierDecision:
    """Name an earlier decision on the same matter. Both then show the other."""
    known = EarlierDecision.objects.filter(decision=decision, earlier=earlier)
    facts = rules.EarlierFacts(
        is_itself=decision.pk == earlier.pk,
        is_named=known.exists(),
        decided_on=decision.item.meeting.date,
        earlier_on=earlier.item.meeting.date,
    )
    require(rules.may_name_earlier(actor.duties, facts))
    link = EarlierDecision.objects.create(decision=decision, earlier=earlier)
    record(actor, "steering.decision_earlier_named", object=decision.public_id)
    return link


def raise_due_decisions(actor: Actor, body: Body, *, today: date) -> AgendaItem:
    """Put the decisions that are past their day on the body's next agenda, as one item.

    Those that stand on that agenda already are left out. Raises Refused when none is left.
    """
    coming = next_meeting(body, after=today)
    late = [] if coming is None else past_due(body, on=today, unless_on=coming)
    require(rules.may_raise_due(actor.duties, has_any=bool(late), has_meeting=coming is not None))
    assert coming is not None  # noqa: S101 - the rule has just said so
    numbers = ", ".join(str(one.number) for one in late)
    item = raise_item(
        actor,
        coming,
        title=f"Beslut som har passerat sin dag: {numbers}",
        kind=ItemKind.DISCUSSION,
    )
    DecisionRaised.objects.bulk_create(DecisionRaised(decision=one, item=item) for one in late)
    record(actor, "steering.due_decisions_raised", object=item.public_id)
    return item
