"""Judges a consent for one unit by the county's policy, in Python; the door judges by itself."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from varjebarn.disclosure.models import Consent
from varjebarn.disclosure.policy import (
    Answer,
    ChildAnswer,
    ConsentFacts,
    GuardianAnswer,
    default_policy,
    is_complete,
)
from varjebarn.disclosure.queries.exceptions import Exceptions
from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.standing import STOCKHOLM
from varjebarn.kernel.ages import birthday
from varjebarn.people.models import ChildFile

GIVEN = "given"
ENDED = frozenset({"refused", "withdrawn"})


class Said(Protocol):
    """What somebody has last said about one unit."""

    @property
    def consenter_id(self) -> int:
        """Whose answer it is."""

    @property
    def name(self) -> str:
        """The name it was asked under."""

    @property
    def capacity(self) -> str:
        """Child or guardian."""

    @property
    def what(self) -> str:
        """asked, given, refused or withdrawn."""


def why_not(
    child: ChildFile, consent: Consent, answers: Sequence[Said], known: Exceptions, today: date
) -> Reason | None:
    """Say why a consent does not hold for a unit today, or None when it does."""
    if consent.valid_to <= today:
        return Reason.CONSENT_ENDED
    adult = birthday(child.born, default_policy().guardian_view_ends_at)
    if adult <= today and consent.asked_at.astimezone(STOCKHOLM).date() < adult:
        return Reason.ASKED_BEFORE_18
    facts = ConsentFacts(
        born=child.born,
        on=today,
        guardians=tuple(_guardians(consent, answers, known)),
        child=_child(answers),
        # Each disclosure on consent carries the child's view, or why there is none (`child_view`).
        child_not_heard_reason="child_view",
        assessment=known.assessment,
        harm_if_told=known.harm_if_told,
        measure=consent.matter,
    )
    decision = is_complete(facts)
    return None if decision else Reason(str(decision.reason))


def _child(answers: Sequence[Said]) -> ChildAnswer:
    said = next((a.what for a in answers if a.capacity == "child"), "asked")
    if said == GIVEN:
        return ChildAnswer.CONSENTS
    return ChildAnswer.OBJECTS if said in ENDED else ChildAnswer.NOT_HEARD


def _guardians(
    consent: Consent, answers: Sequence[Said], known: Exceptions
) -> Iterator[GuardianAnswer]:
    """Give the answer of each who decides; who decides and was not asked has not answered."""
    for said in answers:
        if said.capacity == "guardian" and said.consenter_id not in known.past:
            yield _guardian(consent, said, known)
    for name in known.not_asked:
        yield GuardianAnswer(guardian=name, answer=Answer.NOT_ASKED)


def _guardian(consent: Consent, said: Said, known: Exceptions) -> GuardianAnswer:
    replaced = known.replaced.get(said.consenter_id)
    if replaced is not None:
        return GuardianAnswer(guardian=said.name, answer=Answer.REPLACED, details=replaced)
    words = known.stand_ins.get(said.consenter_id)
    if said.what != GIVEN and words is not None:
        kind = Answer(words["kind"])
        is_hindered = kind is Answer.HINDERED and said.what not in ENDED
        is_decided = kind is Answer.DECISION_6_13A and words["measure"] == consent.matter
        if is_hindered or is_decided:
            return GuardianAnswer(guardian=said.name, answer=kind, details=words)
    answer = {GIVEN: Answer.YES} | dict.fromkeys(ENDED, Answer.NO)
    return GuardianAnswer(guardian=said.name, answer=answer.get(said.what, Answer.NOT_ASKED))
