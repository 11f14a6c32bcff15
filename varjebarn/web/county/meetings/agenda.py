"""Items on an agenda: a matter's path, and an item put there, edited, prepared and moved."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from varjebarn.kernel.actors import Duty
from varjebarn.steering import commands, queries
from varjebarn.web.acting import actor_of, staff_page
from varjebarn.web.county import words
from varjebarn.web.county.duty import county_actor, may_see, may_write
from varjebarn.web.county.meetings import matter_page
from varjebarn.web.county.meetings.agenda_forms import PrepareForm
from varjebarn.web.county.meetings.forms import ItemForm
from varjebarn.web.county.papers.pages import paper_rows
from varjebarn.web.shared.forms import answer


@require_safe
def matter(request: HttpRequest, item: UUID) -> HttpResponse:
    """Show a matter's path. Open to all."""
    today = timezone.localdate()
    found = queries.matter_page(item, on=today)
    page = matter_page.matter_page(
        found,
        today=today,
        may_write=may_write(request),
        is_member=may_see(request, found.body.id, today=today),
    )
    context = {"page": page, "papers": paper_rows(queries.papers_of_matter(item))}
    return render(request, "county/meetings/matter.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def raise_item(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Put an item on the agenda."""
    actor = county_actor(request)
    found = queries.roll_call(meeting)
    if not found.is_planned:
        raise Http404
    form = ItemForm(request.POST if request.method == "POST" else None)
    back = reverse("county:meeting", args=[meeting])
    if form.is_valid():
        commands.raise_item(
            actor, found.meeting, title=form.cleaned_data["title"], kind=form.cleaned_data["kind"]
        )
        return redirect(f"{back}?klart=lanet-punkt")
    context = {
        "heading": _("Lägg till en punkt"),
        "text": _("Punkten ställs sist på dagordningen, före dem som alltid avslutar mötet."),
        "submit": _("Lägg till"),
        "when": words.day_words(found.meeting.date),
        "back": back,
    }
    return answer(request, "county/meetings/item.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def edit(request: HttpRequest, item: UUID) -> HttpResponse:
    """Give an item another title or kind."""
    actor = county_actor(request)
    found = queries.open_item(item)
    if found.outcome:
        raise Http404
    form = ItemForm(
        request.POST if request.method == "POST" else None,
        initial={"title": found.title, "kind": found.kind},
    )
    if found.standing_id is not None:
        del form.fields["kind"]
    back = reverse("county:meeting", args=[found.meeting.public_id])
    if form.is_valid():
        kind = form.cleaned_data.get("kind", found.kind)
        commands.edit_item(actor, found, title=form.cleaned_data["title"], kind=kind)
        return redirect(f"{back}?klart=lanet-punkt-andrad")
    context = {
        "heading": _("Ändra punkten"),
        "text": "",
        "submit": _("Spara"),
        "when": words.day_words(found.meeting.date),
        "back": back,
    }
    return answer(request, "county/meetings/item.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def prepare(request: HttpRequest, item: UUID) -> HttpResponse:
    """Write background, proposal and who has been heard: the county's own, or a preparing body's member."""
    actor, today = actor_of(request), timezone.localdate()
    found = queries.open_item(item)
    is_county = Duty.COUNTY in actor.duties
    bodies = queries.bodies() if is_county else queries.bodies_of(actor, today)
    if found.outcome or not bodies:
        raise Http404
    page = queries.matter_page(item, on=today)
    newest = page.preparations[0] if page.preparations else None
    form = PrepareForm(
        request.POST if request.method == "POST" else None,
        bodies=[(str(one.id), one.name) for one in bodies],
        may_be_none=is_county,
        initial={}
        if newest is None
        else {
            "prepared_by": "" if newest.prepared_by is None else str(newest.prepared_by.id),
            "background": newest.background,
            "proposal": newest.proposal,
            "heard": newest.heard,
        },
    )
    back = reverse("county:matter", args=[item])
    if form.is_valid():
        said = dict(form.cleaned_data)
        chosen = said.pop("prepared_by")
        by = queries.open_body(UUID(chosen)) if chosen else None
        commands.prepare_item(actor, found, prepared_by=by, today=today, **said)
        return redirect(f"{back}?klart=lanet-berett")
    return answer(
        request, "county/meetings/prepare.html", {"title": found.title, "back": back}, form=form
    )


@require_POST
@staff_page
def move(request: HttpRequest, item: UUID) -> HttpResponse:
    """Let an item change places with the one before or after it."""
    actor = county_actor(request)
    found = queries.open_item(item)
    commands.move_item(actor, found, is_up=request.POST.get("to") == "up")
    there = reverse("county:meeting", args=[found.meeting.public_id])
    return redirect(f"{there}?klart=lanet-punkt-flyttad#punkt-{item}")
