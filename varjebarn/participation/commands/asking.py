"""Asks the child or a guardian, where they can answer in their own time and words."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID, uuid4

from varjebarn.audit.record import record
from varjebarn.disclosure.commands import ToPerson, disclose
from varjebarn.disclosure.documents import Document
from varjebarn.disclosure.models import Disclosure
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import require
from varjebarn.participation import questions as q
from varjebarn.participation import rules
from varjebarn.participation.queries import readers_of_answer
from varjebarn.people.models import ChildFile, Guardian
from varjebarn.people.rules import may_work_with_children, may_write_in
from varjebarn.practice.values import Label, PracticeModel


def ask_child(  # noqa: PLR0913 - what is asked, and the decision to send it
    actor: Actor,
    child: ChildFile,
    *,
    model: PracticeModel,
    on: date,
    purpose: str,
    answers: Mapping[str, str],
    questions: Sequence[str] = (),
    free: Sequence[str] = (),
    plan_ref: UUID | None = None,
) -> Disclosure:
    """Send the child a question on SELF: keys of the wheel, with faces, and questions of one's own.

    `answers` are the ground's required fields as the decider left them. Who will see the child's
    answer is computed now and stands in the question.
    """
    require(may_work_with_children(actor))
    require(may_write_in(child))
    require(rules.may_ask(_facts(child, model, questions, free, person=child.person_ref)))
    body = q.question_body(
        capacity=q.CHILD,
        called=child.called,
        born=child.born,
        asker=_asker(actor, on, purpose),
        questions=_questions(model, questions, free, capacity=q.CHILD),
        faces=_faces(model) if questions else None,
        readers=readers_of_answer(actor, child, on=on),
    )
    to = ToPerson(person_ref=_person(child.person_ref), capacity=q.CHILD, name=child.called)
    sent = disclose(
        actor,
        child,
        ground="SELF",
        document=_document(body, plan_ref),
        to=[to],
        purpose=purpose,
        answers=answers,
    )
    record(actor, "child.asked", child=child.child_id, object=sent.public_id)
    return sent


def ask_guardian(  # noqa: PLR0913 - what is asked, and the decision to send it
    actor: Actor,
    child: ChildFile,
    *,
    guardian: Guardian,
    model: PracticeModel,
    on: date,
    purpose: str,
    answers: Mapping[str, str],
    questions: Sequence[str] = (),
    free: Sequence[str] = (),
    plan_ref: UUID | None = None,
) -> Disclosure:
    """Send one guardian a question on GUARDIAN. The answer is in words; faces are the child's.

    Who the guardian is, and how custody was checked, comes from the file.
    """
    require(may_work_with_children(actor))
    require(may_write_in(child))
    facts = _facts(
        child,
        model,
        questions,
        free,
        person=guardian.person_ref,
        custody=guardian.custody,
    )
    require(rules.may_ask(facts))
    body = q.question_body(
        capacity=q.GUARDIAN,
        called=child.called,
        born=child.born,
        asker=_asker(actor, on, purpose),
        questions=_questions(model, questions, free, capacity=q.GUARDIAN),
        faces=None,
        readers=readers_of_answer(actor, child, on=on, capacity=q.GUARDIAN),
    )
    known = {"guardian_id": str(guardian.public_id), "custody_checked": guardian.source}
    to = ToPerson(
        person_ref=guardian.person_ref,
        capacity=q.GUARDIAN,
        name=guardian.name,
    )
    sent = disclose(
        actor,
        child,
        ground="GUARDIAN",
        document=_document(body, plan_ref),
        to=[to],
        purpose=purpose,
        answers={**answers, **known},
    )
    record(actor, "guardian.asked", child=child.child_id, object=sent.public_id)
    return sent


def _facts(
    child: ChildFile,
    model: PracticeModel,
    questions: Sequence[str],
    free: Sequence[str],
    *,
    person: UUID | None,
    custody: bool = True,
) -> rules.AskFacts:
    return rules.AskFacts(
        asked=tuple(questions),
        free=tuple(free),
        dimensions=frozenset(dimension.key for dimension in model.dimensions),
        has_login=person is not None,
        is_filed=child.filed,
        has_custody=custody,
    )


def _asker(actor: Actor, on: date, purpose: str) -> q.Asker:
    return q.Asker(
        name=actor.name,
        title=actor.title,
        unit_name=actor.unit_name,
        organisation_name=actor.organisation_name,
        on=on,
        why=purpose,
    )


def _questions(
    model: PracticeModel,
    keys: Sequence[str],
    free: Sequence[str],
    *,
    capacity: str,
) -> list[q.Question]:
    """Put the wheel's questions in the child's own voice, or in the guardian's, then one's own."""
    is_child = capacity == q.CHILD
    wheel = [
        q.Question(
            key=dimension.key,
            title=_both(dimension.title),
            text=_both(dimension.child if is_child else dimension.meaning),
            has_faces=is_child,
        )
        for dimension in map(model.dimension, keys)
    ]
    own = [
        q.Question(key=f"own_{number}", title={}, text={"sv": words.strip()}, has_faces=False)
        for number, words in enumerate(free, start=1)
        if words.strip()
    ]
    return wheel + own


def _faces(model: PracticeModel) -> q.Faces | None:
    scale = next(iter(model.scales), None)
    if scale is None:
        return None
    return q.Faces(
        values=scale.values,
        low=_both(scale.low),
        high=_both(scale.high),
        hopes=_both(scale.hopes),
    )


def _both(label: Label) -> dict[str, str]:
    return {"sv": label.sv, "en": label.en}


def _document(body: dict[str, object], plan_ref: UUID | None) -> Document:
    return Document(
        kind=q.KIND,
        schema=q.SCHEMA,
        body=body,
        subject_ref=plan_ref or uuid4(),
    )


def _person(person_ref: UUID | None) -> UUID:
    """Give the login that the rule has just asked for."""
    if person_ref is None:
        raise ValueError("asked without a login")
    return person_ref
