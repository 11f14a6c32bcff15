"""Keep something from a guardian, see what is kept, and look at it again."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.disclosure import commands
from varjebarn.disclosure.queries import open_withholding, withheld
from varjebarn.disclosure.withholding import OF_WHEREABOUTS, Kind, Why, last_review
from varjebarn.kernel.decisions import Refused
from varjebarn.people.queries import guardians, open_child
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.who import who
from varjebarn.web.staff.withholding import pages
from varjebarn.web.staff.withholding.forms import HideForm, ReviewForm
from varjebarn.web.staff.withholding.things import groups, thing_of


@staff_page
@require_safe
def withheld_page(request: HttpRequest, child: UUID) -> HttpResponse:
    """List what the unit keeps from guardians about a child, and has kept."""
    actor, on = actor_of(request), timezone.localdate()
    file = open_child(actor, child)
    listed = pages.rows(withheld(actor, file), on=on)
    context = {
        "now": [row for row in listed if row.lifted_at is None],
        "before": [row for row in listed if row.lifted_at is not None],
        "who": who(file, on=on),
    }
    return render(request, "staff/withholding/withheld.html", context)


@staff_page
@require_safe
def choose(request: HttpRequest, child: UUID) -> HttpResponse:
    """Show what there is to keep."""
    actor = actor_of(request)
    file = open_child(actor, child)
    context = {"groups": groups(actor, file), "who": who(file, on=timezone.localdate())}
    return render(request, "staff/withholding/choose.html", context)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def hide(request: HttpRequest, child: UUID, kind: str, item: UUID) -> HttpResponse:
    """Keep one thing from one guardian, from all, or from everybody but the child."""
    actor, on = actor_of(request), timezone.localdate()
    file = open_child(actor, child)
    thing = thing_of(groups(actor, file), kind, item)
    if thing is None:
        raise Http404
    known = guardians(actor, file)
    form = HideForm(
        request.POST or None,
        kind=thing.kind,
        guardians=[(str(one.person_ref), f"{one.name}, {one.relation}") for one in known],
        initial={"review_on": _first_day(thing.kind, on)},
    )
    if form.is_valid():
        try:
            commands.withhold(
                actor, file, item=thing.item, label=thing.label, wish=form.wish(), on=on
            )
            return redirect(reverse("staff:withheld", args=[child]) + "?klart=dolt")
        except Refused as no:
            form.refuse(no.reason)
    context = {
        "thing": thing,
        "is_place": thing.kind is Kind.WHEREABOUTS,
        "nobody": not known,
        "who": who(file, on=on),
    }
    return answer(request, "staff/withholding/hide.html", context, form=form)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, child: UUID, withholding: UUID) -> HttpResponse:
    """Look at it again: keep it on, or let it go."""
    actor, on = actor_of(request), timezone.localdate()
    file = open_child(actor, child)
    row = open_withholding(actor, withholding)
    line = next(one for one in withheld(actor, file) if one.withholding == withholding)
    last = last_review(Why(row.why), on)
    form = ReviewForm(request.POST or None, initial={"review_on": last})
    if form.is_valid():
        try:
            return redirect(
                reverse("staff:withheld", args=[child])
                + _reviewed(actor, row, form.cleaned_data, on)
            )
        except Refused as no:
            form.refuse(no.reason)
    context = {
        "row": pages.rows([line], on=on)[0],
        "last": last,
        "who": who(file, on=on),
    }
    return answer(request, "staff/withholding/review.html", context, form=form)


def _reviewed(actor: Any, row: Any, said: dict[str, Any], on: date) -> str:
    """Do what the reviewer came to; give the notice for the next page."""
    if said["outcome"] == "lift":
        commands.lift_withholding(actor, row, reason=said["reason"])
        return "?klart=visas-igen"
    commands.keep_withholding(actor, row, reason=said["reason"], review_on=said["review_on"], on=on)
    return "?klart=doljs-langre"


def _first_day(kind: Kind, on: date) -> date:
    """Suggest a day of review: the last that every provision of that kind allows."""
    fitting = OF_WHEREABOUTS if kind is Kind.WHEREABOUTS else frozenset(Why) - OF_WHEREABOUTS
    return min(last_review(why, on) for why in fitting)
