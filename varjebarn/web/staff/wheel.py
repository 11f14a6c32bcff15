"""Notes as the wheel's drawing and list want them."""

from collections.abc import Iterable

from varjebarn.practice.values import PracticeModel
from varjebarn.web.shared.wheel import Segment
from varjebarn.web.staff.labels import VOICES_SHORT, label
from varjebarn.wellbeing.queries import signal_wheel
from varjebarn.wellbeing.values import WheelNote


def segments(
    notes: Iterable[WheelNote], model: PracticeModel, language: str
) -> tuple[Segment, ...]:
    """Place notes on the wheel in the model's order, each with whose voice it is in."""
    wheel = signal_wheel(notes, model, language)
    return tuple(
        Segment(
            key=part.key,
            label=part.label,
            text=part.meaning,
            strengths=tuple(_said(note) for note in part.strengths),
            challenges=tuple(_said(note) for note in part.challenges),
        )
        for part in wheel.parts
    )


def _said(note: WheelNote) -> str:
    voice = label(VOICES_SHORT, note.voice) if note.voice in VOICES_SHORT else ""
    said = ", ".join(part for part in (voice, note.source) if part)
    return f"{note.text} ({said})" if said else note.text
