"""Papers of a meeting. A published one is open to all; a draft is not there for others than members."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varjebarn.interop.papers import download_name
from varjebarn.steering import commands, queries
from varjebarn.web.acting import staff_page
from varjebarn.web.county import words
from varjebarn.web.county.duty import county_actor, may_see, may_write, member_actor
from varjebarn.web.county.papers.forms import AttachForm, WithdrawForm
from varjebarn.web.county.papers.pages import papers_page
from varjebarn.web.county.papers.saving import saved
from varjebarn.web.shared.forms import answer


@require_safe
def papers(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """List the papers that one may read."""
    today = timezone.localdate()
    found = queries.open_meeting(meeting)
    page = papers_page(
        queries.meeting_page(meeting, on=today),
        queries.papers_of_meeting(meeting),
        may_write=may_write(request),
        may_attach=may_see(request, found.body.public_id, today=today),
    )
    return render(request, "county/papers/papers.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def attach(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Lay a file before a meeting, as a draft."""
    today = timezone.localdate()
    found = queries.open_meeting(meeting)
    actor = member_actor(request, found.body.public_id, today=today)
    items = queries.meeting_page(meeting, on=today).items
    form = AttachForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        items=[(str(one.id), f"{one.order}. {one.title}") for one in items],
        is_too_big=int(request.META.get("CONTENT_LENGTH") or 0)
        > settings.FILE_UPLOAD_MAX_MEMORY_SIZE,
    )
    back = reverse("county:papers", args=[meeting])
    if form.is_valid():
        item = form.chosen_item
        commands.attach_paper(
            actor,
            found,
            title=form.cleaned_data["title"],
            content=form.cleaned_data["file"],
            kind=form.kind,
            item=None if item is None else queries.open_item(item),
            today=today,
        )
        return redirect(f"{back}?klart=handling-tillagd")
    context = {"when": words.day_words(found.date), "body": found.body.name, "back": back}
    return answer(request, "county/papers/attach.html", context, form=form)


@require_safe
def paper(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Give a paper to be saved."""
    found = queries.paper_file(getattr(request, "actor", None), paper)
    line = found.line
    return saved(
        found.content, name=download_name(line.title, line.kind), content_type=line.kind.value
    )


@require_POST
@staff_page
def publish(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Let everybody read a paper."""
    actor = county_actor(request)
    found = queries.open_paper(paper)
    commands.publish_paper(actor, found, on=timezone.localdate())
    return redirect(
        reverse("county:papers", args=[found.meeting.public_id]) + "?klart=handling-publicerad"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def withdraw(request: HttpRequest, paper: UUID) -> HttpResponse:
    """Take a paper back, with a reason."""
    actor = county_actor(request)
    found = queries.open_paper(paper)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    back = reverse("county:papers", args=[found.meeting.public_id])
    if form.is_valid():
        commands.withdraw_paper(actor, found, on=timezone.localdate(), why=form.cleaned_data["why"])
        return redirect(f"{back}?klart=handling-tillbaka")
    return answer(
        request, "county/papers/withdraw.html", {"title": found.title, "back": back}, form=form
    )
