"""Somebody notices something, and hands it to the child's contact in the own unit."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Changed, require
from varjebarn.organisations.queries import StaffLine, staff
from varjebarn.people.commands import involve, notify
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import child_of, involved
from varjebarn.people.rules import may_work_with_children, may_write_in
from varjebarn.practice.values import PracticeModel
from varjebarn.wellbeing import rules
from varjebarn.wellbeing.models import Signal, SignalNote
from varjebarn.wellbeing.values import Note, State

WHY = "signal"
"""The reason that a contact's involvement carries, as it stands in the log."""


def notice_signal(
    actor: Actor,
    child: ChildFile,
    *,
    notes: Sequence[Note],
    own_words: str,
    on: date,
    model: PracticeModel,
    noticed_on: date | None = None,
) -> Signal:
    """Write down what somebody has noticed, by the wheel of one version of a model."""
    require(may_work_with_children(actor))
    require(may_write_in(child))
    facts = rules.NoticeFacts(
        notes=tuple(notes),
        dimensions=frozenset(dimension.key for dimension in model.dimensions),
        noticed_on=noticed_on or on,
        on=on,
        is_filed=child.filed,
    )
    require(rules.may_notice(facts))
    signal = Signal.objects.create(
        unit_id=child.unit_id,
        child_file=child,
        author_id=actor.person_id,
        author_name=actor.name,
        model_id=model.id,
        model_version=model.version,
        noticed_on=facts.noticed_on,
        noted_at=timezone.now(),
        own_words=own_words.strip(),
        state=State.RECEIVED.value,
    )
    SignalNote.objects.bulk_create(
        SignalNote(
            unit_id=child.unit_id,
            child_file=child,
            signal=signal,
            dimension=note.dimension,
            kind=note.kind.value,
            text=note.text.strip(),
            voice=note.voice.value,
        )
        for note in notes
    )
    record(actor, "signal.noticed", child=child.child_id, object=signal.public_id)
    return signal


def hand_signal(actor: Actor, signal: Signal, *, to_person: UUID) -> Signal:
    """Hand a signal to a contact in the own unit: she is involved with the child, and told."""
    require(may_work_with_children(actor))
    found = _colleague(actor, to_person)
    facts = rules.HandFacts(
        state=State(signal.state),
        is_of_this_unit=found is not None,
        duties=frozenset(found.duties) if found else frozenset(),
    )
    require(rules.may_hand(facts))
    child = child_of(actor, signal.child_file_id)
    require(may_write_in(child))
    _involve_contact(actor, child, to_person)
    _move(
        actor,
        signal,
        state=State.HANDED.value,
        handed_to_id=found.person_id if found else None,
        handed_name=found.name if found else "",
        handed_at=timezone.now(),
    )
    notify(
        actor,
        child,
        kind="signal",
        object=signal.public_id,
        person_id=signal.handed_to_id,
    )
    record(actor, "signal.handed", child=child.child_id, object=signal.public_id)
    return signal


def _colleague(actor: Actor, person: UUID) -> StaffLine | None:
    """Find somebody of the own unit; with several assignments, the one that holds most duties."""
    found = [line for line in staff(actor) if line.person == person]
    return max(found, key=lambda line: len(line.duties), default=None)


def _involve_contact(actor: Actor, child: ChildFile, person: UUID) -> None:
    is_contact = any(
        line.person == person and line.role == "contact" for line in involved(actor, child)
    )
    if not is_contact:
        involve(actor, child, person=person, role="contact", reason=WHY)


def _move(actor: Actor, signal: Signal, **fields: object) -> None:
    """Write where a signal has gone, unless somebody moved it since it was read."""
    rows = Signal.objects.filter(unit_id=actor.unit_id, pk=signal.pk, state=signal.state)
    if not rows.update(**fields):
        raise Changed
    signal.refresh_from_db()
