"""Obstacles and enablers: by their sender, by the bodies that see them, and counted by theme."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.steering.document_values import ObstacleLine, StepLine, ThemeLine
from varjebarn.steering.models import Body, Level, Obstacle, ObstacleState, ObstacleStep
from varjebarn.steering.queries.membership import my_bodies
from varjebarn.steering.values import Named


def my_obstacles(actor: Actor, *, on: date) -> tuple[ObstacleLine, ...]:
    """List what the acting person has sent, and what became of it."""
    return _obstacles(Q(sent_by_id=actor.person_id), on)


def sees_obstacles(actor: Actor, on: date) -> bool:
    """Whether others' obstacles reach the acting person: by a seat, or by the duty."""
    return Duty.COUNTY in actor.duties or bool(my_bodies(actor, on))


def keys_to_take_up(actor: Actor, on: date) -> frozenset[int] | None:
    """Give the keys of the bodies for which the acting person may answer; None for all of them."""
    return None if Duty.COUNTY in actor.duties else my_bodies(actor, on)


def obstacles_here(actor: Actor, *, on: date) -> tuple[ObstacleLine, ...]:
    """List what reaches the acting person as a member of bodies, or all to the county's own. Logged."""
    record(actor, "steering.obstacles.read")
    return _obstacles(~Q(sent_by_id=actor.person_id) | Q(body_id__in=my_bodies(actor, on)), on)


def open_obstacle(wanted: UUID) -> Obstacle:
    """Open one to take up; raises DoesNotExist for what whoever acts may not see."""
    return Obstacle.objects.select_related("body").get(public_id=wanted)


def obstacle_line(actor: Actor, obstacle: Obstacle, *, on: date) -> ObstacleLine:
    """Read one with what has been done. Logged."""
    record(actor, "steering.obstacle.read", object=obstacle.public_id)
    return _obstacles(Q(pk=obstacle.pk), on)[0]


def themes(lines: Iterable[ObstacleLine]) -> tuple[ThemeLine, ...]:
    """Count obstacles by theme, those that stop most first."""
    by_theme: dict[str, list[ObstacleLine]] = {}
    for line in lines:
        by_theme.setdefault(line.theme, []).append(line)
    found = [_theme(theme, of) for theme, of in by_theme.items()]
    return tuple(sorted(found, key=lambda one: (-one.hindering, -one.helping, one.theme)))


def bodies_to_send_to() -> tuple[Named, ...]:
    """List the bodies that take up obstacles: those below the top."""
    found = Body.objects.exclude(level=Level.STRATEGIC).order_by("name")
    return tuple(Named(id=one.public_id, name=one.name) for one in found)


def bodies_to_pass_on_to(obstacle: Obstacle) -> tuple[Named, ...]:
    """List all other bodies; passed on, a matter may reach the top."""
    found = Body.objects.exclude(pk=obstacle.body_id).order_by("name")
    return tuple(Named(id=one.public_id, name=one.name) for one in found)


def _theme(theme: str, of: list[ObstacleLine]) -> ThemeLine:
    waiting = [one.days for one in of if one.state == ObstacleState.WAITING]
    return ThemeLine(
        theme=theme,
        hindering=sum(not one.is_helping for one in of),
        helping=sum(one.is_helping for one in of),
        waiting=len(waiting),
        oldest_days=max(waiting, default=0),
    )


def _obstacles(wanted: Q, on: date) -> tuple[ObstacleLine, ...]:
    """Read them in two statements, those that wait first, the oldest first."""
    found = list(Obstacle.objects.filter(wanted).select_related("body", "organisation"))
    steps: dict[int, list[StepLine]] = {}
    for step in (
        ObstacleStep.objects.filter(obstacle__in=[one.pk for one in found])
        .select_related("body", "to")
        .order_by("pk")
    ):
        steps.setdefault(step.obstacle_id, []).append(
            StepLine(
                kind=step.kind,
                text=step.text,
                body=step.body.name,
                to="" if step.to is None else step.to.name,
                at=step.at,
            )
        )
    lines = [_line(one, tuple(steps.get(one.pk, ())), on) for one in found]
    return tuple(sorted(lines, key=lambda one: (one.state != ObstacleState.WAITING, one.sent_at)))


def _line(one: Obstacle, steps: tuple[StepLine, ...], on: date) -> ObstacleLine:
    return ObstacleLine(
        id=one.public_id,
        text=one.text,
        is_helping=one.is_helping,
        theme=one.theme,
        organisation=one.organisation.name,
        sent_at=one.sent_at,
        body=one.body.name,
        body_key=one.body_id,
        state=one.state,
        days=(on - timezone.localtime(one.sent_at).date()).days,
        steps=steps,
    )
