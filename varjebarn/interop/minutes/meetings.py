"""When a group meets again."""

import re
from collections.abc import Sequence
from datetime import date

from varjebarn.interop.minutes.dates import YEAR, find_dates, nearest_after
from varjebarn.interop.minutes.items import Item
from varjebarn.interop.minutes.lines import Line
from varjebarn.interop.minutes.sentences import sentences_of
from varjebarn.interop.minutes.vocabulary import words

NEXT = re.compile(
    r"\bsammanträder\s+nästa\s+gång\b|\bnästa\s*:|\bnästa\s+(?:\w+\s+)?(?:au|presidi\w*|styrgrupp\w*|arbetsgrupp\w*|tvärgrupp\w*)\b|\b(?:vi\s+)?(?:ses|träffas|möts)\s+(?:igen|nästa|nästa gång)?\s*(?:den|på|igen)\b|\bdatum\s+(?:för|framöver)\b|\bnästa\s+gång\s+(?:vi\s+)?(?:ses|träffas|blir|är)\b|\bses\s+igen\b|\b(?:nästa|nästkommande|kommande)\s+(?:\w+\s+){0,2}?\w*(?:möte|möten|mötestider|mötet|sammanträde|sammanträden|träff|träffar|mötesdag|mötesdagar|tider|mötesdatum)\b"
    r"|\b(?:möten|träffar|mötestider|mötesdatum|sammanträdesdagar|sammanträdestider|mötesdagar|mötesplan)\b|\bmöte(?:t)?\s+(?:blir|äger rum|hålls)\b",
    re.IGNORECASE,
)
_CALENDAR = re.compile(
    r"(?:tider|mötesdatum|möten|träffar|sammanträdesdagar|sammanträden|mötesdagar|nästa\s+\w*möte|nästa\s+\w*träff|nästa\s+sammanträde|mötesplan|kalendarium|kommande datum|datum för)",
    re.IGNORECASE,
)
_NOT_THEN = re.compile(
    r"\b(?:t\.?o\.?m|till och med|senast|deadline|inför|klar|sista dag)\b", re.IGNORECASE
)


def future_meetings(
    lines: Sequence[Line],
    items: Sequence[Item],
    on: date | None,
) -> dict[date, int]:
    """Find when the group meets again, with the line that says so.

    Days count where the text says next meeting, and in lists under a heading of meetings. None is
    on or before the meeting itself.
    """
    if on is None:
        return {}
    found: dict[date, int] = {}
    for item in items:
        is_calendar = bool(_CALENDAR.search(item.heading))
        year = YEAR.search(item.heading)
        head = Line(number=item.line, text=item.heading)
        _future_in(
            [head, *item.lines],
            on,
            year=int(year[1]) if year else None,
            is_calendar=is_calendar,
            found=found,
        )
    if not found:
        covered = {
            line.number for item in items for line in (*item.lines, Line(number=item.line, text=""))
        }
        rest = [line for line in lines if line.number not in covered]
        _future_in(rest, on, year=None, is_calendar=False, found=found)
    return dict(sorted(found.items()))


def _future_in(
    lines: Sequence[Line], on: date, *, year: int | None, is_calendar: bool, found: dict[date, int]
) -> None:
    in_list = is_calendar
    for line in lines:
        if not line.text:
            continue
        says_next = bool(NEXT.search(line.text))
        days = find_dates(line.text)
        said_year = YEAR.search(line.text)
        if says_next and not days:
            in_list, year = True, int(said_year[1]) if said_year else year
            continue
        is_listed = in_list and bool(days) and _begins_with_day(line.text, days[0].start)
        if not (says_next or is_listed or (is_calendar and len(days) > 1)):
            in_list = in_list and is_calendar
            continue
        for sentence in sentences_of([line]) if says_next and not is_listed else [None]:
            text = line.text if sentence is None else sentence.text
            if sentence is not None and not (NEXT.search(text) or is_calendar):
                continue
            if _NOT_THEN.search(text) and not is_listed:
                continue
            _add(text, on, year=year, number=line.number, found=found)


def _add(text: str, on: date, *, year: int | None, number: int, found: dict[date, int]) -> None:
    days = find_dates(text)
    last_year = next((day.year for day in reversed(days) if day.year), None)
    for day in days:
        when = (
            day.on(year or last_year or on.year)
            if (day.year or year or last_year)
            else nearest_after(day, on)
        )
        if when and when > on:
            found.setdefault(when, number)


def _begins_with_day(text: str, start: int) -> bool:
    week = "|".join(words("dates", "weekdays"))
    before = re.sub(
        rf"\b(?:{week})(?:en)?\b|\bden\b|\bmöte\s*\d*\b|[\s,.:;–—-]|\bkl\b",
        "",
        text[:start],
        flags=re.IGNORECASE,
    )
    return len(before) <= 12  # noqa: PLR2004 - "Styrgruppen" or the like may stand first
