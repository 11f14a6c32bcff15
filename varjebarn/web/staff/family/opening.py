"""A new child in the unit."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.kernel.actors import Actor
from varjebarn.people import commands as people
from varjebarn.people.rules import may_work_with_children
from varjebarn.people.values import Protection
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.family.forms import NewChildForm


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def new_child(request: HttpRequest) -> HttpResponse:
    """Open a file on a child. The answer is alike if the unit knows the child already."""
    actor = actor_of(request)
    if not may_work_with_children(actor):
        raise Http404
    form = NewChildForm(request.POST or None, on=timezone.localdate())
    if form.is_valid():
        made = _open(actor, form)
        return redirect(reverse("staff:child", args=[made]) + "?klart=barn-tillagt")
    return answer(request, "staff/family/new_child.html", {}, form=form)


def _open(actor: Actor, form: NewChildForm) -> UUID:
    data = form.cleaned_data
    return people.open_file(
        actor,
        given_name=data["given_name"],
        name_used=data["name_used"],
        family_name=data["family_name"],
        born=data["born"],
        language=data["language"],
        interpreter=data["interpreter"],
        protection=Protection(data["protection"]),
        identifiers=form.identifiers(),
        person_ref=_login(actor, data),
        reason=data["reason"],
    ).public_id


def _login(actor: Actor, data: dict[str, Any]) -> UUID | None:
    """Connect the child's own login, if one was written."""
    if data["child_login"] is None:
        return None
    system, value = data["child_login"]
    return people.family_person(
        actor,
        system=system,
        value=value,
        given_name=data["given_name"],
        name_used=data["name_used"],
        family_name=data["family_name"],
    )
