"""A signal as it is sent to another unit on a yes, and as it is read there. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from varjebarn.practice.values import PracticeModel
from varjebarn.wellbeing.values import Note, WheelNote

KIND = "signal"
SCHEMA = "varjebarn/signal/1"
ANSWER, ANSWER_SCHEMA = "signal_answer", "varjebarn/signal_answer/1"
PART = "signal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """What is sent: who noticed what, when, and in which unit."""

    called: str
    born: date
    author: str
    title: str
    unit_name: str
    organisation_name: str
    noticed_on: date
    own_words: str
    notes: Sequence[Note]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterNote:
    """One note as the recipient reads it, in the sender's words for the dimension."""

    dimension: str
    label: str
    kind: str
    text: str
    voice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalLetter:
    """A received signal, as a page shows it."""

    called: str
    author: str
    title: str
    unit_name: str
    organisation_name: str
    noticed_on: date
    own_words: str
    notes: tuple[LetterNote, ...]

    @property
    def wheel_notes(self) -> tuple[WheelNote, ...]:
        """The notes for the recipient's own wheel."""
        return tuple(
            WheelNote(
                dimension=note.dimension,
                kind=note.kind,
                text=note.text,
                voice=note.voice,
                source=f"{self.unit_name}, {self.organisation_name}",
            )
            for note in self.notes
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalAnswer:
    """What the contact in another unit answers whoever noticed."""

    called: str
    born: date
    name: str
    title: str
    unit_name: str
    organisation_name: str
    outcome: str
    text: str
    on: date


def answer_body(answer: SignalAnswer) -> dict[str, Any]:
    """Make the body of an answer."""
    return {
        "child": {"called": answer.called, "born": answer.born.isoformat()},
        "parts": {
            PART: {
                "name": answer.name,
                "title": answer.title,
                "unit": answer.unit_name,
                "organisation": answer.organisation_name,
                "outcome": answer.outcome,
                "text": answer.text,
                "on": answer.on.isoformat(),
            },
        },
    }


def signal_answer(body: Mapping[str, Any]) -> SignalAnswer:
    """Read a received answer."""
    sent = body["parts"][PART]
    return SignalAnswer(
        called=body["child"]["called"],
        born=date.fromisoformat(body["child"]["born"]),
        name=sent["name"],
        title=sent["title"],
        unit_name=sent["unit"],
        organisation_name=sent["organisation"],
        outcome=sent["outcome"],
        text=sent["text"],
        on=date.fromisoformat(sent["on"]),
    )


def signal_body(noticed: Noticed, model: PracticeModel) -> dict[str, Any]:
    """Make the body of a signal document, with the model's words in every language there is."""
    return {
        "child": {"called": noticed.called, "born": noticed.born.isoformat()},
        "model": {"id": model.id, "version": model.version},
        "parts": {
            PART: {
                "author": noticed.author,
                "title": noticed.title,
                "unit": noticed.unit_name,
                "organisation": noticed.organisation_name,
                "noticed_on": noticed.noticed_on.isoformat(),
                "own_words": noticed.own_words,
                "notes": [_note(note, model) for note in noticed.notes],
            },
        },
    }


def signal_letter(body: Mapping[str, Any], language: str) -> SignalLetter:
    """Read a received signal, in the reader's language."""
    sent = body["parts"][PART]
    return SignalLetter(
        called=body["child"]["called"],
        author=sent["author"],
        title=sent["title"],
        unit_name=sent["unit"],
        organisation_name=sent["organisation"],
        noticed_on=date.fromisoformat(sent["noticed_on"]),
        own_words=sent["own_words"],
        notes=tuple(
            LetterNote(
                dimension=note["dimension"],
                label=note["label"]["en" if language.startswith("en") else "sv"],
                kind=note["kind"],
                text=note["text"],
                voice=note["voice"],
            )
            for note in sent["notes"]
        ),
    )


def _note(note: Note, model: PracticeModel) -> dict[str, Any]:
    title = model.dimension(note.dimension).title
    return {
        "dimension": note.dimension,
        "label": {"sv": title.sv, "en": title.en},
        "kind": note.kind.value,
        "text": note.text,
        "voice": note.voice.value,
    }
