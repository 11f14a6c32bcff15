"""An attendance list that is a table: one row for each person, with crosses in columns."""

import re
from collections.abc import Sequence

from varjebarn.interop.minutes.lines import Line
from varjebarn.interop.minutes.people import Person, names_in
from varjebarn.interop.minutes.tokens import is_name

_NAME = re.compile(r"^(?:namn|ledamot|deltagare|person|ledamöter)$", re.IGNORECASE)
_PLACE = re.compile(
    r"^(?:organisation|verksamhet|kommun|arbetsplats|huvudman|representerar|myndighet|förvaltning|enhet|part)$",
    re.IGNORECASE,
)
_THERE = re.compile(r"^(?:närvarande|närv\.?|närvaro|deltog|på plats|ja)$", re.IGNORECASE)
_AWAY = re.compile(
    r"^(?:frånvarande|frånv\.?|frånvaro|förhinder|nej|anmält förhinder)$", re.IGNORECASE
)
_STANDS_IN = re.compile(r"^(?:ersätter|ersättare för|tjänstgör för|ers\.? för)$", re.IGNORECASE)
_ROLE = re.compile(r"^(?:roll|funktion|titel|befattning|uppdrag|yrke)$", re.IGNORECASE)
_CROSS = re.compile(r"^(?:x|ja|j|✓|✔|☒|n|närv\.?|närvarande|1)$", re.IGNORECASE)
_AWAY_CELL = re.compile(
    r"^(?:frånv\.?|frånvarande|förhinder|nej|f|-|–|0|ej|anmält förhinder|sjuk)$", re.IGNORECASE
)


def table_of(lines: Sequence[Line]) -> tuple[list[Person], list[Person]]:
    """Read a table whose head names a column for names: who was there, and who was not."""
    present: list[Person] = []
    absent: list[Person] = []
    columns: dict[str, int] = {}
    for line in lines:
        cells = line.cells
        if any(_NAME.match(cell) for cell in cells):
            columns = _columns(cells)
            continue
        if not columns or not cells or len(cells) <= columns["name"]:
            columns = {} if line.text and not cells else columns
            continue
        name = cells[columns["name"]]
        if is_name(name):
            person = _person(name, cells, columns, line.number)
            (absent if person.is_away else present).append(person)
    return present, absent


def _columns(cells: Sequence[str]) -> dict[str, int]:
    kinds = {
        "name": _NAME,
        "organisation": _PLACE,
        "there": _THERE,
        "away": _AWAY,
        "stands_in": _STANDS_IN,
        "role": _ROLE,
    }
    return {
        kind: at
        for kind, pattern in kinds.items()
        for at, cell in reversed(list(enumerate(cells)))
        if pattern.match(cell)
    }


def _person(name: str, cells: Sequence[str], columns: dict[str, int], number: int) -> Person:
    def cell(kind: str) -> str:
        at = columns.get(kind)
        return cells[at] if at is not None and at < len(cells) else ""

    is_away = bool(_CROSS.match(cell("away"))) or bool(_AWAY_CELL.match(cell("there")))
    is_away = is_away or ("there" in columns and not cell("there") and "away" not in columns)
    return Person(
        name=name,
        organisation=cell("organisation") or None,
        substitutes_for=tuple(names_in(cell("stands_in"))),
        roles=(cell("role"),) if cell("role") else (),
        line=number,
        is_away=is_away,
    )
