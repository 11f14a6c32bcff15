"""What lies nearest to somebody in the county's work: a group of theirs, its next meeting and its last."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, Q, Value, When

from varjebarn.kernel.actors import Actor
from varjebarn.steering.models import Body, Level, Meeting, MeetingState
from varjebarn.steering.queries.membership import my_bodies

TOP_FIRST = Case(
    When(level=Level.STRATEGIC, then=Value(0)),
    When(level=Level.TACTICAL, then=Value(1)),
    default=Value(2),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearest:
    """A group with its next and its last meeting; None for what there is none of.

    `sits` is whether the acting person has a seat, in that group or another.
    """

    body: UUID | None
    next: UUID | None
    last: UUID | None
    sits: bool


def nearest(actor: Actor | None, *, on: date) -> Nearest:
    """Find the group where somebody sits, the top one if there are several or none. At most four statements."""
    mine = frozenset() if actor is None else my_bodies(actor, on)
    working = Body.objects.filter(Q(ended_on=None) | Q(ended_on__gt=on))
    if mine:
        working = working.filter(pk__in=mine)
    body = working.order_by(TOP_FIRST, "name").first()
    meetings = Meeting.objects.none() if body is None else Meeting.objects.filter(body=body)
    coming = meetings.filter(state=MeetingState.PLANNED, date__gte=on).order_by("date", "pk")
    held = meetings.filter(state=MeetingState.HELD).order_by("-date", "-pk")
    return Nearest(
        body=None if body is None else body.public_id,
        next=coming.values_list("public_id", flat=True).first(),
        last=held.values_list("public_id", flat=True).first(),
        sits=bool(mine),
    )
