"""Contact routes: one search for all, and written by those whose they are."""

from collections.abc import Iterable
from dataclasses import dataclass
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
from varjebarn.steering.queries import RouteLine
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county import words
from varjebarn.web.county.asking import ask
from varjebarn.web.county.duty import own_organisations, own_writer
from varjebarn.web.county.parts import Link
from varjebarn.web.county.routes import forms
from varjebarn.web.county.routes.words import CONCERNS

ACT = ["GET", "HEAD", "POST"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteShown:
    """A contact route on the page."""

    line: RouteLine
    concern: str
    call: str
    checked: str
    may_write: bool


@require_safe
def routes(request: HttpRequest) -> HttpResponse:
    """Find who to turn to. Families and others without a login see what is open to all."""
    form = forms.SearchForm(request.GET or None)
    wanted = form.cleaned_data if form.is_bound and form.is_valid() else {}
    today = timezone.localdate()
    actor: Actor | None = getattr(request, "actor", None)
    lines = queries.route_lines(actor, on=today, concern=wanted.get("galler", ""))
    met = [
        one
        for one in lines
        if queries.met_by(wanted.get("q", "")[: forms.LONGEST], _everything(one))
    ]
    own = own_organisations(request)
    context = {
        "form": form,
        "routes": _shown(met, own={one.id for one in own}),
        "is_search": bool(wanted.get("q") or wanted.get("galler")),
        "may_add": bool(own),
        "is_staff": actor is not None and actor.is_staff,
    }
    return render(request, "county/routes/routes.html", context)


@require_http_methods(ACT)
@staff_page
def add(request: HttpRequest) -> HttpResponse:
    """Write a contact route of one's own organisation."""
    actor, own = own_writer(request)
    form = forms.NewRouteForm(request.POST if request.method == "POST" else None, organisations=own)
    if form.is_valid():
        organisation = UUID(form.cleaned_data.pop("organisation"))
        commands.add_route(
            actor, organisation=organisation, says=_says(form), today=timezone.localdate()
        )
        return redirect(f"{reverse('county:routes')}?klart=lanet-kontaktvag")
    return ask(
        request,
        form,
        heading=_("Lägg till en kontaktväg"),
        send=_("Lägg till"),
        back=_back(),
    )


@require_http_methods(ACT)
@staff_page
def change(request: HttpRequest, route: UUID) -> HttpResponse:
    """Change a contact route; it counts as checked today."""
    actor, found = _own(request, route)
    names = list(forms.RouteForm.base_fields)
    form = forms.RouteForm(
        request.POST if request.method == "POST" else None,
        initial={name: getattr(found, name) for name in names},
    )
    if form.is_valid():
        commands.change_route(actor, found, says=_says(form), today=timezone.localdate())
        return redirect(f"{reverse('county:routes')}?klart=lanet-kontaktvag")
    return ask(
        request,
        form,
        heading=_("Ändra kontaktvägen"),
        send=_("Spara"),
        back=_back(),
        about=found.organisation.name,
    )


@require_POST
@staff_page
def check(request: HttpRequest, route: UUID) -> HttpResponse:
    """Say that a contact route is still so."""
    actor, found = _own(request, route)
    commands.check_route(actor, found, today=timezone.localdate())
    return redirect(f"{reverse('county:routes')}?klart=lanet-kontaktvag-kontrollerad")


@require_http_methods(ACT)
@staff_page
def end(request: HttpRequest, route: UUID) -> HttpResponse:
    """Take a contact route away, after a question."""
    actor, found = _own(request, route)
    if request.method == "POST":
        commands.end_route(actor, found, today=timezone.localdate())
        return redirect(f"{reverse('county:routes')}?klart=lanet-kontaktvag-bort")
    context = {
        "heading": _("Ta bort kontaktvägen?"),
        "text": _("%(function)s, %(organisation)s visas inte längre för någon.")
        % {"function": found.function, "organisation": found.organisation.name},
        "action": request.path,
        "submit": _("Ta bort"),
        "back": reverse("county:routes"),
    }
    return render(request, "shared/confirm_page.html", context)


def _shown(lines: Iterable[RouteLine], *, own: set[UUID]) -> list[RouteShown]:
    today = timezone.localdate()
    return [
        RouteShown(
            line=one,
            concern=str(CONCERNS[one.concern]),
            call="".join(sign for sign in one.telephone if sign.isdigit() or sign == "+"),
            checked=words.short_day(one.checked_on, today=today),
            may_write=one.organisation_id in own,
        )
        for one in lines
    ]


def _everything(line: RouteLine) -> str:
    """Give all that a search may meet."""
    said = (line.organisation, line.workplace, line.function, line.about)
    return " ".join([*said, str(CONCERNS[line.concern])])


def _own(request: HttpRequest, route: UUID) -> tuple[Actor, Any]:
    """Open a contact route that one may write; raises Http404 for another's."""
    actor, found = actor_of(request), queries.open_route(route)
    if not queries.may_write_for(actor, found.organisation.public_id, timezone.localdate()):
        raise Http404
    return actor, found


def _says(form: forms.RouteForm) -> commands.Route:
    return commands.Route(**form.cleaned_data)


def _back() -> Link:
    return Link(text=_("Kontaktvägar"), href=reverse("county:routes"))
