"""The register of decisions and one decision: read by all, told further by the county's own."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varjebarn.kernel.decisions import Refused
from varjebarn.steering import commands, queries
from varjebarn.steering.queries.corrections import is_drafted
from varjebarn.web.acting import staff_page
from varjebarn.web.county.decided import forms, pages
from varjebarn.web.county.duty import county_actor, may_write
from varjebarn.web.shared.forms import answer
from varjebarn.web.shared.reasons import sentence

FORMS = ["GET", "HEAD", "POST"]


@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """Show the register, narrowed as asked."""
    today = timezone.localdate()
    wanted = pages.wanted(request.GET)
    found = queries.decision_list(wanted, on=today)
    form = forms.FindForm(
        asked=request.GET.dict(),
        bodies=[(str(one.id), one.name) for one in found.bodies],
        years=found.years,
        responsible=found.responsible,
    )
    page = pages.list_page(found, wanted, asked=request.GET, today=today)
    context = {"page": page, "form": form, "may_write": may_write(request)}
    return render(request, "county/decided/list.html", context)


@require_safe
def decision(request: HttpRequest, decision: UUID) -> HttpResponse:
    """Show one decision."""
    page = pages.decision_page(
        queries.decision_page(decision), today=timezone.localdate(), may_write=may_write(request)
    )
    return render(request, "county/decided/decision.html", {"page": page})


@require_http_methods(FORMS)
@staff_page
def follow_up(request: HttpRequest, decision: UUID) -> HttpResponse:
    """Say how far a decision has come."""
    actor, today = county_actor(request), timezone.localdate()
    form = forms.FollowUpForm(request.POST or None)
    back = reverse("county:decision", args=[decision])
    if form.is_valid():
        found, note = queries.open_decision(decision), form.cleaned_data["note"]
        if form.cleaned_data["state"] == forms.BEGUN:
            commands.begin_decision(actor, found)
        elif form.cleaned_data["state"] == forms.DONE:
            commands.follow_up_decision(actor, found, on=today, note=note)
        else:
            commands.lapse_decision(actor, found, on=today, note=note)
        return redirect(f"{back}?klart=lanet-uppfoljt")
    return _about(request, "county/decided/follow_up.html", decision, form=form)


@require_http_methods(FORMS)
@staff_page
def complete(request: HttpRequest, decision: UUID) -> HttpResponse:
    """Say who is responsible, until when, and whether it touches children."""
    actor = county_actor(request)
    found = queries.open_decision(decision)
    offered = queries.responsible_for(found, on=timezone.localdate())
    form = forms.CompleteForm(
        request.POST or None,
        stands=found.responsible,
        offered=pages.responsible_choices(offered),
        initial={"due": found.due, "about_children": found.about_the_young},
    )
    back = reverse("county:decision", args=[decision])
    if form.is_valid():
        kind, _colon, chosen = form.cleaned_data["responsible"].partition(":")
        commands.complete_decision(
            actor,
            found,
            organisation=UUID(chosen) if kind == "organisation" else None,
            seat=UUID(chosen) if kind == "seat" else None,
            due=form.cleaned_data["due"],
            about_the_young=form.cleaned_data["about_children"],
        )
        return redirect(f"{back}?klart=lanet-kompletterat")
    return _about(request, "county/decided/complete.html", decision, form=form)


@require_http_methods(FORMS)
@staff_page
def correct(request: HttpRequest, decision: UUID) -> HttpResponse:
    """Give the decision another wording; the one before is kept and shown."""
    actor, found = county_actor(request), queries.open_decision(decision)
    is_free = is_drafted(found)
    form = forms.CorrectForm(
        request.POST or None, is_drafted=is_free, initial={"wording": found.wording}
    )
    back = reverse("county:decision", args=[decision])
    if form.is_valid():
        try:
            commands.correct_decision(actor, found, **form.cleaned_data)
        except Refused as no:
            form.add_error("wording", sentence(no.reason))
        else:
            return redirect(f"{back}?klart=lanet-rattat")
    return _about(request, "county/decided/correct.html", decision, form=form, is_drafted=is_free)


@require_http_methods(FORMS)
@staff_page
def link(request: HttpRequest, decision: UUID) -> HttpResponse:
    """Say what a decision belongs together with."""
    actor = county_actor(request)
    found = queries.open_decision(decision)
    form = forms.LinkForm(
        request.POST or None,
        earlier=pages.earlier_choices(queries.other_decisions(found.body_id, but=found.pk)),
        offered=queries.changeable(),
    )
    back = reverse("county:decision", args=[decision])
    if form.is_valid():
        said: dict[str, Any] = form.cleaned_data
        if said["kind"] == forms.EARLIER:
            earlier = queries.open_decision(UUID(said["earlier"]))
            commands.name_earlier(actor, found, earlier=earlier)
        else:
            label, target = form.changed
            commands.name_change(actor, found, kind=said["kind"], label=label, target=target)
        return redirect(f"{back}?klart=lanet-kopplat")
    return _about(request, "county/decided/link.html", decision, form=form)


@require_POST
@staff_page
def raise_due(request: HttpRequest, body: UUID) -> HttpResponse:
    """Put what is past its day on the next agenda."""
    item = commands.raise_due_decisions(
        county_actor(request), queries.open_body(body), today=timezone.localdate()
    )
    meeting = reverse("county:meeting", args=[item.meeting.public_id])
    return redirect(f"{meeting}?klart=lanet-punkt")


def _about(
    request: HttpRequest, template: str, decision: UUID, *, form: Any, **more: object
) -> HttpResponse:
    """Show a form about a decision, beneath its wording."""
    page = pages.decision_page(
        queries.decision_page(decision), today=timezone.localdate(), may_write=True
    )
    back = reverse("county:decision", args=[decision])
    return answer(request, template, {"page": page, "back": back, **more}, form=form)
