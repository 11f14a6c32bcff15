"""Who is called to a meeting, by which address, and what has gone out."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.steering.models import (
    Call,
    CallLetter,
    Meeting,
    MeetingState,
    MemberAddress,
    Membership,
)
from varjebarn.steering.queries.lines import meeting_line
from varjebarn.steering.values import MeetingLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A seat and where it is mailed. `sent_at` is None for who has got nothing."""

    seat: UUID
    name: str
    body: str
    organisation: str
    address: str
    wants_mail: bool
    sent_at: datetime | None = None
    is_cancelled: bool = False
    failed: int = 0

    @property
    def is_mailed(self) -> bool:
        """Whether mail goes to this seat."""
        return bool(self.address) and self.wants_mail


@dataclass(frozen=True, slots=True, kw_only=True)
class CallPage:
    """A meeting, whether its body has been called to it, and whom the mail goes to."""

    meeting: MeetingLine
    called_at: datetime | None
    addressees: tuple[Addressee, ...]
    others_uncalled: int


def call_page(actor: Actor, meeting: UUID, *, on: date) -> CallPage:
    """Read how things stand with the call to a meeting. For the duty county: others see no call."""
    found = Meeting.objects.select_related("body").get(public_id=meeting)
    record(actor, "steering.addresses_read", object=found.body.public_id)
    call = Call.objects.filter(meeting=found).first()
    told = {
        one.membership_id: one
        for one in (CallLetter.objects.filter(call=call) if call else CallLetter.objects.none())
    }
    uncalled = Meeting.objects.filter(
        body=found.body, state=MeetingState.PLANNED, date__gte=on, call=None
    ).exclude(pk=found.pk)
    return CallPage(
        meeting=meeting_line(found),
        called_at=None if call is None else call.at,
        addressees=tuple(
            _addressee(seat, told.get(seat.pk)) for seat in _seats(found.body_id, found.date)
        ),
        others_uncalled=uncalled.count(),
    )


def addresses_of_body(actor: Actor, body: UUID, *, on: date) -> tuple[Addressee, ...]:
    """List the seats of a body from a day on, with where they are mailed."""
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    seats = Membership.objects.filter(sitting, body__public_id=body)
    record(actor, "steering.addresses_read", object=body)
    return tuple(_addressee(seat, None) for seat in _with_address(seats))


def my_meeting_mail(actor: Actor, *, on: date) -> tuple[Addressee, ...]:
    """List the acting person's own seats that have an address."""
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    seats = Membership.objects.filter(
        sitting, person_id=actor.person_id, mailed__isnull=False
    ).exclude(mailed__address="")
    return tuple(_addressee(seat, None) for seat in _with_address(seats))


def _seats(body_id: int, on: date) -> list[Membership]:
    sitting = Q(valid_to=None) | Q(valid_to__gt=on)
    return _with_address(Membership.objects.filter(sitting, body_id=body_id, valid_from__lte=on))


def _with_address(seats: QuerySet[Membership]) -> list[Membership]:
    mailed = Prefetch(
        "mailed", MemberAddress.objects.only("membership_id", "address", "wants_mail")
    )
    found = seats.select_related("organisation", "body").prefetch_related(mailed)
    return list(found.order_by("organisation__name", "name"))


def _addressee(seat: Membership, told: CallLetter | None) -> Addressee:
    mailed: MemberAddress | None = getattr(seat, "mailed", None)
    return Addressee(
        seat=seat.public_id,
        name=seat.name,
        body=seat.body.name,
        organisation=seat.organisation.name,
        address="" if mailed is None else mailed.address,
        wants_mail=mailed is None or mailed.wants_mail,
        sent_at=None if told is None else told.sent_at,
        is_cancelled=told is not None and told.is_cancelled,
        failed=0 if told is None else told.tries,
    )
