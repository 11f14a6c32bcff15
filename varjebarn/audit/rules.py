"""Who may review what, how large a sample is, and which events it holds. The database knows the same.

Source: PDL 4:3, SoLPuL 10 §, HSLF-FS 2016:40 4 kap. 9 § items 5-6 (R27).
"""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from varjebarn.audit.reasons import Reason
from varjebarn.audit.values import Outcome, State
from varjebarn.kernel.actors import Actor, Duty, Kind
from varjebarn.kernel.decisions import ALLOWED, Decision


def may_review(actor: Actor, *, reader: int | None = None) -> Decision:
    """Review a unit's log: its log reviewer, and never what she has read herself."""
    if not actor.is_staff or Duty.LOG_REVIEWER not in actor.duties:
        return Decision(Reason.ONLY_REVIEWER)
    if reader == actor.person_id:
        return Decision(Reason.NOT_ONES_OWN)
    return ALLOWED


def may_ask_reader(actor: Actor, *, reader: int, state: State, words: str) -> Decision:
    """Ask a reader to explain, with a question in words."""
    if (decision := may_review(actor, reader=reader)).reason:
        return decision
    if state is State.DONE:
        return Decision(Reason.DONE_ALREADY)
    return ALLOWED if words.strip() else Decision(Reason.WORDS_MISSING)


def may_explain(actor: Actor, *, reader: int, state: State, words: str) -> Decision:
    """Explain a reading: the one who read, when she has been asked."""
    if not actor.is_staff or actor.person_id != reader:
        return Decision(Reason.ONLY_THE_READER)
    if state is not State.ASKED:
        return Decision(Reason.NOT_ASKED)
    return ALLOWED if words.strip() else Decision(Reason.WORDS_MISSING)


def may_conclude(
    actor: Actor, *, reader: int, state: State, explained: bool, outcome: str, words: str
) -> Decision:
    """Say what a review came to. What was expected may stand alone; the rest needs words."""
    if (decision := may_review(actor, reader=reader)).reason:
        return decision
    if state is State.DONE:
        return Decision(Reason.DONE_ALREADY)
    if outcome not in set(Outcome):
        return Decision(Reason.OUTCOME_UNKNOWN)
    if outcome == Outcome.EXPLAINED and not explained:
        return Decision(Reason.NOT_EXPLAINED)
    if outcome != Outcome.EXPECTED and not words.strip():
        return Decision(Reason.WORDS_MISSING)
    return ALLOWED


def may_ask_about(actor: Actor, *, words: str, waiting: bool) -> Decision:
    """Ask about a reading that one has been told of: a child or a guardian.

    `waiting` says that one's own earlier question about it has no answer yet.
    """
    if actor.kind is not Kind.FAMILY:
        return Decision(Reason.ONLY_FAMILY)
    if waiting:
        return Decision(Reason.ASKED_ALREADY)
    return ALLOWED if words.strip() else Decision(Reason.WORDS_MISSING)


def may_answer(actor: Actor, *, answered: bool, words: str) -> Decision:
    """Answer the family: the log reviewer, or somebody who is involved (the database knows who)."""
    if not actor.is_staff:
        return Decision(Reason.ONLY_REVIEWER)
    if answered:
        return Decision(Reason.ANSWERED_ALREADY)
    return ALLOWED if words.strip() else Decision(Reason.WORDS_MISSING)


def may_extract(actor: Actor, *, chosen: bool, first: date, last: date) -> Decision:
    """Make a signed extract of a unit's log for an inspector; `last` is included."""
    if (decision := may_review(actor)).reason:
        return decision
    if not chosen:
        return Decision(Reason.NOTHING_CHOSEN)
    return ALLOWED if first <= last else Decision(Reason.PERIOD_BACKWARDS)


def sample_size(readings: int, *, percent: int, at_least: int, at_most: int) -> int:
    """Answer how many readings are drawn of so many: a share, within bounds, never more than all."""
    wanted = -(-readings * percent // 100)
    return min(readings, at_most, max(at_least, wanted))


def drawn(seed: bytes, leaves: Sequence[bytes], size: int) -> list[bytes]:
    """Draw by lot, so that whoever has the seed and the log can draw the same again."""
    return sorted(leaves, key=lambda leaf: sha256(seed + leaf).digest())[:size]
