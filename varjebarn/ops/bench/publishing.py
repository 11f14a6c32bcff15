"""Publishing as the page does it, and the time that it takes in the database."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from varjebarn.kernel.actors import Actor
    from varjebarn.ops.bench.world import World
    from varjebarn.plan.queries import Preview


def shown_to(world: World) -> Preview:
    """Give the list that the page showed; it is read again, once, by the command that sends."""
    from django.utils import timezone  # noqa: PLC0415 - Django has begun by now

    from varjebarn.plan import queries  # noqa: PLC0415 - as above

    with world.people.acting("principal") as lena:
        plan = queries.open_plan(lena, world.plans[-1])
        return queries.recipients_preview(lena, plan, timezone.localdate())


def publish(actor: Actor, world: World, shown: Preview) -> None:
    """Publish the next version as the page does when it is sent."""
    from django.utils import timezone  # noqa: PLC0415 - Django has begun by now

    from varjebarn.plan import commands, queries  # noqa: PLC0415 - as above

    commands.publish_version(
        actor,
        queries.open_plan(actor, world.plans[-1]),
        shown=shown.digest,
        on=timezone.localdate(),
        answers=shown.answers,
    )


def published(world: World) -> float:
    """Publish, and count the milliseconds spent in the database.

    A version's rows have new keys each time, so that what was sent once can't be sent again.
    """
    from django.db import connection  # noqa: PLC0415 - Django has begun by now

    shown = shown_to(world)
    spent: list[float] = []

    def clock(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - Django's own order
        begun = time.perf_counter()
        answer = execute(sql, params, many, context)
        spent.append((time.perf_counter() - begun) * 1000)
        return answer

    with connection.execute_wrapper(clock), world.people.acting("principal") as lena:
        publish(lena, world, shown)
    return sum(spent)
