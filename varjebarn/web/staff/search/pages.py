"""What a search met, in words: one's own children, and for those whose function it is, that there is one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.kernel.actors import Actor
from varjebarn.organisations.queries import StaffLine
from varjebarn.people.queries import Found, FoundLine
from varjebarn.people.rules import SearchKey
from varjebarn.web.staff.search.forms import KEYS
from varjebarn.web.staff.who import age_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """A child that was met."""

    child: UUID
    name: str
    age: str
    born: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """Everything that a search met. What was sought is not shown again."""

    key: str
    mine: tuple[FoundRow, ...]
    others: tuple[FoundRow, ...]
    is_here: bool
    managers: tuple[str, ...]


def found_page(
    actor: Actor, found: Found, *, key: str, managers: Iterable[StaffLine], on: date
) -> FoundPage:
    """Put together what was met. Who leads the unit can let one in, and is never oneself."""
    return FoundPage(
        key=str(KEYS[SearchKey(key)]),
        mine=tuple(_row(line, on) for line in found.mine),
        others=tuple(_row(line, on) for line in found.others),
        is_here=found.is_here,
        managers=tuple(
            f"{line.name}, {line.title}" for line in managers if line.person != actor.person
        ),
    )


def _row(line: FoundLine, on: date) -> FoundRow:
    return FoundRow(
        child=line.file, name=line.name, age=age_in_words(line.born, on), born=line.born
    )
