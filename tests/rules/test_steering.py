"""Who may write in the county's register, as truth tables; and what no combination ever allows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import Decision
from varjebarn.steering import rules
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules import Height

COUNTY = frozenset({Duty.COUNTY})
OTHERS = frozenset(Duty) - COUNTY
BEFORE, DAY, AFTER = date(2026, 6, 5), date(2026, 11, 6), date(2026, 12, 4)
CHAIR, VICE, POLICE, LATE = 1, 2, 3, 4


def found(**changes: Any) -> Callable[[frozenset[Duty]], Decision]:
    asked = {
        "name": "Styrgruppen",
        "is_taken": False,
        "height": Height.TACTICAL,
        "reports_to": Height.STRATEGIC,
    }
    return lambda duties: rules.may_found(duties, **asked | changes)


def appoint(**changes: Any) -> Callable[[frozenset[Duty]], Decision]:
    facts = replace(rules.SeatFacts(name="Ordförande", valid_from=DAY), **changes)
    return lambda duties: rules.may_appoint(duties, facts)


def plan(**changes: Any) -> Callable[[frozenset[Duty]], Decision]:
    asked = {"starts": time(8, 30), "ends": time(10), "is_day_taken": False}
    return lambda duties: rules.may_plan(duties, **asked | changes)


def hold(**changes: Any) -> Callable[[frozenset[Duty]], Decision]:
    outer = {"is_held": False, "meeting_on": DAY, "today": DAY}
    roll = rules.Roll(
        present=(CHAIR, VICE),
        absent=(POLICE,),
        seats_that_day=frozenset({CHAIR, VICE, POLICE}),
        stood_in_for=frozenset({POLICE}),
    )
    asked = {key: changes.pop(key, value) for key, value in outer.items()}
    return lambda duties: rules.may_hold(duties, **asked, roll=replace(roll, **changes))


def raise_item(**changes: Any) -> Callable[[frozenset[Duty]], Decision]:
    return lambda duties: rules.may_raise(duties, **{"title": "Nulägesanalys"} | changes)


def postpone(**changes: Any) -> Callable[[frozenset[Duty]], Decision]:
    facts = rules.PostponeFacts(
        is_closed=False, reason="Mötet kortades", from_day=DAY, to_day=AFTER
    )
    return lambda duties: rules.may_postpone(duties, replace(facts, **changes))


def close(**changes: Any) -> Callable[[frozenset[Duty]], Decision]:
    asked = {"is_closed": False, "is_held": True, "outcome": "noted"}
    return lambda duties: rules.may_close(duties, **asked | changes)


def decide(**changes: Any) -> Callable[[frozenset[Duty]], Decision]:
    facts = rules.DecisionFacts(
        wording="Version 2 testas",
        is_held=True,
        meeting_on=DAY,
        due=AFTER,
        is_model_published=True,
    )
    return lambda duties: rules.may_decide(duties, replace(facts, **changes))


def follow_up(**changes: Any) -> Callable[[frozenset[Duty]], Decision]:
    asked = {"is_open": True, "meeting_on": DAY, "on": AFTER}
    return lambda duties: rules.may_follow_up(duties, **asked | changes)


def ask(**changes: Any) -> Callable[[frozenset[Duty]], Decision]:
    asked = {"question": "Hur går testerna?", "asked": {1, 2}, "due": AFTER, "meeting_on": DAY}
    return lambda duties: rules.may_ask(duties, **asked | changes)


def answer(**changes: Any) -> Callable[[frozenset[Duty]], Decision]:
    facts = rules.AnswerFacts(
        text="Fyra skolor testar.", is_asked=True, has_answered=False, sits_for_it=False
    )
    return lambda duties: rules.may_answer(duties, replace(facts, **changes))


def register(**changes: Any) -> Callable[[frozenset[Duty]], Decision]:
    asked = {
        "title": "Samverkan vid placering",
        "parties": ["Växjö", "Region Kronoberg"],
        "valid_from": BEFORE,
        "valid_to": AFTER,
    }
    return lambda duties: rules.may_register(duties, **asked | changes)


def extend(**changes: Any) -> Callable[[frozenset[Duty]], Decision]:
    asked = {"valid_to": DAY, "new_valid_to": AFTER, "is_extended_by_it": False}
    return lambda duties: rules.may_extend(duties, **asked | changes)


ACTS = [
    found, appoint, plan, hold, raise_item, postpone,
    close, decide, follow_up, ask, register, extend,
]  # fmt: skip

ALLOWED = [
    *(act() for act in ACTS),
    found(reports_to=None),
    found(reports_to=Height.TACTICAL),
    appoint(valid_to=AFTER),
    appoint(has_chair=True),
    appoint(is_chair=True),
    appoint(substitute_in_same_body=True),
    hold(today=AFTER),
    hold(absent=(), stood_in_for=frozenset()),
    decide(outcome="decided"),
    decide(due=None, is_model_published=None),
    decide(due=DAY),
    follow_up(on=DAY),
    ask(due=DAY),
    answer(),
]

REFUSED = [
    (found(name=" "), Reason.NAME_MISSING),
    (found(is_taken=True), Reason.NAME_TAKEN),
    (found(height=Height.STRATEGIC, reports_to=Height.OPERATIVE), Reason.REPORTS_DOWNWARD),
    (appoint(name=""), Reason.NAME_MISSING),
    (appoint(valid_to=DAY), Reason.SEAT_HAS_NO_DAY),
    (appoint(sits_already=True), Reason.SITS_ALREADY),
    (appoint(is_chair=True, has_chair=True), Reason.CHAIR_TAKEN),
    (appoint(substitute_in_same_body=False), Reason.SUBSTITUTE_IN_OTHER_BODY),
    (plan(ends=time(8, 30)), Reason.MEETING_WITHOUT_LENGTH),
    (plan(is_day_taken=True), Reason.DAY_TAKEN),
    (lambda duties: rules.may_plan_series(duties, days=[]), Reason.NO_DAYS),
    (
        lambda duties: rules.may_run(duties, is_moving=True, has_next=False),
        Reason.NO_LATER_MEETING,
    ),
    (hold(is_held=True), Reason.MEETING_HELD_ALREADY),
    (hold(today=BEFORE), Reason.MEETING_DAY_NOT_COME),
    (hold(present=()), Reason.NOBODY_PRESENT),
    (hold(absent=(CHAIR,)), Reason.PRESENT_AND_ABSENT),
    (hold(present=(CHAIR, CHAIR)), Reason.LISTED_TWICE),
    (hold(absent=(POLICE, POLICE)), Reason.LISTED_TWICE),
    (hold(absent=(POLICE, LATE)), Reason.NO_SEAT_THAT_DAY),
    (hold(stood_in_for=frozenset({LATE})), Reason.NO_SEAT_THAT_DAY),
    (hold(stood_in_for=frozenset({VICE})), Reason.STOOD_IN_FOR_PRESENT),
    (raise_item(title=" "), Reason.TITLE_MISSING),
    (postpone(is_closed=True), Reason.ITEM_CLOSED),
    (postpone(reason=" "), Reason.POSTPONED_WITHOUT_REASON),
    (postpone(is_same_body=False), Reason.POSTPONED_TO_OTHER_BODY),
    (postpone(is_target_held=True), Reason.POSTPONED_TO_HELD),
    (postpone(to_day=DAY), Reason.POSTPONED_BACKWARDS),
    (close(is_closed=True), Reason.ITEM_CLOSED),
    (close(outcome="postponed"), Reason.OUTCOME_HAS_ITS_OWN_ACT),
    (close(outcome="decided"), Reason.OUTCOME_HAS_ITS_OWN_ACT),
    (close(is_held=False), Reason.MEETING_NOT_HELD),
    (decide(is_held=False), Reason.MEETING_NOT_HELD),
    (decide(outcome="postponed"), Reason.ITEM_CLOSED),
    (decide(wording=""), Reason.WORDING_MISSING),
    (decide(due=BEFORE), Reason.DUE_BEFORE_MEETING),
    (decide(is_model_published=False), Reason.MODEL_NOT_PUBLISHED),
    (follow_up(is_open=False), Reason.FOLLOWED_UP_ALREADY),
    (follow_up(on=BEFORE), Reason.FOLLOWED_UP_TOO_SOON),
    (ask(question=""), Reason.QUESTION_MISSING),
    (ask(asked=()), Reason.NOBODY_TO_ASK),
    (ask(due=BEFORE), Reason.DUE_BEFORE_MEETING),
    (answer(is_asked=False), Reason.NOT_ASKED),
    (answer(has_answered=True), Reason.ANSWERED_ALREADY),
    (answer(text="\n"), Reason.ANSWER_EMPTY),
    (register(title=""), Reason.TITLE_MISSING),
    (register(parties=["Växjö", "Växjö"]), Reason.TOO_FEW_PARTIES),
    (register(valid_to=BEFORE), Reason.AGREEMENT_HAS_NO_DAY),
    (extend(is_extended_by_it=True), Reason.EXTENDED_BY_IT_ALREADY),
    (extend(new_valid_to=DAY), Reason.NO_LONGER),
]


@pytest.mark.parametrize("asked", ALLOWED)
def test_the_county_may(asked: Callable[[frozenset[Duty]], Decision]) -> None:
    assert asked(COUNTY).reason is None


@pytest.mark.parametrize(("asked", "reason"), REFUSED, ids=lambda value: getattr(value, "name", ""))
def test_the_county_may_not(asked: Callable[[frozenset[Duty]], Decision], reason: Reason) -> None:
    assert asked(COUNTY).reason is reason


def test_every_reason_is_given_by_some_case() -> None:
    """In one of the modules about the steering side's rules, this one or those beside it."""
    beside = Path(__file__).parent.glob("test_steering*.py")
    told = "".join(module.read_text(encoding="utf-8") for module in beside)

    assert {name for name in Reason.__members__ if f"Reason.{name}" not in told} == set()


@given(st.sampled_from(ACTS), st.sets(st.sampled_from(sorted(OTHERS))))
def test_nobody_without_the_countys_duty_ever_writes(act: Any, duties: set[Duty]) -> None:
    assert act()(frozenset(duties)).reason is Reason.ONLY_COUNTY_DUTY


@pytest.mark.parametrize(
    ("sits_for_it", "duties", "reason"),
    [
        (True, COUNTY, None),
        (True, OTHERS, None),
        (True, frozenset(), None),
        (False, COUNTY, None),
        (False, OTHERS, Reason.NOT_YOUR_ORGANISATION),
        (False, frozenset(), Reason.NOT_YOUR_ORGANISATION),
    ],
)
def test_an_answer_is_given_by_who_sits_there_or_by_the_county(
    *, sits_for_it: bool, duties: frozenset[Duty], reason: Reason | None
) -> None:
    assert answer(sits_for_it=sits_for_it)(duties).reason is reason


seats = st.lists(st.integers(1, 6), max_size=6).map(tuple)


@given(seats, seats, st.sets(st.integers(1, 6)))
def test_whoever_is_written_down_has_one_state(
    present: tuple[int, ...], absent: tuple[int, ...], stood_in_for: set[int]
) -> None:
    roll = rules.Roll(
        present=present,
        absent=absent,
        seats_that_day=frozenset({1, 2, 3, 4}),
        stood_in_for=frozenset(stood_in_for),
    )
    if rules.may_hold(COUNTY, is_held=False, meeting_on=DAY, today=DAY, roll=roll):
        assert len(set(present + absent)) == len(present + absent)
        assert present
        assert max(present + absent) <= 4
        assert not stood_in_for & set(present)


@given(st.dates(BEFORE, AFTER), st.dates(BEFORE, AFTER))
def test_an_item_only_ever_moves_on(from_day: date, to_day: date) -> None:
    decision = postpone(from_day=from_day, to_day=to_day)(COUNTY)

    assert bool(decision) is (to_day > from_day)


@given(st.dates(BEFORE, AFTER), st.integers(0, 500))
def test_a_matter_ages_a_day_each_day(raised: date, days: int) -> None:
    assert rules.days_waited(raised, raised + timedelta(days=days)) == days


def test_a_matter_that_has_not_begun_has_no_age() -> None:
    assert rules.days_waited(AFTER, DAY) == 0


def test_a_series_has_a_day_at_least() -> None:
    assert rules.may_plan_series(COUNTY, days=[DAY])
    assert rules.may_plan_series(COUNTY, days=[]).reason is Reason.NO_DAYS
    assert rules.may_plan_series(OTHERS, days=[DAY]).reason is Reason.ONLY_COUNTY_DUTY


@pytest.mark.parametrize("is_moving", [True, False])
def test_what_is_put_off_has_a_meeting_to_go_to(is_moving: bool) -> None:  # noqa: FBT001 - both
    assert rules.may_run(COUNTY, is_moving=is_moving, has_next=True)
    found = rules.may_run(COUNTY, is_moving=is_moving, has_next=False)
    assert found.reason is (Reason.NO_LATER_MEETING if is_moving else None)
    assert (
        rules.may_run(OTHERS, is_moving=is_moving, has_next=True).reason is Reason.ONLY_COUNTY_DUTY
    )
