"""The list of meetings in words."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from varjebarn.steering.queries.meeting_list import MeetingsPage
from varjebarn.steering.values import MeetingLine
from varjebarn.web.county import words
from varjebarn.web.county.parts import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsListPage:
    """A page of the list."""

    rows: tuple[Row, ...]
    count: int
    page: int
    pages: int
    before_href: str
    after_href: str


def meetings_list_page(found: MeetingsPage, *, address: Callable[[int], str]) -> MeetingsListPage:
    """Put a page of meetings into words."""
    return MeetingsListPage(
        rows=tuple(map(_row, found.meetings)),
        count=found.count,
        page=found.page,
        pages=found.pages,
        before_href=address(found.page - 1) if found.page > 1 else "",
        after_href=address(found.page + 1) if found.page < found.pages else "",
    )


def _row(meeting: MeetingLine) -> Row:
    where = words.meeting_where(meeting)
    status, kind = _("Planerat"), "going"
    if meeting.is_held:
        status, kind = _("Genomfört"), "done"
    if meeting.is_cancelled:
        status, kind = _("Inställt"), "late"
    return Row(
        title=str(capfirst(words.meeting_when(meeting))),
        href=reverse("county:meeting", args=[meeting.id]),
        status=status,
        status_kind=kind,
        facts=(meeting.body.name, *((where,) if where else ())),
    )
