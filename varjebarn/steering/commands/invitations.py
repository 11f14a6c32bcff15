"""Calling a body to its meetings, and where its members are mailed."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering import rules
from varjebarn.steering.models import (
    Body,
    Call,
    Meeting,
    MeetingState,
    MemberAddress,
    Membership,
)


def call_to_meeting(actor: Actor, meeting: Meeting, *, today: date) -> Call:
    """Call the body to a meeting. The mail goes out afterwards, and again whenever it changes."""
    is_called = Call.objects.filter(meeting=meeting).exists()
    require(
        rules.may_call(
            actor.duties,
            is_planned=meeting.state == MeetingState.PLANNED,
            is_called=is_called,
            meeting_on=meeting.date,
            today=today,
        )
    )
    call = _call(actor, meeting)
    call.save()
    record(actor, "steering.meeting_called", object=meeting.public_id)
    return call


def call_to_all_meetings(actor: Actor, body: Body, *, today: date) -> int:
    """Call a body to all its planned meetings from today on. Answers how many it hadn't been called to."""
    coming = Meeting.objects.filter(
        body=body, state=MeetingState.PLANNED, date__gte=today, call=None
    ).order_by("date")
    return len([call_to_meeting(actor, meeting, today=today) for meeting in coming])


def keep_addresses(actor: Actor, body: Body, *, addresses: Mapping[UUID, str]) -> int:
    """Keep where members are mailed, by seat; those not named stay. Answers how many changed."""
    seats = {
        seat.public_id: seat
        for seat in Membership.objects.filter(body=body, public_id__in=list(addresses))
    }
    kept = dict(
        MemberAddress.objects.filter(membership__in=seats.values()).values_list(
            "membership_id", "address"
        )
    )
    changed = 0
    for which, typed in addresses.items():
        seat, address = seats[which], typed.strip()
        require(rules.may_keep_address(actor.duties, address=address))
        if address != kept.get(seat.pk, ""):
            _keep(seat, address, is_new=seat.pk not in kept)
            changed += 1
    if changed:
        record(actor, "steering.addresses_kept", object=body.public_id)
    return changed


def choose_meeting_mail(actor: Actor, membership: UUID, *, wants: bool) -> bool:
    """Say yes or no thanks to mail about a seat of one's own. Answers whether it is one's own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.choose_meeting_mail(%s, %s)", [membership, wants])
        done = bool(cursor.fetchone()[0])
    if done:
        record(actor, "steering.meeting_mail_chosen", object=membership)
    return done


def _keep(seat: Membership, address: str, *, is_new: bool) -> None:
    if is_new:
        MemberAddress.objects.create(membership=seat, address=address)
    else:
        MemberAddress.objects.filter(membership=seat).update(address=address)


def _call(actor: Actor, meeting: Meeting) -> Call:
    return Call(
        meeting=meeting,
        date=meeting.date,
        starts=meeting.starts,
        ends=meeting.ends,
        place=meeting.place,
        digital=meeting.digital,
        by_id=actor.person_id,
    )
