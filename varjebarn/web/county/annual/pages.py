"""The report as a page: where each line leads, and what a member may do with each heading."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from varjebarn.interop.annual import words
from varjebarn.interop.annual.values import Block, Chapter, Line, Paper

FEW = 4  # chapters that need no list of contents
PLACES = {
    "meeting": "county:meeting",
    "decision": "county:decision",
    "report_back": "county:report_back",
    "agreement": "county:agreement",
    "body": "county:body",
}
"""The page that a line's source has; what has none is shown without a link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """One line, and where it leads."""

    text: str
    about: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """A row of a table: its name, and each further cell with the head of its column."""

    name: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockShown:
    """One kind of thing."""

    title: str
    lead: str
    lines: tuple[LineShown, ...]
    head: tuple[str, ...]
    rows: tuple[RowShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterShown:
    """One heading; `note_href` leads to writing under it, for those who may."""

    key: str
    title: str
    note: str
    blocks: tuple[BlockShown, ...]
    is_empty: bool
    note_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPage:
    """A paper as a page."""

    title: str
    about: str
    chapters: tuple[ChapterShown, ...]
    is_long: bool
    nothing: str = words.NOTHING


def paper_page(paper: Paper, *, year: int, notable: Iterable[str] = ()) -> PaperPage:
    """Show a paper; under the keys in `notable` the reader may write."""
    may_note = frozenset(notable)
    return PaperPage(
        title=paper.title,
        about=paper.about,
        is_long=len(paper.chapters) > FEW,
        chapters=tuple(
            _chapter(
                one,
                reverse("county:annual_note", args=[year, one.key]) if one.key in may_note else "",
            )
            for one in paper.chapters
        ),
    )


def _chapter(chapter: Chapter, note_href: str) -> ChapterShown:
    return ChapterShown(
        key=chapter.key,
        title=chapter.title,
        note=chapter.note,
        is_empty=chapter.is_empty,
        note_href=note_href,
        blocks=tuple(map(_block, chapter.blocks)),
    )


def _block(block: Block) -> BlockShown:
    table = block.table
    return BlockShown(
        title=block.title,
        lead=block.lead,
        lines=tuple(map(_line, block.lines)),
        head=() if table is None else table.head,
        rows=()
        if table is None
        else tuple(
            RowShown(name=row[0], cells=tuple(zip(table.head[1:], row[1:], strict=True)))
            for row in table.rows
        ),
    )


def _line(line: Line) -> LineShown:
    ref = line.ref
    return LineShown(
        text=line.text, about=line.about, href="" if ref is None else _href(ref.kind, ref.id)
    )


def _href(kind: str, ref: UUID) -> str:
    return reverse(PLACES[kind], args=[ref]) if kind in PLACES else ""
