"""Asking for other people's things: which addresses, by whom, how; and what was seen.

A read is forbidden when the object an address is given lies in no compartment of the person who asks.
It has been seen when the answer holds a mark that is not that person's, whatever its status.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

from django.http import HttpResponseBase
from django.test import Client

from varjebarn.database.accounts import person_of
from varjebarn.ops.world.logins import People
from varjebarn.organisations.cast import cast

from tests.attacks.addresses import Address, candidates, nobodys
from tests.attacks.canaries import MARK, Compartments
from tests.world.browsing import browser_of

METHODS = ("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH")
HTMX = {"HTTP_HX_REQUEST": "true", "HTTP_HX_TARGET": "main"}
# What a duty shows of the own unit beyond one's own children: a page, and the duty that opens it.
BY_DUTY = dict.fromkeys(
    ("staff:log", "staff:review", "staff:ask_reader", "staff:explain", "staff:answer_reading"),
    "log_reviewer",
)
WITHOUT_PROTECTED = dict.fromkeys(
    ("staff:around", "staff:delegate", "staff:prolong", "staff:end_delegation"), "manager"
)
"""A manager lets colleagues in and out of any child's file in the unit, but one with protected data."""
ONES_OWN_ANSWER = re.compile(rb"[0-9a-f]{8}-[0-9a-f-]{27}|value=\"\w{64}\"|zq\w+qz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One request: who, what, how."""

    slug: str
    address: Address
    first: UUID
    method: str = "GET"
    htmx: bool = False


@dataclass(slots=True, kw_only=True)
class Seen:
    """What has come of all tries."""

    tried: int = 0
    leaks: list[str] = field(default_factory=list)
    answered: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True, kw_only=True)
class Crew:
    """The cast at their browsers, and what each may see."""

    people: People
    found: Compartments
    keys: dict[UUID, int]
    units: dict[str, int]
    draw: Random
    browsers: dict[str, Client] = field(default_factory=dict)

    def may_see(self, slug: str, address: Address) -> set[str]:
        """Give the marks that somebody may meet at an address."""
        own = self.found.of_person[self.keys[self.people.persons[slug]]]
        duty = BY_DUTY.get(address.name)
        if duty and duty in cast()[slug].duties:
            return own | self.found.of_unit[self.units[slug]]
        if WITHOUT_PROTECTED.get(address.name) in cast()[slug].duties:
            return own | self.found.of_unit[self.units[slug]] - self.found.protected
        return own

    def owns(self, slug: str, address: Address, first: UUID) -> bool:
        """Whether an object lies in a compartment that somebody may open there."""
        return bool(self.found.of_object[first] & self.may_see(slug, address))

    def ask(self, one: Try, *, instead: UUID | None = None) -> HttpResponseBase:
        """Send the request; `instead` puts another object where the first one stands."""
        path = one.address.of(instead or one.first, self.found, self.draw)
        return self.get(one, path)

    def get(self, one: Try, path: str) -> HttpResponseBase:
        """Send it to an address that is filled in already."""
        browser = self.browsers.setdefault(one.slug, browser_of(self.people, one.slug))
        extra: dict[str, Any] = HTMX if one.htmx else {}
        return browser.generic(one.method, path, **extra)

    def marks_in(self, answer: HttpResponseBase) -> set[str]:
        """Give the marks in a body, and in every header."""
        text = b"".join(answer) if answer.streaming else answer.content  # type: ignore[attr-defined] # Django's own
        heads = " ".join(f"{name} {value}" for name, value in answer.items())
        return set(MARK.findall(text.decode(errors="replace") + heads))


def crew(owner: Any, found: Compartments, *, seed: int) -> Crew:
    """Let everybody of the cast who has an account log in."""
    persons = {slug: person_of(member.email) for slug, member in cast().items()}
    keys = dict(owner.execute("SELECT public_id, id FROM organisations_person").fetchall())
    units = dict(
        owner.execute(
            "SELECT p.public_id, a.unit_id FROM organisations_assignment a "
            "JOIN organisations_person p ON p.id = a.person_id ORDER BY a.id DESC"
        ).fetchall()
    )
    known = {slug: person for slug, person in persons.items() if person is not None}
    people = People(persons=known)
    for slug in known:
        browser_of(people, slug)  # logged in now: a first page's statements are not a login's
    return Crew(
        people=people,
        found=found,
        keys=keys,
        units={slug: units[person] for slug, person in known.items() if person in units},
        draw=Random(seed),  # noqa: S311 - chooses what to try
    )


def forbidden(party: Crew, addresses: list[Address]) -> Iterator[Try]:
    """Every address × everybody × every object that is not theirs × every method, and by htmx."""
    for address in addresses:
        objects = candidates(address.about, address.name, party.found)
        for slug in party.people.persons:
            for first in objects:
                if not party.owns(slug, address, first):
                    yield from _ways(slug, address, first)


def _ways(slug: str, address: Address, first: UUID) -> Iterator[Try]:
    for method in METHODS:
        yield Try(slug=slug, address=address, first=first, method=method)
    for method in ("GET", "POST"):
        yield Try(slug=slug, address=address, first=first, method=method, htmx=True)


def rightful(party: Crew, addresses: list[Address], *, most: int, only: str = "") -> Iterator[Try]:
    """Every address, by everybody (or one) whose object it can be about: the control."""
    for address in addresses:
        objects = candidates(address.about, address.name, party.found)
        for slug in [only] if only else party.people.persons:
            own = [one for one in objects if party.owns(slug, address, one)]
            for first in party.draw.sample(own, min(most, len(own))):
                yield Try(slug=slug, address=address, first=first)


def attempt(party: Crew, one: Try, seen: Seen) -> None:
    """Try it, and write down what was seen."""
    answer = party.ask(one)
    seen.tried += 1
    name = f"{one.slug} {one.method} {one.address.name}"
    leaked = party.marks_in(answer) - party.may_see(one.slug, one.address)
    if leaked:
        seen.leaks.append(f"{name} {one.first}: {sorted(leaked)}")
    if answer.status_code >= 500:
        seen.faults[f"{one.method} {one.address.name} {answer.status_code}"] += 1
    elif answer.status_code not in {404, 405}:
        seen.answered[f"{one.address.name} {answer.status_code}"] += 1


def same_as_nothing(party: Crew, one: Try) -> tuple[bool, str]:
    """Whether a hidden object and none at all give one answer: status, statements, bytes."""
    hidden = _told(party, one, one.first)
    absent = _told(party, one, nobodys(one.first))
    return hidden == absent, f"{one.slug} {one.method} {one.address.name}: {hidden} {absent}"


def _told(party: Crew, one: Try, first: UUID) -> tuple[int, int, tuple[str, ...]]:
    from tests.attacks.listening import statements  # noqa: PLC0415 - needs Django

    with statements() as sent:
        answer = party.ask(one, instead=first)
    body = ONES_OWN_ANSWER.sub(b"", answer.content)  # type: ignore[attr-defined] # Django's own
    return answer.status_code, len(body), tuple(sent)
