"""Who gets which parts, who does not and why: in words, shown before anything is sent."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from varjebarn.disclosure.grounds import protection_at
from varjebarn.plan.queries import RecipientKind, RecipientLine
from varjebarn.plan.reasons import Reason
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.staff.labels import GROUNDS, PARTS, label
from varjebarn.web.staff.model import language
from varjebarn.web.staff.provisions import provision_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientRow:
    """One line of the list."""

    name: str
    is_recipient: bool
    ground: str
    parts: tuple[str, ...]
    why_not: str
    protected: str
    left_out: int
    without_places: bool
    shown_at: str = ""


def recipient_rows(
    lines: Sequence[RecipientLine], *, shown_at: Callable[[UUID], str] | None = None
) -> tuple[RecipientRow, ...]:
    """Put the list into words, in its own order. `shown_at` gives where each copy is shown before."""
    return tuple(
        RecipientRow(
            name=recipient_name(line),
            is_recipient=line.is_recipient,
            ground=label(GROUNDS, line.ground) if line.ground else "",
            parts=tuple(label(PARTS, part) for part in line.parts),
            why_not="" if line.why_not is None else sentence(line.why_not),
            protected=_protected(line.area) if line.is_recipient and line.area else "",
            shown_at=shown_at(line.ref) if shown_at and line.is_recipient and line.ref else "",
            left_out=len(line.left_out.items) if line.is_recipient else 0,
            without_places=line.is_recipient and line.left_out.places,
        )
        for line in lines
    )


def _protected(area: str) -> str:
    """Say which provision protects it at a unit, and how strongly (R51)."""
    there, spoken = protection_at(area), language()
    provision = provision_in_words(there.provision, spoken)
    title = there.title.label(spoken)
    named = f"{title} ({provision})" if provision else title
    return f"{named}. {there.words.label(spoken)}"


def recipient_name(line: RecipientLine) -> str:
    """Name a recipient, and what that is around the child."""
    if line.kind is RecipientKind.CHILD:
        return _("%(name)s, barnet") % {"name": line.name}
    if line.why_not is Reason.NO_CUSTODY:
        return _("%(name)s, förälder") % {"name": line.name}
    if line.kind is RecipientKind.GUARDIAN:
        return _("%(name)s, vårdnadshavare") % {"name": line.name}
    return f"{line.name}, {line.organisation_name}"
