"""A signal has come from another unit: it is taken into the file here, judged, and answered."""

from collections.abc import Collection, Mapping
from typing import Any

from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.disclosure.commands import ToUnit, disclose
from varjebarn.disclosure.documents import Document, body_of
from varjebarn.disclosure.models import Delivery, Disclosure
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.kernel.decisions import require
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import child_of
from varjebarn.people.rules import may_work_with_children, may_write_in
from varjebarn.practice.queries import open_model
from varjebarn.wellbeing import rules
from varjebarn.wellbeing.documents import (
    ANSWER,
    ANSWER_SCHEMA,
    KIND,
    SignalAnswer,
    answer_body,
    signal_letter,
)
from varjebarn.wellbeing.elsewhere import answering
from varjebarn.wellbeing.models import Signal, SignalNote
from varjebarn.wellbeing.values import State


def receive_signal(actor: Actor, delivery: Delivery) -> Signal:
    """Take a filed copy of another unit's signal into the child's file, to be judged here.

    A contact who takes it in has it from now on; anybody else hands it to one. The copy stays as it
    came. Raises Refused.
    """
    require(may_work_with_children(actor))
    is_signal = delivery.content_kind == KIND
    here = Signal.objects.filter(unit_id=actor.unit_id, received_ref=delivery.subject_ref)
    require(
        rules.may_receive(
            is_signal=is_signal,
            is_filed=delivery.state == "filed",
            is_here=is_signal and here.exists(),
        ),
    )
    child = child_of(actor, delivery.child_file_id)
    require(may_write_in(child))
    body = body_of(delivery.content)
    signal = _signal(actor, child, delivery, body)
    record(actor, "signal.received", child=child.child_id, object=signal.public_id)
    return signal


def _signal(actor: Actor, child: ChildFile, delivery: Delivery, body: Mapping[str, Any]) -> Signal:
    letter = signal_letter(body, "sv")
    model = open_model(body["model"]["id"], body["model"]["version"])
    is_contact = Duty.CONTACT in actor.duties
    now = timezone.now()
    signal = Signal.objects.create(
        unit_id=child.unit_id,
        child_file=child,
        received_ref=delivery.subject_ref,
        author_name=f"{letter.author}, {letter.unit_name}, {letter.organisation_name}",
        model_id=model.id,
        model_version=model.version,
        noticed_on=letter.noticed_on,
        noted_at=now,
        own_words=letter.own_words,
        state=(State.HANDED if is_contact else State.RECEIVED).value,
        handed_to_id=actor.person_id if is_contact else None,
        handed_name=actor.name if is_contact else "",
        handed_at=now if is_contact else None,
    )
    SignalNote.objects.bulk_create(
        SignalNote(
            unit_id=child.unit_id,
            child_file=child,
            signal=signal,
            dimension=note.dimension,
            kind=note.kind,
            text=note.text,
            voice=note.voice,
        )
        for note in letter.notes
    )
    return signal


def answer_sender(
    actor: Actor,
    signal: Signal,
    *,
    answers: Mapping[str, str],
    secrecy_shown: Collection[str],
) -> Disclosure:
    """Send what the author reads to the unit that noticed, on the yes that the signal came on.

    `answers` are what the ground CONSENT asks for, as the decider left them; `secrecy_shown` marks
    what the page showed to protect it there.
    """
    require(may_work_with_children(actor))
    child = child_of(actor, signal.child_file_id)
    require(may_write_in(child))
    stands = answering(actor, child, signal)
    facts = rules.AnswerFacts(
        state=State(signal.state),
        is_received=signal.received_ref is not None,
        is_contact=Duty.CONTACT in actor.duties,
        is_answered=stands is not None and stands.answered_at is not None,
        holds=stands is not None and stands.consent is not None,
    )
    require(rules.may_answer_sender(facts))
    if stands is None or stands.consent is None or signal.outcome_on is None:
        raise ValueError("allowed without a consent, a unit or a day")
    answer = SignalAnswer(
        called=child.called,
        born=child.born,
        name=actor.name,
        title=actor.title,
        unit_name=actor.unit_name,
        organisation_name=actor.organisation_name,
        outcome=signal.outcome,
        text=signal.outcome_text,
        on=signal.outcome_on,
    )
    sent = disclose(
        actor,
        child,
        ground="CONSENT",
        document=Document(
            kind=ANSWER,
            schema=ANSWER_SCHEMA,
            body=answer_body(answer),
            subject_ref=signal.received_ref,
        ),
        to=[ToUnit(unit=stands.unit)],
        purpose=stands.consent.purpose,
        answers={**answers, "consent_id": str(stands.consent.ref)},
        consent=stands.consent,
        secrecy_shown=secrecy_shown,
    )
    record(actor, "signal.answered", child=child.child_id, object=signal.public_id)
    return sent
