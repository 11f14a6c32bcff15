"""A matter's path, what is proposed, and what stands on every agenda."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.steering.minuted import MatterPage, PreparationLine, ProposedLine, StandingLine
from varjebarn.steering.models import (
    AgendaItem,
    Body,
    ItemProposal,
    Meeting,
    MeetingState,
    Preparation,
    ProposalState,
    StandingItem,
)
from varjebarn.steering.queries.lines import item_line, meeting_line
from varjebarn.steering.queries.meetings import agenda, decision_lines
from varjebarn.steering.queries.seats import holds_seat
from varjebarn.steering.rules import WithdrawFacts, may_withdraw_proposal
from varjebarn.steering.values import MeetingLine, Named


def matter_page(item: UUID, *, on: date) -> MatterPage:
    """Read an item with the whole path of its matter, in five statements. Public."""
    found = AgendaItem.objects.select_related("meeting__body").get(public_id=item)
    root = found.first_id or found.pk
    chain = Q(pk=root) | Q(first_id=root)
    decisions = decision_lines(Q(item__in=AgendaItem.objects.filter(chain)))
    steps = tuple(
        item_line(one, on=one.meeting.date if one.outcome else on, decisions=decisions)
        for one in agenda(chain)
    )
    body = found.meeting.body
    prepared = Preparation.objects.filter(matter_id=root).select_related("prepared_by")
    return MatterPage(
        item=next(one for one in steps if one.id == item),
        body=Named(id=body.public_id, name=body.name),
        is_meeting_planned=found.meeting.state == MeetingState.PLANNED,
        preparations=tuple(_preparation(one) for one in prepared.order_by("-number")),
        steps=steps,
    )


def may_see_proposals(actor: Actor | None, body: UUID, *, on: date) -> bool:
    """Whether somebody is of those who propose items to a body: its members and the county's own."""
    if actor is None:
        return False
    found = Body.objects.get(public_id=body)
    return Duty.COUNTY in actor.duties or holds_seat(actor, found.pk, on)


def proposed_items(actor: Actor, body: UUID) -> tuple[ProposedLine, ...]:
    """List what is proposed to a body, the waiting first. Others than those who may see get none."""
    record(actor, "steering.proposals.read", object=body)
    found = ItemProposal.objects.filter(body__public_id=body).select_related("item__meeting__call")
    lines = [
        _proposed(one, may_withdraw=bool(may_withdraw_proposal(withdraw_facts(actor, one))))
        for one in found.order_by("-at")
    ]
    return tuple(sorted(lines, key=lambda line: line.state != ProposalState.WAITING))


def open_proposal(proposal: UUID) -> ItemProposal:
    """Open a proposed item to act on."""
    return ItemProposal.objects.select_related(
        "body", "again__meeting", "again__first", "item__meeting__call"
    ).get(public_id=proposal)


def withdraw_facts(actor: Actor, proposed: ItemProposal) -> WithdrawFacts:
    """Tell what the rule asks of taking it back. Needs `item__meeting__call`."""
    item = proposed.item
    return WithdrawFacts(
        is_own=proposed.by_id == actor.person_id,
        is_live=proposed.state in {ProposalState.WAITING, ProposalState.PLACED},
        is_closed=item is not None
        and (item.outcome != "" or item.meeting.state != MeetingState.PLANNED),
        is_called=item is not None and hasattr(item.meeting, "call"),
    )


def planned_meetings(body: UUID) -> tuple[MeetingLine, ...]:
    """List a body's meetings still to be held."""
    found = Meeting.objects.filter(body__public_id=body, state=MeetingState.PLANNED)
    return tuple(meeting_line(one) for one in found.select_related("body").order_by("date"))


def standing_items(body: UUID) -> tuple[StandingLine, ...]:
    """List what comes onto every new agenda of a body, in its order."""
    kept = StandingItem.objects.filter(body__public_id=body, ended_on=None)
    return tuple(
        StandingLine(id=one.public_id, title=one.title, use=one.use, comes_last=one.comes_last)
        for one in kept.order_by("comes_last", "pk")
    )


def open_standing(standing: UUID) -> StandingItem:
    """Open a standing item to act on."""
    return StandingItem.objects.select_related("body").get(public_id=standing)


def _preparation(one: Preparation) -> PreparationLine:
    by = one.prepared_by
    return PreparationLine(
        number=one.number,
        prepared_by=None if by is None else Named(id=by.public_id, name=by.name),
        background=one.background,
        proposal=one.proposal,
        heard=one.heard,
        at=one.at,
    )


def _proposed(one: ItemProposal, *, may_withdraw: bool) -> ProposedLine:
    return ProposedLine(
        id=one.public_id,
        title=one.title,
        kind=one.kind,
        raised_by=one.raised_by,
        raised_by_name=one.raised_by_name,
        background=one.background,
        proposal=one.proposal,
        at=one.at,
        state=one.state,
        reason=one.reason,
        item=None if one.item is None else one.item.public_id,
        is_again=one.again_id is not None,
        may_withdraw=may_withdraw,
    )
