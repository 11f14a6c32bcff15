"""What the plan's commands share: the facts that its rules are asked about, and the mark of a change."""

from uuid import UUID

from varjebarn.kernel.actors import Actor, Duty
from varjebarn.kernel.decisions import require
from varjebarn.organisations.models import Organisation, SecrecyUnit
from varjebarn.people.rules import may_write_in
from varjebarn.plan.models import Action, Goal, Need, Plan
from varjebarn.plan.rules import Standing
from varjebarn.practice.models import ModelVersion
from varjebarn.practice.queries import open_model


def standing(actor: Actor, plan: Plan) -> Standing:
    """Say how the plan stands to whoever is to write in it. Refused where the file is not written in."""
    require(may_write_in(plan.child_file))
    return standing_to_end(actor, plan)


def standing_to_end(actor: Actor, plan: Plan) -> Standing:
    """Say how the plan stands, and how the acting person stands to it, wherever it is to end."""
    return Standing(
        is_closed=plan.is_closed,
        is_lead=plan.lead_id == actor.person_id,
        is_manager=Duty.MANAGER in actor.duties,
    )


def dimensions(model_id: str, model_version: str) -> frozenset[str]:
    """Name the dimensions of a model version; none when there is no such version."""
    try:
        model = open_model(model_id, model_version)
    except ModelVersion.DoesNotExist:
        return frozenset()
    return frozenset(dimension.key for dimension in model.dimensions)


def need_of(plan: Plan, ref: UUID) -> Need:
    """Find a need of the plan. Raises DoesNotExist."""
    return Need.objects.get(unit_id=plan.unit_id, plan=plan, ref=ref)


def goal_of(plan: Plan, ref: UUID) -> Goal:
    """Find a goal of the plan. Raises DoesNotExist."""
    return Goal.objects.get(unit_id=plan.unit_id, plan=plan, ref=ref)


def action_of(plan: Plan, ref: UUID) -> Action:
    """Find an action of the plan. Raises DoesNotExist."""
    return Action.objects.get(unit_id=plan.unit_id, plan=plan, ref=ref)


def unit_of(unit: UUID) -> SecrecyUnit:
    """Find a unit in the catalogue. Raises DoesNotExist."""
    return SecrecyUnit.objects.get(public_id=unit)


def organisation_of(actor: Actor, organisation: UUID | None) -> Organisation:
    """Find an organisation; the acting unit's own when none is named."""
    if organisation is not None:
        return Organisation.objects.get(public_id=organisation)
    return Organisation.objects.get(secrecyunit=actor.unit_id)


def touch(plan: Plan) -> None:
    """Mark that the plan is no longer what its latest version says."""
    if not plan.has_changes:
        plan.has_changes = True
        plan.save(update_fields=["has_changes"])
