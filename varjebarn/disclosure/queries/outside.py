"""Parts given to associations, as the unit that gave them sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.disclosure.models import OutsideAnswer, OutsidePart
from varjebarn.disclosure.queries.consents import Covered, coverage
from varjebarn.disclosure.rules import CIVIL_SOCIETY
from varjebarn.kernel.actors import Actor
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import row_with_child


class OutsideState(StrEnum):
    """Where it is. Ended is by its last day, or before it by somebody's decision."""

    WAITING = "waiting"
    SENT = "sent"
    OPENED = "opened"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideAnswerLine:
    """An answer: `said_by` said it, `entered_by` wrote it down."""

    words: str
    said_by: str
    said_on: date
    how: str
    entered_by: str
    entered_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideLine:
    """One part that was given."""

    part: UUID
    association: str
    to_name: str
    way: str
    state: OutsideState
    made_at: datetime
    until: datetime
    accepted_by: str
    accepted_at: datetime | None
    answers: tuple[OutsideAnswerLine, ...]


def outside_parts(actor: Actor, child: ChildFile) -> list[OutsideLine]:
    """List what has been given to associations about a child, the newest first. Two statements."""
    rows = list(
        OutsidePart.objects.filter(unit_id=actor.unit_id, child_file=child)
        .select_related("to_unit__organisation")
        .order_by("-made_at", "-pk")
    )
    answers = list(
        OutsideAnswer.objects.filter(unit_id=actor.unit_id, part_id__in=[row.pk for row in rows])
        .select_related("entered_by")
        .order_by("entered_at", "pk")
    )
    return [_line(row, answers) for row in rows]


def open_outside_part(actor: Actor, public_id: UUID) -> OutsidePart:
    """Open one, with its disclosure; the reading is logged. What the policies hide does not exist."""
    parts = OutsidePart.objects.select_related("disclosure", "to_unit__organisation")
    part = row_with_child(actor, parts, public_id=public_id)
    record(actor, "outside.read", child=part.child_file_id, object=part.public_id)
    return part


def covered_associations(actor: Actor, child: ChildFile) -> list[Covered]:
    """List the associations that a consent names, with how it stands for each."""
    return [unit for unit in coverage(actor, child) if unit.area == CIVIL_SOCIETY]


def state_of(part: OutsidePart) -> OutsideState:
    """Say where a part is now."""
    if part.closed_at is not None or part.until <= timezone.now():
        return OutsideState.ENDED
    if part.opened_at is not None:
        return OutsideState.OPENED
    return OutsideState.SENT if part.issued_at is not None else OutsideState.WAITING


def _line(row: OutsidePart, answers: Sequence[OutsideAnswer]) -> OutsideLine:
    return OutsideLine(
        part=row.public_id,
        association=row.to_unit.organisation.name,
        to_name=row.to_name,
        way=row.way,
        state=state_of(row),
        made_at=row.made_at,
        until=row.until,
        accepted_by=row.accepted_by,
        accepted_at=row.accepted_at,
        answers=tuple(
            OutsideAnswerLine(
                words=one.words,
                said_by=one.said_by,
                said_on=one.said_on,
                how=one.how,
                entered_by=str(one.entered_by),
                entered_at=one.entered_at,
            )
            for one in answers
            if one.part_id == row.pk
        ),
    )
