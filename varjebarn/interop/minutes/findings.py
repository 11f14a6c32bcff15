"""What in minutes doesn't agree with itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from varjebarn.interop.minutes.lines import Line
from varjebarn.interop.minutes.people import Person, plain_name
from varjebarn.interop.minutes.vocabulary import first_names, words

_NAME = re.compile(r"(?<![\w-])([A-ZÅÄÖÉ][\wéü-]+(?:\s+[A-ZÅÄÖÉ][\wéü-]+){1,3})(?![\w-])")
_CLOSE = 0.76
_VERY_CLOSE = 0.88


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to look at: its kind, whom or what it is about, and the lines that don't agree."""

    kind: str
    name: str
    lines: tuple[int, ...]
    other: str = ""


def findings_of(
    present: Sequence[Person],
    absent: Sequence[Person],
    lines: Sequence[Line],
    *,
    listed: frozenset[int],
) -> list[Finding]:
    """Find who is listed twice, both there and not, or spelt in two ways. `listed`: lines of the lists."""
    return [
        *_twice(present),
        *_twice(absent),
        *_both(present, absent),
        *_stood_in_for(present),
        *_spelt(present, absent),
        *_in_text([*present, *absent], lines, listed=listed),
    ]


def _twice(people: Sequence[Person]) -> Iterator[Finding]:
    seen: dict[str, Person] = {}
    told: set[str] = set()
    for person in people:
        plain = plain_name(person.name)
        if plain in seen and plain not in told:
            told.add(plain)
            lines = (seen[plain].line, person.line)
            yield Finding(kind="listed_twice", name=person.name, lines=lines)
        seen.setdefault(plain, person)


def _both(present: Sequence[Person], absent: Sequence[Person]) -> Iterator[Finding]:
    there = {plain_name(person.name): person for person in present}
    for person in absent:
        if plain_name(person.name) in there:
            lines = (there[plain_name(person.name)].line, person.line)
            yield Finding(kind="present_and_absent", name=person.name, lines=lines)


def _stood_in_for(present: Sequence[Person]) -> Iterator[Finding]:
    """Find one who was there, and whom another is said to stand in for."""
    there = {plain_name(person.name): person for person in present}
    for person in present:
        for name in person.substitutes_for:
            other = there.get(plain_name(name))
            if other is not None:
                lines = (other.line, person.line)
                yield Finding(
                    kind="substituted_and_present", name=name, other=person.name, lines=lines
                )


def _spelt(present: Sequence[Person], absent: Sequence[Person]) -> Iterator[Finding]:
    """Find one who is in two lists under names that are nearly the same."""
    for person in present:
        for other in absent:
            if plain_name(person.name) != plain_name(other.name) and _nearly(
                person.name, other.name, _VERY_CLOSE
            ):
                yield Finding(
                    kind="name_differs",
                    name=person.name,
                    other=other.name,
                    lines=(person.line, other.line),
                )


def _in_text(
    people: Sequence[Person], lines: Sequence[Line], *, listed: frozenset[int]
) -> Iterator[Finding]:
    """Find names in the text that are nearly, and not quite, one of the list's."""
    known = {
        plain_name(name): person
        for person in people
        for name in (person.name, *person.substitutes_for)
    }
    told: set[str] = set()
    for line in lines:
        if line.number in listed:
            continue
        for said in _said(line.text):
            plain = plain_name(said)
            if plain in known or plain in told or (plain.endswith("s") and plain[:-1] in known):
                continue
            near = [person for person in people if _nearly(person.name, said, _CLOSE)]
            if len({plain_name(person.name) for person in near}) == 1:
                told.add(plain)
                yield Finding(
                    kind="name_differs",
                    name=near[0].name,
                    other=said,
                    lines=(near[0].line, line.number),
                )


def _said(text: str) -> Iterator[str]:
    """Give what may be a name: from a first name, or from after a word that is a role."""
    for match in _NAME.finditer(text):
        some = match[1].split()
        while some and some[0].casefold() in words("people", "roles"):
            some = some[1:]
        start = next((at for at, word in enumerate(some) if word in first_names()), 0)
        if len(some) - start > 1:
            yield " ".join(some[start : start + 3])


def _sound(name: str) -> str:
    """Write what sounds the same in one way: Krister and Christer, Vilma and Wilma."""
    for written, heard in (
        ("ch", "k"),
        ("ph", "f"),
        ("th", "t"),
        ("c", "k"),
        ("q", "k"),
        ("w", "v"),
        ("z", "s"),
    ):
        name = name.replace(written, heard)
    return name


def _nearly(one: str, other: str, least: float) -> bool:
    """Whether two names are one person's: as many parts, one of them the same, the other alike."""
    left, right = plain_name(one).split(), plain_name(other).split()
    if len(left) != len(right) or not left:
        return False
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if len(differing) != 1 or len(left) < 2:  # noqa: PLR2004
        return False
    a, b = differing[0]
    alike = SequenceMatcher(None, a, b).ratio()
    return (
        _sound(a)[0] == _sound(b)[0] and alike >= least and min(len(a), len(b)) > 2  # noqa: PLR2004
    )
