"""Seats: given, ended, taken over by somebody else. The county's own acts."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varjebarn.steering import commands, queries
from varjebarn.web.acting import staff_page
from varjebarn.web.county.asking import ask
from varjebarn.web.county.bodies import forms
from varjebarn.web.county.choosing import picked
from varjebarn.web.county.duty import county_actor
from varjebarn.web.county.parts import Link

ACT = ["GET", "HEAD", "POST"]


@require_http_methods(ACT)
@staff_page
def appoint(request: HttpRequest, body: UUID) -> HttpResponse:
    """Give somebody a seat in a body."""
    actor, today = county_actor(request), timezone.localdate()
    found = queries.open_body(body)
    if found.ended_on is not None:
        raise Http404
    seats = queries.seats_on(body, today)
    form = forms.SeatForm(
        request.POST if request.method == "POST" else None,
        organisations=queries.organisations(),
        seats=[queries.named_seat(one) for one in seats],
        professions=queries.professions(),
        initial={"valid_from": today},
    )
    if form.is_valid() and _finds_login(form, form.cleaned_data["organisation"]):
        values = form.cleaned_data
        instead_of = picked(values["substitute_for"])
        commands.appoint_member(
            actor,
            found,
            organisation=UUID(values["organisation"]),
            seat=values["seat"],
            valid_from=values["valid_from"],
            valid_to=forms.day_after(values["last_day"]),
            substitute_for=next((one for one in seats if one.public_id == instead_of), None),
            **_who(values),
        )
        return redirect(f"{reverse('county:body', args=[body])}?klart=lanet-plats")
    return ask(
        request,
        form,
        heading=_("Ge någon en plats"),
        send=_("Ge platsen"),
        back=Link(text=found.name, href=reverse("county:body", args=[body])),
        lead=_("Namnet blir öppet för alla."),
    )


@require_http_methods(ACT)
@staff_page
def end(request: HttpRequest, seat: UUID) -> HttpResponse:
    """Say which is the last day of a seat."""
    actor, found, back = county_actor(request), *_seat(seat)
    form = forms.LastDayForm(
        request.POST if request.method == "POST" else None,
        initial={"last_day": timezone.localdate()},
    )
    if form.is_valid():
        after = forms.day_after(form.cleaned_data["last_day"])
        assert after is not None  # noqa: S101 - the field asks for a day
        commands.end_seat(actor, found, valid_to=after)
        return redirect(f"{back.href}?klart=lanet-plats-slut")
    return ask(
        request,
        form,
        heading=_("Avsluta platsen"),
        send=_("Avsluta platsen"),
        back=back,
        about=f"{found.name}, {found.organisation.name}",
    )


@require_http_methods(ACT)
@staff_page
def replace(request: HttpRequest, seat: UUID) -> HttpResponse:
    """Let somebody else from the same organisation take over a seat."""
    actor, found, back = county_actor(request), *_seat(seat)
    form = forms.ReplaceForm(
        request.POST if request.method == "POST" else None,
        professions=queries.professions(),
        initial={
            "on": timezone.localdate(),
            "title": found.title,
            "profession": "" if found.profession is None else str(found.profession.public_id),
        },
    )
    if form.is_valid() and _finds_login(form, str(found.organisation.public_id)):
        values = form.cleaned_data
        commands.replace_member(actor, found, on=values["on"], **_who(values))
        return redirect(f"{back.href}?klart=lanet-ersatt")
    return ask(
        request,
        form,
        heading=_("Byt ut"),
        send=_("Byt ut"),
        back=back,
        about=f"{found.name}, {found.organisation.name}",
        lead=_("Den nya tar över platsen. Den som lämnar står kvar i gruppens historia."),
    )


def _seat(seat: UUID) -> tuple[Any, Link]:
    found = queries.open_seat(seat)
    return found, Link(
        text=found.body.name, href=reverse("county:body", args=[found.body.public_id])
    )


def _finds_login(form: forms.PersonForm, organisation: str) -> bool:
    """Find the login of who gets the seat, if it is said to be there; else say so at the name."""
    if not form.cleaned_data["has_login"]:
        form.cleaned_data["person"] = None
        return True
    there = queries.staff_called(form.cleaned_data["name"], organisation=UUID(organisation))
    if len(there) == 1:
        form.cleaned_data["person"] = there[0]
        return True
    form.add_error(
        "name",
        _("Flera i organisationen heter så. Ge platsen utan inloggning.")
        if there
        else _("Ingen med inloggning i organisationen heter så."),
    )
    return False


def _who(values: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": values["name"],
        "person": values["person"],
        "title": values["title"],
        "profession": picked(values["profession"]),
    }
