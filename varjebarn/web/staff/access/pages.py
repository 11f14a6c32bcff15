"""Who works with a child, in words: as what, why, from when and until when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from varjebarn.kernel.actors import Actor, Duty
from varjebarn.kernel.periods import FOREVER
from varjebarn.organisations.queries import StaffLine
from varjebarn.people.queries import Around, AroundLine, LeaveLine, NumberLine
from varjebarn.web.shared.days import day_in_words
from varjebarn.web.staff.labels import ROLES, SYSTEMS, label, own_reason

PASSING = frozenset({"intake", "break_glass"})
WORKS = frozenset(
    {Duty.PROFESSIONAL.value, Duty.CONTACT.value, Duty.MANAGER.value, Duty.INTAKE.value}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundRow:
    """One involvement of somebody's."""

    involvement: UUID
    person: UUID
    name: str
    role: str
    reason: str
    period: str
    last_day: date | None
    is_me: bool
    is_coming: bool
    is_last: bool
    may_prolong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundPage:
    """A child by name, and who works with it. `opens` is whether the head is one of them."""

    child: UUID
    name: str
    born: date
    rows: tuple[AroundRow, ...]
    opens: bool


def around_page(actor: Actor, found: Around, *, now: datetime) -> AroundPage:
    """Put the page together."""
    return AroundPage(
        child=found.file,
        name=found.name,
        born=found.born,
        rows=tuple(_row(actor, line, found.people, now) for line in found.people),
        opens=any(line.person == actor.person and line.since <= now for line in found.people),
    )


def colleagues(actor: Actor, staff: Sequence[StaffLine]) -> list[tuple[str, str]]:
    """Give the unit's people who work with children, the acting person aside."""
    found = {
        line.person: f"{line.name}, {line.title}"
        for line in staff
        if line.person != actor.person and WORKS & set(line.duties)
    }
    return [(str(person), name) for person, name in found.items()]


def everybody(staff: Sequence[StaffLine]) -> list[tuple[str, str]]:
    """Give the unit's people who work with children."""
    found = {
        line.person: f"{line.name}, {line.title}" for line in staff if WORKS & set(line.duties)
    }
    return [(str(person), name) for person, name in found.items()]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveRow:
    """A colleague who is away, and who stands in."""

    leave: UUID
    name: str
    substitute: str
    period: str
    is_coming: bool


def leave_rows(lines: Sequence[LeaveLine], *, now: datetime) -> tuple[LeaveRow, ...]:
    """Put the leaves into words."""
    return tuple(
        LeaveRow(
            leave=line.leave,
            name=line.name,
            substitute=line.substitute,
            period=period(line.since, line.until),
            is_coming=line.since > now,
        )
        for line in lines
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """One of a child's numbers; masked, unless it has just been asked for."""

    place: int
    system: str
    shown: str
    may_show: bool
    since: date
    ended: date | None


def number_rows(lines: Sequence[NumberLine], shown: Mapping[int, str]) -> tuple[NumberRow, ...]:
    """Put the numbers into words; those in `shown` stand as they are."""
    return tuple(
        NumberRow(
            place=line.place,
            system=label(SYSTEMS, line.system),
            shown=shown.get(line.place, line.shown),
            may_show=line.is_masked and line.place not in shown,
            since=timezone.localdate(line.registered),
            ended=timezone.localdate(line.ended) if line.ended else None,
        )
        for line in lines
    )


def period(since: datetime, until: datetime) -> str:
    """Say from which day, and to which last day if there is one."""
    start = day_in_words(timezone.localdate(since))
    last = last_day(until)
    if last is None:
        return _("från %(day)s, tills vidare") % {"day": start}
    return _("från %(day)s till och med %(last)s") % {"day": start, "last": day_in_words(last)}


def last_day(until: datetime) -> date | None:
    """Give the last day, or none where no end is set."""
    return None if until >= FOREVER else timezone.localdate(until - timedelta(microseconds=1))


def _row(
    actor: Actor, line: AroundLine, everybody: Sequence[AroundLine], now: datetime
) -> AroundRow:
    staying = [one for one in everybody if one.role not in PASSING and one.since <= now]
    return AroundRow(
        involvement=line.involvement,
        person=line.person,
        name=line.name,
        role=label(ROLES, line.role),
        reason=own_reason(line.reason),
        period=period(line.since, line.until),
        last_day=last_day(line.until),
        is_me=line.person == actor.person,
        is_coming=line.since > now,
        is_last=line in staying and len(staying) == 1,
        may_prolong=line.role not in PASSING
        and line.person != actor.person
        and line.until < FOREVER,
    )
