"""Reads the tables of our own Markdown, so that a test can hold a document to its word, and writes them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path


def rows(path: Path) -> Iterator[tuple[str, ...]]:
    """Give every row of every table in a document, heads and rules left out, cells stripped.

    A cell of ours never holds a bar; a head is the line above a rule (`| --- |`).
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.startswith("|") and not _is_rule(line) and not _is_rule(following):
            yield tuple(cell.strip() for cell in line.strip().strip("|").split("|"))


def names(path: Path) -> tuple[str, ...]:
    """Give the names in backticks that open a table's row: `vb.deliver` as vb.deliver."""
    return tuple(row[0].strip("`") for row in rows(path) if row[0].startswith("`"))


def table(head: Sequence[str], body: Iterable[Sequence[str]]) -> str:
    """Write a table, without the last line's end."""
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def page(parts: Iterable[str]) -> str:
    """Put parts under each other with an empty line between; lines of one list stay together."""
    text = ""
    for part in parts:
        is_list = part.startswith("- ") and text.rstrip().rpartition("\n")[2].startswith("- ")
        text += ("" if is_list else "\n") + part + "\n"
    return text.lstrip("\n")


def _is_rule(line: str) -> bool:
    return line.startswith("|") and not set(line) - set("|-: ")
