"""A meeting that was held before the register was kept, taken in from its minutes after a look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering import rules
from varjebarn.steering.commands.bodies import appoint_member
from varjebarn.steering.commands.decisions import record_decision
from varjebarn.steering.commands.meetings import (
    close_item,
    hold_meeting,
    plan_meeting,
    postpone_item,
    raise_item,
)
from varjebarn.steering.models import Body, ItemKind, Meeting, Membership, Outcome, Seat
from varjebarn.steering.queries.opening import seats_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """Somebody who was there, or not, as the minutes say; `instead_of` are names."""

    name: str
    organisation: UUID
    instead_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PastItem:
    """One matter and what became of it; several decisions make several records."""

    title: str
    outcome: Outcome
    decisions: tuple[str, ...] = ()
    note: str = ""


def take_in_minutes(  # noqa: PLR0913 - a meeting has this many sides
    actor: Actor,
    body: Body,
    *,
    on: date,
    starts: time,
    ends: time,
    place: str,
    present: Sequence[Attended],
    absent: Sequence[Attended],
    items: Sequence[PastItem],
    next_meeting: Meeting | None,
    today: date,
) -> Meeting:
    """Make a held meeting out of what somebody has read and accepted, all or nothing.

    Whoever had no seat that day gets an adjunct's for it. Raises Refused, as when the body met that day already.
    """
    is_moving = any(item.outcome == Outcome.POSTPONED for item in items)
    require(rules.may_run(actor.duties, is_moving=is_moving, has_next=next_meeting is not None))
    meeting = plan_meeting(actor, body, on=on, starts=starts, ends=ends, place=place, is_past=True)
    roll = _Roll(actor, body, on)
    there = [roll.seat(one) for one in present]
    away = [roll.seat(one) for one in absent]
    stand_ins = {
        seat.pk: [roll.named(name, one.organisation) for name in one.instead_of]
        for seat, one in zip(there, present, strict=True)
        if one.instead_of
    }
    hold_meeting(actor, meeting, present=there, absent=away, stand_ins=stand_ins, today=today)
    for item in items:
        _take_in_item(actor, meeting, item, next_meeting)
    return meeting


class _Roll:
    """The seats of one day by name, with a seat made for whoever lacks one."""

    def __init__(self, actor: Actor, body: Body, on: date) -> None:
        self.actor, self.body, self.on = actor, body, on
        self.seats = {seat.name.casefold(): seat for seat in seats_on(body.public_id, on)}

    def seat(self, one: Attended) -> Membership:
        return self.named(one.name, one.organisation)

    def named(self, name: str, organisation: UUID) -> Membership:
        key = name.strip().casefold()
        if key not in self.seats:
            self.seats[key] = appoint_member(
                self.actor,
                self.body,
                organisation=organisation,
                seat=Seat.ADJUNCT,
                valid_from=self.on,
                valid_to=self.on + timedelta(days=1),
                name=name,
            )
        return self.seats[key]


def _take_in_item(
    actor: Actor, meeting: Meeting, item: PastItem, next_meeting: Meeting | None
) -> None:
    kind = ItemKind.DECISION if item.decisions else ItemKind.DISCUSSION
    made = raise_item(actor, meeting, title=item.title, kind=kind)
    if item.outcome == Outcome.POSTPONED and next_meeting is not None:
        postpone_item(actor, made, to=next_meeting, reason=item.note or item.title)
    elif item.decisions:
        for wording in item.decisions:
            record_decision(actor, made, wording=wording, note=item.note)
    else:
        close_item(actor, made, outcome=item.outcome, note=item.note)
