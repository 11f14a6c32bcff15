"""Text documents of Word as plain text with Markdown's marks."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from varjebarn.interop.minutes.settled import settle
from varjebarn.interop.minutes.unreadable import UnreadableFileError, Why

_LEVELS = 9
_HEADING = re.compile(r"^(?:Heading|Rubrik|heading)\s*(\d)")


def docx_text(data: bytes) -> str:
    """Read a docx: headings, bold lines, lists with their numbers, tables, boxes, and the heads and feet of pages.

    What somebody has put in and nobody has accepted yet is read, what is struck out is not.
    Raises UnreadableFileError.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        return "\n".join(_Docx(document).lines())
    except (
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        RecursionError,
        etree.LxmlError,
        zipfile.BadZipFile,
    ):
        raise UnreadableFileError(Why.BROKEN) from None


class _Docx:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.counted: Counter[tuple[str, int]] = Counter()
        self.is_bullet = _bullets(document)

    def lines(self) -> Iterator[str]:
        """Give the head of the pages, the text, and the foot of the pages."""
        yield from self._pages("header", "first_page_header")
        settle(self.document.element.body)
        yield from self._blocks(self.document)
        yield from self._pages("footer", "first_page_footer")

    def _pages(self, *kinds: str) -> Iterator[str]:
        """Give what stands on all pages, each text once."""
        told: set[str] = set()
        for section in self.document.sections:
            for kind in kinds:
                part = getattr(section, kind)
                if part.is_linked_to_previous:
                    continue
                settle(part._element)  # noqa: SLF001 - python-docx has no other way to the XML
                lines = [line for line in self._blocks(part) if line.strip()]
                if lines and "\n".join(lines) not in told:
                    told.add("\n".join(lines))
                    yield from ("", *lines, "")

    def _blocks(self, part: Any) -> Iterator[str]:
        for block in part.iter_inner_content():
            if isinstance(block, Table):
                yield from self._table(block)
                yield ""
            else:
                yield self._paragraph(block)

    def _paragraph(self, paragraph: Paragraph) -> str:
        text = paragraph.text.replace("\n", "<br>").strip()
        style = (paragraph.style.name if paragraph.style is not None else "") or ""
        heading = _HEADING.match(style)
        mark = self._number(paragraph, style) if text else ""
        if heading and text:
            return f"\n{'#' * int(heading[1])} {mark}{text}\n"
        runs = [run for run in paragraph.runs if run.text.strip()]
        if text and runs and all(run.bold for run in runs):
            return f"**{mark}{text}**"
        return f"{mark}{text}" if text else ""

    def _number(self, paragraph: Paragraph, style: str) -> str:
        """Give the number or the point that Word draws before a paragraph of a list."""
        numbered = _numbering(paragraph)
        if numbered is None:
            return "- " if style.startswith(("List Bullet", "Punktlista")) else ""
        which, level = numbered
        if numbered in self.is_bullet:
            return "- "
        if which == "0":
            return ""  # Word's way to say that there is no number after all
        self.counted[numbered] += 1
        for deeper in range(level + 1, _LEVELS):
            self.counted[which, deeper] = 0
        some = [str(self.counted[which, one] or 1) for one in range(level + 1)]
        return f"{some[0]}. " if level == 0 else f"{'.'.join(some)} "

    def _table(self, table: Table) -> Iterator[str]:
        for row in table.rows:
            cells: list[list[str]] = []
            seen: set[Any] = set()
            for cell in row.cells:
                if cell._tc in seen:  # noqa: SLF001 - a merged cell comes once for each column
                    continue
                seen.add(cell._tc)  # noqa: SLF001
                cells.append([line.strip() for line in cell.text.split("\n") if line.strip()])
            for at in range(max((len(lines) for lines in cells), default=0)):
                yield "\t".join(lines[at] if at < len(lines) else "" for lines in cells)


def _numbering(paragraph: Paragraph) -> tuple[str, int] | None:
    """Give which list a paragraph is in, and how deep; its own mark, else its style's or what that builds on."""
    style: Any = paragraph.style
    places = [paragraph._p.pPr]  # noqa: SLF001 - python-docx has no other way to a list's number
    while style is not None and len(places) < _LEVELS:
        places.append(style.element.pPr)
        style = style.base_style
    for place in places:
        found: Any = place.numPr if place is not None else None
        if found is not None and found.numId is not None:
            return str(found.numId.val), int(found.ilvl.val if found.ilvl is not None else 0)
    return None


def _bullets(document: Any) -> set[tuple[str, int]]:
    """Find which lists are drawn with points, not numbers."""
    try:
        numbering = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return set()
    abstract = {
        (one.get(qn("w:abstractNumId")), level.get(qn("w:ilvl")))
        for one in numbering.iter(qn("w:abstractNum"))
        for level in one.iter(qn("w:lvl"))
        for form in level.iter(qn("w:numFmt"))
        if form.get(qn("w:val")) == "bullet"
    }
    return {
        (number.get(qn("w:numId")), int(level))
        for number in numbering.iter(qn("w:num"))
        for link in number.iter(qn("w:abstractNumId"))
        for form, level in abstract
        if form == link.get(qn("w:val"))
    }
