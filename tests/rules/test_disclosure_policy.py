"""Where the product is stricter: the family, clubs, family counselling, offences, concern reports."""

from datetime import date
from typing import Any

import pytest

from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.rules import (
    may_disclose,
    may_enter_offence_data,
    may_reach_family,
)
from varjebarn.kernel.decisions import ALLOWED

from tests.rules.disclosure_facts import ALL_GROUNDS, CLUB, decide, facts, to


@pytest.mark.rule("R36", case="allows")
def test_without_family_counselling_in_it_the_plan_goes_out() -> None:
    assert decide("CONSENT", protecting=frozenset({"social"})) == ALLOWED


@pytest.mark.rule("R36", case="refuses")
@pytest.mark.parametrize(
    "change",
    [
        {"protecting": frozenset({"social", "family_counselling"})},
        {"recipients": (to("family_counselling", 3),)},
    ],
)
def test_family_counselling_stays_outside_even_with_consent(change: dict[str, Any]) -> None:
    decision = decide("CONSENT", **change)

    assert decision.reason is Reason.FAMILY_COUNSELLING_STAYS_OUTSIDE


@pytest.mark.rule("R35", case="allows")
def test_a_club_may_receive_what_the_family_consents_to() -> None:
    assert decide("CONSENT", recipients=(to("civil_society", CLUB),)) == ALLOWED


@pytest.mark.rule("R35", case="refuses")
@pytest.mark.parametrize("ground", ["NOT_SECRET", "RESERVATION", "NECESSARY_OWN"])
def test_a_club_receives_nothing_on_another_ground(ground: str) -> None:
    decision = decide(ground, recipients=(to("civil_society", CLUB),))

    assert decision.reason is Reason.CIVIL_SOCIETY_ONLY_BY_CONSENT


@pytest.mark.rule("R34", case="allows")
@pytest.mark.parametrize("area", ["school", "social", "police", "private_health", "private_social"])
def test_these_units_may_write_of_offences(area: str) -> None:
    assert may_enter_offence_data(area) == ALLOWED


@pytest.mark.rule("R34", case="allows")
def test_an_independent_school_may_in_the_running_text_of_pupil_health() -> None:
    decision = may_enter_offence_data("private_school", is_pupil_health_or_support_text=True)

    assert decision == ALLOWED


@pytest.mark.rule("R34", case="refuses")
@pytest.mark.parametrize("area", ["private_school", "civil_society"])
def test_these_units_may_not_write_of_offences(area: str) -> None:
    assert may_enter_offence_data(area).reason is Reason.OFFENCE_DATA_NOT_ALLOWED


@pytest.mark.rule("R34", case="refuses")
def test_offences_never_reach_a_club_not_even_with_consent() -> None:
    decision = decide("CONSENT", recipients=(to("civil_society", CLUB),), holds_offence_data=True)

    assert decision.reason is Reason.OFFENCE_DATA_TO_CIVIL_SOCIETY


@pytest.mark.rule("R59", case="allows")
@pytest.mark.parametrize(("ground", "recipient"), [("SELF", "child"), ("GUARDIAN", "guardian")])
def test_the_family_reads_what_was_decided_for_them(ground: str, recipient: str) -> None:
    assert may_disclose(facts(ground, recipients=(to(recipient),))) == ALLOWED


@pytest.mark.rule("R59", case="refuses")
@pytest.mark.parametrize("ground", ["NECESSARY_OWN", "NOT_SECRET"])
def test_nothing_reaches_the_family_on_a_ground_for_others(ground: str) -> None:
    decision = decide(ground, recipients=(to("guardian"),))

    assert decision.reason is Reason.FAMILY_ONLY_BY_FAMILY_GROUNDS


@pytest.mark.rule("R59", case="allows")
def test_exactly_five_grounds_reach_the_family() -> None:
    reaching = {ground for ground in ALL_GROUNDS if may_reach_family(ground)}

    assert reaching == {"SELF", "GUARDIAN", "PARTY", "CONSENT", "RESERVATION"}


def test_a_grown_up_child_has_no_guardian_to_tell() -> None:
    turned_18 = date(2008, 3, 3)

    decision = may_disclose(facts("GUARDIAN", recipients=(to("guardian"),), born=turned_18))

    assert decision.reason is Reason.AGE_REACHED


@pytest.mark.rule("R20", case="refuses")
@pytest.mark.parametrize("kind", ["plan", "plan_version", "contribution"])
def test_a_concern_report_is_never_part_of_a_plan(kind: str) -> None:
    decision = decide("CONSENT", kind=kind, protecting=frozenset({"school", "concern_report"}))

    assert decision.reason is Reason.CONCERN_REPORT_STAYS


@pytest.mark.rule("R20", case="refuses")
@pytest.mark.parametrize(("ground", "who"), [("GUARDIAN", "guardian"), ("SELF", "child")])
def test_a_concern_report_reaches_nobody_in_the_family(ground: str, who: str) -> None:
    whole = decide(ground, kind="concern_report", recipients=(to(who),))
    part = decide(
        ground,
        kind="note",
        recipients=(to(who),),
        protecting=frozenset({"school", "concern_report"}),
    )

    assert whole.reason is Reason.CONCERN_REPORT_NOT_TO_FAMILY
    assert part.reason is Reason.CONCERN_REPORT_NOT_TO_FAMILY


@pytest.mark.rule("R20", case="allows")
def test_a_concern_report_needs_no_consent() -> None:
    decision = may_disclose(
        facts(
            "DUTY",
            duty="SOL_19_1",
            kind="concern_report",
            protecting=frozenset({"school", "concern_report"}),
        )
    )

    assert decision == ALLOWED
