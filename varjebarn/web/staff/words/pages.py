"""Words in words: what waits to be taken in, what has been said, and what came of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from varjebarn.participation.answers import Answer
from varjebarn.participation.queries import ViewLine, WordsLine
from varjebarn.participation.questions import Readers
from varjebarn.plan.documents import FaceAnswer
from varjebarn.practice.values import PracticeModel
from varjebarn.web.staff.plan.document import Face, Said, faces


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow:
    """Something that has come and that nobody has taken in."""

    submission: UUID
    arrived: datetime
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewRow:
    """Something that has been said, and what came of it."""

    view: UUID
    said: Said
    occasion: str
    quoted_by: str
    stays_here: bool
    is_taken_back: bool
    influence: str
    told_back_on: date | None
    may_tell_back: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPage:
    """Everything that has been said about how a child has it, by those it is about."""

    waiting: tuple[WaitingRow, ...]
    views: tuple[ViewRow, ...]


def words_page(
    *,
    waiting: Sequence[WordsLine],
    views: Sequence[ViewLine],
    model: PracticeModel,
    language: str,
) -> WordsPage:
    """Put the page together; the child's words stand exactly as they were said."""
    return WordsPage(
        waiting=tuple(
            WaitingRow(
                submission=line.submission,
                arrived=line.arrived,
                said=Said(
                    name=line.name,
                    words=line.words,
                    faces=_faces(line.answers, model, language),
                    on=line.arrived.date(),
                    is_verbatim=True,
                ),
            )
            for line in waiting
        ),
        views=tuple(_view(line, model, language) for line in views),
    )


def readers(found: Readers) -> tuple[str, ...]:
    """Name everybody who will see an answer."""
    return (
        *(f"{unit.name}, {unit.organisation_name}" for unit in found.units),
        *(_("%(name)s, vårdnadshavare") % {"name": name} for name in found.guardians),
        *((_("%(name)s, barnet") % {"name": found.child},) if found.child else ()),
    )


def _view(line: ViewLine, model: PracticeModel, language: str) -> ViewRow:
    return ViewRow(
        view=line.view,
        said=Said(
            name=line.name,
            words=line.words,
            faces=_faces(line.answers, model, language),
            on=line.said_on,
            is_verbatim=line.verbatim,
        ),
        occasion=line.occasion,
        quoted_by=line.quoted_by,
        stays_here=line.stays_here,
        is_taken_back=line.is_taken_back,
        influence=line.influence,
        told_back_on=line.told_back_on,
        may_tell_back=not line.is_taken_back and line.told_back_on is None,
    )


def _faces(answers: Iterable[Answer], model: PracticeModel, language: str) -> tuple[Face, ...]:
    return faces(
        (
            FaceAnswer(
                dimension=answer.dimension,
                face=answer.face,
                words=answer.words,
                skipped=answer.skipped,
            )
            for answer in answers
        ),
        model,
        language,
    )
