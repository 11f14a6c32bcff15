"""Two short letters: a note to a recipient, and what the family is told was shared."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.parts import Part
from varjebarn.kernel.actors import Actor

NOTE, TOLD = Part.NOTE.value, Part.TOLD.value
LETTERS = frozenset({NOTE, TOLD})


class Child(Protocol):
    """What a letter asks of a child's file."""

    born: date

    @property
    def called(self) -> str:
        """The name that the child goes by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as its recipient reads it."""

    called: str
    words: str
    author: str
    title: str
    unit_name: str
    organisation_name: str
    on: date


def note_document(actor: Actor, child: Child, *, words: str, on: date) -> Document:
    """Write a note, from somebody, on a day."""
    return _document(NOTE, actor, child, words, on)


def told_document(actor: Actor, child: Child, *, words: str, on: date) -> Document:
    """Write what the family is told."""
    return _document(TOLD, actor, child, words, on)


def letter(kind: str, body: Mapping[str, Any]) -> Letter:
    """Read a letter of one of the two kinds."""
    written = body["parts"][kind]
    return Letter(
        called=body["child"]["called"],
        words=written["words"],
        author=written["author"],
        title=written["title"],
        unit_name=written["unit"],
        organisation_name=written["organisation"],
        on=date.fromisoformat(written["on"]),
    )


def _document(kind: str, actor: Actor, child: Child, words: str, on: date) -> Document:
    body = {
        "child": {"called": child.called, "born": child.born.isoformat()},
        "parts": {
            kind: {
                "words": words.strip(),
                "author": actor.name,
                "title": actor.title,
                "unit": actor.unit_name,
                "organisation": actor.organisation_name,
                "on": on.isoformat(),
            },
        },
    }
    return Document(kind=kind, schema=f"varjebarn/{kind}/1", body=body)
