"""Needs, goals and actions of a plan."""

from datetime import date
from uuid import UUID

from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.plan import rules
from varjebarn.plan.documents import ActionStatus
from varjebarn.plan.facts import action_of, dimensions, goal_of, need_of, standing, touch, unit_of
from varjebarn.plan.models import Action, Goal, Need, Plan


def add_need(
    actor: Actor,
    plan: Plan,
    *,
    wording: str,
    dimension: str = "",
    why_no_action: str = "",
) -> Need:
    """Write down what the child needs, under a dimension of the plan's model or none."""
    require(
        rules.may_agree_goal(
            standing(actor, plan),
            wording=wording,
            dimension=dimension,
            dimensions=dimensions(plan.model_id, plan.model_version),
        ),
    )
    need = Need.objects.create(
        unit_id=plan.unit_id,
        child_file_id=plan.child_file_id,
        plan=plan,
        wording=wording.strip(),
        dimension=dimension,
        why_no_action=why_no_action.strip(),
    )
    touch(plan)
    record(actor, "plan.need_added", child=plan.child_file_id, object=need.ref)
    return need


def leave_without_action(actor: Actor, plan: Plan, *, need: UUID, reason: str) -> Need:
    """Say why nothing is to be done about a need."""
    require(rules.with_words(standing(actor, plan), reason))
    found = need_of(plan, need)
    found.why_no_action = reason.strip()
    found.save(update_fields=["why_no_action"])
    touch(plan)
    record(actor, "plan.need_left", child=plan.child_file_id, object=found.ref)
    return found


def agree_goal(
    actor: Actor,
    plan: Plan,
    *,
    need: UUID,
    wording: str,
    how_seen: str = "",
    child_wording: str = "",
) -> Goal:
    """Agree on what should become true, how one sees it, and in the child's own words."""
    require(
        rules.may_agree_goal(
            standing(actor, plan),
            wording=wording,
            dimension="",
            dimensions=frozenset(),
        ),
    )
    goal = Goal.objects.create(
        unit_id=plan.unit_id,
        child_file_id=plan.child_file_id,
        plan=plan,
        need=need_of(plan, need),
        wording=wording.strip(),
        how_seen=how_seen.strip(),
        child_wording=child_wording.strip(),
    )
    touch(plan)
    record(actor, "plan.goal_agreed", child=plan.child_file_id, object=goal.ref)
    return goal


def plan_action(  # noqa: PLR0913 - what, towards what, who, when
    actor: Actor,
    plan: Plan,
    *,
    wording: str,
    need: UUID | None = None,
    goal: UUID | None = None,
    unit: UUID | None = None,
    person_name: str = "",
    due: date | None = None,
    status: ActionStatus = ActionStatus.PLANNED,
) -> Action:
    """Plan what somebody does about a need, or towards a goal: one of the two must be named.

    Without a unit it is the family, or somebody near, by name. Who and when may be said later,
    but not later than the version.
    """
    require(rules.with_words(standing(actor, plan), wording))
    towards = goal_of(plan, goal) if goal else None
    if towards is not None:
        about = towards.need_id
    elif need is not None:
        about = need_of(plan, need).pk
    else:
        raise ValueError("an action is about a need or towards a goal")
    action = Action.objects.create(
        unit_id=plan.unit_id,
        child_file_id=plan.child_file_id,
        plan=plan,
        need_id=about,
        goal=towards,
        wording=wording.strip(),
        responsible_unit=unit_of(unit) if unit else None,
        responsible_name=person_name.strip(),
        due=due,
        status=status.value,
    )
    touch(plan)
    record(actor, "plan.action_planned", child=plan.child_file_id, object=action.ref)
    return action


def change_action(  # noqa: PLR0913 - what is left out stays as it is
    actor: Actor,
    plan: Plan,
    *,
    action: UUID,
    on: date,
    status: ActionStatus | None = None,
    note: str | None = None,
    due: date | None = None,
    unit: UUID | None = None,
    person_name: str | None = None,
) -> Action:
    """Say how an action is going, or agree on another day or person. What is None stays."""
    require(rules.may_change(standing(actor, plan)))
    found = action_of(plan, action)
    has_spoken = status is not None or note is not None
    wanted = {
        "status": status.value if status else None,
        "note": note,
        "due": due,
        "responsible_unit": unit_of(unit) if unit else None,
        "responsible_name": person_name,
        "said_on": on if has_spoken else None,
        "said_at": timezone.now() if has_spoken else None,
    }
    changed = {name: value for name, value in wanted.items() if value is not None}
    for name, value in changed.items():
        setattr(found, name, value)
    found.save(update_fields=[*changed])
    touch(plan)
    record(actor, "plan.action_changed", child=plan.child_file_id, object=found.ref)
    return found
