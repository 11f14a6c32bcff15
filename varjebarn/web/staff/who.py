"""The child that a page is about, as its frame shows it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol
from uuid import UUID

from django.utils import timezone
from django.utils.translation import ngettext

from varjebarn.disclosure.policy import default_policy
from varjebarn.kernel.ages import age
from varjebarn.web.staff.labels import LANGUAGES, label


class Child(Protocol):
    """What a page asks of a child's file."""

    public_id: UUID
    born: date
    language: str
    interpreter: str
    protection: str
    filed: bool
    glass_until: datetime | None
    joined_to: UUID | None

    @property
    def called(self) -> str:
        """The name that the child goes by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glass:
    """The acting person's own emergency opening of a file: until when, and how long that is."""

    until: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A child in the frame of a page."""

    child: UUID
    called: str
    full_name: str
    born: date
    age: str
    language: str
    interpreter: str
    is_protected: bool
    is_filed: bool
    is_grown_up: bool = False
    glass: Glass | None = None
    joined_to: UUID | None = None


def age_in_words(born: date, on: date) -> str:
    """Say an age: "7 år", and under one year the months."""
    years = age(born, on)
    if years >= 1:
        return ngettext("%(count)d år", "%(count)d år", years) % {"count": years}
    months = max(0, (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day))
    return ngettext("%(count)d månad", "%(count)d månader", months) % {"count": months}


def who(child: Child, *, on: date) -> Who:
    """Give the frame's words about a child, as `open_child` or `row_with_child` gave it."""
    return Who(
        child=child.public_id,
        called=child.called,
        full_name=str(child),
        born=child.born,
        age=age_in_words(child.born, on),
        language="" if child.language == "sv" else label(LANGUAGES, child.language),
        interpreter=child.interpreter,
        is_protected=child.protection != "none",
        is_filed=child.filed,
        is_grown_up=age(child.born, on) >= default_policy().guardian_view_ends_at,
        joined_to=child.joined_to,
        glass=_glass(child.glass_until, timezone.now()),
    )


def _glass(until: datetime | None, now: datetime) -> Glass | None:
    """Say how long a file that was opened so stays open; whole minutes, the begun one counted."""
    if until is None:
        return None
    return Glass(until=until, minutes=max(0, -((now - until) // timedelta(minutes=1))))
