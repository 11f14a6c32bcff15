"""What has been passed on from this unit: who got which content, when and on what; and what was not."""

from dataclasses import dataclass
from datetime import datetime

from varjebarn.disclosure.grounds import catalogue
from varjebarn.disclosure.queries import NotSharedLine, SentLine
from varjebarn.web.staff.labels import CONTENT_KINDS, PARTS, label
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


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSharedRow:
    """Something that was not shared, and why."""

    what: str
    recipient: str
    reason: str
    decided_by: str
    decided_at: datetime


def sent_row(line: SentLine, language: str) -> SentRow:
    """Put a disclosure into words."""
    return SentRow(
        what=label(CONTENT_KINDS, line.content_kind),
        version=line.version,
        parts=tuple(label(PARTS, part) for part in line.parts) if line.version else (),
        recipients=tuple(name for name, _provision in line.recipients),
        provision=provision_in_words(catalogue().grounds[line.ground].provision, language),
        decided_by=line.decided_by,
        decided_at=line.decided_at,
    )


def not_shared_row(line: NotSharedLine) -> NotSharedRow:
    """Put a decision not to share into words."""
    return NotSharedRow(
        what=label(CONTENT_KINDS, line.content_kind),
        recipient=line.recipient,
        reason=line.reason,
        decided_by=line.decided_by,
        decided_at=line.decided_at,
    )
