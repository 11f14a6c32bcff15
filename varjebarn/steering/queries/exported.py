"""What the public register is given out as: finished values, with the moments that they changed."""

from dataclasses import dataclass
from datetime import date, time
from datetime import datetime as moment
from typing import Generic, TypeVar
from uuid import UUID

from varjebarn.steering.queries.papers import PaperLine
from varjebarn.steering.values import DecisionLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Which part of a list is asked for. Moments are aware, `until` is not included; None is open."""

    first: int = 0
    most: int = 100
    created_since: moment | None = None
    created_until: moment | None = None
    modified_since: moment | None = None
    modified_until: moment | None = None
    only: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """Anything given out: when it came and last changed, or None for what came before that was kept."""

    id: UUID
    created: moment | None
    modified: moment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedBody(Exported):
    """A body, and the seats in it, also past ones."""

    name: str
    level: str
    purpose: str
    reports_to: UUID | None
    seats: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedSeat(Exported):
    """A seat in a body; `until` is the first day without it."""

    body: UUID
    name: str
    title: str
    organisation: str
    seat: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedItem(Exported):
    """An item of an agenda, with what was decided at it and its published papers."""

    meeting: UUID
    body: UUID
    order: int
    title: str
    kind: str
    outcome: str
    note: str
    decisions: tuple[DecisionLine, ...]
    papers: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedMeeting(Exported):
    """A meeting with its agenda, the seats that were there, and papers of the whole meeting."""

    body: UUID
    body_name: str
    day: date
    starts: time
    ends: time
    place: str
    is_digital: bool
    is_held: bool
    is_cancelled: bool
    has_public_minutes: bool
    present: tuple[UUID, ...]
    items: tuple[ExportedItem, ...]
    papers: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedPaper(Exported):
    """A published paper, and where it was laid."""

    line: PaperLine
    meeting: UUID
    body: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedGone(Exported):
    """What was given out and has been withdrawn: that it was there, and when it went."""


Thing = TypeVar("Thing", bound=Exported)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[Thing]):
    """One window of a list, and how many things there are in the whole of it."""

    total: int
    rows: tuple[Thing, ...]
