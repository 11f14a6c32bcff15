"""Who may be told what until when, as a picture of houses around a child, and as the same list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from textwrap import wrap
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.disclosure.queries import MyConsent
from varjebarn.web.family.consent.pages import GIVEN
from varjebarn.web.family.given import Given
from varjebarn.web.family.labels import AREA_ICONS, parts_in_words, unit_in_words
from varjebarn.web.shared.days import day_in_words

IN_PLANS = {part.value for part in PLAN_PARTS}
TOP, LINE, GAP, SMALLEST = 84, 18, 22, 70
NAME_WIDTH, PART_WIDTH = 27, 31


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """One line of text in the picture, and where it stands."""

    text: str
    y: int
    is_name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Those who may be told: a house with who, what and until when. `take_back` is one's own yes."""

    name: str
    icon: str
    parts: tuple[str, ...]
    last_day: date
    take_back: str
    y: int
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One child's picture. `waiting` are those one has said yes to, who may not be told yet."""

    key: str
    called: str
    is_child: bool
    houses: tuple[House, ...]
    waiting: tuple[str, ...]
    height: int
    trunk: int


def pictures(
    lines: Sequence[MyConsent], requests: Sequence[Given], *, on: date
) -> tuple[Picture, ...]:
    """Draw one picture for each child that somebody has asked about and that still runs."""
    asked = {request.subject: request for request in requests}
    live = [line for line in lines if line.valid_to > on and line.ref in asked]
    children = dict.fromkeys((asked[line.ref].called, asked[line.ref].born) for line in live)
    return tuple(
        _picture(
            f"bild-{number}",
            [
                (line, asked[line.ref])
                for line in live
                if (asked[line.ref].called, asked[line.ref].born) == child
            ],
        )
        for number, child in enumerate(children, start=1)
    )


def _picture(key: str, asked: Sequence[tuple[MyConsent, Given]]) -> Picture:
    newest: dict[UUID, tuple[MyConsent, Given]] = {}
    for line, request in asked:  # the newest question comes first; one that holds goes before
        known = newest.get(line.unit)
        if known is None or (line.holds and not known[0].holds):
            newest[line.unit] = (line, request)
    pairs = sorted(newest.values(), key=_place)
    told = [pair for pair in pairs if pair[0].holds]
    waiting = [pair for pair in pairs if not pair[0].holds and pair[0].what == GIVEN]
    houses = tuple(_houses(told))
    first = asked[0][1]
    return Picture(
        key=key,
        called=first.called,
        is_child=first.is_child,
        houses=houses,
        waiting=tuple(_unit(line, request)["name"] for line, request in waiting),
        height=houses[-1].y + _height(houses[-1].lines) if houses else TOP,
        trunk=houses[-1].y + 26 if houses else TOP,
    )


def _houses(told: Sequence[tuple[MyConsent, Given]]) -> Iterator[House]:
    y = TOP
    for line, request in told:
        unit = _unit(line, request)
        parts = _parts(line, is_child=request.is_child)
        last_day = line.valid_to - timedelta(days=1)
        until = _("till och med %(day)s") % {"day": day_in_words(last_day)}
        names = [(text, True) for text in wrap(unit["name"], NAME_WIDTH)]
        words = [(text, False) for text in (*wrap(", ".join(parts), PART_WIDTH), until)]
        lines = tuple(
            TextLine(text=text, y=12 + LINE * number, is_name=is_name)
            for number, (text, is_name) in enumerate([*names, *words])
        )
        yield House(
            name=unit["name"],
            icon=unit["icon"],
            parts=parts,
            last_day=last_day,
            take_back=reverse("family:take-back", args=[line.ref, line.unit])
            if line.what == GIVEN
            else "",
            y=y,
            lines=lines,
        )
        y += _height(lines)


def _parts(line: MyConsent, *, is_child: bool) -> tuple[str, ...]:
    """Say which parts; all of them in one word."""
    if set(line.parts) >= IN_PLANS:
        return (_("allt som står i planen"),)
    return parts_in_words(line.parts, is_child=is_child)


def _place(pair: tuple[MyConsent, Given]) -> int:
    """Give a unit's place in the question that it stands in."""
    line, request = pair
    order = [unit["unit"] for unit in request.body["parts"]["request"]["units"]]
    return order.index(str(line.unit)) if str(line.unit) in order else len(order)


def _height(lines: Sequence[TextLine]) -> int:
    return max(SMALLEST, LINE * len(lines) + GAP)


def _unit(line: MyConsent, request: Given) -> dict[str, str]:
    """Name a unit as the question named it; the question knows its kind as well."""
    for unit in request.body["parts"]["request"]["units"]:
        if unit["unit"] == str(line.unit):
            return {
                "name": unit_in_words(unit["name"], unit["organisation"]),
                "icon": AREA_ICONS.get(unit["area"], "people"),
            }
    return {"name": line.unit_name, "icon": "people"}
