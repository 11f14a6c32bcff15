"""Plans that have come to their end, in words: they are still read, and written no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.plan.queries import ClosedPlanLine
from varjebarn.web.staff.labels import OUTCOMES, label


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedRow:
    """One closed plan."""

    plan: UUID
    started: date
    closed: date
    outcome: str


def closed_rows(lines: Iterable[ClosedPlanLine]) -> tuple[ClosedRow, ...]:
    """Put closed plans into words, in the order they came."""
    return tuple(
        ClosedRow(
            plan=line.plan,
            started=line.started_on,
            closed=line.closed_on,
            outcome=label(OUTCOMES, line.outcome),
        )
        for line in lines
    )
