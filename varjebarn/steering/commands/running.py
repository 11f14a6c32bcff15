"""A meeting written down in one step: who was there, and what became of every item."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering import rules
from varjebarn.steering.commands.agenda import send_back
from varjebarn.steering.commands.bodies import appoint_member
from varjebarn.steering.commands.decisions import record_decision
from varjebarn.steering.commands.meetings import (
    StandIns,
    close_item,
    hold_meeting,
    postpone_item,
)
from varjebarn.steering.commands.minutes import begin_minutes, empty_draft
from varjebarn.steering.commands.planning import change_meeting
from varjebarn.steering.commands.report_backs import ask_report_back
from varjebarn.steering.models import AgendaItem, Meeting, Membership, Outcome, Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody who was there and has no seat; perhaps instead of somebody who has."""

    name: str
    organisation: UUID
    instead_of: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision at an item."""

    wording: str
    responsible: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question to every organisation, at an item."""

    question: str
    due: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemResult:
    """What became of one item. `said` goes to the minutes; `reason` tells why it waits."""

    item: AgendaItem
    outcome: Outcome
    said: str = ""
    reason: str = ""
    decisions: tuple[Decided, ...] = ()
    asked: Asked | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lasted:
    """When a meeting began and ended, and who led it if it wasn't the body's chair."""

    starts: time
    ends: time
    chair: Membership | None = None


def run_meeting(  # noqa: PLR0913 - a meeting has this many sides
    actor: Actor,
    meeting: Meeting,
    *,
    present: Sequence[Membership],
    absent: Sequence[Membership],
    stand_ins: StandIns,
    results: Sequence[ItemResult],
    guests: Sequence[Guest] = (),
    opening: str = "",
    lasted: Lasted | None = None,
    next_meeting: Meeting | None,
    today: date,
) -> Meeting:
    """Write down a meeting and its minutes, all or nothing. Postponed items follow to `next_meeting`.

    `lasted` tells when and under whom it was, if that differs from what was planned. A guest gets an
    adjunct's seat for that day; what was sent back waits to be prepared again.
    Raises Refused with the first rule's no.
    """
    is_moving = any(one.outcome == Outcome.POSTPONED for one in results)
    require(rules.may_run(actor.duties, is_moving=is_moving, has_next=next_meeting is not None))
    if lasted is not None:
        change_meeting(
            actor,
            meeting,
            on=meeting.date,
            starts=lasted.starts,
            ends=lasted.ends,
            place=meeting.place,
            digital=meeting.digital,
            chair=lasted.chair,
        )
    seats = {guest.name: _seat_for(actor, meeting, guest) for guest in guests}
    instead = {seats[guest.name].pk: guest.instead_of for guest in guests if guest.instead_of}
    hold_meeting(
        actor,
        meeting,
        present=[*present, *seats.values()],
        absent=absent,
        stand_ins={**stand_ins, **instead},
        today=today,
    )
    for one in results:
        one.item.meeting = meeting  # the same row, and held by now
        _close(actor, one, next_meeting)
    texts: dict[int | None, str] = {one.item.pk: one.said for one in results}
    begin_minutes(actor, meeting, texts={None: opening, **texts})
    empty_draft(actor, meeting)
    return meeting


def _seat_for(actor: Actor, meeting: Meeting, guest: Guest) -> Membership:
    return appoint_member(
        actor,
        meeting.body,
        organisation=guest.organisation,
        seat=Seat.ADJUNCT,
        valid_from=meeting.date,
        valid_to=meeting.date + timedelta(days=1),
        name=guest.name,
    )


def _close(actor: Actor, one: ItemResult, next_meeting: Meeting | None) -> None:
    if one.asked is not None:
        ask_report_back(actor, one.item, question=one.asked.question, due=one.asked.due)
    if one.outcome == Outcome.POSTPONED and next_meeting is not None:
        postpone_item(actor, one.item, to=next_meeting, reason=one.reason)
    elif one.outcome == Outcome.DECIDED:
        wordings = [decided.wording for decided in one.decisions]
        for decided in one.decisions:
            record_decision(
                actor,
                one.item,
                wording=decided.wording,
                responsible=decided.responsible,
                due=decided.due,
                together_with=wordings,
            )
    else:
        close_item(actor, one.item, outcome=one.outcome)
        if one.outcome == Outcome.SENT_BACK:
            send_back(actor, one.item)
