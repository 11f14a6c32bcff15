"""Consents as they stand: whether each holds for each unit, and what each person has answered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone

from varjebarn.database.lists import rows_of
from varjebarn.disclosure.models import (
    AnswerNote,
    Consent,
    Consenter,
    ConsentEvent,
    ConsentScope,
)
from varjebarn.disclosure.parts import PLAN_PARTS
from varjebarn.disclosure.queries.exceptions import (
    NOTHING,
    Exceptions,
    NoteLine,
    exceptions,
    note_of,
)
from varjebarn.disclosure.queries.judging import why_not
from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.standing import STOCKHOLM
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile

PLAN = frozenset(part.value for part in PLAN_PARTS)
Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """What one person last said about one unit. `what` is `asked` until there is an answer.

    `note` says how an answer by other means was given; only the unit that asked knows it.
    """

    consenter_id: int
    name: str
    capacity: str
    what: str
    how: str
    at: datetime | None
    note: NoteLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """How a consent stands for one unit: what it may be given, whether it holds, or why not."""

    unit_id: int
    unit: UUID
    unit_name: str
    organisation_name: str
    organisation_kind: str
    area: str
    is_own: bool
    parts: frozenset[str]
    consent: Consent
    holds: bool = False
    why_not: Reason | None
    answers: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentLine:
    """One consent of a child's file, with every unit of its circle."""

    consent: Consent
    units: tuple[Covered, ...]
    exceptions: Exceptions = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class MyConsent:
    """What a family member has been asked and has answered, for one unit.

    `holds`: whether the unit may be told now; why not is never told, for it would say what others say.
    """

    ref: UUID
    from_unit: UUID
    from_unit_name: str
    child_ref: UUID
    unit: UUID
    unit_name: str
    parts: tuple[str, ...]
    purpose: str
    valid_to: date
    what: str
    at: datetime | None
    how: str
    holds: bool = False


def consents(actor: Actor, child: ChildFile) -> list[ConsentLine]:
    """List a file's consents, the newest first, each with its circle and answers. Two statements."""
    today = timezone.localdate()
    rows = list(_with_rows(actor, child))
    known = exceptions(child) if rows else {}
    return [
        ConsentLine(
            consent=row,
            units=tuple(
                _covered(actor, child, row, scope, known.get(row.pk, NOTHING), today)
                for scope in row.scopes
            ),
            exceptions=known.get(row.pk, NOTHING),
        )
        for row in rows
    ]


def coverage(actor: Actor, child: ChildFile, *, purpose: str | None = None) -> list[Covered]:
    """Say for each unit how the newest consent that names it stands, own unit first.

    A consent that covers no part of a plan (may we tell them what was noticed?) is not looked at.
    """
    newest: dict[int, Covered] = {}
    for line in consents(actor, child):
        if purpose is not None and line.consent.purpose != purpose:
            continue
        if not any(unit.parts & PLAN for unit in line.units):
            continue
        for unit in line.units:
            newest.setdefault(unit.unit_id, unit)
    return sorted(newest.values(), key=lambda unit: (not unit.is_own, unit.unit_id))


def _with_rows(actor: Actor, child: ChildFile) -> Iterable[Any]:
    """Read the consents with their rows as lists of JSON: `scopes`, `consenters` and `events`."""
    return (
        Consent.objects.filter(unit_id=actor.unit_id, child_file=child)
        .annotate(
            scopes=rows_of(
                ConsentScope,
                "consent_id",
                unit_id="to_unit_id",
                unit="to_unit__public_id",
                unit_name="to_unit__name",
                organisation_name="to_unit__organisation__name",
                organisation_kind="to_unit__organisation__kind",
                area="to_unit__area",
                parts="parts",
            ),
            consenters=rows_of(Consenter, "consent_id", pk="pk", name="name", capacity="capacity"),
            events=rows_of(
                ConsentEvent,
                "consent_id",
                unit_id="to_unit_id",
                consenter_id="consenter_id",
                what="what",
                how="how",
                at="at",
                pk="pk",
            ),
            notes=rows_of(
                AnswerNote,
                "consent_id",
                event_id="event_id",
                said_on="said_on",
                heard_by="heard_by",
                reference="reference",
                note="note",
                paper="paper__public_id",
            ),
        )
        .order_by("-asked_at", "-pk")
    )


def _covered(
    actor: Actor, child: ChildFile, consent: Any, scope: Line, known: Exceptions, today: date
) -> Covered:
    latest = {
        event["consenter_id"]: event
        for event in consent.events
        if event["unit_id"] == scope["unit_id"]
    }
    notes = {note["event_id"]: note_of(note) for note in consent.notes}
    answers = tuple(
        _answer(person, latest.get(person["pk"]), notes) for person in consent.consenters
    )
    lacks = why_not(child, consent, answers, known, today)
    return Covered(
        unit_id=scope["unit_id"],
        unit=UUID(scope["unit"]),
        unit_name=scope["unit_name"],
        organisation_name=scope["organisation_name"],
        organisation_kind=scope["organisation_kind"],
        area=scope["area"],
        is_own=scope["unit_id"] == actor.unit_id,
        parts=frozenset(scope["parts"]),
        consent=consent,
        holds=lacks is None,
        why_not=lacks,
        answers=answers,
    )


def _answer(person: Line, event: Line | None, notes: Mapping[int, NoteLine]) -> AnswerLine:
    return AnswerLine(
        consenter_id=person["pk"],
        name=person["name"],
        capacity=person["capacity"],
        what=event["what"] if event else "asked",
        how=event["how"] if event else "",
        at=datetime.fromisoformat(event["at"]) if event else None,
        note=notes.get(event["pk"]) if event else None,
    )


def my_consents(actor: Actor) -> list[MyConsent]:
    """List what a family member has been asked, and their own latest answer for each unit."""
    del actor
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vb.my_consents()")
        return [
            MyConsent(
                ref=row[0],
                from_unit=row[1],
                from_unit_name=row[2],
                child_ref=row[3],
                unit=row[4],
                unit_name=row[5],
                parts=tuple(row[6]),
                purpose=row[7],
                valid_to=row[8],
                what=row[9],
                at=row[10],
                how=row[11] or "",
                holds=row[12],
            )
            for row in cursor.fetchall()
        ]


def said_on(actor: Actor, *, consent: int, unit: int, consenter: int, day: date) -> str | None:
    """Say what held at the end of a day: the last answer until then, or None if there was none."""
    end = datetime.combine(day + timedelta(days=1), time.min, tzinfo=STOCKHOLM)
    event = (
        ConsentEvent.objects.filter(
            unit_id=actor.unit_id,
            consent_id=consent,
            to_unit_id=unit,
            consenter_id=consenter,
            at__lt=end,
        )
        .order_by("-at", "-pk")
        .first()
    )
    return event.what if event else None
