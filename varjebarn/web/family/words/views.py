"""Questions, one a page; every step keeps what was said, whichever way one goes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.disclosure.queries import (
    draft_for,
    family_deliveries,
    family_delivery,
    open_family_delivery,
    written,
)
from varjebarn.kernel.actors import Actor
from varjebarn.participation.answers import Answer, answers_from
from varjebarn.participation.commands import keep_words, send_words
from varjebarn.participation.questions import CHILD
from varjebarn.participation.rules import CHILD_WORDS, GUARDIAN_WORDS
from varjebarn.web.acting import actor_of, family_page
from varjebarn.web.family import given as g
from varjebarn.web.family.labels import WORDS
from varjebarn.web.family.words import pages
from varjebarn.web.family.words.forms import QuestionForm, SendForm
from varjebarn.web.shared.forms import answer


@require_safe
@family_page
def words(request: HttpRequest) -> HttpResponse:
    """Show what one has been asked, and what one has sent."""
    actor = actor_of(request)
    questions = g.read_all(family_deliveries(actor, kind=g.QUESTION))
    page = pages.words_page(questions, written(actor), _language())
    return render(request, "family/words.html", {"page": page})


@require_safe
@family_page
def question(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Show who asks, why and who will see it; or what has been sent. Opening it is logged."""
    actor = actor_of(request)
    _require_question(actor, ref)
    page = pages.asked_page(g.read(open_family_delivery(actor, ref)), _language())
    mine = [one for one in written(actor) if one.reply_to == ref and one.kind in WORDS]
    sent = [
        pages.said_of(page, one.body, sent_at=one.sent_at)
        for one in mine
        if one.sent_at is not None
    ]
    is_begun = any(one.sent_at is None for one in mine)
    context = {"page": page, "sent": sent, "is_begun": is_begun}
    return render(request, "family/question.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@family_page
def one_question(request: HttpRequest, ref: UUID, number: int) -> HttpResponse:
    """Answer one question. Going back, going on and not answering all keep what there is."""
    actor = actor_of(request)
    copy = _require_question(actor, ref)
    page = pages.asked_page(g.read(copy), _language())
    if not 1 <= number <= page.count:
        raise Http404
    step, kept = page.steps[number - 1], _kept(actor, copy)
    form = QuestionForm(
        request.POST if request.method == "POST" else None,
        question=step,
        faces=page.faces,
        answer=_answer_to(step.key, kept),
    )
    if request.method == "POST":
        do = request.POST.get("do", "next")
        _keep(actor, copy, kept, _skipped(form.answer) if do == "skip" else form.answer)
        if do in {"skip", "back"} or form.is_valid():
            return redirect(_onward(page, number - 1 if do == "back" else number + 1))
    context = {"page": page, "question": step, "number": number, "back": number > 1}
    return answer(request, "family/one_question.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@family_page
def review(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Show the answers, and send them. The unit that asked registers them."""
    actor = actor_of(request)
    copy = _require_question(actor, ref)
    page = pages.asked_page(g.read(copy), _language())
    kept = _kept(actor, copy)
    said = pages.said_of(page, kept)
    if said.is_empty:
        return redirect("family:question", ref)
    form = SendForm(
        request.POST if request.method == "POST" else None,
        unit=page.own_unit,
        initial={"stays_here": said.stays_here},
    )
    if request.method == "POST" and form.is_valid():
        send_words(
            actor,
            copy,
            answers=answers_from(kept.get("answers", ())),
            words=str(kept.get("words", "")),
            stays_here=form.cleaned_data["stays_here"],
        )
        return redirect(f"{reverse('family:question', args=[ref])}?klart=ord-skickade")
    return answer(request, "family/review_words.html", {"page": page, "said": said}, form=form)


def _require_question(actor: Actor, ref: UUID) -> Any:
    """Find a question that is addressed to the actor; anything else does not exist."""
    copy = family_delivery(actor, ref)
    if copy.content_kind != g.QUESTION:
        raise Http404
    return copy


def _kept(actor: Actor, copy: Any) -> dict[str, Any]:
    kind = CHILD_WORDS if copy.capacity == CHILD else GUARDIAN_WORDS
    draft = draft_for(actor, copy, kind=kind)
    return dict(draft.body) if draft else {}


def _answer_to(key: str, kept: Mapping[str, Any]) -> Answer | None:
    if key == pages.HOPES:
        return Answer(dimension=key, words=str(kept.get("words", "")))
    found = (one for one in answers_from(kept.get("answers", ())) if one.dimension == key)
    return next(found, None)


def _keep(actor: Actor, copy: Any, kept: Mapping[str, Any], said: Answer) -> None:
    """Put one answer in its place among those that are kept."""
    is_wish = said.dimension == pages.HOPES
    before = answers_from(kept.get("answers", ()))
    answers = [one for one in before if one.dimension != said.dimension]
    keep_words(
        actor,
        copy,
        answers=answers if is_wish else [*answers, said],
        words=said.words if is_wish else str(kept.get("words", "")),
        stays_here=bool(kept.get("stays_here")),
    )


def _skipped(said: Answer) -> Answer:
    """Not to answer is an answer; what stood in the boxes is not sent."""
    return replace(said, face=None, words="", skipped=True)


def _onward(page: pages.AskedPage, number: int) -> str:
    if number < 1:
        return reverse("family:question", args=[page.ref])
    if number > page.count:
        return reverse("family:review-words", args=[page.ref])
    return reverse("family:one-question", args=[page.ref, number])


def _language() -> str:
    return get_language() or "sv"
