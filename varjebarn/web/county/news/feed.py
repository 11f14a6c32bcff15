"""News and local examples as an Atom feed (RFC 4287)."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from varjebarn.steering.document_values import ArticleLine

FIRST = 300  # characters of a text that stand in the feed


def atom(articles: Iterable[ArticleLine], *, title: str) -> str:
    """Write the feed; each entry leads to its page."""
    site = settings.ADDRESS
    feed = Atom1Feed(
        title=title,
        link=site + reverse("county:news_list"),
        description="",
        language="sv",
        feed_url=site + reverse("county:feed"),
    )
    for one in articles:
        feed.add_item(
            title=one.title,
            link=site + reverse(f"county:{one.kind}", args=[one.id]),
            description=one.text[:FIRST],
            pubdate=one.published_at,
            updateddate=one.published_at,
            unique_id=one.id.urn,
            author_name=one.organisation or title,
        )
    return feed.writeString("utf-8")
