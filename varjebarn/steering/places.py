"""Places on an agenda, and days: where a new item stands, what comes there by itself, what is taken."""

from datetime import date

from django.db.models import F

from varjebarn.steering.models import (
    AgendaItem,
    ItemKind,
    Meeting,
    MeetingState,
    StandingItem,
)


def next_place(meeting: Meeting) -> int:
    """Give the place for a new item, moving the standing ones that end the agenda one step down."""
    rows = list(
        AgendaItem.objects.filter(meeting=meeting)
        .order_by("order")
        .values_list("pk", "order", "standing__comes_last")
    )
    ending: list[tuple[int, int]] = []
    if meeting.state == MeetingState.PLANNED:
        for key, order, comes_last in reversed(rows):
            if not comes_last:
                break
            ending.append((key, order))
    if not ending:
        return rows[-1][1] + 1 if rows else 1
    AgendaItem.objects.filter(pk__in=[key for key, _ in ending]).update(order=F("order") + 1)
    return ending[-1][1]


def put_standing_items(meeting: Meeting) -> None:
    """Put a body's standing items on a new agenda: those that begin it, then those that end it."""
    kept = StandingItem.objects.filter(body_id=meeting.body_id, ended_on=None)
    AgendaItem.objects.bulk_create(
        AgendaItem(
            meeting=meeting, order=place, title=one.title, kind=ItemKind.STANDING, standing=one
        )
        for place, one in enumerate(kept.order_by("comes_last", "pk"), start=1)
    )


def follow_up_item(item: AgendaItem, to: Meeting, *, title: str = "") -> AgendaItem:
    """Let a matter stand on a later agenda, with its age and where it came from."""
    return AgendaItem.objects.create(
        meeting=to,
        order=next_place(to),
        title=title or item.title,
        kind=item.kind,
        postponed_from=item,
        first=item.first or item,
        raised_by=item.raised_by,
        raised_by_name=item.raised_by_name,
    )


def is_taken(body_id: int, on: date, *, by_other_than: int | None = None) -> bool:
    """Whether a body has another meeting on a day. One that was called off takes no day."""
    standing = Meeting.objects.filter(body_id=body_id, date=on).exclude(
        state=MeetingState.CANCELLED
    )
    return standing.exclude(pk=by_other_than or 0).exists()
