"""A child impact analysis: drafted by the body's members, published with the decision."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.steering import commands, queries
from varjebarn.steering.commands import Impact
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county.decided import pages
from varjebarn.web.county.decided.forms import AnalysisForm
from varjebarn.web.shared.forms import answer


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def write(request: HttpRequest, item: UUID) -> HttpResponse:
    """Write the draft; once the matter is decided it may be published."""
    actor, today = actor_of(request), timezone.localdate()
    matter = queries.read_analysis(actor, item, on=today)
    here = reverse("county:analysis", args=[item])
    decided = (
        None if matter.decision is None else reverse("county:decision", args=[matter.decision])
    )
    if decided is not None and matter.shown is not None and matter.shown.is_published:
        return redirect(decided)
    form = AnalysisForm(request.POST or None, initial=pages.analysis_initial(matter.shown))
    if form.is_valid():
        analysis = commands.write_analysis(actor, matter.item, says=Impact(**form.says()), on=today)
        if decided is not None and "publicera" in request.POST:
            commands.publish_analysis(actor, analysis, on=today)
            return redirect(f"{decided}?klart=lanet-analys-publicerad")
        return redirect(f"{here}?klart=lanet-analys")
    context = {
        "title": matter.item.title,
        "meeting": pages.meeting_link(matter.item.meeting.public_id, matter.item.meeting.date),
        "decided": decided,
    }
    return answer(request, "county/decided/analysis.html", context, form=form)
