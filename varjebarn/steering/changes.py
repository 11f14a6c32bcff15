"""What is different between two versions of a text: paragraph by paragraph, and word by word. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

ALIKE = 0.4
"""How much of two paragraphs must be the same for one to be a changed form of the other."""
_HEADING, _BULLET = re.compile(r"^#+\s+"), re.compile(r"^[-*]\s+")
_PARTS = re.compile(r"\s+|[^\s]+")


class Change(StrEnum):
    """What happened to a paragraph."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some words of a paragraph; `is_different` when the other side does not have them."""

    text: str
    is_different: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A paragraph as it was beside what it has become; empty where there was or is none."""

    change: Change
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many paragraphs have been added, removed and changed."""

    added: int
    removed: int
    changed: int

    @property
    def nothing(self) -> bool:
        """Whether the two say the same."""
        return not (self.added or self.removed or self.changed)


def paragraphs(text: str) -> list[str]:
    """Divide a text at empty lines; lines of a list and headings stand by themselves."""
    found: list[str] = []
    joins = False
    for line in text.splitlines():
        stripped = line.strip()
        alone = stripped.startswith(("#", "- ", "* ")) or re.match(r"\d+[.)] ", stripped)
        if stripped and joins and not alone:
            found[-1] = f"{found[-1]} {stripped}"
        elif stripped:
            found.append(stripped)
        joins = bool(stripped) and not stripped.startswith("#")
    return found


def compare(before: str, after: str) -> tuple[Row, ...]:
    """Set two texts beside each other. Joining the pieces of a side gives that side back."""
    old, new = _unmarked(before), _unmarked(after)
    rows: list[Row] = []
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            rows += [Row(change=Change.SAME, before=_same(p), after=_same(p)) for p in old[i:j]]
        else:
            rows += _replaced(old[i:j], new[k:m])
    return tuple(rows)


def counted(rows: tuple[Row, ...]) -> Counted:
    """Count what has happened."""
    kinds = [row.change for row in rows]
    return Counted(
        added=kinds.count(Change.ADDED),
        removed=kinds.count(Change.REMOVED),
        changed=kinds.count(Change.CHANGED),
    )


def _unmarked(text: str) -> list[str]:
    """Give the paragraphs as they are read: a heading without its sign, an item with a dash."""
    return [_BULLET.sub("– ", _HEADING.sub("", one)) for one in paragraphs(text)]


def _replaced(old: list[str], new: list[str]) -> Iterator[Row]:
    """Pair the paragraphs that are alike, in their order; the others are removed or added."""
    waiting = list(old)
    for paragraph in new:
        at = next((n for n, was in enumerate(waiting) if _alike(was, paragraph)), None)
        if at is None:
            yield Row(change=Change.ADDED, before=(), after=_different(paragraph))
            continue
        for was in waiting[:at]:
            yield Row(change=Change.REMOVED, before=_different(was), after=())
        yield _changed(waiting[at], paragraph)
        waiting = waiting[at + 1 :]
    for was in waiting:
        yield Row(change=Change.REMOVED, before=_different(was), after=())


def _alike(before: str, after: str) -> bool:
    matcher = SequenceMatcher(a=_words(before), b=_words(after), autojunk=False)
    return matcher.ratio() >= ALIKE


def _changed(before: str, after: str) -> Row:
    old, new = _PARTS.findall(before), _PARTS.findall(after)
    left: list[Piece] = []
    right: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        is_only_space = tag == "equal" and i > 0 and j < len(old) and not "".join(old[i:j]).strip()
        is_different = tag != "equal" or is_only_space
        _add(left, "".join(old[i:j]), is_different=is_different)
        _add(right, "".join(new[k:m]), is_different=is_different)
    return Row(change=Change.CHANGED, before=tuple(left), after=tuple(right))


def _add(pieces: list[Piece], text: str, *, is_different: bool) -> None:
    """Put words after the others, in the same piece where it goes on as it was."""
    if text and pieces and pieces[-1].is_different is is_different:
        pieces[-1] = Piece(text=pieces[-1].text + text, is_different=is_different)
    elif text:
        pieces.append(Piece(text=text, is_different=is_different))


def _words(text: str) -> list[str]:
    return text.casefold().split()


def _same(text: str) -> tuple[Piece, ...]:
    return (Piece(text=text, is_different=False),)


def _different(text: str) -> tuple[Piece, ...]:
    return (Piece(text=text, is_different=True),)
