"""Who works with a child, for the head of the unit: see, add, prolong, end. No content is opened by it."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.kernel.actors import Duty
from varjebarn.organisations.queries import staff
from varjebarn.people import commands as people
from varjebarn.people.queries import around
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.access import pages
from varjebarn.web.staff.access.forms import DelegateForm, EndForm, ProlongForm


def manager_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only the unit's head comes here; to others the page isn't there."""

    @staff_page
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if Duty.MANAGER not in actor_of(request).duties:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@require_safe
@manager_page
def around_page(request: HttpRequest, child: UUID) -> HttpResponse:
    """Show who works with a child, from when and until when."""
    actor = actor_of(request)
    page = pages.around_page(actor, around(actor, child), now=timezone.now())
    return render(request, "staff/access/around.html", {"page": page})


@manager_page
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, child: UUID) -> HttpResponse:
    """Let a colleague in for a period."""
    actor = actor_of(request)
    there = around(actor, child)
    form = DelegateForm(
        request.POST or None,
        colleagues=pages.colleagues(actor, staff(actor, coming=True)),
        today=timezone.localdate(),
    )
    if form.is_valid():
        said = form.cleaned_data
        people.delegate(
            actor,
            file=child,
            person=UUID(said["person"]),
            role=said["role"],
            reason=said["reason"],
            first_day=said["first_day"],
            last_day=said["last_day"],
        )
        return redirect(_back(child) + "?klart=kollega-med")
    context = {"page": pages.around_page(actor, there, now=timezone.now())}
    return answer(request, "staff/access/add.html", context, form=form)


@manager_page
@require_http_methods(["GET", "HEAD", "POST"])
def prolong(request: HttpRequest, child: UUID, involvement: UUID) -> HttpResponse:
    """Move the last day of a colleague's involvement later."""
    actor = actor_of(request)
    page = pages.around_page(actor, around(actor, child), now=timezone.now())
    row = next((one for one in page.rows if one.involvement == involvement), None)
    if row is None or not row.may_prolong:
        raise Http404
    form = ProlongForm(request.POST or None, last_day=row.last_day)
    if form.is_valid():
        people.prolong(
            actor,
            involvement=involvement,
            person=row.person,
            last_day=form.cleaned_data["last_day"],
            reason=form.cleaned_data["reason"],
        )
        return redirect(_back(child) + "?klart=forlangt")
    return answer(request, "staff/access/prolong.html", {"page": page, "row": row}, form=form)


@manager_page
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, child: UUID, involvement: UUID) -> HttpResponse:
    """End somebody's involvement; the last one stays until somebody else is there."""
    actor = actor_of(request)
    page = pages.around_page(actor, around(actor, child), now=timezone.now())
    row = next((one for one in page.rows if one.involvement == involvement), None)
    if row is None:
        raise Http404
    form = EndForm(request.POST or None)
    if not row.is_last and form.is_valid():
        people.release(actor, involvement=involvement, reason=form.cleaned_data["reason"])
        return redirect(_back(child) + "?klart=inte-med")
    return answer(request, "staff/access/end.html", {"page": page, "row": row}, form=form)


def _back(child: UUID) -> str:
    return reverse("staff:around", args=[child])
