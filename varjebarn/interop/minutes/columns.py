"""Two lists side by side, as who was there and who was not often stand, put one under the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from varjebarn.interop.minutes.lines import Line
from varjebarn.interop.minutes.vocabulary import label_kinds

_LISTS = frozenset({"present", "others", "absent", "called"})
_FIELDS = frozenset({"date", "time", "place", "time_and_place", "chair", "secretary", "checker"})
_FEWEST = 2  # columns
_MATTER = re.compile(r"^(?:punkt|ärende|fråga|rubrik|dagordningspunkt|nr|område)$", re.IGNORECASE)
_DECIDED = re.compile(r"^beslut(?:/åtgärd)?$", re.IGNORECASE)


def under_each_other(lines: Sequence[Line]) -> Iterator[Line]:
    """Give the lines with each list, value and decision that stood in a column under its label.

    A row of labels begins columns, and the first blank line after them ends them. In a table of
    matters, what stands in the column of decisions is marked as one. All keep their numbers.
    """
    at = 0
    while at < len(lines):
        labels = lines[at].cells
        are_labels, decided = _are_labels(labels), _decided(labels)
        if not are_labels and decided is None:
            yield lines[at]
            at += 1
            continue
        start = next((n for n in range(at + 1, len(lines)) if lines[n].text), len(lines))
        end = next((n for n in range(start, len(lines)) if _ends(lines[n])), len(lines))
        if are_labels and start < end and lines[start].cells:
            yield from _columns(lines[at], lines[start:end])
        elif decided is not None:
            yield from (_marked(row, decided) for row in lines[at + 1 : end])
        else:
            yield lines[at]
            end = at + 1
        at = end


def _decided(labels: Sequence[str]) -> int | None:
    """Give which column of a table of matters holds the decisions."""
    is_of_matters = any(_MATTER.match(cell) for cell in labels[:1])
    return next(
        (n for n, cell in enumerate(labels) if is_of_matters and _DECIDED.match(cell)), None
    )


def _ends(line: Line) -> bool:
    """Whether a table is over: a blank line, or a matter's number in a row."""
    return line.is_blank or line.text.startswith("§")


def _columns(head: Line, rows: Sequence[Line]) -> Iterator[Line]:
    for column, label in enumerate(head.cells):
        yield replace(head, text=f"{label.strip(' :')}:", cells=())
        yield from (
            replace(row, text=cells[column], cells=())
            for row in rows
            if len(cells := row.cells or (row.text,)) > column and cells[column]
        )


def _marked(row: Line, column: int) -> Line:
    cells = tuple(
        f"Beslut: {cell}" if n == column and cell else cell for n, cell in enumerate(row.cells)
    )
    return replace(row, cells=cells, text=" ".join(cells) if cells else row.text)


def _are_labels(cells: Sequence[str]) -> bool:
    kinds = {label_kinds().get(cell.casefold().strip(" :.")) for cell in cells}
    return len(cells) >= _FEWEST and (kinds <= _LISTS or kinds <= _FIELDS)
