"""A role's handbook as a page: buttons by the name they have, and links to the reader's very pages."""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from varjebarn.steering.queries.nearest import Nearest
from varjebarn.web.county.handbook.tasks import Chapter, Of, Place, Role, Task, Who
from varjebarn.web.shared.county import Words

LABEL = re.compile(r"\[([^\]]+)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a sentence; `is_label` if it is what stands on a button or a link."""

    text: str
    is_label: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceShown:
    """A page where the task is done; without `href` when it isn't the reader's to open."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskShown:
    """A task as the page shows it."""

    key: str
    title: str
    steps: tuple[tuple[Piece, ...], ...]
    note: tuple[Piece, ...]
    places: tuple[PlaceShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterShown:
    """A chapter as the page shows it."""

    key: str
    title: str
    tasks: tuple[TaskShown, ...]


def chapters(
    role: Role, near: Nearest, *, reader: frozenset[Who], today: date
) -> tuple[ChapterShown, ...]:
    """Put a role's chapters into words, with the links that the reader may open."""

    def place(one: Place) -> PlaceShown:
        href = _href(one, near, today=today) if one.who in reader else ""
        return PlaceShown(text=str(one.text), href=href)

    def task(one: Task) -> TaskShown:
        return TaskShown(
            key=one.key,
            title=str(one.title),
            steps=tuple(map(pieces, one.steps)),
            note=() if one.note is None else pieces(one.note),
            places=tuple(map(place, one.places)),
        )

    def chapter(number: int, one: Chapter) -> ChapterShown:
        return ChapterShown(
            key=f"kapitel-{number}", title=str(one.title), tasks=tuple(map(task, one.tasks))
        )

    return tuple(chapter(number, one) for number, one in enumerate(role.chapters, start=1))


def pieces(words: Words) -> tuple[Piece, ...]:
    """Take a sentence apart; what stands in brackets is shown as the button says it."""
    parts = LABEL.split(str(words))
    found = [
        Piece(text=gettext(part) if at % 2 else part, is_label=bool(at % 2))
        for at, part in enumerate(parts)
    ]
    return tuple(piece for piece in found if piece.text)


def _href(place: Place, near: Nearest, *, today: date) -> str:
    """Give the address; empty when there is no such meeting or group."""
    whose: dict[Of, UUID | int | None] = {
        Of.BODY: near.body,
        Of.NEXT: near.next,
        Of.LAST: near.last,
        Of.YEAR: today.year,
    }
    view = f"county:{place.page}"
    if place.of is Of.NOTHING:
        return reverse(view)
    which = whose[place.of]
    return "" if which is None else reverse(view, args=[which])
