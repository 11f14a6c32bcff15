"""How the recipients will see it: the frozen content on the recipient's page, marked as a preview."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from varjebarn.disclosure.documents import Document
from varjebarn.plan.queries import RecipientKind, Shown
from varjebarn.web.staff.inbox.pages import Content
from varjebarn.web.staff.plan.recipients import recipient_name
from varjebarn.web.staff.sharing.preview import preview

STEP, SHOW = "steg", "visa"
"""The field and value of the button that shows what would be sent, and sends nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewCard:
    """One content, and everybody who would get exactly that."""

    names: tuple[str, ...]
    content: Content


def cards(shown: Iterable[Shown], language: str) -> tuple[PreviewCard, ...]:
    """Give each content once, with everybody who would get exactly that, in the order of the list."""
    names: dict[bytes, list[str]] = {}
    documents: dict[bytes, tuple[Document, UUID | None]] = {}
    for one in shown:
        key = one.document.hash()
        names.setdefault(key, []).append(recipient_name(one.line))
        unit = one.line.ref if one.line.kind is RecipientKind.UNIT else None
        documents.setdefault(key, (one.document, unit))
    return tuple(
        PreviewCard(
            names=tuple(names[key]),
            content=replace(preview(document, language, unit), name=f"sa-ser-de-{number}"),
        )
        for number, (key, (document, unit)) in enumerate(documents.items(), start=1)
    )
