"""When and where a meeting was: as its head labels it, else as a line of the head says it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from varjebarn.interop.minutes.dates import YEAR, find_dates, find_times, when_ends
from varjebarn.interop.minutes.head import Section, of_kind
from varjebarn.interop.minutes.lines import Line
from varjebarn.interop.minutes.meetings import NEXT
from varjebarn.interop.minutes.tokens import is_name
from varjebarn.interop.minutes.vocabulary import any_of, places, words

Where = dict[str, tuple[int, ...]]
_PLACE_LENGTH = 80
_PLACE_WORDS = 6
_BEGINS = re.compile(
    r"\bmötet\s+(?:öppna|börja|inled|starta)\w*|\böppna\w*\s+(?:mötet|sammanträdet)", re.IGNORECASE
)
_ENDS = re.compile(
    r"\b(?:mötet|sammanträdet)\s+(?:avsluta|slut|stäng)\w*"
    r"|\b(?:avsluta|förklara)\w*\s+(?:mötet|sammanträdet)(?:\s+avslutat)?",
    re.IGNORECASE,
)
_CLOCK_SPAN = re.compile(r"\d[.:]\d\d\s*(?:[-–—]+|till)\s*\d")
_PREPOSITION = re.compile(r"^(?:på|i|å|via|hos|vid|genom)\s+(?=[A-ZÅÄÖ])")


def date_of(
    parts: Sequence[Section], head: Sequence[Line], lines: Sequence[Line], where: Where
) -> date | None:
    """Find the day: where it is labelled, else in the head, else anywhere. A year may stand in the title."""
    labelled = [
        line for part in of_kind(parts, "date", "time", "time_and_place") for line in part.lines
    ]
    years = [int(year[1]) for line in head for year in YEAR.finditer(line.text)]
    for line, is_head in [
        *((one, True) for one in labelled),
        *((one, True) for one in head),
        *((one, False) for one in lines),
    ]:
        if not is_head and NEXT.search(line.text):
            continue
        for found in find_dates(line.text, short=is_head):
            year = found.year or (years[0] if years else None)
            day = found.on(year) if year else None
            if day:
                where.setdefault("date", (line.number,))
                return day
    return None


def times_of(
    parts: Sequence[Section], head: Sequence[Line], lines: Sequence[Line], where: Where
) -> tuple[str | None, str | None]:
    """Find when it began and ended: labelled, on a line of the head, else where the text says so."""
    labelled = [
        line for part in of_kind(parts, "time", "time_and_place", "date") for line in part.lines
    ]
    start = end = None
    for line in [*labelled, *(one for one in head if _tells_when(one.text))]:
        begins, ends = find_times(line.text, is_time=line in labelled)
        if begins and (start is None or (end is None and ends and begins == start)):
            start, end = begins, ends
            where["time"] = (line.number,)
        if start and end:
            break
    for line in lines if start is None or end is None else ():
        at = find_times(line.text)[0]
        start = start or (at if at and _BEGINS.search(line.text) else None)
        end = end or (at if at and _ENDS.search(line.text) else None)
    return start, end


def place_of(parts: Sequence[Section], head: Sequence[Line], where: Where) -> str | None:
    """Find where it was: labelled, after the time on its line, or on the line after."""
    for part in of_kind(parts, "place"):
        text = ", ".join(line.text.strip(" ,") for line in part.lines if line.text)
        if text:
            where.setdefault("place", (part.lines[0].number,))
            return text.rstrip(".")
    for part in of_kind(parts, "time_and_place"):
        text = _without_when(part.text)
        if text:
            where.setdefault("place", (part.lines[0].number,))
            return text
    for number, text in _unlabelled(parts, head):
        where.setdefault("place", (number,))
        return text
    return None


def _tells_when(text: str) -> bool:
    return bool(
        find_dates(text, short=True) or re.search(r"\bkl\b", text) or _CLOCK_SPAN.search(text)
    )


def _unlabelled(parts: Sequence[Section], head: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Give what may be a place, beside or under a line that says when."""
    taken = {
        line.number
        for part in parts
        if part.kind not in {"date", "time", "time_and_place"}
        for line in part.lines
    }
    free = [line for line in head if line.text and line.number not in taken]
    for at, line in enumerate(free):
        if not _tells_when(line.text):
            continue
        after = _after_when(line.text)
        if after:
            yield line.number, after
        before = line.text.rpartition(",")[0].strip()
        if _is_place(before):
            yield line.number, before
        under = _PREPOSITION.sub("", free[at + 1].text) if at + 1 < len(free) else ""
        if _is_place(under):
            yield free[at + 1].number, under.strip(" .")


def _after_when(text: str) -> str:
    """Give what follows day and clock on their line, where it is a place."""
    after = text[when_ends(text) :]
    rest = after.strip(" ,.;:–—-")
    rest = re.split(r"(?<=\w\w)\.\s", rest)[0].strip()
    rest = rest[1:-1] if rest.startswith("(") and rest.endswith(")") else rest
    bare = _PREPOSITION.sub("", rest)
    is_said = bare != rest and len(bare.split()) < 8  # noqa: PLR2004 - longer is a sentence
    is_parted = after.lstrip().startswith((",", "(")) and _may_be_place(bare)
    return bare.strip(" .()") if is_said or is_parted or _is_place(bare) else ""


def _may_be_place(text: str) -> bool:
    """Whether some words after the clock and a comma are no person and no group: then they are the place."""
    return (
        0 < len(text.split()) <= _PLACE_WORDS
        and text[0].isupper()
        and ":" not in text
        and not is_name(text)
        and not any_of("body", "names").search(text)
    )


def _is_place(text: str) -> bool:
    """Whether a short line is a room, a house, a town, or says that all were at a distance."""
    plain = text.strip(" .()")
    if not 2 < len(plain) <= _PLACE_LENGTH or ":" in plain:  # noqa: PLR2004
        return False
    if _tells_when(plain) or ("," not in plain and is_name(plain)):
        return False
    if any_of("body", "names").search(plain) or not (plain[0].isupper() or plain[0].isdigit()):
        is_apart = plain.casefold().startswith(("digital", "via "))
        return is_apart or bool(any_of("rooms", "known").fullmatch(plain))
    some = [word.strip(",.()").casefold() for word in plain.split()]
    return (
        bool(any_of("rooms", "known").search(plain))
        or any(len(word) > 4 and word.endswith(words("rooms", "endings")) for word in some)  # noqa: PLR2004
        or plain in places()
        or plain.split(",")[-1].strip() in places()
    )


def _without_when(text: str) -> str:
    """Take weekday, date and clock away; what is left is where."""
    for found in reversed(find_dates(text, short=True)):
        text = text[: found.start] + text[found.end :]
    week = "|".join(words("dates", "weekdays"))
    text = re.sub(rf"\b(?:{week})(?:en)?\b(?:\s+den)?", "", text, flags=re.IGNORECASE)
    text = re.sub(
        r"\b(?:kl(?:ockan)?\b\.?:?\s*)?\d{1,2}[.:]\d\d(?:\s*(?:[-–—]+|till)\s*(?:kl\.?\s*)?\d{1,2}(?:[.:]\d\d)?)?",
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
