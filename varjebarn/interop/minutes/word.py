"""Text documents of Word and LibreOffice as plain text with Markdown's marks."""

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

from varjebarn.interop.minutes.unreadable import UnreadableFileError, Why

_HEADING = re.compile(r"^(?:Heading|Rubrik|heading)\s*(\d)")
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_MANIFEST = b"encryption-data"


def docx_text(data: bytes) -> str:
    """Read a docx: headings, bold lines, lists with their numbers, and tables. Raises UnreadableFileError."""
    try:
        document = docx.Document(io.BytesIO(data))
        return "\n".join(_Docx(document).lines())
    except UnreadableFileError:
        raise
    except (
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        OSError,
        etree.LxmlError,
        zipfile.BadZipFile,
    ):
        raise UnreadableFileError(Why.BROKEN) from None


class _Docx:
    def __init__(self, document: Any) -> None:
        self.document = document
        self.counted: Counter[tuple[str, str]] = Counter()
        self.is_bullet = _bullets(document)

    def lines(self) -> Iterator[str]:
        for block in self.document.iter_inner_content():
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
        properties = paragraph._p.pPr  # noqa: SLF001 - python-docx has no other way to a list's number
        numbered: Any = properties.numPr if properties is not None else None
        if numbered is None or numbered.numId is None:
            return "- " if style.startswith(("List Bullet", "Punktlista")) else ""
        level = str(numbered.ilvl.val if numbered.ilvl is not None else 0)
        key = (str(numbered.numId.val), level)
        if key in self.is_bullet:
            return "- "
        self.counted[key] += 1
        return f"{self.counted[key]}. "

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


def _bullets(document: Any) -> set[tuple[str, str]]:
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
        (number.get(qn("w:numId")), level)
        for number in numbering.iter(qn("w:num"))
        for link in number.iter(qn("w:abstractNumId"))
        for form, level in abstract
        if form == link.get(qn("w:val"))
    }


def odt_text(data: bytes) -> str:
    """Read an odt: headings, paragraphs, lists and tables. Raises UnreadableFileError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "META-INF/manifest.xml" in names and _MANIFEST in archive.read(
                "META-INF/manifest.xml"
            ):
                raise UnreadableFileError(Why.LOCKED)
            content = archive.read("content.xml")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, zipfile.BadZipFile, KeyError, OSError):
        raise UnreadableFileError(Why.BROKEN) from None
    return "\n".join(_odt_lines(root))


def _odt_lines(node: Any) -> Iterator[str]:
    for child in node:
        if child.tag == f"{_TEXT}h":
            level = int(child.get(f"{_TEXT}outline-level") or 1)
            yield f"\n{'#' * min(level, 6)} {_odt_text(child)}\n"
        elif child.tag == f"{_TEXT}p":
            yield _odt_text(child)
        elif child.tag == f"{_TEXT}list-item":
            yield from (f"- {line}" if line else line for line in _odt_lines(child))
        elif child.tag == f"{_TABLE}table-row":
            cells = [
                " ".join(filter(None, _odt_lines(cell)))
                for cell in child.iter(f"{_TABLE}table-cell")
            ]
            yield "\t".join(cells)
        elif isinstance(child.tag, str):
            yield from _odt_lines(child)


def _odt_text(node: Any) -> str:
    """Give the text of a paragraph; a tab and a new line are elements of their own."""
    parts = [node.text or ""]
    for child in node:
        if not isinstance(child.tag, str):  # a comment, or an entity that is never fetched
            parts.append(child.tail or "")
            continue
        marks = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "<br>", f"{_TEXT}s": " "}
        parts.append(marks.get(child.tag, "") if child.tag in marks else _odt_text(child))
        parts.append(child.tail or "")
    return "".join(parts).strip(" ")
