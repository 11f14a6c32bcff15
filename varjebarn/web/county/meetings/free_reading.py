"""What a free text says of a meeting that is on the agenda, as parts to accept one by one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from django.utils.translation import gettext as _

from varjebarn.interop.minutes import Reading
from varjebarn.interop.minutes.mapping import match_organisation
from varjebarn.interop.minutes.reading import ReadItem
from varjebarn.steering.queries import RollCall
from varjebarn.web.county import words
from varjebarn.web.county.meetings.results import (
    ABSENT,
    DECIDED,
    DECISIONS,
    GUESTS,
    POSTPONED,
    PRESENT,
)

NEW = "new"  # stands for the item in the fields of a matter that isn't on the agenda
LIKE = 0.75  # how alike two headings are, to be the same matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that was found: in words, and as what would be typed in the meeting's page.

    `title` is set for a matter that isn't on the agenda: it would be put there.
    """

    key: str
    label: str
    text: str
    lines: tuple[int, ...]
    content: Mapping[str, str] = field(default_factory=dict)
    title: str = ""


def parts_of(source: str, reading: Reading, roll: RollCall) -> tuple[Part, ...]:
    """Give what was found: who was there, then the matters."""
    return (*_people(reading, roll), *_matters(source, reading, roll))


def _people(reading: Reading, roll: RollCall) -> Iterator[Part]:
    seats = {seat.name.casefold(): seat for seat in roll.seats}
    known = {one.name: one.id for one in roll.organisations}
    guests = 0
    for person, presence in (
        *((one, PRESENT) for one in reading.present),
        *((one, ABSENT) for one in reading.absent),
    ):
        content: dict[str, str] = {}
        seat = seats.get(person.name.casefold())
        replaced = [
            seats[name.casefold()] for name in person.substitutes_for if name.casefold() in seats
        ]
        if seat is not None:
            content[f"seat-{seat.public_id}"] = presence
        for other in replaced:
            content |= {f"seat-{other.public_id}": ABSENT, f"for-{other.public_id}": person.name}
        if not content and presence == PRESENT and guests < GUESTS:
            guests += 1
            organisation = match_organisation(person.organisation, known)
            content[f"guest-{guests}"] = person.name
            if organisation is not None:
                content[f"guest-from-{guests}"] = str(organisation)
        if content:
            said = _("Närvarande") if presence == PRESENT else _("Frånvarande")
            if replaced:
                names = words.listed(one.name for one in replaced)
                said = _("%(said)s, ersätter %(names)s") % {"said": said, "names": names}
            yield Part(
                key=f"person-{person.line}-{person.name.casefold().replace(' ', '-')}",
                label=person.name,
                text=said,
                lines=(person.line,),
                content=content,
            )


def _matters(source: str, reading: Reading, roll: RollCall) -> Iterator[Part]:
    lines = source.splitlines()
    left = {str(item.public_id): item for item in roll.items}
    starts = [item.line for item in reading.items]
    for item, after in zip(reading.items, [*starts[1:], len(lines) + 1], strict=False):
        ref = _same(item.heading, left)
        if ref:
            del left[ref]
        content = _content(ref or NEW, item, lines[item.line : after - 1])
        outcome = content[f"outcome-{ref or NEW}"]
        decisions = [_("Beslut: %(text)s") % {"text": one.text} for one in item.decisions]
        tasks = [
            _("Uppgift: %(text)s") % {"text": " – ".join(filter(None, [one.who, one.what]))}
            for one in item.tasks
        ]
        yield Part(
            key=f"item-{item.line}",
            label=item.heading,
            text=". ".join([str(words.OUTCOMES[outcome][0]), *decisions, *tasks]),
            lines=(item.line, *(one.line for one in item.decisions)),
            content=content,
            title="" if ref else item.heading,
        )


def rename(content: Mapping[str, str], ref: str) -> dict[str, str]:
    """Give the content of a new matter the fields of the item that it has become."""
    return {name.replace(NEW, ref): text for name, text in content.items()}


def _content(ref: str, item: ReadItem, body: Iterable[str]) -> dict[str, str]:
    """Say it as the meeting's page has it: outcome, what was said, and the decisions in their fields."""
    outcome = DECIDED if item.decisions else POSTPONED if item.is_postponed else "discussed"
    decided = {one.text.rstrip(".") for one in item.decisions}
    said = [
        line.strip()
        for line in body
        if not any(text in line for text in decided) and line.strip().casefold() != "beslut"
    ]
    content = {f"outcome-{ref}": outcome, f"note-{ref}": "\n".join(said).strip()}
    if outcome == "discussed" and not content[f"note-{ref}"]:
        content[f"outcome-{ref}"] = "noted"
    for number, one in enumerate(item.decisions[:DECISIONS], start=1):
        content[f"wording-{ref}" if number == 1 else f"wording-{ref}-{number}"] = one.text
    who = next((one.who for one in item.tasks if one.who), "")
    if item.decisions and who:
        content[f"responsible-{ref}"] = who
    return content


def _same(heading: str, items: Mapping[str, Any]) -> str | None:
    """Find the item on the agenda that a heading is about; nothing is guessed when none is alike."""
    wanted = heading.casefold().strip(" .")
    alike = {ref: _likeness(wanted, item.title.casefold()) for ref, item in items.items()}
    best = max(alike, key=lambda ref: alike[ref], default=None)
    return best if best is not None and alike[best] >= LIKE else None


def _likeness(one: str, other: str) -> float:
    if one in other or other in one:
        return 1.0
    return SequenceMatcher(None, one, other).ratio()
