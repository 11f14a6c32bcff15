"""What an annual report is made of: what the register holds of a year, heading by heading.

Finished values. Every text is the register's own, every day the meeting's own (DQ4, DQ6).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID


class Heading(StrEnum):
    """The report's headings, in their order. Source: annual report, Kronoberg, 2020."""

    POLITICS = "politics"
    NATIONAL = "national"
    MODEL = "model"
    TRIALS = "trials"
    TRAINING = "training"
    ACTORS = "actors"
    PROMOTIVE = "promotive"
    RESEARCH = "research"
    PLATFORM = "platform"
    CHILDREN = "children"
    STEERING = "steering"


PRESIDIUM = "presidium"
"""Under which the secretary writes what stands first on the page for the boards' presidier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A year as far as it has come on the day that the report is made."""

    year: int
    made_on: date

    @property
    def first(self) -> date:
        """The first day."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The last day that the report tells of: the year's, or the day that it is made."""
        return min(date(self.year, 12, 31), max(self.made_on, self.first))

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day, for a range."""
        return self.first, self.last

    @property
    def next_year(self) -> tuple[date, date]:
        """The days of the year after."""
        return date(self.year + 1, 1, 1), date(self.year + 1, 12, 31)

    @property
    def is_over(self) -> bool:
        """Whether the whole year is told."""
        return self.made_on - timedelta(days=1) >= date(self.year, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """What a line comes from: the kind of page, and its id."""

    kind: str
    id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that the register holds.

    `text` and `note` are the register's own words; `numbers` are computed, each with the name of
    what it counts; `state` is a key that the report has a word for.
    """

    text: str
    on: date | None = None
    until: date | None = None
    who: str = ""
    note: str = ""
    state: str = ""
    numbers: tuple[tuple[str, int], ...] = ()
    ref: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one kind of thing gives under a heading: a list, or a table of computed rows."""

    kind: str
    entries: tuple[Entry, ...] = ()
    rows: tuple[tuple[str | int, ...], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the register holds nothing of it."""
        return not self.entries and not self.rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One heading: what the secretary wrote, and what the register holds."""

    heading: Heading
    note: str
    parts: tuple[Part, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.note and all(part.is_empty for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnualFacts:
    """A year of the county's work, as it stands in the register on a day."""

    span: Span
    sections: tuple[Section, ...]
    to_presidium: str = ""

    def part(self, kind: str) -> Part:
        """Give the part of a kind, wherever it stands; an empty one if there is none."""
        found = (part for section in self.sections for part in section.parts if part.kind == kind)
        return next(found, Part(kind=kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """A year in the list of reports: published in so many editions, or only begun."""

    year: int
    editions: int
    published_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One published report. Its content is what was published, and is never written again."""

    id: UUID
    year: int
    number: int
    published_on: date
    reason: str
    content: dict[str, object]
    is_latest: bool
