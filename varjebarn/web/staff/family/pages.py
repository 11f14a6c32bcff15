"""Guardians and parents in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from django.utils import timezone

from varjebarn.kernel.periods import FOREVER


class Guardian(Protocol):
    """What the page asks of a guardian."""

    public_id: UUID
    name: str
    relation: str
    custody: bool
    source: str
    view_agreed: bool
    valid_from: datetime
    valid_to: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardianRow:
    """One guardian or parent."""

    guardian: UUID
    name: str
    relation: str
    custody: bool
    source: str
    view_agreed: bool
    since: date
    last_day: date | None


def rows(guardians: Iterable[Guardian]) -> tuple[GuardianRow, ...]:
    """Give those who stand on the file now."""
    return tuple(
        GuardianRow(
            guardian=one.public_id,
            name=one.name,
            relation=one.relation,
            custody=one.custody,
            source=one.source,
            view_agreed=one.view_agreed,
            since=timezone.localdate(one.valid_from),
            last_day=_last_day(one.valid_to),
        )
        for one in guardians
    )


def _last_day(end: datetime) -> date | None:
    """Give the last whole day, or none when no end is set."""
    return None if end >= FOREVER else timezone.localdate(end - timedelta(seconds=1))
