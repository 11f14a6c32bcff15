"""Guardians and parents as a unit has registered them."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.disclosure.queries import substitutes
from varjebarn.kernel.actors import Actor
from varjebarn.people import commands as people
from varjebarn.people.queries import guardians, notice_ways, open_child
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.family.forms import EndCustodyForm, GuardianForm
from varjebarn.web.staff.family.pages import rows
from varjebarn.web.staff.family.replacing import substitute_rows
from varjebarn.web.staff.who import who


@staff_page
@require_safe
def guardians_page(request: HttpRequest, child: UUID) -> HttpResponse:
    """Show the guardians and parents of a child, and how each was checked."""
    actor = actor_of(request)
    file = open_child(actor, child)
    known = guardians(actor, file)
    context = {
        "rows": rows(known, notice_ways(actor, file)),
        "substitutes": substitute_rows(
            substitutes(actor, file), {one.person_ref: one.name for one in known}
        ),
        "who": who(file, on=timezone.localdate()),
    }
    return render(request, "staff/family/guardians.html", context)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, child: UUID) -> HttpResponse:
    """Register a guardian or a parent, with their login."""
    actor = actor_of(request)
    file = open_child(actor, child)
    there = {guardian.name.casefold() for guardian in guardians(actor, file)}
    form = GuardianForm(request.POST or None, taken=lambda name: name.casefold() in there)
    if form.is_valid():
        _register(actor, file, form)
        return redirect(reverse("staff:guardians", args=[child]) + "?klart=vardnadshavare")
    context = {"who": who(file, on=timezone.localdate())}
    return answer(request, "staff/family/new_guardian.html", context, form=form)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, child: UUID, guardian: UUID) -> HttpResponse:
    """End a guardian's time on the file, and what they may open of the unit's copies."""
    actor = actor_of(request)
    file = open_child(actor, child)
    found = next((one for one in guardians(actor, file) if one.public_id == guardian), None)
    if found is None:
        raise Http404
    form = EndCustodyForm(request.POST or None)
    if form.is_valid():
        people.end_custody(actor, found, source=form.cleaned_data["source"])
        return redirect(reverse("staff:guardians", args=[child]) + "?klart=vardnad-avslutad")
    context = {"guardian": found, "who": who(file, on=timezone.localdate())}
    return answer(request, "staff/family/end_custody.html", context, form=form)


def _register(actor: Actor, file: Any, form: GuardianForm) -> None:
    data = form.cleaned_data
    system, value = data["login"]
    person = people.family_person(
        actor,
        system=system,
        value=value,
        given_name=data["given_name"],
        family_name=data["family_name"],
    )
    people.register_guardian(
        actor,
        file,
        person_ref=person,
        name=form.name(),
        relation=data["relation"],
        custody=data["custody"] == "ja",
        source=data["source"],
        valid_from=form.begins(),
        valid_to=form.ends(),
        view_agreed=data["view_agreed"],
        language=data["language"],
        interpreter=data["interpreter"],
    )
