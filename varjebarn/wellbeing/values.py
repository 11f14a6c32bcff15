"""What a note and a signal are made of, and the wheel with its notes. Pure values; no figure in them."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class NoteKind(StrEnum):
    """What works, or what is hard. Both are asked for; one never cancels the other."""

    STRENGTH = "strength"
    CHALLENGE = "challenge"


class Voice(StrEnum):
    """Whose voice a note is in: who says that it is so."""

    CHILD = "child"
    GUARDIAN = "guardian"
    STAFF = "staff"


class State(StrEnum):
    """Where a signal is. Everything ends with its author being told."""

    RECEIVED = "received"
    HANDED = "handed"
    ASSESSED = "assessed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One thing noticed, in one dimension of the wheel."""

    dimension: str
    kind: NoteKind
    text: str
    voice: Voice = Voice.STAFF


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelNote:
    """A note as the wheel and the plan show it. `source` is the unit it comes from, `ref` the note's."""

    dimension: str
    kind: str
    text: str
    voice: str
    source: str = ""
    ref: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WheelPart:
    """One dimension with what has been noted in it, in the model's words."""

    key: str
    label: str
    meaning: str
    strengths: tuple[WheelNote, ...]
    challenges: tuple[WheelNote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel:
    """The whole wheel, in the model's order, with the model's words for the two kinds of notes."""

    label: str
    strength_label: str
    challenge_label: str
    parts: tuple[WheelPart, ...]
