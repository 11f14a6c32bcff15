"""Pages by which a plan goes over to somebody else, or comes to its end."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from varjebarn.organisations.queries import staff
from varjebarn.people.queries import involved
from varjebarn.plan import commands, queries
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.plan.editing import edit, editable
from varjebarn.web.staff.plan.forms_of_ending import CloseForm, LeadForm
from varjebarn.web.staff.plan.pages import may_lead
from varjebarn.web.staff.who import who


@staff_page
@editable
def lead(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Let somebody else in the unit hold the plan together. Whoever is out by that goes home."""
    actor = actor_of(request)
    row = queries.open_plan(actor, plan)
    form = LeadForm(request.POST or None, colleagues=may_lead(row, staff(actor)))
    response = edit(
        request,
        row,
        form,
        _("Byt vem som håller ihop planen"),
        lambda: commands.change_lead(
            actor,
            row,
            person=UUID(form.cleaned_data["person"]),
            reason=form.cleaned_data["reason"],
        ),
    )
    if form.is_valid() and not involved(actor, row.child_file):
        return redirect(reverse("staff:day") + "?klart=plan-overlamnad")
    return response


@staff_page
@editable
def close(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Close a plan and say why. It can't be opened again, and the page says so."""
    actor, on = actor_of(request), timezone.localdate()
    row = queries.open_plan(actor, plan)
    form = CloseForm(request.POST or None)
    if form.is_valid():
        commands.close_plan(actor, row, outcome=form.cleaned_data["outcome"], on=on)
        return redirect(reverse("staff:plan", args=[plan]) + "?klart=plan-avslutad")
    context = {"plan_id": plan, "who": who(row.child_file, on=on), "tab": "plan"}
    return answer(request, "staff/plan/close.html", context, form=form)
