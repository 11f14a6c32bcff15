"""The public front page of the county's work, in words and links."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone

from varjebarn.steering.document_values import ArticleLine
from varjebarn.steering.queries.site import PublicSite
from varjebarn.steering.values import MeetingLine
from varjebarn.web.county import words
from varjebarn.web.county.documents.pages import document_row
from varjebarn.web.county.parts import Link, Row, decision_row
from varjebarn.web.shared.days import day_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    """What anybody may want to know, each with where to read more."""

    meetings: tuple[Row, ...]
    minutes: tuple[Link, ...]
    decisions: tuple[Row, ...]
    documents: tuple[Row, ...]
    news: tuple[Row, ...]
    examples: tuple[Row, ...]


def site_page(site: PublicSite, *, today: date) -> SitePage:
    """Put the public site into words."""
    return SitePage(
        meetings=tuple(_meeting_row(one) for one in site.coming),
        minutes=tuple(_minutes_link(one) for one in site.held),
        decisions=tuple(decision_row(one, today=today) for one in site.decisions),
        documents=tuple(
            document_row(one, today=today) for one in site.documents if one.in_force is not None
        ),
        news=_rows(site.news),
        examples=_rows(site.examples),
    )


def article_row(one: ArticleLine) -> Row:
    """Show a piece of news or an example in a list."""
    day = day_in_words(timezone.localtime(one.published_at).date())
    return Row(
        title=one.title,
        href=reverse(f"county:{one.kind}", args=[one.id]),
        facts=tuple(filter(None, (one.organisation, day))),
    )


def _rows(articles: Iterable[ArticleLine]) -> tuple[Row, ...]:
    return tuple(map(article_row, articles))


def _meeting_row(one: MeetingLine) -> Row:
    return Row(
        title=one.body.name,
        href=reverse("county:meeting", args=[one.id]),
        facts=tuple(filter(None, (words.meeting_when(one), words.meeting_where(one)))),
    )


def _minutes_link(one: MeetingLine) -> Link:
    return Link(
        text=f"{one.body.name}, {words.day_words(one.day)}",
        href=reverse("county:minutes", args=[one.id]),
    )
