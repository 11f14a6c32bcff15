"""A version is shown to its decider with everybody who gets it, and sent."""

from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.kernel.decisions import Changed
from varjebarn.plan import commands, queries
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.staff.ground_form import ground_forms
from varjebarn.web.staff.model import language
from varjebarn.web.staff.plan.recipients import recipient_rows
from varjebarn.web.staff.who import who


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Show who gets which parts and who does not; send only what was shown."""
    actor, on = actor_of(request), timezone.localdate()
    row = queries.open_plan(actor, plan)
    preview = queries.recipients_preview(actor, row, on)
    grounds = ground_forms(request.POST or None, preview.answers, language())
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if grounds.is_valid:
            try:
                commands.publish_version(
                    actor,
                    row,
                    shown=request.POST.get("shown", ""),
                    on=on,
                    answers=grounds.said(),
                )
                return redirect(reverse("staff:plan", args=[plan]) + "?klart=plan-skickad")
            except Changed:
                status = HTTPStatus.CONFLICT
    context = {
        "preview": preview,
        "rows": recipient_rows(preview.lines),
        "lacking": [sentence(reason) for reason in preview.lacking],
        "grounds": grounds,
        "has_changed": status is HTTPStatus.CONFLICT,
        "has_faults": status is HTTPStatus.UNPROCESSABLE_ENTITY,
        "plan_id": plan,
        "who": who(row.child_file, on=on),
        "tab": "plan",
    }
    return render(request, "staff/plan/publish.html", context, status=status)
