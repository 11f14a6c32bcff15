"""A whole series of meetings planned in one step."""

from collections.abc import Collection, Sequence
from datetime import date, time

from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.steering import rules
from varjebarn.steering.commands.meetings import plan_meeting
from varjebarn.steering.models import Body, Meeting


def plan_series(
    actor: Actor,
    body: Body,
    *,
    days: Sequence[date],
    starts: time,
    ends: time,
    place: str = "",
    digital: Collection[date] = frozenset(),
) -> list[Meeting]:
    """Plan one meeting on each of some days, all or none. `digital`: the days without a room.

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
            digital=day in digital,
        )
        for day in sorted(set(days))
    ]
