"""Units that the consent covers are asked to take part in a plan."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.kernel.actors import Actor
from varjebarn.people.queries import guardians
from varjebarn.plan import commands, queries
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.ground_form import ground_forms
from varjebarn.web.staff.model import language
from varjebarn.web.staff.plan.forms import InviteForm
from varjebarn.web.staff.plan.recipients import recipient_rows
from varjebarn.web.staff.preview import SHOW, STEP, PreviewCard, cards
from varjebarn.web.staff.spoken import spoken
from varjebarn.web.staff.who import who


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Ask the units that the consent covers to take part."""
    actor, on = actor_of(request), timezone.localdate()
    row = queries.open_plan(actor, plan)
    preview = queries.invitation_preview(actor, row, on)
    units = [(str(line.ref), f"{line.name}, {line.organisation_name}") for line in preview.lines]
    form = InviteForm(request.POST or None, units=units)
    grounds = ground_forms(request.POST or None, preview.answers, language())
    has_changed = form.is_bound and request.POST.get("shown") != preview.digest
    is_shown = request.POST.get(STEP) == SHOW
    if units and form.is_valid() and grounds.is_valid and not has_changed and not is_shown:
        commands.invite_team(
            actor,
            row,
            asked=form.cleaned_data["asked"],
            on=on,
            answers=grounds.said(),
            units=form.chosen(),
            shown=preview.digest,
        )
        return redirect(reverse("staff:plan", args=[plan]) + "?klart=inbjudan-skickad")
    asked_to_see = is_shown and form.is_valid()
    context = {
        "cards": _cards(actor, row, form, on) if asked_to_see else None,
        "has_units": bool(units),
        "grounds": grounds,
        "rows": recipient_rows(preview.lines),
        "shown": preview.digest,
        "has_changed": has_changed,
        "plan_id": plan,
        "who": who(row.child_file, on=on),
        "spoken": spoken(row.child_file, guardians(actor, row.child_file)),
        "tab": "plan",
    }
    faulty = form.is_bound and (not grounds.is_valid or has_changed)
    return answer(request, "staff/plan/invite.html", context, form=form, also_faulty=faulty)


def _cards(actor: Actor, plan: Any, form: InviteForm, on: date) -> tuple[PreviewCard, ...]:
    """Show the invitation as each chosen unit would get it."""
    asked = form.cleaned_data["asked"]
    shown = queries.invitations(actor, plan, asked=asked, units=form.chosen(), on=on)
    return cards(shown, language())
