"""When a child and a guardian are asked, answered, written down, and told what came of it.

Sources: barnkonventionen art. 12 (lag 2018:1197); SoL (2025:400) 3:2-3; skollagen (2010:800) 1:10.
What may be seen is the row policies' business; what may be disclosed is `disclosure.rules`.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from varjebarn.kernel.ages import is_under
from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.participation.answers import FACES, Answer
from varjebarn.participation.reasons import Reason

CHILD_WORDS, GUARDIAN_WORDS = "child_words", "guardian_words"
KINDS_OF_WORDS = frozenset({CHILD_WORDS, GUARDIAN_WORDS})


@dataclass(frozen=True, slots=True, kw_only=True)
class AskFacts:
    """Whom is asked, and what. `asked` are keys of the wheel, `free` questions in own words."""

    asked: tuple[str, ...]
    free: tuple[str, ...]
    dimensions: frozenset[str]
    has_login: bool
    is_filed: bool
    has_custody: bool = True


def may_ask(facts: AskFacts) -> Decision:
    """Somebody is asked something that the practice model has words for, where they can answer.

    A parent without custody does not decide for the child (FB 6:11), so isn't asked this way.
    """
    if not facts.is_filed:
        return Decision(Reason.FILE_FIRST)
    if not facts.has_custody:
        return Decision(Reason.WITHOUT_CUSTODY)
    if not facts.has_login:
        return Decision(Reason.NO_LOGIN)
    if not facts.asked and not any(question.strip() for question in facts.free):
        return Decision(Reason.NOTHING_ASKED)
    if not facts.dimensions.issuperset(facts.asked):
        return Decision(Reason.QUESTION_NOT_IN_MODEL)
    return ALLOWED


def may_send(
    answers: Sequence[Answer],
    words: str,
    *,
    asked: Collection[str],
    faces: Collection[int] = FACES,
) -> Decision:
    """Anything that says something may be sent: one face, some words, or one "not now".

    No question has to be answered. A question that wasn't asked has no answer, and nobody has
    both chosen a face and said that they would rather not.
    """
    given = [answer for answer in answers if answer.is_given]
    keys = [answer.dimension for answer in given]
    if not given and not words.strip():
        return Decision(Reason.NOTHING_SAID)
    if not set(keys) <= set(asked):
        return Decision(Reason.NOT_ASKED)
    if len(keys) != len(set(keys)):
        return Decision(Reason.ANSWERED_TWICE)
    if any(answer.skipped and answer.face is not None for answer in given):
        return Decision(Reason.FACE_AND_SKIP)
    if any(answer.face is not None and answer.face not in faces for answer in given):
        return Decision(Reason.FACE_NOT_ON_SCALE)
    return ALLOWED


def may_take_in(*, kind: str, is_taken: bool, says_something: bool) -> Decision:
    """Whether what was sent becomes a view: once, word for word. A consent's answer is no view."""
    if kind not in KINDS_OF_WORDS:
        return Decision(Reason.NOT_WORDS)
    if is_taken:
        return Decision(Reason.TAKEN_IN_ALREADY)
    if not says_something:
        return Decision(Reason.NOTHING_SAID)
    return ALLOWED


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFacts:
    """What an adult writes down of what somebody said."""

    words: str
    answers: tuple[Answer, ...]
    occasion: str
    said_on: date
    on: date
    is_filed: bool


def may_note(facts: NoteFacts) -> Decision:
    """Whether an adult may hold the pen: when it is told what was said, when and where.

    A drawing or a symbol is kept with the words that the child put to it.
    """
    if not facts.is_filed:
        return Decision(Reason.FILE_FIRST)
    if not facts.words.strip() and not any(answer.is_given for answer in facts.answers):
        return Decision(Reason.NOTHING_SAID)
    if not facts.occasion.strip():
        return Decision(Reason.OCCASION_MISSING)
    if facts.said_on > facts.on:
        return Decision(Reason.DAY_TO_COME)
    return ALLOWED


@dataclass(frozen=True, slots=True, kw_only=True)
class InfluenceFacts:
    """What came of a view, and when whoever said it was told."""

    what: str
    said_on: date
    told_back_on: date | None
    on: date
    is_told_already: bool
    is_taken_back: bool


def may_note_influence(facts: InfluenceFacts) -> Decision:
    """Say what changed, or why nothing did; once it has been told, it stands.

    Source: SoL 3:3, the child is told; Lundy 2007, influence.
    """
    if facts.is_taken_back:
        return Decision(Reason.TAKEN_BACK)
    if facts.is_told_already:
        return Decision(Reason.TOLD_BACK_ALREADY)
    if not facts.what.strip():
        return Decision(Reason.INFLUENCE_MISSING)
    if facts.told_back_on is not None and facts.told_back_on > facts.on:
        return Decision(Reason.DAY_TO_COME)
    if facts.told_back_on is not None and facts.told_back_on < facts.said_on:
        return Decision(Reason.TOLD_BEFORE_SAID)
    return ALLOWED


def may_take_back(*, is_taken_back: bool) -> Decision:
    """Whoever said it may take it back, once, whatever has been done with it.

    It is in no later version; copies that were delivered before stay where they are.
    """
    return Decision(Reason.TAKEN_BACK) if is_taken_back else ALLOWED


def child_is_heard(*, has_view: bool, why_not: str) -> Decision:
    """No plan version without the child's view, or the reason why it couldn't be had (R24).

    A view that the child keeps in this unit counts; one that was taken back does not.
    Source: SoL 3:2; skollagen 1:10; barnkonventionen art. 12.
    """
    return ALLOWED if has_view or why_not.strip() else Decision(Reason.CHILD_NOT_HEARD)


def guardian_reads_plan(
    born: date,
    on: date,
    *,
    closes_at: int,
    custody: bool,
    view_agreed: bool,
) -> bool:
    """Whether a guardian will read what stands in the plan, as the child is told when asked (R14).

    Under the county's age every guardian with custody does; after it only by agreement.
    """
    return custody and (is_under(born, closes_at, on) or view_agreed)
