"""A text as people write it: headings with ##, lists with -, and paragraphs. Nothing in it is markup."""

import re

from varjebarn.interop.documents import Block, Heading, Items, Paragraph
from varjebarn.steering.changes import paragraphs

_HEADING = re.compile(r"(#+)\s+(.+)")
_BULLET = re.compile(r"[-*]\s+(.+)")
_NUMBER = re.compile(r"\d+[.)]\s+(.+)")
LOWEST = 4


def blocks(text: str, *, highest: int = 2) -> tuple[Block, ...]:
    """Read a text into headings, lists and paragraphs; no heading skips a level."""
    found: list[Block] = []
    level = highest - 1
    for paragraph in paragraphs(text):
        if heading := _HEADING.fullmatch(paragraph):
            wanted = highest + max(len(heading[1]) - 2, 0)
            level = min(wanted, level + 1, LOWEST)
            found.append(Heading(text=heading[2], level=level))
        elif bullet := _BULLET.fullmatch(paragraph):
            _add_item(found, bullet[1], is_numbered=False)
        elif number := _NUMBER.fullmatch(paragraph):
            _add_item(found, number[1], is_numbered=True)
        else:
            found.append(Paragraph(text=paragraph))
    return tuple(found)


def _add_item(found: list[Block], text: str, *, is_numbered: bool) -> None:
    """Put an item in the list that it continues, or begin one."""
    last = found[-1] if found else None
    if isinstance(last, Items) and last.is_numbered is is_numbered:
        found[-1] = Items(items=(*last.items, text), is_numbered=is_numbered)
    else:
        found.append(Items(items=(text,), is_numbered=is_numbered))
