"""Reads the review of a unit's log: what waits, one review, what one is asked to explain."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from varjebarn.audit.models import Review
from varjebarn.audit.record import request_id
from varjebarn.audit.values import Entry, Outcome, Picked, State
from varjebarn.kernel.actors import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a unit's review stands. The head is told the days alone; the rest is None then."""

    waiting: int | None
    late: int | None
    own: int | None
    days_late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One review in the list. A child with a protected identity has no name."""

    review: UUID
    day: date
    due: date
    state: State
    picked: tuple[Picked, ...]
    outcome: Outcome | None
    done_at: datetime | None
    person_name: str
    title: str
    child_name: str
    is_protected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewedEvent:
    """What was done, and the involvement that let it be done; never what was read."""

    at: datetime
    act: str
    why: str
    picked: tuple[Picked, ...]
    child_name: str
    role: str
    reason: str
    since: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewEntryLine:
    """Something written in a review."""

    at: datetime
    kind: Entry
    outcome: Outcome | None
    words: str
    person_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCase:
    """One review, opened."""

    review: UUID
    day: date
    due: date
    state: State
    picked: tuple[Picked, ...]
    outcome: Outcome | None
    reader: int
    """The key of the one who read; it never leaves the server."""
    person_name: str
    title: str
    child_name: str
    is_protected: bool
    events: tuple[ReviewedEvent, ...]
    entries: tuple[ReviewEntryLine, ...]

    @property
    def is_explained(self) -> bool:
        """Whether the reader has explained."""
        return any(entry.kind is Entry.EXPLAINED for entry in self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToExplain:
    """A reading of one's own that one is asked about."""

    review: UUID
    day: date
    asked_at: datetime


def standing(actor: Actor) -> Standing:
    """Say how the acting unit's review stands: to its log reviewer, or in days to its head.

    For the reviewer it first puts up what is new. Others are refused by the database.
    """
    del actor
    ((waiting, late, own, days),) = _rows("SELECT * FROM vb.review_standing()")
    return Standing(waiting=waiting, late=late, own=own, days_late=days)


def reviews(actor: Actor, *, done: bool = False, most: int = 100) -> list[ReviewLine]:
    """List what waits, or what is done; never what one has read oneself. Logged. At most 200."""
    del actor
    rows = _rows("SELECT * FROM vb.unit_reviews(%s, %s, %s)", done, most, request_id.get())
    return [
        ReviewLine(
            review=row[0],
            day=row[1],
            due=row[2],
            state=State(row[3]),
            picked=_picked(row[4]),
            outcome=_outcome(row[5]),
            done_at=row[6],
            person_name=row[7],
            title=row[8],
            child_name=row[9] or "",
            is_protected=row[10],
        )
        for row in rows
    ]


def open_review(actor: Actor, review: UUID) -> ReviewCase:
    """Open a review: as its reviewer, or as the reader who has been asked. Logged.

    For others it does not exist.
    """
    del actor
    found = _rows("SELECT * FROM vb.open_review(%s, %s)", review, request_id.get())
    if not found:
        raise Review.DoesNotExist
    ((day, due, state, picked, outcome, reader, name, title, child, protected),) = found
    return ReviewCase(
        review=review,
        day=day,
        due=due,
        state=State(state),
        picked=_picked(picked),
        outcome=_outcome(outcome),
        reader=reader,
        person_name=name,
        title=title,
        child_name=child or "",
        is_protected=protected,
        events=_events(review),
        entries=_entries(review),
    )


def standing_and_asked(actor: Actor) -> tuple[Standing, list[ToExplain]]:
    """Give `standing` and `to_explain` in one statement, to those who may be told the standing."""
    del actor
    rows = _rows(
        "SELECT s.*, e.* FROM vb.review_standing() s LEFT JOIN vb.my_explanations() e ON true"
    )
    waiting, late, own, days = rows[0][:4]
    return (
        Standing(waiting=waiting, late=late, own=own, days_late=days),
        [
            ToExplain(review=review, day=day, asked_at=asked_at)
            for *_, review, day, asked_at in rows
            if review is not None
        ],
    )


def to_explain(actor: Actor) -> list[ToExplain]:
    """List the readings that the acting person is asked to explain, in the acting unit."""
    del actor
    return [
        ToExplain(review=review, day=day, asked_at=asked_at)
        for review, day, asked_at in _rows("SELECT * FROM vb.my_explanations()")
    ]


def _events(review: UUID) -> tuple[ReviewedEvent, ...]:
    return tuple(
        ReviewedEvent(
            at=at,
            act=act,
            why=why,
            picked=_picked(picked),
            child_name=child or "",
            role=role,
            reason=reason or "",
            since=since,
        )
        for at, act, why, picked, child, role, reason, since in _rows(
            "SELECT * FROM vb.review_events(%s)", review
        )
    )


def _entries(review: UUID) -> tuple[ReviewEntryLine, ...]:
    return tuple(
        ReviewEntryLine(
            at=at, kind=Entry(kind), outcome=_outcome(outcome), words=words, person_name=name
        )
        for at, kind, outcome, words, name in _rows("SELECT * FROM vb.review_entries(%s)", review)
    )


def _picked(values: list[str]) -> tuple[Picked, ...]:
    return tuple(Picked(value) for value in dict.fromkeys(values))


def _outcome(value: str) -> Outcome | None:
    return Outcome(value) if value else None


def _rows(statement: str, *values: bool | int | UUID | None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return list(cursor.fetchall())
