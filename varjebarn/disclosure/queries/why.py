"""Why what was sent to the acting unit is here: the chain, read from the unit's own rows alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from varjebarn.disclosure.documents import body_of
from varjebarn.disclosure.models import Delivery
from varjebarn.disclosure.queries.consents import AnswerLine, ConsentLine, Covered, consents
from varjebarn.disclosure.queries.copies import deliveries
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentBasis:
    """The consent that a copy rests on, as this unit's own copy of it stands.

    `until` is the first day on which it no longer holds. `ended`: when a yes was taken back.
    """

    purpose: str
    parts: frozenset[str]
    asked_at: datetime
    until: date
    answers: tuple[AnswerLine, ...]
    holds: bool
    ended: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """One copy: from whom, on which ground, decided by whom, with which parts, on which consent."""

    delivery: UUID
    content_kind: str
    version: int | None
    parts: tuple[str, ...]
    from_unit_name: str
    from_organisation_name: str
    ground: str
    decided_by: str
    arrived: datetime
    state: str
    consent: ConsentBasis | None


def chain(actor: Actor, child: ChildFile) -> list[Basis]:
    """Give the chain of every copy on a file, the newest first.

    Six statements, however many copies. Nothing is asked of the sender: it holds when the sender's
    rows are gone.
    """
    held = consents(actor, child)
    return [_basis(copy, held) for copy in deliveries(actor, child)]


def _basis(copy: Delivery, held: Sequence[ConsentLine]) -> Basis:
    return Basis(
        delivery=copy.public_id,
        content_kind=copy.content_kind,
        version=copy.version,
        parts=tuple(body_of(copy.content)["parts"]),
        from_unit_name=copy.from_unit_name,
        from_organisation_name=copy.from_organisation_name,
        ground=copy.ground,
        decided_by=copy.decided_by_name,
        arrived=copy.arrived,
        state=copy.state,
        consent=_consent(copy, held),
    )


def _consent(copy: Delivery, held: Sequence[ConsentLine]) -> ConsentBasis | None:
    """Find this unit's own line of the consent that a copy names."""
    line = next((one for one in held if one.consent.ref == copy.consent_ref), None)
    own = _own(line)
    if line is None or own is None:
        return None
    return ConsentBasis(
        purpose=line.consent.purpose,
        parts=own.parts,
        asked_at=line.consent.asked_at,
        until=line.consent.valid_to,
        answers=own.answers,
        holds=own.holds,
        ended=copy.consent_ended,
    )


def _own(line: ConsentLine | None) -> Covered | None:
    return None if line is None else next((unit for unit in line.units if unit.is_own), None)
