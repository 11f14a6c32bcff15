"""What the day's page says of consents: those that end soon, and young people to ask anew."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from varjebarn.disclosure.queries import ConsentsDue, EndingLine, consents_due
from varjebarn.disclosure.standing import Reminder
from varjebarn.kernel.actors import Actor
from varjebarn.people.rules import may_work_with_children


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingRow:
    """One consent that ends: whose, what for, the last day, and whether it is a week away."""

    line: EndingLine
    is_near: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentPart:
    """What waits."""

    ending: tuple[EndingRow, ...]
    anew: tuple[EndingLine, ...]


def consent_part(actor: Actor, on: date | None = None) -> ConsentPart:
    """Read it, for those who work with children; the others have asked nothing."""
    day = on or timezone.localdate()
    due = consents_due(actor, on=day) if may_work_with_children(actor) else ConsentsDue()
    return ConsentPart(
        ending=tuple(
            EndingRow(line=line, is_near=line.reminder is Reminder.WEEK) for line in due.ending
        ),
        anew=due.anew,
    )
