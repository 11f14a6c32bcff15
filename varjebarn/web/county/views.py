"""The county's work, open to all; the acts are for those who have the duty, and hidden from others."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.kernel.actors import Actor
from varjebarn.plan.queries import plans_following
from varjebarn.practice.queries import open_model
from varjebarn.steering import commands, queries
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county import forms, model_page, pages, words
from varjebarn.web.county.duty import county_actor, may_write
from varjebarn.web.shared.forms import answer


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show the county's work as it stands today."""
    today = timezone.localdate()
    can_write = may_write(request)
    page = pages.overview_page(queries.county_overview(today), today=today, may_write=can_write)
    return render(request, "county/overview.html", {"page": page, "may_write": can_write})


@require_safe
def meeting(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Show one meeting."""
    today = timezone.localdate()
    can_write = may_write(request)
    page = pages.meeting_page(
        queries.meeting_page(meeting, on=today), today=today, may_write=can_write
    )
    return render(request, "county/meeting.html", {"page": page, "may_write": can_write})


@require_safe
def decision(request: HttpRequest, decision: UUID) -> HttpResponse:
    """Show one decision."""
    page = pages.decision_page(
        queries.decision_page(decision), today=timezone.localdate(), may_write=may_write(request)
    )
    return render(request, "county/decision.html", {"page": page})


@require_safe
def body(request: HttpRequest, body: UUID) -> HttpResponse:
    """Show one body."""
    today = timezone.localdate()
    page = pages.body_page(queries.body_page(body, on=today), today=today)
    context = {"page": page, "may_write": may_write(request)}
    return render(request, "county/body.html", context)


@require_safe
def report_back(request: HttpRequest, report_back: UUID) -> HttpResponse:
    """Show one question and its answers."""
    today = timezone.localdate()
    actor: Actor | None = getattr(request, "actor", None)
    mine = (
        () if actor is None else queries.organisations_to_answer_for(actor, report_back, on=today)
    )
    page = pages.report_back_page(
        queries.report_back_page(report_back), today=today, may_answer=bool(mine)
    )
    return render(request, "county/report_back.html", {"page": page})


@require_safe
def agreement(request: HttpRequest, agreement: UUID) -> HttpResponse:
    """Show one agreement."""
    page = pages.agreement_page(queries.agreement_page(agreement), today=timezone.localdate())
    return render(request, "county/agreement.html", {"page": page})


@require_safe
def model(request: HttpRequest, model_id: str, version: str) -> HttpResponse:
    """Show one version of a practice model."""
    is_counted = getattr(request, "actor", None) is not None
    page = model_page.model_page(
        open_model(model_id, version),
        following=plans_following(model_id, version) if is_counted else None,
        is_counted=is_counted,
        decisions=queries.decisions_about_model(model_id, version),
        language=get_language() or "sv",
        today=timezone.localdate(),
    )
    return render(request, "county/model.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def answer_report_back(request: HttpRequest, report_back: UUID) -> HttpResponse:
    """Answer for an organisation."""
    actor, today = actor_of(request), timezone.localdate()
    mine = queries.organisations_to_answer_for(actor, report_back, on=today)
    if not mine:
        raise Http404
    form = forms.AnswerForm(request.POST or None, choices=[(str(one.id), one.name) for one in mine])
    back = reverse("county:report_back", args=[report_back])
    if form.is_valid():
        commands.answer_report_back(
            actor,
            queries.open_report_back(report_back),
            organisation=UUID(form.cleaned_data["organisation"]),
            text=form.cleaned_data["text"],
            today=today,
        )
        return redirect(f"{back}?klart=lanet-svar")
    page = pages.report_back_page(
        queries.report_back_page(report_back), today=today, may_answer=False
    )
    return answer(request, "county/answer.html", {"page": page, "back": back}, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def postpone(request: HttpRequest, item: UUID) -> HttpResponse:
    """Move an item to a later meeting."""
    actor = county_actor(request)
    standing = queries.open_item(item)
    later = queries.meetings_to_postpone_to(item)
    form = forms.PostponeForm(
        request.POST or None,
        choices=[(str(one.id), words.meeting_when(one)) for one in later],
    )
    back = reverse("county:meeting", args=[standing.meeting.public_id])
    if form.is_valid():
        commands.postpone_item(
            actor,
            standing,
            to=queries.open_meeting(UUID(form.cleaned_data["to"])),
            reason=form.cleaned_data["reason"],
        )
        return redirect(f"{back}?klart=lanet-uppskjuten")
    context = {"title": standing.title, "back": back, "has_later": bool(later)}
    return answer(request, "county/postpone.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def follow_up(request: HttpRequest, decision: UUID) -> HttpResponse:
    """Mark a decision as followed up."""
    actor = county_actor(request)
    today = timezone.localdate()
    form = forms.FollowUpForm(request.POST or None)
    back = reverse("county:decision", args=[decision])
    if form.is_valid():
        commands.follow_up_decision(
            actor, queries.open_decision(decision), on=today, note=form.cleaned_data["note"]
        )
        return redirect(f"{back}?klart=lanet-uppfoljt")
    page = pages.decision_page(queries.decision_page(decision), today=today, may_write=True)
    return answer(request, "county/follow_up.html", {"page": page, "back": back}, form=form)
