"""The map, and bodies founded, changed, ended and formed anew. The acts are the county's own."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varjebarn.steering import commands, queries
from varjebarn.web.acting import staff_page
from varjebarn.web.county import words
from varjebarn.web.county.asking import ask
from varjebarn.web.county.bodies import forms, pages
from varjebarn.web.county.bodies.words import ON_LEVEL
from varjebarn.web.county.choosing import picked
from varjebarn.web.county.duty import county_actor, may_write
from varjebarn.web.county.parts import Link
from varjebarn.web.shared.forms import answer

ACT = ["GET", "HEAD", "POST"]


@require_safe
def who_sits_where(request: HttpRequest) -> HttpResponse:
    """Show what is missing, the map, and the tree. Open to all."""
    today, can_write = timezone.localdate(), may_write(request)
    page = pages.map_page(queries.standing_map(today), today=today, may_write=can_write)
    return render(request, "county/bodies/map.html", {"page": page, "may_write": can_write})


@require_http_methods(ACT)
@staff_page
def found(request: HttpRequest) -> HttpResponse:
    """Found a body, from today."""
    actor = county_actor(request)
    form = forms.BodyForm(_sent(request), above=queries.working_bodies())
    if form.is_valid():
        values = form.cleaned_data
        body = commands.found_body(
            actor,
            name=values["name"],
            level=values["level"],
            reports_to=_body(values["reports_to"]),
            purpose=values["purpose"],
            on=timezone.localdate(),
        )
        return redirect(f"{reverse('county:body', args=[body.public_id])}?klart=lanet-grupp")
    back = Link(text=_("Vem sitter var"), href=reverse("county:map"))
    return ask(request, form, heading=_("Bilda en grupp"), send=_("Bilda gruppen"), back=back)


@require_http_methods(ACT)
@staff_page
def change(request: HttpRequest, body: UUID) -> HttpResponse:
    """Change a body from today; how it was stays to be read."""
    actor, standing = county_actor(request), _working(body)
    others = [one for one in queries.working_bodies() if one.id != body]
    form = forms.BodyForm(_sent(request), above=others, initial=_as_it_is(standing))
    back = _back(standing)
    if form.is_valid():
        commands.change_body(
            actor, standing, shape=_shape(form.cleaned_data), today=timezone.localdate()
        )
        return redirect(f"{back.href}?klart=lanet-grupp-andrad")
    return ask(
        request,
        form,
        heading=_("Ändra gruppen"),
        send=_("Spara"),
        back=back,
        lead=_("Hur gruppen var tidigare går att läsa på gruppens sida."),
    )


@require_http_methods(ACT)
@staff_page
def end(request: HttpRequest, body: UUID) -> HttpResponse:
    """Let a body end."""
    actor, standing, today = county_actor(request), _working(body), timezone.localdate()
    form = forms.EndForm(_sent(request), initial={"on": today})
    back = _back(standing)
    if form.is_valid():
        commands.end_body(actor, standing, on=form.cleaned_data["on"], today=today)
        return redirect(f"{back.href}?klart=lanet-grupp-slut")
    return ask(
        request,
        form,
        heading=_("Låt gruppen upphöra"),
        send=_("Låt gruppen upphöra"),
        back=back,
        about=standing.name,
        lead=_(
            "Alla platser tar slut samma dag. Det gruppen har beslutat går att läsa som förut. Ska "
            "någon annan ta över arbetet: ombilda gruppen i stället."
        ),
    )


@require_http_methods(ACT)
@staff_page
def reform(request: HttpRequest, body: UUID) -> HttpResponse:
    """Form a body anew: the old one ends, the new one continues it."""
    actor, standing, today = county_actor(request), _working(body), timezone.localdate()
    seats = queries.seats_on(body, today)
    form = forms.ReformForm(
        _sent(request),
        above=[one for one in queries.working_bodies() if one.id != body],
        seats=[queries.named_seat(one) for one in seats],
        initial={**_as_it_is(standing), "on": today},
    )
    if form.is_valid():
        kept = set(form.cleaned_data["keep"])
        new = commands.reform_body(
            actor,
            standing,
            shape=_shape(form.cleaned_data),
            keep=[one for one in seats if str(one.public_id) in kept],
            on=form.cleaned_data["on"],
            today=today,
        )
        return redirect(f"{reverse('county:body', args=[new.public_id])}?klart=lanet-ombildad")
    return ask(
        request,
        form,
        heading=_("Ombilda gruppen"),
        send=_("Ombilda gruppen"),
        back=_back(standing),
        about=standing.name,
        lead=_(
            "Den nya gruppen fortsätter den gamla: kommande möten, uppdrag och de grupper som "
            "rapporterar hit följer med. Det gamla går att läsa som förut."
        ),
    )


# Professions -------------------------------------------------------------------------------------


@require_http_methods(ACT)
@staff_page
def professions(request: HttpRequest) -> HttpResponse:
    """Say which professions are looked for in a body or on a level."""
    actor = county_actor(request)
    form = forms.ExpectForm(_sent(request), bodies=queries.working_bodies())
    if form.is_valid():
        where = form.cleaned_data["where"]
        commands.expect_profession(
            actor,
            name=form.cleaned_data["name"],
            short=form.cleaned_data["short"],
            level=where if where in words.LEVELS else "",
            body=None if where in words.LEVELS else _body(where),
        )
        return redirect(f"{reverse('county:professions')}?klart=lanet-yrke")
    rows = [(one.id, one.name, one.body or ON_LEVEL[one.level]) for one in queries.expected_lines()]
    return answer(request, "county/bodies/professions.html", {"rows": rows}, form=form)


@require_POST
@staff_page
def stop_expecting(request: HttpRequest, expected: UUID) -> HttpResponse:
    """Stop looking for a profession somewhere."""
    commands.stop_expecting(
        county_actor(request), queries.open_expected(expected), today=timezone.localdate()
    )
    return redirect(f"{reverse('county:professions')}?klart=lanet-yrke-bort")


# What several acts need --------------------------------------------------------------------------


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _body(value: str) -> Any:
    body = picked(value)
    return None if body is None else queries.open_body(body)


def _working(body: UUID) -> Any:
    """Open a body that has not ended."""
    found = queries.open_body(body)
    if found.ended_on is not None:
        raise Http404
    return found


def _back(body: Any) -> Link:
    return Link(text=body.name, href=reverse("county:body", args=[body.public_id]))


def _as_it_is(body: Any) -> dict[str, Any]:
    above = body.reports_to
    return {
        "name": body.name,
        "level": body.level,
        "reports_to": "" if above is None else str(above.public_id),
        "purpose": body.purpose,
    }


def _shape(values: dict[str, Any]) -> commands.Shape:
    return commands.Shape(
        name=values["name"],
        level=values["level"],
        reports_to=_body(values["reports_to"]),
        purpose=values["purpose"],
    )
