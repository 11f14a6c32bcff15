"""A request for consent in words: who asks, what would be told to whom, and what one has answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from varjebarn.disclosure.parts import Part
from varjebarn.disclosure.queries import MyConsent
from varjebarn.web.family.given import Given
from varjebarn.web.family.labels import AREA_ICONS, parts_in_words, unit_in_words

GIVEN, REFUSED, WITHDRAWN, ASKED = "given", "refused", "withdrawn", "asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitAsked:
    """One unit, what it would be told, and what one has said about it so far."""

    unit: str
    name: str
    icon: str
    parts: tuple[str, ...]
    is_own: bool
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPage:
    """What somebody reads before answering. `called` is the child's name."""

    ref: UUID
    consent: UUID | None
    is_child: bool
    called: str
    asked_by: str
    asked_by_title: str
    from_unit: str
    purpose: str
    last_day: date
    concern: str
    units: tuple[UnitAsked, ...]
    is_one_question: bool
    is_over: bool

    @property
    def questions(self) -> tuple[UnitAsked, ...]:
        """The units to answer for. May we tell them? is one question, about the other unit."""
        if not self.is_one_question:
            return self.units
        return tuple(unit for unit in self.units if not unit.is_own)

    def for_every_unit(self, answers: Mapping[str, str]) -> dict[str, str]:
        """Let the answer to the one question stand for the asking unit as well."""
        if not self.is_one_question:
            return {**answers}
        said = next((answers[u.unit] for u in self.questions if u.unit in answers), None)
        return {} if said is None else {unit.unit: said for unit in self.units}

    @property
    def is_answered(self) -> bool:
        """Whether every unit has had an answer."""
        return all(unit.said != ASKED for unit in self.units)

    @property
    def said(self) -> Mapping[str, str]:
        """What one has said, by unit."""
        return {unit.unit: unit.said for unit in self.units}


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One unit and the answer that is about to be sent."""

    name: str
    parts: tuple[str, ...]
    is_yes: bool | None
    word: str


def request_page(given: Given, consents: Sequence[MyConsent], *, on: date) -> RequestPage:
    """Read a request, together with one's own latest answers to it."""
    asked = given.body["parts"]["request"]
    said = {str(line.unit): line.what for line in consents if line.ref == given.subject}
    last_day = date.fromisoformat(asked["last_day"])
    return RequestPage(
        ref=given.ref,
        consent=given.subject,
        is_child=given.is_child,
        called=given.called,
        asked_by=asked["asked_by"],
        asked_by_title=asked["asked_by_title"],
        from_unit=unit_in_words(given.unit_name, given.organisation_name),
        purpose=asked["purpose"],
        last_day=last_day,
        concern=asked.get("concern", ""),
        units=tuple(
            _unit(unit, said.get(unit["unit"], ASKED), is_child=given.is_child)
            for unit in asked["units"]
        ),
        is_one_question=all({*unit["parts"]} == {Part.SIGNAL.value} for unit in asked["units"]),
        is_over=last_day < on,
    )


def answer_lines(page: RequestPage, answers: Mapping[str, str]) -> tuple[AnswerLine, ...]:
    """Say for each unit what is about to be sent; a unit without an answer is told of too."""
    return tuple(
        AnswerLine(
            name=unit.name,
            parts=unit.parts,
            is_yes={GIVEN: True, REFUSED: False}.get(answers.get(unit.unit, "")),
            word=_word(answers.get(unit.unit, "")),
        )
        for unit in page.questions
    )


def to_send(page: RequestPage, answers: Mapping[str, str]) -> dict[str, str]:
    """Give the answers that say something new, for units that were asked about.

    A yes that becomes a no is no new answer but a withdrawal: `to_take_back`.
    """
    return {
        unit: answer
        for unit, answer in answers.items()
        if answer in {GIVEN, REFUSED}
        and unit in page.said
        and page.said[unit] not in {answer, GIVEN}
    }


def to_take_back(page: RequestPage, answers: Mapping[str, str]) -> tuple[UUID, ...]:
    """Give the units whose yes has become a no."""
    return tuple(
        UUID(unit)
        for unit, said in page.said.items()
        if said == GIVEN and answers.get(unit) == REFUSED
    )


def _unit(unit: Mapping[str, Any], said: str, *, is_child: bool) -> UnitAsked:
    return UnitAsked(
        unit=unit["unit"],
        name=unit_in_words(unit["name"], unit["organisation"]),
        icon=AREA_ICONS.get(unit["area"], "people"),
        parts=parts_in_words(unit["parts"], is_child=is_child),
        is_own=unit["own"],
        said=said,
    )


def _word(answer: str) -> str:
    if answer == GIVEN:
        return _("Ja")
    return _("Nej") if answer == REFUSED else _("Inget svar nu")
