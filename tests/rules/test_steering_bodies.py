"""Bodies over time, mandates, and what is an organisation's own, as truth tables."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import Decision
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules import SeatFacts, may_appoint, own, standing
from varjebarn.steering.rules.bodies import Height

COUNTY = frozenset({Duty.COUNTY})
OTHERS = sorted(frozenset(Duty) - COUNTY)
BEFORE, DAY, AFTER = date(2026, 6, 5), date(2026, 11, 6), date(2026, 12, 4)

Asked = Callable[[frozenset[Duty]], Decision]


def asking(rule: Callable[..., Decision], **usual: Any) -> Callable[..., Asked]:
    """Ask a rule with what is usual, changed for the case."""
    return lambda **changes: lambda duties: rule(duties, **usual | changes)


def with_facts(rule: Callable[..., Decision], facts: Any) -> Callable[..., Asked]:
    return lambda **changes: lambda duties: rule(duties, replace(facts, **changes))


change = with_facts(
    standing.may_change_body,
    standing.ChangeFacts(
        name="Tvärgruppen",
        is_taken=False,
        height=Height.TACTICAL,
        reports_to=Height.STRATEGIC,
    ),
)
end_body = asking(standing.may_end_body, is_ended=False, founded_on=BEFORE, on=DAY, today=DAY)
end_seat = asking(standing.may_end_seat, valid_from=BEFORE, valid_to=None, new_valid_to=DAY)
expect = asking(standing.may_expect, name="Rektor", is_expected=False)
give = with_facts(
    standing.may_give_mandate,
    standing.MandateFacts(
        title="Testa modellen",
        has_giver=True,
        has_holder=True,
        given_on=DAY,
        due=AFTER,
        time_share=20,
    ),
)
put = asking(standing.may_change_mandate, is_ended=False, given_on=DAY, due=AFTER, time_share=100)
end_mandate = asking(standing.may_end_mandate, is_ended=False, given_on=BEFORE, on=DAY, today=DAY)
consult = asking(
    own.may_consult, title="Frågorna", text="Går det?", sent_on=DAY, last_days=(DAY, AFTER)
)
plan_training = asking(own.may_plan_training, title="Grundutbildning")
fund = asking(own.may_fund, title="Ledning", funder="Länet", valid_from=BEFORE, valid_to=DAY)

accept = asking(standing.may_accept_mandate, sits_there=False, is_ended=False, is_accepted=False)
keep_route = asking(own.may_keep_route, sits_for_it=False, function="Polisen", has_a_way=True)
plan_trial = asking(
    own.may_plan_trial, sits_for_it=False, where="En skola", is_model_published=True
)
report = asking(
    own.may_report_trial,
    sits_for_it=False,
    step="widened",
    done=frozenset({"started"}),
    on=DAY,
    today=DAY,
)
rate = asking(own.may_rate_tool, sits_for_it=False, done=frozenset({"started"}), rating=5)
answer = asking(own.may_answer_consultation, sits_there=False, has_answered=False, text="Ja.")
count = asking(own.may_count_trained, sits_for_it=False, people=0, on=DAY, today=DAY)
need = asking(own.may_state_need, sits_for_it=False, people=1)
note = asking(own.may_note_risk, sits_for_it=False, text="Ingen har tid.")
end_risk = asking(own.may_end_risk, sits_for_it=False, is_ended=False, text="En tjänst till.")

COUNTYS = [
    change, end_body, end_seat, expect, give, put, end_mandate, consult, plan_training, fund,
]  # fmt: skip
OF_A_BODY = {accept: "sits_there", answer: "sits_there"}
OF_AN_ORGANISATION = dict.fromkeys(
    (keep_route, plan_trial, report, rate, count, need, note, end_risk), "sits_for_it"
)

ALLOWED = [
    *(one() for one in (*COUNTYS, *OF_A_BODY, *OF_AN_ORGANISATION)),
    change(reports_to=None),
    end_body(founded_on=None),
    end_seat(valid_to=AFTER),
    give(due=None, time_share=None),
    report(step="started", done=frozenset()),
    report(step="delayed", done=frozenset()),
    rate(done=frozenset({"started", "finished"})),
]

REFUSED = [
    (change(is_ended=True), Reason.BODY_ENDED),
    (change(name=" "), Reason.NAME_MISSING),
    (change(is_taken=True), Reason.NAME_TAKEN),
    (change(reports_to=Height.OPERATIVE), Reason.REPORTS_DOWNWARD),
    (change(would_circle=True), Reason.REPORTS_IN_A_CIRCLE),
    (end_body(is_ended=True), Reason.BODY_ENDED),
    (end_body(on=AFTER), Reason.DAY_TO_COME),
    (end_body(on=BEFORE - timedelta(days=1)), Reason.ENDS_BEFORE_IT_BEGINS),
    (end_seat(valid_to=DAY), Reason.SEAT_ENDED),
    (end_seat(new_valid_to=BEFORE), Reason.SEAT_HAS_NO_DAY),
    (expect(name=""), Reason.NAME_MISSING),
    (expect(is_expected=True), Reason.EXPECTED_ALREADY),
    (give(title=" "), Reason.TITLE_MISSING),
    (give(has_giver=False), Reason.GIVER_MISSING),
    (give(has_holder=False), Reason.HOLDER_MISSING),
    (give(is_to_itself=True), Reason.GIVEN_TO_ITSELF),
    (give(is_holder_ended=True), Reason.BODY_ENDED),
    (give(due=BEFORE), Reason.ENDS_BEFORE_IT_BEGINS),
    (give(time_share=0), Reason.TIME_SHARE_OUTSIDE),
    (give(time_share=101), Reason.TIME_SHARE_OUTSIDE),
    (put(is_ended=True), Reason.MANDATE_ENDED),
    (put(due=BEFORE), Reason.ENDS_BEFORE_IT_BEGINS),
    (put(time_share=101), Reason.TIME_SHARE_OUTSIDE),
    (end_mandate(is_ended=True), Reason.MANDATE_ENDED),
    (end_mandate(on=AFTER), Reason.DAY_TO_COME),
    (end_mandate(on=BEFORE - timedelta(days=1)), Reason.ENDS_BEFORE_IT_BEGINS),
    (accept(is_ended=True), Reason.MANDATE_ENDED),
    (accept(is_accepted=True), Reason.ACCEPTED_ALREADY),
    (keep_route(is_ended=True), Reason.ROUTE_ENDED),
    (keep_route(function=" "), Reason.NAME_MISSING),
    (keep_route(has_a_way=False), Reason.WAY_MISSING),
    (plan_trial(where=""), Reason.NAME_MISSING),
    (plan_trial(is_model_published=False), Reason.MODEL_NOT_PUBLISHED),
    (report(done=frozenset({"started", "finished"})), Reason.TRIAL_FINISHED),
    (report(step="started"), Reason.TRIAL_STEP_DONE),
    (report(done=frozenset()), Reason.TRIAL_NOT_STARTED),
    (report(on=AFTER), Reason.DAY_TO_COME),
    (rate(done=frozenset()), Reason.TRIAL_NOT_STARTED),
    (rate(rating=0), Reason.RATING_OUTSIDE),
    (rate(rating=6), Reason.RATING_OUTSIDE),
    (consult(title=""), Reason.TITLE_MISSING),
    (consult(text=""), Reason.TEXT_MISSING),
    (consult(last_days=()), Reason.NOBODY_TO_ASK),
    (consult(last_days=(AFTER, BEFORE)), Reason.CLOSED_BEFORE_IT_OPENS),
    (answer(has_answered=True), Reason.ANSWERED_ALREADY),
    (answer(text=" "), Reason.ANSWER_EMPTY),
    (plan_training(title=""), Reason.TITLE_MISSING),
    (count(on=AFTER), Reason.DAY_TO_COME),
    (count(people=-1), Reason.NOBODY_TRAINED),
    (need(people=0), Reason.NOBODY_TRAINED),
    (note(text=""), Reason.TEXT_MISSING),
    (end_risk(is_ended=True), Reason.RISK_ENDED),
    (end_risk(text=""), Reason.TEXT_MISSING),
    (fund(title=""), Reason.TITLE_MISSING),
    (fund(funder=""), Reason.NAME_MISSING),
    (fund(valid_to=BEFORE), Reason.FUNDING_HAS_NO_DAY),
]


@pytest.mark.parametrize("asked", ALLOWED)
def test_the_county_may(asked: Asked) -> None:
    assert asked(COUNTY).reason is None


@pytest.mark.parametrize(("asked", "reason"), REFUSED)
def test_the_county_may_not(asked: Asked, reason: Reason) -> None:
    assert asked(COUNTY).reason is reason


@given(st.sampled_from(COUNTYS), st.sets(st.sampled_from(OTHERS)))
def test_without_the_duty_no_other_duties_are_enough(
    act: Callable[..., Asked], duties: set[Duty]
) -> None:
    assert act()(frozenset(duties)).reason is Reason.ONLY_COUNTY_DUTY


@given(st.sampled_from(list(OF_A_BODY)), st.sets(st.sampled_from(OTHERS)))
def test_what_is_a_bodys_own_is_done_by_those_who_sit_there(
    act: Callable[..., Asked], duties: set[Duty]
) -> None:
    assert act()(frozenset(duties)).reason is Reason.NOT_YOUR_BODY
    assert act(sits_there=True)(frozenset(duties)).reason is None


@given(st.sampled_from(list(OF_AN_ORGANISATION)), st.sets(st.sampled_from(OTHERS)))
def test_what_is_an_organisations_own_is_done_by_those_who_sit_for_it(
    act: Callable[..., Asked], duties: set[Duty]
) -> None:
    assert act()(frozenset(duties)).reason is Reason.NOT_YOUR_ORGANISATION
    assert act(sits_for_it=True)(frozenset(duties)).reason is None


def test_nobody_gets_a_seat_in_a_body_that_has_ended() -> None:
    facts = SeatFacts(name="Saga Björk", valid_from=DAY, is_body_ended=True)

    assert may_appoint(COUNTY, facts).reason is Reason.BODY_ENDED


@pytest.mark.parametrize(
    ("share", "resources", "lacks"),
    [(None, "", True), (None, "  ", True), (5, "", False), (None, "En tjänst", False)],
)
def test_a_mandate_lacks_resources_when_neither_time_nor_anything_else_is_said(
    share: int | None, resources: str, *, lacks: bool
) -> None:
    assert standing.lacks_resources(share, resources) is lacks


@pytest.mark.parametrize(
    ("checked_on", "old"), [(date(2025, 11, 7), False), (date(2025, 11, 6), True)]
)
def test_a_contact_route_is_trusted_for_a_year(checked_on: date, *, old: bool) -> None:
    assert own.needs_checking(checked_on, DAY) is old


@pytest.mark.parametrize(
    ("valid_to", "soon"),
    [(date(2027, 5, 8), True), (date(2027, 5, 9), False), (date(2026, 11, 6), True)],
)
def test_money_that_ends_within_six_months_ends_soon(valid_to: date, *, soon: bool) -> None:
    assert own.ends_soon(valid_to, DAY) is soon
