"""What the pages of documents, news, obstacles and research are made of."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from varjebarn.steering.values import Named


class Standing(StrEnum):
    """Where a version stands, counted from its days. Nobody writes it down."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    DECIDED = "decided"
    NOT_APPROVED = "not_approved"
    COMING = "coming"
    IN_FORCE = "in_force"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """A version in a list. `decided_at` is the day of the meeting where it stands on the agenda."""

    number: int
    summary: str
    written_by: str
    written_at: datetime
    published_on: date | None
    standing: Standing
    in_force_from: date | None
    decided_at: date | None
    meeting: UUID | None
    decision: UUID | None
    decision_number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A document in a list, with the versions that matter. `body_key` never leaves the server."""

    id: UUID
    title: str
    kind: str
    body: Named
    body_key: int
    in_force: VersionLine | None
    proposed: VersionLine | None
    draft: VersionLine | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityLine:
    """A dated part of a plan; late when its last day has passed and it is neither done nor stopped."""

    id: UUID
    title: str
    owner: str
    starts: date
    ends: date
    is_milestone: bool
    status: str
    is_late: bool
    note: str
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageLine:
    """A line of a communication plan."""

    id: UUID
    audience: str
    message: str
    channel: str
    owner: str
    due: date
    done_on: date | None
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """A document with its versions, the newest first, and what belongs to it."""

    line: DocumentLine
    versions: tuple[VersionLine, ...]
    activities: tuple[ActivityLine, ...]
    messages: tuple[MessageLine, ...]
    last_meeting_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine:
    """A piece of news or a local example."""

    id: UUID
    kind: str
    title: str
    text: str
    organisation: str
    published_at: datetime
    taken_back_on: date | None
    mailed_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """What a body did with an obstacle."""

    kind: str
    text: str
    body: str
    to: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstacleLine:
    """An obstacle or enabler, without who sent it. `days` is its age while it waits."""

    id: UUID
    text: str
    is_helping: bool
    theme: str
    organisation: str
    sent_at: datetime
    body: str
    body_key: int
    state: str
    days: int
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLine:
    """One theme as the steering group sees it: how many stop, how many help, how old the oldest is."""

    theme: str
    hindering: int
    helping: int
    waiting: int
    oldest_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """A contact or a visit."""

    id: UUID
    on: date
    kind: str
    whom: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestLine:
    """A request from researchers."""

    id: UUID
    title: str
    from_whom: str
    text: str
    asked_on: date
    state: str
    decided_on: date | None
    answer: str
    may_attend: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputLine:
    """Something that researchers have published."""

    id: UUID
    title: str
    authors: str
    published_on: date
    address: str
    text: str
