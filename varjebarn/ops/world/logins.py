"""Acting as people of the world: a real login each, opened once, entered for one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID

from varjebarn.database.acting import acting_as, assignments, open_login
from varjebarn.kernel.actors import Actor, Kind
from varjebarn.organisations.cast import cast
from varjebarn.organisations.queries import UnitLine, units


@dataclass(slots=True)
class People:
    """Who the people of the world are, by slug, and their open logins."""

    persons: dict[str, UUID] = field(default_factory=dict)
    tokens: dict[tuple[UUID, Kind], tuple[str, UUID | None]] = field(default_factory=dict)

    @contextmanager
    def acting(self, slug: str) -> Iterator[Actor]:
        """Act as a member of the cast, in a transaction of its own."""
        kind = cast()[slug].kind if slug in cast() else Kind.STAFF
        with self.acting_person(self.persons[slug], kind) as actor:
            yield actor

    @contextmanager
    def acting_person(self, person: UUID, kind: Kind = Kind.STAFF) -> Iterator[Actor]:
        """Act as anybody, in a transaction of its own. Staff act under their first assignment."""
        with acting_as(*self.login(person, kind)) as actor:
            yield actor

    def login(self, person: UUID, kind: Kind) -> tuple[str, UUID | None]:
        """Give the token and assignment that a person acts with, opening a login the first time."""
        if (person, kind) not in self.tokens:
            token = open_login(person, kind)
            chosen = assignments(token)[0].assignment if kind is Kind.STAFF else None
            self.tokens[person, kind] = (token, chosen)
        return self.tokens[person, kind]


def unit(organisation: str, name: str) -> UnitLine:
    """Find a unit of the reference data by its organisation's name and its own."""
    return next(u for u in units() if u.organisation_name == organisation and u.name == name)
