"""Validity: half-open inside the system, "till och med" on every page."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Days from `start` up to but not including `end`; an open end is None.

    Pages and forms show and take the last day; only this class converts.
    """

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        """Refuse a period that holds no day."""
        if self.end is not None and self.end <= self.start:
            raise ValueError("a period ends after it starts")

    @classmethod
    def through(cls, start: date, last_day: date) -> "Period":
        """Make a period from its first and last day, both included."""
        return cls(start=start, end=last_day + timedelta(days=1))

    @property
    def last_day(self) -> date | None:
        """The last day that is included, or None when the end is open."""
        return None if self.end is None else self.end - timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)


FOREVER = datetime(9999, 12, 31, tzinfo=UTC)
"""An open end as a moment, in the database too: Python can't hold PostgreSQL's infinity."""
