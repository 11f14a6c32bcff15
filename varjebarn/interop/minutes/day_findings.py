"""Days and clocks in minutes that contradict each other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from varjebarn.interop.minutes.dates import Found, find_dates
from varjebarn.interop.minutes.findings import Finding
from varjebarn.interop.minutes.lines import Line
from varjebarn.interop.minutes.meetings import NEXT
from varjebarn.interop.minutes.vocabulary import in_order

_NEAR = 22  # signs between a weekday and its date: "torsdagen den 5 mars"


def day_findings(
    lines: Sequence[Line],
    on: date | None,
    *,
    clock: tuple[str | None, str | None],
    where: Mapping[str, tuple[int, ...]],
    title: Sequence[Line],
) -> list[Finding]:
    """Find weekdays, days and clocks that don't agree. `title`: the lines before the first label."""
    if on is None:
        return []
    start, end = clock
    found = [
        *_weekdays(lines, on, where.get("date", ())),
        *_titled(title, on, where.get("date", ())),
    ]
    if start and end and end < start:
        found.append(
            Finding(kind="ends_before_start", name=end, other=start, lines=where.get("time", ()))
        )
    found += _next_before(lines, on)
    return found


def _weekdays(lines: Sequence[Line], on: date, when: Sequence[int]) -> Iterator[Finding]:
    """Find weekdays that aren't the date's: the meeting's own, and others whose year is written."""
    week = in_order("dates", "weekdays")
    for line in lines:
        for found in find_dates(line.text):
            day = found.on(on.year) if line.number in when else found.year and found.on(found.year)
            said = _weekday_before(line.text, found)
            if day and said and said != week[day.weekday()]:
                yield Finding(
                    kind="weekday_differs",
                    name=said,
                    other=week[day.weekday()],
                    lines=(line.number,),
                )


def _weekday_before(text: str, found: Found) -> str | None:
    week = "|".join(in_order("dates", "weekdays"))
    before = text[max(0, found.start - _NEAR) : found.start]
    said = re.search(rf"\b({week})(?:en)?\s*,?\s*(?:den\s+)?$", before, re.IGNORECASE)
    return said[1].casefold() if said else None


def _titled(title: Sequence[Line], on: date, when: Sequence[int]) -> Iterator[Finding]:
    """Find another day in the title than the head's."""
    for line in title:
        if line.number in when or not re.search(
            r"anteckning|protokoll|möte|sammanträde", line.text, re.IGNORECASE
        ):
            continue
        days = [one.on(one.year) for one in find_dates(line.text, short=True) if one.year]
        if len(days) == 1 and days[0] and days[0] != on:
            yield Finding(
                kind="date_differs",
                name=on.isoformat(),
                other=days[0].isoformat(),
                lines=(line.number, *when),
            )


def _next_before(lines: Sequence[Line], on: date) -> Iterator[Finding]:
    """Find a next meeting, with its year written, that isn't after this one."""
    for line in lines:
        told = re.match(
            r"^\W*nästa\s+(?:\w+\s+)?\w*(?:möte|sammanträde|träff)", line.text, re.IGNORECASE
        )
        if not told or not NEXT.search(line.text):
            continue
        days = [day for one in find_dates(line.text) if one.year and (day := one.on(one.year))]
        if len(days) == 1 and days[0] <= on:
            yield Finding(
                kind="next_before",
                name=days[0].isoformat(),
                other=on.isoformat(),
                lines=(line.number,),
            )
