"""A child's page, and the small pages that hang on it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.disclosure.queries import (
    consents,
    deliveries,
    not_shared,
    receipts,
    sent,
    substitutes,
)
from varjebarn.organisations.queries import staff
from varjebarn.participation.queries import plan_views
from varjebarn.people import commands as people
from varjebarn.people.queries import guardians, involved, open_child
from varjebarn.plan.queries import closed_plans, current_plan
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.county import our_county
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.child import pages
from varjebarn.web.staff.child.forms import InvolveForm, ReleaseForm
from varjebarn.web.staff.model import county_model, language
from varjebarn.web.staff.plan.closed import closed_rows
from varjebarn.web.staff.who import who
from varjebarn.wellbeing.queries import signals


@staff_page
@require_safe
def child(request: HttpRequest, child: UUID) -> HttpResponse:
    """Show a child as the unit knows the child."""
    actor = actor_of(request)
    file = open_child(actor, child)
    page = pages.child_page(
        actor=actor,
        model=county_model(),
        language=language(),
        guardians=guardians(actor, file),
        substitutes=substitutes(actor, file),
        involved=involved(actor, file),
        signals=signals(actor, file),
        consents=consents(actor, file),
        deliveries=deliveries(actor, file),
        views=plan_views(actor, file),
        plan=current_plan(actor, file),
        sent=sent(actor, file),
        receipts=receipts(actor, file),
        not_shared=not_shared(actor, file),
    )
    context = {
        "page": page,
        "closed_plans": closed_rows(closed_plans(actor, file)),
        "who": who(file, on=timezone.localdate()),
    }
    return render(request, "staff/child/child.html", context)


@staff_page
@require_safe
def concern(request: HttpRequest, child: UUID) -> HttpResponse:
    """Say what to do when a child may come to harm. It is a page, and no form: nothing is kept."""
    file = open_child(actor_of(request), child)
    lines = [line for line in our_county().help_lines if line.key in {"emergency", "social"}]
    context = {"who": who(file, on=timezone.localdate()), "help_lines": lines}
    return render(request, "staff/child/concern.html", context)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def involve(request: HttpRequest, child: UUID) -> HttpResponse:
    """Involve a colleague with a child, and say why."""
    actor = actor_of(request)
    file = open_child(actor, child)
    form = InvolveForm(
        request.POST or None,
        colleagues=pages.colleagues(actor, staff(actor), involved(actor, file)),
    )
    if form.is_valid():
        people.involve(
            actor,
            file,
            person=UUID(form.cleaned_data["person"]),
            role=form.cleaned_data["role"],
            reason=form.cleaned_data["reason"],
        )
        return redirect(reverse("staff:child", args=[child]) + "?klart=kollega")
    return answer(
        request,
        "staff/child/involve.html",
        {"who": who(file, on=timezone.localdate())},
        form=form,
    )


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def release(request: HttpRequest, child: UUID, involvement: UUID) -> HttpResponse:
    """End what lets somebody in and say why; the last person stays until somebody else is there."""
    actor, on = actor_of(request), timezone.localdate()
    file = open_child(actor, child)
    there = involved(actor, file)
    lines = pages.lines_to_end(actor, there, involvement)
    if not lines:
        raise Http404
    line = lines[-1]
    is_me, is_last = line.person_id == actor.person_id, pages.is_last(there, line.person)
    form = ReleaseForm(request.POST or None)
    if not is_last and form.is_valid():
        for one in lines:
            people.release(actor, involvement=one.involvement, reason=form.cleaned_data["reason"])
        place = reverse("staff:day") if is_me else reverse("staff:child", args=[child])
        return redirect(place + "?klart=inte-med")
    context = {
        "line": line,
        "is_me": is_me,
        "is_last": is_last,
        "leads": any(one.role == "lead" for one in lines),
        "who": who(file, on=on),
    }
    return answer(request, "staff/child/release.html", context, form=form)
