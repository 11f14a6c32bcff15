"""What the report is made of once it is in words: the same for page, PDF, Word and text."""

from dataclasses import dataclass
from datetime import date

from varjebarn.steering.annual import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing: what it is, what is to be known of it, and where it stands."""

    text: str
    about: str = ""
    ref: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Computed rows under column heads."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One kind of thing under a heading: a sentence that counts, then lines or a table."""

    title: str
    lead: str = ""
    lines: tuple[Line, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One heading: the secretary's note, and what the register holds."""

    key: str
    title: str
    note: str = ""
    blocks: tuple[Block, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is recorded under it."""
        return not self.note and not self.blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole document: the report, or the page for the presidier."""

    title: str
    about: str
    written: date
    chapters: tuple[Chapter, ...] = ()
