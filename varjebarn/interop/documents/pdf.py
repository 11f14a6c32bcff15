"""A document as PDF/UA-1 (ISO 14289-1): tagged, with its language, title and reading order.

Typst sets it, with the fonts it brings along: no network, and nothing of the machine's own. The
words come in as JSON beside the template `page.typ`, never as part of it.
"""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path
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

TEMPLATE = Path(__file__).with_name("page.typ")
BOX = "□"
TRIES = 20
_QUOTED = re.compile(r'the text `"(.*)"` could not be displayed', re.DOTALL)
_ASCII = 0x7F
_BEYOND_LATIN = re.compile("[^\u0000-\u024f\u2010-\u2027\u2030-\u203a€□]")


def as_pdf(document: Document) -> bytes:
    """Write the document. The same document is always the same bytes."""
    import typst  # noqa: PLC0415 - a big library, seldom wanted

    words = json.dumps(_form(document), ensure_ascii=False)
    at = datetime.combine(document.written, time(12), tzinfo=UTC)
    for _ in range(TRIES):
        try:
            return _set(words, at)
        except typst.TypstError as fault:
            missing = _unshown(fault.message)
            if not missing:
                break
            words = words.translate(dict.fromkeys(map(ord, missing), BOX))
    return _set(_BEYOND_LATIN.sub(BOX, words), at)


def _set(words: str, at: datetime) -> bytes:
    import typst  # noqa: PLC0415 - as above

    compiler = typst.Compiler(
        TEMPLATE, root=TEMPLATE.parent, ignore_system_fonts=True, sys_inputs={"document": words}
    )
    made = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=at)
    assert isinstance(made, bytes)  # noqa: S101 - one file, since no output is named
    return made


def _unshown(message: str) -> set[str]:
    """Give the characters that no font has, out of what the typesetter says."""
    found = _QUOTED.search(message)
    return {one for one in found.group(1) if ord(one) > _ASCII} if found else set()


def _form(document: Document) -> dict[str, Any]:
    return {
        "title": writable(document.title),
        "author": writable(document.author),
        "language": document.language.partition("-")[0].casefold(),
        "reference": writable(document.reference),
        "about": writable(document.about),
        "blocks": [{"kind": block.kind, **_FORMS[type(block)](block)} for block in document.blocks],
    }


def _heading(block: Heading) -> dict[str, Any]:
    return {"text": writable(block.text), "level": block.level}


def _paragraph(block: Paragraph) -> dict[str, Any]:
    return {"label": writable(block.label), "lines": writable(block.text).split("\n")}


def _items(block: Items) -> dict[str, Any]:
    return {"items": _all(block.items), "numbered": block.is_numbered}


def _facts(block: Facts) -> dict[str, Any]:
    return {"pairs": [_all(pair) for pair in block.pairs]}


def _table(block: Table) -> dict[str, Any]:
    return {
        "header": _all(block.header),
        "rows": [_all(row) for row in block.rows],
        "caption": writable(block.caption),
    }


def _link(block: Link) -> dict[str, Any]:
    return {"text": writable(block.text), "address": writable(block.address)}


def _all(some: tuple[str, ...]) -> list[str]:
    return [writable(one) for one in some]


_FORMS: dict[type[Block], Callable[[Any], dict[str, Any]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Facts: _facts,
    Table: _table,
    Link: _link,
}
