"""A document that has not been sent, as the page of its recipient will show it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from varjebarn.disclosure.documents import Document, body_of
from varjebarn.disclosure.letters import LETTERS, letter
from varjebarn.plan.queries import received_document, received_invitation
from varjebarn.practice.queries import open_model
from varjebarn.web.staff.inbox.pages import Content, contribution
from varjebarn.web.staff.model import county_model
from varjebarn.web.staff.plan.document import document_page
from varjebarn.web.staff.wheel import segments
from varjebarn.wellbeing.queries import signal_letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """The copy that a document would become."""

    content_kind: str
    content: str


def preview(document: Document, language: str, unit: UUID | None) -> Content:
    """Read the frozen text back, by its kind, and show that: never the rows behind it."""
    copy: Any = Frozen(content_kind=document.kind, content=document.text())
    if document.kind in LETTERS:
        return Content(note=letter(document.kind, body_of(copy.content)))
    if document.kind == "signal":
        return _signal(copy, language)
    if document.kind == "invitation":
        return Content(invitation=received_invitation(copy))
    if document.kind == "contribution":
        return contribution(copy, county_model(), language)
    plan = received_document(copy)
    model = open_model(plan.model_id, plan.model_version)
    return Content(plan=document_page(plan, model=model, language=language, unit=unit))


def _signal(copy: Any, language: str) -> Content:
    read, model = signal_letter(body_of(copy.content), language), county_model()
    return Content(
        letter=read,
        segments=segments(read.wheel_notes, model, language) if read.wheel_notes else (),
        wheel_title=model.wheel.label(language),
    )
