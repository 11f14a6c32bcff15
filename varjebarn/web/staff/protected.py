"""What protects a disclosure at its recipient, in words, with the mark that the page sends back (R51)."""

from dataclasses import dataclass

from varjebarn.disclosure.protection import Protected
from varjebarn.web.staff.provisions import provision_in_words

FIELD = "skydd"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectedRow:
    """The words, and the mark."""

    words: str
    mark: str


def protected_row(protected: Protected, language: str) -> ProtectedRow:
    """Put it into words."""
    provision = provision_in_words(protected.provision, language)
    title = protected.title.label(language)
    named = f"{title} ({provision})" if provision else title
    return ProtectedRow(words=f"{named}. {protected.words.label(language)}", mark=protected.mark)
