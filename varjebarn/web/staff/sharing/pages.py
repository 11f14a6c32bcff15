"""Sharing in words: what can carry it and what cannot, what the recipient gets and what protects it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from varjebarn.disclosure.catalogue import Told
from varjebarn.disclosure.coach import Option
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.protection import Protected
from varjebarn.disclosure.queries import SharingAdvice
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.staff.inbox.pages import Content
from varjebarn.web.staff.labels import CONTENT_KINDS, label
from varjebarn.web.staff.provisions import provision_in_words
from varjebarn.web.staff.sharing.preview import preview


@dataclass(frozen=True, slots=True, kw_only=True)
class Cannot:
    """A ground that cannot carry it: what it is called, where it stands, why not."""

    title: str
    provision: str
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionsPage:
    """Step two."""

    what: str
    to: str
    has_options: bool
    cannot: tuple[Cannot, ...]
    may_ask_consent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPage:
    """Step three: exactly what leaves, to whom, on what, and what protects it there."""

    what: str
    to: str
    title: str
    plain: str
    provision: str
    protected_title: str
    protected_provision: str
    protected_words: str
    content: Content
    shown: str
    family_knows: str
    is_told: bool


def options_page(found: SharingAdvice, document: Document, to: str, language: str) -> OptionsPage:
    """Say what can carry it; the rest stands below, each with its own no."""
    return OptionsPage(
        what=label(CONTENT_KINDS, document.kind),
        to=to,
        has_options=bool(found.advice.can),
        cannot=tuple(_cannot(one, language) for one in found.advice.cannot),
        may_ask_consent=found.advice.may_ask_consent,
    )


def review_page(
    option: Option,
    document: Document,
    to: str,
    protected: Protected,
    language: str,
    unit: UUID | None,
) -> ReviewPage:
    """Show the frozen content as the recipient reads it, and all else that the decision rests on."""
    return ReviewPage(
        what=label(CONTENT_KINDS, document.kind),
        to=to,
        title=option.title.label(language),
        plain=option.plain.label(language),
        provision=provision_in_words(option.provision, language),
        protected_title=protected.title.label(language),
        protected_provision=provision_in_words(protected.provision, language),
        protected_words=protected.words.label(language),
        content=preview(document, language, unit),
        shown=mark(document, protected),
        family_knows=_family_knows(option.told),
        is_told=option.told is Told.TOLD,
    )


def mark(document: Document, protected: Protected) -> str:
    """Mark exactly what a page shows: this content, and this protection at this recipient."""
    return f"{document.hash().hex()}.{protected.mark}"


def told_words(option: Option, document: Document, to: str, called: str, language: str) -> str:
    """Suggest what the family is told: what was shared about whom, with whom, and why."""
    return _(
        "Vi har lämnat uppgifter om %(name)s till %(to)s: %(what)s. Vi gjorde det för att %(name)s ska få rätt stöd. Vi får göra det enligt %(provision)s. Fråga oss om du undrar över något."
    ) % {
        "name": called,
        "to": to,
        "what": label(CONTENT_KINDS, document.kind).lower(),
        "provision": provision_in_words(option.provision, language),
    }


def _family_knows(told: Told) -> str:
    return {
        Told.ASKED: _("Familjen har själv sagt ja och vet vad som delas, med vem och varför."),
        Told.NOT_TOLD: _(
            "Familjen får inte veta det härifrån. Det kan röra en brottsutredning, och myndigheten som tar emot avgör när någon får veta (OSL 18:1, 35:1)."
        ),
        Told.ITSELF: _("Det går till familjen själv."),
        Told.TOLD: "",
    }[told]


def _cannot(option: Option, language: str) -> Cannot:
    return Cannot(
        title=option.title.label(language),
        provision=provision_in_words(option.provision, language),
        why_not=sentence(option.why_not) if option.why_not else "",
    )


def kept(sent: Any, *, without: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Give what was sent and goes along to the next step."""
    left_out = without | {"csrfmiddlewaretoken", "steg", "visat"}
    return tuple(
        (name, value) for name, values in sent.lists() if name not in left_out for value in values
    )
