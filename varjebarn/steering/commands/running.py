"""A meeting written down in one step: who was there, and what became of every item."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering import rules
from varjebarn.steering.commands.bodies import appoint_member
from varjebarn.steering.commands.decisions import record_decision
from varjebarn.steering.commands.meetings import close_item, hold_meeting, postpone_item
from varjebarn.steering.models import AgendaItem, Meeting, Membership, Outcome, Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody who was there and has no seat."""

    name: str
    organisation: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemResult:
    """What became of one item. `wording` is the decision's; `note` is what was said, or why it waits."""

    item: AgendaItem
    outcome: Outcome
    note: str = ""
    wording: str = ""
    responsible: str = ""
    due: date | None = None


def run_meeting(  # noqa: PLR0913 - a meeting has this many sides
    actor: Actor,
    meeting: Meeting,
    *,
    present: Sequence[Membership],
    absent: Sequence[Membership],
    stand_ins: Mapping[int, Membership],
    results: Sequence[ItemResult],
    guests: Sequence[Guest] = (),
    next_meeting: Meeting | None,
    today: date,
) -> Meeting:
    """Write down a meeting, all or nothing. Postponed items follow to `next_meeting`.

    A guest gets an adjunct's seat for that day. Raises Refused with the first rule's no.
    """
    is_moving = any(one.outcome == Outcome.POSTPONED for one in results)
    require(rules.may_run(actor.duties, is_moving=is_moving, has_next=next_meeting is not None))
    seats = [
        appoint_member(
            actor,
            meeting.body,
            organisation=guest.organisation,
            seat=Seat.ADJUNCT,
            valid_from=meeting.date,
            valid_to=meeting.date + timedelta(days=1),
            name=guest.name,
        )
        for guest in guests
    ]
    hold_meeting(
        actor, meeting, present=[*present, *seats], absent=absent, stand_ins=stand_ins, today=today
    )
    for one in results:
        one.item.meeting = meeting  # the same row, and held by now
        _close(actor, one, next_meeting)
    return meeting


def _close(actor: Actor, one: ItemResult, next_meeting: Meeting | None) -> None:
    if one.outcome == Outcome.POSTPONED and next_meeting is not None:
        postpone_item(actor, one.item, to=next_meeting, reason=one.note)
    elif one.outcome == Outcome.DECIDED:
        record_decision(
            actor,
            one.item,
            wording=one.wording,
            note=one.note,
            responsible=one.responsible,
            due=one.due,
        )
    else:
        close_item(actor, one.item, outcome=one.outcome, note=one.note)
