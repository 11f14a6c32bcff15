"""Meetings and their agenda: planned, held, and what became of each item."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from django.db.models import Max, Q

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering import rules
from varjebarn.steering.models import (
    AgendaItem,
    Attendance,
    Body,
    ItemKind,
    Meeting,
    MeetingState,
    Membership,
    Outcome,
    Presence,
)


def plan_meeting(
    actor: Actor,
    body: Body,
    *,
    on: date,
    starts: time,
    ends: time,
    place: str = "",
    digital: bool = False,
) -> Meeting:
    """Plan a meeting of a body."""
    is_day_taken = Meeting.objects.filter(body=body, date=on).exists()
    require(rules.may_plan(actor.duties, starts=starts, ends=ends, is_day_taken=is_day_taken))
    meeting = Meeting.objects.create(
        body=body, date=on, starts=starts, ends=ends, place=place.strip(), digital=digital
    )
    record(actor, "steering.meeting_planned", object=meeting.public_id)
    return meeting


def hold_meeting(
    actor: Actor,
    meeting: Meeting,
    *,
    present: Sequence[Membership],
    absent: Sequence[Membership] = (),
    stand_ins: Mapping[int, Membership] | None = None,
    today: date,
) -> Meeting:
    """Write down who was there. `stand_ins`: a present seat's key, and whom it stood in for."""
    stood_in_for = stand_ins or {}
    roll = rules.Roll(
        present=tuple(seat.pk for seat in present),
        absent=tuple(seat.pk for seat in absent),
        seats_that_day=frozenset(_seats_on(meeting)),
        stood_in_for=frozenset(seat.pk for seat in stood_in_for.values()),
    )
    is_held = meeting.state == MeetingState.HELD
    require(
        rules.may_hold(
            actor.duties, is_held=is_held, meeting_on=meeting.date, today=today, roll=roll
        )
    )
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            membership=seat,
            presence=presence,
            instead_of=stood_in_for.get(seat.pk) if presence == Presence.PRESENT else None,
        )
        for presence, seats in ((Presence.PRESENT, present), (Presence.ABSENT, absent))
        for seat in seats
    )
    meeting.state = MeetingState.HELD
    meeting.save(update_fields=["state"])
    record(actor, "steering.meeting_held", object=meeting.public_id)
    return meeting


def raise_item(actor: Actor, meeting: Meeting, *, title: str, kind: ItemKind) -> AgendaItem:
    """Put an item last on a meeting's agenda."""
    require(rules.may_raise(actor.duties, title=title))
    item = AgendaItem.objects.create(
        meeting=meeting, order=_next_place(meeting), title=title.strip(), kind=kind
    )
    record(actor, "steering.item_raised", object=item.public_id)
    return item


def postpone_item(actor: Actor, item: AgendaItem, *, to: Meeting, reason: str) -> AgendaItem:
    """Move an item to a later meeting. Answers the follower, which keeps the matter's age."""
    facts = rules.PostponeFacts(
        is_closed=bool(item.outcome),
        reason=reason,
        from_day=item.meeting.date,
        to_day=to.date,
        is_same_body=to.body_id == item.meeting.body_id,
        is_target_held=to.state == MeetingState.HELD,
    )
    require(rules.may_postpone(actor.duties, facts))
    _close(item, Outcome.POSTPONED, reason)
    follower = AgendaItem.objects.create(
        meeting=to,
        order=_next_place(to),
        title=item.title,
        kind=item.kind,
        postponed_from=item,
        first=item.first or item,
    )
    record(actor, "steering.item_postponed", object=item.public_id)
    return follower


def close_item(actor: Actor, item: AgendaItem, *, outcome: Outcome, note: str = "") -> AgendaItem:
    """Say what became of an item."""
    is_held = item.meeting.state == MeetingState.HELD
    require(
        rules.may_close(
            actor.duties, is_closed=bool(item.outcome), is_held=is_held, outcome=outcome
        )
    )
    _close(item, outcome, note)
    record(actor, "steering.item_closed", object=item.public_id)
    return item


def _close(item: AgendaItem, outcome: Outcome, note: str) -> None:
    item.outcome, item.note = outcome, note.strip()
    item.save(update_fields=["outcome", "note"])


def _next_place(meeting: Meeting) -> int:
    last = AgendaItem.objects.filter(meeting=meeting).aggregate(last=Max("order"))["last"]
    return (last or 0) + 1


def _seats_on(meeting: Meeting) -> list[int]:
    sitting = Q(valid_to=None) | Q(valid_to__gt=meeting.date)
    found = Membership.objects.filter(
        sitting, body_id=meeting.body_id, valid_from__lte=meeting.date
    )
    return list(found.values_list("pk", flat=True))
