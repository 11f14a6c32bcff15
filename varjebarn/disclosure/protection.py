"""What protects a disclosure at a named recipient, with a mark that says it was shown (R51)."""

import hashlib
import json
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from varjebarn.disclosure.catalogue import Words
from varjebarn.disclosure.grounds import Protection, protection_at


class Unit(Protocol):
    """What is asked of a unit."""

    area: str

    @property
    def public_id(self) -> UUID:
        """The unit as pages name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Protected:
    """One recipient's protection. Another recipient, provision or strength gives another mark."""

    recipient: UUID
    protection: Protection

    @property
    def provision(self) -> str:
        """The provision that protects it there; empty where no statute does."""
        return self.protection.provision

    @property
    def title(self) -> Words:
        """What the recipient's secrecy is called."""
        return self.protection.title

    @property
    def words(self) -> Words:
        """How strong it is, in plain words."""
        return self.protection.words

    @property
    def mark(self) -> str:
        """A mark of exactly what is shown."""
        plain = [
            str(self.recipient),
            self.protection.recipient,
            self.provision,
            self.protection.strength,
        ]
        return hashlib.sha256(json.dumps(plain).encode()).hexdigest()


def unit_protected(unit: Unit) -> Protected:
    """Say what protects it at a unit: the unit's own area, whatever the sender's is."""
    return Protected(recipient=unit.public_id, protection=protection_at(unit.area))


def person_protected(person_ref: UUID, capacity: str) -> Protected:
    """Say what protects it with the child or a guardian: they decide themselves."""
    return Protected(recipient=person_ref, protection=protection_at(capacity))
