"""Documents, read: the list, one document, one version, and what has changed between two."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from varjebarn.interop.documents import Document, as_pdf, as_word
from varjebarn.kernel.actors import Actor
from varjebarn.steering.document_values import DocumentPage, VersionLine
from varjebarn.steering.paper_kinds import PaperKind
from varjebarn.steering.queries import documents as queries
from varjebarn.steering.queries.membership import may_draft, my_bodies
from varjebarn.web.county.documents import pages
from varjebarn.web.county.documents.blocks import blocks
from varjebarn.web.county.duty import may_write
from varjebarn.web.county.papers.saving import saved


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """List the documents: what holds and what is proposed, for all; drafts for those who may."""
    actor: Actor | None = getattr(request, "actor", None)
    today = timezone.localdate()
    context = {
        "groups": pages.list_page(queries.document_lines(today), today=today),
        "may_start": may_write(request) or (actor is not None and bool(my_bodies(actor, today))),
    }
    return render(request, "county/documents/list.html", context)


@require_safe
def document(request: HttpRequest, document: UUID, number: int | None = None) -> HttpResponse:
    """Show one document, or one version of it."""
    page, shown, text = _read(request, document, number)
    actor: Actor | None = getattr(request, "actor", None)
    today = timezone.localdate()
    view = pages.document_view(page, shown, text, today=today, may_write=may_write(request))
    context = {"page": view, "may_draft": may_draft(actor, page.line.body_key, today)}
    return render(request, "county/documents/document.html", context)


@require_safe
def changes(request: HttpRequest, document: UUID, old: int, new: int) -> HttpResponse:
    """Show two versions beside each other."""
    page = _page(request, document)
    told = queries.texts(document, (old, new))
    if old >= new or set(told) != {old, new}:
        raise Http404
    view = pages.changes_view(page, (old, new), (told[old], told[new]))
    return render(request, "county/documents/changes.html", {"page": view})


@require_safe
def document_file(request: HttpRequest, document: UUID, number: int, form: str) -> HttpResponse:
    """Give a version as a file: PDF that can be read aloud, or Word."""
    page, shown, text = _read(request, document, number)
    day = shown.in_force_from or shown.published_on or timezone.localdate(shown.written_at)
    paper = Document(
        title=page.line.title, author=page.line.body.name, written=day, blocks=blocks(text)
    )
    content, kind = (
        (as_pdf(paper), PaperKind.PDF) if form == "pdf" else (as_word(paper), PaperKind.WORD)
    )
    return saved(content, name=f"dokument-version-{number}.{form}", content_type=kind)


def _page(request: HttpRequest, document: UUID) -> DocumentPage:
    actor: Actor | None = getattr(request, "actor", None)
    return queries.document_page(document, on=timezone.localdate(), actor=actor)


def _read(
    request: HttpRequest, document: UUID, number: int | None
) -> tuple[DocumentPage, VersionLine, str]:
    """Read a document and the version to show; raises Http404 when that one is not for them."""
    page = _page(request, document)
    shown = pages.chosen(page, number)
    if shown is None:
        raise Http404
    return page, shown, queries.texts(document, (shown.number,))[shown.number]
