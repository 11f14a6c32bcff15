"""A version is frozen and reaches everybody who may have it; a team is invited."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.parts import Part
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Changed, Decision, require
from varjebarn.people.commands import notify
from varjebarn.plan import rules
from varjebarn.plan.documents import Invitation, PlanDocument
from varjebarn.plan.facts import standing
from varjebarn.plan.models import Plan, PlanState, PlanVersion
from varjebarn.plan.queries.sharing import has_consent, recipient_lines, sharing
from varjebarn.plan.queries.working import working_document
from varjebarn.plan.reasons import Reason
from varjebarn.plan.rules import RecipientKind
from varjebarn.plan.sending import Answers, send

ASKED = frozenset({Part.WHY.value, Part.TEAM.value})


def publish_version(
    actor: Actor,
    plan: Plan,
    *,
    shown: str,
    on: date,
    answers: Answers | None = None,
) -> PlanVersion:
    """Freeze one version and disclose it: one disclosure for each ground and content, all or none.

    `shown` is the digest of the recipients that the page showed; another list today raises Changed
    and nothing is sent. `answers` are the decider's, by ground and field (`Preview.answers`).
    """
    plan = Plan.objects.select_for_update(of=("self",)).select_related("child_file").get(pk=plan.pk)
    child = plan.child_file
    document = replace(working_document(actor, plan), published_on=on)
    known = sharing(actor, child)
    lines = recipient_lines(actor, child, known, document, on=on)
    if rules.digest(lines) != shown:
        raise Changed(Reason.RECIPIENTS_CHANGED)
    require(
        rules.may_publish(
            document,
            standing(actor, plan),
            on=on,
            consent_given=has_consent(lines),
        ),
    )
    version = _freeze(actor, plan, document)

    def written(kind: RecipientKind, parts: frozenset[str]) -> Document:
        whole = document.for_units() if kind is RecipientKind.UNIT else document
        return whole.only(parts).as_content()

    send(actor, child, known, lines, written, answers)
    notify(actor, child, kind="plan_version", object=plan.ref)
    record(actor, "plan.published", child=child.pk, object=plan.ref)
    return version


def invite_team(
    actor: Actor,
    plan: Plan,
    *,
    asked: str,
    on: date,
    units: Collection[UUID] | None = None,
) -> Invitation:
    """Ask the covered units, or some of them, to take part: whom it is about, why, what is asked."""
    require(rules.with_words(standing(actor, plan), asked))
    document = working_document(actor, plan)
    child, known = plan.child_file, sharing(actor, plan.child_file)
    lines = [
        line
        for line in known.lines(child, held=ASKED, on=on)
        if line.kind is RecipientKind.UNIT
        and Part.WHY.value in line.parts
        and (units is None or line.ref in units)
    ]
    if not lines:
        require(Decision(Reason.NOBODY_TO_INVITE))
    invitation = _invitation(document, asked=asked.strip(), on=on)
    send(
        actor,
        child,
        known,
        lines,
        lambda _, parts: invitation.only(parts).as_content(),
    )
    record(actor, "plan.team_invited", child=child.pk, object=plan.ref)
    return invitation


def _freeze(actor: Actor, plan: Plan, document: PlanDocument) -> PlanVersion:
    """Keep the whole document under the next number; the plan is active from its first."""
    version = PlanVersion.objects.create(
        unit_id=plan.unit_id,
        child_file_id=plan.child_file_id,
        plan=plan,
        number=document.version,
        document=document.text(),
        digest=document.digest,
        published_at=timezone.now(),
        published_by_id=actor.person_id,
    )
    plan.version = document.version
    plan.state = PlanState.ACTIVE
    plan.has_changes = False
    plan.save(update_fields=["version", "state", "has_changes"])
    return version


def _invitation(document: PlanDocument, *, asked: str, on: date) -> Invitation:
    if document.lead is None:
        raise ValueError("a plan has a lead from its first day")
    return Invitation(
        plan_ref=document.ref,
        child_called=document.child_called,
        child_born=document.child_born,
        model_id=document.model_id,
        model_version=document.model_version,
        model_title=document.model_title,
        lead=document.lead,
        on=on,
        why=document.why.text if document.why else "",
        asked=asked,
        team=document.for_units().team,
    )
