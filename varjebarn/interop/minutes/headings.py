"""Headings without numbers: marked ones, short lines alone, and short lines where all blank ones are lost."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from varjebarn.interop.minutes.lines import Line
from varjebarn.interop.minutes.people import names_in
from varjebarn.interop.minutes.vocabulary import label_kinds

HEADING_LIMIT = 160
_SHORT = 70
_FEW_BLANK = 0.04  # of the lines: the file has lost its blank ones
_CLOCK = re.compile(
    r"^(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?\s+"
)  # when its turn is
_SUBHEADING = re.compile(
    r"^(?:(?:\w+\s+){0,2}(?:beslut|beslutar|beslutade|beslutas)(?:\s+\w+)?|förslag till beslut|bakgrund|diskussion|sammanfattning|åtgärd(?:er)?"
    r"|ansvarig|ärendebeskrivning|ärendet|yttranden?|underlag|beslutsunderlag|bilagor?|noteringar?|kommentar(?:er)?|att göra|uppdrag|reflektioner"
    r"|nästa steg|utmaningar|framgångsfaktorer|överläggning|beskrivning av ärendet|yrkanden?|reservation(?:er)?|beslutet skickas till|utdrag till|sammanfattning av ärendet)\s*[:.]?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line that may be a heading; `number` is -1 where it has none, `rest` what follows it on the line."""

    at: int
    number: int
    heading: str
    rest: tuple[str, ...]
    is_marked: bool


def marked(lines: Sequence[Line]) -> list[Candidate]:
    """Find headings without numbers: the level that most of them have, else bold lines."""
    levels = [line.level for line in lines if line.level and not is_label(line)]
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


def plain(lines: Sequence[Line]) -> list[Candidate]:
    """Find short lines alone, with text under them, as headings are when all marks are lost."""
    found: list[Candidate] = []
    for at, line in enumerate(lines):
        is_alone = (
            at > 1
            and lines[at - 1].is_blank
            and at + 1 < len(lines)
            and any(x.text for x in lines[at + 1 : at + 3])
        )
        is_short = 3 < len(line.text) <= _SHORT and not line.text.endswith((".", ",", ";", ":"))  # noqa: PLR2004
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


def crammed(lines: Sequence[Line]) -> list[Candidate]:
    """Find short lines between sentences, in a text that has lost its blank lines."""
    blank = sum(1 for line in lines if line.is_blank)
    if blank > max(1.0, len(lines) * _FEW_BLANK):
        return []
    found: list[Candidate] = []
    for before, at in zip(lines, range(1, len(lines) - 1), strict=False):
        line, after = lines[at], lines[at + 1]
        is_short = 3 < len(line.text) <= _SHORT and not line.text.endswith((".", ",", ";", ":"))  # noqa: PLR2004
        is_between = before.text.endswith((".", "!", "?")) or is_label(before)
        is_between = is_between or bool(names_in(before.text))
        if (
            is_short
            and is_between
            and after.text.endswith((".", "!", "?"))
            and line.text[0].isupper()
            and not line.cells
            and not names_in(line.text)
            and _may_head(line)
        ):
            found.append(_head(at, line))
    return found


def _head(at: int, line: Line) -> Candidate:
    return Candidate(at=at, number=-1, heading=_CLOCK.sub("", line.text), rest=(), is_marked=True)


def _may_head(line: Line) -> bool:
    return (
        bool(line.text)
        and len(line.text) <= HEADING_LIMIT
        and not is_label(line)
        and not _SUBHEADING.match(line.text)
    )


def is_label(line: Line) -> bool:
    """Whether a line begins with a label of the head's."""
    kinds = label_kinds()
    first = line.cells[0] if line.cells else line.text.split(":", 1)[0]
    return first.casefold().strip(" :") in kinds


def _is_matter(lines: Sequence[Line], at: int) -> bool:
    """Whether a label alone on its line is a matter all the same: "Dagordning" with a sentence under it."""
    kind = label_kinds().get(lines[at].text.casefold())
    under = next((line for line in lines[at + 1 :] if line.text), None)
    return kind == "other" and under is not None and under.text.endswith(".") and not under.is_item
