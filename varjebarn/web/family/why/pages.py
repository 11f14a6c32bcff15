"""The chain behind each copy in words that a child understands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.disclosure.documents import body_of
from varjebarn.kernel.periods import FOREVER
from varjebarn.web.family.labels import parts_in_words, unit_in_words

KINDS: dict[str, Promise] = {
    "plan_version": gettext_lazy("Planen"),
    "contribution": gettext_lazy("Något som har lagts till i planen"),
    "consent_request": gettext_lazy("En fråga om vilka som får dela med varandra"),
    "question": gettext_lazy("Frågor till dig"),
    "note": gettext_lazy("Ett meddelande"),
    "told": gettext_lazy("Ett besked om vad som har delats"),
    "objection_answer": gettext_lazy("Ett svar på det du sa inte stämmer"),
}
CHILD = "child"


class Copy(Protocol):
    """The columns of a copy that the page reads."""

    public_id: UUID
    content_kind: str
    content: str
    version: int | None
    child_ref: UUID
    capacity: str
    from_unit_id: int
    from_unit_name: str
    from_organisation_name: str
    decided_by_name: str
    arrived: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """One copy: what it is, from where, by whose decision, and the last day it can be read, if any."""

    ref: UUID
    what: str
    version: int | None
    sender: str
    decided_by: str
    arrived: datetime
    parts: tuple[str, ...]
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPage:
    """The copies, and whether the reader is the child."""

    is_child: bool
    copies: tuple[CopyRow, ...]


def why_page(copies: Sequence[Copy], access: Mapping[tuple[int, UUID], datetime]) -> WhyPage:
    """Put every copy in words. `access` says until when each unit's copies are open to the reader."""
    return WhyPage(
        is_child=any(copy.capacity == CHILD for copy in copies),
        copies=tuple(_row(copy, access) for copy in copies),
    )


def _row(copy: Copy, access: Mapping[tuple[int, UUID], datetime]) -> CopyRow:
    closes = min(copy.until, access.get((copy.from_unit_id, copy.child_ref), copy.until))
    return CopyRow(
        ref=copy.public_id,
        what=str(KINDS.get(copy.content_kind, _("Något som har skickats till dig"))),
        version=copy.version,
        sender=unit_in_words(copy.from_unit_name, copy.from_organisation_name),
        decided_by=copy.decided_by_name,
        arrived=copy.arrived,
        parts=parts_in_words(body_of(copy.content)["parts"], is_child=copy.capacity == CHILD),
        last_day=_last_day(closes),
    )


def _last_day(closes: datetime) -> date | None:
    """Give the last whole day before a moment; none when it never closes."""
    if closes.year == FOREVER.year:
        return None
    return timezone.localtime(closes - timedelta(seconds=1)).date()
