"""Puts something beside a record: an objection, its answer, an own number, a secrecy marking."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.disclosure import beside
from varjebarn.disclosure import catalogue as g
from varjebarn.disclosure.commands.disclosing import disclose
from varjebarn.disclosure.commands.own_space import save_draft, send_draft
from varjebarn.disclosure.defaults import PURPOSE
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.models import (
    Delivery,
    FamilyDelivery,
    ObjectionAnswer,
    OwnNumber,
    SecrecyMark,
    Submission,
)
from varjebarn.disclosure.parts import Part
from varjebarn.disclosure.recipients import ToPerson
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import guardians
from varjebarn.people.rules import may_work_with_children, may_write_in

ANSWER = Part.OBJECTION_ANSWER.value


def object_to(
    actor: Actor,
    delivery: FamilyDelivery,
    *,
    item: str,
    about: str,
    words: str,
    stays_here: bool = False,
) -> UUID:
    """Say that something shown is wrong. It is registered at the unit that sent it (R40).

    `item` names what it is about within the copy (`beside.WHOLE` for all of it); `about` is that in
    words, as it was shown. `stays_here`: it stands at the unit alone, and not in the next version.
    """
    require(beside.may_object(actor, words=words, about=about))
    body = {
        "delivery": str(delivery.public_id),
        "kind": delivery.content_kind,
        "version": delivery.version,
        "item": item,
        "about": about.strip(),
        "words": words.strip(),
        "stays_here": stays_here,
    }
    made = send_draft(actor, save_draft(actor, delivery, kind=beside.OBJECTION, body=body))
    record(actor, "objection.sent", object=made)
    return made


def answer_objection(
    actor: Actor,
    child: ChildFile,
    submission: Submission,
    *,
    outcome: beside.Outcome,
    words: str,
    answers: Mapping[str, str] | None,
) -> ObjectionAnswer:
    """Answer an objection, once. It stands beside the objection, and both beside the record.

    `answers` are what the ground of the person's own copy asks for; None when the person can no
    longer be reached here, and is told in another way.
    """
    require(may_work_with_children(actor))
    require(may_write_in(child))
    known = ObjectionAnswer.objects.filter(
        unit_id=actor.unit_id, submission_ref=submission.public_id
    )
    require(beside.may_answer(kind=submission.kind, is_answered=known.exists(), words=words))
    made = ObjectionAnswer.objects.create(
        unit_id=actor.unit_id,
        child_file=child,
        submission_ref=submission.public_id,
        outcome=outcome.value,
        words=words.strip(),
        answered_by_id=actor.person_id,
        answered_title=actor.title,
        answered_at=timezone.now(),
    )
    record(actor, "objection.answered", child=child.pk, object=submission.public_id)
    if answers is not None:
        _send_answer(actor, child, submission, made, answers)
    return made


def note_own_number(actor: Actor, delivery: Delivery, *, number: str) -> OwnNumber:
    """Note under which number a copy is registered in the unit's own system. The latest counts."""
    require(may_work_with_children(actor))
    require(may_write_in(delivery.child_file))
    require(beside.may_number(state=delivery.state, number=number))
    made = OwnNumber.objects.create(
        unit_id=actor.unit_id,
        child_file_id=delivery.child_file_id,
        delivery_ref=delivery.public_id,
        number=number.strip(),
        noted_by_id=actor.person_id,
        noted_at=timezone.now(),
    )
    record(actor, "delivery.numbered", child=delivery.child_file_id, object=delivery.public_id)
    return made


def mark_secret(
    actor: Actor,
    child: ChildFile,
    *,
    document: UUID,
    provision: str,
    authority: str,
    marked_on: date,
    on: date,
    is_lifted: bool = False,
) -> SecrecyMark:
    """Mark a document of the unit's own as secret, or take the marking away; the earlier one stays."""
    require(may_work_with_children(actor))
    require(may_write_in(child))
    require(
        beside.may_mark(provision=provision, authority=authority, marked_on=marked_on, on=on),
    )
    made = SecrecyMark.objects.create(
        unit_id=actor.unit_id,
        child_file=child,
        document_ref=document,
        provision=provision.strip(),
        authority=authority.strip(),
        marked_on=marked_on,
        marked_by_id=actor.person_id,
        marked_at=timezone.now(),
        is_lifted=is_lifted,
    )
    record(actor, "document.marked", child=child.pk, object=document)
    return made


def _send_answer(
    actor: Actor,
    child: ChildFile,
    submission: Submission,
    made: ObjectionAnswer,
    answers: Mapping[str, str],
) -> None:
    """Give the answer to the one who objected, as a copy on that person's own ground."""
    is_child = submission.capacity == "child"
    said = dict(answers)
    purpose = said.pop(PURPOSE, "")
    known = {guardian.person_ref: guardian for guardian in guardians(actor, child)}
    guardian = None if is_child else known.get(submission.person_ref)
    if guardian is not None:
        said |= {"guardian_id": str(guardian.public_id), "custody_checked": guardian.source}
    disclose(
        actor,
        child,
        ground=g.SELF if is_child else g.GUARDIAN,
        document=_answer_document(actor, child, submission, made),
        to=[
            ToPerson(
                person_ref=submission.person_ref,
                capacity=submission.capacity,
                name=submission.name,
            ),
        ],
        purpose=purpose,
        answers=said,
    )


def _answer_document(
    actor: Actor, child: ChildFile, submission: Submission, made: ObjectionAnswer
) -> Document:
    """Write the answer with what it answers, so that it can be read by itself."""
    objected: Mapping[str, Any] = submission.body
    body = {
        "child": {"called": child.called, "born": child.born.isoformat()},
        "parts": {
            ANSWER: {
                "delivery": objected["delivery"],
                "item": objected["item"],
                "about": objected["about"],
                "objection": objected["words"],
                "outcome": made.outcome,
                "words": made.words,
                "author": actor.name,
                "title": actor.title,
                "unit": actor.unit_name,
                "organisation": actor.organisation_name,
                "on": timezone.localdate(made.answered_at).isoformat(),
            },
        },
    }
    return Document(
        kind=ANSWER,
        schema=f"varjebarn/{ANSWER}/1",
        body=body,
        subject_ref=submission.subject_ref,
    )
