"""Consents of one's own asking that are about to end, and young people who are to be asked anew."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from varjebarn.disclosure.models import Consent, ConsentEvent
from varjebarn.disclosure.policy import default_policy
from varjebarn.disclosure.standing import A_MONTH, STOCKHOLM, Reminder, reminder
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.ages import birthday
from varjebarn.people.models import Involvement, InvolvementRole
from varjebarn.people.values import Protection

MOST = 20
A_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingLine:
    """One consent that ends, or ended on the 18th birthday (`reminder` is then empty)."""

    child: UUID
    child_name: str
    consent: UUID
    purpose: str
    last_day: date
    reminder: Reminder | None


def ending(actor: Actor, *, on: date, most: int = MOST) -> list[EndingLine]:
    """List what the acting person has asked and somebody has said yes to, that ends within a month.

    One that has been asked anew for the same purpose is left out, and so is a protected child, who
    stands in no list (R19). One statement.
    """
    rows = (
        Consent.objects.filter(
            unit_id=actor.unit_id,
            is_origin=True,
            asked_by=actor.person,
            valid_to__gt=on,
            valid_to__lte=on + timedelta(days=A_MONTH + 1),
            child_file__protection=Protection.NONE,
        )
        .filter(Exists(_yes()), ~Exists(_newer().filter(purpose=OuterRef("purpose"))))
        .select_related("child_file")
        .order_by("valid_to", "pk")[:most]
    )
    return [_line(row, on) for row in rows]


def to_ask_anew(actor: Actor, *, on: date, most: int = MOST) -> list[EndingLine]:
    """List who has turned 18 and was last asked before, for the asker and for the plan's lead.

    Everything that guardians had said yes to has ended: the young person is asked anew (R13). It
    stands here for a year, or until the question has been put. One statement.
    """
    years = default_policy().guardian_view_ends_at
    now = timezone.now()
    leads = Involvement.objects.filter(
        unit_id=actor.unit_id,
        child_file_id=OuterRef("child_file_id"),
        person_id=actor.person_id,
        role=InvolvementRole.LEAD,
        valid_from__lte=now,
        valid_to__gt=now,
    )
    rows = (
        Consent.objects.filter(
            unit_id=actor.unit_id,
            is_origin=True,
            valid_to__lte=on,
            valid_to__gt=on - A_YEAR,
            child_file__born__lte=birthday(on, -years),
            child_file__protection=Protection.NONE,
        )
        .filter(Q(asked_by=actor.person) | Exists(leads))
        .filter(Exists(_yes()), ~Exists(_newer()))
        .select_related("child_file")
        .order_by("valid_to", "pk")[:most]
    )
    return [
        _line(row, on)
        for row in rows
        if row.asked_at.astimezone(STOCKHOLM).date()
        < birthday(row.child_file.born, years)
        <= row.valid_to
    ]


def _yes() -> QuerySet[Any]:
    return ConsentEvent.objects.filter(
        unit_id=OuterRef("unit_id"), consent_id=OuterRef("pk"), what="given"
    )


def _newer() -> QuerySet[Any]:
    return Consent.objects.filter(
        unit_id=OuterRef("unit_id"),
        child_file_id=OuterRef("child_file_id"),
        is_origin=True,
        asked_at__gt=OuterRef("asked_at"),
    )


def _line(row: Consent, on: date) -> EndingLine:
    return EndingLine(
        child=row.child_file.public_id,
        child_name=str(row.child_file),
        consent=row.ref,
        purpose=row.purpose,
        last_day=row.valid_to - timedelta(days=1),
        reminder=reminder(row.valid_to, on=on),
    )
