"""Every address of the service, read from the URL configuration, with real objects put into it.

A new page is tried from the day it gets an address: nothing here names one. What a parameter stands
for is read from its name: `child` is a row of a table called …_child…, and what no table is called is
tried with everything.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random
from uuid import UUID, uuid5

from django.urls import URLPattern, URLResolver

from tests.attacks.canaries import Compartments

PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>")
NAMESPACE = UUID(int=11)
OF_FAMILY = ("disclosure_familydelivery", "disclosure_consent", "audit_familyline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One address: its route, and its name with the audience it belongs to."""

    name: str
    route: str

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """Each parameter's kind and name, in order."""
        return [(kind or "str", name) for kind, name in PARAMETER.findall(self.route)]

    @property
    def about(self) -> str:
        """The name of the first object it takes; empty when it takes none."""
        return next((name for kind, name in self.parameters if kind == "uuid"), "")

    def of(self, first: UUID, found: Compartments, draw: Random) -> str:
        """Fill it in: the first object as given, the others from where that one lies."""
        return self._filled([first], lambda name: self._beside(first, name, found, draw))

    def every(self, first: UUID, found: Compartments) -> Iterator[str]:
        """Fill it in every way that what lies beside the first object allows."""
        names = [name for kind, name in self.parameters if kind == "uuid"][1:]
        for others in product(*(self._near(first, name, found) for name in names)):
            yield self._filled([first, *others], lambda _: first)

    def _filled(self, given: list[UUID], otherwise: Callable[[str], UUID]) -> str:
        def put(match: re.Match[str]) -> str:
            kind, name = match.groups()
            if kind == "int":
                return "1"
            if kind != "uuid":
                return "kronobarn"
            return str(given.pop(0) if given else otherwise(name))

        return "/" + PARAMETER.sub(put, self.route)

    def _beside(self, first: UUID, name: str, found: Compartments, draw: Random) -> UUID:
        """Find an object of that name that lies where the first one lies."""
        places = found.of_object.get(first, set())
        near = [one for one in candidates(name, self.name, found) if found.of_object[one] & places]
        return draw.choice(near) if near else uuid5(NAMESPACE, f"{first}{name}")

    def _near(self, first: UUID, name: str, found: Compartments) -> list[UUID]:
        places = found.of_object.get(first, set())
        known = candidates(name, self.name, found)
        return [one for one in known if found.of_object[one] & places] or found.units


def all_addresses(
    patterns: Sequence[URLPattern | URLResolver], route: str = "", space: str = ""
) -> Iterator[Address]:
    """Walk the URL configuration."""
    for one in patterns:
        part = route + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from all_addresses(one.url_patterns, part, one.namespace or space)
        else:
            yield Address(name=f"{space}:{one.name}", route=part)


def candidates(parameter: str, name: str, found: Compartments) -> list[UUID]:
    """Give the objects that a parameter of that name may stand for."""
    if parameter == "unit":
        return found.units
    if name.startswith("family:"):
        tables = [table for table in found.of_table if table in OF_FAMILY]
    else:
        plain = parameter.replace("_", "")
        tables = [t for t in found.of_table if t.partition("_")[2].startswith(plain)]
    return [one for table in tables or found.of_table for one in found.of_table[table]]


def nobodys(first: UUID) -> UUID:
    """Give an id that nothing has, always the same for the same one."""
    return uuid5(NAMESPACE, str(first))
