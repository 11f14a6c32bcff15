"""Minutes written freely or pasted: read, shown beside the text, and taken into the meeting's page."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from varjebarn.interop.minutes import read_text
from varjebarn.kernel.actors import Actor
from varjebarn.steering import commands, queries
from varjebarn.steering.queries import RollCall
from varjebarn.web.acting import staff_page
from varjebarn.web.county import words
from varjebarn.web.county.duty import county_actor
from varjebarn.web.county.meetings.free_reading import Part, parts_of, rename
from varjebarn.web.shared.forms import BaseForm, LongText, answer


class FreeForm(BaseForm):
    """One text, written or pasted."""

    text = LongText(
        label=_("Anteckningarna"),
        help_text=_("Skriv fritt eller klistra in från Word. Skriv inget om enskilda barn."),
        missing=_("Skriv eller klistra in något"),
        max_length=100_000,
        rows=20,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def free_text(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Read a text of a meeting, show what it seems to say, and take in what is accepted."""
    actor = county_actor(request)
    roll = queries.roll_call(meeting)
    if not roll.is_planned or roll.meeting.date > timezone.localdate():
        raise Http404
    form = FreeForm(request.POST if request.method == "POST" else None)
    parts: tuple[Part, ...] = ()
    if form.is_valid():
        text = form.cleaned_data["text"]
        parts = parts_of(text, read_text(text), roll)
        if request.POST.get("do") == "accept":
            chosen = [one for one in parts if f"take-{one.key}" in request.POST]
            _take(actor, roll, chosen)
            return redirect(f"{reverse('county:run', args=[meeting])}?klart=lanet-inlagt")
    context = {
        "when": words.day_words(roll.meeting.date),
        "back": reverse("county:run", args=[meeting]),
        "meeting": reverse("county:meeting", args=[meeting]),
        "parts": parts,
        "is_read": form.is_bound and form.is_valid(),
        "lines": form.cleaned_data["text"].splitlines() if parts else (),
    }
    return answer(request, "county/meetings/free.html", context, form=form)


def _take(actor: Actor, roll: RollCall, parts: Iterable[Part]) -> None:
    """Type the accepted parts into the meeting's page; a new matter comes onto the agenda first."""
    content: dict[str, str] = {}
    for part in parts:
        if part.title:
            kind: Any = (
                "decision"
                if any(one.startswith("wording") for one in part.content)
                else "discussion"
            )
            made = commands.raise_item(actor, roll.meeting, title=part.title, kind=kind)
            content |= rename(part.content, str(made.public_id))
        else:
            content |= part.content
    commands.save_draft(actor, roll.meeting, content=content, today=timezone.localdate())
