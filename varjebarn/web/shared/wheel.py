"""The wheel as data for its drawing: where each slice, icon and word stands.

The wheel shows what has been noted in an area, never a level and never how much.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

OUTER, INNER, WORDS = 196.0, 52.0, 134.0
LONG_LABEL = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One area around the child, with what has been noted as working and as hard."""

    key: str
    label: str
    text: str = ""
    strengths: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()

    @property
    def is_noted(self) -> bool:
        """Whether anything has been noted here."""
        return bool(self.strengths or self.challenges)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """A segment with its place in a square of 400 by 400, the centre at 0, 0."""

    segment: Segment
    path: str
    icon: str
    x: float
    y: float
    works_x: float
    hard_x: float
    is_long: bool


def _point(radius: float, angle: float) -> str:
    return f"{radius * math.cos(angle):.1f} {radius * math.sin(angle):.1f}"


def _path(start: float, end: float) -> str:
    """Outline one slice: along the outer ring and back along the inner one."""
    return (
        f"M{_point(INNER, start)}L{_point(OUTER, start)}"
        f"A{OUTER:.0f} {OUTER:.0f} 0 0 1 {_point(OUTER, end)}"
        f"L{_point(INNER, end)}A{INNER:.0f} {INNER:.0f} 0 0 0 {_point(INNER, start)}Z"
    )


def slices(segments: Sequence[Segment]) -> tuple[Slice, ...]:
    """Place the segments clockwise, the first at the top."""
    width = 2 * math.pi / max(len(segments), 1)
    placed = []
    for number, segment in enumerate(segments):
        middle = number * width - math.pi / 2
        slanted = abs(math.sin(2 * middle))
        radius = WORDS + 8 * slanted
        x, y = radius * math.cos(middle), radius * math.sin(middle)
        both = bool(segment.strengths and segment.challenges)
        placed.append(
            Slice(
                segment=segment,
                path=_path(middle - width / 2, middle + width / 2),
                icon=segment.key,
                x=round(x, 1),
                y=round(y, 1),
                works_x=round(x - (13 if both else 0), 1),
                hard_x=round(x + (13 if both else 0), 1),
                is_long=len(segment.label) > LONG_LABEL,
            )
        )
    return tuple(placed)
