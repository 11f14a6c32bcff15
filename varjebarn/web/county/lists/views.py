"""All meetings, of all bodies: planned and held, year by year."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from varjebarn.steering.queries import meeting_list
from varjebarn.web.county.lists.forms import PLANNED, MeetingsForm
from varjebarn.web.county.lists.pages import meetings_list_page


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """List meetings, narrowed by what the address says; what it can't say is left out."""
    today = timezone.localdate()
    asked = {name: request.GET[name] for name in ("grupp", "ar", "lage") if request.GET.get(name)}
    found = meeting_list.meetings_page(
        on=today,
        body=_uuid(asked.get("grupp", "")),
        year=_number(asked.get("ar", "")),
        is_held=None if "lage" not in asked else asked["lage"] != PLANNED,
        page=_number(request.GET.get("sida", "")) or 1,
    )
    here = reverse("county:meetings")
    page = meetings_list_page(found, address=lambda n: f"{here}?{urlencode(asked | {'sida': n})}")
    form = MeetingsForm(initial=asked, bodies=found.bodies, years=found.years)
    context = {"page": page, "filters": form, "is_narrowed": bool(asked)}
    return render(request, "county/lists/meetings.html", context)


def _uuid(words: str) -> UUID | None:
    try:
        return UUID(words)
    except ValueError:
        return None


def _number(words: str) -> int | None:
    return int(words) if words.isascii() and words.isdecimal() and len(words) < 5 else None  # noqa: PLR2004 - a year, or a page
