"""The plan itself: begun, led, followed up, closed."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Changed, Decision, require
from varjebarn.organisations.queries import StaffLine, staff
from varjebarn.people.commands import involve, note_follow_up, release
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import involved
from varjebarn.people.rules import may_work_with_children, may_write_in
from varjebarn.plan import rules
from varjebarn.plan.facts import dimensions, organisation_of, standing, standing_to_end
from varjebarn.plan.models import Plan, PlanState, TeamMember
from varjebarn.plan.reasons import Reason

LEAD = "lead"


def start_plan(  # noqa: PLR0913 - what a plan begins with; most may be said later
    actor: Actor,
    child: ChildFile,
    *,
    model_id: str,
    model_version: str,
    on: date,
    why: str = "",
    is_sip: bool = False,
    lead: UUID | None = None,
    overall_responsible: UUID | None = None,
    follow_up_on: date | None = None,
) -> Plan:
    """Begin a draft, with one lead (oneself, unless named) and the own unit as the team's first.

    The organisation with overall responsibility is the own one until another is named. Raises
    Changed when somebody has begun one at the same moment.
    """
    require(may_work_with_children(actor))
    require(may_write_in(child))
    has_open = Plan.objects.filter(unit_id=actor.unit_id, child_file=child, closed_on=None).exists()
    known = dimensions(model_id, model_version)
    require(rules.may_start_plan(has_open_plan=has_open, dimensions=known))
    person = _colleague(actor, lead or actor.person)
    try:
        with transaction.atomic():
            plan = Plan.objects.create(
                unit_id=child.unit_id,
                child_file=child,
                model_id=model_id,
                model_version=model_version,
                is_sip=is_sip,
                why=why.strip(),
                lead_id=person.person_id,
                lead_title=person.title,
                overall_responsible=organisation_of(actor, overall_responsible),
                started_on=on,
            )
    except IntegrityError as error:
        raise Changed(Reason.ONE_OPEN_PLAN) from error
    involve(actor, child, person=person.person, role=LEAD, reason="plan")
    _name_own_unit(plan, person)
    record(actor, "plan.started", child=child.pk, object=plan.ref)
    if follow_up_on is not None:
        set_follow_up(actor, plan, follow_up_on=follow_up_on, on=on)
    return plan


def set_why(actor: Actor, plan: Plan, *, why: str) -> Plan:
    """Say why the plan exists, so that the child and the family recognise it."""
    require(rules.with_words(standing(actor, plan), why))
    plan.why = why.strip()
    _save(plan, "why")
    record(actor, "plan.why_set", child=plan.child_file_id, object=plan.ref)
    return plan


def set_follow_up(actor: Actor, plan: Plan, *, follow_up_on: date, on: date) -> Plan:
    """Set the day when it is seen whether it has helped; it shows in the lists of those involved."""
    require(rules.may_set_follow_up(standing(actor, plan), follow_up_on=follow_up_on, on=on))
    plan.follow_up_on = follow_up_on
    _save(plan, "follow_up_on")
    note_follow_up(actor, plan.child_file, on=follow_up_on)
    record(actor, "plan.follow_up_set", child=plan.child_file_id, object=plan.ref)
    return plan


def set_overall_responsible(actor: Actor, plan: Plan, *, organisation: UUID) -> Plan:
    """Name the one organisation with overall responsibility (SoL 10:8 item 4; HSL 16:4 item 4)."""
    require(rules.may_change(standing(actor, plan)))
    plan.overall_responsible = organisation_of(actor, organisation)
    _save(plan, "overall_responsible")
    record(actor, "plan.overall_responsible_set", child=plan.child_file_id, object=plan.ref)
    return plan


def say_nobody_else(actor: Actor, plan: Plan, *, nobody_else: bool) -> Plan:
    """Say that nobody but the principals does anything, or take it back (HSL 16:4 item 3)."""
    require(rules.may_change(standing(actor, plan)))
    plan.nobody_else = nobody_else
    _save(plan, "nobody_else")
    record(actor, "plan.nobody_else_said", child=plan.child_file_id, object=plan.ref)
    return plan


def change_lead(actor: Actor, plan: Plan, *, person: UUID, reason: str) -> Plan:
    """Let somebody else in the unit lead the plan; those who have copies see it in the next version.

    What let the former lead open the file as lead ends; whatever else lets them in stays.
    """
    colleagues = {line.person: line for line in staff(actor)}
    facts = rules.LeadFacts(
        current=plan.lead.public_id,
        wanted=person,
        in_unit=frozenset(colleagues),
        why=reason,
    )
    require(rules.may_change_lead(standing(actor, plan), facts))
    former = [
        line.involvement
        for line in involved(actor, plan.child_file)
        if line.person_id == plan.lead_id and line.role == LEAD
    ]
    plan.lead_id = colleagues[person].person_id
    plan.lead_title = colleagues[person].title
    _save(plan, "lead", "lead_title")
    TeamMember.objects.filter(unit_id=plan.unit_id, plan=plan, member_unit=plan.unit_id).update(
        contact_name=colleagues[person].name,
        contact_title=colleagues[person].title,
    )
    involve(actor, plan.child_file, person=person, role=LEAD, reason=reason)
    record(actor, "plan.lead_changed", child=plan.child_file_id, object=plan.ref, why=reason)
    for involvement in former:  # last: it may be one's own
        release(actor, involvement=involvement, reason=reason)
    return plan


def close_plan(actor: Actor, plan: Plan, *, outcome: str, on: date) -> Plan:
    """Close a plan and say why, also in a file that is not written in. The child can have a new one."""
    require(rules.may_close(standing_to_end(actor, plan), rules.ClosingFacts(outcome=outcome)))
    plan.state, plan.outcome = PlanState.CLOSED, outcome
    plan.closed_on, plan.closed_by_id = on, actor.person_id
    plan.save(update_fields=["state", "outcome", "closed_on", "closed_by"])
    note_follow_up(actor, plan.child_file, on=None)
    record(actor, "plan.closed", child=plan.child_file_id, object=plan.ref, why=outcome)
    return plan


def _save(plan: Plan, *fields: str) -> None:
    plan.has_changes = True
    plan.save(update_fields=[*fields, "has_changes"])


def _colleague(actor: Actor, person: UUID) -> StaffLine:
    found = next((line for line in staff(actor) if line.person == person), None)
    if found is None:
        require(Decision(Reason.LEAD_NOT_OF_UNIT))
    assert found is not None  # noqa: S101 - said to the type checker; the line above has refused
    return found


def _name_own_unit(plan: Plan, lead: StaffLine) -> None:
    TeamMember.objects.create(
        unit_id=plan.unit_id,
        child_file_id=plan.child_file_id,
        plan=plan,
        member_unit_id=plan.unit_id,
        contact_name=lead.name,
        contact_title=lead.title,
    )
