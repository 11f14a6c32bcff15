"""What the steps of a child's story share: who acts, about whom, counted from which day."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.logins import People
from varjebarn.people.queries import open_child
from varjebarn.plan.models import Plan
from varjebarn.plan.queries import current_plan

MODEL = "kronobarn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One child's story while it is told."""

    people: People
    file: UUID
    on: date


def plan_of(actor: Actor, story: Story) -> Plan:
    """Open the child's plan in the unit that leads it."""
    plan = current_plan(actor, open_child(actor, story.file))
    if plan is None:
        raise LookupError(story.file)
    return plan
