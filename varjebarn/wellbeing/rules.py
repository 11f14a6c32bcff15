"""Who may notice, hand on, judge and close; and that nobody's leave is asked to report concern.

Sources: Region Kronoberg, Barnensbästa-ansvarig (signal, decision tree); GIRFEC Practice Guidance 1
(strengths and challenges); OSL 8:1-2 (a signal stays in its unit). What may leave it is judged in
`disclosure.rules`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.practice.values import Outcome
from varjebarn.wellbeing.reasons import Reason
from varjebarn.wellbeing.values import Note, NoteKind, State

NEEDS_REASON = frozenset({Outcome.HAND_OVER, Outcome.NO_ACTION})


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFacts:
    """What is noticed, by the wheel of which model, and when."""

    notes: tuple[Note, ...]
    dimensions: frozenset[str]
    noticed_on: date
    on: date
    is_filed: bool


def may_notice(facts: NoticeFacts) -> Decision:
    """Anybody who works with the child may: one note is enough, and nobody has to be worried.

    A strength is asked for (`lacks_strength`) and never demanded.
    """
    if not facts.is_filed:
        return Decision(Reason.FILE_FIRST)
    if not facts.notes:
        return Decision(Reason.NOTHING_NOTICED)
    if any(not note.text.strip() for note in facts.notes):
        return Decision(Reason.NOTE_IS_EMPTY)
    if any(note.dimension not in facts.dimensions for note in facts.notes):
        return Decision(Reason.DIMENSION_NOT_IN_MODEL)
    if facts.noticed_on > facts.on:
        return Decision(Reason.DAY_TO_COME)
    return ALLOWED


def lacks_strength(notes: Sequence[Note]) -> bool:
    """Whether to ask once more what works for the child. The answer may be left out."""
    return all(note.kind is not NoteKind.STRENGTH for note in notes)


def may_read(*, is_staff: bool, unit: int, reader_unit: int | None) -> Decision:
    """Whether a signal is read: in its own unit, by staff. The row policies ask for involvement.

    The family reads what is disclosed to it, which is another thing with a ground of its own.
    """
    if not is_staff:
        return Decision(Reason.ONLY_STAFF)
    if reader_unit != unit:
        return Decision(Reason.STAYS_IN_ITS_UNIT, provision="OSL 8:1-2")
    return ALLOWED


def may_report_concern(*, is_staff: bool) -> Decision:
    """Everybody who works with children may report concern, at once and on their own (R20).

    No consent, no colleague's leave and no state of a signal, a plan or a child is asked for; that
    is why this takes no other fact. What is reported stays in the reporter's own unit.
    Source: SoL 19:1; OSL 40:7 g.
    """
    return ALLOWED if is_staff else Decision(Reason.ONLY_STAFF, provision="SoL 19:1")


@dataclass(frozen=True, slots=True, kw_only=True)
class HandFacts:
    """A signal, and whoever in the own unit is to take it."""

    state: State
    is_of_this_unit: bool
    duties: frozenset[str]


def may_hand(facts: HandFacts) -> Decision:
    """Whether a colleague may take it: one in the own unit who is a contact for children.

    A signal may be handed again, to another contact, until somebody has judged it.
    """
    if facts.state in {State.ASSESSED, State.CLOSED}:
        return Decision(Reason.ASSESSED_ALREADY)
    if not facts.is_of_this_unit:
        return Decision(Reason.NOT_OF_THIS_UNIT)
    if Duty.CONTACT not in facts.duties:
        return Decision(Reason.NO_CONTACT_DUTY)
    return ALLOWED


def contact_is_here(area: str, own_area: str) -> bool:
    """Whether the model's contact works in the own unit. An independent school is a school here."""
    return bool(area) and _public(area) == _public(own_area)


def is_of_area(area: str, wanted: str) -> bool:
    """Whether a unit may hold the contact; where the county decides it (""), any unit may."""
    return not wanted or _public(area) == _public(wanted)


def may_ask_to_tell(*, state: State, is_own_unit: bool, is_asked: bool) -> Decision:
    """Ask the family one question, once: may we tell that unit? Source: OSL 10:1, 12:2."""
    if is_own_unit:
        return Decision(Reason.OWN_UNIT_NEEDS_NO_QUESTION)
    if state is not State.RECEIVED:
        return Decision(Reason.HANDED_ALREADY)
    if is_asked:
        return Decision(Reason.ASKED_ALREADY)
    return ALLOWED


def may_deliver(*, state: State, is_asked_about_this: bool, holds: bool) -> Decision:
    """Whether a signal may leave its unit: on the yes to the question asked about it, only then."""
    if state is not State.RECEIVED:
        return Decision(Reason.HANDED_ALREADY)
    if not is_asked_about_this:
        return Decision(Reason.NOT_ASKED)
    if not holds:
        return Decision(Reason.NO_YES_YET, provision="OSL 10:1, 12:2")
    return ALLOWED


def may_receive(*, is_signal: bool, is_filed: bool, is_here: bool) -> Decision:
    """Whether a copy from another unit may become something to judge here: once, when it is filed."""
    if not is_signal:
        return Decision(Reason.NOT_A_SIGNAL)
    if not is_filed:
        return Decision(Reason.FILE_FIRST)
    if is_here:
        return Decision(Reason.RECEIVED_ALREADY)
    return ALLOWED


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerFacts:
    """A signal that came from another unit, and whether the yes it came on reaches back."""

    state: State
    is_received: bool
    is_contact: bool
    is_answered: bool
    holds: bool


def may_answer_sender(facts: AnswerFacts) -> Decision:
    """Tell the unit that noticed what became of it, on the same yes. Source: OSL 10:1, 12:2."""
    if not facts.is_contact:
        return Decision(Reason.ONLY_CONTACT)
    if not facts.is_received:
        return Decision(Reason.NOT_RECEIVED)
    if facts.state not in {State.ASSESSED, State.CLOSED}:
        return Decision(Reason.NOT_ASSESSED)
    if facts.is_answered:
        return Decision(Reason.ANSWERED_ALREADY)
    if not facts.holds:
        return Decision(Reason.ANSWER_NO_LONGER_COVERED, provision="OSL 10:1, 12:2")
    return ALLOWED


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessFacts:
    """What is judged, by whom, and where the model's tree leads. `outcome` None: not at its end."""

    states: tuple[State, ...]
    is_one_child: bool
    is_contact: bool
    outcome: Outcome | None
    reason: str
    to_author: str
    thoughts: Mapping[str, str]
    questions: frozenset[str]


def may_assess(facts: AssessFacts) -> Decision:  # noqa: PLR0911 - one named reason a line
    """Let the contact judge, in words, and tell whoever noticed. Leaving it to others needs a reason.

    Nothing but the tree has to be filled in: the model's questions are a support, not a form.
    """
    if not facts.states:
        return Decision(Reason.NO_SIGNAL)
    if not facts.is_one_child:
        return Decision(Reason.ANOTHER_CHILD)
    if not facts.is_contact:
        return Decision(Reason.ONLY_CONTACT)
    if any(state in {State.ASSESSED, State.CLOSED} for state in facts.states):
        return Decision(Reason.ASSESSED_ALREADY)
    if not facts.questions.issuperset(facts.thoughts):
        return Decision(Reason.QUESTION_NOT_IN_MODEL)
    if facts.outcome is None:
        return Decision(Reason.TREE_NOT_FINISHED)
    if facts.outcome in NEEDS_REASON and not facts.reason.strip():
        return Decision(Reason.REASON_MISSING)
    if not facts.to_author.strip():
        return Decision(Reason.AUTHOR_NOT_TOLD)
    return ALLOWED


def may_close(*, state: State, is_contact: bool, to_author: str) -> Decision:
    """Let the contact close a signal that has been judged, with a last word to its author."""
    if not is_contact:
        return Decision(Reason.ONLY_CONTACT)
    if state is State.CLOSED:
        return Decision(Reason.CLOSED_ALREADY)
    if state is not State.ASSESSED:
        return Decision(Reason.NOT_ASSESSED)
    if not to_author.strip():
        return Decision(Reason.AUTHOR_NOT_TOLD)
    return ALLOWED


def _public(area: str) -> str:
    return area.removeprefix("private_")
