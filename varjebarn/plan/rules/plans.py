"""Who may do what with a plan, and what a version needs before anybody gets it.

What is asked about a version is the very document that would be published.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.plan.documents import PlanDocument
from varjebarn.plan.reasons import Reason
from varjebarn.plan.rules.sip import missing_for_sip


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the plan stands, and how the acting person stands to it."""

    is_closed: bool
    is_lead: bool
    is_manager: bool

    @property
    def may_hold_together(self) -> bool:
        """Whether the person is the lead, or heads the unit and may step in for her."""
        return self.is_lead or self.is_manager


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadFacts:
    """A change of lead: from whom, to whom, and who works in the unit now."""

    current: UUID
    wanted: UUID
    in_unit: frozenset[UUID]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingFacts:
    """What closing a plan leans on."""

    outcome: str


def may_start_plan(*, has_open_plan: bool, dimensions: frozenset[str]) -> Decision:
    """One child, one plan. `dimensions` are the model version's; none when there is no such version.

    Source: Backa barnet, "Ett barn, en plan"; the practice model.
    """
    if has_open_plan:
        return Decision(Reason.ONE_OPEN_PLAN)
    if not dimensions:
        return Decision(Reason.MODEL_UNKNOWN)
    return ALLOWED


def may_change(standing: Standing) -> Decision:
    """Whether the plan is still written in: a closed one is kept as it was."""
    return Decision(Reason.PLAN_IS_CLOSED) if standing.is_closed else ALLOWED


def with_words(standing: Standing, *words: str) -> Decision:
    """Whether what is written in a plan says something."""
    if standing.is_closed:
        return Decision(Reason.PLAN_IS_CLOSED)
    if not all(text.strip() for text in words):
        return Decision(Reason.WORDS_MISSING)
    return ALLOWED


def may_agree_goal(
    standing: Standing,
    *,
    wording: str,
    dimension: str,
    dimensions: frozenset[str],
) -> Decision:
    """Whether a need or goal has words, under a dimension of the plan's own model or none."""
    if standing.is_closed:
        return Decision(Reason.PLAN_IS_CLOSED)
    if not wording.strip():
        return Decision(Reason.WORDS_MISSING)
    if dimension and dimension not in dimensions:
        return Decision(Reason.DIMENSION_UNKNOWN)
    return ALLOWED


def may_set_follow_up(standing: Standing, *, follow_up_on: date, on: date) -> Decision:
    """Whether the follow-up is a day that has not passed."""
    if standing.is_closed:
        return Decision(Reason.PLAN_IS_CLOSED)
    if follow_up_on < on:
        return Decision(Reason.FOLLOW_UP_HAS_PASSED)
    return ALLOWED


def may_give_reason(standing: Standing, *, reason: str) -> Decision:
    """Whether it says in words why a version is without the child's view.

    Source: SoL 3:2; skollagen 1:10; barnkonventionen art. 12 (R24).
    """
    return with_words(standing, reason)


def may_change_lead(standing: Standing, facts: LeadFacts) -> Decision:
    """One lead at a time, who works in the unit; changed by the lead, or by the unit's manager.

    Source: SoL 10:8 item 4; HSL 16:4 item 4; the practice model (R23).
    """
    if standing.is_closed:
        return Decision(Reason.PLAN_IS_CLOSED)
    if not standing.may_hold_together:
        return Decision(Reason.ONLY_LEAD_OR_MANAGER)
    if facts.wanted == facts.current:
        return Decision(Reason.LEAD_IS_THE_SAME)
    if facts.wanted not in facts.in_unit:
        return Decision(Reason.LEAD_NOT_OF_UNIT)
    if not facts.why.strip():
        return Decision(Reason.LEAD_CHANGE_WITHOUT_REASON)
    return ALLOWED


def may_close(standing: Standing, facts: ClosingFacts) -> Decision:
    """Let the lead, or the unit's manager, close a plan, once, and say why."""
    if standing.is_closed:
        return Decision(Reason.PLAN_IS_CLOSED)
    if not standing.may_hold_together:
        return Decision(Reason.ONLY_LEAD_OR_MANAGER)
    if not facts.outcome:
        return Decision(Reason.WORDS_MISSING)
    return ALLOWED


def may_publish(
    document: PlanDocument,
    standing: Standing,
    *,
    on: date,
    consent_given: bool,
) -> Decision:
    """Let the lead, or the unit's manager, publish a version that lacks nothing; the first lack refuses.

    `consent_given`: some other unit is covered by a live consent. Only a SIP must have it: a plan
    within one unit and the family is a plan too.
    """
    if standing.is_closed:
        return Decision(Reason.PLAN_IS_CLOSED)
    if not standing.may_hold_together:
        return Decision(Reason.ONLY_LEAD_OR_MANAGER)
    lacking = missing_for_version(document, on=on, consent_given=consent_given)
    return Decision(lacking[0]) if lacking else ALLOWED


def missing_for_version(
    document: PlanDocument,
    *,
    on: date,
    consent_given: bool,
) -> tuple[Reason, ...]:
    """Name everything that the next version still lacks, in the order of the page.

    Sources: the children's plan's content (2016 order 9-12 §§, as a model); R22, R23, R24.
    """
    lacking = [
        *_missing_from_head(document, on),
        *_missing_from_parts(document),
    ]
    if document.is_sip:
        lacking.extend(missing_for_sip(document, consent_given=consent_given))
    return tuple(lacking)


def _missing_from_head(document: PlanDocument, on: date) -> Iterator[Reason]:
    if document.lead is None:
        yield Reason.LEAD_MISSING
    if not document.overall_responsible:
        yield Reason.OVERALL_RESPONSIBLE_MISSING
    if document.follow_up_on is None:
        yield Reason.FOLLOW_UP_MISSING
    elif document.follow_up_on < on:
        yield Reason.FOLLOW_UP_HAS_PASSED


def _missing_from_parts(document: PlanDocument) -> Iterator[Reason]:
    if document.why is None or not document.why.text.strip():
        yield Reason.WHY_MISSING
    view = document.child_view
    if view is None or not (view.lines or view.reason_without.strip()):
        yield Reason.CHILD_VIEW_MISSING
    actions = document.actions.lines if document.actions else ()
    needs = document.goals.needs if document.goals else ()
    led_to = {action.need for action in actions}
    if any(need.ref not in led_to and not need.why_no_action.strip() for need in needs):
        yield Reason.NEED_WITHOUT_ACTION
    if any(not (line.responsible.unit or line.responsible.name.strip()) for line in actions):
        yield Reason.ACTION_WITHOUT_RESPONSIBLE
    if any(line.due is None and not line.status.is_over for line in actions):
        yield Reason.ACTION_WITHOUT_DATE
