"""A version is frozen and reaches everybody who may have it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.disclosure.defaults import Answers
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.queries import own_counts
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Changed, require
from varjebarn.people.commands import notify
from varjebarn.plan import rules
from varjebarn.plan.documents import PlanDocument
from varjebarn.plan.documents.shaping import shaped
from varjebarn.plan.facts import standing
from varjebarn.plan.models import Plan, PlanState, PlanVersion
from varjebarn.plan.queries.sharing import has_consent, recipient_lines, sharing
from varjebarn.plan.queries.working import working_document
from varjebarn.plan.reasons import Reason
from varjebarn.plan.rules import RecipientKind, RecipientLine
from varjebarn.plan.sending import send


def publish_version(
    actor: Actor,
    plan: Plan,
    *,
    shown: str,
    on: date,
    answers: Answers,
) -> PlanVersion:
    """Freeze one version and disclose it: one disclosure for each ground and content, all or none.

    `shown` is the digest of the recipients that the page showed; another list today raises Changed
    and nothing is sent. `answers` are the decider's, by ground and field (`Preview.answers`); one
    that is missing is refused.
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
    counts = own_counts(actor, child, subject=document.ref)
    wholes = {
        items: _without(actor, plan, document, items)
        for items in {line.left_out.items for line in lines if line.is_recipient}
    }

    def written(line: RecipientLine) -> Document:
        whole = shaped(wholes[line.left_out.items], line.left_out)
        if line.kind is RecipientKind.UNIT or line.ref is None:
            return whole.for_units().only(line.parts).as_content()
        return _counted(whole.only(line.parts), counts.get(line.ref))

    send(actor, child, known, lines, written, answers)
    notify(actor, child, kind="plan_version", object=plan.ref)
    record(actor, "plan.published", child=child.pk, object=plan.ref)
    return version


def _without(
    actor: Actor, plan: Plan, document: PlanDocument, items: frozenset[UUID]
) -> PlanDocument:
    """Give the whole as it would be if some contributions had never come."""
    if not items:
        return document
    return replace(working_document(actor, plan, without=items), published_on=document.published_on)


def _counted(document: PlanDocument, count: int | None) -> Document:
    """Give a guardian's copy a number in their own count, once something has been kept from them."""
    if count is None or count == document.version:
        return document.as_content()
    return replace(replace(document, version=count).as_content(), edition=document.version)


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
