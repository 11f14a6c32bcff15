"""Reads minutes: what they say of a meeting, each find with its lines. The secretary corrects and accepts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from varjebarn.interop.minutes.attendance import attendance_of, once
from varjebarn.interop.minutes.columns import under_each_other
from varjebarn.interop.minutes.dates import find_dates
from varjebarn.interop.minutes.day_findings import day_findings
from varjebarn.interop.minutes.findings import Finding, findings_of
from varjebarn.interop.minutes.head import PEOPLE, Section, of_kind, sections
from varjebarn.interop.minutes.items import Item, find_items
from varjebarn.interop.minutes.lines import Line, lines_of
from varjebarn.interop.minutes.meetings import future_meetings
from varjebarn.interop.minutes.offices import chair_of, secretary_of
from varjebarn.interop.minutes.outcomes import outcome_of
from varjebarn.interop.minutes.people import Person
from varjebarn.interop.minutes.sentences import Sentence
from varjebarn.interop.minutes.tasks import Task
from varjebarn.interop.minutes.vocabulary import any_of, label_kinds
from varjebarn.interop.minutes.when_where import date_of, place_of, times_of

_HEAD = 25
_TITLE = re.compile(
    r"^(?:(?:sammanträdesprotokoll|protokoll(?:\s+fört)?|(?:mötes|minnes)?anteckningar|möte(?:t)?)\b"
    r"[\s,–-]*(?:(?:från|för|till|vid|med)\b\s*)?)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadItem:
    """One matter as read. `line` is its heading's."""

    number: int | None
    heading: str
    line: int
    is_postponed: bool
    decisions: tuple[Sentence, ...]
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What minutes say. None and empty where they say nothing that was understood.

    `lines` gives, by field, the numbers of the lines that said so; lines are numbered from 1.
    """

    body: str
    on: date | None
    start: str | None
    end: str | None
    place: str | None
    chair: str | None
    secretary: str | None
    present: tuple[Person, ...]
    absent: tuple[Person, ...]
    invited: tuple[Person, ...]
    items: tuple[ReadItem, ...]
    future_meetings: tuple[date, ...]
    findings: tuple[Finding, ...]
    lines: dict[str, tuple[int, ...]]


def read_text(source: str) -> Reading:
    """Read minutes that are plain text, or text with Markdown's marks. Never raises for their content."""
    lines = tuple(under_each_other(lines_of(source)))
    items = find_items(lines)
    headings = frozenset(item.line for item in items)
    first = min(headings, default=len(lines) + 1)
    parts = sections(lines, headings)
    head = [line for line in lines if line.number < first][:_HEAD] or list(lines[:_HEAD])
    where: dict[str, tuple[int, ...]] = {}
    on = date_of(parts, head, lines, where)
    start, end = times_of(parts, head, lines, where)
    there = attendance_of(parts, lines, before=first)
    present, absent = there.present, there.absent
    chair = chair_of(parts, present, lines, where)
    secretary = secretary_of(parts, present, lines, where)
    body = _body(parts, head)
    read = _items(items, body=body or next((line.text for line in lines if line.text), ""))
    listed = frozenset(line.number for part in parts if part.kind in PEOPLE for line in part.lines)
    found = findings_of(present, absent, lines, listed=listed)
    label = min((part.lines[0].number for part in parts), default=first)
    found += day_findings(
        lines,
        on,
        clock=(start, end),
        where=where,
        title=[line for line in head if line.number < label],
    )
    future = future_meetings(lines, items, on)
    if future:
        where["future_meetings"] = tuple(sorted(set(future.values())))
    return Reading(
        body=body,
        on=on,
        start=start,
        end=end,
        place=place_of(parts, head, where),
        chair=chair,
        secretary=secretary,
        present=once(present),
        absent=once(absent),
        invited=there.called,
        items=read,
        future_meetings=tuple(future),
        findings=tuple(found),
        lines=where,
    )


def _items(items: Sequence[Item], *, body: str) -> tuple[ReadItem, ...]:
    outcomes = [outcome_of(item, body=body) for item in items]
    postponed = {number for outcome in outcomes for number in outcome.postpones}
    return tuple(
        ReadItem(
            number=item.number,
            heading=item.heading,
            line=item.line,
            is_postponed=outcome.is_postponed or item.number in postponed,
            decisions=outcome.decisions,
            tasks=outcome.tasks,
        )
        for item, outcome in zip(items, outcomes, strict=True)
    )


def _body(parts: Sequence[Section], head: Sequence[Line]) -> str:
    """Find whose meeting it was: as labelled, else the title without what is no name."""
    for part in of_kind(parts, "body"):
        return part.text
    labelled = {line.number for part in parts for line in part.lines[1:]}
    called = [_called(line.text) for line in head if line.number not in labelled]
    named = [text for text in called if any_of("body", "names").search(text)]
    return next(iter(named), "")


def _called(text: str) -> str:
    """Take title words, the day and what follows it away from a line."""
    days = find_dates(text)
    before = text[: days[0].start] if days and days[0].start else text
    before = re.split(rf"(?<=\w)\s*\b(?:{'|'.join(label_kinds())}):", before, flags=re.IGNORECASE)[
        0
    ]
    plain = _TITLE.sub("", before.strip(" –-."))
    return re.sub(r"(?:\s+den)?[\s,.–-]*$", "", plain).strip()
