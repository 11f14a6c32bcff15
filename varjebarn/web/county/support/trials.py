"""Trials of the model, compiled side by side; and proposals out for answers."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.kernel.actors import Actor
from varjebarn.practice.queries import published_versions
from varjebarn.steering import commands, queries
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county.asking import ask
from varjebarn.web.county.duty import county_actor, may_write, own_organisations, own_writer
from varjebarn.web.county.parts import Link
from varjebarn.web.county.support import forms, pages

ACT = ["GET", "HEAD", "POST"]


@require_safe
def trials(request: HttpRequest) -> HttpResponse:
    """Show all trials side by side. Open to all."""
    today, lines = timezone.localdate(), queries.trial_lines()
    context = {
        "trials": [pages.trial_shown(one, today=today) for one in lines],
        "tools": pages.tools_together(lines),
        "may_add": bool(own_organisations(request)),
    }
    return render(request, "county/support/trials.html", context)


@require_safe
def trial(request: HttpRequest, trial: UUID) -> HttpResponse:
    """Show one trial. Open to all."""
    found = queries.trial_page(trial)
    own = {one.id for one in own_organisations(request)}
    context = {
        "page": pages.trial_shown(found, today=timezone.localdate()),
        "may_report": found.organisation_id in own,
        "is_finished": found.finished is not None,
        "is_started": found.started is not None,
    }
    return render(request, "county/support/trial.html", context)


@require_http_methods(ACT)
@staff_page
def plan(request: HttpRequest) -> HttpResponse:
    """Plan a trial for one's own organisation."""
    actor, own = own_writer(request)
    models = [
        (f"{row.model_id}/{row.version}", f"{row.model_id} {row.version}")
        for row in published_versions()
    ]
    form = forms.TrialForm(
        request.POST if request.method == "POST" else None, organisations=own, models=models
    )
    if form.is_valid():
        values = form.cleaned_data
        model_id, version = values["model"].split("/", 1)
        made = commands.plan_trial(
            actor,
            organisation=UUID(values["organisation"]),
            where=values["where"],
            model=(model_id, version),
            planned_start=values["planned_start"],
            today=timezone.localdate(),
        )
        return redirect(f"{reverse('county:trial', args=[made.public_id])}?klart=lanet-test")
    back = Link(text=_("Tester"), href=reverse("county:trials"))
    return ask(request, form, heading=_("Planera ett test"), send=_("Planera testet"), back=back)


@require_http_methods(ACT)
@staff_page
def report(request: HttpRequest, trial: UUID) -> HttpResponse:
    """Tell what happened in a trial of one's own organisation."""
    actor, back, today = _own(request, trial), _back(trial), timezone.localdate()
    form = forms.TrialStepForm(
        request.POST if request.method == "POST" else None, initial={"on": today}
    )
    if form.is_valid():
        commands.report_trial(actor, queries.open_trial(trial), today=today, **form.cleaned_data)
        return redirect(f"{back.href}?klart=lanet-test-berattat")
    return ask(
        request,
        form,
        heading=_("Berätta hur det går"),
        send=_("Spara"),
        back=back,
        lead=_("Det du skriver ställs bredvid de andras, utan att någon skriver av det."),
    )


@require_http_methods(ACT)
@staff_page
def rate(request: HttpRequest, trial: UUID) -> HttpResponse:
    """Say how a tool works in a trial of one's own organisation."""
    actor, back = _own(request, trial), _back(trial)
    form = forms.RatingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        commands.rate_tool(
            actor,
            queries.open_trial(trial),
            tool=form.cleaned_data["tool"],
            rating=int(form.cleaned_data["rating"]),
            note=form.cleaned_data["note"],
            today=timezone.localdate(),
        )
        return redirect(f"{back.href}?klart=lanet-verktyg")
    return ask(
        request,
        form,
        heading=_("Säg hur ett verktyg fungerar"),
        send=_("Spara"),
        back=back,
        lead=_("Säger ni något nytt om samma verktyg är det det senaste som visas."),
    )


def _own(request: HttpRequest, trial: UUID) -> Actor:
    actor = actor_of(request)
    found = queries.open_trial(trial)
    if not queries.may_write_for(actor, found.organisation.public_id, timezone.localdate()):
        raise Http404
    return actor


def _back(trial: UUID) -> Link:
    return Link(text=_("Testet"), href=reverse("county:trial", args=[trial]))


# Consultations -----------------------------------------------------------------------------------


@require_safe
def consultations(request: HttpRequest) -> HttpResponse:
    """List the proposals that are or were out for answers. Open to all."""
    today = timezone.localdate()
    context = {
        "rows": [pages.consultation_row(one, today=today) for one in queries.consultation_lines()],
        "may_write": may_write(request),
    }
    return render(request, "county/support/consultations.html", context)


@require_safe
def consultation(request: HttpRequest, consultation: UUID) -> HttpResponse:
    """Show a proposal with its answers side by side. Open to all."""
    today, found = timezone.localdate(), queries.consultation_page(consultation)
    actor: Actor | None = getattr(request, "actor", None)
    context = {
        "row": pages.consultation_row(found, today=today),
        "text": found.text,
        "asked": pages.consulted_shown(
            found,
            today=today,
            sits_in=frozenset() if actor is None else queries.sits_in(actor, today),
            may_write=may_write(request),
        ),
    }
    return render(request, "county/support/consultation.html", context)


@require_http_methods(ACT)
@staff_page
def send(request: HttpRequest) -> HttpResponse:
    """Send out a proposal for answers."""
    actor, today = county_actor(request), timezone.localdate()
    form = forms.ConsultationForm(
        request.POST if request.method == "POST" else None,
        bodies=queries.working_bodies(),
        today=today,
    )
    if form.is_valid():
        sent = commands.send_consultation(
            actor,
            title=form.cleaned_data["title"],
            text=form.cleaned_data["text"],
            asked={queries.open_body(UUID(one)): day for one, day in form.asked().items()},
            sent_on=today,
        )
        there = reverse("county:consultation", args=[sent.public_id])
        return redirect(f"{there}?klart=lanet-remiss")
    back = Link(text=_("Remisser"), href=reverse("county:consultations"))
    return ask(request, form, heading=_("Skicka en remiss"), send=_("Skicka ut"), back=back)


@require_http_methods(ACT)
@staff_page
def answer(request: HttpRequest, asked: UUID) -> HttpResponse:
    """Answer for a body that one sits in."""
    actor, found, today = actor_of(request), queries.open_consulted(asked), timezone.localdate()
    if not queries.may_act_for_body(actor, found.body_id, today):
        raise Http404
    form = forms.ConsultationAnswerForm(request.POST if request.method == "POST" else None)
    back = Link(
        text=found.consultation.title,
        href=reverse("county:consultation", args=[found.consultation.public_id]),
    )
    if form.is_valid():
        commands.answer_consultation(actor, found, text=form.cleaned_data["text"], today=today)
        return redirect(f"{back.href}?klart=lanet-svar")
    return ask(
        request,
        form,
        heading=_("Svara på remissen"),
        send=_("Lämna svaret"),
        back=back,
        about=found.body.name,
        lead=_("Varje grupp svarar en gång."),
    )
