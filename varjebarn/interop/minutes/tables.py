"""An attendance list that is a table: one row for each person, with crosses in columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from varjebarn.interop.minutes.lines import Line
from varjebarn.interop.minutes.people import Person, names_in, people_of
from varjebarn.interop.minutes.tokens import Kind, tokens

_NAME = re.compile(
    r"^(?:namn|ledamot|deltagare|person|ledamöter|för- och efternamn)$", re.IGNORECASE
)
_PLACE = re.compile(
    r"^(?:organisation|verksamhet|kommun|arbetsplats|huvudman|representerar|myndighet|förvaltning|enhet|part)$",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"^(?:närvarande|närv\.?|när\.?|närvaro|deltog|deltar|på plats|ja|här|n)$", re.IGNORECASE
)
_AWAY = re.compile(
    r"^(?:frånvarande|frånv\.?|från\.?|frånvaro|förhinder|återbud|nej|anmält förhinder|ej närv\.?|ej närvarande|f)$",
    re.IGNORECASE,
)
_STANDS_IN = re.compile(r"^(?:ersätter|ersättare för|tjänstgör för|ers\.? för)$", re.IGNORECASE)
_SUBSTITUTE = re.compile(
    r"^(?:ersättare|ersatt av|ersätts av|ersättare närvarande|vikarie)$", re.IGNORECASE
)
_ROLE = re.compile(r"^(?:roll|funktion|titel|befattning|uppdrag|yrke)$", re.IGNORECASE)
_CROSS = re.compile(r"^(?:x|ja|j|✓|✔|☒|n|närv\.?|närvarande|1)$", re.IGNORECASE)
_AWAY_CELL = re.compile(
    r"^(?:frånv\.?|frånvarande|förhinder|nej|f|-|–|0|ej|anmält förhinder|sjuk)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Who the tables say was there, who was not, and on which lines their rows stand."""

    present: tuple[Person, ...]
    absent: tuple[Person, ...]
    rows: frozenset[int]


def table_of(lines: Sequence[Line]) -> Table:
    """Read tables whose head names a column for names, and another that says more of each."""
    found: list[Person] = []
    rows: set[int] = set()
    columns: dict[str, int] = {}
    for line in lines:
        cells = line.cells
        heads = _columns(cells)
        if "name" in heads and len(heads) > 1 and (not columns or set(heads) == set(columns)):
            columns = heads
        elif not columns or not cells or len(cells) <= columns["name"]:
            columns = {} if line.text and not cells else columns
            continue
        else:
            found.extend(_persons(cells, columns, line.number))
        rows.add(line.number)
    return Table(
        present=tuple(one for one in found if not one.is_away),
        absent=tuple(one for one in found if one.is_away),
        rows=frozenset(rows),
    )


def _columns(cells: Sequence[str]) -> dict[str, int]:
    kinds = {
        "name": _NAME,
        "organisation": _PLACE,
        "there": _THERE,
        "away": _AWAY,
        "stands_in": _STANDS_IN,
        "substitute": _SUBSTITUTE,
        "role": _ROLE,
    }
    return {
        kind: at
        for kind, pattern in kinds.items()
        for at, cell in reversed(list(enumerate(cells)))
        if pattern.match(cell)
    }


def _persons(cells: Sequence[str], columns: dict[str, int], number: int) -> Iterator[Person]:
    """Give the row's person, and who came instead where a column says so."""

    def cell(kind: str) -> str:
        at = columns.get(kind)
        return cells[at] if at is not None and at < len(cells) else ""

    listed = people_of([Line(number=number, text=cell("name"))])
    if len(listed) != 1:
        return
    organisation, roles = _place_and_roles(cell("organisation"))
    is_away = bool(_CROSS.match(cell("away"))) or bool(_AWAY_CELL.match(cell("there")))
    is_away = is_away or ("there" in columns and not cell("there") and "away" not in columns)
    person = replace(
        listed[0],
        organisation=organisation or listed[0].organisation,
        substitutes_for=(*listed[0].substitutes_for, *names_in(cell("stands_in"))),
        roles=(*listed[0].roles, *roles, *([cell("role")] if cell("role") else [])),
        is_away=is_away or listed[0].is_away,
    )
    yield person
    for other in people_of([Line(number=number, text=cell("substitute"))]):
        yield replace(
            other,
            organisation=other.organisation or person.organisation,
            substitutes_for=(person.name,),
        )


def _place_and_roles(text: str) -> tuple[str, list[str]]:
    """Part an organisation from what its person does there: "Ljusdals kommun, sekr."."""
    parts = [part.strip() for part in re.split(r"[,;]\s+|\s*\(|\)", text) if part.strip()]
    roles = [part for part in parts if all(one.kind is Kind.ROLE for one in tokens(part))]
    places = [part for part in parts if part not in roles]
    return (places[0], roles) if roles and len(places) == 1 else (text, [])
