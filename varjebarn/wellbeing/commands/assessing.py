"""The contact judges by the model's tree, and whoever noticed reads what became of it."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.kernel.decisions import Changed, require
from varjebarn.people.commands import notify
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import child_of
from varjebarn.people.rules import may_work_with_children, may_write_in
from varjebarn.practice.queries import open_model
from varjebarn.practice.rules import outcome as outcome_of
from varjebarn.practice.values import PracticeModel
from varjebarn.wellbeing import rules
from varjebarn.wellbeing.models import Assessment, Signal
from varjebarn.wellbeing.reasons import Reason
from varjebarn.wellbeing.values import State


def assess(
    actor: Actor,
    child: ChildFile,
    *,
    signals: Sequence[Signal],
    answers: Mapping[str, bool],
    to_author: str,
    on: date,
    reason: str = "",
    thoughts: Mapping[str, str] | None = None,
) -> Assessment:
    """Judge some signals about a child together; the tree's `answers` say where it leads.

    `to_author` is what each author reads. `thoughts` answer the model's questions, those one wants.
    The tree is that of the latest signal's model version. Raises Refused, or Changed.
    """
    require(may_work_with_children(actor))
    require(may_write_in(child))
    kept = {key: text.strip() for key, text in (thoughts or {}).items() if text.strip()}
    model = _model(signals)
    outcome = outcome_of(model.decision, answers) if model else None
    facts = rules.AssessFacts(
        states=tuple(State(signal.state) for signal in signals),
        is_one_child=all(signal.child_file_id == child.pk for signal in signals),
        is_contact=Duty.CONTACT in actor.duties,
        outcome=outcome,
        reason=reason,
        to_author=to_author,
        thoughts=kept,
        questions=frozenset(q.key for q in model.questions) if model else frozenset(),
    )
    require(rules.may_assess(facts))
    assessment = Assessment.objects.create(
        unit_id=child.unit_id,
        child_file=child,
        made_by_id=actor.person_id,
        made_by_name=actor.name,
        model_id=model.id if model else "",
        model_version=model.version if model else "",
        tree=dict(answers),
        thoughts=kept,
        outcome=outcome or "",
        reason=reason.strip(),
        assessed_on=on,
        noted_at=timezone.now(),
    )
    _settle(actor, signals, assessment, to_author=to_author.strip(), on=on)
    for signal in signals:
        _tell_author(actor, child, signal)
    record(actor, "signals.assessed", child=child.child_id, object=assessment.public_id)
    return assessment


def close_signal(actor: Actor, signal: Signal, *, to_author: str, on: date) -> Signal:
    """Close a signal that has been judged, with a last word to its author."""
    require(may_work_with_children(actor))
    require(
        rules.may_close(
            state=State(signal.state),
            is_contact=Duty.CONTACT in actor.duties,
            to_author=to_author,
        ),
    )
    child = child_of(actor, signal.child_file_id)
    rows = Signal.objects.filter(unit_id=actor.unit_id, pk=signal.pk, state=signal.state)
    if not rows.update(
        state=State.CLOSED.value,
        outcome_text=to_author.strip(),
        outcome_on=on,
    ):
        raise Changed
    signal.refresh_from_db()
    _tell_author(actor, child, signal)
    record(actor, "signal.closed", child=child.child_id, object=signal.public_id)
    return signal


def _model(signals: Sequence[Signal]) -> PracticeModel | None:
    if not signals:
        return None
    latest = max(signals, key=lambda signal: (signal.noticed_on, signal.pk))
    return open_model(latest.model_id, latest.model_version)


def _settle(
    actor: Actor,
    signals: Sequence[Signal],
    assessment: Assessment,
    *,
    to_author: str,
    on: date,
) -> None:
    """Write the outcome on every signal at once; if somebody judged one of them first, on none."""
    rows = Signal.objects.filter(
        unit_id=actor.unit_id,
        pk__in=[signal.pk for signal in signals],
        state__in=[State.RECEIVED.value, State.HANDED.value],
    )
    moved = rows.update(
        state=State.ASSESSED.value,
        assessment=assessment,
        outcome=assessment.outcome,
        outcome_text=to_author,
        outcome_on=on,
    )
    if moved != len(signals):
        raise Changed(Reason.ASSESSED_ALREADY)
    for signal in signals:
        signal.refresh_from_db()


def _tell_author(actor: Actor, child: ChildFile, signal: Signal) -> None:
    if signal.author_id is not None and signal.author_id != actor.person_id:
        notify(
            actor,
            child,
            kind="signal_outcome",
            object=signal.public_id,
            person_id=signal.author_id,
        )
