"""The public side, read: what this is, news, local examples, the list of words, the feed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from varjebarn.kernel.actors import Actor
from varjebarn.steering.queries import telling
from varjebarn.steering.queries.site import public_site
from varjebarn.web.county.documents.blocks import blocks
from varjebarn.web.county.documents.pages import Paper
from varjebarn.web.county.duty import may_write
from varjebarn.web.county.news.feed import atom
from varjebarn.web.county.news.site_page import article_row, site_page
from varjebarn.web.county.news.wordlist import terms
from varjebarn.web.shared.county import our_county

NEWS, EXAMPLE = "news", "example"


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Say what the county's work is, when it meets, and what it has decided and published."""
    today = timezone.localdate()
    page = site_page(public_site(today), today=today)
    return render(request, "county/news/about.html", {"page": page})


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """List the news."""
    can_write = may_write(request)
    context = {
        "rows": [article_row(one) for one in telling.articles(NEWS)],
        "may_write": can_write,
        "readers": telling.news_readers() if can_write else None,
    }
    return render(request, "county/news/list.html", context)


@require_safe
def examples(request: HttpRequest) -> HttpResponse:
    """List the local examples."""
    actor: Actor | None = getattr(request, "actor", None)
    is_member = actor is not None and bool(
        telling.organisations_to_speak_for(actor, timezone.localdate())
    )
    context = {
        "rows": [article_row(one) for one in telling.articles(EXAMPLE)],
        "may_give": may_write(request) or is_member,
    }
    return render(request, "county/news/examples.html", context)


@require_safe
def article(request: HttpRequest, article: UUID, kind: str) -> HttpResponse:
    """Show a piece of news, or an example."""
    found = telling.article(article, kind)
    context = {
        "article": found,
        "document": Paper(title=found.title, blocks=blocks(found.text)),
        "may_write": may_write(request),
        "changed_at": telling.changed_at(article),
    }
    return render(request, "county/news/article.html", context)


@require_safe
def word_list(request: HttpRequest) -> HttpResponse:
    """Show all words with what they mean."""
    return render(request, "county/news/words.html", {"terms": terms()})


@require_safe
def feed(_request: HttpRequest) -> HttpResponse:
    """Give news and examples as Atom."""
    found = [*telling.articles(NEWS, most=20), *telling.articles(EXAMPLE, most=20)]
    latest = sorted(found, key=lambda one: one.published_at, reverse=True)[:20]
    return HttpResponse(
        atom(latest, title=our_county().title), content_type="application/atom+xml; charset=utf-8"
    )
