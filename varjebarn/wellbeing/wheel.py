"""Notes on the wheel: side by side, in the model's order and words. Nothing is counted or weighed."""

from collections.abc import Iterable

from varjebarn.practice.values import PracticeModel
from varjebarn.wellbeing.values import NoteKind, Wheel, WheelNote, WheelPart


def signal_wheel(notes: Iterable[WheelNote], model: PracticeModel, language: str) -> Wheel:
    """Place notes on the wheel. Every dimension is there, also an empty one: empty is not good or bad.

    A note in a dimension that the model doesn't have is left out; another version had it.
    """
    known = list(notes)
    labels = {kind.key: kind.label(language) for kind in model.wheel.note_kinds}
    return Wheel(
        label=model.wheel.label(language),
        strength_label=labels.get(NoteKind.STRENGTH, ""),
        challenge_label=labels.get(NoteKind.CHALLENGE, ""),
        parts=tuple(
            WheelPart(
                key=dimension.key,
                label=dimension.label(language),
                meaning=dimension.meaning.label(language),
                strengths=_of(known, dimension.key, NoteKind.STRENGTH),
                challenges=_of(known, dimension.key, NoteKind.CHALLENGE),
            )
            for dimension in model.dimensions
        ),
    )


def _of(notes: list[WheelNote], dimension: str, kind: NoteKind) -> tuple[WheelNote, ...]:
    return tuple(note for note in notes if note.dimension == dimension and note.kind == kind)
