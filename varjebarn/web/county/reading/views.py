"""Old minutes: uploaded, read, kept waiting, looked over beside their text, and taken in.

Nothing enters the register unseen. What waits is there for the duty county until it is taken in or
put away, also when the login ends in between.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from varjebarn.interop.minutes import Reading, read_text
from varjebarn.interop.minutes.against import Difference, differences
from varjebarn.interop.minutes.files import text_of
from varjebarn.interop.minutes.unreadable import UnreadableFileError
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Refused
from varjebarn.steering import commands, queries
from varjebarn.steering.values import Named
from varjebarn.web.acting import staff_page
from varjebarn.web.county.duty import county_actor
from varjebarn.web.county.reading.forms import MOST_FILES, FilesForm, FindsForm
from varjebarn.web.county.reading.said import WHY, body_of, findings, finds
from varjebarn.web.shared.forms import answer
from varjebarn.web.shared.reasons import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """One uploaded file, and why it isn't kept; empty when it waits to be looked over."""

    name: str
    fault: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def upload(request: HttpRequest) -> HttpResponse:
    """List what waits, and read more files; asked for JSON, tell of them so."""
    actor = county_actor(request)
    form = FilesForm(request.POST, request.FILES) if request.method == "POST" else FilesForm()
    files = request.FILES.getlist("chosen")
    rows: list[FileRow] = []
    if form.is_bound and form.is_valid():
        if not files:
            form.add_error("chosen", _("Välj minst en fil på högst 6 MB"))
        elif len(files) > MOST_FILES:
            form.add_error("chosen", _("Välj högst 20 filer åt gången"))
        else:
            bodies = queries.bodies()
            rows = [_kept(actor, file, bodies) for file in files]
    if request.headers.get("Accept") == "application/json":
        faults = [*(row.fault for row in rows), *form.errors.get("chosen", ())]
        return JsonResponse({"fault": " ".join(filter(None, faults))})
    context = {"waiting": queries.old_minutes_waiting(actor), "rows": rows}
    if rows:
        return render(
            request, "county/reading/upload.html", {**context, "form": FilesForm(), "is_read": True}
        )
    return answer(request, "county/reading/upload.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def look(request: HttpRequest, waiting: UUID) -> HttpResponse:
    """Show one file's finds beside its text; when sent, take them in."""
    actor = county_actor(request)
    kept = queries.open_waiting(waiting)
    reading = read_text(kept.text)
    form = FindsForm(
        request.POST if request.method == "POST" else None,
        reading=reading,
        bodies=queries.bodies(),
        organisations=queries.organisations(),
    )
    if form.is_valid():
        values = form.cleaned_data
        body = queries.open_body(values["body"])
        meeting = commands.take_in_minutes(
            actor,
            body,
            on=values["on"],
            starts=values["starts"],
            ends=values["ends"],
            place=values["place"],
            present=values["present"],
            absent=values["absent"],
            items=form.past_items(),
            next_meeting=queries.next_meeting(body, after=values["on"]),
            today=timezone.localdate(),
        )
        commands.end_waiting(actor, kept, taken_in=True)
        return redirect(f"{reverse('county:meeting', args=[meeting.public_id])}?klart=lanet-inlast")
    lines = kept.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    context = {
        "waiting": kept,
        "lines": lines,
        "findings": findings(reading),
        "finds": finds(reading),
        **_in_register(reading, kept.body.public_id if kept.body else None),
    }
    return answer(request, "county/reading/look.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def put_away(request: HttpRequest, waiting: UUID) -> HttpResponse:
    """Ask, then put minutes away without taking them in."""
    actor = county_actor(request)
    kept = queries.open_waiting(waiting)
    if request.method == "POST":
        commands.end_waiting(actor, kept, taken_in=False)
        return redirect(f"{reverse('county:read')}?klart=borttaget")
    context = {
        "heading": _("Ta bort anteckningarna från listan?"),
        "text": _("%(name)s förs inte in i registret. Filen finns kvar där du hämtade den.")
        % {"name": kept.name},
        "action": reverse("county:put_away", args=[waiting]),
        "submit": _("Ta bort"),
        "back": reverse("county:read"),
    }
    return render(request, "shared/confirm_page.html", context)


def _kept(actor: Actor, file: UploadedFile, bodies: Sequence[Named]) -> FileRow:
    """Read one file and keep it waiting; what can't be read, or waits already, says so."""
    name = (file.name or "")[:200]
    try:
        text = text_of(name, file.read())
        reading = read_text(text)
        commands.keep_minutes_waiting(
            actor,
            name=name,
            text=text,
            body=body_of(reading, bodies),
            on=reading.on,
            findings=len(findings(reading)),
        )
    except UnreadableFileError as fault:
        return FileRow(name=name, fault=str(WHY[fault.why]))
    except Refused as no:
        return FileRow(name=name, fault=str(sentence(no.reason)))
    return FileRow(name=name)


def _in_register(reading: Reading, body: UUID | None) -> dict[str, object]:
    """Give the meeting that the register has of the same body and day, and what differs from it."""
    known = queries.meeting_of(body, reading.on) if body and reading.on else None
    if known is None or reading.on is None:
        return {"known": None, "differs": ()}
    page = queries.meeting_page(known, on=reading.on)
    wordings = [decision.wording for item in page.items for decision in item.decisions]
    said = [one.text for item in reading.items for one in item.decisions]
    found: list[Difference] = differences(said, wordings) if page.meeting.is_held else []
    return {"known": known, "differs": found}
