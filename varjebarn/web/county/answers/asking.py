"""Asking all the organisations of a body."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.steering import commands, queries
from varjebarn.web.acting import staff_page
from varjebarn.web.county.answers.forms import ANALYSIS, AskForm
from varjebarn.web.county.duty import county_actor
from varjebarn.web.shared.days import day_in_words
from varjebarn.web.shared.forms import answer


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def ask(request: HttpRequest, item: UUID) -> HttpResponse:
    """Ask a question, or for an analysis, at an item."""
    actor = county_actor(request)
    found = queries.open_item(item)
    meeting = found.meeting
    coming = queries.next_meeting(meeting.body, after=max(meeting.date, timezone.localdate()))
    form = AskForm(request.POST or None, initial={"due": None if coming is None else coming.date})
    if form.is_valid():
        said, reminders = form.cleaned_data, form.reminders
        if said["kind"] == ANALYSIS:
            asked = commands.ask_analysis(
                actor,
                found,
                title=said["question"],
                parts=form.headings,
                due=said["due"],
                reminders=reminders,
            )
        else:
            asked = commands.ask_report_back(
                actor, found, question=said["question"], due=said["due"], reminders=reminders
            )
        there = reverse("county:report_back", args=[asked.public_id])
        return redirect(f"{there}?klart=lanet-fraga")
    context = {
        "title": found.title,
        "body": meeting.body.name,
        "when": day_in_words(meeting.date),
        "back": reverse("county:meeting", args=[meeting.public_id]),
    }
    return answer(request, "county/answers/ask.html", context, form=form)
