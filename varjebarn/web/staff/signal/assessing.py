"""The contact judges by the model's tree, and tells whoever noticed what became of it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from varjebarn.people.queries import child_of, open_child
from varjebarn.practice.queries import open_model
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.model import county_model, language
from varjebarn.web.staff.signal import pages
from varjebarn.web.staff.signal.forms import AssessForm, CloseForm
from varjebarn.web.staff.who import who
from varjebarn.wellbeing import commands, queries

NEXT = {"together": "staff:ask_consent", "own_service": "staff:child_plan"}


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def assess(request: HttpRequest, child: UUID) -> HttpResponse:
    """Judge what has been noticed: own service, hand over, together, or nothing more."""
    actor = actor_of(request)
    file, on = open_child(actor, child), timezone.localdate()
    lines = pages.to_assess(queries.signals(actor, file))
    model = open_model(lines[0].model_id, lines[0].model_version) if lines else county_model()
    form = AssessForm(request.POST or None, signals=lines, model=model, language=language())
    if form.is_valid():
        made = commands.assess(
            actor,
            file,
            signals=[queries.open_signal(actor, chosen) for chosen in form.chosen()],
            answers=form.answers(),
            to_author=form.cleaned_data["to_author"],
            on=on,
            reason=form.cleaned_data["reason"],
            thoughts=form.thoughts(),
        )
        received = next((line for line in lines if line.is_received), None)
        if received is not None and received.signal in form.chosen():
            there = reverse("staff:answer_sender", args=[received.signal])
            return redirect(there + "?klart=bedomt-svara")
        there = NEXT.get(made.outcome, "staff:child")
        return redirect(reverse(there, args=[child]) + "?klart=bedomt")
    page = pages.assess_page(lines, model, language())
    context = {"page": page, "who": who(file, on=on)}
    return answer(request, "staff/signal/assess.html", context, form=form)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, signal: UUID) -> HttpResponse:
    """Close it with a last word to whoever noticed."""
    actor = actor_of(request)
    row = queries.open_signal(actor, signal)
    child, on = child_of(actor, row.child_file_id), timezone.localdate()
    form = CloseForm(request.POST or None)
    if form.is_valid():
        commands.close_signal(actor, row, to_author=form.cleaned_data["to_author"], on=on)
        return redirect(reverse("staff:signal", args=[signal]) + "?klart=avslutat")
    context = {"signal": signal, "author": row.author_name, "who": who(child, on=on)}
    return answer(request, "staff/signal/close.html", context, form=form)
