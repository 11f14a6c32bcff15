"""Who led a meeting and who wrote it down: labelled, told in the text, or marked in the list."""

import re
from collections.abc import Sequence

from varjebarn.interop.minutes.head import Section, of_kind
from varjebarn.interop.minutes.lines import Line
from varjebarn.interop.minutes.people import Person, names_in, plain_name
from varjebarn.interop.minutes.vocabulary import words

_SOMEBODY = r"((?<![\w-])(?:[A-ZÅÄÖÉ][\wéü-]++)(?:\s+[A-ZÅÄÖÉ][\wéü-]++){0,3})"
_BECOMES = r"(?:var|är|valdes|utsågs|väljs|utses|blev|valde\s+mötet|fungerade\s+som|tjänstgjorde\s+som|(?:valdes|utsågs|väljs|utses)\s+till)"
_CHAIR = r"(?:mötes)?(?:ordförande|ordf\.?|mötesledare)"
_WRITER = r"(?:mötes)?(?:sekreterare|sekr\.?|protokollförare|antecknare)"
_NOTES = r"(?:mötes|minnes)?(?:anteckning(?:ar|arna)|protokoll(?:et)?)"
_OPENS = r"(?:hälsa\w*|öppna\w*\s+(?:mötet|sammanträdet)|inled\w*|välkomna\w*|förklara\w*\s+mötet\s+öppnat)"
_CHAIR_SAID = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!vice )\b(?:[Tt]ill\s+)?(?:{_CHAIR}|Ordförande)(?:\s+för\s+(?:mötet|dagen|dagens\s+möte))?\s+{_BECOMES}\s+{_SOMEBODY}",
        rf"\b{_SOMEBODY}\s+{_BECOMES}\s+(?:dagens\s+)?{_CHAIR}(?!\s+i\b)",
        rf"\b{_SOMEBODY}\s+(?:ledde|leder)\s+mötet",
        rf"\b(?:[Mm]ötes)?[Oo]rdförande[n]?,?\s+{_SOMEBODY}\s+{_OPENS}",
        rf"^{_SOMEBODY}\s+{_OPENS}",
    )
)
_WRITER_SAID = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:[Tt]ill\s+)?(?:{_WRITER}|Sekreterare)(?:\s+för\s+(?:mötet|dagen))?\s+{_BECOMES}\s+{_SOMEBODY}",
        rf"\b{_SOMEBODY}\s+{_BECOMES}\s+(?:dagens\s+)?{_WRITER}",
        rf"\b{_SOMEBODY}\s+(?:skrev|skriver|förde|för|tog|tar)\s+{_NOTES}",
        rf"\b{_SOMEBODY}\s+(?:skrev|skriver)\s*[.,;]",
        rf"\b{_SOMEBODY}\s+(?:antecknade|antecknar|höll i pennan|håller i pennan)\b",
    )
)


def chair_of(
    parts: Sequence[Section],
    present: Sequence[Person],
    lines: Sequence[Line],
    where: dict[str, tuple[int, ...]],
) -> str | None:
    """Find who led. The one who only bids welcome is taken last."""
    return (
        _labelled(parts, "chair", present, where)
        or _told(_CHAIR_SAID[:-1], lines, present, "chair", where)
        or _by_role(present, "chair", where)
        or _told(_CHAIR_SAID[-1:], lines, present, "chair", where)
    )


def secretary_of(
    parts: Sequence[Section],
    present: Sequence[Person],
    lines: Sequence[Line],
    where: dict[str, tuple[int, ...]],
) -> str | None:
    """Find who wrote."""
    return (
        _labelled(parts, "secretary", present, where)
        or _by_role(present, "secretary", where)
        or _told(_WRITER_SAID, lines, present, "secretary", where)
    )


def _labelled(
    parts: Sequence[Section],
    office: str,
    present: Sequence[Person],
    where: dict[str, tuple[int, ...]],
) -> str | None:
    some = of_kind(parts, office)
    for part in some if office == "chair" else reversed(some):
        for line in part.lines:
            names = names_in(", ".join(line.cells) or line.text)
            is_alone = len(line.text.split()) == 1  # signed with the first name only
            name = names[0] if names else _as_listed(line.text, present) if is_alone else None
            if name:
                where.setdefault(office, (line.number,))
                return name
    return None


def _told(
    ways: Sequence[re.Pattern[str]],
    lines: Sequence[Line],
    present: Sequence[Person],
    office: str,
    where: dict[str, tuple[int, ...]],
) -> str | None:
    """Find a sentence that says who; a first name alone counts where one in the list has it."""
    for line in lines:
        for way in ways:
            said = way.search(line.text)
            name = _as_listed(said[1], present) if said else None
            if name:
                where.setdefault(office, (line.number,))
                return name
    return None


def _as_listed(name: str, present: Sequence[Person]) -> str | None:
    some = name.split()
    while some and some[0].casefold() in words("people", "roles"):
        some = some[1:]
    plain = plain_name(" ".join(some))
    listed = [person.name for person in present if plain_name(person.name) == plain]
    if listed or len(some) > 1:
        return listed[0] if listed else " ".join(some)
    first = {
        person.name for person in present if plain and plain_name(person.name).split()[0] == plain
    }
    return first.pop() if len(first) == 1 else None


def _by_role(
    present: Sequence[Person], office: str, where: dict[str, tuple[int, ...]]
) -> str | None:
    for person in present:
        if any(_is_role(role, words("people", f"{office}_words")) for role in person.roles):
            where.setdefault(office, (person.line,))
            return person.name
    return None


def _is_role(role: str, some: Sequence[str]) -> bool:
    plain = role.casefold().strip(" .")
    return (
        any(plain == one.strip(".") or plain.startswith(one.strip(".") + " ") for one in some)
        and "vice" not in plain
    )
