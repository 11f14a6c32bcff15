"""What a search found, as a page: kinds by name, where each hit leads, and the other pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varjebarn.interop.annual.words import HEADINGS
from varjebarn.steering.queries.searching import ON_A_PAGE, Group, Hit, Piece, Results

KINDS: Mapping[str, tuple[Promise, str]] = {
    "decision": (_("Beslut"), "county:decision"),
    "item": (_("Punkter på dagordningar"), "county:meeting"),
    "question": (_("Frågor till organisationerna"), "county:report_back"),
    "answer": (_("Organisationernas svar"), "county:report_back"),
    "agreement": (_("Överenskommelser"), "county:agreement"),
    "body": (_("Grupper"), "county:body"),
    "member": (_("Ledamöter"), "county:body"),
    "annual_report": (_("Årsrapporter"), "county:annual_report"),
    "annual_note": (_("Anteckningar i årsrapporten (utkast)"), "county:annual_draft"),
}
"""What each kind is called, and the page that shows one; those of a year by the year."""
BY_YEAR = {"annual_report", "annual_note"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HitShown:
    """One thing that was found."""

    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    href: str
    on: date | None
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupShown:
    """All of one kind; `more_href` leads to all of them when not all are shown."""

    kind: str
    name: str
    count: int
    hits: tuple[HitShown, ...]
    href: str
    more_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """A search and what it found."""

    words: str
    kind: str
    count: int
    groups: tuple[GroupShown, ...]
    all_href: str
    page: int
    pages: int
    before_href: str
    after_href: str


def search_page(results: Results, *, words: str, kind: str, page: int) -> SearchPage:
    """Put what was found into words and links."""
    groups = tuple(_group(one, words=words, kind=kind) for one in results.groups)
    shown = next((one for one in groups if one.kind == kind), None)
    pages = 1 if shown is None else max(1, -(-shown.count // ON_A_PAGE))
    return SearchPage(
        words=words,
        kind=kind,
        count=results.count,
        groups=groups,
        all_href=_address(words),
        page=page,
        pages=pages,
        before_href=_address(words, kind, page - 1) if page > 1 else "",
        after_href=_address(words, kind, page + 1) if page < pages else "",
    )


def _group(group: Group, *, words: str, kind: str) -> GroupShown:
    there = _address(words, group.kind)
    return GroupShown(
        kind=group.kind,
        name=str(KINDS[group.kind][0]),
        count=group.count,
        hits=tuple(map(_hit, group.hits)),
        href=there,
        more_href=there if not kind and group.count > len(group.hits) else "",
    )


def _hit(hit: Hit) -> HitShown:
    title = "".join(piece.text for piece in hit.title)
    of = int(title) if hit.kind in BY_YEAR else hit.ref
    return HitShown(
        title=hit.title,
        excerpt=hit.excerpt,
        href=reverse(KINDS[hit.kind][1], args=[of]),
        on=hit.on,
        place=HEADINGS.get(hit.place, hit.place),
    )


def _address(words: str, kind: str = "", page: int = 1) -> str:
    asked = {"q": words} | ({"typ": kind} if kind else {}) | ({"sida": page} if page > 1 else {})
    return f"{reverse('county:search')}?{urlencode(asked)}"
