"""Reads minutes: what they say of a meeting, each find with its lines. The secretary corrects and accepts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from varjebarn.interop.minutes.dates import YEAR, find_dates, find_times
from varjebarn.interop.minutes.findings import Finding, findings_of, weekday_finding
from varjebarn.interop.minutes.head import PEOPLE, Section, sections
from varjebarn.interop.minutes.items import Item, find_items
from varjebarn.interop.minutes.lines import Line, lines_of
from varjebarn.interop.minutes.meetings import NEXT, future_meetings
from varjebarn.interop.minutes.outcomes import Sentence, Task, outcome_of
from varjebarn.interop.minutes.people import Person, names_in, people_of, plain_name
from varjebarn.interop.minutes.tables import table_of
from varjebarn.interop.minutes.vocabulary import any_of, label_kinds, words

_HEAD = 25
_CHAIR_SAYS = re.compile(
    r"\b(?:[Mm]ötes)?[Oo]rdförande[n]?,?\s+((?:[A-ZÅÄÖÉ][\w-]+\s+){1,3})(?:hälsa|öppna|inled|välkomna|förklara)"
)
_SAYS_CHAIR = re.compile(
    r"^((?:[A-ZÅÄÖÉ][\w-]+\s+){2,3})(?:hälsa\w+\s+(?:alla\s+)?välkom|öppna\w+\s+mötet|inled\w+\s+mötet|välkomna\w+)"
)
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
    lines = lines_of(source)
    items = find_items(lines)
    headings = frozenset(item.line for item in items)
    first = min(headings, default=len(lines) + 1)
    parts = sections(lines, headings)
    head = [line for line in lines if line.number < first][:_HEAD] or list(lines[:_HEAD])
    where: dict[str, tuple[int, ...]] = {}
    on = _date(parts, head, lines, where)
    start, end = _times(parts, head, lines, where)
    present, absent, invited = _attendance(parts, lines)
    chair, secretary = _chair(parts, present, lines, where), _secretary(parts, present, where)
    read = _items(items)
    listed = frozenset(line.number for part in parts if part.kind in PEOPLE for line in part.lines)
    found = findings_of(present, absent, lines, listed=listed)
    if on and where.get("date"):
        number = where["date"][0]
        text = " ".join(line.text for line in lines if line.number == number)
        found += weekday_finding(text, on, number)
    future = future_meetings(lines, items, on)
    if future:
        where["future_meetings"] = tuple(sorted(set(future.values())))
    return Reading(
        body=_body(parts, head),
        on=on,
        start=start,
        end=end,
        place=_place(parts, where),
        chair=chair,
        secretary=secretary,
        present=_once(present),
        absent=_once(absent),
        invited=invited,
        items=read,
        future_meetings=tuple(future),
        findings=tuple(found),
        lines=where,
    )


def _of_kind(parts: Sequence[Section], *kinds: str) -> list[Section]:
    return [part for part in parts if part.kind in kinds]


def _note(where: dict[str, tuple[int, ...]], field: str, *numbers: int) -> None:
    where.setdefault(field, numbers)


def _date(
    parts: Sequence[Section],
    head: Sequence[Line],
    lines: Sequence[Line],
    where: dict[str, tuple[int, ...]],
) -> date | None:
    """Find the day: where it is labelled, else in the head, else anywhere. A year may stand in the title."""
    labelled = [
        line for part in _of_kind(parts, "date", "time", "time_and_place") for line in part.lines
    ]
    years = [int(year[1]) for line in head for year in YEAR.finditer(line.text)]
    for line, is_labelled, is_head in [
        *((one, True, True) for one in labelled),
        *((one, False, True) for one in head),
        *((one, False, False) for one in lines),
    ]:
        if not is_head and NEXT.search(line.text):
            continue
        for found in find_dates(line.text, short=is_labelled):
            year = found.year or (years[0] if years else None)
            day = found.on(year) if year else None
            if day:
                _note(where, "date", line.number)
                return day
    return None


def _times(
    parts: Sequence[Section],
    head: Sequence[Line],
    lines: Sequence[Line],
    where: dict[str, tuple[int, ...]],
) -> tuple[str | None, str | None]:
    labelled = [
        line for part in _of_kind(parts, "time", "time_and_place", "date") for line in part.lines
    ]
    start = end = None
    for line in [
        *labelled,
        *(one for one in head if find_dates(one.text) or re.search(r"\bkl\b", one.text)),
    ]:
        start, end = find_times(line.text, is_time=line in labelled)
        if start:
            _note(where, "time", line.number)
            break
    if start is None or end is None:
        for line in lines:
            begins = re.search(
                r"\bmötet\s+(?:öppna|börja|inled|starta)\w*", line.text, re.IGNORECASE
            )
            ends = re.search(
                r"\b(?:mötet|sammanträdet)\s+(?:avsluta|slut|stäng)\w*", line.text, re.IGNORECASE
            )
            at = find_times(line.text)[0] if begins or ends else None
            start = start or (at if begins else None)
            end = end or (at if ends else None)
    return start, end


def _place(parts: Sequence[Section], where: dict[str, tuple[int, ...]]) -> str | None:
    for part in _of_kind(parts, "place"):
        text = ", ".join(line.text.strip(" ,") for line in part.lines if line.text)
        if text:
            _note(where, "place", part.lines[0].number)
            return text.rstrip(".")
    for part in _of_kind(parts, "time_and_place"):
        text = _without_when(part.text)
        if text:
            _note(where, "place", part.lines[0].number)
            return text
    return None


def _without_when(text: str) -> str:
    """Take weekday, date and clock away; what is left is where."""
    for found in reversed(find_dates(text, short=True)):
        text = text[: found.start] + text[found.end :]
    week = "|".join(words("dates", "weekdays"))
    text = re.sub(rf"\b(?:{week})(?:en)?\b(?:\s+den)?", "", text, flags=re.IGNORECASE)
    text = re.sub(
        r"\b(?:kl(?:ockan)?\b\.?:?\s*)?\d{1,2}[.:]\d\d(?:\s*(?:[-–—]+|till)\s*\d{1,2}[.:]\d\d)?",
        "",
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(
        r"\bkl(?:ockan)?\b\.?:?\s*\d{1,2}(?:\s*(?:[-–—]+|till)\s*\d{1,2}(?:[.:]\d\d)?)?",
        "",
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(r"^(?:[\s,.;:–—-]|\bden\b)+|[\s,;:–—-]+$", "", text)
    return re.sub(r"\s*,(?:\s*,)+\s*", ", ", text).strip(" ,.")


def _attendance(
    parts: Sequence[Section], lines: Sequence[Line]
) -> tuple[list[Person], list[Person], tuple[Person, ...]]:
    present: list[Person] = []
    absent: list[Person] = []
    called: list[Person] = []
    is_called_there = not _of_kind(parts, "present")
    for part in parts:
        if part.kind not in PEOPLE:
            continue
        some = people_of(part.lines)
        target = {"absent": absent, "called": called}.get(part.kind, present)
        target.extend(one for one in some if not one.is_away)
        absent.extend(one for one in some if one.is_away)
    if not present and not absent:
        present, absent = table_of(lines)
    if is_called_there and called:
        away = {plain_name(person.name) for person in absent}
        present = [*(person for person in called if plain_name(person.name) not in away), *present]
    return present, absent, tuple(called)


def _once(people: Sequence[Person]) -> tuple[Person, ...]:
    seen: dict[str, Person] = {}
    for person in people:
        seen.setdefault(plain_name(person.name), person)
    return tuple(seen.values())


def _chair(
    parts: Sequence[Section],
    present: Sequence[Person],
    lines: Sequence[Line],
    where: dict[str, tuple[int, ...]],
) -> str | None:
    """Find who led: as labelled, as the text says who opened the meeting, as the list says."""
    for part in _of_kind(parts, "chair"):
        names = names_in(part.lines[0].text)
        if names:
            _note(where, "chair", part.lines[0].number)
            return names[0]
    for line in lines:
        said = _CHAIR_SAYS.search(line.text) or _SAYS_CHAIR.search(line.text)
        if said and len(said[1].split()) > 1:
            _note(where, "chair", line.number)
            return _as_listed(said[1].strip(), present)
    return _by_role(present, "chair_words", "chair", where)


def _as_listed(name: str, present: Sequence[Person]) -> str:
    return next(
        (person.name for person in present if plain_name(person.name) == plain_name(name)), name
    )


def _secretary(
    parts: Sequence[Section], present: Sequence[Person], where: dict[str, tuple[int, ...]]
) -> str | None:
    for part in reversed(_of_kind(parts, "secretary")):
        for line in part.lines:
            names = names_in(line.text)
            if names:
                _note(where, "secretary", line.number)
                return names[0]
    return _by_role(present, "secretary_words", "secretary", where)


def _by_role(
    present: Sequence[Person], key: str, field: str, where: dict[str, tuple[int, ...]]
) -> str | None:
    for person in present:
        if any(_is_role(role, words("people", key)) for role in person.roles):
            _note(where, field, person.line)
            return person.name
    return None


def _is_role(role: str, some: Sequence[str]) -> bool:
    plain = role.casefold().strip(" .")
    return (
        any(plain == one.strip(".") or plain.startswith(one.strip(".") + " ") for one in some)
        and "vice" not in plain
    )


def _items(items: Sequence[Item]) -> tuple[ReadItem, ...]:
    outcomes = [outcome_of(item) for item in items]
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
    for part in _of_kind(parts, "body"):
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
