"""When a consent is complete: the child's answer and each guardian's, by the county's policy.

The county's policy is versioned data (`data/consent_policy_*.toml`); this module only evaluates it.
Sources: OSL 12:3; FB 6:11, 6:13, 6:13 a. No statute sets a fixed age for OSL 12:3.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from varjebarn.disclosure.grounds import DATA
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.ages import age
from varjebarn.kernel.decisions import ALLOWED, Decision


class Answer(StrEnum):
    """What a guardian's side of a consent says. The last three stand in for a missing yes."""

    YES = "yes"
    NO = "no"
    NOT_ASKED = "not_asked"
    HINDERED = "hindered"
    REPLACED = "replaced"
    DECISION_6_13A = "decision_6_13a"


class ChildAnswer(StrEnum):
    """What the child says. `NOT_HEARD` counts as heard when a reason why not is recorded."""

    NOT_HEARD = "not_heard"
    HEARD = "heard"
    OBJECTS = "objects"
    CONSENTS = "consents"


class Alone(StrEnum):
    """When the child may decide without a guardian."""

    NEVER = "never"
    ASSESSED = "assessed"
    ASSESSED_OR_HARM = "assessed_or_harm"
    ALWAYS = "always"


class Asked(StrEnum):
    """What is asked of the child in a band."""

    VIEW = "view"
    NO_OBJECTION = "no_objection"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """What the policy asks between two ages, the upper one not included."""

    from_age: int
    to_age: int
    guardians_asked: bool
    child: Asked
    child_alone: Alone


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentPolicy:
    """A county's policy in one version. `decided_by` is empty until a body has decided."""

    policy_id: str
    version: int
    valid_from: date
    decided_by: str
    consent_max_months: int
    bands: tuple[Band, ...]
    stand_in_needs: Mapping[Answer, tuple[str, ...]]
    assessment_needs: tuple[str, ...]
    assessment_second_person: bool
    guardian_view_closes_at: int
    guardian_view_reassessed_at: tuple[int, ...]
    guardian_view_ends_at: int

    def band(self, born: date, on: date) -> Band:
        """Find the band of a day; an unborn child stands in the first."""
        years = max(age(born, on), 0)
        return next(band for band in self.bands if band.from_age <= years < band.to_age)


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardianAnswer:
    """One guardian's answer for one unit and part, with what a stand-in needs.

    `secret_from`: secrecy applies towards this guardian, who then does not dispose over it (R52).
    """

    guardian: str
    answer: Answer
    details: Mapping[str, str] = field(default_factory=dict)
    secret_from: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A maturity assessment for one child and one matter, with its fields and second person."""

    details: Mapping[str, str]
    second_person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentFacts:
    """Everything that decides whether a consent is complete for one unit and part on a day."""

    born: date
    on: date
    guardians: tuple[GuardianAnswer, ...]
    child: ChildAnswer
    child_not_heard_reason: str = ""
    assessment: Assessment | None = None
    harm_if_told: str = ""
    measure: str = ""


def is_complete(facts: ConsentFacts, policy: ConsentPolicy | None = None) -> Decision:
    """Whether a consent is complete by the policy. The child is asked first, always (R11, R12)."""
    policy = policy or default_policy()
    band = policy.band(facts.born, facts.on)
    child = _child_agrees(facts, band)
    if child is not None:
        return _no(child)
    if not band.guardians_asked:
        return ALLOWED
    alone = _may_decide_alone(facts, band, policy)
    if alone is None:
        return ALLOWED
    if alone is Reason.ASSESSMENT_NOT_COMPLETE:
        return _no(alone)
    guardians = _guardians_agree(facts, policy)
    return ALLOWED if guardians is None else _no(guardians)


@cache
def default_policy() -> ConsentPolicy:
    """Read the shipped default, once per process."""
    with (DATA / "consent_policy_default.toml").open("rb") as file:
        return parse(tomllib.load(file))


def parse(document: Mapping[str, Any]) -> ConsentPolicy:
    """Turn a policy file into a value. Raises ValueError when the bands leave an age out."""
    head, view = document["policy"], document["guardian_view"]
    bands = tuple(_band(table) for table in document["bands"])
    edges = [0, *(band.to_age for band in bands)]
    if any(band.from_age != edge for band, edge in zip(bands, edges, strict=False)):
        raise ValueError("the bands of a consent policy follow each other from age 0")
    return ConsentPolicy(
        policy_id=head["id"],
        version=head["version"],
        valid_from=head["valid_from"],
        decided_by=head["decided_by"],
        consent_max_months=head["consent_max_months"],
        bands=bands,
        stand_in_needs={Answer(k): tuple(v) for k, v in document["guardian_answers"].items()},
        assessment_needs=tuple(document["maturity_assessment"]["needs"]),
        assessment_second_person=document["maturity_assessment"]["second_person"],
        guardian_view_closes_at=view["closes_at"],
        guardian_view_reassessed_at=tuple(view["reassessed_at"]),
        guardian_view_ends_at=view["ends_at"],
    )


def _no(reason: Reason) -> Decision:
    return Decision(reason, provision="OSL 12:3; FB 6:11, 6:13")


def _band(table: Mapping[str, Any]) -> Band:
    return Band(
        from_age=table["from_age"],
        to_age=table["to_age"],
        guardians_asked=table["guardians"] == "all",
        child=Asked(table["child"]),
        child_alone=Alone(table["child_alone"]),
    )


def _child_agrees(facts: ConsentFacts, band: Band) -> Reason | None:
    """Stop at an objection, at every age: the child is talked with and asked anew."""
    if facts.child is ChildAnswer.OBJECTS:
        return Reason.CHILD_OBJECTS
    if band.child is Asked.CONSENT and facts.child is not ChildAnswer.CONSENTS:
        return Reason.CHILD_MUST_CONSENT
    if facts.child is ChildAnswer.NOT_HEARD and not facts.child_not_heard_reason.strip():
        return Reason.CHILD_NOT_HEARD
    return None


def _may_decide_alone(facts: ConsentFacts, band: Band, policy: ConsentPolicy) -> Reason | None:
    """None when the child, who consents, decides alone in this matter."""
    if facts.child is not ChildAnswer.CONSENTS or band.child_alone is Alone.NEVER:
        return Reason.NEEDS_GUARDIAN
    if band.child_alone is Alone.ASSESSED_OR_HARM and facts.harm_if_told.strip():
        return None
    if facts.assessment is None:
        return Reason.NEEDS_GUARDIAN
    details = facts.assessment.details
    if not all(details.get(need, "").strip() for need in policy.assessment_needs):
        return Reason.ASSESSMENT_NOT_COMPLETE
    if policy.assessment_second_person and not facts.assessment.second_person.strip():
        return Reason.ASSESSMENT_NOT_COMPLETE
    return None


def _guardians_agree(facts: ConsentFacts, policy: ConsentPolicy) -> Reason | None:
    """Every guardian who disposes says yes, or a stand-in with its fields; one yes must be real."""
    disposing = tuple(g for g in facts.guardians if not g.secret_from)
    if not disposing:
        return Reason.NO_GUARDIAN_KNOWN
    if any(g.answer is Answer.NO for g in disposing):
        return Reason.GUARDIAN_SAID_NO
    if any(g.answer is Answer.NOT_ASKED for g in disposing):
        return Reason.NEEDS_GUARDIAN
    if not any(g.answer is Answer.YES for g in disposing):
        return Reason.NO_ACTUAL_YES
    return next(filter(None, (_stand_in_counts(g, facts, policy) for g in disposing)), None)


_NEEDS_DETAILS = {
    Answer.HINDERED: Reason.HINDERED_NEEDS_DETAILS,
    Answer.REPLACED: Reason.REPLACED_NEEDS_DETAILS,
    Answer.DECISION_6_13A: Reason.DECISION_NEEDS_DETAILS,
}


def _stand_in_counts(
    given: GuardianAnswer, facts: ConsentFacts, policy: ConsentPolicy
) -> Reason | None:
    if given.answer not in _NEEDS_DETAILS:
        return None
    needs = policy.stand_in_needs[given.answer]
    if not all(given.details.get(need, "").strip() for need in needs):
        return _NEEDS_DETAILS[given.answer]
    if given.answer is Answer.DECISION_6_13A and given.details["measure"] != facts.measure:
        return Reason.DECISION_OTHER_MEASURE
    return None
