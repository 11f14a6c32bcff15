"""A version is shown to its decider with everybody who gets it, and sent; a team is invited."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.kernel.decisions import Changed
from varjebarn.plan import commands, queries
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.staff.ground_form import GroundForm
from varjebarn.web.staff.labels import GROUNDS, label
from varjebarn.web.staff.model import language
from varjebarn.web.staff.plan.forms import InviteForm
from varjebarn.web.staff.plan.recipients import recipient_rows
from varjebarn.web.staff.who import who

KNOWN = {"CONSENT": frozenset({"purpose"}), "GUARDIAN": frozenset({"custody_checked"})}


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Show who gets which parts and who does not; send only what was shown."""
    actor, on = actor_of(request), timezone.localdate()
    row = queries.open_plan(actor, plan)
    preview = queries.recipients_preview(actor, row, on)
    forms = _ground_forms(request, preview.answers)
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if not [form for _ground, form in forms if not form.is_valid()]:
            try:
                commands.publish_version(
                    actor,
                    row,
                    shown=request.POST.get("shown", ""),
                    on=on,
                    answers={ground: form.said() for ground, form in forms},
                )
                return redirect(reverse("staff:plan", args=[plan]) + "?klart=plan-skickad")
            except Changed:
                status = HTTPStatus.CONFLICT
    context = {
        "preview": preview,
        "rows": recipient_rows(preview.lines),
        "lacking": [sentence(reason) for reason in preview.lacking],
        "grounds": [(label(GROUNDS, ground), form) for ground, form in forms],
        "has_changed": status is HTTPStatus.CONFLICT,
        "has_faults": status is HTTPStatus.UNPROCESSABLE_ENTITY,
        "plan_id": plan,
        "who": who(row.child_file, on=on),
        "tab": "plan",
    }
    return render(request, "staff/plan/publish.html", context, status=status)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Ask the units that the consent covers to take part."""
    actor, on = actor_of(request), timezone.localdate()
    row = queries.open_plan(actor, plan)
    preview = queries.recipients_preview(actor, row, on)
    units = [
        (str(line.ref), f"{line.name}, {line.organisation_name}")
        for line in preview.lines
        if line.is_recipient and line.kind is queries.RecipientKind.UNIT and "why" in line.parts
    ]
    form = InviteForm(request.POST or None, units=units)
    if units and form.is_valid():
        asked = form.cleaned_data["asked"]
        commands.invite_team(actor, row, asked=asked, on=on, units=form.chosen())
        return redirect(reverse("staff:plan", args=[plan]) + "?klart=inbjudan-skickad")
    context = {
        "has_units": bool(units),
        "plan_id": plan,
        "who": who(row.child_file, on=on),
        "tab": "plan",
    }
    return answer(request, "staff/plan/invite.html", context, form=form)


def _ground_forms(request: HttpRequest, answers: Any) -> list[tuple[str, GroundForm]]:
    """Make one form for each ground, with its suggested sentences."""
    return [
        (
            ground,
            GroundForm(
                request.POST if request.method == "POST" else None,
                prefix=ground,
                answers=sentences,
                language=language(),
                skip=KNOWN.get(ground, frozenset()),
            ),
        )
        for ground, sentences in answers.items()
    ]
