"""A letter in words."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from varjebarn.disclosure.letters import TOLD
from varjebarn.disclosure.letters import letter as read_letter
from varjebarn.web.family.given import Given


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterPage:
    """One letter: what it is, from whom, and its words as they were written."""

    ref: UUID
    heading: str
    sender: str
    words: str
    arrived: datetime
    is_new: bool


def letter_page(copy: Given) -> LetterPage:
    """Put a letter into words."""
    letter = read_letter(copy.kind, copy.body)
    return LetterPage(
        ref=copy.ref,
        heading=heading(copy),
        sender=", ".join(
            filter(None, (letter.author, letter.title, letter.unit_name, letter.organisation_name))
        ),
        words=letter.words,
        arrived=copy.arrived,
        is_new=not copy.is_opened,
    )


def heading(copy: Given) -> str:
    """Say what a letter is."""
    if copy.kind == TOLD:
        return (
            _("Någon har fått veta något om dig")
            if copy.is_child
            else _("Något har delats om %(child)s") % {"child": copy.called}
        )
    return (
        _("Ett meddelande till dig")
        if copy.is_child
        else _("Ett meddelande om %(child)s") % {"child": copy.called}
    )
