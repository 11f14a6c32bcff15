"""What a reading says, in sentences, and whose minutes they seem to be."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from varjebarn.interop.minutes import Reading
from varjebarn.interop.minutes.findings import Finding
from varjebarn.interop.minutes.unreadable import Why
from varjebarn.steering.values import Named

WHY = {
    Why.EMPTY: _("Filen är tom."),
    Why.TOO_BIG: _("Filen är för stor."),
    Why.UNKNOWN: _("Filen går inte att läsa. Använd Word, LibreOffice, PDF eller text."),
    Why.BROKEN: _("Filen är trasig. Öppna den och spara den på nytt."),
    Why.LOCKED: _("Filen är låst med lösenord. Spara en kopia utan lösenord."),
    Why.OLD_WORD: _("Filen är i Words gamla format. Spara den som docx."),
    Why.NO_TEXT: _("Filen har ingen text. Kanske är den inskannad som bild."),
}
FOUND = {
    "listed_twice": _("%(name)s står två gånger."),
    "present_and_absent": _("%(name)s är både närvarande och frånvarande."),
    "name_differs": _("%(name)s skrivs också %(other)s."),
    "weekday_differs": _("Dagen kallas %(name)s men är en %(other)s."),
    "substituted_and_present": _("%(name)s har en ersättare, %(other)s, men är själv närvarande."),
    "date_differs": _("Mötet sägs vara den %(name)s, men i rubriken står den %(other)s."),
    "ends_before_start": _("Mötet slutar %(name)s, innan det börjar %(other)s."),
    "next_before": _("Nästa möte sägs vara den %(name)s, men mötet var den %(other)s."),
}
FIELDS = {
    "date": _("Dag"),
    "time": _("Tid"),
    "place": _("Plats"),
    "chair": _("Ordförande"),
    "secretary": _("Sekreterare"),
    "future_meetings": _("Nästa möten"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One find: what it is of, what it says, and the lines that say so."""

    label: str
    text: str
    lines: tuple[int, ...]


def findings(reading: Reading) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Give what doesn't agree, as sentences with their lines."""
    return tuple((_said(one), one.lines) for one in reading.findings if one.kind in FOUND)


def finds(reading: Reading) -> tuple[Found, ...]:
    """Give what was found in the head and at the end, and the tasks, with their lines."""
    clock = "–".join(filter(None, [reading.start, reading.end])).replace(":", ".")
    texts = {
        "date": reading.on.isoformat() if reading.on else "",
        "time": clock,
        "place": reading.place or "",
        "chair": reading.chair or "",
        "secretary": reading.secretary or "",
        "future_meetings": ", ".join(day.isoformat() for day in reading.future_meetings),
    }
    head = [
        Found(label=str(label), text=texts[key], lines=reading.lines.get(key, ()))
        for key, label in FIELDS.items()
        if texts[key]
    ]
    people = [
        Found(label=str(label), text=", ".join(one.name for one in some), lines=_span(some))
        for label, some in ((_("Närvarande"), reading.present), (_("Frånvarande"), reading.absent))
        if some
    ]
    tasks = [
        Found(
            label=str(_("Uppgift")),
            text=" ".join(filter(None, [task.who, task.what])),
            lines=(task.line,),
        )
        for item in reading.items
        for task in item.tasks
    ]
    return (*head, *people, *tasks)


def _span(some: Sequence[object]) -> tuple[int, ...]:
    numbers = sorted({getattr(one, "line", 0) for one in some})
    return (numbers[0],) if len(numbers) == 1 else (numbers[0], numbers[-1])


def body_of(reading: Reading, bodies: Sequence[Named]) -> UUID | None:
    """Find the body that the minutes name: its name, or the name without its ending, in their title."""
    title = reading.body.casefold()
    named = sorted(bodies, key=lambda one: len(one.name), reverse=True)
    for one in named:
        name = one.name.casefold()
        if name in title or (name.endswith("en") and name.removesuffix("en") in title):
            return one.id
    return None


def _said(one: Finding) -> str:
    return str(FOUND[one.kind]) % {"name": one.name, "other": one.other}
