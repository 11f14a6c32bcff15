"""What families ask about readings, for those who answer: the log reviewer, a contact, the head."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.audit.commands import answer_question
from varjebarn.audit.questions import UnitQuestion, unit_questions
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.shared.forms import answer
from varjebarn.web.staff.log.forms import AnswerForm
from varjebarn.web.staff.log.pages import act_in_words

ANSWERING = frozenset({Duty.LOG_REVIEWER, Duty.CONTACT, Duty.MANAGER})


@staff_page
@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """List the questions that the acting person may answer. For others the page does not exist."""
    rows = [(one, act_in_words(one.act)) for one in unit_questions(_answering(request))]
    context = {
        "waiting": [row for row in rows if row[0].answered_at is None],
        "answered": [row for row in rows if row[0].answered_at is not None],
    }
    return render(request, "staff/log/questions.html", context)


@staff_page
@require_http_methods(["GET", "HEAD", "POST"])
def answer_one(request: HttpRequest, question: UUID) -> HttpResponse:
    """Answer one question."""
    actor = _answering(request)
    one = _find(actor, question)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        answer_question(
            actor,
            question,
            words=form.cleaned_data["words"],
            answered=one.answered_at is not None,
        )
        return redirect(reverse("staff:reading_questions") + "?klart=lasning-besvarad")
    context = {"question": one, "act": act_in_words(one.act)}
    return answer(request, "staff/log/answer.html", context, form=form)


def _answering(request: HttpRequest) -> Actor:
    actor = actor_of(request)
    if not actor.duties & ANSWERING:
        raise Http404
    return actor


def _find(actor: Actor, question: UUID) -> UnitQuestion:
    for one in unit_questions(actor):
        if one.question == question:
            return one
    raise Http404
