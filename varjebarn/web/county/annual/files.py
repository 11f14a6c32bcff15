"""The report and the presidier's page as files: accessible PDF, Word and plain text."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from varjebarn.interop.annual.document import as_document
from varjebarn.interop.documents import Document, as_pdf, as_text, as_word
from varjebarn.kernel.actors import Actor
from varjebarn.steering.paper_kinds import PaperKind
from varjebarn.steering.queries import annual as annual_queries
from varjebarn.web.county.annual import composing
from varjebarn.web.county.papers.saving import saved


@require_safe
def pdf(request: HttpRequest, year: int, paper: str) -> HttpResponse:
    """Give a paper as PDF/UA."""
    return _file(request, year, paper, as_pdf, PaperKind.PDF, "pdf")


@require_safe
def word(request: HttpRequest, year: int, paper: str) -> HttpResponse:
    """Give a paper for Word."""
    return _file(request, year, paper, as_word, PaperKind.WORD, "docx")


@require_safe
def text(request: HttpRequest, year: int, paper: str) -> HttpResponse:
    """Give a paper as plain text."""
    return _file(request, year, paper, as_text, "text/plain; charset=utf-8", "txt")


def _file(
    request: HttpRequest,
    year: int,
    paper: str,
    write: Callable[[Document], bytes | str],
    kind: str,
    ending: str,
) -> HttpResponse:
    papers, reference = _papers(request, composing.a_year(year))
    made = write(as_document(papers.named(paper), reference=reference))
    return saved(made, name=f"{paper}-{year}.{ending}", content_type=kind)


def _papers(request: HttpRequest, year: int) -> tuple[composing.Papers, str]:
    """Give what is published, or the draft when it is asked for by a member; raises Http404."""
    actor: Actor | None = getattr(request, "actor", None)
    if "utkast" in request.GET:
        if actor is None:
            raise Http404
        _facts, papers = composing.drafted(actor, year, today=timezone.localdate())
        return papers, f"ARSRAPPORT-{year}-UTKAST"
    editions = annual_queries.annual_editions(year)
    wanted = request.GET.get("utgava", "")
    for one in editions:
        if not wanted or str(one.number) == wanted:
            return composing.published(one), f"ARSRAPPORT-{year}-{one.number}"
    raise Http404
