"""Items on their way to an agenda: proposed, answered, prepared, put in order, coming back by themselves."""

from datetime import date

from django.db.models import Max

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering import rules
from varjebarn.steering.commands.meetings import raise_item
from varjebarn.steering.models import (
    AgendaItem,
    Body,
    ItemKind,
    ItemProposal,
    Meeting,
    MeetingState,
    Outcome,
    Preparation,
    ProposalState,
    RaisedBy,
    StandingItem,
    StandingUse,
)
from varjebarn.steering.places import follow_up_item
from varjebarn.steering.queries.agenda import withdraw_facts
from varjebarn.steering.queries.seats import holds_seat


def propose_item(  # noqa: PLR0913 - a matter has this many sides
    actor: Actor,
    body: Body,
    *,
    title: str,
    kind: ItemKind,
    raised_by: RaisedBy,
    raised_by_name: str,
    background: str = "",
    proposal: str = "",
    today: date,
) -> ItemProposal:
    """Propose an item to a body: by who sits there, or by the county's own."""
    require(
        rules.may_propose(
            actor.duties,
            sits_there=holds_seat(actor, body.pk, today),
            title=title,
            raised_by_name=raised_by_name,
        )
    )
    made = ItemProposal.objects.create(
        body=body,
        title=title.strip(),
        kind=kind,
        raised_by=raised_by,
        raised_by_name=raised_by_name.strip(),
        background=background.strip(),
        proposal=proposal.strip(),
        by_id=actor.person_id,
    )
    record(actor, "steering.item_proposed", object=made.public_id)
    return made


def send_back(actor: Actor, item: AgendaItem) -> ItemProposal:
    """Let a matter that a meeting sent back wait among the proposed ones, to be prepared again."""
    made = ItemProposal.objects.create(
        body_id=item.meeting.body_id,
        title=item.title,
        kind=item.kind,
        raised_by=item.raised_by or RaisedBy.BODY,
        raised_by_name=item.raised_by_name or item.meeting.body.name,
        again=item,
        by_id=actor.person_id,
    )
    record(actor, "steering.item_sent_back", object=made.public_id)
    return made


def place_proposal(actor: Actor, proposed: ItemProposal, *, on: Meeting) -> AgendaItem:
    """Put a proposed item on an agenda. What was written with it becomes its first preparation."""
    require(
        rules.may_place(
            actor.duties,
            is_waiting=proposed.state == ProposalState.WAITING,
            is_same_body=on.body_id == proposed.body_id,
            is_planned=on.state == MeetingState.PLANNED,
        )
    )
    if proposed.again is None:
        item = raise_item(
            actor,
            on,
            title=proposed.title,
            kind=ItemKind(proposed.kind),
            raised_by=proposed.raised_by,
            raised_by_name=proposed.raised_by_name,
        )
    else:
        item = follow_up_item(proposed.again, on)
    if proposed.background or proposed.proposal:
        _write_preparation(actor, item, background=proposed.background, proposal=proposed.proposal)
    proposed.state, proposed.item = ProposalState.PLACED, item
    proposed.save(update_fields=["state", "item"])
    record(actor, "steering.proposal_placed", object=proposed.public_id)
    return item


def decline_proposal(actor: Actor, proposed: ItemProposal, *, reason: str) -> ItemProposal:
    """Say no to a proposed item, with a reason that the body's members read."""
    is_waiting = proposed.state == ProposalState.WAITING
    require(rules.may_decline(actor.duties, is_waiting=is_waiting, reason=reason))
    proposed.state, proposed.reason = ProposalState.DECLINED, reason.strip()
    proposed.save(update_fields=["state", "reason"])
    record(actor, "steering.proposal_declined", object=proposed.public_id)
    return proposed


def withdraw_proposal(actor: Actor, proposed: ItemProposal, *, reason: str = "") -> ItemProposal:
    """Take back one's own proposal. On an agenda its item stays there, said to be withdrawn.

    Raises Refused when it is somebody else's, answered with no, taken up, or when the body has
    been called to the meeting.
    """
    item = proposed.item
    require(rules.may_withdraw_proposal(withdraw_facts(actor, proposed)))
    if item is not None:
        item.outcome, item.note = Outcome.WITHDRAWN, reason.strip()
        item.save(update_fields=["outcome", "note"])
    proposed.state, proposed.reason = ProposalState.WITHDRAWN, reason.strip()
    proposed.save(update_fields=["state", "reason"])
    record(actor, "steering.proposal_withdrawn", object=proposed.public_id)
    return proposed


def prepare_item(
    actor: Actor,
    item: AgendaItem,
    *,
    prepared_by: Body | None,
    background: str = "",
    proposal: str = "",
    heard: str = "",
    today: date,
) -> Preparation:
    """Write background, proposal and who has been heard. A new text stands before the old ones."""
    facts = rules.PrepareFacts(
        is_closed=bool(item.outcome),
        sits_in_preparing=prepared_by is not None and holds_seat(actor, prepared_by.pk, today),
        background=background,
        proposal=proposal,
        heard=heard,
    )
    require(rules.may_prepare(actor.duties, facts))
    made = _write_preparation(
        actor,
        item,
        prepared_by=prepared_by,
        background=background,
        proposal=proposal,
        heard=heard,
    )
    record(actor, "steering.item_prepared", object=item.public_id)
    return made


def edit_item(actor: Actor, item: AgendaItem, *, title: str, kind: ItemKind) -> AgendaItem:
    """Give an open item another title or kind."""
    require(rules.may_edit(actor.duties, is_closed=bool(item.outcome), title=title))
    item.title, item.kind = title.strip(), kind
    item.save(update_fields=["title", "kind"])
    record(actor, "steering.item_edited", object=item.public_id)
    return item


def move_item(actor: Actor, item: AgendaItem, *, is_up: bool) -> None:
    """Let an item change places with the one before or after it."""
    beside = AgendaItem.objects.filter(meeting=item.meeting)
    neighbour = (
        beside.filter(order__lt=item.order).order_by("-order").first()
        if is_up
        else beside.filter(order__gt=item.order).order_by("order").first()
    )
    is_planned = item.meeting.state == MeetingState.PLANNED
    require(
        rules.may_move(actor.duties, is_planned=is_planned, has_neighbour=neighbour is not None)
    )
    if neighbour is not None:
        item.order, neighbour.order = neighbour.order, item.order
        AgendaItem.objects.bulk_update([item, neighbour], ["order"])
    record(actor, "steering.item_moved", object=item.public_id)


def keep_standing(
    actor: Actor,
    body: Body,
    *,
    title: str,
    use: StandingUse = StandingUse.OTHER,
    comes_last: bool = False,
) -> StandingItem:
    """Let an item come onto every new agenda of a body. Those already made stay as they are."""
    kept = StandingItem.objects.filter(body=body, ended_on=None, title=title.strip())
    require(rules.may_keep_standing(actor.duties, title=title, is_kept=kept.exists()))
    made = StandingItem.objects.create(
        body=body, title=title.strip(), use=use, comes_last=comes_last
    )
    record(actor, "steering.standing_item_kept", object=made.public_id)
    return made


def end_standing(actor: Actor, standing: StandingItem, *, today: date) -> StandingItem:
    """Let an item come back no more."""
    require(rules.may_end_standing(actor.duties, is_ended=standing.ended_on is not None))
    standing.ended_on = today
    standing.save(update_fields=["ended_on"])
    record(actor, "steering.standing_item_ended", object=standing.public_id)
    return standing


def _write_preparation(
    actor: Actor,
    item: AgendaItem,
    *,
    prepared_by: Body | None = None,
    background: str,
    proposal: str,
    heard: str = "",
) -> Preparation:
    matter = item.first or item
    earlier = Preparation.objects.filter(matter=matter).aggregate(last=Max("number"))["last"]
    return Preparation.objects.create(
        matter=matter,
        number=(earlier or 0) + 1,
        prepared_by=prepared_by,
        background=background.strip(),
        proposal=proposal.strip(),
        heard=heard.strip(),
        by_id=actor.person_id,
    )
