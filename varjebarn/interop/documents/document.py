"""What a document is made of. Nothing here knows in which form it will be written."""

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

LEVELS = (2, 3, 4)
# What XML can't hold, and what would turn the direction of the words that follow.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)


def writable(words: str) -> str:
    """Leave out control characters; a line ends in one way."""
    ended = words.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWRITABLE.sub("", ended.replace("\u2028", "\n").replace("\u2029", "\n"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading, of level 2 to 4. The title is the only one of level 1."""

    kind: ClassVar[str] = "heading"
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; a line feed breaks the line. `label` stands first, in bold: "Beslut"."""

    kind: ClassVar[str] = "paragraph"
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list with bullets, or with numbers from 1."""

    kind: ClassVar[str] = "items"
    items: tuple[str, ...]
    is_numbered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Pairs of a short name and what it is."""

    kind: ClassVar[str] = "facts"
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under a header that is repeated on each page. `caption` says what the table shows."""

    kind: ClassVar[str] = "table"
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""

    def __post_init__(self) -> None:
        """Refuse a table that nobody could read aloud."""
        if not self.header or any(len(row) != len(self.header) for row in self.rows):
            raise ValueError("a table's rows are as long as its header")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere; the address is also written out on paper. Whole addresses only."""

    kind: ClassVar[str] = "link"
    text: str
    address: str

    def __post_init__(self) -> None:
        """Refuse what no reader of a saved file could follow, and what would run something."""
        if not self.address.startswith(("https://", "http://")):
            raise ValueError("a link in a document is a whole address")


Block = Heading | Paragraph | Items | Facts | Table | Link


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A title and what stands below it, in reading order.

    `author` is the body behind it, `written` the day it is dated, `reference` its number ("" for
    none), `about` one sentence below the title ("" for none).
    """

    title: str
    author: str
    written: date
    blocks: tuple[Block, ...]
    language: str = "sv"
    reference: str = ""
    about: str = ""

    def __post_init__(self) -> None:
        """Refuse a document without a title, and headings that skip a level."""
        if not writable(self.title).strip():
            raise ValueError("a document has a title")
        level = 1
        for block in self.blocks:
            if isinstance(block, Heading):
                if block.level not in LEVELS or block.level > level + 1:
                    raise ValueError(f"a heading of level {block.level} stands below {level}")
                level = block.level
