"""Who was at a meeting and who was not, from all its lists and tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from varjebarn.interop.minutes.head import PEOPLE, Section, of_kind
from varjebarn.interop.minutes.lines import Line
from varjebarn.interop.minutes.people import MOST, Person, names_in, people_of, plain_name
from varjebarn.interop.minutes.tables import table_of

_TELLS_AWAY = re.compile(r"förh|frånv")
_MARK = re.compile(r"(?:\((?:f|fh|fv)\)|(?<=[\s,;])(?:F|FH|FV))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Who was there, who was not, and who was called. One may stand in a list twice."""

    present: list[Person]
    absent: list[Person]
    called: tuple[Person, ...]


def attendance_of(parts: Sequence[Section], lines: Sequence[Line], *, before: int) -> Attendance:
    """Read the lists and the tables. `before` is the line where the matters begin."""
    table = table_of(lines)
    present, absent, called = list(table.present), list(table.absent), list[Person]()
    for part in parts:
        if part.kind not in PEOPLE:
            continue
        some = people_of(
            [_spelt_out(line, part) for line in part.lines if line.number not in table.rows]
        )
        target = {"absent": absent, "called": called}.get(part.kind, present)
        target.extend(one for one in some if not one.is_away)
        absent.extend(one for one in some if one.is_away)
    present, absent = present[:MOST], absent[:MOST]
    guests = _guests(parts, [*present, *absent])
    present.extend(guests)
    called = [person for person in called if person not in guests]
    if called and not of_kind(parts, "present"):
        away = {plain_name(person.name) for person in absent}
        present = [*(person for person in called if plain_name(person.name) not in away), *present]
    absent = [_with_organisation(person, called) for person in absent]
    present = [*_in_office(parts, [*present, *absent], before=before), *present]
    return Attendance(
        present=_with_whole_names(present, parts), absent=absent, called=tuple(called)
    )


def _spelt_out(line: Line, part: Section) -> Line:
    """Write out the mark of those who stayed away in a list of all who were called: "(F)"."""
    if part.kind == "absent" or not _TELLS_AWAY.search(part.label):
        return line
    cells = tuple(_MARK.sub("(förhinder)", cell) for cell in line.cells)
    return replace(line, text=_MARK.sub("(förhinder)", line.text), cells=cells)


def _guests(parts: Sequence[Section], listed: Sequence[Person]) -> list[Person]:
    """Give who was invited beside those who were called: in a list of its own, and in no other."""
    names = {plain_name(person.name) for person in listed}
    some = [
        person
        for part in of_kind(parts, "called")
        if part.label.startswith("inbjud")
        for person in people_of(part.lines)
        if not person.is_away
    ]
    is_apart = not any(plain_name(person.name) in names for person in some)
    return some if is_apart and of_kind(parts, "present") else []


def once(people: Sequence[Person]) -> tuple[Person, ...]:
    """Give each person once."""
    seen: dict[str, Person] = {}
    for person in people:
        seen.setdefault(plain_name(person.name), person)
    return tuple(seen.values())


def _with_organisation(person: Person, called: Sequence[Person]) -> Person:
    """Give one who stayed away the organisation that she was called with."""
    same = [one for one in called if plain_name(one.name) == plain_name(person.name)]
    return (
        replace(person, organisation=same[0].organisation)
        if same and not person.organisation
        else person
    )


def _in_office(parts: Sequence[Section], listed: Sequence[Person], *, before: int) -> list[Person]:
    """Give who led and who wrote where the head names them with organisation, and no list does."""
    names = {plain_name(person.name) for person in listed}
    some = [
        person
        for part in of_kind(parts, "chair", "secretary")
        if part.lines[0].number < before
        for person in people_of(part.lines[:1])[:1]
    ]
    return list(
        once([one for one in some if one.organisation and plain_name(one.name) not in names])
    )


def _with_whole_names(present: Sequence[Person], parts: Sequence[Section]) -> list[Person]:
    """Give one listed by first name only the whole name that she led, wrote or signed under."""
    signed = [
        name
        for part in of_kind(parts, "chair", "secretary", "checker")
        for line in part.lines
        for name in names_in(line.text)
    ]
    whole = {name.split()[0]: name for name in signed}
    return [replace(person, name=whole.get(person.name, person.name)) for person in present]
