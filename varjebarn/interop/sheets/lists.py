"""Which lists can be fetched, with their columns. Always in Swedish; ids are the pages' own."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from varjebarn.interop.oparl.write import LEVELS, OUTCOMES, SEATS
from varjebarn.interop.sheets.write import Cell, as_csv
from varjebarn.steering import queries

Row = Sequence[Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A list: its columns, and its rows as they stand on a day, with addresses under a site."""

    columns: tuple[str, ...]
    rows: Callable[[str, date], Iterable[Row]]


def sheet(name: str, *, site: str, on: date) -> bytes:
    """Write one list. Raises KeyError for a name that isn't in SHEETS."""
    found = SHEETS[name]
    return as_csv(found.columns, found.rows(site, on))


def _decisions(site: str, _on: date) -> Iterator[Row]:
    for one in queries.all_decisions():
        model, version = one.model or ("", "")
        yield (
            one.body, one.number, one.wording, one.decided_on, one.responsible, one.due,
            "öppet" if one.is_open else "uppföljt", model, version,
            site + reverse("county:decision", args=[one.id]),
        )  # fmt: skip


def _meetings(site: str, _on: date) -> Iterator[Row]:
    for one in queries.all_meetings():
        state = "inställt" if one.is_cancelled else "genomfört" if one.is_held else "planerat"
        yield (
            one.body, one.day, one.starts, one.ends, one.place, one.is_digital, state,
            one.present, one.absent, one.items, one.postponed, one.decisions,
            site + reverse("county:meeting", args=[one.id]),
        )  # fmt: skip


def _agreements(site: str, on: date) -> Iterator[Row]:
    for page in queries.all_agreements(on=on):
        line = page.line
        yield (
            line.title, ", ".join(page.parties), line.valid_from, line.last_day,
            on <= line.last_day, line.revise_by, line.is_extended, "; ".join(line.contradicts),
            site + reverse("county:agreement", args=[line.id]),
        )  # fmt: skip


def _report_backs(site: str, _on: date) -> Iterator[Row]:
    """Give a row for each organisation asked; without text for who is silent."""
    for one in queries.all_answers():
        yield (
            one.question, one.body, one.asked_on, one.due, one.organisation, one.answered_at,
            one.text, site + reverse("county:report_back", args=[one.id]),
        )  # fmt: skip


def _members(site: str, on: date) -> Iterator[Row]:
    for one in queries.all_members(on=on):
        yield (
            one.body, LEVELS.get(one.level, one.level), one.name, one.title, one.organisation,
            SEATS.get(one.seat, one.seat), one.substitutes_for, one.since,
            site + reverse("county:body", args=[one.body_id]),
        )  # fmt: skip


def _items(site: str, _on: date) -> Iterator[Row]:
    for one in queries.all_items():
        yield (
            one.body, one.day, one.order, one.title, OUTCOMES.get(one.outcome, "väntar"), one.note,
            one.waits_since, site + reverse("county:meeting", args=[one.meeting]),
        )  # fmt: skip


SHEETS: Mapping[str, Sheet] = {
    "beslut": Sheet(
        columns=(
            "Grupp", "Nummer", "Beslut", "Beslutat", "Ansvarig", "Klart senast", "Läge", "Modell",
            "Modellversion", "Sida",
        ),
        rows=_decisions,
    ),
    "moten": Sheet(
        columns=(
            "Grupp", "Dag", "Börjar", "Slutar", "Plats", "Digitalt", "Läge", "Närvarande",
            "Frånvarande", "Punkter", "Uppskjutna punkter", "Beslut", "Sida",
        ),
        rows=_meetings,
    ),
    "punkter": Sheet(
        columns=(
            "Grupp", "Dag", "Nummer", "Rubrik", "Utfall", "Anteckning", "Väntat sedan", "Sida",
        ),
        rows=_items,
    ),
    "overenskommelser": Sheet(
        columns=(
            "Överenskommelse", "Parter", "Gäller från", "Gäller till och med", "Gäller i dag",
            "Ses över senast", "Förlängd", "Motsägelse", "Sida",
        ),
        rows=_agreements,
    ),
    "aterrapporter": Sheet(
        columns=(
            "Fråga", "Grupp", "Ställd", "Svar senast", "Organisation", "Svarade", "Svar", "Sida",
        ),
        rows=_report_backs,
    ),
    "ledamoter": Sheet(
        columns=(
            "Grupp", "Nivå", "Namn", "Titel", "Organisation", "Plats i gruppen", "Ersätter",
            "Sedan", "Sida",
        ),
        rows=_members,
    ),
}  # fmt: skip
