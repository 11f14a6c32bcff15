"""Meetings and their agenda: planned, held, and what became of each item."""

from collections.abc import Mapping, Sequence
from datetime import date, time

from django.db.models import Q

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering import rules
from varjebarn.steering.models import (
    AgendaItem,
    AlsoInsteadOf,
    Attendance,
    Body,
    ItemKind,
    Meeting,
    MeetingState,
    Membership,
    Outcome,
    Presence,
)
from varjebarn.steering.places import follow_up_item, is_taken, next_place, put_standing_items

StandIns = Mapping[int, Membership | Sequence[Membership]]


def plan_meeting(  # noqa: PLR0913 - a meeting has this many sides
    actor: Actor,
    body: Body,
    *,
    on: date,
    starts: time,
    ends: time,
    place: str = "",
    digital: bool = False,
    extra: bool = False,
    is_past: bool = False,
) -> Meeting:
    """Plan a meeting of a body. Its standing items come onto the agenda, unless it is long past."""
    is_day_taken = is_taken(body.pk, on)
    require(rules.may_plan(actor.duties, starts=starts, ends=ends, is_day_taken=is_day_taken))
    meeting = Meeting.objects.create(
        body=body,
        date=on,
        starts=starts,
        ends=ends,
        place=place.strip(),
        digital=digital,
        extra=extra,
    )
    if not is_past:
        put_standing_items(meeting)
    record(actor, "steering.meeting_planned", object=meeting.public_id)
    return meeting


def hold_meeting(
    actor: Actor,
    meeting: Meeting,
    *,
    present: Sequence[Membership],
    absent: Sequence[Membership] = (),
    stand_ins: StandIns | None = None,
    today: date,
) -> Meeting:
    """Write down who was there. `stand_ins`: a present seat's key, and the seats it stood in for."""
    stood_in_for = {key: _several(seats) for key, seats in (stand_ins or {}).items()}
    roll = rules.Roll(
        present=tuple(seat.pk for seat in present),
        absent=tuple(seat.pk for seat in absent),
        seats_that_day=frozenset(_seats_on(meeting)),
        stood_in_for=frozenset(seat.pk for seats in stood_in_for.values() for seat in seats),
    )
    is_held = meeting.state == MeetingState.HELD
    require(
        rules.may_hold(
            actor.duties,
            is_held=is_held,
            is_cancelled=meeting.state == MeetingState.CANCELLED,
            meeting_on=meeting.date,
            today=today,
            roll=roll,
        )
    )
    Attendance.objects.bulk_create(
        Attendance(
            meeting=meeting,
            membership=seat,
            presence=presence,
            instead_of=next(iter(stood_in_for.get(seat.pk, ())), None),
        )
        for presence, seats in ((Presence.PRESENT, present), (Presence.ABSENT, absent))
        for seat in seats
    )
    _write_further(meeting, stood_in_for)
    meeting.state = MeetingState.HELD
    meeting.save(update_fields=["state"])
    record(actor, "steering.meeting_held", object=meeting.public_id)
    return meeting


def raise_item(
    actor: Actor,
    meeting: Meeting,
    *,
    title: str,
    kind: ItemKind,
    raised_by: str = "",
    raised_by_name: str = "",
) -> AgendaItem:
    """Put an item on a meeting's agenda: last, but before the standing ones that end it."""
    is_cancelled = meeting.state == MeetingState.CANCELLED
    require(rules.may_raise(actor.duties, title=title, is_cancelled=is_cancelled))
    item = AgendaItem.objects.create(
        meeting=meeting,
        order=next_place(meeting),
        title=title.strip(),
        kind=kind,
        raised_by=raised_by,
        raised_by_name=raised_by_name.strip(),
    )
    record(actor, "steering.item_raised", object=item.public_id)
    return item


def postpone_item(actor: Actor, item: AgendaItem, *, to: Meeting, reason: str) -> AgendaItem | None:
    """Move an item to a later meeting. Answers the follower, which keeps the matter's age.

    A standing item has none: it stands on the later agenda already.
    """
    facts = rules.PostponeFacts(
        is_closed=bool(item.outcome),
        reason=reason,
        from_day=item.meeting.date,
        to_day=to.date,
        is_same_body=to.body_id == item.meeting.body_id,
        is_target_held=to.state == MeetingState.HELD,
        is_target_cancelled=to.state == MeetingState.CANCELLED,
    )
    require(rules.may_postpone(actor.duties, facts))
    _close(item, Outcome.POSTPONED, reason)
    follower = None if item.standing_id is not None else follow_up_item(item, to)
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


def _several(seats: Membership | Sequence[Membership]) -> tuple[Membership, ...]:
    return (seats,) if isinstance(seats, Membership) else tuple(seats)


def _write_further(meeting: Meeting, stood_in_for: Mapping[int, Sequence[Membership]]) -> None:
    """Write down the second and further seats that one person stood in for."""
    further = {key: seats[1:] for key, seats in stood_in_for.items() if len(seats) > 1}
    if further:
        found = Attendance.objects.filter(meeting=meeting, membership_id__in=further)
        AlsoInsteadOf.objects.bulk_create(
            AlsoInsteadOf(attendance=row, membership=seat)
            for row in found
            for seat in further[row.membership_id]
        )


def _seats_on(meeting: Meeting) -> list[int]:
    sitting = Q(valid_to=None) | Q(valid_to__gt=meeting.date)
    found = Membership.objects.filter(
        sitting, body_id=meeting.body_id, valid_from__lte=meeting.date
    )
    return list(found.values_list("pk", flat=True))
