"""Minutes: read, written, approved at a later meeting and opened to all."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from varjebarn.interop.minutes.write import minutes_document, minutes_text
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Refused
from varjebarn.steering import commands, queries
from varjebarn.steering.minuted import MinutesPage, MinutesText, Stage
from varjebarn.web.acting import staff_page
from varjebarn.web.county import words
from varjebarn.web.county.duty import county_actor, may_write
from varjebarn.web.county.meetings.minutes_forms import ApproveForm, TextsForm
from varjebarn.web.county.papers.saving import saved
from varjebarn.web.shared.forms import answer
from varjebarn.web.shared.reasons import sentence

SAID = {
    Stage.DRAFTED: gettext_lazy(
        "Utkast. Bara gruppens ledamöter och processledningen kan läsa det."
    ),
    Stage.APPROVED: gettext_lazy("Godkända men inte publicerade än. Bara gruppen kan läsa dem."),
    Stage.PUBLISHED: "",
}


@require_safe
def show(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Show the minutes: to all when they are published, before that to the body's members."""
    return _show(request, _read(request, meeting), None)


@require_safe
def earlier(request: HttpRequest, meeting: UUID, number: int) -> HttpResponse:
    """Show an earlier text of the minutes, from before a change."""
    found = _read(request, meeting)
    text = next((one for one in found.texts if one.number == number), None)
    if text is None:
        raise Http404
    return _show(request, found, text)


@require_safe
def as_file(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Give the minutes as a text file, to those who may read them."""
    found = _read(request, meeting)
    return saved(
        minutes_text(found).encode(),
        name=f"anteckningar-{found.page.meeting.day.isoformat()}.txt",
        content_type="text/plain; charset=utf-8",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def write(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Write what was said, item by item, around what the register says itself."""
    actor, today = county_actor(request), timezone.localdate()
    stage = queries.stage_of(meeting)
    if stage not in {Stage.HELD, Stage.DRAFTED}:
        raise Http404
    is_new = stage is Stage.HELD
    found = None if is_new else queries.minutes_page(actor, meeting, on=today)
    page = queries.meeting_page(meeting, on=today) if found is None else found.page
    form = TextsForm(
        request.POST if request.method == "POST" else None,
        page=page,
        text=None if found is None else found.text,
    )
    if form.is_valid():
        texts, opened = queries.by_item_key(meeting, form.texts()), queries.open_meeting(meeting)
        try:
            if is_new:
                commands.begin_minutes(actor, opened, texts=texts)
            else:
                commands.revise_minutes(actor, queries.open_minutes(meeting), texts=texts)
            commands.correct_decisions(actor, opened, wordings=form.wordings())
        except Refused as no:
            form.add_error(None, sentence(no.reason))
        else:
            there = reverse("county:minutes", args=[meeting])
            return redirect(f"{there}?klart=lanet-antecknat")
    context = _about(page.meeting.day, meeting)
    return answer(request, "county/meetings/write.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def approve(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Approve the minutes at a later meeting, as they are or with changes."""
    actor, today = county_actor(request), timezone.localdate()
    found = queries.minutes_page(actor, meeting, on=today)
    if found.stage is not Stage.DRAFTED:
        raise Http404
    later = queries.meetings_to_approve_at(meeting, today=today)
    form = ApproveForm(
        request.POST if request.method == "POST" else None,
        page=found.page,
        text=found.text,
        meetings=[(str(one.id), words.day_words(one.day).capitalize()) for one in later],
    )
    if form.is_valid() and _approved(actor, meeting, form, today=today):
        there = reverse("county:minutes", args=[meeting])
        return redirect(f"{there}?klart=lanet-godkant")
    context = {**_about(found.page.meeting.day, meeting), "has_later": bool(later)}
    return answer(request, "county/meetings/approve.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def publish(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Ask once more, and open the minutes to all."""
    actor, today = county_actor(request), timezone.localdate()
    if queries.stage_of(meeting) is not Stage.APPROVED:
        raise Http404
    there = reverse("county:minutes", args=[meeting])
    if request.method == "POST":
        commands.publish_minutes(actor, queries.open_minutes(meeting), today=today)
        return redirect(f"{there}?klart=lanet-publicerat")
    context = {
        "heading": _("Publicera anteckningarna?"),
        "text": _("De blir öppna för alla och kan inte ändras mer. Läs igenom dem först."),
        "submit": _("Publicera"),
        "action": reverse("county:publish_minutes", args=[meeting]),
        "back": there,
        "colour": "accent",
    }
    return render(request, "shared/confirm_page.html", context)


def _read(request: HttpRequest, meeting: UUID) -> MinutesPage:
    actor: Actor | None = getattr(request, "actor", None)
    return queries.minutes_page(actor, meeting, on=timezone.localdate())


def _show(request: HttpRequest, found: MinutesPage, text: MinutesText | None) -> HttpResponse:
    meeting = found.page.meeting
    can_write = may_write(request)
    context = {
        "document": minutes_document(found, text=text),
        "when": words.day_words(meeting.day),
        "back": reverse("county:meeting", args=[meeting.id]),
        "meeting": meeting.id,
        "state": SAID[found.stage],
        "is_earlier": text is not None and text.number != found.text.number,
        "versions": [one.number for one in found.texts[:-1]] if found.changes else [],
        "changes": found.changes,
        "may_revise": can_write and found.stage is Stage.DRAFTED,
        "may_publish": can_write and found.stage is Stage.APPROVED,
    }
    return render(request, "county/meetings/minutes.html", context)


def _approved(actor: Actor, meeting: UUID, form: ApproveForm, *, today: date) -> bool:
    texts = queries.by_item_key(meeting, form.texts()) if form.is_changed else None
    try:
        commands.approve_minutes(
            actor,
            queries.open_minutes(meeting),
            at=queries.open_meeting(UUID(form.cleaned_data["at"])),
            changes=form.cleaned_data["changes"] if form.is_changed else "",
            texts=texts,
            wordings=form.wordings() if form.is_changed else None,
            today=today,
        )
    except Refused as no:
        form.add_error("changes" if form.is_changed else None, sentence(no.reason))
        return False
    return True


def _about(day: date, meeting: UUID) -> dict[str, str]:
    return {"when": words.day_words(day), "back": reverse("county:meeting", args=[meeting])}
