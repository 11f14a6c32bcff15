"""The doors to a plan and its versions, and the few reads that need no document."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.people import queries as people
from varjebarn.people.models import ChildFile
from varjebarn.plan.documents import PlanDocument
from varjebarn.plan.models import Plan, PlanVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionLine:
    """One published version in a list."""

    number: int
    published_at: datetime
    published_by: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpLine:
    """A child whose plan is to be followed up; `is_overdue` once the day has passed."""

    file: UUID
    name: str
    on: date
    is_overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPlanLine:
    """A plan that has come to its end, and how. Opening it is another act, and is logged."""

    plan: UUID
    started_on: date
    closed_on: date
    outcome: str


def open_plan(actor: Actor, plan_id: UUID) -> Plan:
    """Open a plan. The reading is logged; what the row policies hide does not exist.

    The family is told of readings once it has been given a version.
    """
    plan = people.row_with_child(actor, Plan.objects.select_related("lead"), public_id=plan_id)
    record(
        actor,
        "plan.read",
        child=plan.child_file_id,
        object=plan.ref,
        told=plan.version > 0,
    )
    return plan


def current_plan(actor: Actor, child: ChildFile) -> Plan | None:
    """Find the open plan of a file that has been opened, whose own reading is logged."""
    plan = Plan.objects.filter(
        unit_id=actor.unit_id,
        child_file=child,
        closed_on=None,
    ).first()
    if plan is not None:
        plan.child_file = child
    return plan


def closed_plans(actor: Actor, child: ChildFile) -> list[ClosedPlanLine]:
    """List the closed plans of a file that has been opened, the latest first."""
    rows = Plan.objects.filter(
        unit_id=actor.unit_id,
        child_file=child,
        closed_on__isnull=False,
    ).order_by("-closed_on", "-pk")
    return [
        ClosedPlanLine(
            plan=row.public_id,
            started_on=row.started_on,
            closed_on=row.closed_on,
            outcome=row.outcome,
        )
        for row in rows
        if row.closed_on is not None
    ]


def versions(actor: Actor, plan: Plan) -> list[VersionLine]:
    """List the published versions, the newest first."""
    rows = (
        PlanVersion.objects.filter(unit_id=actor.unit_id, plan=plan)
        .select_related("published_by")
        .defer("document")
        .order_by("-number")
    )
    return [
        VersionLine(
            number=row.number,
            published_at=row.published_at,
            published_by=str(row.published_by),
            digest=row.digest,
        )
        for row in rows
    ]


def open_version(actor: Actor, plan: Plan, number: int) -> PlanDocument:
    """Open one frozen version, whole. The reading is logged."""
    row = PlanVersion.objects.get(unit_id=actor.unit_id, plan=plan, number=number)
    record(actor, "plan_version.read", child=plan.child_file_id, object=plan.ref)
    return PlanDocument.from_json(json.loads(row.document))


def follow_ups_due(actor: Actor, on: date) -> list[FollowUpLine]:
    """List my children whose follow-up falls on a day or before it, the earliest first."""
    return [
        FollowUpLine(
            file=line.file,
            name=line.name,
            on=line.next_follow_up,
            is_overdue=line.next_follow_up < on,
        )
        for line in people.follow_ups_due(actor, by=on)
        if line.next_follow_up is not None
    ]


def plans_following_each(versions: Iterable[tuple[str, str]]) -> tuple[int | None, ...]:
    """Count as `plans_following` does, for several versions of models in one statement, in order."""
    asked = list(versions)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT vb.plans_following(m, v) FROM unnest(%s::text[], %s::text[]) "
            "WITH ORDINALITY AS asked (m, v, n) ORDER BY n",
            [[model for model, _ in asked], [version for _, version in asked]],
        )
        return tuple(row[0] for row in cursor.fetchall())


def plans_following(model_id: str, model_version: str) -> int | None:
    """Count open plans that follow a model version, over all units; None when there are few.

    The database counts, and gives no number below five.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT vb.plans_following(%s, %s)", [model_id, model_version])
        answer = cursor.fetchone()[0]
    return None if answer is None else int(answer)
