"""The county's work, open to all; the acts are for those who have the duty, and hidden from others."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.plan.queries import plans_following
from varjebarn.practice.queries import open_model
from varjebarn.steering import commands, queries
from varjebarn.web.acting import staff_page
from varjebarn.web.county import forms, model_page, pages, words
from varjebarn.web.county.bodies.pages import body_over_time
from varjebarn.web.county.duty import county_actor, may_see, may_write
from varjebarn.web.shared.forms import answer


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show the county's work as it stands today."""
    today = timezone.localdate()
    can_write = may_write(request)
    page = pages.overview_page(queries.county_overview(today), today=today, may_write=can_write)
    return render(request, "county/overview.html", {"page": page, "may_write": can_write})


@require_safe
def body(request: HttpRequest, body: UUID) -> HttpResponse:
    """Show one body."""
    today = timezone.localdate()
    can_write = may_write(request)
    context = {
        "page": pages.body_page(
            queries.body_page(body, on=today), today=today, may_write=can_write
        ),
        "over_time": body_over_time(queries.body_standing(body, on=today), today=today),
        "body": body,
        "may_write": can_write,
        "may_propose": may_see(request, body, today=today),
    }
    return render(request, "county/body.html", context)


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
