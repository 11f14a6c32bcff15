"""What the rules of a disclosure are asked about: plain facts, collected by a command."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from varjebarn.kernel.periods import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientFacts:
    """One named recipient: its area (a unit) or its kind (`child`, `guardian`, `prosecutor` …).

    The three `same_…` say how it stands to the sender. They open nothing but the few grounds that
    ask for them (R02). Which authorities an organisation has is in no register here: `same_authority`
    says that it is the same organisation, and the decider confirms the rest.
    """

    area: str
    unit: int | None = None
    same_authority: bool = False
    same_municipality: bool = False
    same_principal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """A consent as it stands on the day: for which units, sender included, and which parts."""

    purpose: str
    period: Period
    parts_by_unit: Mapping[int, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureFacts:
    """Everything a decision leans on. `protecting` holds every area that protects the content."""

    ground: str
    on: date
    sender_unit: int
    protecting: frozenset[str]
    recipients: tuple[RecipientFacts, ...]
    kind: str
    parts: frozenset[str]
    content_version: str
    purpose: str
    decided_by: int | None
    decided_at: datetime | None
    recipient_secrecy_shown: bool
    born: date | None = None
    born_victim: date | None = None
    born_receiver: date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    consent: Coverage | None = None
    holds_offence_data: bool = False
    second_person: int | None = None
    duties: frozenset[str] = frozenset()
    """The duties of the one who decides, where a ground asks for one."""
