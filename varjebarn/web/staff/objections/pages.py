"""Objections, and what stood there earlier, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.disclosure.queries import ObjectionLine
from varjebarn.people.queries import EarlierLine
from varjebarn.web.shared.days import day_in_words
from varjebarn.web.staff.labels import (
    CAPACITIES,
    CONTENT_KINDS,
    LANGUAGES,
    OBJECTION_OUTCOMES,
    STATUSES,
    label,
)

TABLES: dict[str, Promise] = {
    "people_childfile": gettext_lazy("Barnets uppgifter"),
    "people_guardian": gettext_lazy("Vårdnadshavare"),
    "plan_plan": gettext_lazy("Planen"),
    "plan_need": gettext_lazy("Behov"),
    "plan_action": gettext_lazy("Insats"),
    "plan_teammember": gettext_lazy("Vilka som är med"),
}
COLUMNS: dict[str, Promise] = {
    "given_name": gettext_lazy("Förnamn"),
    "name_used": gettext_lazy("Tilltalsnamn"),
    "family_name": gettext_lazy("Efternamn"),
    "language": gettext_lazy("Språk"),
    "interpreter": gettext_lazy("Tolk"),
    "custody": gettext_lazy("Vårdnad"),
    "view_agreed": gettext_lazy("Överenskommelse om att få läsa"),
    "source": gettext_lazy("Hur vårdnaden är kontrollerad"),
    "why": gettext_lazy("Varför det finns en plan"),
    "follow_up_on": gettext_lazy("Uppföljning"),
    "lead_title": gettext_lazy("Titel på den som håller ihop planen"),
    "nobody_else": gettext_lazy("Ingen annan gör något i planen"),
    "wording": gettext_lazy("Text"),
    "why_no_action": gettext_lazy("Varför ingen insats"),
    "responsible_name": gettext_lazy("Vem som gör det"),
    "due": gettext_lazy("Senast"),
    "status": gettext_lazy("Hur det går"),
    "note": gettext_lazy("Att berätta"),
    "contact_name": gettext_lazy("Kontaktperson"),
    "contact_title": gettext_lazy("Titel"),
    "telephone": gettext_lazy("Telefon"),
}
"""What is shown of a correction. Keys, and what says nothing to a reader, are not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionRow:
    """One objection, as it was written, and its answer."""

    submission: UUID
    about: str
    document: str
    words: str
    whose: str
    arrived: datetime
    stays_here: bool
    outcome: str
    answer: str
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierRow:
    """One correction: what it was in, what stood there, by whom and when it was changed."""

    about: str
    said: tuple[tuple[str, str], ...]
    by: str
    at: datetime


def objection_rows(lines: Iterable[ObjectionLine]) -> list[ObjectionRow]:
    """Put objections into words, in the order they stand."""
    return [objection_row(line) for line in lines]


def objection_row(line: ObjectionLine) -> ObjectionRow:
    """Put one objection into words."""
    answer = line.answer
    kind = label(CONTENT_KINDS, line.kind)
    return ObjectionRow(
        submission=line.submission,
        about=line.about,
        document=_("%(kind)s, version %(version)s") % {"kind": kind, "version": line.version}
        if line.version
        else kind,
        words=line.words,
        whose=f"{line.name}, {label(CAPACITIES, line.capacity)}",
        arrived=line.arrived,
        stays_here=line.stays_here,
        outcome=label(OBJECTION_OUTCOMES, answer.outcome) if answer else "",
        answer=answer.words if answer else "",
        answered_by=answer.by if answer else "",
        answered_at=answer.at if answer else None,
    )


def earlier_rows(lines: Iterable[EarlierLine]) -> list[EarlierRow]:
    """Put corrections into words. One that changed nothing a reader would see is left out."""
    rows = [
        EarlierRow(
            about=str(TABLES.get(line.table, _("Akten"))),
            said=tuple(_said(line.words)),
            by=line.by,
            at=line.at,
        )
        for line in lines
    ]
    return [row for row in rows if row.said]


def _said(words: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    for column, title in COLUMNS.items():
        if column in words:
            yield str(title), _value(column, words[column])


def _value(column: str, value: Any) -> str:
    if value is None or value == "":
        return _("Stod tomt")
    if isinstance(value, bool):
        return _("Ja") if value else _("Nej")
    if column in {"due", "follow_up_on"}:
        return day_in_words(date.fromisoformat(value))
    table = {"status": STATUSES, "language": LANGUAGES}.get(column)
    return label(table, value) if table else str(value)
