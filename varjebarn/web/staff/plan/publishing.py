"""A version is shown to its decider with everybody who gets it, and sent."""

from datetime import date
from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Changed
from varjebarn.plan import commands, queries
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.staff.ground_form import ground_forms, grounds_sent
from varjebarn.web.staff.model import language
from varjebarn.web.staff.plan.recipients import recipient_name, recipient_rows
from varjebarn.web.staff.preview import cards
from varjebarn.web.staff.who import who


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, plan: UUID) -> HttpResponse:
    """Show who gets which parts and who does not; send only what was shown."""
    actor, on = actor_of(request), timezone.localdate()
    row = queries.open_plan(actor, plan)
    status = _sent(request, actor, row, on) if request.method == "POST" else HTTPStatus.OK
    if status is HTTPStatus.FOUND:
        return redirect(reverse("staff:plan", args=[plan]) + "?klart=plan-skickad")
    preview = queries.recipients_preview(actor, row, on)
    context = {
        "preview": preview,
        "rows": recipient_rows(
            preview.lines, shown_at=lambda ref: reverse("staff:plan_preview", args=[plan, ref])
        ),
        "lacking": [sentence(reason) for reason in preview.lacking],
        "grounds": ground_forms(request.POST or None, preview.answers, language()),
        "has_changed": status is HTTPStatus.CONFLICT,
        "has_faults": status is HTTPStatus.UNPROCESSABLE_ENTITY,
        "plan_id": plan,
        "who": who(row.child_file, on=on),
        "tab": "plan",
    }
    return render(request, "staff/plan/publish.html", context, status=status)


@staff_page
@require_safe
def shown_before(request: HttpRequest, plan: UUID, recipient: UUID) -> HttpResponse:
    """Show the copy that one recipient would get, on that recipient's page. Nothing is sent by it."""
    actor, on = actor_of(request), timezone.localdate()
    row = queries.open_plan(actor, plan)
    shown = queries.version_for(actor, row, recipient=recipient, on=on)
    if shown is None:
        raise Http404
    context = {
        "name": recipient_name(shown.line),
        "cards": cards([shown], language()),
        "plan_id": plan,
        "who": who(row.child_file, on=on),
        "tab": "plan",
    }
    return render(request, "staff/plan/preview.html", context)


def _sent(request: HttpRequest, actor: Actor, plan: Any, on: date) -> HTTPStatus:
    """Send it as the page was sent. Who gets it is listed once, by the command, and compared there."""
    answers = queries.answers_on(grounds_sent(request.POST))
    if not answers:
        answers = queries.recipients_preview(actor, plan, on).answers
    grounds = ground_forms(request.POST, answers, language())
    if not grounds.is_valid:
        return HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        commands.publish_version(
            actor, plan, shown=request.POST.get("shown", ""), on=on, answers=grounds.said()
        )
    except Changed:
        return HTTPStatus.CONFLICT
    return HTTPStatus.FOUND
