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


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentsDue:
    """What ends within a month, and who has turned 18 and is to be asked anew."""

    ending: tuple[EndingLine, ...] = ()
    anew: tuple[EndingLine, ...] = ()


def consents_due(actor: Actor, *, on: date, most: int = MOST) -> ConsentsDue:
    """List which of the unit's questions are to be put again: they end, or the child has turned 18.

    `ending`: what the acting person has asked and somebody has said yes to, that ends within a
    month. One that has been asked anew for the same purpose is left out.
    `anew`: who has turned 18 and was last asked before, for the asker and for the plan's lead.
    Everything that guardians had said yes to has ended: the young person is asked anew (R13). It
    stands here for a year, or until the question has been put.
    The first to end stands first. A protected child stands in no list (R19). One statement.
    """
    rows = sorted(
        _ending(actor, on)[:most].union(_ended(actor, on)[:most], all=True),
        key=lambda row: (row.valid_to, row.pk),
    )
    years = default_policy().guardian_view_ends_at
    return ConsentsDue(
        ending=tuple(_line(row, on) for row in rows if row.valid_to > on),
        anew=tuple(
            _line(row, on)
            for row in rows
            if row.valid_to <= on
            and row.asked_at.astimezone(STOCKHOLM).date()
            < birthday(row.child_file.born, years)
            <= row.valid_to
        ),
    )


def _ending(actor: Actor, on: date) -> QuerySet[Consent]:
    return _agreed(actor).filter(
        ~Exists(_newer().filter(purpose=OuterRef("purpose"))),
        asked_by=actor.person,
        valid_to__gt=on,
        valid_to__lte=on + timedelta(days=A_MONTH + 1),
    )


def _ended(actor: Actor, on: date) -> QuerySet[Consent]:
    now = timezone.now()
    leads = Involvement.objects.filter(
        unit_id=actor.unit_id,
        child_file_id=OuterRef("child_file_id"),
        person_id=actor.person_id,
        role=InvolvementRole.LEAD,
        valid_from__lte=now,
        valid_to__gt=now,
    )
    return _agreed(actor).filter(
        Q(asked_by=actor.person) | Exists(leads),
        ~Exists(_newer()),
        valid_to__lte=on,
        valid_to__gt=on - A_YEAR,
        child_file__born__lte=birthday(on, -default_policy().guardian_view_ends_at),
    )


def _agreed(actor: Actor) -> QuerySet[Consent]:
    """Find what the unit has asked and somebody has said yes to, the first to end first."""
    return (
        Consent.objects.filter(
            Exists(_yes()),
            unit_id=actor.unit_id,
            is_origin=True,
            child_file__protection=Protection.NONE,
        )
        .select_related("child_file")
        .order_by("valid_to", "pk")
    )


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
