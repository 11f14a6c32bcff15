"""A question to a child or a guardian: what is asked, in which words, and who will see the answer.

Pure: from values to the document that is sent, and from a received copy to what a page shows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from varjebarn.participation.answers import FACES

KIND = "question"
SCHEMA = "varjebarn/question/1"
PART = "request"
CHILD, GUARDIAN = "child", "guardian"

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderUnit:
    """A unit whose people will see the answer."""

    name: str
    organisation_name: str
    is_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """Who will see the answer, as it was when the question was asked."""

    units: tuple[ReaderUnit, ...]
    guardians: tuple[str, ...] = ()
    child: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question as it is sent: in all languages there are, since the reader chooses theirs."""

    key: str
    title: Words
    text: Words
    has_faces: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """One question as a page shows it."""

    key: str
    title: str
    text: str
    has_faces: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage:
    """What a child or guardian reads before answering. Nothing is chosen beforehand."""

    capacity: str
    called: str
    asked_by: str
    asked_by_title: str
    unit_name: str
    organisation_name: str
    asked_on: date
    why: str
    questions: tuple[AskedQuestion, ...]
    faces: tuple[int, ...]
    low: str
    high: str
    hopes: str
    readers: Readers

    @property
    def keys(self) -> frozenset[str]:
        """The keys that an answer may have."""
        return frozenset(question.key for question in self.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Faces:
    """The face scale of the practice model, in words at both ends."""

    values: tuple[int, ...] = FACES
    low: Words
    high: Words
    hopes: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asks, from where, on which day, and why."""

    name: str
    title: str
    unit_name: str
    organisation_name: str
    on: date
    why: str


def question_body(
    *,
    capacity: str,
    called: str,
    born: date,
    asker: Asker,
    questions: Sequence[Question],
    faces: Faces | None,
    readers: Readers,
) -> dict[str, Any]:
    """Make the body of a question document."""
    return {
        "child": {"called": called, "born": born.isoformat()},
        "parts": {
            PART: {
                "capacity": capacity,
                "asked_by": asker.name,
                "asked_by_title": asker.title,
                "unit": asker.unit_name,
                "organisation": asker.organisation_name,
                "asked_on": asker.on.isoformat(),
                "why": asker.why,
                "questions": [_question(question) for question in questions],
                "faces": _faces(faces),
                "readers": _readers(readers),
            },
        },
    }


def question_page(body: Mapping[str, Any], language: str) -> QuestionPage:
    """Read a received question, in the reader's language; Swedish when it has no other."""
    asked = body["parts"][PART]
    faces = asked["faces"]
    return QuestionPage(
        capacity=asked["capacity"],
        called=body["child"]["called"],
        asked_by=asked["asked_by"],
        asked_by_title=asked["asked_by_title"],
        unit_name=asked["unit"],
        organisation_name=asked["organisation"],
        asked_on=date.fromisoformat(asked["asked_on"]),
        why=asked["why"],
        questions=tuple(
            AskedQuestion(
                key=question["key"],
                title=_in(question["title"], language),
                text=_in(question["text"], language),
                has_faces=question["faces"],
            )
            for question in asked["questions"]
        ),
        faces=tuple(faces["values"]),
        low=_in(faces["low"], language),
        high=_in(faces["high"], language),
        hopes=_in(faces["hopes"], language),
        readers=Readers(
            units=tuple(
                ReaderUnit(
                    name=unit["name"],
                    organisation_name=unit["organisation"],
                    is_own=unit["own"],
                )
                for unit in asked["readers"]["units"]
            ),
            guardians=tuple(asked["readers"]["guardians"]),
            child=asked["readers"]["child"],
        ),
    )


def _question(question: Question) -> dict[str, Any]:
    return {
        "key": question.key,
        "title": dict(question.title),
        "text": dict(question.text),
        "faces": question.has_faces,
    }


def _faces(faces: Faces | None) -> dict[str, Any]:
    if faces is None:
        return {"values": [], "low": {}, "high": {}, "hopes": {}}
    return {
        "values": list(faces.values),
        "low": dict(faces.low),
        "high": dict(faces.high),
        "hopes": dict(faces.hopes),
    }


def _readers(readers: Readers) -> dict[str, Any]:
    return {
        "units": [
            {"name": unit.name, "organisation": unit.organisation_name, "own": unit.is_own}
            for unit in readers.units
        ],
        "guardians": list(readers.guardians),
        "child": readers.child,
    }


def _in(words: Words, language: str) -> str:
    """Choose the words of a language; a question in somebody's own words has only one."""
    return (words.get("en") if language.startswith("en") else None) or words.get("sv", "")
