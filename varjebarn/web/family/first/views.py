"""The first page, and who has read."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from varjebarn.audit.queries import my_log
from varjebarn.audit.questions import my_questions
from varjebarn.disclosure.queries import family_deliveries, my_consents, written
from varjebarn.web.acting import actor_of, family_page
from varjebarn.web.family.first import pages
from varjebarn.web.family.first.readings import PAGE, readings_page
from varjebarn.web.family.given import read_all


@require_safe
@family_page
def first(request: HttpRequest) -> HttpResponse:
    """Show what is new for each child, and the ways on."""
    actor = actor_of(request)
    page = pages.first_page(
        read_all(family_deliveries(actor)),
        my_consents(actor),
        written(actor),
        on=timezone.localdate(),
    )
    return render(request, "family/first.html", {"page": page})


@require_safe
@family_page
def readings(request: HttpRequest) -> HttpResponse:
    """Show which units have read, by day."""
    actor = actor_of(request)
    before = _moment(request.GET.get("before", ""))
    page = readings_page(
        my_log(actor, before=before, most=PAGE + 1),
        read_all(family_deliveries(actor)),
        questions=my_questions(actor),
        is_continued=before is not None,
    )
    return render(request, "family/readings.html", {"page": page})


def _moment(text: str) -> datetime | None:
    """Read a moment of an address; what can't be read is the first page."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return None if moment is None or timezone.is_naive(moment) else moment
