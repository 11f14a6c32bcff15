"""The contact works in another unit: the family is asked one question, and a yes sends the signal."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from django.utils import timezone

from varjebarn.audit.record import record
from varjebarn.disclosure.commands import CircleMember, ToUnit, ask_consent, disclose
from varjebarn.disclosure.defaults import Answers
from varjebarn.disclosure.models import Consent, Disclosure
from varjebarn.disclosure.parts import Part
from varjebarn.disclosure.queries import Covered, consents
from varjebarn.kernel.actors import Actor
from varjebarn.kernel.decisions import Changed, require
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import child_of
from varjebarn.people.rules import may_work_with_children, may_write_in
from varjebarn.wellbeing import rules
from varjebarn.wellbeing.letters import signal_document
from varjebarn.wellbeing.models import Signal
from varjebarn.wellbeing.values import State

SIGNAL_PARTS = frozenset({Part.SIGNAL.value})


def ask_to_tell(
    actor: Actor,
    signal: Signal,
    *,
    unit: UUID,
    last_day: date,
    purpose: str,
    answers: Answers,
    concern: str = "",
) -> Consent:
    """Ask the family whether that unit may be told of this signal, and of nothing else.

    Whether the unit knows the child is not found out by asking. `answers` are the asker's own, by
    ground, as for any question of consent.
    """
    require(may_work_with_children(actor))
    require(
        rules.may_ask_to_tell(
            state=State(signal.state),
            is_own_unit=unit == actor.unit,
            is_asked=signal.consent_ref is not None,
        ),
    )
    child = child_of(actor, signal.child_file_id)
    require(may_write_in(child))
    own = actor.unit
    if own is None:
        raise ValueError("staff without a unit")
    consent = ask_consent(
        actor,
        child,
        purpose=purpose,
        last_day=last_day,
        circle=[CircleMember(unit=each, parts=SIGNAL_PARTS) for each in (own, unit)],
        answers=answers,
        concern=concern,
    )
    rows = Signal.objects.filter(unit_id=actor.unit_id, pk=signal.pk, consent_ref=None)
    if not rows.update(consent_ref=consent.ref):
        raise Changed
    signal.refresh_from_db()
    record(actor, "signal.asked_to_tell", child=child.child_id, object=signal.public_id)
    return consent


def deliver_signal(
    actor: Actor,
    signal: Signal,
    consent: Consent,
    *,
    answers: Mapping[str, str],
    secrecy_shown: Collection[str],
) -> Disclosure:
    """Send a signal to the intake of the unit that the family said yes to.

    `answers` are what the ground CONSENT asks for, as the decider left them; `secrecy_shown` marks
    what the page showed to protect it there.
    """
    require(may_work_with_children(actor))
    child = child_of(actor, signal.child_file_id)
    require(may_write_in(child))
    told = _told(actor, child, consent)
    require(
        rules.may_deliver(
            state=State(signal.state),
            is_asked_about_this=signal.consent_ref == consent.ref and told is not None,
            holds=told is not None and told.holds,
        ),
    )
    if told is None:
        raise ValueError("allowed without a recipient")
    sent = disclose(
        actor,
        child,
        ground="CONSENT",
        document=signal_document(actor, child, signal),
        to=[ToUnit(unit=told.unit)],
        purpose=consent.purpose,
        answers={**answers, "consent_id": str(consent.ref)},
        consent=consent,
        secrecy_shown=secrecy_shown,
    )
    rows = Signal.objects.filter(unit_id=actor.unit_id, pk=signal.pk, state=signal.state)
    moved = rows.update(
        state=State.HANDED.value,
        handed_unit_id=told.unit_id,
        handed_name=f"{told.unit_name}, {told.organisation_name}",
        handed_at=timezone.now(),
    )
    if not moved:
        raise Changed
    signal.refresh_from_db()
    record(actor, "signal.delivered", child=child.child_id, object=signal.public_id)
    return sent


def _told(actor: Actor, child: ChildFile, consent: Consent) -> Covered | None:
    """Find the one other unit of the circle, and how the consent stands for it today."""
    return next(
        (
            unit
            for line in consents(actor, child)
            if line.consent.ref == consent.ref
            for unit in line.units
            if not unit.is_own and Part.SIGNAL in unit.parts
        ),
        None,
    )
