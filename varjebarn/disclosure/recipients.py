"""Who a disclosure goes to: a unit, or one in the family."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ToUnit:
    """A unit as recipient: whoever holds its intake now."""

    unit: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPerson:
    """The child or a guardian as recipient."""

    person_ref: UUID
    capacity: str
    name: str
