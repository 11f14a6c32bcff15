"""The register in words: a row for each document, never its content and nobody's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from varjebarn.disclosure.queries import RegisterLine
from varjebarn.web.staff.labels import CAPACITIES, CONTENT_KINDS, label


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """One document."""

    number: str
    at: datetime
    came: bool
    subject: str
    version: int | None
    counterparts: str
    provision: str
    marked_on: date | None
    authority: str
    own_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterPage:
    """One page of the register, and where the older begin."""

    owner: str
    rows: tuple[RegisterRow, ...]
    older: str


def register_page(lines: Sequence[RegisterLine], *, owner: str, most: int) -> RegisterPage:
    """Put a page together. `lines` may hold one more than is shown: then there are older ones."""
    shown = lines[:most]
    return RegisterPage(
        owner=owner,
        rows=tuple(map(_row, shown)),
        older=shown[-1].at.isoformat() if len(lines) > most else "",
    )


def _row(line: RegisterLine) -> RegisterRow:
    return RegisterRow(
        number=line.number,
        at=line.at,
        came=line.way == "in",
        subject=label(CONTENT_KINDS, line.kind),
        version=line.version,
        counterparts="; ".join(label(CAPACITIES, one) for one in line.counterparts),
        provision=line.provision,
        marked_on=line.marked_on,
        authority=line.authority,
        own_number=line.own_number,
    )
