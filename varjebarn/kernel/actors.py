"""Who acts: made once per request by the database, never from what a page sends."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    """The two kinds of people who act. A nurse who is also a mother logs in as one of them."""

    STAFF = "staff"
    FAMILY = "family"


class Duty(StrEnum):
    """What an assignment lets a person do. A set, not a ladder."""

    PROFESSIONAL = "professional"
    CONTACT = "contact"
    INTAKE = "intake"
    MANAGER = "manager"
    LOG_REVIEWER = "log_reviewer"
    KEEPER = "keeper"
    COUNTY = "county"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, and what they act under, as the database answered when the request began.

    A family actor has no unit (0, which no unit has) and no assignment. `unit_id` and `person_id` are the database's
    own keys and never leave the server; the uuids may.
    """

    person_id: int
    person: UUID
    name: str
    called: str = ""
    kind: Kind
    unit_id: int = 0
    unit: UUID | None = None
    unit_name: str = ""
    area: str = ""
    organisation_name: str = ""
    workplace_name: str = ""
    title: str = ""
    assignment: UUID | None = None
    duties: frozenset[Duty] = frozenset()
    has_several: bool = False
    """Whether there is another assignment to act under."""
    login_ends: datetime | None = None
    """When the login ends by itself, if nothing more is done."""

    @property
    def is_staff(self) -> bool:
        """Whether the person acts under an assignment."""
        return self.kind is Kind.STAFF
