"""Training in numbers, what stands in its way, and the money that carries the work."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.steering import commands, queries
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county.asking import ask
from varjebarn.web.county.choosing import picked
from varjebarn.web.county.duty import county_actor, may_write, own_organisations, own_writer
from varjebarn.web.county.parts import Link
from varjebarn.web.county.support import forms, pages

ACT = ["GET", "HEAD", "POST"]


@require_safe
def training(request: HttpRequest) -> HttpResponse:
    """Show sessions, coverage and risks. Open to all."""
    today, found = timezone.localdate(), queries.training_overview()
    own = {one.id for one in own_organisations(request)}
    context = {
        "sessions": [
            pages.session_row(one, today=today, may_count=bool(own)) for one in found.sessions
        ],
        "coverage": pages.coverage_shown(found.coverage, found.risks),
        "risks": [
            pages.risk_row(one, today=today, may_write=one.organisation_id in own)
            for one in found.risks
        ],
        "may_add": bool(own),
        "may_write": may_write(request),
    }
    return render(request, "county/support/training.html", context)


@require_http_methods(ACT)
@staff_page
def plan(request: HttpRequest) -> HttpResponse:
    """Write down an occasion of training."""
    actor = county_actor(request)
    form = forms.SessionForm(_sent(request))
    if form.is_valid():
        commands.plan_training(actor, **form.cleaned_data)
        return redirect(f"{_back().href}?klart=lanet-utbildning")
    return ask(
        request,
        form,
        heading=_("Skriv in en utbildning"),
        send=_("Spara"),
        back=_back(),
        lead=_("Den kan ha varit eller vara planerad."),
    )


@require_http_methods(ACT)
@staff_page
def count(request: HttpRequest, session: UUID) -> HttpResponse:
    """Say how many from one's own organisation took part."""
    actor, own = own_writer(request)
    found, today = queries.open_session(session), timezone.localdate()
    if found.on > today:
        raise Http404
    form = forms.CountForm(_sent(request), organisations=own)
    if form.is_valid():
        commands.count_trained(
            actor,
            found,
            organisation=UUID(form.cleaned_data["organisation"]),
            people=form.cleaned_data["people"],
            today=today,
        )
        return redirect(f"{_back().href}?klart=lanet-utbildade")
    return ask(
        request,
        form,
        heading=_("Hur många var med?"),
        send=_("Spara"),
        back=_back(),
        about=found.title,
        lead=_("Skriver någon ett nytt antal för samma organisation är det det nya som gäller."),
    )


@require_http_methods(ACT)
@staff_page
def need(request: HttpRequest) -> HttpResponse:
    """Say how many in one's own organisation are to be trained."""
    actor, own = own_writer(request)
    form = forms.NeedForm(_sent(request), organisations=own)
    if form.is_valid():
        commands.state_need(
            actor,
            organisation=UUID(form.cleaned_data["organisation"]),
            people=form.cleaned_data["people"],
            today=timezone.localdate(),
        )
        return redirect(f"{_back().href}?klart=lanet-utbildade")
    return ask(request, form, heading=_("Hur många ska utbildas?"), send=_("Spara"), back=_back())


@require_http_methods(ACT)
@staff_page
def note_risk(request: HttpRequest) -> HttpResponse:
    """Say what one's own organisation lacks."""
    actor, own = own_writer(request)
    form = forms.RiskForm(_sent(request), organisations=own)
    if form.is_valid():
        commands.note_risk(
            actor,
            organisation=UUID(form.cleaned_data["organisation"]),
            lack=form.cleaned_data["lack"],
            text=form.cleaned_data["text"],
            today=timezone.localdate(),
        )
        return redirect(f"{_back().href}?klart=lanet-risk")
    return ask(
        request,
        form,
        heading=_("Säg att något saknas"),
        send=_("Spara"),
        back=_back(),
        lead=_("Styrgruppen ser det tills någon har sagt vad som gjordes."),
    )


@require_http_methods(ACT)
@staff_page
def end_risk(request: HttpRequest, risk: UUID) -> HttpResponse:
    """Say what was done about a lack of one's own organisation."""
    actor, found, today = actor_of(request), queries.open_risk(risk), timezone.localdate()
    if not queries.may_write_for(actor, found.organisation.public_id, today):
        raise Http404
    form = forms.EndRiskForm(_sent(request))
    if form.is_valid():
        commands.end_risk(actor, found, ended_by=form.cleaned_data["ended_by"], today=today)
        return redirect(f"{_back().href}?klart=lanet-risk-klar")
    return ask(
        request,
        form,
        heading=_("Säg att det är åtgärdat"),
        send=_("Spara"),
        back=_back(),
        about=found.text,
    )


# Funding -----------------------------------------------------------------------------------------


@require_safe
def funding(request: HttpRequest) -> HttpResponse:
    """Show the money, and what ends within six months. Open to all."""
    today, can_write = timezone.localdate(), may_write(request)
    lines = queries.funding_lines(today)
    context = {
        "soon": [
            pages.funding_row(one, today=today, may_write=can_write)
            for one in lines
            if one.ends_soon
        ],
        "rest": [
            pages.funding_row(one, today=today, may_write=can_write and not one.is_over)
            for one in lines
            if not one.ends_soon
        ],
        "may_write": can_write,
    }
    return render(request, "county/support/funding.html", context)


@require_http_methods(ACT)
@staff_page
def register_funding(request: HttpRequest) -> HttpResponse:
    """Register money; what it continues may be said in the address."""
    actor = county_actor(request)
    earlier = _continued(request)
    initial = {}
    if earlier is not None:
        initial = {
            "title": earlier.title,
            "funder": earlier.funder,
            "posts": earlier.posts,
            "crowns": earlier.crowns,
            "valid_from": earlier.valid_to,
        }
    form = forms.FundingForm(
        _sent(request), decisions=queries.decisions_to_choose(), initial=initial
    )
    back = Link(text=_("Finansiering"), href=reverse("county:funding"))
    if form.is_valid():
        values = form.cleaned_data
        decision = picked(values["decision"])
        commands.register_funding(
            actor,
            title=values["title"],
            funder=values["funder"],
            valid_from=values["valid_from"],
            valid_to=values["last_day"] + timedelta(days=1),
            posts=values["posts"],
            crowns=values["crowns"],
            decision=None if decision is None else queries.open_decision(decision),
            continues=earlier,
        )
        return redirect(f"{back.href}?klart=lanet-finansiering")
    return ask(
        request,
        form,
        heading=_("Skriv in finansiering"),
        send=_("Spara"),
        back=back,
        about="" if earlier is None else earlier.title,
    )


def _continued(request: HttpRequest) -> Any:
    """Open what is continued, if the address says so; raises DoesNotExist for what isn't there."""
    try:
        earlier = picked(request.GET.get("fortsatter", ""))
    except ValueError as wrong:
        raise Http404 from wrong
    return None if earlier is None else queries.open_funding(earlier)


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _back() -> Link:
    return Link(text=_("Utbildning"), href=reverse("county:training"))
