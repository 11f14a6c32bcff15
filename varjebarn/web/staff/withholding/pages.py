"""What is kept, in words: from whom, why, and when it is looked at again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from varjebarn.disclosure.queries import WithheldLine
from varjebarn.disclosure.withholding import Reach, Why
from varjebarn.web.staff.withholding.forms import WHYS


@dataclass(frozen=True, slots=True, kw_only=True)
class WithheldRow:
    """One decision."""

    withholding: UUID
    what: str
    whom: str
    why: str
    reason: str
    review_on: date
    is_due: bool
    decided_by: str
    decided_at: datetime
    lifted_at: datetime | None
    lift_reason: str


def rows(lines: Iterable[WithheldLine], *, on: date) -> list[WithheldRow]:
    """Put the decisions into words, in their order."""
    return [
        WithheldRow(
            withholding=line.withholding,
            what=line.label,
            whom=whom(line.reach, line.names),
            why=str(WHYS[Why(line.why)]),
            reason=line.reason,
            review_on=line.review_on,
            is_due=line.review_on <= on,
            decided_by=line.decided_by,
            decided_at=line.decided_at,
            lifted_at=line.lifted_at,
            lift_reason=line.lift_reason,
        )
        for line in lines
    ]


def whom(reach: str, names: tuple[str, ...]) -> str:
    """Say from whom."""
    if reach == Reach.ALL_BUT_CHILD:
        return _("alla utom barnet")
    if reach == Reach.GUARDIANS:
        return _("alla vårdnadshavare")
    return ", ".join(names) or _("någon som inte längre står i akten")
