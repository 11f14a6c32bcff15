"""What somebody noticed, in words: where it stands, and what became of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.queries import ConsentLine, Covered
from varjebarn.kernel.actors import Actor, Duty
from varjebarn.practice.values import PracticeModel
from varjebarn.web.shared.reasons import sentence
from varjebarn.web.shared.wheel import Segment
from varjebarn.web.staff.wheel import segments
from varjebarn.wellbeing.queries import Answering, ContactFor, Elsewhere, SignalLine
from varjebarn.wellbeing.values import State

OPEN = (State.RECEIVED, State.HANDED)
JUDGED = (State.ASSESSED, State.CLOSED)
NO = frozenset({"refused", "withdrawn"})

OUTCOMES: dict[str, Promise] = {
    "own_service": _("Verksamheten hjälper själv"),
    "hand_over": _("Det hör till en annan verksamhet"),
    "together": _("Flera gör något tillsammans"),
    "no_action": _("Inget mer behövs nu"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalPage:
    """One signal."""

    line: SignalLine
    segments: tuple[Segment, ...]
    wheel_title: str
    outcome: str
    may_hand: bool
    may_assess: bool
    may_close: bool
    asked_unit: str
    asked_holds: bool
    asked_why_not: str
    is_refused: bool
    elsewhere: Elsewhere | None
    answer_outcome: str
    answering: Answering | None
    may_answer: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HandPage:
    """Whom the model names."""

    in_own_unit: bool
    role: str
    who: str
    is_empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessPage:
    """What is judged, on one wheel."""

    signals: tuple[SignalLine, ...]
    segments: tuple[Segment, ...]
    wheel_title: str


def signal_page(
    *,
    actor: Actor,
    line: SignalLine,
    consents: Iterable[ConsentLine],
    model: PracticeModel,
    language: str,
    elsewhere: Elsewhere | None,
    answering: Answering | None,
) -> SignalPage:
    """Put a signal's page together."""
    asked = next((c for c in consents if c.consent.ref == line.consent_ref), None)
    unit = other_unit(asked) if asked is not None else None
    is_contact = Duty.CONTACT in actor.duties
    is_here = line.state in OPEN and not line.is_elsewhere
    answer = elsewhere.answer if elsewhere else None
    return SignalPage(
        line=line,
        segments=segments(line.notes, model, language),
        wheel_title=model.wheel.label(language),
        outcome=str(OUTCOMES.get(line.outcome, "")),
        may_hand=is_here and unit is None,
        may_assess=is_here and is_contact,
        may_close=line.state is State.ASSESSED and is_contact and not line.is_received,
        asked_unit=f"{unit.unit_name}, {unit.organisation_name}" if unit else "",
        asked_holds=unit is not None and unit.holds and line.state is State.RECEIVED,
        asked_why_not=sentence(unit.why_not) if unit and unit.why_not else "",
        is_refused=asked is not None and is_refused(asked),
        elsewhere=elsewhere,
        answer_outcome=str(OUTCOMES.get(answer.outcome, "")) if answer else "",
        answering=answering,
        may_answer=line.state in JUDGED
        and is_contact
        and answering is not None
        and answering.consent is not None
        and answering.answered_at is None,
    )


def is_refused(line: ConsentLine) -> bool:
    """Whether somebody's latest answer to the question is no."""
    return any(answer.what in NO for unit in line.units for answer in unit.answers)


def other_unit(line: ConsentLine) -> Covered | None:
    """Find the unit that the family was asked about."""
    return next((unit for unit in line.units if not unit.is_own), None)


def hand_page(contact: ContactFor, model: PracticeModel, language: str) -> HandPage:
    """Say whom the model's age rule names."""
    role = model.role("contact")
    return HandPage(
        in_own_unit=contact.in_own_unit,
        role=role.label(language) if role else "",
        who=_in_a_sentence(contact.link.who.label(language)) if contact.link else "",
        is_empty=not (contact.colleagues or contact.units),
    )


def to_assess(lines: Iterable[SignalLine]) -> list[SignalLine]:
    """Give what nobody has judged yet."""
    return [line for line in lines if line.state in OPEN and not line.is_elsewhere]


def _in_a_sentence(words: str) -> str:
    """Begin with a small letter, and leave the rest: BVC is still BVC."""
    return words[:1].lower() + words[1:]


def assess_page(lines: Sequence[SignalLine], model: PracticeModel, language: str) -> AssessPage:
    """Put what is judged on one wheel."""
    notes = [note for line in lines for note in line.notes]
    return AssessPage(
        signals=tuple(lines),
        segments=segments(notes, model, language),
        wheel_title=model.wheel.label(language),
    )
