"""The chain in words that a lawyer can follow: what lets one in, and what each copy rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from varjebarn.disclosure.grounds import catalogue, protection_at
from varjebarn.disclosure.queries import Basis, ConsentBasis
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.periods import FOREVER
from varjebarn.people.queries import WayIn
from varjebarn.web.staff.labels import (
    ANSWERS,
    CAPACITIES,
    CONTENT_KINDS,
    PARTS,
    ROLES,
    label,
    own_reason,
)
from varjebarn.web.staff.provisions import provision_in_words


class File(Protocol):
    """What the page asks of a child's file."""

    opened: datetime
    filed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WayRow:
    """One thing that lets the reader in."""

    role: str
    reason: str
    made_by: str
    is_own: bool
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRow:
    """A consent in words. `last_day` is the last day on which it holds."""

    purpose: str
    parts: tuple[str, ...]
    asked_at: datetime
    last_day: date
    answers: tuple[str, ...]
    holds: bool
    ended: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """One copy, and what it rests on."""

    delivery: UUID
    what: str
    version: int | None
    parts: tuple[str, ...]
    sender: str
    ground: str
    provision: str
    decided_by: str
    arrived: datetime
    is_declined: bool
    consent: ConsentRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPage:
    """The unit's own file, what lets the reader in, and the copies."""

    unit: str
    opened: datetime
    is_own_file: bool
    protected_title: str
    protected_provision: str
    ways: tuple[WayRow, ...]
    copies: tuple[CopyRow, ...]


def why_page(
    actor: Actor, file: File, *, ways: Sequence[WayIn], chain: Sequence[Basis], language: str
) -> WhyPage:
    """Put the chain into words."""
    protection = protection_at(actor.area)
    return WhyPage(
        unit=f"{actor.unit_name}, {actor.organisation_name}",
        opened=file.opened,
        is_own_file=file.filed,
        protected_title=protection.title.label(language),
        protected_provision=provision_in_words(protection.provision, language),
        ways=tuple(map(_way, ways)),
        copies=tuple(_copy(basis, language) for basis in chain),
    )


def _way(way: WayIn) -> WayRow:
    return WayRow(
        role=label(ROLES, way.role),
        reason=own_reason(way.reason),
        made_by=way.made_by,
        is_own=way.is_own,
        since=way.since,
        until=None if way.until.year == FOREVER.year else way.until,
    )


def _copy(basis: Basis, language: str) -> CopyRow:
    ground = catalogue().grounds.get(basis.ground)
    return CopyRow(
        delivery=basis.delivery,
        what=label(CONTENT_KINDS, basis.content_kind),
        version=basis.version,
        parts=tuple(label(PARTS, part) for part in PARTS if part in basis.parts),
        sender=f"{basis.from_unit_name}, {basis.from_organisation_name}",
        ground=ground.title.label(language) if ground else basis.ground,
        provision=provision_in_words(ground.provision, language) if ground else "",
        decided_by=basis.decided_by,
        arrived=basis.arrived,
        is_declined=basis.state == "declined",
        consent=None if basis.consent is None else _consent(basis.consent),
    )


def _consent(consent: ConsentBasis) -> ConsentRow:
    return ConsentRow(
        purpose=consent.purpose,
        parts=tuple(label(PARTS, part) for part in PARTS if part in consent.parts),
        asked_at=consent.asked_at,
        last_day=consent.until - timedelta(days=1),
        answers=tuple(
            f"{answer.name} ({label(CAPACITIES, answer.capacity)}): "
            f"{label(ANSWERS, answer.what).lower()}"
            for answer in consent.answers
        ),
        holds=consent.holds and consent.ended is None,
        ended=consent.ended,
    )
