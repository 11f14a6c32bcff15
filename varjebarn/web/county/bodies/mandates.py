"""Mandates: read by all; given, changed and ended by the county's own; accepted by who holds them."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varjebarn.kernel.actors import Actor
from varjebarn.steering import commands, queries
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county.asking import ask
from varjebarn.web.county.bodies import forms, pages
from varjebarn.web.county.choosing import picked
from varjebarn.web.county.duty import county_actor, may_write
from varjebarn.web.county.parts import Link

ACT = ["GET", "HEAD", "POST"]


@require_safe
def mandates(request: HttpRequest) -> HttpResponse:
    """List all mandates. Open to all."""
    today = timezone.localdate()
    lines = queries.mandate_lines(today)
    context = {
        "held": [pages.mandate_row(one, today=today) for one in lines if one.ended_on is None],
        "ended": [pages.mandate_row(one, today=today) for one in lines if one.ended_on],
        "may_write": may_write(request),
    }
    return render(request, "county/bodies/mandates.html", context)


@require_safe
def mandate(request: HttpRequest, mandate: UUID) -> HttpResponse:
    """Show one mandate. Open to all."""
    today = timezone.localdate()
    actor: Actor | None = getattr(request, "actor", None)
    found = queries.mandate_page(mandate, on=today)
    page = pages.mandate_shown(found, today=today, may_accept=_may_accept(actor, found.held_in))
    context = {"page": page, "may_write": may_write(request)}
    return render(request, "county/bodies/mandate.html", context)


@require_http_methods(ACT)
@staff_page
def give(request: HttpRequest) -> HttpResponse:
    """Give a mandate; who it is for, and from which decision, may be said in the address."""
    actor, today = county_actor(request), timezone.localdate()
    form = forms.MandateForm(
        request.POST if request.method == "POST" else None,
        bodies=queries.working_bodies(),
        decisions=queries.decisions_to_choose(),
        initial={
            "given_on": today,
            "given_to": request.GET.get("grupp", ""),
            "decision": request.GET.get("beslut", ""),
        },
    )
    if form.is_valid():
        values = form.cleaned_data
        decision = picked(values["decision"])
        given = commands.give_mandate(
            actor,
            title=values["title"],
            given_to=_body(values["given_to"]) or values["holder_name"],
            given_by=_body(values["given_by"]) or values["giver_name"],
            decision=None if decision is None else queries.open_decision(decision),
            given_on=values["given_on"],
            terms=_terms(values),
        )
        there = reverse("county:mandate", args=[given.public_id])
        return redirect(f"{there}?klart=lanet-uppdrag")
    return ask(
        request,
        form,
        heading=_("Ge ett uppdrag"),
        send=_("Ge uppdraget"),
        back=Link(text=_("Uppdrag"), href=reverse("county:mandates")),
        lead=_("Det som inte är sagt än visas som att det saknas, tills någon säger det."),
    )


@require_http_methods(ACT)
@staff_page
def change(request: HttpRequest, mandate: UUID) -> HttpResponse:
    """Put a mandate on other terms."""
    actor, found, back = county_actor(request), *_held(mandate)
    form = forms.TermsForm(
        request.POST if request.method == "POST" else None,
        bodies=queries.working_bodies(),
        initial={
            "purpose": found.purpose,
            "limits": found.limits,
            "time_share": found.time_share,
            "resources": found.resources,
            "due": found.due,
            "reports_to": "" if found.reports_to is None else str(found.reports_to.public_id),
            "reports_on": found.reports_on,
        },
    )
    if form.is_valid():
        commands.change_mandate(actor, found, terms=_terms(form.cleaned_data))
        return redirect(f"{back.href}?klart=lanet-uppdrag-andrat")
    return ask(
        request,
        form,
        heading=_("Ändra uppdraget"),
        send=_("Spara"),
        back=back,
        about=found.title,
    )


@require_http_methods(ACT)
@staff_page
def end(request: HttpRequest, mandate: UUID) -> HttpResponse:
    """Let a mandate end."""
    actor, found, back = county_actor(request), *_held(mandate)
    today = timezone.localdate()
    form = forms.EndMandateForm(
        request.POST if request.method == "POST" else None, initial={"on": today}
    )
    if form.is_valid():
        commands.end_mandate(
            actor,
            found,
            on=form.cleaned_data["on"],
            outcome=form.cleaned_data["outcome"],
            today=today,
        )
        return redirect(f"{back.href}?klart=lanet-uppdrag-slut")
    return ask(
        request,
        form,
        heading=_("Avsluta uppdraget"),
        send=_("Avsluta uppdraget"),
        back=back,
        about=found.title,
    )


@require_POST
@staff_page
def accept(request: HttpRequest, mandate: UUID) -> HttpResponse:
    """Take on a mandate."""
    actor, found, back = actor_of(request), *_held(mandate)
    if not _may_accept(actor, found.given_to_id):
        raise Http404
    commands.accept_mandate(actor, found, today=timezone.localdate())
    return redirect(f"{back.href}?klart=lanet-uppdrag-antaget")


def _may_accept(actor: Actor | None, body: int | None) -> bool:
    """Whether somebody sits in the body that holds it, or has the county's duty."""
    if actor is None:
        return False
    return queries.may_act_for_body(actor, body, timezone.localdate())


def _held(mandate: UUID) -> tuple[Any, Link]:
    found = queries.open_mandate(mandate)
    if found.ended_on is not None:
        raise Http404
    return found, Link(text=found.title, href=reverse("county:mandate", args=[mandate]))


def _body(value: str) -> Any:
    body = picked(value)
    return None if body is None else queries.open_body(body)


def _terms(values: dict[str, Any]) -> commands.Terms:
    return commands.Terms(
        purpose=values["purpose"],
        limits=values["limits"],
        time_share=values["time_share"],
        resources=values["resources"],
        due=values["due"],
        reports_to=_body(values["reports_to"]),
        reports_on=values["reports_on"],
    )
