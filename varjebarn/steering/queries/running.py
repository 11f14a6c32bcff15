"""What is needed to write down a meeting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.organisations.models import Organisation
from varjebarn.steering.models import (
    AgendaItem,
    Body,
    Meeting,
    MeetingState,
    Membership,
    Preparation,
)
from varjebarn.steering.queries.opening import open_meeting, seats_on
from varjebarn.steering.values import Named


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCall:
    """A meeting with its seats that day, its open items, and where what is put off can go."""

    meeting: Meeting
    seats: tuple[Membership, ...]
    items: tuple[AgendaItem, ...]
    proposals: Mapping[int, str]
    next_meeting: Meeting | None
    organisations: tuple[Named, ...]

    @property
    def is_held(self) -> bool:
        """Whether it has been written down already."""
        return self.meeting.state == MeetingState.HELD

    @property
    def is_planned(self) -> bool:
        """Whether it is still to be held."""
        return self.meeting.state == MeetingState.PLANNED

    def proposal_for(self, item: AgendaItem) -> str:
        """Give the decision proposed at an item, or nothing."""
        return self.proposals.get(item.first_id or item.pk, "")


def roll_call(meeting: UUID) -> RollCall:
    """Read what is needed to write down a meeting. Six statements; raises DoesNotExist."""
    found = open_meeting(meeting)
    open_items = AgendaItem.objects.filter(meeting=found, outcome="")
    items = tuple(open_items.select_related("first", "standing").order_by("order"))
    return RollCall(
        meeting=found,
        seats=tuple(seats_on(found.body.public_id, found.date)),
        items=items,
        proposals=proposals_for(items),
        next_meeting=next_meeting(found.body, after=found.date),
        organisations=organisations(),
    )


def proposals_for(items: Iterable[AgendaItem]) -> dict[int, str]:
    """Give the newest proposed decision by the key of the matter's first item."""
    matters = [item.first_id or item.pk for item in items]
    found = Preparation.objects.filter(matter_id__in=matters).order_by("number")
    return dict(found.values_list("matter_id", "proposal"))


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
