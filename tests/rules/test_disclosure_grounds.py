"""Each ground keeps its own borders: from whom, to whom, how old, with what written down."""

from datetime import date
from typing import Any

import pytest

from varjebarn.disclosure.facts import RecipientFacts
from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.rules import may_disclose
from varjebarn.kernel.decisions import ALLOWED, Decision

from tests.rules.disclosure_facts import TWENTY, answered, decide, facts, to

EMI = frozenset({"school_medical"})


@pytest.mark.rule("R03", case="allows")
def test_the_school_nurse_may_tell_pupil_health_in_the_same_authority() -> None:
    recipient = to("pupil_health", 6, same_authority=True)

    assert decide("EMI_TO_ELEVHALSA", protecting=EMI, recipients=(recipient,)) == ALLOWED


@pytest.mark.rule("R03", case="refuses")
@pytest.mark.parametrize(
    ("protecting", "recipient", "reason"),
    [
        (frozenset({"health"}), to("pupil_health", same_authority=True), Reason.AREA_NOT_ALLOWED),
        (frozenset({"school"}), to("pupil_health", same_authority=True), Reason.AREA_NOT_ALLOWED),
        (EMI, to("school", same_authority=True), Reason.RECIPIENT_NOT_ALLOWED),
        (EMI, to("social", same_authority=True), Reason.RECIPIENT_NOT_ALLOWED),
        (EMI, to("pupil_health"), Reason.NOT_SAME_AUTHORITY),
    ],
)
def test_the_school_nurses_own_ground_goes_one_way_only(
    protecting: frozenset[str], recipient: RecipientFacts, reason: Reason
) -> None:
    decision = decide("EMI_TO_ELEVHALSA", protecting=protecting, recipients=(recipient,))

    assert decision.reason is reason


@pytest.mark.rule("R08", case="refuses")
@pytest.mark.parametrize("beside", ["school", "health", "social"])
def test_every_area_that_protects_it_must_give_way(beside: str) -> None:
    """OSL 7:3: one area that may send does not open for another that may not."""
    recipient = to("pupil_health", 6, same_authority=True)

    decision = decide(
        "EMI_TO_ELEVHALSA", protecting=EMI | frozenset({beside}), recipients=(recipient,)
    )

    assert decision.reason is Reason.AREA_NOT_ALLOWED


@pytest.mark.rule("R05", case="allows")
def test_a_school_may_use_the_general_clause() -> None:
    assert decide("GENERAL_CLAUSE") == ALLOWED


@pytest.mark.rule("R05", case="refuses")
@pytest.mark.parametrize("area", ["health", "school_medical", "social", "family_counselling"])
def test_the_general_clause_opens_nothing_of_health_or_social_services(area: str) -> None:
    decision = decide("GENERAL_CLAUSE", protecting=frozenset({"school", area}))

    assert decision == Decision(Reason.AREA_EXCLUDED, provision="OSL 10:27")


@pytest.mark.rule("R06", case="allows")
def test_social_services_may_tell_of_wrongful_payments_after_weighing() -> None:
    written = answered("CRIME_PREVENT_FRAUD") | {"purpose_1_5": "3"}
    protecting = frozenset({"social"})

    assert decide("CRIME_PREVENT_FRAUD", protecting=protecting, fields=written) == ALLOWED


@pytest.mark.rule("R06", case="allows")
def test_a_school_may_tell_of_crime_after_weighing() -> None:
    written = answered("CRIME_PREVENT_FRAUD") | {"purpose_1_5": "1"}

    assert decide("CRIME_PREVENT_FRAUD", fields=written) == ALLOWED


@pytest.mark.rule("R06", case="refuses")
@pytest.mark.parametrize(
    ("area", "change", "reason"),
    [
        ("health", {}, Reason.AREA_EXCLUDED),
        ("school_medical", {}, Reason.AREA_EXCLUDED),
        ("family_counselling", {}, Reason.AREA_EXCLUDED),
        ("school", {"purpose_1_5": ""}, Reason.FIELD_MISSING),
        ("school", {"purpose_1_5": "6"}, Reason.NOT_A_CHOICE),
        ("school", {"weighing": ""}, Reason.WEIGHING_MISSING),
        ("social", {"purpose_1_5": "1"}, Reason.CRIME_PURPOSE_FROM_SOCIAL),
        ("social", {"purpose_1_5": "2"}, Reason.CRIME_PURPOSE_FROM_SOCIAL),
    ],
)
def test_the_crime_and_fraud_ground_keeps_its_borders(
    area: str, change: dict[str, Any], reason: Reason
) -> None:
    written = answered("CRIME_PREVENT_FRAUD") | change

    decision = decide("CRIME_PREVENT_FRAUD", protecting=frozenset({area}), fields=written)

    assert decision.reason is reason


SOCIAL_AREA = frozenset({"social"})


@pytest.mark.rule("R07", case="allows")
@pytest.mark.parametrize("recipient", ["police", "security_police", "customs"])
def test_social_services_may_tell_the_police_of_a_young_person_at_risk(recipient: str) -> None:
    decision = decide(
        "SOC_YOUTH_CRIME", protecting=SOCIAL_AREA, recipients=(to(recipient),), born=TWENTY
    )

    assert decision == ALLOWED


@pytest.mark.rule("R07", case="refuses")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"protecting": frozenset({"school"})}, Reason.AREA_NOT_ALLOWED),
        ({"recipients": (to("school"),)}, Reason.RECIPIENT_NOT_ALLOWED),
        ({"recipients": (to("police"), to("prosecutor"))}, Reason.RECIPIENT_NOT_ALLOWED),
        ({"born": date(2005, 3, 3)}, Reason.AGE_REACHED),
        ({"born": None}, Reason.AGE_NOT_KNOWN),
    ],
)
def test_the_young_persons_ground_keeps_its_borders(change: dict[str, Any], reason: Reason) -> None:
    whole = {"protecting": SOCIAL_AREA, "recipients": (to("police"),), "born": TWENTY}

    assert decide("SOC_YOUTH_CRIME", **whole | change).reason is reason


@pytest.mark.rule("R07", case="refuses")
@pytest.mark.parametrize(
    ("field", "reason"),
    [
        ("concrete_circumstances", Reason.FIELD_MISSING),
        ("suitability_assessment", Reason.WEIGHING_MISSING),
    ],
)
def test_the_young_persons_ground_needs_circumstances_and_suitability(
    field: str, reason: Reason
) -> None:
    written = answered("SOC_YOUTH_CRIME") | {field: ""}

    decision = decide(
        "SOC_YOUTH_CRIME",
        protecting=SOCIAL_AREA,
        recipients=(to("police"),),
        born=TWENTY,
        fields=written,
    )

    assert decision.reason is reason


RISK_GROUNDS = ["SOC_YOUTH_CRIME", "SECURITY_RISK", "VIOLENCE_RISK"]


@pytest.mark.rule("R56", case="allows")
@pytest.mark.parametrize("ground", RISK_GROUNDS)
def test_a_risk_ground_is_open_once_confirmed(ground: str) -> None:
    decision = decide(ground, protecting=SOCIAL_AREA, recipients=(to("police"),))

    assert decision == ALLOWED


@pytest.mark.rule("R56", case="refuses")
@pytest.mark.parametrize("ground", RISK_GROUNDS)
@pytest.mark.parametrize("answer", ["", "no", "I think so"])
def test_a_risk_ground_needs_the_word_that_no_committed_crime_is_in_it(
    ground: str, answer: str
) -> None:
    written = answered(ground) | {"not_about_committed_crime": answer}

    decision = decide(ground, protecting=SOCIAL_AREA, recipients=(to("police"),), fields=written)

    assert decision.reason is Reason.NOT_CONFIRMED


UNDER_18 = [("HEALTH_TO_SOC_U18", "health"), ("SOC_TO_HEALTH_U18", "social")]


@pytest.mark.rule("R08", case="allows")
@pytest.mark.parametrize(("ground", "area"), UNDER_18)
@pytest.mark.parametrize("recipient", ["health", "school_medical", "social"])
def test_under_18_health_and_social_services_may_share(
    ground: str, area: str, recipient: str
) -> None:
    day_before = date(2008, 3, 4)

    decision = may_disclose(
        facts(ground, protecting=frozenset({area}), recipients=(to(recipient),), born=day_before)
    )

    assert decision == ALLOWED


@pytest.mark.rule("R08", case="refuses")
@pytest.mark.parametrize(("ground", "area"), UNDER_18)
def test_on_the_18th_birthday_the_ground_is_gone(ground: str, area: str) -> None:
    turns_18 = date(2008, 3, 3)

    decision = may_disclose(facts(ground, protecting=frozenset({area}), born=turns_18))

    assert decision.reason is Reason.AGE_REACHED


@pytest.mark.rule("R08", case="refuses")
@pytest.mark.parametrize(("ground", "area"), UNDER_18)
@pytest.mark.parametrize(
    "recipient",
    ["school", "police", "private_health", "private_social", "civil_society", "guardian"],
)
def test_the_ground_reaches_health_and_social_authorities_only(
    ground: str, area: str, recipient: str
) -> None:
    decision = may_disclose(
        facts(ground, protecting=frozenset({area}), recipients=(to("social"), to(recipient)))
    )

    assert decision.reason is Reason.RECIPIENT_NOT_ALLOWED


@pytest.mark.rule("R08", case="refuses")
@pytest.mark.parametrize(
    ("ground", "area"), [("HEALTH_TO_SOC_U18", "social"), ("SOC_TO_HEALTH_U18", "health")]
)
def test_each_of_the_two_breaks_its_own_secrecy_only(ground: str, area: str) -> None:
    decision = may_disclose(facts(ground, protecting=frozenset({area})))

    assert decision.reason is Reason.AREA_NOT_ALLOWED


NEARNESS = [
    ("EMI_TO_ELEVHALSA", "school_medical", "pupil_health", "same_authority"),
    ("SAME_PRINCIPAL_HEALTH", "health", "health", "same_principal"),
    ("SAME_MUNI_SOCIAL", "social", "social", "same_municipality"),
]


@pytest.mark.parametrize(("ground", "area", "recipient", "near"), NEARNESS)
def test_a_ground_for_neighbours_is_open_to_neighbours(
    ground: str, area: str, recipient: str, near: str
) -> None:
    neighbour = to(recipient, **{near: True})

    assert decide(ground, protecting=frozenset({area}), recipients=(neighbour,)) == ALLOWED


@pytest.mark.parametrize(("ground", "area", "recipient", "near"), NEARNESS)
def test_a_ground_for_neighbours_believes_the_register_not_the_tick(
    ground: str, area: str, recipient: str, near: str
) -> None:
    both = (to(recipient, **{near: True}), to(recipient))

    decision = decide(ground, protecting=frozenset({area}), recipients=both)

    assert decision.reason is Reason[f"NOT_{near.upper()}"]
