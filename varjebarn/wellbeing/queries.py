"""Reads of signals and assessments. Readings of them are none of what the family has been given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.kernel.decisions import require
from varjebarn.organisations.queries import StaffLine, UnitLine, staff, units_near
from varjebarn.people.models import ChildFile
from varjebarn.practice.rules import ContactFacts, contact_role
from varjebarn.practice.values import ChainLink, Outcome, PracticeModel
from varjebarn.wellbeing import rules
from varjebarn.wellbeing.documents import signal_letter
from varjebarn.wellbeing.elsewhere import (
    Answering,
    Elsewhere,
    answering,
    elsewhere,
    noticed,
    received,
)
from varjebarn.wellbeing.models import Assessment, Signal, SignalNote
from varjebarn.wellbeing.values import State, WheelNote
from varjebarn.wellbeing.wheel import signal_wheel

__all__ = [
    "Answering",
    "AssessmentLine",
    "ContactFor",
    "Elsewhere",
    "MySignal",
    "SignalLine",
    "answering",
    "assessments",
    "contact_for",
    "elsewhere",
    "my_signals",
    "noticed",
    "open_signal",
    "plan_wheel",
    "received",
    "signal_letter",
    "signal_line",
    "signal_wheel",
    "signals",
]

PAGE = 50
IN_PLAN = (Outcome.OWN_SERVICE, Outcome.TOGETHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalLine:
    """A signal with its notes, as a page shows it."""

    signal: UUID
    author_name: str
    is_mine: bool
    is_received: bool
    noticed_on: date
    own_words: str
    notes: tuple[WheelNote, ...]
    state: State
    handed_name: str
    is_elsewhere: bool
    consent_ref: UUID | None
    outcome: str
    outcome_text: str
    outcome_on: date | None
    model_id: str
    model_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MySignal:
    """Something I noticed, and what became of it in words."""

    signal: UUID
    file: UUID
    child_name: str
    noticed_on: date
    state: State
    handed_name: str
    outcome: str
    outcome_text: str
    outcome_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentLine:
    """A judgement: where it led, why, and what was thought on the way."""

    assessment: UUID
    made_by_name: str
    assessed_on: date
    outcome: Outcome
    reason: str
    tree: Mapping[str, bool]
    thoughts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFor:
    """Who the child's contact is on a day, by the model, and where to turn.

    `link` None: the model names nobody, so the unit's own contacts are shown. In the own unit it is
    one of `colleagues`; elsewhere the intake of one of `units`, after a question to the family.
    Whether that unit knows the child is not said.
    """

    link: ChainLink | None
    in_own_unit: bool
    colleagues: tuple[StaffLine, ...]
    units: tuple[UnitLine, ...]


def open_signal(actor: Actor, public_id: UUID) -> Signal:
    """Open one signal. The reading is logged, and told to nobody in the family."""
    signal = Signal.objects.get(public_id=public_id, unit_id=actor.unit_id)
    require(
        rules.may_read(
            is_staff=actor.is_staff,
            unit=signal.unit_id,
            reader_unit=actor.unit_id,
        ),
    )
    record(
        actor,
        "signal.read",
        child=signal.child_file_id,
        object=signal.public_id,
        told=False,
    )
    return signal


def signals(actor: Actor, child: ChildFile) -> list[SignalLine]:
    """List a child's signals in this unit, the latest first. The reading is logged."""
    rows = _of_child(actor, child)
    notes = _notes(actor, rows)
    record(actor, "signals.read", child=child.child_id, object=child.public_id, told=False)
    return [_line(actor, row, notes.get(row.pk, [])) for row in rows]


def signal_line(actor: Actor, signal: Signal) -> SignalLine:
    """Give an opened signal with its notes; its reading has been logged."""
    return _line(actor, signal, _notes(actor, [signal]).get(signal.pk, []))


def my_signals(actor: Actor, *, most: int = PAGE) -> list[MySignal]:
    """List what I have noticed and what became of it, the latest first.

    Only on children that I may still open, and never on one with a protected identity (R19).
    """
    rows = (
        Signal.objects.filter(
            unit_id=actor.unit_id,
            author_id=actor.person_id,
            child_file__unit_id=actor.unit_id,
            child_file__protection="none",
        )
        .select_related("child_file")
        .order_by("-noticed_on", "-pk")[:most]
    )
    lines = [
        MySignal(
            signal=row.public_id,
            file=row.child_file.public_id,
            child_name=row.child_file.called,
            noticed_on=row.noticed_on,
            state=State(row.state),
            handed_name=row.handed_name,
            outcome=row.outcome,
            outcome_text=row.outcome_text,
            outcome_on=row.outcome_on,
        )
        for row in rows
    ]
    record(actor, "my_signals.read", told=False)
    return lines


def assessments(actor: Actor, child: ChildFile) -> list[AssessmentLine]:
    """List the judgements on a child's file, the latest first. The reading is logged."""
    rows = Assessment.objects.filter(unit_id=actor.unit_id, child_file=child)
    lines = [
        AssessmentLine(
            assessment=row.public_id,
            made_by_name=row.made_by_name,
            assessed_on=row.assessed_on,
            outcome=Outcome(row.outcome),
            reason=row.reason,
            tree=row.tree,
            thoughts=row.thoughts,
        )
        for row in rows.order_by("-assessed_on", "-pk")
    ]
    record(actor, "assessments.read", child=child.child_id, object=child.public_id, told=False)
    return lines


NOTES = UUID("5a2b7c1e-3f0d-4c86-9e41-7d5f8a90b6c2")


def plan_wheel(actor: Actor, child: ChildFile) -> list[WheelNote]:
    """List the notes that a plan's wheel begins with: of signals judged as our own or as shared work.

    What nobody has judged yet stays out of the plan. For the plan's page, which logs its reading.
    """
    rows = [row for row in _of_child(actor, child) if row.outcome in IN_PLAN]
    notes = _notes(actor, rows)
    return [_wheel_note(actor, note) for row in reversed(rows) for note in notes.get(row.pk, [])]


def contact_for(actor: Actor, child: ChildFile, *, model: PracticeModel, on: date) -> ContactFor:
    """Say who the child's contact is by the model's age rule, and whether she is in the own unit."""
    link = contact_role(model, ContactFacts(on=on, born=child.born))
    if link is None or rules.contact_is_here(link.area, actor.area):
        colleagues = tuple(staff(actor, duty=Duty.CONTACT.value))
        return ContactFor(link=link, in_own_unit=True, colleagues=colleagues, units=())
    units = tuple(
        unit
        for unit in units_near(actor)
        if unit.unit != actor.unit and rules.is_of_area(unit.area, link.area)
    )
    return ContactFor(link=link, in_own_unit=False, colleagues=(), units=units)


def _of_child(actor: Actor, child: ChildFile) -> list[Signal]:
    return list(
        Signal.objects.filter(unit_id=actor.unit_id, child_file=child).order_by(
            "-noticed_on",
            "-pk",
        ),
    )


def _notes(actor: Actor, rows: Iterable[Signal]) -> dict[int, list[SignalNote]]:
    """Fetch the notes of some signals of one child, in one statement."""
    wanted = list(rows)
    found: dict[int, list[SignalNote]] = {}
    for note in SignalNote.objects.filter(
        unit_id=actor.unit_id,
        child_file_id__in={row.child_file_id for row in wanted},
        signal_id__in=[row.pk for row in wanted],
    ).order_by("pk"):
        found.setdefault(note.signal_id, []).append(note)
    return found


def _wheel_note(actor: Actor, note: SignalNote) -> WheelNote:
    return WheelNote(
        dimension=note.dimension,
        kind=note.kind,
        text=note.text,
        voice=note.voice,
        source=f"{actor.unit_name}, {actor.organisation_name}",
        ref=_note_ref(note),
    )


def _note_ref(note: SignalNote) -> UUID:
    """Name a note for ever, without its key: a note is never changed."""
    return uuid5(NOTES, f"{note.unit_id}/{note.pk}")


def _line(actor: Actor, row: Signal, notes: Iterable[SignalNote]) -> SignalLine:
    return SignalLine(
        signal=row.public_id,
        author_name=row.author_name,
        is_mine=row.author_id == actor.person_id,
        is_received=row.received_ref is not None,
        noticed_on=row.noticed_on,
        own_words=row.own_words,
        notes=tuple(_wheel_note(actor, note) for note in notes),
        state=State(row.state),
        handed_name=row.handed_name,
        is_elsewhere=row.handed_unit_id is not None,
        consent_ref=row.consent_ref,
        outcome=row.outcome,
        outcome_text=row.outcome_text,
        outcome_on=row.outcome_on,
        model_id=row.model_id,
        model_version=row.model_version,
    )
