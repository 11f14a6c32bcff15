"""Text documents of LibreOffice as plain text with Markdown's marks."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from varjebarn.interop.minutes.unreadable import UnreadableFileError, Why

_NAMES = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _STYLE = _NAMES % "text", _NAMES % "table", _NAMES % "style"
_DRAW, _OFFICE = _NAMES % "drawing", _NAMES % "office"
_BOLD = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}font-weight"
_MANIFEST = b"encryption-data"
_MOST_SPACES = 200
_UNSEEN = frozenset(
    {
        f"{_TEXT}tracked-changes",  # what was struck out
        f"{_OFFICE}annotation",
        f"{_TEXT}note",
        f"{_OFFICE}forms",
        f"{_TEXT}sequence-decls",
    }
)


def odt_text(data: bytes) -> str:
    """Read an odt: headings, bold lines, numbered lists, tables, boxes, and the heads and feet of pages.

    What is struck out and not yet accepted is not read, nor are comments. Raises UnreadableFileError.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "META-INF/manifest.xml" in names and _MANIFEST in archive.read(
                "META-INF/manifest.xml"
            ):
                raise UnreadableFileError(Why.LOCKED)
            content = _parsed(archive.read("content.xml"))
            styles = _parsed(archive.read("styles.xml")) if "styles.xml" in names else None
        reader = _Odt(content, styles)
        return "\n".join(reader.all_lines())
    except (etree.LxmlError, zipfile.BadZipFile, KeyError, OSError, ValueError, RecursionError):
        raise UnreadableFileError(Why.BROKEN) from None


def _parsed(source: bytes) -> Any:
    """Parse XML that is not to be trusted: no entities, nothing fetched, no giant tree."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(source, parser)


class _Odt:
    def __init__(self, content: Any, styles: Any) -> None:
        self.content, self.styles = content, styles
        roots = [root for root in (content, styles) if root is not None]
        self.bold = {style.get(f"{_STYLE}name") for root in roots for style in _bold_styles(root)}
        self.numbered = {
            style.get(f"{_STYLE}name")
            for root in roots
            for style in root.iter(f"{_TEXT}list-style")
            for level in style.iter(f"{_TEXT}list-level-style-number")
            if level.get(f"{_TEXT}level") == "1" and level.get(f"{_STYLE}num-format")
        }
        self.counted: Counter[str] = Counter()

    def all_lines(self) -> Iterator[str]:
        """Give the head of the pages, the text, and the foot of the pages."""
        yield from self._pages("header", "header-first")
        yield from self._lines(self.content)
        yield from self._pages("footer", "footer-first")

    def _pages(self, *kinds: str) -> Iterator[str]:
        told: set[str] = set()
        for kind in kinds if self.styles is not None else ():
            for part in self.styles.iter(f"{_STYLE}{kind}"):
                lines = [line for line in self._lines(part) if line.strip()]
                if lines and "\n".join(lines) not in told:
                    told.add("\n".join(lines))
                    yield from ("", *lines, "")

    def _lines(self, node: Any) -> Iterator[str]:
        for child in node:
            if child.tag in _UNSEEN:
                continue
            if child.tag == f"{_TEXT}h":
                level = int(child.get(f"{_TEXT}outline-level") or 1)
                yield f"\n{'#' * min(level, 6)} {self._text(child)}\n"
            elif child.tag == f"{_TEXT}p":
                yield self._paragraph(child)
                yield from self._boxes(child)
            elif child.tag == f"{_TEXT}list":
                yield from self._list(child)
            elif child.tag == f"{_TABLE}table":
                yield from self._table(child)
                yield ""
            elif isinstance(child.tag, str):
                yield from self._lines(child)

    def _paragraph(self, node: Any) -> str:
        text = self._text(node)
        is_bold = node.get(f"{_TEXT}style-name") in self.bold or (
            not (node.text or "").strip()
            and len(node)
            and all(
                one.get(f"{_TEXT}style-name") in self.bold and not (one.tail or "").strip()
                for one in node
            )
        )
        return f"**{text}**" if text and is_bold and "<br>" not in text else text

    def _boxes(self, node: Any) -> Iterator[str]:
        for box in node.iter(f"{_DRAW}text-box"):
            yield from self._lines(box)

    def _list(self, node: Any) -> Iterator[str]:
        """Give a list's points; those of a numbered list with the numbers that are drawn."""
        style = node.get(f"{_TEXT}style-name") or ""
        goes_on = node.get(f"{_TEXT}continue-numbering") == "true"
        if not goes_on and node.get(f"{_TEXT}continue-list") is None:
            self.counted[style] = 0
        for item in node:
            if item.tag not in {f"{_TEXT}list-item", f"{_TEXT}list-header"}:
                continue
            mark = "- "
            if style in self.numbered and item.tag == f"{_TEXT}list-item":
                first = item.get(f"{_TEXT}start-value")
                self.counted[style] = int(first) if first else self.counted[style] + 1
                mark = f"{self.counted[style]}. "
            for line in self._lines(item):
                is_marked = not line or line.startswith(("\n", "- "))
                yield line if is_marked else f"{mark}{line}"
                mark = "- " if mark == "- " else ""

    def _table(self, node: Any) -> Iterator[str]:
        """Give each row, its cells between tabs, and a row more for each further line of a cell."""
        for row in node.iter(f"{_TABLE}table-row"):
            cells = [
                [line for line in self._lines(cell) if line.strip()]
                for cell in row.iterchildren(f"{_TABLE}table-cell")
            ]
            for at in range(max((len(lines) for lines in cells), default=0)):
                yield "\t".join(lines[at].strip() if at < len(lines) else "" for lines in cells)

    def _text(self, node: Any) -> str:
        """Give the text of a paragraph; a tab and a new line are elements of their own."""
        parts = [node.text or ""]
        for child in node:
            if child.tag == f"{_TEXT}s":
                parts.append(" " * min(int(child.get(f"{_TEXT}c") or 1), _MOST_SPACES))
            elif child.tag == f"{_TEXT}tab":
                parts.append("\t")
            elif child.tag == f"{_TEXT}line-break":
                parts.append("<br>")
            elif isinstance(child.tag, str) and child.tag not in {*_UNSEEN, f"{_DRAW}frame"}:
                parts.append(self._text(child))
            parts.append(child.tail or "")
        return "".join(parts).strip(" ")


def _bold_styles(root: Any) -> Iterator[Any]:
    for style in root.iter(f"{_STYLE}style"):
        if any(one.get(_BOLD) == "bold" for one in style.iter(f"{_STYLE}text-properties")):
            yield style
