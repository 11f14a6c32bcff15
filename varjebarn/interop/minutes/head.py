"""The labelled parts of minutes: when, where, who was there, who was not, who led and who wrote."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from varjebarn.interop.minutes.lines import Line, split_at
from varjebarn.interop.minutes.people import is_matter, looks_like_people, names_in
from varjebarn.interop.minutes.tokens import is_name
from varjebarn.interop.minutes.vocabulary import any_of, label_kind, label_kinds, one_of

PEOPLE = frozenset({"present", "others", "absent", "called"})
_PERSON = frozenset({"chair", "secretary", "checker"})
_WITHOUT_COLON = frozenset(
    {"date", "time", "place", "time_and_place", "present", "absent", "others"}
)
_ALSO_ROLES = frozenset({"processledare", "gäst", "adjungerad", "föredragande"})
_WORDS_OF_A_LABEL = 5
_HEAD_LENGTH = 60
_SIGNED = re.compile(r"^/{1,2}\s*([^/]+)$")  # /Anna Berg
_SENTENCE_ENDS = re.compile(r"[^\W\d]{3}[.)]\.?\s+$")
_WAS = re.compile(r"^([A-ZÅÄÖ][\wåäö ]{3,40}?)\s+(?:var|är)\s+(?=[A-ZÅÄÖ])(.+)$")
_TELLS = re.compile(
    r"^[A-ZÅÄÖ]\w+(?:\s+[A-ZÅÄÖ][\w-]+){0,2}\s+(?:var|är|ledde|leder|förde|skrev|skriver|höll|hälsade|hälsar|öppnade|öppnar|valdes|inledde|tackade|antecknade)\s+\w"
)
_TITLES = frozenset({"protokoll", "anteckningar"})
_CAPITAL_OR_DIGIT = re.compile(r"^[A-ZÅÄÖ0-9]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One labelled part: the lines that belong to it, the first without its label."""

    kind: str
    label: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """All of it in one row."""
        return ", ".join(line.text for line in self.lines if line.text)


def sections(lines: Sequence[Line], headings: frozenset[int]) -> list[Section]:
    """Find the labelled parts. `headings` are the numbers of the lines where matters begin."""
    first = min(headings, default=_HEAD_LENGTH + 1)
    found: list[Section] = []
    held: list[Line] = []
    kind = label = ""
    is_list = False  # the label stood alone, and who was there follows line by line
    cut = list(_cut(lines, before=first))
    title = next((line.number for line in cut if line.text), 0)
    for at, line in enumerate(cut):
        named = (
            None
            if (line.number in headings and not _is_only_label(line))
            or (line.number == title and _plain(line.text) in _TITLES)
            else _label(line, in_head=line.number < first)
        )
        if (
            named
            and named[0] in _PERSON
            and is_list
            and kind in PEOPLE - {"absent"}
            and (not held or held[-1].text)
        ):
            held.append(line)
        elif named:
            is_list = named[2] is None
            found.extend(_section(kind, label, held))
            kind, label, rest = named
            if rest is None and kind in _PERSON and line.number >= first:
                rest = _signed_above(cut, at)
            held = [rest] if rest is not None else []
        elif line.number in headings or (kind and _ends(kind, held, line)):
            found.extend(_section(kind, label, held))
            kind, label, held, is_list = "", "", [], False
        elif kind:
            held.append(line)
    found.extend(_section(kind, label, held))
    return found


def _signed_above(lines: Sequence[Line], at: int) -> Line | None:
    """Give the name above an office that stands alone under it, as below minutes that are signed."""
    is_last = at + 1 == len(lines) or lines[at + 1].is_blank
    above = lines[at - 1] if at else None
    return above if above is not None and is_last and is_name(above.text) else None


def of_kind(parts: Sequence[Section], *kinds: str) -> list[Section]:
    """Give the parts of some kinds, in the order of the text."""
    return [part for part in parts if part.kind in kinds]


def _section(kind: str, label: str, held: Sequence[Line]) -> Iterator[Section]:
    if kind and any(line.text for line in held):
        yield Section(kind=kind, label=label, lines=tuple(held))


def _ends(kind: str, held: Sequence[Line], line: Line) -> bool:
    """Whether a line is no longer part of a labelled section."""
    if line.level:
        return True
    has_content = any(one.text for one in held)
    after_blank = has_content and held[-1].is_blank
    if kind in PEOPLE and has_content and (_TELLS.match(line.text) or is_matter(line)):
        return True
    if kind in PEOPLE:
        return bool(line.text) and after_blank and not looks_like_people(line)
    if kind in _PERSON:
        return has_content and (line.is_blank or not looks_like_people(line))
    if kind == "place":
        return has_content and (line.is_blank or len(held) > 1)
    return has_content and line.is_blank


def _is_only_label(line: Line) -> bool:
    return line.text.casefold().strip(" :") in label_kinds()


def _label(line: Line, *, in_head: bool) -> tuple[str, str, Line | None] | None:
    """Give the kind, the label and what follows it on the line; None where there is no label."""
    kinds = label_kinds()
    if line.cells:
        kind = label_kind(line.cells[0], in_head=in_head)
        if kind:
            return kind, line.cells[0].casefold(), _rest_of_row(line)
    before, colon, after = line.text.partition(":")
    kind = label_kind(before, in_head=in_head) if colon else None
    if kind:
        return _meant(kind, after), _plain(before), _rest(line, after)
    signed = _SIGNED.match(line.text)
    if signed and is_name(signed[1]):
        return "secretary", "/", _rest(line, signed[1])
    whole = _plain(line.text)
    if whole in kinds and line.text[:1].isupper():
        return kinds[whole], whole, None
    return _without_colon(line, in_head=in_head)


def _meant(kind: str, after: str) -> str:
    """Tell "När: 3 maj" from "När: Anna Berg, Bo Ek", where "när" is short for those who were there."""
    is_when = kind == "date" and not any(sign.isdigit() for sign in after)
    return "present" if is_when and names_in(after) else kind


def _plain(text: str) -> str:
    text = re.sub(r"\s*\([^)]*\)\s*$", "", text)
    return re.sub(r"\s+", " ", text.casefold()).strip(" .–-")


def _without_colon(line: Line, *, in_head: bool) -> tuple[str, str, Line | None] | None:
    kinds = label_kinds()
    was = _WAS.match(line.text) if in_head else None
    kind = label_kind(was[1], in_head=True) if was else None
    if was and kind in PEOPLE:
        return kind, _plain(was[1]), _rest(line, was[2])
    some = line.text.split()
    for count in range(min(_WORDS_OF_A_LABEL, len(some) - 1), 0, -1):
        label = " ".join(some[:count]).casefold().strip(" –-,")
        kind = kinds.get(label)
        rest = " ".join(some[count:]).lstrip("–—- ")
        if kind is None or not some[0][:1].isupper() or not _CAPITAL_OR_DIGIT.match(rest):
            continue
        is_signature = kind in {"secretary", "chair", "checker"} and (
            count > 1 or len(rest.split()) <= 3  # noqa: PLR2004
        )
        is_in_head = in_head and kind in _WITHOUT_COLON and label not in _ALSO_ROLES
        if kind == "place" and any_of("body", "names").search(rest):
            continue  # "Lokal arbetsgrupp"
        if kind in {"date", "time", "time_and_place"} and not any(sign.isdigit() for sign in rest):
            continue
        if (is_signature and not rest.endswith(".") and len(rest.split()) < 8) or is_in_head:  # noqa: PLR2004
            return kind, label, _rest(line, rest)
    return None


def _rest(line: Line, text: str) -> Line | None:
    text = text.strip()
    return Line(number=line.number, text=text, is_item=line.is_item) if text else None


def _rest_of_row(line: Line) -> Line | None:
    rest = tuple(cell for cell in line.cells[1:] if cell)
    if not rest:
        return None
    return Line(number=line.number, text=" ".join(rest), cells=rest if len(rest) > 1 else ())


def _begins_labelled(cell: str) -> bool:
    before, colon, after = cell.partition(":")
    return bool(colon and after.strip()) and label_kind(before, in_head=False) is not None


def _cut(lines: Sequence[Line], *, before: int) -> Iterator[Line]:
    """Part lines of the head where a new label stands in the middle: all of it on one row."""
    labels = one_of(label_kinds())
    for line in lines:
        if line.number < before and sum(1 for cell in line.cells if _begins_labelled(cell)) > 1:
            yield from (replace(line, text=cell, cells=()) for cell in line.cells if cell)
            continue
        if line.number >= before or line.cells:
            yield line
            continue
        cuts = [
            match.start()
            for match in labels.finditer(line.text)
            if match.start()
            and match[0][0].isupper()
            and (
                line.text[match.end() : match.end() + 1] == ":"
                or _SENTENCE_ENDS.search(line.text[: match.start()])
            )
        ]
        yield from (split_at(line, cuts) if cuts else [line])
