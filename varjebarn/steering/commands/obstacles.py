"""Obstacles and enablers: sent by anybody of the staff, taken up by the body where they lie."""

from datetime import date

from varjebarn.audit.record import record
from varjebarn.disclosure.outside import holds_number
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import SecrecyUnit
from varjebarn.steering.models import (
    Body,
    Level,
    Obstacle,
    ObstacleState,
    ObstacleStep,
    StepKind,
    Theme,
)
from varjebarn.steering.queries.seats import holds_seat
from varjebarn.steering.rules import obstacles as rules

BECOMES = {
    StepKind.ANSWERED: ObstacleState.ANSWERED,
    StepKind.CLOSED: ObstacleState.CLOSED,
    StepKind.PASSED_ON: ObstacleState.WAITING,
}


def send_obstacle(
    actor: Actor, body: Body, *, text: str, theme: Theme, is_helping: bool = False
) -> Obstacle:
    """Send one sentence on what in the structure stopped or helped."""
    require(
        rules.may_send(
            is_staff=actor.is_staff,
            text=text,
            has_number=holds_number(text),
            is_top=body.level == Level.STRATEGIC,
        )
    )
    obstacle = Obstacle.objects.create(
        text=" ".join(text.split()),
        is_helping=is_helping,
        theme=theme,
        organisation_id=SecrecyUnit.objects.get(pk=actor.unit_id).organisation_id,
        sent_by_id=actor.person_id,
        body=body,
        been_at=[body.pk],
    )
    record(actor, "steering.obstacle_sent", object=obstacle.public_id)
    return obstacle


def answer_obstacle(actor: Actor, obstacle: Obstacle, *, text: str, today: date) -> Obstacle:
    """Answer the sender."""
    _take_up(actor, obstacle, kind=StepKind.ANSWERED, text=text, today=today)
    record(actor, "steering.obstacle_answered", object=obstacle.public_id)
    return obstacle


def close_obstacle(actor: Actor, obstacle: Obstacle, *, text: str, today: date) -> Obstacle:
    """Let it be, and tell the sender why."""
    _take_up(actor, obstacle, kind=StepKind.CLOSED, text=text, today=today)
    record(actor, "steering.obstacle_closed", object=obstacle.public_id)
    return obstacle


def pass_on_obstacle(
    actor: Actor, obstacle: Obstacle, *, to: Body, text: str, today: date
) -> Obstacle:
    """Give it to another body, where it waits again. The bodies it has been at still see it."""
    _take_up(actor, obstacle, kind=StepKind.PASSED_ON, text=text, today=today, to=to)
    record(actor, "steering.obstacle_passed_on", object=obstacle.public_id)
    return obstacle


def _take_up(
    actor: Actor,
    obstacle: Obstacle,
    *,
    kind: StepKind,
    text: str,
    today: date,
    to: Body | None = None,
) -> None:
    require(
        rules.may_take_up(
            actor.duties,
            sits_there=holds_seat(actor, obstacle.body_id, today),
            is_waiting=obstacle.state == ObstacleState.WAITING,
            text=text,
            is_passed_on=to is not None,
            is_passed_to_itself=to is not None and to.pk == obstacle.body_id,
        )
    )
    ObstacleStep.objects.create(
        obstacle=obstacle,
        kind=kind,
        text=text.strip(),
        body_id=obstacle.body_id,
        to=to,
        by_id=actor.person_id,
    )
    obstacle.state = BECOMES[kind]
    if to is not None:
        obstacle.body, obstacle.been_at = to, sorted({*obstacle.been_at, to.pk})
    obstacle.save(update_fields=["state", "body", "been_at"])
