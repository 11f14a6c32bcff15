"""A planned meeting changed or called off. What stood on its agenda moves on by itself."""

from datetime import date, time

from django.db.models import Max

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering import rules
from varjebarn.steering.commands.meetings import postpone_item
from varjebarn.steering.models import AgendaItem, Meeting, MeetingState, Membership
from varjebarn.steering.places import is_taken
from varjebarn.steering.queries.running import next_meeting


def change_meeting(
    actor: Actor,
    meeting: Meeting,
    *,
    on: date,
    starts: time,
    ends: time,
    place: str = "",
    digital: bool = False,
    chair: Membership | None = None,
) -> Meeting:
    """Give a planned meeting another day, time, place or chair. Its agenda stays as it is.

    Raises Refused, as when something was put off to it from a later day than the new one.
    """
    waits_from = AgendaItem.objects.filter(meeting=meeting).aggregate(
        last=Max("postponed_from__meeting__date")
    )["last"]
    facts = rules.ChangeFacts(
        is_held=meeting.state == MeetingState.HELD,
        is_cancelled=meeting.state == MeetingState.CANCELLED,
        starts=starts,
        ends=ends,
        on=on,
        is_day_taken=is_taken(meeting.body_id, on, by_other_than=meeting.pk),
        waits_from=waits_from,
        chair_has_seat=None if chair is None else _sits(chair, meeting.body_id, on),
    )
    require(rules.may_change_meeting(actor.duties, facts))
    meeting.date, meeting.starts, meeting.ends = on, starts, ends
    meeting.place, meeting.digital, meeting.chair = place.strip(), digital, chair
    meeting.save(update_fields=["date", "starts", "ends", "place", "digital", "chair"])
    record(actor, "steering.meeting_changed", object=meeting.public_id)
    return meeting


def cancel_meeting(actor: Actor, meeting: Meeting, *, reason: str) -> Meeting | None:
    """Call a meeting off. Its open items go to the body's next one, which is answered."""
    items = list(
        AgendaItem.objects.filter(meeting=meeting, outcome="", standing=None)
        .select_related("first", "meeting")
        .order_by("order")
    )
    later = next_meeting(meeting.body, after=meeting.date)
    require(
        rules.may_cancel(
            actor.duties,
            is_held=meeting.state == MeetingState.HELD,
            is_cancelled=meeting.state == MeetingState.CANCELLED,
            reason=reason,
            has_items=bool(items),
            has_next=later is not None,
        )
    )
    if later is not None:
        for item in items:
            postpone_item(actor, item, to=later, reason=reason)
    meeting.state, meeting.cancelled_because = MeetingState.CANCELLED, reason.strip()
    meeting.save(update_fields=["state", "cancelled_because"])
    record(actor, "steering.meeting_cancelled", object=meeting.public_id)
    return later


def _sits(seat: Membership, body_id: int, on: date) -> bool:
    return (
        seat.body_id == body_id
        and seat.valid_from <= on
        and (seat.valid_to is None or on < seat.valid_to)
    )
