"""What minutes say was decided, set against what the register says of the same meeting."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_SAME = 0.97
_ALIKE = 0.55


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One decision that isn't worded alike, or stands in one of them only: the other text is empty."""

    minutes: str
    register: str


def differences(minutes: Sequence[str], register: Sequence[str]) -> list[Difference]:
    """Pair each decision of the register with the most alike of the minutes, and give what differs.

    Case, marks and spaces don't count, nor "Styrgruppen beslutar att" before it.
    """
    left = list(minutes)
    found: list[Difference] = []
    for known in register:
        best = max(left, key=lambda text: _alike(text, known), default="")
        ratio = _alike(best, known) if best else 0.0
        if ratio < _ALIKE:
            found.append(Difference(minutes="", register=known))
            continue
        left.remove(best)
        if ratio < _SAME:
            found.append(Difference(minutes=best, register=known))
    return [*found, *_only_in_minutes(left)]


def _only_in_minutes(left: Sequence[str]) -> Iterator[Difference]:
    return (Difference(minutes=text, register="") for text in left)


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, _plain(one), _plain(other)).ratio()


def _plain(text: str) -> str:
    plain = re.sub(r"[\W_]+", " ", text.casefold()).strip()
    return re.sub(
        r"^(?:\w+\s+)?(?:beslut(?:ar|ade|as|ades|at)?|beslöt)\s+(?:att\s+)?|^att\s+", "", plain
    )
