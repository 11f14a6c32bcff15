"""Minutes and lists as files."""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from varjebarn.interop.documents import Document, as_pdf, as_word
from varjebarn.interop.minutes.write import minutes_document
from varjebarn.interop.papers import download_name
from varjebarn.interop.sheets import SHEETS
from varjebarn.interop.sheets import sheet as write_sheet
from varjebarn.kernel.actors import Actor
from varjebarn.steering import queries
from varjebarn.steering.paper_kinds import PaperKind
from varjebarn.web.county.papers.saving import saved
from varjebarn.web.county.parts import Link


@require_safe
def minutes_pdf(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Give the minutes as PDF/UA."""
    return _minutes(request, meeting, PaperKind.PDF, as_pdf)


@require_safe
def minutes_word(request: HttpRequest, meeting: UUID) -> HttpResponse:
    """Give the minutes for Word."""
    return _minutes(request, meeting, PaperKind.WORD, as_word)


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """List what can be fetched."""
    sheets = [
        Link(text=str(text), href=reverse("county:sheet", args=[name]))
        for name, text in _sheet_names().items()
    ]
    return render(request, "county/papers/files.html", {"sheets": sheets})


@require_safe
def sheet(_request: HttpRequest, name: str) -> HttpResponse:
    """Give one list for a spreadsheet."""
    if name not in SHEETS:
        raise Http404
    content = write_sheet(name, site=settings.ADDRESS, on=timezone.localdate())
    return saved(content, name=f"{name}.csv", content_type="text/csv; charset=utf-8")


def _minutes(
    request: HttpRequest, meeting: UUID, kind: PaperKind, write: Callable[[Document], bytes]
) -> HttpResponse:
    actor: Actor | None = getattr(request, "actor", None)
    found = queries.minutes_page(actor, meeting, on=timezone.localdate())
    document = minutes_document(found)
    name = download_name(f"anteckningar {document.reference}", kind)
    return saved(write(document), name=name, content_type=kind.value)


def _sheet_names() -> dict[str, str]:
    return {
        "beslut": _("Beslut"),
        "moten": _("Möten"),
        "punkter": _("Punkter på dagordningar"),
        "overenskommelser": _("Överenskommelser"),
        "aterrapporter": _("Återrapporter"),
        "ledamoter": _("Vilka som sitter i grupperna"),
    }
