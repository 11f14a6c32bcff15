"""All meetings, page by page."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet

from varjebarn.steering.models import Body, Meeting, MeetingState
from varjebarn.steering.queries.lines import meeting_line
from varjebarn.steering.values import MeetingLine, Named

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsPage:
    """A page of the list, and what it can be narrowed by."""

    meetings: tuple[MeetingLine, ...]
    count: int
    page: int
    pages: int
    bodies: tuple[Named, ...]
    years: tuple[int, ...]


def meetings_page(
    *,
    on: date,
    body: UUID | None = None,
    year: int | None = None,
    is_held: bool | None = None,
    page: int = 1,
) -> MeetingsPage:
    """List meetings: of a body, of a year, held or planned. Four statements.

    Coming ones are listed with the next first, all others with the newest first. A page that is
    not there is the last one.
    """
    found = Meeting.objects.select_related("body")
    if body is not None:
        found = found.filter(body__public_id=body)
    if year is not None:
        found = found.filter(date__year=year)
    if is_held is not None:
        found = found.filter(state=MeetingState.HELD if is_held else MeetingState.PLANNED)
    pages = Paginator(_ordered(found, is_held=is_held), ON_A_PAGE)
    here = pages.get_page(page)
    years = Meeting.objects.order_by("-date__year").values_list("date__year", flat=True).distinct()
    return MeetingsPage(
        meetings=tuple(map(meeting_line, here.object_list)),
        count=pages.count,
        page=here.number,
        pages=pages.num_pages,
        bodies=tuple(
            Named(id=one.public_id, name=one.name) for one in Body.objects.order_by("name")
        ),
        years=tuple(sorted({*years, on.year}, reverse=True)),
    )


def _ordered(found: "QuerySet[Meeting]", *, is_held: bool | None) -> "QuerySet[Meeting]":
    order = "date" if is_held is False else "-date"
    return found.order_by(order, "body__name", "pk")
