"""A copy is opened, taken in or declined; and a unit with a copy of a plan adds to it."""

from datetime import date
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.disclosure.commands import decline_delivery, file_delivery
from varjebarn.disclosure.queries import (
    intake_candidates,
    open_delivery,
    own_numbers,
    secrecy_marks,
)
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Changed
from varjebarn.organisations.queries import staff
from varjebarn.plan import commands as plans
from varjebarn.plan.queries import (
    contribution_of,
    contribution_preview,
    contributions_for,
)
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.inbox import contributing, pages
from varjebarn.web.staff.inbox.forms import DeclineForm, TakeForm
from varjebarn.web.staff.model import language
from varjebarn.web.staff.preview import SHOW, STEP, PreviewCard, cards
from varjebarn.web.staff.who import who


@staff_page
@require_safe
def delivery(request: HttpRequest, delivery: UUID) -> HttpResponse:
    """Show a copy as it was sent. The sender sees that it has been opened."""
    actor = actor_of(request)
    copy = open_delivery(actor, delivery)
    context = {
        "page": pages.delivery_page(copy, actor.area, _closed(actor, copy)),
        "content": pages.content(actor, copy, language()),
        "numbers": own_numbers(actor, delivery),
        "marks": secrecy_marks(actor, delivery),
        "who": who(copy.child_file, on=timezone.localdate()),
    }
    return render(request, "staff/inbox/delivery.html", context)


def _closed(actor: Actor, copy: Any) -> Any:
    """Say why nothing can be added to the plan now, if it can't; the page that adds asks the same."""
    if not pages.takes_part(copy):
        return None
    ref, on = pages.plan_ref(copy), timezone.localdate()
    return contribution_preview(actor, copy.child_file, ref, on=on).decision.reason


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: HttpRequest, delivery: UUID) -> HttpResponse:
    """File a copy, and say who takes it."""
    actor = actor_of(request)
    copy = open_delivery(actor, delivery)
    page = pages.delivery_page(copy)
    if not page.waits_for_intake:
        return redirect("staff:delivery", delivery)
    form = TakeForm(
        request.POST or None,
        candidates=pages.candidates(intake_candidates(actor, copy)),
        colleagues=pages.takers(actor, staff(actor), is_signal=copy.content_kind == "signal"),
        is_known=copy.child_file.filed,
    )
    if form.is_valid():
        file_delivery(actor, copy, into=form.into_file, taker=form.taker_person)
        mine = form.taker_person is None
        there = reverse("staff:delivery", args=[delivery]) if mine else reverse("staff:day")
        return redirect(f"{there}?klart=mottagen")
    context = {"page": page, "who": who(copy.child_file, on=timezone.localdate())}
    return answer(request, "staff/inbox/take.html", context, form=form)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, delivery: UUID) -> HttpResponse:
    """Say that a copy does not belong here, and why; also after it has been taken in.

    It can't be undone, so it is a page of its own.
    """
    actor = actor_of(request)
    copy = open_delivery(actor, delivery)
    page = pages.delivery_page(copy)
    if page.is_declined:
        return redirect("staff:delivery", delivery)
    form = DeclineForm(request.POST or None)
    if form.is_valid():
        decline_delivery(actor, copy, reason=form.cleaned_data["reason"])
        if page.waits_for_intake:
            return redirect("/personal/?klart=avbojd")
        return redirect(reverse("staff:delivery", args=[delivery]) + "?klart=skickad-tillbaka")
    context = {"page": page, "who": who(copy.child_file, on=timezone.localdate())}
    return answer(request, "staff/inbox/decline.html", context, form=form)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def contribute(request: HttpRequest, delivery: UUID) -> HttpResponse:
    """Add to a plan that another unit leads: how one's own actions go, a note, the wheel."""
    actor = actor_of(request)
    copy, on = open_delivery(actor, delivery), timezone.localdate()
    preview = contribution_preview(actor, copy.child_file, pages.plan_ref(copy), on=on)
    forms = contributing.forms(request.POST or None, preview, copy, language())
    shown = request.POST.get("shown", "") if request.method == "POST" else preview.digest
    status = HTTPStatus.UNPROCESSABLE_ENTITY if forms.has_faults else HTTPStatus.OK
    if shown != preview.digest:
        status = HTTPStatus.CONFLICT
    elif forms.is_valid and request.POST.get(STEP) != SHOW:
        try:
            plans.contribute(
                actor,
                copy.child_file,
                plan_ref=pages.plan_ref(copy),
                on=on,
                answers=forms.grounds.said(),
                actions=forms.reports(on),
                wheel=forms.wheel(),
                note=forms.words(),
                shown=shown,
            )
            return redirect(reverse("staff:delivery", args=[delivery]) + "?klart=bidrag-skickat")
        except Changed:
            status = HTTPStatus.CONFLICT
    context = {
        "page": pages.delivery_page(copy),
        "preview": contributing.preview_page(preview),
        "cards": _cards(actor, copy, forms, on) if request.POST.get(STEP) == SHOW else None,
        "forms": forms,
        "has_faults": status is HTTPStatus.UNPROCESSABLE_ENTITY,
        "has_changed": status is HTTPStatus.CONFLICT,
        "who": who(copy.child_file, on=on),
    }
    return render(request, "staff/inbox/contribute.html", context, status=status)


def _cards(
    actor: Actor, copy: Any, forms: contributing.ContributionForms, on: date
) -> tuple[PreviewCard, ...] | None:
    """Show what would be added, as each recipient would get it; nothing while something is wrong."""
    if not forms.is_valid:
        return None
    added = contribution_of(
        actor,
        plan_ref=pages.plan_ref(copy),
        on=on,
        actions=forms.reports(on),
        wheel=forms.wheel(),
        note=forms.words(),
    )
    return cards(contributions_for(actor, copy.child_file, added, on=on), language())
