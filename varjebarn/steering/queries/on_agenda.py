"""The documents that a meeting takes up: what it is to decide, and the process plan, which it always does."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from varjebarn.steering.models import AgendaItem, DocumentKind, DocumentVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUp:
    """A document at a meeting; `in_force_from` is empty for what is only proposed."""

    id: UUID
    title: str
    kind: str
    in_force_from: date | None


def documents_at(meeting: UUID, *, on: date) -> tuple[TakenUp, ...]:
    """List the published documents of a meeting's agenda, in one statement: the latest version of each."""
    moved_here = AgendaItem.objects.filter(meeting__public_id=meeting, first__isnull=False)
    always = Q(
        document__kind=DocumentKind.PROCESS_PLAN,
        in_force_from__lte=on,
        body__meeting__public_id=meeting,
    )
    found = (
        DocumentVersion.objects.filter(published_on__isnull=False)
        .filter(
            Q(item__meeting__public_id=meeting) | Q(item__in=moved_here.values("first")) | always
        )
        .select_related("document")
        .order_by("document__title", "number")
    )
    latest = {version.document_id: version for version in found}
    return tuple(
        TakenUp(
            id=one.document.public_id,
            title=one.document.title,
            kind=one.document.kind,
            in_force_from=one.in_force_from,
        )
        for one in latest.values()
    )
