"""Planning, the agenda, and a meeting written down. Hidden from all without the county's duty."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.interop.minutes.write import minutes_text
from varjebarn.steering import commands, queries
from varjebarn.web.acting import staff_page
from varjebarn.web.county import pages, words
from varjebarn.web.county.duty import county_actor
from varjebarn.web.county.meetings.forms import ItemForm, SeriesForm
from varjebarn.web.county.meetings.running import RunForm
from varjebarn.web.shared.forms import answer


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def plan(request: HttpRequest, body: UUID) -> HttpResponse:
    """Plan one or several meetings: written, shown as understood, and then made."""
    actor = county_actor(request)
    found = queries.open_body(body)
    form = SeriesForm(request.POST if request.method == "POST" else None)
    back = reverse("county:body", args=[body])
    if form.is_valid() and form.is_sure:
        days = form.cleaned_data["days"]
        commands.plan_series(
            actor,
            found,
            days=days.all,
            digital=days.digital,
            starts=form.cleaned_data["starts"],
            ends=form.cleaned_data["ends"],
            place=form.cleaned_data["place"],
        )
        return redirect(f"{back}?klart=lanet-planerat")
    context = {"body": found.name, "back": back}
    return answer(request, "county/meetings/plan.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def raise_item(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Put an item on the agenda."""
    actor = county_actor(request)
    found = queries.roll_call(meeting)
    if found.is_held:
        raise Http404
    form = ItemForm(request.POST if request.method == "POST" else None)
    back = reverse("county:meeting", args=[meeting])
    if form.is_valid():
        commands.raise_item(
            actor, found.meeting, title=form.cleaned_data["title"], kind=form.cleaned_data["kind"]
        )
        return redirect(f"{back}?klart=lanet-punkt")
    context = {"when": words.day_words(found.meeting.date), "back": back}
    return answer(request, "county/meetings/item.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def run(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Write down a meeting: who was there, and what became of every item."""
    actor, today = county_actor(request), timezone.localdate()
    roll = queries.roll_call(meeting)
    if roll.is_held or roll.meeting.date > today:
        raise Http404
    form = RunForm(request.POST if request.method == "POST" else None, roll=roll)
    back = reverse("county:meeting", args=[meeting])
    if form.is_valid():
        commands.run_meeting(actor, roll.meeting, today=today, **form.said())
        return redirect(f"{reverse('county:minutes', args=[meeting])}?klart=lanet-genomfort")
    later = roll.next_meeting
    context = {
        "when": words.day_words(roll.meeting.date),
        "body": roll.meeting.body.name,
        "back": back,
        "next_meeting": "" if later is None else words.day_words(later.date),
    }
    return answer(request, "county/meetings/run.html", context, form=form)


@require_safe
def minutes(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Show the minutes of a held meeting, written from what happened. Open to all."""
    today = timezone.localdate()
    found = queries.meeting_page(meeting, on=today)
    if not found.meeting.is_held:
        raise Http404
    page = pages.meeting_page(found, today=today, may_write=False)
    context = {"page": page, "text": minutes_text(found)}
    return render(request, "county/meetings/minutes.html", context)


@require_safe
def minutes_file(_request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Give the minutes as a text file."""
    found = queries.meeting_page(meeting, on=timezone.localdate())
    if not found.meeting.is_held:
        raise Http404
    name = f"anteckningar-{found.meeting.day.isoformat()}.txt"
    return HttpResponse(
        minutes_text(found),
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
