"""The plan's own pages: the working state, a version, and who has read it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.disclosure import queries as disclosure
from varjebarn.people.queries import open_child
from varjebarn.plan import commands, queries
from varjebarn.practice.queries import open_model
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.model import county_model, language
from varjebarn.web.staff.plan import pages
from varjebarn.web.staff.plan.closed import closed_rows
from varjebarn.web.staff.plan.document import document_page
from varjebarn.web.staff.plan.forms import StartForm
from varjebarn.web.staff.who import who


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def child_plan(request: HttpRequest, child: UUID) -> HttpResponse:
    """Lead to the child's plan in this unit; without one, show others' and offer to begin."""
    actor = actor_of(request)
    file, on, model = open_child(actor, child), timezone.localdate(), county_model()
    there = queries.current_plan(actor, file)
    if there is not None:
        return redirect("staff:plan", there.public_id)
    form = StartForm(request.POST or None, on=on)
    if form.is_valid():
        made = commands.start_plan(
            actor,
            file,
            model_id=model.id,
            model_version=model.version,
            on=on,
            why=form.cleaned_data["why"],
            is_sip=form.cleaned_data["is_sip"],
            follow_up_on=form.cleaned_data["follow_up_on"],
        )
        return redirect(reverse("staff:plan", args=[made.public_id]) + "?klart=plan-borjad")
    context = {
        "copies": queries.copies(actor, file),
        "closed_plans": closed_rows(queries.closed_plans(actor, file)),
        "who": who(file, on=on),
        "tab": "plan",
    }
    return answer(request, "staff/plan/begin.html", context, form=form)


@staff_page
@require_safe
def plan(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Show the working state: what the next version will say, and what it still lacks."""
    actor, on = actor_of(request), timezone.localdate()
    row = queries.open_plan(actor, plan)
    document = queries.working_document(actor, row)
    model = open_model(document.model_id, document.model_version)
    context = {
        "plan": document_page(document, model=model, language=language(), unit=actor.unit),
        "page": pages.working_page(actor, row, document, queries.versions(actor, row), on=on),
        "who": who(row.child_file, on=on),
        "tab": "plan",
    }
    return render(request, "staff/plan/plan.html", context)


@staff_page
@require_safe
def version(request: HttpRequest, plan: UUID, number: int) -> HttpResponse:
    """Show one version as it was sent."""
    actor = actor_of(request)
    row = queries.open_plan(actor, plan)
    document = queries.open_version(actor, row, number)
    model = open_model(document.model_id, document.model_version)
    context = {
        "plan": document_page(document, model=model, language=language(), unit=actor.unit),
        "plan_id": plan,
        "who": who(row.child_file, on=timezone.localdate()),
        "tab": "plan",
    }
    return render(request, "staff/plan/version.html", context)


@staff_page
@require_safe
def receipts(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Show who has got which version, and who has opened it."""
    actor = actor_of(request)
    row = queries.open_plan(actor, plan)
    context = {
        "versions": pages.receipt_cards(
            disclosure.sent(actor, row.child_file), disclosure.receipts(actor, row.child_file)
        ),
        "plan_id": plan,
        "who": who(row.child_file, on=timezone.localdate()),
        "tab": "plan",
    }
    return render(request, "staff/plan/receipts.html", context)
