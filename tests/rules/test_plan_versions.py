"""What a plan may become, who may do it, and what a version needs before anybody gets it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from varjebarn.kernel.decisions import ALLOWED
from varjebarn.plan.documents import (
    Actions,
    ActionStatus,
    ChildView,
    Goals,
    Need,
    PlanDocument,
    Responsible,
    Why,
)
from varjebarn.plan.reasons import Reason
from varjebarn.plan.rules import (
    ClosingFacts,
    ContributionFacts,
    LeadFacts,
    Standing,
    may_agree_goal,
    may_change,
    may_change_lead,
    may_close,
    may_contribute,
    may_give_reason,
    may_open_contribution,
    may_publish,
    may_set_follow_up,
    may_start_plan,
    missing_for_version,
    sip_items,
)

from tests.rules.plan_facts import (
    HEALTH,
    LATER,
    LEAD,
    NEED,
    OURS,
    SCHOOL,
    THEIRS,
    TODAY,
    action,
    by,
    document,
    member,
    sip,
    view,
)

CLOSED = replace(LEAD, is_closed=True)
COLLEAGUE = replace(LEAD, is_lead=False)
MANAGER = replace(COLLEAGUE, is_manager=True)


def answer(
    plan: PlanDocument,
    *,
    standing: Standing = LEAD,
    on: date = TODAY,
    consent: bool = True,
) -> object:
    return may_publish(plan, standing, on=on, consent_given=consent).reason


def test_a_child_has_one_open_plan() -> None:
    known = frozenset({"safe"})

    assert may_start_plan(has_open_plan=False, dimensions=known) == ALLOWED
    assert may_start_plan(has_open_plan=True, dimensions=known).reason is Reason.ONE_OPEN_PLAN


def test_a_plan_begins_with_a_published_model() -> None:
    decision = may_start_plan(has_open_plan=False, dimensions=frozenset())

    assert decision.reason is Reason.MODEL_UNKNOWN


@pytest.mark.parametrize(
    ("standing", "wording", "dimension", "reason"),
    [
        (LEAD, "Lugna raster", "safe", None),
        (COLLEAGUE, "Lugna raster", "", None),
        (CLOSED, "Lugna raster", "safe", Reason.PLAN_IS_CLOSED),
        (LEAD, "  ", "safe", Reason.WORDS_MISSING),
        (LEAD, "Lugna raster", "wealthy", Reason.DIMENSION_UNKNOWN),
    ],
)
def test_a_goal_has_words_under_a_dimension_of_the_model(
    standing: Standing, wording: str, dimension: str, reason: Reason | None
) -> None:
    decision = may_agree_goal(
        standing,
        wording=wording,
        dimension=dimension,
        dimensions=frozenset({"safe", "healthy"}),
    )

    assert decision.reason is reason


def test_a_closed_plan_is_kept_as_it_was() -> None:
    assert may_change(CLOSED).reason is Reason.PLAN_IS_CLOSED
    assert may_set_follow_up(CLOSED, follow_up_on=LATER, on=TODAY).reason is Reason.PLAN_IS_CLOSED
    assert may_change(COLLEAGUE) == ALLOWED


def test_a_follow_up_is_a_day_to_come() -> None:
    assert may_set_follow_up(LEAD, follow_up_on=TODAY, on=TODAY) == ALLOWED
    past = may_set_follow_up(LEAD, follow_up_on=TODAY, on=LATER)
    assert past.reason is Reason.FOLLOW_UP_HAS_PASSED


@pytest.mark.rule("R24", case="allows")
@pytest.mark.parametrize(
    "said",
    [
        ChildView(lines=(view(),)),
        ChildView(reason_without="Alva ville vänta till nästa gång."),
        ChildView(lines=(view(),), reason_without="Alva ville vänta till nästa gång."),
    ],
)
def test_a_version_has_the_childs_view_or_says_why_not(said: ChildView) -> None:
    assert answer(document(child_view=said)) is None


@pytest.mark.rule("R24", case="refuses")
@pytest.mark.parametrize("said", [None, ChildView(), ChildView(reason_without="  ")])
def test_no_version_without_the_childs_view_or_a_reason(said: ChildView | None) -> None:
    assert answer(document(child_view=said)) is Reason.CHILD_VIEW_MISSING


@pytest.mark.rule("R24", case="refuses")
def test_a_reason_without_words_is_no_reason() -> None:
    assert may_give_reason(LEAD, reason=" ").reason is Reason.WORDS_MISSING
    assert may_give_reason(LEAD, reason="Alva ville vänta.") == ALLOWED


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"why": None}, Reason.WHY_MISSING),
        ({"why": Why(text=" ", started_on=TODAY)}, Reason.WHY_MISSING),
        ({"follow_up_on": None}, Reason.FOLLOW_UP_MISSING),
        ({"follow_up_on": date(2026, 3, 1)}, Reason.FOLLOW_UP_HAS_PASSED),
        (
            {"goals": Goals(needs=(Need(ref=UUID(int=1), wording="Sömn"),))},
            Reason.NEED_WITHOUT_ACTION,
        ),
        ({"actions": Actions()}, Reason.NEED_WITHOUT_ACTION),
        (
            {"actions": Actions(lines=(action(responsible=Responsible()),))},
            Reason.ACTION_WITHOUT_RESPONSIBLE,
        ),
        ({"actions": Actions(lines=(action(due=None),))}, Reason.ACTION_WITHOUT_DATE),
    ],
)
def test_no_version_while_something_is_missing(change: dict[str, object], reason: Reason) -> None:
    assert answer(document(**change)) is reason
    assert reason in missing_for_version(document(**change), on=TODAY, consent_given=True)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"follow_up_on": TODAY},
        {"goals": Goals(needs=(Need(ref=NEED, wording="Ro", why_no_action="Alva vill vänta"),))},
        {
            "goals": Goals(needs=(Need(ref=NEED, wording="Ro", why_no_action="Vi väntar"),)),
            "actions": Actions(),
        },
        {"actions": Actions(lines=(action(due=None, status=ActionStatus.DONE),))},
        {"actions": Actions(lines=(action(responsible=by(None, "", "Karin")),))},
        {"guardian_view": None, "disagreement": (), "team": ()},
    ],
)
def test_a_version_that_has_what_it_needs_may_be_published(change: dict[str, object]) -> None:
    assert answer(document(**change)) is None


def test_a_plan_within_one_unit_needs_no_consent() -> None:
    assert answer(document(), consent=False) is None


def test_everything_that_is_missing_is_named_at_once() -> None:
    bare = document(why=None, child_view=None, follow_up_on=None)

    assert missing_for_version(bare, on=TODAY, consent_given=False) == (
        Reason.FOLLOW_UP_MISSING,
        Reason.WHY_MISSING,
        Reason.CHILD_VIEW_MISSING,
    )


@pytest.mark.parametrize(
    ("standing", "reason"),
    [
        (LEAD, None),
        (MANAGER, None),
        (COLLEAGUE, Reason.ONLY_LEAD_OR_MANAGER),
        (CLOSED, Reason.PLAN_IS_CLOSED),
    ],
)
def test_the_lead_publishes_and_closes_or_the_manager_for_her(
    standing: Standing, reason: Reason | None
) -> None:
    assert answer(document(), standing=standing) is reason
    assert may_close(standing, ClosingFacts(outcome="goals_met")).reason is reason


def test_a_plan_is_closed_with_an_outcome() -> None:
    assert may_close(LEAD, ClosingFacts(outcome="")).reason is Reason.WORDS_MISSING


@pytest.mark.rule("R23", case="allows")
def test_a_version_names_one_principal_and_one_lead() -> None:
    assert answer(document()) is None


@pytest.mark.rule("R23", case="refuses")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"lead": None}, Reason.LEAD_MISSING),
        ({"overall_responsible": ""}, Reason.OVERALL_RESPONSIBLE_MISSING),
    ],
)
def test_no_version_without_them(change: dict[str, object], reason: Reason) -> None:
    assert answer(document(**change)) is reason


ONE, OTHER, STRANGER = UUID(int=31), UUID(int=32), UUID(int=33)
CHANGE = LeadFacts(
    current=ONE,
    wanted=OTHER,
    in_unit=frozenset({ONE, OTHER}),
    why="Lena byter skola.",
)


@pytest.mark.rule("R23", case="allows")
@pytest.mark.parametrize("standing", [LEAD, MANAGER])
def test_the_lead_is_changed_by_the_lead_or_the_manager(standing: Standing) -> None:
    assert may_change_lead(standing, CHANGE) == ALLOWED


@pytest.mark.rule("R23", case="refuses")
@pytest.mark.parametrize(
    ("standing", "facts", "reason"),
    [
        (CLOSED, CHANGE, Reason.PLAN_IS_CLOSED),
        (COLLEAGUE, CHANGE, Reason.ONLY_LEAD_OR_MANAGER),
        (LEAD, replace(CHANGE, wanted=ONE), Reason.LEAD_IS_THE_SAME),
        (LEAD, replace(CHANGE, wanted=STRANGER), Reason.LEAD_NOT_OF_UNIT),
        (LEAD, replace(CHANGE, why=" "), Reason.LEAD_CHANGE_WITHOUT_REASON),
    ],
)
def test_the_lead_is_not_changed_silently_or_to_anybody(
    standing: Standing, facts: LeadFacts, reason: Reason
) -> None:
    assert may_change_lead(standing, facts).reason is reason


@pytest.mark.rule("R22", case="allows")
def test_a_complete_sip_may_become_active() -> None:
    assert answer(sip()) is None
    assert [(item.number, item.is_complete) for item in sip_items(sip())] == [
        (1, True),
        (2, True),
        (3, True),
        (4, True),
    ]


@pytest.mark.rule("R22", case="allows")
def test_nobody_else_may_be_said_in_words_instead() -> None:
    lines = (action(), action(THEIRS, responsible=by(HEALTH, "region")))

    assert answer(sip(actions=Actions(lines=lines, nobody_else=True))) is None


@pytest.mark.rule("R22", case="refuses")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"overall_responsible_kind": "association"}, Reason.SIP_OVERALL_MISSING),
        ({"overall_responsible_kind": "police"}, Reason.SIP_OVERALL_MISSING),
        (
            {
                "actions": Actions(
                    lines=(action(), action(THEIRS, responsible=by(HEALTH, "region")))
                )
            },
            Reason.SIP_OTHERS_MISSING,
        ),
        (
            {
                "team": (member(SCHOOL, "municipality"),),
                "actions": Actions(lines=(action(),), nobody_else=True),
            },
            Reason.SIP_WITHOUT_REGION,
        ),
        (
            {
                "team": (member(HEALTH, "region"),),
                "actions": Actions(
                    lines=(action(responsible=by(HEALTH, "region")),),
                    nobody_else=True,
                ),
            },
            Reason.SIP_WITHOUT_MUNICIPALITY,
        ),
        (
            {"actions": Actions(lines=(action(responsible=by(None, "", "Karin")),))},
            Reason.SIP_RESPONSIBLE_MISSING,
        ),
        ({"goals": Goals(), "actions": Actions(nobody_else=True)}, Reason.SIP_ACTIONS_MISSING),
    ],
)
def test_a_sip_that_lacks_an_item_or_a_principal_is_not_active(
    change: dict[str, object], reason: Reason
) -> None:
    assert answer(sip(**change)) is reason


@pytest.mark.rule("R22", case="refuses")
def test_a_sip_without_consent_is_not_active() -> None:
    assert answer(sip(), consent=False) is Reason.SIP_WITHOUT_CONSENT


DOOR = ContributionFacts(
    holds_filed_copy=True,
    lead_parts=frozenset({"actions", "why"}),
    own_actions=frozenset({THEIRS}),
    reported=frozenset({THEIRS}),
    parts=frozenset({"actions"}),
)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({}, None),
        ({"parts": frozenset({"actions", "why"})}, None),
        ({"holds_filed_copy": False}, Reason.NO_FILED_COPY),
        ({"lead_parts": None}, Reason.SHARING_HAS_ENDED),
        ({"reported": frozenset({OURS, THEIRS})}, Reason.NOT_YOUR_ACTION),
        ({"parts": frozenset({"wheel"})}, Reason.PART_NOT_COVERED),
        ({"parts": frozenset(), "reported": frozenset()}, Reason.NOTHING_TO_SEND),
    ],
)
def test_a_unit_adds_what_its_copy_and_the_consent_cover(
    change: dict[str, object], reason: Reason | None
) -> None:
    facts = replace(DOOR, **change)  # type: ignore[arg-type] # the parameters name the fields

    assert may_contribute(facts).reason is reason


def test_the_door_is_shown_before_anything_is_written() -> None:
    empty = replace(DOOR, parts=frozenset(), reported=frozenset())

    assert may_open_contribution(empty) == ALLOWED
    ended = may_open_contribution(replace(empty, lead_parts=None))
    assert ended.reason is Reason.SHARING_HAS_ENDED
