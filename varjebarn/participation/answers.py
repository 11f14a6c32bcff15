"""One answer of a child: a face, words, or "I don't want to answer now". Pure values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

FACES = (1, 2, 3, 4, 5)
"""The faces when nobody says otherwise. They are a language, never a figure: no sum, no mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was said to one question. `dimension` is the question's key, of the wheel or one's own.

    Nothing is chosen beforehand: an answer without face, words and skip has not been touched.
    """

    dimension: str
    face: int | None = None
    words: str = ""
    skipped: bool = False

    @property
    def is_given(self) -> bool:
        """Whether the question has been answered; saying that one would rather not is an answer."""
        return self.face is not None or self.skipped or bool(self.words.strip())

    def to_json(self) -> dict[str, Any]:
        """Give the form that is sent and kept."""
        return {
            "dimension": self.dimension,
            "face": self.face,
            "words": self.words,
            "skipped": self.skipped,
        }


def answer_from(table: Mapping[str, Any]) -> Answer:
    """Read one answer. A missing field is an untouched one, never a default choice."""
    face = table.get("face")
    return Answer(
        dimension=str(table["dimension"]),
        face=None if face is None else int(face),
        words=str(table.get("words") or ""),
        skipped=bool(table.get("skipped")),
    )


def answers_from(tables: Iterable[Mapping[str, Any]]) -> tuple[Answer, ...]:
    """Read all answers, in order, the untouched ones left out."""
    return tuple(answer for answer in map(answer_from, tables) if answer.is_given)


def words_body(
    answers: Iterable[Answer],
    words: str,
    *,
    stays_here: bool = False,
) -> dict[str, Any]:
    """Make the body of a draft. `stays_here`: it is kept in the unit that asked, and in no plan."""
    return {
        "answers": [answer.to_json() for answer in answers if answer.is_given],
        "words": words,
        "stays_here": stays_here,
    }
