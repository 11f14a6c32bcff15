"""What a search found, as a page: kinds by name, where each hit leads, and the other pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varjebarn.interop.annual.words import HEADINGS
from varjebarn.steering.queries.searching import ON_A_PAGE, Group, Hit, Piece, Results

KINDS: Mapping[str, tuple[Promise, str]] = {
    "decision": (_("Beslut"), "county:decision"),
    "minutes": (_("Mötesanteckningar"), "county:minutes"),
    "item": (_("Punkter på dagordningar"), "county:meeting"),
    "proposal": (_("Förslag som väntar"), "county:proposed"),
    "paper": (_("Handlingar"), "county:papers"),
    "analysis": (_("Barnkonsekvensanalyser"), "county:matter"),
    "question": (_("Frågor till organisationerna"), "county:report_back"),
    "answer": (_("Organisationernas svar"), "county:report_back"),
    "agreement": (_("Överenskommelser"), "county:agreement"),
    "document": (_("Dokument, rutiner och planer"), "county:document_version"),
    "activity": (_("Aktiviteter och budskap i planer"), "county:document"),
    "body": (_("Grupper"), "county:body"),
    "member": (_("Ledamöter"), "county:body"),
    "mandate": (_("Uppdrag"), "county:mandate"),
    "news": (_("Nyheter"), "county:news"),
    "example": (_("Lokala exempel"), "county:example"),
    "trial": (_("Tester"), "county:trial"),
    "training": (_("Utbildning"), "county:training"),
    "consultation": (_("Remisser"), "county:consultation"),
    "route": (_("Kontaktvägar"), "county:routes"),
    "word": (_("Ordlista"), "county:words"),
    "obstacle": (_("Hinder och det som hjälper"), "county:obstacles_here"),
    "own_obstacle": (_("Det du har skickat in"), "county:obstacles"),
    "visit": (_("Kontakter och besök"), "county:visits"),
    "research": (_("Forskning"), "county:research"),
    "annual_report": (_("Årsrapporter"), "county:annual_report"),
    "annual_note": (_("Anteckningar i årsrapporten"), "county:annual_draft"),
}
"""What each kind is called, and the page that shows one."""
ON_A_LIST = {"word": "#{}", "route": "?q={}"} | dict.fromkeys(
    ("obstacle", "own_obstacle", "training", "visit", "research"), ""
)
"""What has no page of its own, and how the list that it stands on is told which one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HitShown:
    """One thing that was found."""

    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    href: str
    on: date | None
    place: str
    is_draft: bool


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
    return HitShown(
        title=hit.title,
        excerpt=hit.excerpt,
        href=_page_of(hit),
        on=hit.on,
        place=HEADINGS.get(hit.place, hit.place),
        is_draft=hit.is_draft,
    )


def _page_of(hit: Hit) -> str:
    view = KINDS[hit.kind][1]
    if hit.kind in ON_A_LIST:
        return reverse(view) + ON_A_LIST[hit.kind].format(quote(" ".join(hit.refs)))
    return reverse(view, args=hit.refs)


def _address(words: str, kind: str = "", page: int = 1) -> str:
    asked = {"q": words} | ({"typ": kind} if kind else {}) | ({"sida": page} if page > 1 else {})
    return f"{reverse('county:search')}?{urlencode(asked)}"
