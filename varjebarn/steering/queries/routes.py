"""Contact routes, found by plain words however they are spelt."""

from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from unicodedata import combining, normalize
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.steering.models import ContactRoute
from varjebarn.steering.rules.own import needs_checking

ALIKE = 0.8
"""How alike two words must be, as difflib counts, for one to be taken for the other."""
SHORT = 3
"""A word this short is an abbreviation: it is met whole or as a beginning, never nearly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteLine:
    """A contact route as a page shows it."""

    id: UUID
    organisation: str
    organisation_id: UUID
    workplace: str
    function: str
    concern: str
    about: str
    telephone: str
    mail: str
    web: str
    hours: str
    fallback: str
    is_public: bool
    checked_on: date
    needs_checking: bool


def route_lines(actor: Actor | None, *, on: date, concern: str = "") -> tuple[RouteLine, ...]:
    """List the contact routes in use, or those about one thing.

    Which internal ones are seen is the row policy's business; that they were is logged. One
    statement, and one for the log.
    """
    found = ContactRoute.objects.filter(ended_on=None).select_related("organisation")
    if concern:
        found = found.filter(concern=concern)
    lines = tuple(
        _line(one, on)
        for one in found.order_by("organisation__name", "function", "workplace", "pk")
    )
    if actor is not None and not all(one.is_public for one in lines):
        record(actor, "steering.internal_contact_routes.read")
    return lines


def open_route(route: UUID) -> ContactRoute:
    """Open a contact route in use to act on."""
    found = ContactRoute.objects.select_related("organisation")
    return found.get(public_id=route, ended_on=None)


def met_by(wanted: str, text: str) -> bool:
    """Whether every word that is looked for is met in a text: whole, as a part, or nearly so.

    Case and accents don't matter: "vaxjo bup" meets "BUP Växjö", "socaltjänsten" meets
    "Socialtjänst". An empty search meets everything.
    """
    words = _words(text)
    return all(any(_is_met(one, word) for word in words) for one in _words(wanted))


def _is_met(wanted: str, word: str) -> bool:
    if wanted in word if len(wanted) > SHORT else word.startswith(wanted):
        return True
    if len(wanted) <= SHORT or len(word) <= SHORT:
        return False
    begun = word[: len(wanted) + 1]  # so that an ending doesn't make a word another
    likeness = max(
        SequenceMatcher(None, wanted, whole, autojunk=False).ratio() for whole in (word, begun)
    )
    return likeness >= ALIKE


def _words(text: str) -> list[str]:
    """Give the words of a text without case and accents."""
    plain = "".join(one for one in normalize("NFKD", text.casefold()) if not combining(one))
    return "".join(one if one.isalnum() else " " for one in plain).split()


def _line(route: ContactRoute, on: date) -> RouteLine:
    """Needs `organisation`."""
    return RouteLine(
        id=route.public_id,
        organisation=route.organisation.name,
        organisation_id=route.organisation.public_id,
        workplace=route.workplace,
        function=route.function,
        concern=route.concern,
        about=route.about,
        telephone=route.telephone,
        mail=route.mail,
        web=route.web,
        hours=route.hours,
        fallback=route.fallback,
        is_public=route.is_public,
        checked_on=route.checked_on,
        needs_checking=needs_checking(route.checked_on, on),
    )
