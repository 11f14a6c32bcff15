"""The two shapes that most parts of the report have: lines, and a table of computed rows."""

from collections.abc import Callable, Mapping

from varjebarn.interop.annual import words
from varjebarn.interop.annual.values import Block, Line, Table
from varjebarn.steering.annual import Entry, Part

Writer = Callable[[Part], Block]
NO_NAMES: Mapping[str, str] = {}


def listed(title: str, write: Callable[[Entry], Line], lead: str = "") -> Writer:
    """Write each entry as a line."""
    return lambda part: Block(title=title, lead=lead, lines=tuple(map(write, part.entries)))


def table(
    title: str,
    head: tuple[str, ...],
    *,
    lead: str = "",
    names: Mapping[str, str] = NO_NAMES,
    column: int = 0,
) -> Writer:
    """Write the rows as they are; in one column keys are put into words."""

    def write(part: Part) -> Block:
        rows = tuple(
            tuple(
                names.get(str(cell), str(cell)) if place == column else str(cell)
                for place, cell in enumerate(row)
            )
            for row in part.rows
        )
        return Block(title=title, lead=lead, table=Table(head=head, rows=rows))

    return write


def on(one: Entry) -> str:
    """Write the day of an entry; nothing when it has none."""
    return "" if one.on is None else words.day(one.on)


def until(one: Entry) -> str:
    """Write the day an entry reaches to; nothing when it has none."""
    return "" if one.until is None else words.day(one.until)
