"""What has come from another unit is taken into the file, and its author gets an answer there."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from varjebarn.disclosure.defaults import suggested_answers
from varjebarn.disclosure.queries import open_delivery, protected_at_unit
from varjebarn.kernel.actors import Duty
from varjebarn.people.queries import child_of
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.ground_form import GroundForm
from varjebarn.web.staff.model import language
from varjebarn.web.staff.protected import FIELD, protected_row
from varjebarn.web.staff.who import who
from varjebarn.wellbeing import commands, queries


@staff_page
@require_POST
def receive(request: HttpRequest, delivery: UUID) -> HttpResponse:
    """Take it in: a contact goes on to judge it, others hand it to one."""
    actor = actor_of(request)
    copy = open_delivery(actor, delivery)
    made = commands.receive_signal(actor, copy)
    if Duty.CONTACT in actor.duties:
        return redirect(reverse("staff:assess", args=[copy.child_file.public_id]))
    return redirect(reverse("staff:hand", args=[made.public_id]) + "?klart=signal-inlagd")


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def answer_sender(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Show the answer as it goes back to whoever noticed, and send it."""
    actor = actor_of(request)
    row = queries.open_signal(actor, signal)
    child = child_of(actor, row.child_file_id)
    stands = queries.answering(actor, child, row)
    if stands is None or stands.answered_at is not None or not row.outcome_text:
        raise Http404
    form = GroundForm(
        request.POST or None,
        answers=suggested_answers("signal_answer", "CONSENT", "sv"),
        language=language(),
        skip=frozenset({"purpose"}),
    )
    if form.is_valid():
        shown = {request.POST.get(FIELD, "")}
        commands.answer_sender(actor, row, answers=form.said(), secrecy_shown=shown)
        return redirect(reverse("staff:signal", args=[signal]) + "?klart=signal-besvarad")
    context = {
        "signal": signal,
        "author": row.author_name,
        "words": row.outcome_text,
        "stands": stands,
        "protected": protected_row(protected_at_unit(stands.unit), language()),
        "who": who(child, on=timezone.localdate()),
    }
    return answer(request, "staff/signal/answer.html", context, form=form)
