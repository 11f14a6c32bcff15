"""Where a consent departs from the rule: who may record what stands in for an answer, and with what.

Sources: OSL 12:3; FB 6:11, 6:13, 6:13 a; the county's consent policy (`policy.py`).
"""

from dataclasses import dataclass
from datetime import date

from varjebarn.disclosure.matters import SUPPORT_MEASURES
from varjebarn.disclosure.policy import Alone, Answer, ConsentPolicy, default_policy
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.decisions import ALLOWED, Decision

BIGGEST_PAPER = 5 * 1024 * 1024
BEGINNINGS = {
    b"%PDF-": "application/pdf",
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MaturityWords:
    """A maturity assessment as it was written: either what the child understands, or what harms."""

    matter: str
    why: str
    assessed_by: str
    assessed_on: date
    understands: str = ""
    harm_if_told: str = ""
    second_person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandInWords:
    """What stands in for one guardian's answer, as it was written."""

    kind: Answer
    reason: str = ""
    cannot_wait: str = ""
    not_intrusive: str = ""
    decision_reference: str = ""
    decided_on: date | None = None


def may_assess(
    words: MaturityWords, *, born: date, on: date, policy: ConsentPolicy | None = None
) -> Decision:
    """Whether a child may be judged to decide alone, by age and by what has been written (R11).

    The band of the policy says whether an assessment counts; that telling would harm counts at
    15-17 only. An assessment needs a second person; that telling would harm needs a reason.
    """
    alone = (policy or default_policy()).band(born, on).child_alone
    if alone in {Alone.NEVER, Alone.ALWAYS}:
        return _no(Reason.ASSESSMENT_NOT_AT_THIS_AGE)
    is_harm = bool(words.harm_if_told.strip())
    if is_harm and alone is not Alone.ASSESSED_OR_HARM:
        return _no(Reason.HARM_NOT_AT_THIS_AGE)
    needed = [words.matter, words.why, words.assessed_by]
    if not is_harm:
        needed += [words.understands, words.second_person]
    if not all(word.strip() for word in needed):
        return _no(Reason.ASSESSMENT_NOT_COMPLETE)
    return _no(Reason.NOT_YET) if words.assessed_on > on else ALLOWED


def may_stand_in(words: StandInWords, *, matter: str, has_said_no: bool, on: date) -> Decision:
    """Whether a hindrance or a decision may stand in for one guardian's answer (R12).

    A guardian who has said no is not hindered. Socialnämnden's decision is about one of the support
    measures of FB 6:13 a, and completes a consent about that measure alone.
    """
    if words.kind is Answer.HINDERED:
        found = _hindered(words, has_said_no=has_said_no)
        return ALLOWED if found is None else _no(found, "FB 6:13 andra stycket")
    if words.kind is Answer.DECISION_6_13A:
        found = _decided(words, matter=matter, on=on)
        return ALLOWED if found is None else _no(found, "FB 6:13 a")
    return _no(Reason.NO_SUCH_STAND_IN)


def _hindered(words: StandInWords, *, has_said_no: bool) -> Reason | None:
    if not all(w.strip() for w in (words.reason, words.cannot_wait, words.not_intrusive)):
        return Reason.HINDERED_NEEDS_DETAILS
    return Reason.HINDERED_HAS_ANSWERED if has_said_no else None


def _decided(words: StandInWords, *, matter: str, on: date) -> Reason | None:
    if not words.decision_reference.strip() or words.decided_on is None:
        return Reason.DECISION_NEEDS_DETAILS
    if words.decided_on > on:
        return Reason.NOT_YET
    return None if matter in SUPPORT_MEASURES else Reason.DECISION_NOT_FOR_THIS


def may_record_answer(*, said_on: date, heard_by: str, on: date) -> Decision:
    """Whether an answer by other means says when it was given, and who heard it or got the paper."""
    if said_on > on:
        return _no(Reason.NOT_YET)
    return ALLOWED if heard_by.strip() else _no(Reason.HEARD_BY_MISSING)


def paper_type(content: bytes) -> str:
    """Say what a scanned paper is, by how its content begins; empty when it is none of the three."""
    return next((kind for start, kind in BEGINNINGS.items() if content.startswith(start)), "")


def may_store_paper(content: bytes) -> Decision:
    """Whether a scan is a PDF, a JPEG or a PNG whatever its name says, and five megabytes at most."""
    if len(content) > BIGGEST_PAPER:
        return Decision(Reason.PAPER_TOO_BIG)
    return ALLOWED if paper_type(content) else Decision(Reason.PAPER_WRONG_KIND)


def _no(reason: Reason, provision: str = "OSL 12:3; FB 6:11, 6:13") -> Decision:
    return Decision(reason, provision=provision)
