"""A whole series of meetings planned in one step."""

from collections.abc import Collection, Sequence
from datetime import date, time

from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering import rules
from varjebarn.steering.commands.meetings import plan_meeting
from varjebarn.steering.models import Body, Meeting


def plan_series(  # noqa: PLR0913 - a meeting has this many sides
    actor: Actor,
    body: Body,
    *,
    days: Sequence[date],
    starts: time,
    ends: time,
    place: str = "",
    digital: Collection[date] = frozenset(),
    also_digital: bool = False,
    extra: bool = False,
) -> list[Meeting]:
    """Plan one meeting on each of some days, all or none.

    `digital`: the days without a room; `also_digital`: the others can be followed on a screen too.
    Raises Refused when no day is given, or one of them is taken.
    """
    require(rules.may_plan_series(actor.duties, days=days))
    return [
        plan_meeting(
            actor,
            body,
            on=day,
            starts=starts,
            ends=ends,
            place="" if day in digital else place,
            digital=day in digital or also_digital,
            extra=extra,
        )
        for day in sorted(set(days))
    ]
