"""The cast of demo and tests, read from data: who they are, and what they act under."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from varjebarn.kernel.actors import Kind

FILE = Path(__file__).parent / "data" / "cast.toml"
PASSWORD = "barnens-basta"  # noqa: S105 - the demo's own, told on its pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One invented person. Without a unit they are family."""

    slug: str
    given: str
    family: str
    title: str = ""
    organisation: str = ""
    unit: str = ""
    workplace: str = ""
    duties: tuple[str, ...] = ()
    role_sv: str = ""
    role_en: str = ""
    try_sv: str = ""
    try_en: str = ""

    @property
    def kind(self) -> Kind:
        """As what the person logs in."""
        return Kind.STAFF if self.unit else Kind.FAMILY

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}"

    @property
    def email(self) -> str:
        """The address the person logs in with, in a domain reserved for examples (RFC 2606)."""
        return f"{self.slug}@demo.example"


@cache
def cast() -> dict[str, Member]:
    """Read the cast once, by slug, in the order of the file."""
    with FILE.open("rb") as file:
        data = tomllib.load(file)
    members = {}
    for entry in data["member"]:
        organisation, _, unit = entry.pop("unit", "").partition("/")
        duties = tuple(entry.pop("duties", ()))
        member = Member(organisation=organisation, unit=unit, duties=duties, **entry)
        members[member.slug] = member
    return members
