"""The public register, window by window, for those who fetch it whole or what has changed.

Each function takes a constant number of statements. Nothing but what anybody may read is asked for,
whoever asks: a member who fetches gets no drafts.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from varjebarn.steering.models import (
    AgendaItem,
    Attendance,
    Body,
    Change,
    Meeting,
    MeetingPaper,
    MeetingState,
    Membership,
    Minutes,
    MinutesState,
    Presence,
)
from varjebarn.steering.queries.exported import (
    ExportedBody,
    ExportedGone,
    ExportedItem,
    ExportedMeeting,
    ExportedPaper,
    ExportedSeat,
    Part,
    Window,
)
from varjebarn.steering.queries.meetings import decision_lines
from varjebarn.steering.queries.papers import PaperLine, paper_line

PUBLIC_PAPERS = Q(published_on__isnull=False, withdrawn_on=None)
_MOMENTS = {
    "created_since": "came__gte",
    "created_until": "came__lt",
    "modified_since": "changed__gte",
    "modified_until": "changed__lt",
}


def exported_bodies(window: Window) -> Part[ExportedBody]:
    """Give bodies."""
    total, rows = _window(Body.objects.select_related("reports_to"), window)
    seats: dict[int, list[UUID]] = defaultdict(list)
    found = Membership.objects.filter(body__in=rows).order_by("pk")
    for body, seat in found.values_list("body_id", "public_id"):
        seats[body].append(seat)
    return Part(
        total=total,
        rows=tuple(
            ExportedBody(
                **_stamp(one),
                name=one.name,
                level=one.level,
                purpose=one.purpose,
                reports_to=None if one.reports_to is None else one.reports_to.public_id,
                seats=tuple(seats[one.pk]),
            )
            for one in rows
        ),
    )


def exported_seats(window: Window) -> Part[ExportedSeat]:
    """Give seats, past ones too."""
    total, rows = _window(Membership.objects.select_related("body", "organisation"), window)
    return Part(
        total=total,
        rows=tuple(
            ExportedSeat(
                **_stamp(one),
                body=one.body.public_id,
                name=one.name,
                title=one.title,
                organisation=one.organisation.name,
                seat=one.seat,
                since=one.valid_from,
                until=one.valid_to,
            )
            for one in rows
        ),
    )


def exported_meetings(window: Window) -> Part[ExportedMeeting]:
    """Give meetings with their agendas."""
    total, rows = _window(Meeting.objects.select_related("body"), window)
    items: dict[UUID, list[ExportedItem]] = defaultdict(list)
    for item in _items(_stamped(AgendaItem.objects.filter(meeting__in=rows))):
        items[item.meeting].append(item)
    papers = _papers(Q(meeting__in=rows, item=None))
    published = Minutes.objects.filter(meeting__in=rows, state=MinutesState.PUBLISHED)
    minuted = set(published.values_list("meeting_id", flat=True))
    present: dict[int, list[UUID]] = defaultdict(list)
    there = Attendance.objects.filter(meeting__in=rows, presence=Presence.PRESENT).order_by("pk")
    for meeting, seat in there.values_list("meeting_id", "membership__public_id"):
        present[meeting].append(seat)
    return Part(
        total=total,
        rows=tuple(
            ExportedMeeting(
                **_stamp(one),
                body=one.body.public_id,
                body_name=one.body.name,
                day=one.date,
                starts=one.starts,
                ends=one.ends,
                place=one.place,
                is_digital=one.digital,
                is_held=one.state == MeetingState.HELD,
                is_cancelled=one.state == MeetingState.CANCELLED,
                has_public_minutes=one.pk in minuted,
                present=tuple(present[one.pk]),
                items=tuple(items[one.public_id]),
                papers=tuple(papers[one.public_id]),
            )
            for one in rows
        ),
    )


def exported_items(window: Window) -> Part[ExportedItem]:
    """Give items of agendas."""
    total, rows = _window(AgendaItem.objects.select_related("meeting__body"), window)
    return Part(total=total, rows=tuple(_items(rows)))


def exported_papers(window: Window) -> Part[ExportedPaper | ExportedGone]:
    """Give published papers, without what they hold.

    Withdrawn ones come last, as gone: to whoever asks what has changed since, or for the one.
    """
    found = MeetingPaper.objects.filter(PUBLIC_PAPERS).defer("content", "content_hash")
    total, rows = _window(found.select_related("meeting__body", "item"), window)
    is_asked = window.modified_since is not None or (window.only is not None and not rows)
    gone = _gone(window) if is_asked else []
    after = max(0, window.first - total)
    live = (
        ExportedPaper(
            **_stamp(one),
            line=paper_line(one),
            meeting=one.meeting.public_id,
            body=one.meeting.body.public_id,
        )
        for one in rows
    )
    return Part(
        total=total + len(gone),
        rows=(*live, *gone[after : after + window.most - len(rows)]),
    )


def _gone(window: Window) -> list[ExportedGone]:
    """List the withdrawn papers that were open to all, in the order in which they went."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.papers_gone()")
        ids = [row[0] for row in cursor.fetchall()]
    noted = Change.objects.filter(object__in=ids).annotate(
        came=F("created_at"), changed=F("modified_at"), public_id=F("object")
    )
    found = noted.filter(**_wanted(window)).order_by("modified_at", "pk")
    return [ExportedGone(**_stamp(one)) for one in found]


def _items(found: Iterable[Any]) -> list[ExportedItem]:
    rows = list(found)
    decisions = defaultdict(list)
    for one in decision_lines(Q(item__in=rows)):
        decisions[one.item].append(one)
    papers = _papers(Q(item__in=rows))
    return [
        ExportedItem(
            **_stamp(one),
            meeting=one.meeting.public_id,
            body=one.meeting.body.public_id,
            order=one.order,
            title=one.title,
            kind=one.kind,
            outcome=one.outcome,
            note=one.note,
            decisions=tuple(reversed(decisions[one.public_id])),
            papers=tuple(papers[one.public_id]),
        )
        for one in rows
    ]


def _papers(wanted: Q) -> dict[UUID, list[PaperLine]]:
    """List published papers by the item, or the meeting, that they were laid at."""
    found = MeetingPaper.objects.filter(PUBLIC_PAPERS, wanted).defer("content", "content_hash")
    laid: dict[UUID, list[PaperLine]] = defaultdict(list)
    for one in found.select_related("item", "meeting").order_by("pk"):
        laid[(one.item or one.meeting).public_id].append(paper_line(one))
    return laid


def _stamped(found: QuerySet[Any]) -> QuerySet[Any]:
    noted = Change.objects.filter(object=OuterRef("public_id"))
    stamped: QuerySet[Any] = found.annotate(
        came=Subquery(noted.values("created_at")[:1]),
        changed=Subquery(noted.values("modified_at")[:1]),
    )
    if found.model is AgendaItem:
        return stamped.select_related("meeting__body").order_by("meeting_id", "order")
    return stamped.order_by("pk")


def _wanted(window: Window) -> dict[str, Any]:
    wanted = {
        lookup: getattr(window, name)
        for name, lookup in _MOMENTS.items()
        if getattr(window, name) is not None
    }
    return wanted if window.only is None else {**wanted, "public_id": window.only}


def _window(found: QuerySet[Any], window: Window) -> tuple[int, list[Any]]:
    rows = _stamped(found).filter(**_wanted(window))
    return rows.count(), list(rows[window.first : window.first + window.most])


def _stamp(row: Any) -> dict[str, Any]:
    return {"id": row.public_id, "created": row.came, "modified": row.changed}
