"""An emergency opening: the page that asks, and the button that ends it."""

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from varjebarn.kernel.actors import Actor
from varjebarn.people import commands as people
from varjebarn.people.queries import open_child
from varjebarn.people.rules import SearchKey, may_work_with_children
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.access.forms import GlassForm


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def glass(request: HttpRequest) -> HttpResponse:
    """Open a file of one's own unit for an hour. Whom it is about is written, never chosen from a list.

    One answer, with the same words, to a child of another unit, a protected child and nobody at all.
    """
    actor = actor_of(request)
    if not may_work_with_children(actor):
        raise Http404
    form = GlassForm(request.POST or None, area=actor.area)
    if not form.is_valid():
        return answer(request, "staff/access/glass.html", {}, form=form)
    opened = _open(actor, form)
    if opened is None:
        context = {"form": form, "is_missed": True, "has_faults": True}
        return render(request, "staff/access/glass.html", context, status=HTTPStatus.NOT_FOUND)
    return redirect(reverse("staff:child", args=[opened]) + "?klart=nodoppnad")


@staff_page
@require_POST
def mend(request: HttpRequest, child: UUID) -> HttpResponse:
    """End one's own emergency opening before its hour is over."""
    actor = actor_of(request)
    people.mend_glass(actor, open_child(actor, child))
    return redirect("/personal/?klart=nodoppning-avslutad")


def _open(actor: Actor, form: GlassForm) -> UUID | None:
    said = form.cleaned_data
    return people.break_glass_by(
        actor,
        key=said["key"],
        wanted=said["wanted"],
        born=said["born"] if said["key"] == SearchKey.NAME else None,
        kind=said["kind"],
        reason=said["reason"],
        confirmed=said["confirmed"],
    )
