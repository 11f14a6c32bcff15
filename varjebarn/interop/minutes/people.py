"""One part of an attendance list becomes persons, with their organisations and whom they stand in for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, zip_longest

from varjebarn.interop.minutes.lines import Line
from varjebarn.interop.minutes.tokens import (
    Kind,
    Token,
    is_name,
    is_organisation,
    is_principal,
    tokens,
)
from varjebarn.interop.minutes.vocabulary import any_of, first_names, one_of, words

_WHOLE_NAME = 2
_ROW = 60  # a line so long holds more than one person
MOST = 400  # no meeting has more
_LONGEST = 20_000
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]?")
_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s*")
_PARTS = re.compile(r"\s*[,;•|]\s*|\s+[–—]\s+|\s+-\s+|\s*/\s+|\s+/\s*")
_AND = re.compile(r"\s+(?:och|samt|&)\s+(?=[A-ZÅÄÖ][\w-]+\s+[A-ZÅÄÖ])")
_NOISE = re.compile(r"(?<!\S)\S*@\S*|\b\d[\d\s-]{5,}\b|\b(?:kl\.?|§§?)\s*\d[\d.,:\s–-]*")
_ORGANISATION_ENDS = re.compile(r"\s*:\s*|\s+[–—-]\s+")
_TOLD = re.compile(
    r"(?<=[^\W\d_]{3})\.\s+(?=[A-ZÅÄÖ][^.]*\b(?:var|är|skrev|skriver|förde|för|hade|har|kom|deltog|deltar|anmälde|ledde|leder|lämnade|valdes|tackade|hälsade)\b)"
)
_FOR = re.compile(r"\s*[,–-]\s*för\s+((?:[A-ZÅÄÖ][\wé-]+\s+){1,2}[A-ZÅÄÖ][\wé-]+)")
_STANDS_IN = r"(?:\s*[,:]?\s*)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One who was there, or was not. `line` is where the list says so."""

    name: str
    organisation: str | None
    substitutes_for: tuple[str, ...]
    roles: tuple[str, ...]
    line: int
    is_away: bool = False


@dataclass(slots=True, kw_only=True)
class _Draft:
    name: str
    line: int
    organisations: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    stands_in: list[str] = field(default_factory=list)
    is_away: bool = False

    def person(self) -> Person:
        principal = [one for one in self.organisations if is_principal(one)]
        return Person(
            name=self.name,
            organisation=next(iter(principal or self.organisations), None),
            substitutes_for=tuple(self.stands_in),
            roles=tuple(self.roles),
            line=self.line,
            is_away=self.is_away,
        )


def people_of(lines: Sequence[Line]) -> list[Person]:
    """Read a list of persons: one on a line, or all in a row."""
    drafts = (draft for line in joined(lines) for draft in _of_line(line))
    return [draft.person() for draft in islice(drafts, MOST)]


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Give a name as it is compared: without case, marks and extra space."""
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()


def names_in(text: str) -> list[str]:
    """Give the whole names in a text, in its order."""
    parts = (
        part for some in _PARTS.split(text) for part in re.split(r"\s+(?:och|samt|&)\s+", some)
    )
    found = [token for part in parts for token in tokens(part) if token.kind is Kind.NAME]
    return [token.text for token in found if _is_whole(token.text)]


def joined(lines: Sequence[Line]) -> Iterator[Line]:
    """Join a line that goes on: an open bracket, or small letters or a comma between two lines."""
    held: Line | None = None
    for line in lines:
        if line.is_blank:
            continue
        if held is not None and _goes_on(held.text, line):
            held = Line(number=held.number, text=f"{held.text} {line.text}")
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _goes_on(before: str, line: Line) -> bool:
    if before.count("(") > before.count(")"):
        return True
    if line.cells or line.is_item:
        return False
    is_row = before.count(",") + before.count(";") > 1 or len(before) > _ROW
    if is_row and _is_cut(before, line.text):
        return True
    starts_small = line.text[:1].islower() or line.text.startswith("(")
    return starts_small or before.endswith((",", " och", " samt", "-", "ersätter", "ersättare för"))


def _is_cut(before: str, after: str) -> bool:
    """Whether a row of persons was broken in the middle of a name or an organisation."""
    last = _PARTS.split(before)[-1].split()
    first = _PARTS.split(_BRACKET.sub("", after))[0].split()
    if not last or not first:
        return False
    if last[-1] in first_names() and len(last) == 1 and first[0][:1].isupper():
        return True
    if is_organisation(f"{last[-1]} {first[0]}") and not is_organisation(last[-1]):
        return True
    if is_organisation(" ".join([last[-1], *first])) and last[-1] in words(
        "organisations", "heads"
    ):
        return True
    ends, begins = tokens(" ".join(last)), tokens(" ".join(first))
    return bool(ends and begins) and all(
        one.kind is Kind.NAME and not _is_whole(one.text) for one in (ends[-1], begins[0])
    )


def _of_line(line: Line) -> list[_Draft]:
    text = _TOLD.split(_NUMBERED.sub("", line.text[:_LONGEST]))[0]
    if line.cells:
        text = _NUMBERED.sub("", ", ".join(cell for cell in line.cells if cell))
        if is_organisation(line.cells[0]) and len(line.cells) > 1:
            text = f"{line.cells[0]}: {', '.join(line.cells[1:])}"
    before, _, after = _ORGANISATION_ENDS.sub(": ", text, count=1).partition(":")
    if not is_organisation(before):
        before, _, after = text.partition(":")
    given = before.strip() if after.strip() and is_organisation(before) else ""
    if given:
        text = after
    elif after and len(before.split()) <= 3:  # noqa: PLR2004 - a role or a place before a colon
        text = f"{before} {after}"
    reader = _Reader(line=line.number, given=given)
    parts = list(_parts(_with_brackets(_NOISE.sub(" ", text))))
    for (part, bracket), (after, _) in zip_longest(parts, parts[1:], fillvalue=("", False)):
        if bracket:
            reader.bracket(part)
        else:
            reader.part(part, is_complete=is_organisation(after))
    return reader.drafts


def _with_brackets(text: str) -> str:
    """Put "ersätter A och B" in brackets where it stands without."""
    some = one_of(words("people", "substitute_words"))
    text = _FOR.sub(r" (för \1)", text)
    return re.sub(
        rf"(?<![(\w])[,–-]?\s*({some.pattern}{_STANDS_IN}[^,;()]+)(?![^(]*\))",
        r" (\1)",
        text,
        flags=re.IGNORECASE,
    )


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Give the parts between commas, and what stands in brackets, in order."""
    at = 0
    for match in _BRACKET.finditer(text):
        yield from ((part, False) for part in _split(text[at : match.start()]))
        yield match[1], True
        at = match.end()
    yield from ((part, False) for part in _split(text[at:]))


def _split(text: str) -> list[str]:
    return [part for some in _PARTS.split(text) for part in _AND.split(some) if part.strip()]


class _Reader:
    """Puts tokens together to persons, in one line."""

    def __init__(self, *, line: int, given: str) -> None:
        self.line, self.given = line, given
        self.drafts: list[_Draft] = []
        self.roles: list[str] = []
        self.organisations: list[str] = []
        self.is_role_first: bool | None = None
        self.is_organisation_first: bool | None = None

    def part(self, text: str, *, is_complete: bool) -> None:
        """Read what stands between two commas; `is_complete` where an organisation follows."""
        found = tokens(text, is_complete=is_complete)
        for at, token in enumerate(found):
            if self.is_role_first is None:
                self.is_role_first = token.kind is Kind.ROLE
                self.is_organisation_first = token.kind is Kind.ORGANISATION
            self._take(token, before_name=_name_follows(found[at + 1 :]))
        self._mark_away(text)

    def bracket(self, text: str) -> None:
        """Read what stands in brackets after a name."""
        if not self.drafts or text.strip() in words("people", "parties"):
            return
        last = self.drafts[-1]
        if text.strip() == "".join(word[0] for word in re.split(r"[\s-]", last.name) if word):
            return  # her initials, as the text calls her
        stands_in = any_of("people", "substitute_words").search(text) or re.match(r"\s*för\s", text)
        if stands_in:
            last.stands_in.extend(names_in(text[stands_in.end() :]))
            return
        self._mark_away(text)
        for part in _split(text):
            for token in tokens(part):
                if token.kind is Kind.ORGANISATION:
                    last.organisations.append(token.text)
                elif token.kind is Kind.ROLE:
                    last.roles.append(token.text)

    def _mark_away(self, text: str) -> None:
        if self.drafts and any_of("people", "absent_words").search(text):
            self.drafts[-1].is_away = True

    def _take(self, token: Token, *, before_name: bool) -> None:
        last = self.drafts[-1] if self.drafts else None
        if token.kind is Kind.ROLE:
            ahead = before_name and (last is None or self.is_role_first)
            (self.roles if ahead or last is None else last.roles).append(token.text)
        elif token.kind is Kind.ORGANISATION:
            ahead = last is None or (self.is_organisation_first and before_name)
            (self.organisations if ahead or last is None else last.organisations).append(token.text)
        elif token.kind is Kind.NAME:
            self._name(token.text, last)

    def _name(self, text: str, last: _Draft | None) -> None:
        if last is not None and not self._is_another(text):
            if not last.organisations:
                last.organisations.append(text)
            return
        if not _is_whole(text) and text not in first_names():
            return
        given = [self.given] if self.given else []
        self.drafts.append(
            _Draft(
                name=text,
                line=self.line,
                organisations=given + self.organisations,
                roles=self.roles,
            )
        )
        self.roles, self.organisations = [], []

    def _is_another(self, text: str) -> bool:
        """Whether a name after the first on a line is a person, not a place of work that we don't know."""
        first, *rest = text.split()
        if first in first_names():
            return bool(rest) or all(len(draft.name.split()) == 1 for draft in self.drafts)
        if not rest or rest[-1] in {"AB", "HB"}:
            return False
        return bool(self.drafts[-1].organisations) or not any(
            draft.organisations for draft in self.drafts
        )


def _name_follows(rest: Sequence[Token]) -> bool:
    return any(token.kind is Kind.NAME and _is_whole(token.text) for token in rest)


def _is_whole(name: str) -> bool:
    return len(name.split()) >= _WHOLE_NAME


def is_matter(line: Line) -> bool:
    """Whether a line is numbered and names nobody: a matter, not a person in a numbered list."""
    first = line.cells[0] if line.cells else line.text
    return bool(_NUMBERED.match(first)) and not names_in(_NUMBERED.sub("", first))


def looks_like_people(line: Line) -> bool:
    """Whether a line may belong to a list of persons: names, and no sentence."""
    text = line.text
    if is_matter(line):
        return False
    some = text.split()
    capitals = sum(1 for word in some if word[:1].isupper())
    is_sentence = text.endswith(".") and len(some) > 8 and capitals < len(some) / 2  # noqa: PLR2004
    return (not is_sentence and bool(people_of([line]))) or is_name(text)
