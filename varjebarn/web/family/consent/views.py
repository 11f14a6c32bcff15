"""A request for consent in three steps: read, answer, look over and send."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.disclosure.commands import save_draft, send_draft, withdraw_consent
from varjebarn.disclosure.queries import (
    draft_for,
    family_delivery,
    my_consents,
    open_family_delivery,
)
from varjebarn.kernel.actors import Actor
from varjebarn.participation.commands import send_words
from varjebarn.web.acting import actor_of, family_page
from varjebarn.web.family import given as g
from varjebarn.web.family.consent import pages
from varjebarn.web.family.consent.forms import AnswerForm
from varjebarn.web.shared.forms import answer

KIND = "consent_answer"


@require_safe
@family_page
def request_for_consent(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Show what is asked, and what a yes and a no mean. Opening it is logged."""
    actor = actor_of(request)
    _require_request(actor, ref)
    copy = open_family_delivery(actor, ref)
    return render(request, "family/request.html", {"page": _page(actor, copy)})


@require_http_methods(["GET", "HEAD", "POST"])
@family_page
def answer_request(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Choose for each unit. Everything is kept on every step, also what isn't complete yet."""
    actor = actor_of(request)
    copy = _require_request(actor, ref)
    page = _page(actor, copy)
    if page.is_over:
        return redirect("family:request", ref)
    form = AnswerForm(
        request.POST if request.method == "POST" else None, page=page, kept=_kept(actor, copy)
    )
    if request.method == "POST":
        save_draft(actor, copy, kind=KIND, body=form.body)
        if request.POST.get("do") == "later":
            return redirect(f"{reverse('family:first')}?klart=svar-sparat")
        if form.is_valid():
            return redirect("family:review-answer", ref)
    return answer(request, "family/answer.html", {"page": page}, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@family_page
def review_answer(request: HttpRequest, ref: UUID) -> HttpResponse:
    """Show what is about to be sent, and send it."""
    actor = actor_of(request)
    copy = _require_request(actor, ref)
    page = _page(actor, copy)
    kept = _kept(actor, copy)
    answers = kept.get("answers", {})
    if page.is_over or not answers:
        return redirect("family:request" if page.is_over else "family:answer", ref)
    if request.method == "POST":
        _send(actor, copy, page, kept)
        return redirect(f"{reverse('family:consents')}?klart=svar-skickat")
    context = {
        "page": page,
        "lines": pages.answer_lines(page, answers),
        "words": kept.get("words", ""),
    }
    return render(request, "family/review_answer.html", context)


def _require_request(actor: Actor, ref: UUID) -> Any:
    """Find a request that is addressed to the actor; anything else does not exist."""
    copy = family_delivery(actor, ref)
    if copy.content_kind != g.REQUEST:
        raise Http404
    return copy


def _page(actor: Actor, copy: Any) -> pages.RequestPage:
    return pages.request_page(g.read(copy), my_consents(actor), on=timezone.localdate())


def _kept(actor: Actor, copy: Any) -> dict[str, Any]:
    draft = draft_for(actor, copy, kind=KIND)
    return dict(draft.body) if draft else {}


def _send(actor: Actor, copy: Any, page: pages.RequestPage, kept: dict[str, Any]) -> None:
    """Take back first, then answer, then send the words: all or nothing."""
    answers = kept.get("answers", {})
    for unit in pages.to_take_back(page, answers):
        withdraw_consent(actor, ref=copy.subject_ref, unit=unit)
    news = pages.to_send(page, answers)
    draft = save_draft(actor, copy, kind=KIND, body={"answers": news} if news else {})
    if news:
        send_draft(actor, draft)
    words = str(kept.get("words", "")).strip()
    if words:
        send_words(actor, copy, answers=(), words=words)
