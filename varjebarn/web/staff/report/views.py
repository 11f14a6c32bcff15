"""Social services note what was decided on a report, and tell its reporter one of three things."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.disclosure import commands, queries
from varjebarn.disclosure.defaults import PURPOSE, suggested_answers
from varjebarn.disclosure.feedback import GROUND, KIND, SIGNAL, SOCIAL, Choice
from varjebarn.kernel.actors import Actor
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.inbox.pages import delivery_page
from varjebarn.web.staff.labels import REPORT_CHOICES, label
from varjebarn.web.staff.model import language
from varjebarn.web.staff.protected import FIELD, protected_row
from varjebarn.web.staff.report.forms import FeedbackForm
from varjebarn.web.staff.who import who


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest, delivery: UUID) -> HttpResponse:
    """Note what was decided; a week later at the latest the reporter who has asked is told."""
    actor, on = actor_of(request), timezone.localdate()
    copy = queries.open_delivery(actor, delivery)
    if actor.area != SOCIAL or copy.content_kind != SIGNAL or copy.state != "filed":
        raise Http404
    given = queries.feedback_given(actor, copy.child_file, copy.subject_ref)
    form = FeedbackForm(request.POST or None, on=on)
    if given is None and form.is_valid():
        _keep(actor, copy, form, on)
        if form.is_sending:
            _send(actor, copy, form, on, shown=request.POST.get(FIELD, ""))
        done = "aterkopplat-anmalan" if form.is_sending else "beslut-noterat"
        return redirect(reverse("staff:feedback", args=[delivery]) + f"?klart={done}")
    lines = queries.report_decisions(actor, copy.subject_ref)
    protected = queries.protected_at_unit(copy.from_unit.public_id)
    context = {
        "page": delivery_page(copy),
        "given": given,
        "decided": [(label(REPORT_CHOICES, line.choice), line) for line in lines],
        "protected": protected_row(protected, language()),
        "who": who(copy.child_file, on=on),
    }
    return answer(request, "staff/report/feedback.html", context, form=form)


def _keep(actor: Actor, copy: Any, form: FeedbackForm, on: date) -> None:
    commands.note_report_decision(
        actor,
        copy,
        choice=Choice(form.cleaned_data["choice"]),
        decided_on=form.cleaned_data["decided_on"],
        asked_on=form.cleaned_data["asked_on"],
        on=on,
    )


def _send(actor: Actor, copy: Any, form: FeedbackForm, on: date, *, shown: str) -> None:
    commands.give_feedback(
        actor,
        copy,
        choice=Choice(form.cleaned_data["choice"]),
        decided_on=form.cleaned_data["decided_on"],
        suitability=form.cleaned_data["suitability"].strip(),
        purpose=suggested_answers(KIND, GROUND, "sv")[PURPOSE],
        secrecy_shown={shown},
        on=on,
    )
