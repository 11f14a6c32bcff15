"""What has been passed on from this unit: who got which content, when and on what; and what was not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from varjebarn.disclosure.grounds import catalogue
from varjebarn.disclosure.queries import NotSharedLine, ReceiptLine, SentLine
from varjebarn.web.shared.days import day_in_words
from varjebarn.web.staff.labels import CONTENT_KINDS, PARTS, RECEIPTS, label
from varjebarn.web.staff.provisions import provision_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class SentRow:
    """One disclosure. Source: PDL 3:11, for health care; the same for every unit."""

    what: str
    version: int | None
    parts: tuple[str, ...]
    recipients: tuple[str, ...]
    provision: str
    decided_by: str
    decided_at: datetime
    came_back: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSharedRow:
    """Something that was not shared, and why."""

    what: str
    recipient: str
    reason: str
    decided_by: str
    decided_at: datetime


def sent_row(line: SentLine, language: str, receipts: Sequence[ReceiptLine]) -> SentRow:
    """Put a disclosure into words, with what its recipients have answered."""
    return SentRow(
        what=label(CONTENT_KINDS, line.content_kind),
        version=line.version,
        parts=tuple(label(PARTS, part) for part in line.parts) if line.version else (),
        recipients=tuple(name for name, _provision in line.recipients),
        provision=provision_in_words(catalogue().grounds[line.ground].provision, language),
        decided_by=line.decided_by,
        decided_at=line.decided_at,
        came_back=tuple(_answer(one) for one in receipts if one.disclosure == line.disclosure),
    )


def _answer(receipt: ReceiptLine) -> str:
    """Say what became of a copy: opened, taken in and by whom, or sent back and why."""
    what = label(RECEIPTS, receipt.what)
    who = ", ".join(filter(None, (receipt.by, receipt.contact_name)))
    why = f". {receipt.reason}" if receipt.reason else ""
    return f"{what}: {who}, {day_in_words(receipt.at)}{why}"


def not_shared_row(line: NotSharedLine) -> NotSharedRow:
    """Put a decision not to share into words."""
    return NotSharedRow(
        what=label(CONTENT_KINDS, line.content_kind),
        recipient=line.recipient,
        reason=line.reason,
        decided_by=line.decided_by,
        decided_at=line.decided_at,
    )
