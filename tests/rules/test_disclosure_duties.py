"""A duty is followed within its own borders only, and every protecting area must give way."""

from dataclasses import replace
from typing import Any

import pytest

from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.rules import may_disclose
from varjebarn.kernel.decisions import ALLOWED, Decision

from tests.rules.disclosure_facts import ALL_GROUNDS, answered, decide, facts, health, to


@pytest.mark.rule("R57", case="allows")
@pytest.mark.parametrize(
    ("duty", "protecting", "recipient"),
    [
        ("SOL_19_1", "school", "social"),
        ("SOL_20_6", "health", "social"),
        ("L2025_170_4", "health", "police"),
        ("L2025_170_4", "social", "police"),
        ("L2025_170_7", "school", "police"),
        ("SKOL_3_12J_PRIVATE", "private_school", "private_school"),
    ],
)
def test_a_duty_is_followed_within_its_borders(duty: str, protecting: str, recipient: str) -> None:
    decision = may_disclose(
        facts("DUTY", duty=duty, protecting=frozenset({protecting}), recipients=(to(recipient),))
    )

    assert decision == ALLOWED


@pytest.mark.rule("R57", case="refuses")
@pytest.mark.parametrize(
    ("duty", "protecting", "recipient", "reason"),
    [
        ("TO_BE_HELPFUL", "school", "social", Reason.DUTY_UNKNOWN),
        ("L2025_170_6", "health", "police", Reason.DUTY_AREA_EXCLUDED),
        ("L2025_170_6", "school_medical", "police", Reason.DUTY_AREA_EXCLUDED),
        ("L2025_170_7", "social", "police", Reason.DUTY_AREA_EXCLUDED),
        ("SOL_19_1", "family_counselling", "social", Reason.DUTY_AREA_EXCLUDED),
        ("LVU_43B", "school", "police", Reason.DUTY_AREA_NOT_ALLOWED),
        ("SOL_19_1", "school", "police", Reason.DUTY_RECIPIENT_NOT_ALLOWED),
        ("SOL_19_1", "school", "guardian", Reason.RECIPIENT_NOT_ALLOWED),
    ],
)
def test_a_duty_is_refused_outside_its_borders(
    duty: str, protecting: str, recipient: str, reason: Reason
) -> None:
    decision = may_disclose(
        facts("DUTY", duty=duty, protecting=frozenset({protecting}), recipients=(to(recipient),))
    )

    assert decision.reason is reason


@pytest.mark.rule("R57", case="refuses")
@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("duty_code", Reason.FIELD_MISSING),
        ("request", Reason.DUTY_NEEDS_REQUEST),
        ("weighing", Reason.DUTY_WEIGHING_MISSING),
    ],
)
def test_contact_details_need_a_duty_a_request_and_a_weighing(field: str, reason: Reason) -> None:
    written = answered("DUTY", "L2025_170_4") | {field: ""}

    decision = may_disclose(facts("DUTY", recipients=(to("police"),), fields=written))

    assert decision.reason is reason


def test_a_duty_that_says_no_names_its_own_provision() -> None:
    decision = may_disclose(facts("DUTY", duty="SOL_19_1", recipients=(to("police"),)))

    assert decision == Decision(Reason.DUTY_RECIPIENT_NOT_ALLOWED, provision="SoL 19:1")


@pytest.mark.rule("R58", case="allows")
def test_a_ground_that_every_protecting_area_gives_way_to_is_allowed() -> None:
    protecting = health("school_medical")

    assert decide("HEALTH_TO_SOC_U18", protecting=protecting) == ALLOWED


@pytest.mark.rule("R58", case="refuses")
@pytest.mark.parametrize("more", ["concern_report", "school", "protected_contact"])
def test_one_area_that_does_not_give_way_is_enough_for_a_no(more: str) -> None:
    decision = decide("HEALTH_TO_SOC_U18", protecting=health(more))

    assert decision.reason is Reason.AREA_NOT_ALLOWED


def test_presumed_secrecy_needs_a_second_person_to_say_not_secret() -> None:
    alone = facts("NOT_SECRET", protecting=frozenset({"preschool"}))

    assert may_disclose(alone, working=ALL_GROUNDS).reason is Reason.SECOND_PERSON_MISSING
    assert may_disclose(replace(alone, second_person=18), working=ALL_GROUNDS) == ALLOWED


@pytest.mark.rule("R57", case="refuses")
@pytest.mark.parametrize(
    ("duty", "changes", "reason"),
    [
        (
            "LVU_43B",
            {"protecting": frozenset({"social", "school"}), "recipients": (to("police"),)},
            Reason.DUTY_AREA_NOT_ALLOWED,
        ),
        (
            "SOL_19_1",
            {"recipients": (to("social"), to("police"))},
            Reason.DUTY_RECIPIENT_NOT_ALLOWED,
        ),
    ],
)
def test_a_duty_reaches_all_of_it_and_everybody_or_nothing(
    duty: str, changes: dict[str, Any], reason: Reason
) -> None:
    assert may_disclose(facts("DUTY", duty=duty, **changes)).reason is reason


def test_a_no_that_is_not_the_dutys_names_the_grounds_provision() -> None:
    decision = may_disclose(facts("DUTY", duty="SOL_19_1", recipients=(to("guardian"),)))

    assert decision == Decision(Reason.RECIPIENT_NOT_ALLOWED, provision="OSL 10:28")


def test_one_presumed_secret_among_several_still_needs_the_second_person() -> None:
    decision = decide("NOT_SECRET", protecting=frozenset({"school", "preschool"}))

    assert decision.reason is Reason.SECOND_PERSON_MISSING
