"""Dates and times as Swedes write them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from varjebarn.interop.minutes.vocabulary import in_order, words

_CENTURY = 2000
_LEAP = 2024  # where no year is written, 29 February is a day
_LONGEST = 4000  # no sentence with a date is longer


def _month_pattern() -> str:
    names = {*words("dates", "months"), *words("dates", "short_months")}
    return "|".join(sorted(names, key=len, reverse=True))


_MONTH = _month_pattern()
_DAYS = r"\d{1,2}(?::e|:a)?(?:\s*(?:,|och|samt|&|-|–)\s*(?:den\s+)?\d{1,2}(?::e|:a)?){0,30}"
_WORDS = re.compile(
    rf"(?<![\d/])({_DAYS})\.?\s+({_MONTH})\b\.?(?:,?\s*(?:år\s+)?((?:19|20)\d\d)\b)?", re.IGNORECASE
)
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_PACKED = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_SHORT = re.compile(r"(?<!\d)(\d\d)(\d\d)(\d\d)(?![\d-])")
_SLASH = re.compile(
    r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?:(?:\s*-\s*|\s+|/)((?:19|20)\d\d|\d\d)(?![\d.:]))?(?![\d/])"
)
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)")
_CLOCK = r"(\d{1,2})(?:[.:](\d\d))?"
_SPAN = re.compile(
    rf"(?<![\d-]){_CLOCK}\s*(?:[-–—]+|till|t\.?o\.?m\.?|to)\s*(?:kl\.?\s*)?{_CLOCK}(?![\d-])"
)
_AT = re.compile(rf"\b(?:kl|klockan)\b\.?\s*:?\s*{_CLOCK}(?!\d)", re.IGNORECASE)
_BARE = re.compile(r"(?<![\d.:-])(\d{1,2})[.:](\d\d)(?![\d.:]|\s*(?:kr|tkr|%|procent))")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


_Reader = Callable[[re.Match[str]], list["Found"]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A day in a text; `year` is None where none is written. `start` and `end` are its place."""

    day: int
    month: int
    year: int | None
    start: int
    end: int

    def on(self, year: int) -> date | None:
        """Give the date, in `year` where none is written; None if there is no such day."""
        try:
            return date(self.year or year, self.month, self.day)
        except ValueError:
            return None


def find_dates(text: str, *, short: bool = False) -> list[Found]:
    """Find all days in a text, in its order. `short` takes 190215 too, which else may be anything."""
    found: list[Found] = []
    text = text[:_LONGEST]
    for pattern, read in _readers(short=short):
        for match in pattern.finditer(text):
            if not any(other.start < match.end() and match.start() < other.end for other in found):
                found.extend(read(match))
    return sorted(found, key=lambda day: (day.start, day.month, day.day))


def find_times(text: str, *, is_time: bool = False) -> tuple[str | None, str | None]:
    """Find when something begins and ends, as HH:MM.

    Bare hours, as 9-11, count after "kl", or where `is_time` says that nothing else is meant.
    """
    text = _without_dates(text[:_LONGEST])
    for match in _SPAN.finditer(text):
        begins, ends = _clock(match[1], match[2]), _clock(match[3], match[4])
        is_clear = (
            is_time
            or match[2]
            or match[4]
            or re.search(r"kl(?:ockan)?\.?:?\s*$", text[: match.start()], re.IGNORECASE)
        )
        if begins and ends and is_clear:
            return begins, ends
    at = [_clock(match[1], match[2]) for match in _AT.finditer(text)]
    if not at:
        at = [_clock(match[1], match[2]) for match in _BARE.finditer(text)]
    clocks = [clock for clock in at if clock]
    return (clocks[0] if clocks else None), (clocks[1] if len(clocks) > 1 else None)


def when_ends(text: str) -> int:
    """Give where the last day or clock of a text ends; 0 where there is none."""
    days = [found.end for found in find_dates(text, short=True)]
    blank = _without_dates(text)
    clocks = [match.end() for way in (_SPAN, _AT, _BARE) for match in way.finditer(blank)]
    return max([*days, *clocks], default=0)


def nearest_after(found: Found, day: date) -> date | None:
    """Give the day's first date after another, where no year is written."""
    this = found.on(day.year)
    if found.year is not None or (this and this > day):
        return this
    return found.on(day.year + 1)


def _without_dates(text: str) -> str:
    """Blank out what is a date, so that 2021-03-04 is no span of hours."""
    for found in find_dates(text):
        text = text[: found.start] + " " * (found.end - found.start) + text[found.end :]
    return text


def _readers(*, short: bool) -> Iterator[tuple[re.Pattern[str], _Reader]]:
    yield _ISO, _numbers(year=1, month=2, day=3)
    yield _PACKED, _numbers(year=1, month=2, day=3)
    yield _WORDS, _in_words
    yield _DOTTED, _numbers(year=3, month=2, day=1)
    yield _SLASH, _numbers(year=3, month=2, day=1)
    if short:
        yield _SHORT, _numbers(year=1, month=2, day=3)


def _numbers(*, year: int, month: int, day: int) -> _Reader:
    """Read a date from numbers, given which group of the match is which."""

    def read(match: re.Match[str]) -> list[Found]:
        written = match[year]
        value = None if written is None else int(written)
        value = value + _CENTURY if value is not None and value < 100 else value  # noqa: PLR2004 - two digits
        return _valid(int(match[day]), int(match[month]), value, match)

    return read


def _in_words(match: re.Match[str]) -> list[Found]:
    month = _month(match[2])
    year = int(match[3]) if match[3] else None
    days = [int(day) for day in re.findall(r"\d{1,2}", match[1])]
    return [one for day in days for one in _valid(day, month, year, match)]


def _valid(day: int, month: int, year: int | None, match: re.Match[str]) -> list[Found]:
    found = Found(day=day, month=month, year=year, start=match.start(), end=match.end())
    return [found] if found.on(_LEAP) else []


def _month(written: str) -> int:
    names = [name[:3] for name in in_order("dates", "months")]
    return names.index(written.casefold()[:3]) + 1


def _clock(hour: str, minute: str | None) -> str | None:
    hours, minutes = int(hour), int(minute or 0)
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None  # noqa: PLR2004 - a clock
