"""A meeting's page, and meetings planned, changed and called off. The acts are hidden from others."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.kernel.decisions import Refused
from varjebarn.steering import commands, queries
from varjebarn.steering.minuted import Stage
from varjebarn.steering.queries.on_agenda import documents_at
from varjebarn.web.acting import staff_page
from varjebarn.web.county import words
from varjebarn.web.county.documents.pages import taken_up_rows
from varjebarn.web.county.duty import county_actor, may_see, may_write
from varjebarn.web.county.meetings import pages
from varjebarn.web.county.meetings.forms import CancelForm, MeetingForm, SeriesForm
from varjebarn.web.county.papers.pages import papers_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.shared.reasons import sentence


@require_safe
def meeting(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Show one meeting: how far it has come, its agenda, and who was there. Open to all."""
    today = timezone.localdate()
    can_write = may_write(request)
    found = queries.meeting_page(meeting, on=today)
    stage = queries.stage_of_line(found.meeting)
    page = pages.meeting_page(
        found,
        stage,
        today=today,
        may_write=can_write,
        may_propose=may_see(request, found.meeting.body.id, today=today),
        may_approve=stage is Stage.DRAFTED
        and bool(queries.meetings_to_approve_at(meeting, today=today)),
    )
    papers = papers_page(
        found,
        queries.papers_of_meeting(meeting),
        may_write=False,
        may_attach=may_see(request, found.meeting.body.id, today=today),
    )
    documents = taken_up_rows(documents_at(meeting, on=today), today=today)
    context = {"page": page, "papers": papers, "documents": documents, "may_write": can_write}
    return render(request, "county/meeting.html", context)


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
            also_digital=form.cleaned_data["also_digital"],
        )
        return redirect(f"{back}?klart=lanet-planerat")
    context = {"body": found.name, "back": back, "standing": queries.standing_items(body)}
    context["standing_href"] = reverse("county:standing", args=[body])
    return answer(request, "county/meetings/plan.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def plan_extra(request: HttpRequest, body: UUID) -> HttpResponse:
    """Plan one meeting beside the series."""
    actor = county_actor(request)
    found = queries.open_body(body)
    form = MeetingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = commands.plan_meeting(actor, found, extra=True, **form.cleaned_data)
        except Refused as no:
            form.add_error(None, sentence(no.reason))
        else:
            there = reverse("county:meeting", args=[made.public_id])
            return redirect(f"{there}?klart=lanet-planerat-ett")
    back = reverse("county:body", args=[body])
    context = {"body": found.name, "back": back}
    return answer(request, "county/meetings/extra.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def change(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Give a planned meeting another day, time, place or chair."""
    actor = county_actor(request)
    roll = queries.roll_call(meeting)
    if not roll.is_planned:
        raise Http404
    found = roll.meeting
    seats = {str(seat.public_id): seat for seat in roll.seats}
    form = MeetingForm(
        request.POST if request.method == "POST" else None,
        seats=[(ref, seat.name) for ref, seat in seats.items()],
        initial={
            "on": found.date,
            "starts": found.starts,
            "ends": found.ends,
            "place": found.place,
            "digital": found.digital,
            "chair": next((ref for ref, seat in seats.items() if seat.pk == found.chair_id), ""),
        },
    )
    back = reverse("county:meeting", args=[meeting])
    if form.is_valid():
        wanted = {**form.cleaned_data, "chair": seats.get(form.cleaned_data["chair"])}
        try:
            commands.change_meeting(actor, found, **wanted)
        except Refused as no:
            form.add_error(None, sentence(no.reason))
        else:
            return redirect(f"{back}?klart=lanet-mote-andrat")
    context = {"when": words.day_words(found.date), "back": back}
    return answer(request, "county/meetings/change.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def cancel(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Call a planned meeting off; its items move on."""
    actor = county_actor(request)
    roll = queries.roll_call(meeting)
    if not roll.is_planned:
        raise Http404
    form = CancelForm(request.POST if request.method == "POST" else None)
    back = reverse("county:meeting", args=[meeting])
    if form.is_valid():
        try:
            commands.cancel_meeting(actor, roll.meeting, reason=form.cleaned_data["reason"])
        except Refused as no:
            form.add_error(None, sentence(no.reason))
        else:
            return redirect(f"{back}?klart=lanet-installt")
    later = roll.next_meeting
    context = {
        "when": words.day_words(roll.meeting.date),
        "back": back,
        "moving": [item.title for item in roll.items if item.standing_id is None],
        "later": "" if later is None else words.day_words(later.date),
    }
    return answer(request, "county/meetings/cancel.html", context, form=form)
