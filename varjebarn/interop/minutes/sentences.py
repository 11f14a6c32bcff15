"""The text of a matter as sentences, with what stands under the word decision."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from varjebarn.interop.minutes.lines import Line

_ENDS = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"§])")
_SHORTENED = re.compile(
    r"(?:\b(?:t\.?ex|bl\.?a|m\.?m|dvs|ev|ca|kl|nr|forts|resp|inkl|exkl|bitr|tf)|\b[A-ZÅÄÖ])\.$",
    re.IGNORECASE,
)
_GROUP = r"(?:[\wåäöÅÄÖ-]+s?\s+){0,3}"
_DECISION_LABEL = re.compile(
    rf"^{_GROUP}(?:beslut|beslutar|beslutade|beslutas|beslutades|beslöt|beslöts)(?:\s+(?:därför|följande|att|enligt följande))*\s*[:.]?$",
    re.IGNORECASE,
)
_DECISION_BEGINS = re.compile(
    r"^(?:\*\*)?(?:beslut|beslutspunkt|beslutat)\s*(?::|[–-]\s|\s(?=att\b|om att\b))\s*(.*)$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"^({_GROUP}(?:beslut|beslutar|beslutade|beslöt))\s*:\s*(.+)$", re.IGNORECASE
)
_WHO_LABEL = re.compile(r"^(?:ansvarig(?:a)?|ansvar|utförs av|vem)\s*:\s*(.+)$", re.IGNORECASE)
TASK_LABEL = re.compile(
    r"^(?:uppgift|uppdrag|att göra|åtgärd|todo|aktivitet)\s*:\s*(.+)$", re.IGNORECASE
)
_POINT = re.compile(r"^(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a matter, with the line where it begins. `is_decided`: under the word decision."""

    text: str
    line: int
    is_decided: bool = False


def sentences_of(lines: Sequence[Line]) -> Iterator[Sentence]:
    """Part the text into sentences. What follows the word decision, on its line or under it, is one."""
    is_leading = has_followed = False
    for line, text in _paragraphs(lines):
        if not text:
            is_leading = is_leading and not has_followed
            continue
        if _DECISION_LABEL.match(text):
            is_leading, has_followed = True, False
            continue
        begins = _DECISION_BEGINS.match(text) or _LABELLED.match(text)
        if begins:
            said = begins[begins.lastindex or 0].strip()
            first, *rest = list(_split(said)) or [""]
            yield Sentence(text=first or text, line=line, is_decided=True)
            yield from (Sentence(text=one, line=line) for one in rest)
            is_leading = has_followed = False
            continue
        for one in _split(_POINT.sub("", text)):
            yield Sentence(text=one, line=line, is_decided=is_leading and not _is_aside(one))
        has_followed = True


def _is_aside(text: str) -> bool:
    return bool(_WHO_LABEL.match(text) or TASK_LABEL.match(text))


def _paragraphs(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Join lines of running text; points of a list, labels and rows of a table stand alone."""
    held: list[Line] = []
    for line in lines:
        is_alone = (
            line.is_item
            or bool(_POINT.match(line.text))
            or bool(line.cells)
            or line.level > 0
            or _is_labelled(line.text)
        )
        if held and (line.is_blank or is_alone or not _runs_on(held[-1].text, line.text)):
            yield held[0].number, " ".join(one.text for one in held)
            held = []
        if line.is_blank:
            yield line.number, ""
        elif line.level > 0 or _DECISION_LABEL.match(line.text):
            yield line.number, line.text
        else:
            held.append(line)
    if held:
        yield held[0].number, " ".join(one.text for one in held)


def _is_labelled(text: str) -> bool:
    return bool(
        _DECISION_LABEL.match(text)
        or _DECISION_BEGINS.match(text)
        or _LABELLED.match(text)
        or _is_aside(text)
    )


def _runs_on(before: str, text: str) -> bool:
    """Whether a line goes on in the next: it was full, or the next begins small."""
    return (text[:1].islower() and not text.startswith("att ")) or (
        len(before) > 55 and not before.endswith((".", ":", "!", "?"))  # noqa: PLR2004
    )


def _split(text: str) -> Iterator[str]:
    held = ""
    for part in _ENDS.split(text):
        held = f"{held} {part}".strip()
        if not _SHORTENED.search(held):
            yield held
            held = ""
    if held:
        yield held
