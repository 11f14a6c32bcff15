"""Reads the tables of our own Markdown, so that a test can hold a document to its word."""

from collections.abc import Iterator
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


def _is_rule(line: str) -> bool:
    return line.startswith("|") and not set(line) - set("|-: ")
