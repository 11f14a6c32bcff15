"""Notes what was decided on what another unit reported, and tells that unit one of three things."""

from collections.abc import Collection
from datetime import date

from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.disclosure import feedback
from varjebarn.disclosure.commands.disclosing import disclose
from varjebarn.disclosure.models import Delivery, Disclosure, ReportDecision
from varjebarn.disclosure.recipients import ToUnit
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.people.commands import notify
from varjebarn.people.models import ChildFile
from varjebarn.people.rules import may_work_with_children, may_write_in


def note_report_decision(
    actor: Actor,
    delivery: Delivery,
    *,
    choice: feedback.Choice,
    decided_on: date,
    asked_on: date | None,
    on: date,
) -> ReportDecision:
    """Note what was decided, and whether the reporter has asked to be told: then a task falls due."""
    require(may_work_with_children(actor))
    require(may_write_in(delivery.child_file))
    require(feedback.may_feed_back(_facts(actor, delivery, choice, decided_on, on)))
    if delivery.subject_ref is None:
        raise ValueError("allowed without a report")
    due = feedback.due_on(asked_on=asked_on, decided_on=decided_on, choice=choice.value)
    made = ReportDecision.objects.create(
        unit_id=actor.unit_id,
        child_file_id=delivery.child_file_id,
        report_ref=delivery.subject_ref,
        choice=choice.value,
        decided_on=decided_on,
        asked_on=asked_on,
        due_on=due,
        noted_by_id=actor.person_id,
        noted_at=timezone.now(),
    )
    if due is not None:
        notify(actor, delivery.child_file, kind="feedback_due", object=delivery.public_id)
    record(actor, "report.decided", child=delivery.child_file_id, object=delivery.public_id)
    return made


def give_feedback(
    actor: Actor,
    delivery: Delivery,
    *,
    choice: feedback.Choice,
    decided_on: date,
    suitability: str,
    purpose: str,
    secrecy_shown: Collection[str],
    on: date,
) -> Disclosure:
    """Tell the unit that reported one of the three values. `suitability` says why it may be told."""
    require(may_work_with_children(actor))
    require(feedback.may_feed_back(_facts(actor, delivery, choice, decided_on, on)))
    child: ChildFile = delivery.child_file
    made = disclose(
        actor,
        child,
        ground=feedback.GROUND,
        document=feedback.feedback_document(choice, about=delivery.subject_ref),
        to=[ToUnit(unit=delivery.from_unit.public_id)],
        purpose=purpose,
        answers={
            "report_ref": str(delivery.public_id),
            "content_choice": choice.value,
            "suitability_assessment": suitability,
        },
        secrecy_shown=secrecy_shown,
    )
    record(actor, "report.fed_back", child=child.pk, object=delivery.public_id)
    return made


def _facts(
    actor: Actor, delivery: Delivery, choice: feedback.Choice, decided_on: date, on: date
) -> feedback.FeedbackFacts:
    given = Disclosure.objects.filter(
        unit_id=actor.unit_id,
        child_file_id=delivery.child_file_id,
        ground=feedback.GROUND,
        subject_ref=delivery.subject_ref,
    )
    return feedback.FeedbackFacts(
        area=actor.area,
        is_reporter=delivery.content_kind == feedback.SIGNAL and delivery.state == "filed",
        choice=choice.value,
        decided_on=decided_on,
        on=on,
        is_given=given.exists(),
    )
