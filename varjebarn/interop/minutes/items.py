"""The matters of a meeting: where each begins, and what it is called."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from varjebarn.interop.minutes.lines import Line
from varjebarn.interop.minutes.vocabulary import label_kinds, words

_HEADING_LIMIT = 160
_AT_MOST = 3000
_FULL_LINE = 45  # shorter is not broken by the edge of the page
_SECTION = re.compile(r"^(?:[A-ZÅÄÖ]{2,6}\s+)?(?:§§?|paragraf)\s*(\d{1,3})(?:\s*/\s*(?:\d{4}|\d\d))?\b\s*[.:)–-]?\s*(.*)$|^(\d{1,3})\s*§\s*[.:)]?\s*(.*)$", re.IGNORECASE)
_POINT = re.compile(
    r"^(?:punkt|ärende|dagordningspunkt|p\.)\s*(?:nr\s*)?(\d{1,2})\b\s*[.:)–-]?\s*(.*)$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(\d{1,2}|[lI])\s*(?:[.)]|[.)]?:|/(?=\s))(?!\d)\s*(.*)$")
_BARE = re.compile(r"^(\d{1,2})\s+([A-ZÅÄÖ”\"].*)$")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_ROMAN = re.compile(r"^((?:X?(?:I{1,3}|I?V|VI{1,3}|I?X)|X))[.)]\s+(.*)$")
_LETTER = re.compile(r"^([a-pA-P])[.)]\s+([A-ZÅÄÖ].*)$")
_MISREAD = str.maketrans("lI", "11")  # a scanner's eye
_NUMBER_LENGTH = 4
_FEWEST = 2
_CLOCK = re.compile(r"^(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?\s+")  # when its turn is
_REFERENCE = re.compile(r"^(?:dnr|diarienr|diarienummer|ärendenr)\b", re.IGNORECASE)
_LONE = re.compile(r"^§?\s*(\d{1,3})\s*[.)§]?$")
_SENTENCE = re.compile(r"^(.{3,70}?)(?:\.\s+|:\s+|\s+[–—-]\s+)([A-ZÅÄÖ].{12,}[.!?])$")
_SHORTENED = re.compile(
    r"(?:\b(?:t\.?ex|bl\.?a|m\.?m|dvs|etc|ev|ca|kl|nr|forts|resp|inkl|exkl|osv|tf|bitr|st|s\.k)|\b[A-ZÅÄÖ])$",
    re.IGNORECASE,
)
_SUBHEADING = re.compile(
    r"^(?:(?:\w+\s+){0,2}(?:beslut|beslutar|beslutade|beslutas)(?:\s+\w+)?|förslag till beslut|bakgrund|diskussion|sammanfattning|åtgärd(?:er)?"
    r"|ansvarig|ärendebeskrivning|ärendet|yttranden?|underlag|beslutsunderlag|bilagor?|noteringar?|kommentar(?:er)?|att göra|uppdrag|reflektioner"
    r"|nästa steg|utmaningar|framgångsfaktorer|överläggning|beskrivning av ärendet|yrkanden?|reservation(?:er)?|beslutet skickas till|utdrag till|sammanfattning av ärendet)\s*[:.]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One matter. `number` is None where it has none; `lines` are what stands under its heading."""

    number: int | None
    heading: str
    line: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    at: int
    number: int
    heading: str
    rest: tuple[str, ...]
    is_marked: bool


def find_items(lines: Sequence[Line]) -> list[Item]:
    """Find the matters: by their numbers, else by marked headings, else by lines that look like some."""
    numbered = max((_best(_numbered(lines, read), lines) for read in _READERS), key=len, default=[])
    if len(numbered) < _FEWEST:
        numbered = max(numbered, _best(_numbered(lines, _letter), lines), key=len)
    marked = _marked(lines)
    enough = 1 if numbered and _SECTION.match(lines[numbered[0].at].text) else 2
    if len(numbered) < enough or (len(marked) > enough + 1 and _is_inside(numbered, marked)):
        numbered = _after_head(marked if len(marked) > 1 else _plain(lines) or marked, lines)
    return _items(numbered, lines)


def _after_head(heads: Sequence[_Candidate], lines: Sequence[Line]) -> list[_Candidate]:
    """Leave out the title: what looks like a heading before the first labelled line."""
    first = next((at for at, line in enumerate(lines) if line.text and _is_label(line)), 0)
    return [head for head in heads if head.at > first or first > len(lines) / 2]


def _items(heads: Sequence[_Candidate], lines: Sequence[Line]) -> list[Item]:
    items: list[Item] = []
    for here, head in enumerate(heads):
        start, heading = head.at + 1, head.heading
        end = heads[here + 1].at if here + 1 < len(heads) else len(lines)
        if not heading:
            start = next((n for n in range(start, end) if lines[n].text), end)
            heading, start = (lines[start].text, start + 1) if start < end else ("", start)
        body = list(lines[start:end])
        if body and len(heading) >= _FULL_LINE and _goes_on(heading, body):
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
    ends = len(under) == 1 or under[1].is_blank
    return under[0].text[:1].islower() and ends and not heading.endswith((".", ":", "?"))


def _numbered(
    lines: Sequence[Line], read: Callable[[Line], tuple[int, str] | None]
) -> list[_Candidate]:
    found: list[_Candidate] = []
    for at, line in enumerate(lines):
        got = read(line) if line.text and not line.is_item else None
        if got and len(found) < _AT_MOST:
            heading, rest = (got[1], _rest_of_row(line, got[1])) if line.cells else _parted(got[1])
            if len(heading) <= _HEADING_LIMIT:
                marked = line.level > 0 or line.is_bold
                found.append(
                    _Candidate(at=at, number=got[0], heading=heading, rest=rest, is_marked=marked)
                )
    return found


def _rest_of_row(line: Line, heading: str) -> tuple[str, ...]:
    after = line.cells.index(heading) + 1 if heading in line.cells else 1
    return tuple(cell for cell in line.cells[after:] if cell)


def _parted(text: str) -> tuple[str, tuple[str, ...]]:
    """Part a heading from a sentence that goes on in the same line."""
    match = _SENTENCE.match(text)
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


_READERS = (_section, _point, _number, _bare, _roman)


def _best(some: Sequence[_Candidate], lines: Sequence[Line]) -> list[_Candidate]:
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
    run: list[_Candidate] = []
    while at is not None:
        run.append(some[at])
        at = before[at]
    return run[::-1]


def _has_text(some: Sequence[_Candidate], here: int, lines: Sequence[Line]) -> bool:
    end = some[here + 1].at if here + 1 < len(some) else len(lines)
    is_told = any(len(text.split()) > 2 for text in some[here].rest)  # noqa: PLR2004
    return is_told or any(line.text for line in lines[some[here].at + 1 : end])


def _marked(lines: Sequence[Line]) -> list[_Candidate]:
    """Find headings without numbers: the level that most of them have, else bold lines."""
    levels = [line.level for line in lines if line.level and not _is_label(line)]
    level = max(set(levels), key=lambda one: (levels.count(one), -one)) if levels else 0
    if levels.count(level) > 1:
        return [
            _head(at, line)
            for at, line in enumerate(lines)
            if line.level == level and (_may_head(line) or _is_matter(lines, at))
        ]
    bold = [
        (at, line)
        for at, line in enumerate(lines)
        if line.is_bold and (_may_head(line) or _is_matter(lines, at)) and at > 0
    ]
    return [_head(at, line) for at, line in bold if any(other.text for other in lines[:at])]


def _plain(lines: Sequence[Line]) -> list[_Candidate]:
    """Find short lines alone, with text under them, as headings are when all marks are lost."""
    found: list[_Candidate] = []
    for at, line in enumerate(lines):
        is_alone = (
            at > 1
            and lines[at - 1].is_blank
            and at + 1 < len(lines)
            and any(x.text for x in lines[at + 1 : at + 3])
        )
        is_short = 3 < len(line.text) <= 70 and not line.text.endswith((".", ",", ";", ":"))  # noqa: PLR2004
        is_caps = line.text.isupper() and len(line.text) > 4  # noqa: PLR2004
        if (
            (is_alone or is_caps)
            and is_short
            and line.text[0].isupper()
            and not line.cells
            and (_may_head(line) or _is_matter(lines, at))
        ):
            found.append(_head(at, line))
    return found


def _head(at: int, line: Line) -> _Candidate:
    return _Candidate(at=at, number=-1, heading=_CLOCK.sub("", line.text), rest=(), is_marked=True)


def _may_head(line: Line) -> bool:
    return (
        bool(line.text)
        and len(line.text) <= _HEADING_LIMIT
        and not _is_label(line)
        and not _SUBHEADING.match(line.text)
    )


def _is_label(line: Line) -> bool:
    kinds = label_kinds()
    first = line.cells[0] if line.cells else line.text.split(":", 1)[0]
    return first.casefold().strip(" :") in kinds


def _is_matter(lines: Sequence[Line], at: int) -> bool:
    """Whether a label alone on its line is a matter all the same: "Dagordning" with a sentence under it."""
    kind = label_kinds().get(lines[at].text.casefold())
    under = next((line for line in lines[at + 1 :] if line.text), None)
    return kind == "other" and under is not None and under.text.endswith(".") and not under.is_item


def _is_inside(numbered: Sequence[_Candidate], marked: Sequence[_Candidate]) -> bool:
    """Whether all the numbers stand in one marked matter, so that they are a list in it."""
    if any(one.is_marked for one in numbered):
        return False
    places = {sum(1 for head in marked if head.at < one.at) for one in numbered}
    return len(places) == 1
