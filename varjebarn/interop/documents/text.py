"""A document as plain text: for mail, for old systems, and to be read aloud."""

from collections.abc import Callable, Iterator
from typing import Any

from varjebarn.interop.documents.document import (
    Block,
    Document,
    Facts,
    Heading,
    Items,
    Link,
    Paragraph,
    Table,
    writable,
)

REFERENCE = {"sv": "Nummer", "en": "Number"}


def as_text(document: Document) -> str:
    """Write the document, a blank line between blocks, ending in one line feed."""
    head = [document.title]
    if document.reference:
        head.append(f"{REFERENCE[_frame(document.language)]}: {document.reference}")
    parts = ["\n".join(head), document.about]
    parts += ["\n".join(_FORMS[type(block)](block)) for block in document.blocks]
    return "\n\n".join(writable(part).strip("\n") for part in parts if part.strip()) + "\n"


def _frame(language: str) -> str:
    return "en" if language.casefold().startswith("en") else "sv"


def _heading(block: Heading) -> Iterator[str]:
    yield block.text


def _paragraph(block: Paragraph) -> Iterator[str]:
    yield f"{block.label}: {block.text}" if block.label else block.text


def _items(block: Items) -> Iterator[str]:
    for number, item in enumerate(block.items, start=1):
        yield f"{number}. {item}" if block.is_numbered else f"- {item}"


def _facts(block: Facts) -> Iterator[str]:
    yield from (f"{name}: {value}" for name, value in block.pairs)


def _table(block: Table) -> Iterator[str]:
    """Tell a row in the words of its header, so that it makes sense without columns."""
    if block.caption:
        yield block.caption
    for row in block.rows:
        first, *others = zip(block.header, row, strict=True)
        yield f"- {first[0]}: {first[1]}"
        yield from (f"  {name}: {value}" for name, value in others if value)


def _link(block: Link) -> Iterator[str]:
    yield f"{block.text}: {block.address}"


_FORMS: dict[type[Block], Callable[[Any], Iterator[str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Facts: _facts,
    Table: _table,
    Link: _link,
}
