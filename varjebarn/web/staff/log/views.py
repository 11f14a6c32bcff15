"""The unit's log, for those who review it."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from varjebarn.audit.queries import unit_log
from varjebarn.kernel.actors import Duty
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.staff.log import pages

PAGE = 50


@staff_page
@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Show what has been done in the unit, the newest first. For others the page does not exist."""
    actor = actor_of(request)
    if Duty.LOG_REVIEWER not in actor.duties:
        raise Http404
    rows = unit_log(actor, before=_before(request.GET.get("fore", "")), most=PAGE + 1)
    return render(request, "staff/log/log.html", {"page": pages.log_page(rows, most=PAGE)})


def _before(text: str) -> datetime | None:
    """Read where the page begins; what can't be read begins at now."""
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None
