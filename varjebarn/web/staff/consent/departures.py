"""What departs from the rule in a consent, in words: for the unit that asked, and for nobody else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from varjebarn.disclosure.queries import AnswerLine, ConsentLine
from varjebarn.web.shared.days import day_in_words
from varjebarn.web.staff.consent.labels import MATTERS, STAND_INS
from varjebarn.web.staff.labels import label

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """One thing that stands in. `ref` is set where it can be ended."""

    title: str
    facts: Facts
    ref: str = ""


def departures(line: ConsentLine) -> tuple[Departure, ...]:
    """Say what stands in for an answer in a consent that this unit asked."""
    if not line.consent.is_origin or not line.units:
        return ()
    names = {one.consenter_id: one.name for one in line.units[0].answers}
    return (*_assessments(line), *_stand_ins(line, names), *_replaced(line, names))


def how_given(answer: AnswerLine) -> str:
    """Say truly how an answer by other means was given: how, when, and to whom."""
    if answer.note is None:
        return ""
    words = {"day": day_in_words(answer.note.said_on), "who": answer.note.heard_by}
    if answer.how == "paper":
        return _("på papper, %(day)s, mottaget av %(who)s") % words
    return _("muntligt, %(day)s, till %(who)s") % words


def _assessments(line: ConsentLine) -> Iterator[Departure]:
    for words in line.exceptions.assessments:
        is_harm = bool(words.get("harm_if_told"))
        facts = [
            (_("Frågan"), words.get("matter", "")),
            (_("Vad barnet förstår"), words.get("understands", "")),
            (_("Vad som skulle kunna hända"), words.get("harm_if_told", "")),
            (_("Bygger på"), words.get("why", "")),
            (_("Bedömt av"), words.get("by", "")),
            (_("Även bedömt av"), words.get("second_person", "")),
            (_("Dag"), _day(words)),
        ]
        yield Departure(
            title=_("Får bestämma själv: skulle skadas om en vårdnadshavare fick veta")
            if is_harm
            else _("Får bestämma själv: bedömd som mogen i frågan"),
            facts=tuple((term, text) for term, text in facts if text),
        )


def _stand_ins(line: ConsentLine, names: Mapping[int, str]) -> Iterator[Departure]:
    for consenter, words in line.exceptions.stand_ins.items():
        facts = [
            (_("Varför"), words.get("reason", "")),
            (_("Varför det inte kan vänta"), words.get("cannot_wait", "")),
            (_("Varför det är det minsta som behövs"), words.get("not_intrusive", "")),
            (_("Beslut"), words.get("decision_reference", "")),
            (_("Dag"), _day(words)),
            (_("Insats"), label(MATTERS, words["measure"]) if words.get("measure") else ""),
            (_("Lagrum"), words.get("provision", "")),
        ]
        yield Departure(
            title=f"{names.get(consenter, '')}: {label(STAND_INS, words['kind'])}",
            facts=tuple((term, text) for term, text in facts if text),
            ref=words.get("ref", ""),
        )


def _replaced(line: ConsentLine, names: Mapping[int, str]) -> Iterator[Departure]:
    for consenter, words in line.exceptions.replaced.items():
        yield Departure(
            title=f"{names.get(consenter, '')}: {label(STAND_INS, 'replaced')}",
            facts=(
                (_("Ställföreträdare"), words.get("substitute", "")),
                (_("Beslut"), words.get("source", "")),
            ),
        )


def _day(words: Mapping[str, str]) -> str:
    return day_in_words(date.fromisoformat(words["on"])) if words.get("on") else ""
