"""What stands beside the plan's lines: team, disagreement, other plans, and a missing view."""

from datetime import date
from uuid import UUID

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.plan import rules
from varjebarn.plan.facts import standing, touch, unit_of
from varjebarn.plan.models import (
    ChildViewReason,
    Disagreement,
    OtherPlan,
    Plan,
    TeamMember,
)


def name_team_member(
    actor: Actor,
    plan: Plan,
    *,
    unit: UUID,
    contact_name: str = "",
    contact_title: str = "",
    telephone: str = "",
) -> TeamMember:
    """Name a unit of the team and the one person there to call; naming it again changes the person."""
    require(rules.may_change(standing(actor, plan)))
    member, _ = TeamMember.objects.update_or_create(
        unit_id=plan.unit_id,
        plan=plan,
        member_unit=unit_of(unit),
        defaults={
            "contact_name": contact_name.strip(),
            "contact_title": contact_title.strip(),
            "telephone": telephone.strip(),
            "left_on": None,
        },
        create_defaults={
            "child_file_id": plan.child_file_id,
            "contact_name": contact_name.strip(),
            "contact_title": contact_title.strip(),
            "telephone": telephone.strip(),
        },
    )
    touch(plan)
    record(actor, "plan.team_named", child=plan.child_file_id, object=plan.ref)
    return member


def take_out_of_team(actor: Actor, plan: Plan, *, unit: UUID, on: date) -> None:
    """Say that a unit no longer takes part; it stands in the versions that named it."""
    require(rules.may_change(standing(actor, plan)))
    TeamMember.objects.filter(
        unit_id=plan.unit_id,
        plan=plan,
        member_unit=unit_of(unit),
    ).update(left_on=on)
    touch(plan)
    record(actor, "plan.team_left", child=plan.child_file_id, object=plan.ref)


def note_disagreement(
    actor: Actor,
    plan: Plan,
    *,
    whose: str,
    text: str,
    on: date,
) -> Disagreement:
    """Write down what somebody sees differently. It is never rewritten (SoL 14:6)."""
    require(rules.with_words(standing(actor, plan), whose, text))
    note = Disagreement.objects.create(
        unit_id=plan.unit_id,
        child_file_id=plan.child_file_id,
        plan=plan,
        whose=whose.strip(),
        text=text.strip(),
        on=on,
    )
    touch(plan)
    record(actor, "plan.disagreement_noted", child=plan.child_file_id, object=plan.ref)
    return note


def link_other_plan(
    actor: Actor,
    plan: Plan,
    *,
    title: str,
    held_by: str,
    note: str = "",
) -> OtherPlan:
    """Name a plan that somebody else holds. Plans are linked, never merged."""
    require(rules.with_words(standing(actor, plan), title, held_by))
    other = OtherPlan.objects.create(
        unit_id=plan.unit_id,
        child_file_id=plan.child_file_id,
        plan=plan,
        title=title.strip(),
        held_by=held_by.strip(),
        note=note.strip(),
    )
    touch(plan)
    record(actor, "plan.other_plan_linked", child=plan.child_file_id, object=plan.ref)
    return other


def give_reason_without_child_view(
    actor: Actor,
    plan: Plan,
    *,
    reason: str,
    on: date,
) -> ChildViewReason:
    """Say why the next version has no view of the child's. A later version asks again (R24)."""
    require(rules.may_give_reason(standing(actor, plan), reason=reason))
    given = ChildViewReason.objects.create(
        unit_id=plan.unit_id,
        child_file_id=plan.child_file_id,
        plan=plan,
        for_version=plan.version + 1,
        reason=reason.strip(),
        by_id=actor.person_id,
        on=on,
    )
    touch(plan)
    record(actor, "plan.child_view_reason_given", child=plan.child_file_id, object=plan.ref)
    return given
