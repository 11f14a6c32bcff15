"""Old minutes: uploaded, read, looked over beside their text, and taken in. Nothing is kept unseen.

A file's text goes back and forth in the form; it is not stored.
"""

from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from varjebarn.interop.minutes import Reading, read_text
from varjebarn.interop.minutes.files import TEXT_LIMIT, text_of
from varjebarn.interop.minutes.findings import Finding
from varjebarn.interop.minutes.unreadable import UnreadableFileError, Why
from varjebarn.steering import commands, queries
from varjebarn.web.acting import staff_page
from varjebarn.web.county import words
from varjebarn.web.county.duty import county_actor
from varjebarn.web.county.reading.forms import MOST_FILES, FilesForm, FindsForm
from varjebarn.web.shared.forms import answer

WHY = {
    Why.EMPTY: _("Filen är tom."),
    Why.TOO_BIG: _("Filen är för stor."),
    Why.UNKNOWN: _("Filen går inte att läsa. Använd Word, LibreOffice, PDF eller text."),
    Why.BROKEN: _("Filen är trasig. Öppna den och spara den på nytt."),
    Why.LOCKED: _("Filen är låst med lösenord. Spara en kopia utan lösenord."),
    Why.OLD_WORD: _("Filen är i Words gamla format. Spara den som docx."),
    Why.NO_TEXT: _("Filen har ingen text. Kanske är den inskannad som bild."),
}
FOUND = {
    "listed_twice": _("%(name)s står två gånger."),
    "present_and_absent": _("%(name)s är både närvarande och frånvarande."),
    "name_differs": _("%(name)s skrivs också %(other)s."),
    "weekday_differs": _("Dagen kallas %(name)s men är en %(other)s."),
    "substituted_and_present": _("%(name)s har en ersättare, %(other)s, men är själv närvarande."),
    "date_differs": _("Mötet sägs vara den %(name)s, men i rubriken står den %(other)s."),
    "ends_before_start": _("Mötet slutar %(name)s, innan det börjar %(other)s."),
    "next_before": _("Nästa möte sägs vara den %(name)s, men mötet var den %(other)s."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """One uploaded file: its text and what it seems to be, or why it can't be read."""

    name: str
    fault: str = ""
    text: str = ""
    about: str = ""
    findings: tuple[tuple[str, tuple[int, ...]], ...] = ()


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page
def upload(request: HttpRequest) -> HttpResponse:
    """Read some files and list what they seem to be."""
    county_actor(request)
    form = FilesForm(request.POST, request.FILES) if request.method == "POST" else FilesForm()
    files = request.FILES.getlist("chosen")
    if form.is_bound and form.is_valid():
        if not files:
            form.add_error("chosen", _("Välj minst en fil på högst 6 MB"))
        elif len(files) > MOST_FILES:
            form.add_error("chosen", _("Välj högst 20 filer åt gången"))
        else:
            rows = [_row(file) for file in files]
            return render(request, "county/reading/files.html", {"rows": rows})
    return answer(request, "county/reading/upload.html", {}, form=form)


@require_http_methods(["POST"])
@staff_page
def look(request: HttpRequest) -> HttpResponse:
    """Show one file's finds beside its text; with `accept`, take them in."""
    actor, today = county_actor(request), timezone.localdate()
    name, text = request.POST.get("name", "")[:200], request.POST.get("text", "")[:TEXT_LIMIT]
    reading = read_text(text)
    is_sent = "on" in request.POST
    form = FindsForm(
        request.POST if is_sent else None,
        reading=reading,
        bodies=queries.bodies(),
        organisations=queries.organisations(),
    )
    if is_sent and form.is_valid():
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
            today=today,
        )
        return redirect(f"{reverse('county:meeting', args=[meeting.public_id])}?klart=lanet-inlast")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    context = {"name": name, "text": text, "lines": lines, "findings": _findings(reading)}
    return answer(request, "county/reading/look.html", context, form=form)


def _row(file: UploadedFile) -> FileRow:
    name = file.name or ""
    try:
        text = text_of(name, file.read())
    except UnreadableFileError as fault:
        return FileRow(name=name, fault=str(WHY[fault.why]))
    reading = read_text(text)
    day = words.day_words(reading.on) if reading.on else ""
    about = " · ".join(filter(None, [reading.body, day]))
    return FileRow(name=name, text=text, about=about, findings=_findings(reading))


def _findings(reading: Reading) -> tuple[tuple[str, tuple[int, ...]], ...]:
    return tuple((_said(one), one.lines) for one in reading.findings if one.kind in FOUND)


def _said(one: Finding) -> str:
    return str(FOUND[one.kind]) % {"name": one.name, "other": one.other}
