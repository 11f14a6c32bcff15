"""Guardians and parents in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from django.utils import timezone

from varjebarn.kernel.periods import FOREVER
from varjebarn.people.queries import ChosenWay
from varjebarn.web.shared.notice_ways import WAYS
from varjebarn.web.staff.labels import LANGUAGES, label
from varjebarn.web.staff.spoken import SWEDISH


class Guardian(Protocol):
    """What the page asks of a guardian."""

    public_id: UUID
    name: str
    relation: str
    custody: bool
    source: str
    view_agreed: bool
    language: str
    interpreter: str
    person_ref: UUID
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
    language: str
    interpreter: str
    hears: str
    hears_by_herself: bool
    since: date
    last_day: date | None


def rows(guardians: Iterable[Guardian], ways: Mapping[UUID, ChosenWay]) -> tuple[GuardianRow, ...]:
    """Give those who stand on the file now, with how each hears that there is something new."""
    return tuple(
        GuardianRow(
            guardian=one.public_id,
            name=one.name,
            relation=one.relation,
            custody=one.custody,
            source=one.source,
            view_agreed=one.view_agreed,
            language=label(LANGUAGES, one.language) if one.language != SWEDISH else "",
            interpreter=one.interpreter,
            hears=str(WAYS[ways[one.person_ref].way]) if one.person_ref in ways else "",
            hears_by_herself=one.person_ref in ways and ways[one.person_ref].by_herself,
            since=timezone.localdate(one.valid_from),
            last_day=_last_day(one.valid_to),
        )
        for one in guardians
    )


def _last_day(end: datetime) -> date | None:
    """Give the last whole day, or none when no end is set."""
    return None if end >= FOREVER else timezone.localdate(end - timedelta(seconds=1))
