"""The cast as cards, and the story's steps with a way back and on."""

from dataclasses import dataclass

from django.utils.translation import get_language

from varjebarn.organisations.cast import Member, cast
from varjebarn.web.demo.telling import STEPS, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One person to become."""

    slug: str
    initial: str
    name: str
    role: str
    where: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPage:
    """One step of the story."""

    number: int
    of: int
    step: Step
    who: Card
    previous: int | None
    next: int | None


def cards() -> tuple[Card, ...]:
    """Give everybody of the cast."""
    return tuple(card(member) for member in cast().values())


def card(member: Member) -> Card:
    """Introduce one person, in the page's language."""
    english = (get_language() or "").startswith("en")
    role = member.title or (member.role_en if english else member.role_sv)
    return Card(
        slug=member.slug,
        initial=member.given[0],
        name=member.name,
        role=role,
        where=member.workplace or ", ".join(filter(None, (member.unit, member.organisation))),
        sentence=member.try_en if english else member.try_sv,
    )


def step_page(number: int) -> StepPage:
    """Give a step by its number, from one."""
    step = STEPS[number - 1]
    return StepPage(
        number=number,
        of=len(STEPS),
        step=step,
        who=card(cast()[step.slug]),
        previous=number - 1 or None,
        next=number + 1 if number < len(STEPS) else None,
    )
