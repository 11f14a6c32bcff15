"""What the unit does with a copy inside its own walls: numbers it, passes it on to a colleague."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.disclosure.commands import note_own_number
from varjebarn.disclosure.queries import open_delivery, own_numbers
from varjebarn.kernel.actors import Actor
from varjebarn.organisations.queries import staff
from varjebarn.people import commands as people
from varjebarn.people.queries import involved
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.child.pages import colleagues
from varjebarn.web.staff.inbox import pages
from varjebarn.web.staff.inbox.forms import OwnNumberForm, PassOnForm
from varjebarn.web.staff.who import who


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def own_number(request: HttpRequest, delivery: UUID) -> HttpResponse:
    """Note the number that the copy has in the unit's own system. Earlier numbers stay."""
    actor = actor_of(request)
    copy = open_delivery(actor, delivery)
    page = pages.delivery_page(copy)
    if not page.is_filed:
        return redirect("staff:delivery", delivery)
    form = OwnNumberForm(request.POST or None)
    if form.is_valid():
        note_own_number(actor, copy, number=form.cleaned_data["number"])
        return _done(delivery, "eget-nummer")
    context = {
        "page": page,
        "numbers": own_numbers(actor, delivery),
        "who": who(copy.child_file, on=timezone.localdate()),
    }
    return answer(request, "staff/inbox/own_number.html", context, form=form)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def pass_on(request: HttpRequest, delivery: UUID) -> HttpResponse:
    """Let a colleague in, by name and with a reason, and tell that colleague."""
    actor = actor_of(request)
    copy = open_delivery(actor, delivery)
    page = pages.delivery_page(copy)
    if not page.is_filed:
        return redirect("staff:delivery", delivery)
    offered = colleagues(actor, staff(actor), involved(actor, copy.child_file))
    form = PassOnForm(request.POST or None, colleagues=offered)
    if form.is_valid():
        _let_in(actor, copy, form)
        return _done(delivery, "skickad-vidare")
    context = {
        "page": page,
        "is_alone": not offered,
        "who": who(copy.child_file, on=timezone.localdate()),
    }
    return answer(request, "staff/inbox/pass_on.html", context, form=form)


def _let_in(actor: Actor, copy: Any, form: PassOnForm) -> None:
    person = UUID(form.cleaned_data["person"])
    people.involve(
        actor, copy.child_file, person=person, role="team", reason=form.cleaned_data["reason"]
    )
    there = {line.person: line.person_id for line in involved(actor, copy.child_file)}
    people.notify(
        actor, copy.child_file, kind="passed_on", object=copy.public_id, person_id=there[person]
    )


def _done(delivery: UUID, what: str) -> HttpResponse:
    return redirect(reverse("staff:delivery", args=[delivery]) + f"?klart={what}")
