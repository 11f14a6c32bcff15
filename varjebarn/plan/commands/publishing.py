"""A version is frozen and reaches everybody who may have it."""

from dataclasses import replace
from datetime import date

from django.utils import timezone

from varjebarn.disclosure.defaults import Answers
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Changed, require
from varjebarn.people.commands import notify
from varjebarn.plan import rules
from varjebarn.plan.documents import PlanDocument
from varjebarn.plan.facts import standing
from varjebarn.plan.models import Plan, PlanState, PlanVersion
from varjebarn.plan.queries.contents import version_contents
from varjebarn.plan.queries.sharing import has_consent, recipient_lines, sharing
from varjebarn.plan.queries.working import working_document
from varjebarn.plan.reasons import Reason
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
    written = version_contents(actor, plan, document, lines)
    send(actor, child, known, lines, written, answers)
    notify(actor, child, kind="plan_version", object=plan.ref, also=["plan.published"])
    return version


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
