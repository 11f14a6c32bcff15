"""People and assignments of the acting unit, for its keeper. No child is named here."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.kernel.actors import Actor, Duty
from varjebarn.organisations.commands import assign, end_assignment
from varjebarn.organisations.queries import StaffLine, staff, workplaces
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.keeper import forms, pages
from varjebarn.web.keeper.first_login import first_login, give_demo_account
from varjebarn.web.shared.forms import answer


def keeper_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only the unit's keeper comes here; to others the page isn't there."""

    @staff_page
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if Duty.KEEPER not in actor_of(request).duties:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@keeper_page
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Show who works in the unit, and as what."""
    actor = actor_of(request)
    lines = staff(actor, coming=True)
    page = pages.people_page(actor, lines, today=timezone.localdate())
    added = next((one for one in lines if str(one.person) == request.GET.get("ny")), None)
    told = first_login(added.person, added.name) if added else None
    return render(request, "keeper/people.html", {"page": page, "added": told})


@keeper_page
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Add somebody new, with an assignment."""
    return _add(request, None)


@keeper_page
@require_http_methods(["GET", "HEAD", "POST"])
def add_to(request: HttpRequest, person: UUID) -> HttpResponse:
    """Give somebody in the unit one more assignment."""
    actor = actor_of(request)
    found = next((line for line in staff(actor, coming=True) if line.person == person), None)
    if found is None or person == actor.person:
        raise Http404
    return _add(request, found)


@keeper_page
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, assignment: UUID) -> HttpResponse:
    """End an assignment from now, after one more question."""
    actor = actor_of(request)
    lines = staff(actor, coming=True)
    found = next((line for line in lines if line.assignment == assignment), None)
    if found is None or found.person == actor.person:
        raise Http404
    if request.method == "POST":
        end_assignment(actor, assignment=assignment)
        return redirect(f"{reverse('keeper:people')}?klart=uppdrag-avslutat")
    context = {
        "heading": _("Avsluta uppdraget för %(name)s?") % {"name": found.name},
        "text": _(
            "%(title)s, %(period)s. Uppdraget slutar gälla nu. Det som personen har skrivit finns kvar."
        )
        % {"title": found.title, "period": pages.period_in_words(found)},
        "action": request.path,
        "submit": _("Avsluta uppdraget"),
        "back": reverse("keeper:people"),
    }
    return render(request, "keeper/end.html", context)


def _add(request: HttpRequest, known: StaffLine | None) -> HttpResponse:
    actor = actor_of(request)
    form_class = forms.AssignmentForm if known else forms.PersonForm
    form = form_class(request.POST or None, places=_places(actor), today=timezone.localdate())
    if form.is_valid():
        said = form.cleaned_data
        begins, ends = form.period
        made = assign(
            actor,
            person=known.person if known else None,
            given_name=said.get("given_name", ""),
            family_name=said.get("family_name", ""),
            title=said["title"],
            duties=said["duties"],
            workplace=UUID(said["workplace"]) if said["workplace"] else None,
            valid_from=begins,
            valid_to=ends,
        )
        there = f"{reverse('keeper:people')}?klart=uppdrag-givet"
        if known is None:
            give_demo_account(
                made.person, given_name=said["given_name"], family_name=said["family_name"]
            )
            there = f"{there}&ny={made.person}"
        return redirect(there)
    return answer(request, "keeper/add.html", {"name": known.name if known else ""}, form=form)


def _places(actor: Actor) -> list[tuple[str, str]]:
    return [(str(place.public_id), place.name) for place in workplaces(actor)]
