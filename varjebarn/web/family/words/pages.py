"""Questions in words: who asks, one question at a time, what is about to be sent, what was sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from varjebarn.disclosure.queries import Written
from varjebarn.participation.answers import Answer, answers_from
from varjebarn.participation.questions import AskedQuestion, QuestionPage, Readers, question_page
from varjebarn.web.family.given import Given
from varjebarn.web.family.labels import WORDS, unit_in_words
from varjebarn.web.shared.fields import FACES

HOPES = "hopes"
"""The key of the last step, whose answer is the free words of the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """One question and what was answered. `face` is a place on the scale, the saddest is 1."""

    question: str
    about: str
    number: int
    face: int | None
    face_word: str
    words: str
    is_skipped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Everything answered so far, or everything that was sent."""

    lines: tuple[SaidLine, ...]
    stays_here: bool
    is_empty: bool
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPage:
    """One set of questions, for all of its steps."""

    ref: UUID
    is_child: bool
    called: str
    asked_by: str
    asked_by_title: str
    unit: str
    why: str
    steps: tuple[AskedQuestion, ...]
    faces: tuple[int, ...]
    readers: tuple[str, ...]
    own_unit: str
    has_other_readers: bool

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """One set of questions in the list of my words."""

    ref: UUID
    called: str
    asked_by: str
    unit: str
    arrived: datetime
    said: Said | None
    is_begun: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPage:
    """Everything one has been asked, and what one has sent."""

    is_child: bool
    asked: tuple[AskedLine, ...]


def asked_page(given: Given, language: str) -> AskedPage:
    """Read a question in the reader's language; the wish, if there is one, is the last step."""
    page = question_page(given.body, language)
    return AskedPage(
        ref=given.ref,
        is_child=given.is_child,
        called=page.called,
        asked_by=page.asked_by,
        asked_by_title=page.asked_by_title,
        unit=unit_in_words(page.unit_name, page.organisation_name),
        why=page.why,
        steps=(*page.questions, *_hopes(page)),
        faces=page.faces,
        readers=reader_names(page.readers, is_child=given.is_child),
        own_unit=unit_in_words(page.unit_name, page.organisation_name),
        has_other_readers=len(page.readers.units) > 1 or bool(page.readers.guardians),
    )


def reader_names(readers: Readers, *, is_child: bool) -> tuple[str, ...]:
    """Name those who will read: units, then the family, then the one who writes."""
    units = tuple(unit_in_words(unit.name, unit.organisation_name) for unit in readers.units)
    child = (readers.child,) if readers.child and not is_child else ()
    guardians = readers.guardians if is_child else ()
    return (*units, *guardians, *child, _("Du själv"))


def said_of(page: AskedPage, body: Mapping[str, Any], *, sent_at: datetime | None = None) -> Said:
    """Put answers to their questions."""
    answers = {answer.dimension: answer for answer in answers_from(body.get("answers", ()))}
    words = str(body.get("words", ""))
    lines = tuple(
        _line(step, number, answers.get(step.key), words)
        for number, step in enumerate(page.steps, start=1)
    )
    return Said(
        lines=lines,
        stays_here=bool(body.get("stays_here")),
        is_empty=not answers and not words.strip(),
        sent_at=sent_at,
    )


def words_page(
    questions: Sequence[Given],
    written: Sequence[Written],
    language: str,
) -> WordsPage:
    """List every set of questions with what was sent last, or that it has been begun."""
    sent: dict[UUID, Written] = {}
    begun = set()
    for one in written:
        if one.kind in WORDS and one.sent_at is not None:
            sent.setdefault(one.reply_to, one)
        elif one.kind in WORDS:
            begun.add(one.reply_to)
    return WordsPage(
        is_child=bool(questions) and all(question.is_child for question in questions),
        asked=tuple(
            _asked_line(question, sent.get(question.ref), language, is_begun=question.ref in begun)
            for question in questions
        ),
    )


def face_word(place: int) -> str:
    """Give the word of a face."""
    return str(FACES[place - 1][1])


def _asked_line(
    question: Given,
    sent: Written | None,
    language: str,
    *,
    is_begun: bool,
) -> AskedLine:
    page = asked_page(question, language)
    return AskedLine(
        ref=question.ref,
        called=page.called,
        asked_by=page.asked_by,
        unit=page.unit,
        arrived=question.arrived,
        said=said_of(page, sent.body, sent_at=sent.sent_at) if sent else None,
        is_begun=is_begun,
    )


def _hopes(page: QuestionPage) -> tuple[AskedQuestion, ...]:
    if not page.hopes:
        return ()
    return (AskedQuestion(key=HOPES, title="", text=page.hopes, has_faces=False),)


def _line(step: AskedQuestion, number: int, answer: Answer | None, words: str) -> SaidLine:
    face = answer.face if answer else None
    return SaidLine(
        question=step.title or step.text,
        about=step.text if step.title else "",
        number=number,
        face=face,
        face_word=face_word(face) if face else "",
        words=words if step.key == HOPES else answer.words if answer else "",
        is_skipped=answer.skipped if answer else False,
    )
