"""What the pages of minutes, of proposed items and of a matter's path are made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from varjebarn.steering.values import ItemLine, MeetingLine, MeetingPage, Named


class Stage(StrEnum):
    """How far a meeting has come."""

    PLANNED = "planned"
    CANCELLED = "cancelled"
    HELD = "held"
    DRAFTED = "drafted"
    APPROVED = "approved"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesText:
    """One text of the minutes: what was said by item, and what stands before the items."""

    number: int
    at: datetime
    opening: str
    said: Mapping[UUID, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """A question that was due by a meeting: the answers by organisation, and who was silent then."""

    question: str
    asked_on: date
    answers: tuple[tuple[str, str], ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesPage:
    """A meeting's minutes with every text that they have had, the newest last."""

    page: MeetingPage
    stage: Stage
    texts: tuple[MinutesText, ...]
    approved_at: MeetingLine | None
    changes: str
    published_on: date | None
    reported: tuple[Reported, ...] = ()

    @property
    def text(self) -> MinutesText:
        """Give the text that holds."""
        return self.texts[-1]

    @property
    def is_published(self) -> bool:
        """Whether all may read them."""
        return self.stage is Stage.PUBLISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedLine:
    """An item that somebody wants on the agenda."""

    id: UUID
    title: str
    kind: str
    raised_by: str
    raised_by_name: str
    background: str
    proposal: str
    at: datetime
    state: str
    reason: str
    item: UUID | None
    is_again: bool
    may_withdraw: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationLine:
    """A text written before a matter was taken up."""

    number: int
    prepared_by: Named | None
    background: str
    proposal: str
    heard: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterPage:
    """A matter's path: where it came from, how it was prepared, and every agenda it has stood on."""

    item: ItemLine
    body: Named
    is_meeting_planned: bool
    preparations: tuple[PreparationLine, ...]
    steps: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingLine:
    """An item that comes onto every new agenda."""

    id: UUID
    title: str
    use: str
    comes_last: bool
