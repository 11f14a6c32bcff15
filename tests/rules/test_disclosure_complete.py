"""A disclosure is complete or does not exist, and the first failure in the law's order is said."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.rules import (
    may_disclose,
    missing_fields,
)
from varjebarn.kernel.decisions import ALLOWED

from tests.rules.disclosure_facts import (
    SEVEN,
    answered,
    consent,
    decide,
    facts,
    health,
    to,
)


def test_what_is_necessary_for_ones_own_task_only_the_head_decides() -> None:
    assert may_disclose(facts("NECESSARY_OWN")).reason is Reason.ONLY_THE_HEAD_DECIDES
    assert may_disclose(facts("NECESSARY_OWN", duties=frozenset({"manager"}))) == ALLOWED


def test_a_ground_that_is_switched_off_is_refused_whatever_works() -> None:
    assert decide("SVOD").reason is Reason.GROUND_SWITCHED_OFF


def test_a_ground_that_is_in_no_list_is_refused() -> None:
    assert decide("OF_COURSE").reason is Reason.GROUND_UNKNOWN


@pytest.mark.parametrize("protecting", [frozenset(), frozenset({"the_town"})])
def test_content_is_protected_by_areas_the_law_knows(protecting: frozenset[str]) -> None:
    assert decide("CONSENT", protecting=protecting).reason is Reason.AREA_UNKNOWN


@pytest.mark.rule("R02", case="allows")
def test_inside_one_municipality_a_consent_is_still_what_opens() -> None:
    near = to("social", 3, same_authority=True, same_municipality=True, same_principal=True)

    assert decide("CONSENT", recipients=(near,)) == ALLOWED


@pytest.mark.rule("R02", case="refuses")
def test_the_same_municipality_is_no_ground_by_itself() -> None:
    near = to("social", 3, same_authority=True, same_municipality=True, same_principal=True)

    decision = decide("CONSENT", recipients=(near,), consent=None)

    assert decision.reason is Reason.NO_LIVE_CONSENT


@pytest.mark.rule("R02", case="refuses")
def test_a_consent_for_others_of_the_same_municipality_does_not_reach_the_neighbour() -> None:
    near = to("social", 77, same_authority=True, same_municipality=True, same_principal=True)

    decision = decide("CONSENT", recipients=(near,))

    assert decision.reason is Reason.CONSENT_UNIT_NOT_COVERED


@pytest.mark.rule("R04", case="allows")
def test_a_complete_disclosure_is_allowed() -> None:
    assert decide("CONSENT") == ALLOWED


@pytest.mark.rule("R04", case="refuses")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"recipients": ()}, Reason.NO_RECIPIENT),
        ({"decided_by": None}, Reason.NO_DECIDER),
        ({"decided_at": None}, Reason.NO_DECIDER),
        ({"content_version": " "}, Reason.NO_CONTENT),
        ({"parts": frozenset()}, Reason.NO_CONTENT),
        ({"purpose": ""}, Reason.NO_PURPOSE),
        ({"fields": {}}, Reason.FIELD_MISSING),
        ({"fields": {"consent_id": "c", "child_view": "  "}}, Reason.FIELD_MISSING),
    ],
)
def test_a_disclosure_that_lacks_something_does_not_exist(
    change: dict[str, Any], reason: Reason
) -> None:
    assert decide("CONSENT", **change).reason is reason


@pytest.mark.rule("R04", case="refuses")
def test_a_ground_with_a_balancing_needs_the_reasons_in_writing() -> None:
    written = answered("GUARDIAN") | {"harm_assessment": " "}

    decision = decide("GUARDIAN", recipients=(to("guardian"),), fields=written)

    assert decision.reason is Reason.WEIGHING_MISSING


@pytest.mark.rule("R51", case="allows")
def test_a_decider_who_has_seen_the_recipients_secrecy_may_decide() -> None:
    assert decide("CONSENT", recipient_secrecy_shown=True) == ALLOWED


@pytest.mark.rule("R51", case="refuses")
def test_nothing_is_decided_before_the_recipients_secrecy_is_shown() -> None:
    decision = decide("CONSENT", recipient_secrecy_shown=False)

    assert decision.reason is Reason.RECIPIENT_SECRECY_NOT_SHOWN


def test_an_adult_is_not_asked_for_the_childs_view() -> None:
    grown = date(2008, 3, 3)
    written = {"consent_id": "c"}

    assert decide("CONSENT", born=grown, fields=written) == ALLOWED
    assert decide("CONSENT", born=SEVEN, fields=written).reason is Reason.FIELD_MISSING


def test_a_page_can_ask_which_fields_are_missing() -> None:
    half = facts("GUARDIAN", fields={"guardian_id": "Karin", "child_view": "asked"})

    assert missing_fields(half) == (
        "custody_checked",
        "matter_within_decision_right",
        "harm_assessment",
        "third_party_check",
    )


def test_the_first_failure_in_the_laws_order_is_the_one_that_is_said() -> None:
    everything_wrong = facts(
        "HEALTH_TO_SOC_U18",
        protecting=frozenset({"school"}),
        recipients=(to("police"),),
        born=date(2000, 1, 1),
        fields={},
    )
    area_right = replace(everything_wrong, protecting=health())
    recipient_right = replace(area_right, recipients=(to("social"),))
    age_right = replace(recipient_right, born=SEVEN)

    said = [
        may_disclose(case).reason
        for case in (everything_wrong, area_right, recipient_right, age_right)
    ]

    assert said == [
        Reason.AREA_NOT_ALLOWED,
        Reason.RECIPIENT_NOT_ALLOWED,
        Reason.AGE_REACHED,
        Reason.FIELD_MISSING,
    ]


def test_a_consent_that_covers_nothing_is_not_saved_by_its_fields() -> None:
    assert decide("CONSENT", consent=consent(parts_by_unit={})).reason is (
        Reason.CONSENT_UNIT_NOT_COVERED
    )


def test_a_ground_that_is_in_no_list_asks_for_nothing() -> None:
    assert missing_fields(facts("OF_COURSE")) == ()
