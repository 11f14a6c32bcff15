"""The matters of a meeting: where each begins, and what it is called."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from varjebarn.interop.minutes.headings import (
    HEADING_LIMIT,
    Candidate,
    crammed,
    is_label,
    marked,
    plain,
)
from varjebarn.interop.minutes.lines import Line
from varjebarn.interop.minutes.vocabulary import words

_AT_MOST = 3000
_FULL_LINE = 45  # shorter is not broken by the edge of the page
_SECTION = re.compile(
    r"^(?:[A-ZÅÄÖ]{2,6}\s+)?(?:§§?|paragraf)\s*(\d{1,3})(?:\s*/\s*(?:\d{4}|\d\d))?\b\s*[.:)–-]?\s*(.*)$|^(\d{1,3})\s*§\s*[.:)]?\s*(.*)$",
    re.IGNORECASE,
)
_POINT = re.compile(
    r"^(?:punkt|ärende|dagordningspunkt|p\.)\s*(?:nr\s*)?(\d{1,2})\b\s*[.:)–-]?\s*(.*)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(\d{1,2}|[lI])\s*(?:[.)]|[.)]?:|/(?=\s))(?!\d)\s*(.*)$")
_BARE = re.compile(r"^(\d{1,2})\s+([A-ZÅÄÖ”\"].*)$")
_ROMANS = (
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
)
_OF_MEETING = re.compile(
    r"^\d{1,3}:(\d{1,2})[.)]?\s+([A-ZÅÄÖ”\"].*)$"
)  # 3:1, the third meeting's first
_ROMAN = re.compile(r"^((?:X?(?:I{1,3}|I?V|VI{1,3}|I?X)|X))[.)]\s+(.*)$")
_LETTER = re.compile(r"^([a-pA-P])[.)]\s+([A-ZÅÄÖ].*)$")
_MISREAD = str.maketrans("lI", "11")  # a scanner's eye
_NUMBER_LENGTH = 4
_FEWEST = 2
_REFERENCE = re.compile(r"^(?:dnr|diarienr|diarienummer|ärendenr)\b", re.IGNORECASE)
_LONE = re.compile(r"^§?\s*(\d{1,3})\s*[.)§]?$")
_SENTENCE = re.compile(r"^(.{3,70}?)(?:\.\s+|:\s+|\s+[–—-]\s+)([A-ZÅÄÖ].{12,}[.!?])$")
_STOPPED = re.compile(r"^(.{3,70}?)\.\s+([A-ZÅÄÖ].{40,})$")  # the sentence goes on in the next line
_SHORTENED = re.compile(
    r"(?:\b(?:t\.?ex|bl\.?a|m\.?m|dvs|etc|ev|ca|kl|nr|forts|resp|inkl|exkl|osv|tf|bitr|st|s\.k)|\b[A-ZÅÄÖ])$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One matter. `number` is None where it has none; `lines` are what stands under its heading."""

    number: int | None
    heading: str
    line: int
    lines: tuple[Line, ...]


def find_items(lines: Sequence[Line]) -> list[Item]:
    """Find the matters: by their numbers, else by marked headings, else by lines that look like some."""
    numbered = max((_best(_numbered(lines, read), lines) for read in _READERS), key=len, default=[])
    if len(numbered) < _FEWEST:
        numbered = max(numbered, _best(_numbered(lines, _letter), lines), key=len)
    head_lines = marked(lines)
    enough = 1 if numbered and _SECTION.match(lines[numbered[0].at].text) else 2
    if len(numbered) < enough or (
        len(head_lines) > enough + 1 and _is_inside(numbered, head_lines)
    ):
        numbered = _after_head(
            head_lines if len(head_lines) > 1 else plain(lines) or crammed(lines) or head_lines,
            lines,
        )
    return _items(numbered, lines)


def _after_head(heads: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """Leave out the title: what looks like a heading before the first labelled line."""
    first = next((at for at, line in enumerate(lines) if line.text and is_label(line)), 0)
    return [head for head in heads if head.at > first or first > len(lines) / 2]


def _items(heads: Sequence[Candidate], lines: Sequence[Line]) -> list[Item]:
    items: list[Item] = []
    for here, head in enumerate(heads):
        start, heading = head.at + 1, head.heading
        end = heads[here + 1].at if here + 1 < len(heads) else len(lines)
        if not heading:
            start = next((n for n in range(start, end) if lines[n].text), end)
            heading, start = (lines[start].text, start + 1) if start < end else ("", start)
        body = list(lines[start:end])
        if body and (_is_open(heading, body[0]) or _goes_on(heading, body)):
            heading = f"{heading} {body.pop(0).text}"
        body[:0] = [Line(number=lines[head.at].number, text=text) for text in head.rest]
        if heading:
            number = head.number if head.number >= 0 else None
            items.append(
                Item(
                    number=number,
                    heading=heading.rstrip(" :"),
                    line=lines[head.at].number,
                    lines=tuple(body),
                )
            )
    return items


def _goes_on(heading: str, under: Sequence[Line]) -> bool:
    """Whether a heading was too long for its line: the next begins small, and nothing follows it."""
    ends = len(heading) >= _FULL_LINE and (len(under) == 1 or under[1].is_blank)
    return ends and under[0].text[:1].islower() and not heading.endswith((".", ":", "?"))


def _is_open(heading: str, under: Line) -> bool:
    """Whether a heading ends with a word that no heading ends with, and the next line begins small."""
    last = heading.rsplit(maxsplit=1)[-1].casefold()
    return last in words("outcomes", "never_last") and under.text[:1].islower()


def _numbered(
    lines: Sequence[Line], read: Callable[[Line], tuple[int, str] | None]
) -> list[Candidate]:
    found: list[Candidate] = []
    for at, line in enumerate(lines):
        got = read(line) if line.text and not line.is_item else None
        if got and len(found) < _AT_MOST:
            heading, rest = (got[1], _rest_of_row(line, got[1])) if line.cells else _parted(got[1])
            if len(heading) <= HEADING_LIMIT:
                is_marked = line.level > 0 or line.is_bold
                found.append(
                    Candidate(at=at, number=got[0], heading=heading, rest=rest, is_marked=is_marked)
                )
    return found


def _rest_of_row(line: Line, heading: str) -> tuple[str, ...]:
    after = line.cells.index(heading) + 1 if heading in line.cells else 1
    return tuple(cell for cell in line.cells[after:] if cell)


def _parted(text: str) -> tuple[str, tuple[str, ...]]:
    """Part a heading from a sentence that goes on in the same line."""
    match = _SENTENCE.match(text) or _STOPPED.match(text)
    if match and not _SHORTENED.search(match[1]) and len(match[2].split()) > 3:  # noqa: PLR2004
        return match[1], (match[2],)
    return text, ()


def _first(line: Line) -> str:
    """Give a line's text, or of a table's row the first cell where more than a number stands there."""
    is_whole = line.cells and len(line.cells[0]) > _NUMBER_LENGTH
    return line.cells[0] if is_whole else line.text


def _section(line: Line) -> tuple[int, str] | None:
    match = _SECTION.match(_first(line))
    if match:
        heading = (match[2] or match[4] or "").strip()
        return int(match[1] or match[3]), "" if _REFERENCE.match(heading) else heading
    return None


def _point(line: Line) -> tuple[int, str] | None:
    match = _POINT.match(_first(line))
    return (int(match[1]), match[2].strip()) if match else None


def _number(line: Line) -> tuple[int, str] | None:
    if line.cells and (lone := _LONE.match(line.cells[0])):
        rest = [cell for cell in line.cells[1:] if cell]
        return int(lone[1]), (rest[0] if rest else "")
    match = _NUMBER.match(_first(line))
    return (int(match[1].translate(_MISREAD)), match[2].strip()) if match else None


def _bare(line: Line) -> tuple[int, str] | None:
    match = _BARE.match(_first(line))
    if not match or match[2].split()[0].casefold().strip(".,") in words("dates", "months"):
        return None
    return int(match[1]), match[2].strip()


def _letter(line: Line) -> tuple[int, str] | None:
    match = _LETTER.match(_first(line))
    return (ord(match[1].casefold()) - ord("a") + 1, match[2].strip()) if match else None


def _roman(line: Line) -> tuple[int, str] | None:
    match = _ROMAN.match(_first(line))
    return (_ROMANS.index(match[1]) + 1, match[2].strip()) if match else None


def _of_meeting(line: Line) -> tuple[int, str] | None:
    match = _OF_MEETING.match(_first(line))
    return (int(match[1]), match[2].strip()) if match else None


_READERS = (_section, _point, _number, _bare, _roman, _of_meeting)


def _best(some: Sequence[Candidate], lines: Sequence[Line]) -> list[Candidate]:
    """Choose the run of numbers that covers the meeting: one more each time, with text under them.

    A list inside a matter begins again at one, and an agenda before the matters has nothing
    between its lines; both make a poorer run.
    """
    scores: list[float] = []
    before: list[int | None] = []
    leading: dict[int, int] = {}  # by number: where the best run that ends with it stands
    for here, one in enumerate(some):
        own = 1.0 + 0.4 * one.is_marked + 0.5 * _has_text(some, here, lines)
        is_section = bool(_SECTION.match(lines[one.at].text))
        best = 0.0 if one.number <= 1 or is_section else -0.4 * min(one.number, 5)
        link: int | None = None
        for step, loss in ((1, 0.0), (2, 0.6)):
            there = leading.get(one.number - step)
            if there is not None and scores[there] - loss > best:
                best, link = scores[there] - loss, there
        scores.append(own + best)
        before.append(link)
        if one.number not in leading or scores[leading[one.number]] < scores[here]:
            leading[one.number] = here
    if not scores:
        return []
    at: int | None = max(range(len(scores)), key=lambda n: scores[n])
    run: list[Candidate] = []
    while at is not None:
        run.append(some[at])
        at = before[at]
    return run[::-1]


def _has_text(some: Sequence[Candidate], here: int, lines: Sequence[Line]) -> bool:
    end = some[here + 1].at if here + 1 < len(some) else len(lines)
    is_told = any(len(text.split()) > 2 for text in some[here].rest)  # noqa: PLR2004
    return is_told or any(line.text for line in lines[some[here].at + 1 : end])


def _is_inside(numbered: Sequence[Candidate], marked: Sequence[Candidate]) -> bool:
    """Whether all the numbers stand in one marked matter, so that they are a list in it."""
    if any(one.is_marked for one in numbered):
        return False
    places = {sum(1 for head in marked if head.at < one.at) for one in numbered}
    return len(places) == 1
