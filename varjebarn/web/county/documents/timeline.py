"""A plan's activities as a picture: where each bar begins and how long it is. Words beside, in the table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import formats

from varjebarn.steering.document_values import ActivityLine
from varjebarn.web.county.documents.words import STATUSES

WIDTH, ROW, TOP = 720, 44, 28
SHORTEST = 6
MOST_TICKS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """An activity in the picture; a milestone is a point at `x`."""

    x: float
    y: int
    width: float
    label: str
    label_x: float
    anchor: str
    status: str
    is_milestone: bool

    @property
    def label_y(self) -> int:
        """The line of its words, above the bar."""
        return self.y + 14

    @property
    def bar_y(self) -> int:
        """Where the bar begins, under its words."""
        return self.y + 20

    @property
    def middle(self) -> int:
        """The middle of the bar, for a milestone."""
        return self.y + 27


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """The beginning of a month."""

    x: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The whole picture, in its own units."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    today_x: float | None


def timeline(activities: Sequence[ActivityLine], *, today: date) -> Timeline | None:
    """Lay the activities out over their days; None when there is nothing to show."""
    if not activities:
        return None
    first = min(one.starts for one in activities).replace(day=1)
    last = _month_after(max(one.ends for one in activities))
    days = (last - first).days

    def place(day: date) -> float:
        return round((day - first).days / days * WIDTH, 1)

    return Timeline(
        width=WIDTH,
        height=TOP + ROW * len(activities) + 8,
        bars=tuple(
            _bar(one, number, place(one.starts), place(one.ends))
            for number, one in enumerate(activities, start=1)
        ),
        ticks=tuple(Tick(x=place(day), label=label) for day, label in _ticks(first, last)),
        today_x=place(today) if first <= today <= last else None,
    )


def _bar(one: ActivityLine, number: int, start: float, end: float) -> Bar:
    status = "late" if one.is_late else one.status
    is_right = start > WIDTH / 2
    return Bar(
        x=start,
        y=TOP + ROW * (number - 1),
        width=max(end - start, SHORTEST),
        label=f"{number}. {one.title} – {str(STATUSES[status][0]).lower()}",
        label_x=max(end, start + SHORTEST) if is_right else start,
        anchor="end" if is_right else "start",
        status=status,
        is_milestone=one.is_milestone,
    )


def _month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _ticks(first: date, last: date) -> Iterator[tuple[date, str]]:
    """Name the months, or with many of them every third or twelfth; the year where it begins."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next(s for s in (1, 3, 6, 12, months) if months / s <= MOST_TICKS or s == months)
    day, number = first, 0
    while day < last:
        if number % step == 0:
            form = "M Y" if number == 0 or day.month <= step else "M"
            yield day, formats.date_format(day, form)
        day, number = _month_after(day), number + 1
