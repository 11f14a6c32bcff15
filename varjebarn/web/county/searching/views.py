"""The search page: what is public to all, and drafts to those whose they are."""

from functools import cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from varjebarn.kernel.actors import Actor
from varjebarn.steering.queries import searching as searching_queries
from varjebarn.steering.queries.searching import KINDS, GlossaryWord
from varjebarn.web.county.news.wordlist import terms
from varjebarn.web.county.searching.pages import search_page

LONGEST = 200
MOST_PAGES = 1000


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search. Nothing is asked of the database before there are words."""
    words = request.GET.get("q", "").strip()[:LONGEST]
    kind = request.GET.get("typ", "")
    if kind and kind not in KINDS:
        raise Http404
    page = _page(request.GET.get("sida", "1"))
    actor: Actor | None = getattr(request, "actor", None)
    found = searching_queries.search_work(
        actor,
        words,
        on=timezone.localdate(),
        kind=kind,
        page=page if kind else 1,
        glossary=glossary(),
    )
    shown = search_page(found, words=words, kind=kind, page=page if kind else 1)
    if shown.page > shown.pages:
        raise Http404
    return render(request, "county/searching/search.html", {"page": shown})


@cache
def glossary() -> tuple[GlossaryWord, ...]:
    """Give the public list of words to be searched, in Swedish as everything else that is found."""
    return tuple(
        GlossaryWord(
            key=term.key,
            name=f"{term.name} ({term.short})" if term.short else term.name,
            text=term.meaning.sv,
            also=" ".join(term.same_as),
        )
        for term in terms()
    )


def _page(asked: str) -> int:
    """Read the number of a page; raises Http404 when it is none."""
    if not asked.isdecimal() or not 1 <= int(asked[:5]) <= MOST_PAGES:
        raise Http404
    return int(asked[:5])
