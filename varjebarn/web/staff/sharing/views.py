"""Sharing, in three steps on one address: what and with whom, on what ground, looked at and decided."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.disclosure import commands
from varjebarn.disclosure.queries import SharingWish, sharing_advice
from varjebarn.people.queries import open_child
from varjebarn.steering.queries import agreements_between
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.model import language
from varjebarn.web.staff.sharing import pages
from varjebarn.web.staff.sharing.deciding import Deciding, deciding
from varjebarn.web.staff.sharing.forms import GroundChoice, NotForm, WhatForm, names
from varjebarn.web.staff.sharing.offer import frozen, offer
from varjebarn.web.staff.who import who

CHANGE, OPTIONS, DECIDE, NOT = "andra", "grunder", "dela", "dela-inte"


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest, child: UUID) -> HttpResponse:
    """Let somebody choose, see what that would mean, and share or not."""
    actor, on = actor_of(request), timezone.localdate()
    file = open_child(actor, child)
    offered = offer(actor, file, on=on)
    form = WhatForm(request.POST or None, offered=offered)
    context: dict[str, Any] = {"who": who(file, on=on)}
    step = request.POST.get("steg", "")
    if not form.is_valid() or step == CHANGE:
        return answer(request, "staff/sharing/what.html", context, form=form)
    data = form.cleaned_data
    wish = SharingWish(
        document=frozen(actor, file, offered, data, on=on),
        to=offered.to(data["to"]),
        holds_offence_data=data["offence"],
    )
    name = offered.name(data["to"])
    there = offered.organisation(data["to"])
    context["agreements"] = agreements_between(actor.organisation_name, there, on)
    why = NotForm(request.POST if step == NOT else None)
    if step == NOT and why.is_valid():
        commands.decide_not_to_share(
            actor,
            file,
            kind=wish.document.kind,
            recipient_name=name,
            reason=why.cleaned_data["why_not"],
        )
        return redirect(reverse("staff:child", args=[child]) + "?klart=inte-delat")
    found = sharing_advice(actor, file, wish, on=on)
    sent = request.POST if step != OPTIONS and "ground" in request.POST else None
    choice = GroundChoice(sent, options=found.advice.can, language=language())
    context |= {"why": why}
    option = found.advice.option(choice.cleaned_data["ground"]) if choice.is_valid() else None
    if option is None:
        faulty = why.has_faults or choice.has_faults
        context |= {
            "page": pages.options_page(found, wish.document, name, language()),
            "choice": choice,
            "kept": pages.kept(request.POST, without=names([choice, why])),
            "has_faults": faulty,
        }
        status = HTTPStatus.UNPROCESSABLE_ENTITY if faulty else HTTPStatus.OK
        return render(request, "staff/sharing/options.html", context, status=status)
    decided = deciding(request, offered, option, wish, name, file.called)
    shown = pages.mark(wish.document, found.protected)
    status = HTTPStatus.OK
    if step == DECIDE and request.POST.get("visat") != shown:
        status = HTTPStatus.CONFLICT
    elif step == DECIDE and decided.is_valid:
        decided.share(actor, file, found)
        return redirect(reverse("staff:child", args=[child]) + "?klart=delat")
    elif why.has_faults or step == DECIDE:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
    return _review(request, context, decided, found, why, status, actor.unit)


def _review(
    request: HttpRequest,
    context: dict[str, Any],
    decided: Deciding,
    found: Any,
    why: NotForm,
    status: HTTPStatus,
    unit: UUID | None,
) -> HttpResponse:
    wish = decided.wish
    open_fields = names([why, decided.tell]) | decided.ground_names
    context |= {
        "page": pages.review_page(
            decided.option, wish.document, decided.to_name, found.protected, language(), unit
        ),
        "grounds": decided.grounds,
        "tell": decided.tell,
        "telling": decided.telling_grounds,
        "kept": pages.kept(request.POST, without=open_fields),
        "has_faults": status is HTTPStatus.UNPROCESSABLE_ENTITY,
        "has_changed": status is HTTPStatus.CONFLICT,
    }
    return render(request, "staff/sharing/review.html", context, status=status)
