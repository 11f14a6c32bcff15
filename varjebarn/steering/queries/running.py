"""What is needed to write down a meeting."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.organisations.models import Organisation
from varjebarn.steering.models import AgendaItem, Body, Meeting, MeetingState, Membership
from varjebarn.steering.queries.opening import open_meeting, seats_on
from varjebarn.steering.values import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCall:
    """A meeting with its seats that day, its open items, and where what is put off can go."""

    meeting: Meeting
    seats: tuple[Membership, ...]
    items: tuple[AgendaItem, ...]
    next_meeting: Meeting | None
    organisations: tuple[Named, ...]

    @property
    def is_held(self) -> bool:
        """Whether it has been written down already."""
        return self.meeting.state == MeetingState.HELD


def roll_call(meeting: UUID) -> RollCall:
    """Read what is needed to write down a meeting. Five statements; raises DoesNotExist."""
    found = open_meeting(meeting)
    items = AgendaItem.objects.filter(meeting=found, outcome="").select_related("first")
    return RollCall(
        meeting=found,
        seats=tuple(seats_on(found.body.public_id, found.date)),
        items=tuple(items.order_by("order")),
        next_meeting=next_meeting(found.body, after=found.date),
        organisations=organisations(),
    )


def next_meeting(body: Body, *, after: date) -> Meeting | None:
    """Find the first meeting of a body after a day that is still to be held."""
    later = Meeting.objects.filter(body=body, state=MeetingState.PLANNED, date__gt=after)
    return later.select_related("body").order_by("date").first()


def organisations() -> tuple[Named, ...]:
    """List all organisations, for choosing where somebody comes from."""
    found = Organisation.objects.order_by("name")
    return tuple(Named(id=one.public_id, name=one.name) for one in found)


def bodies() -> tuple[Named, ...]:
    """List all bodies, for choosing whose minutes they are."""
    found = Body.objects.order_by("name")
    return tuple(Named(id=one.public_id, name=one.name) for one in found)
