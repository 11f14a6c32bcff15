"""At the moment of sharing: which grounds can, which cannot and why, and who is told."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from varjebarn.disclosure.catalogue import Told
from varjebarn.disclosure.coach import Advice, Wish, advise, may_decide_not_to_share, may_tell
from varjebarn.disclosure.grounds import catalogue
from varjebarn.disclosure.reasons import Reason

from tests.rules.disclosure_facts import (
    CLUB,
    DAY,
    NURSE,
    POLICE,
    SCHOOL,
    SEVEN,
    SOCIAL,
    consent,
    to,
)

ACTIONS = frozenset({"actions"})
EIGHTEEN = date(2008, 3, 3)


def wish(**changes: Any) -> Wish:
    """A school wants to give social services its actions."""
    complete = Wish(
        on=DAY,
        sender_unit=SCHOOL,
        sender_area="school",
        recipient=to("social", SOCIAL),
        kind="plan_version",
        parts=ACTIONS,
        born=SEVEN,
    )
    return replace(complete, **changes)


def can(advice: Advice) -> list[str]:
    return [option.key for option in advice.can]


def why_not(advice: Advice, key: str) -> Reason | None:
    return next(option.why_not for option in advice.cannot if option.key == key)


NURSE_TO_SOCIAL = wish(sender_unit=NURSE, sender_area="school_medical")


def test_a_school_may_follow_its_duty_to_an_open_investigation_and_may_ask_for_consent() -> None:
    advice = advise(wish())

    assert can(advice) == ["DUTY-SOL_20_6", "NOT_SECRET", "GENERAL_CLAUSE", "CRIME_PREVENT_FRAUD"]
    assert why_not(advice, "CONSENT") is Reason.NO_LIVE_CONSENT
    assert advice.may_ask_consent


@pytest.mark.rule("R08", case="allows")
def test_health_care_shares_what_a_child_needs_and_does_not_ask_for_consent() -> None:
    advice = advise(NURSE_TO_SOCIAL)

    assert can(advice) == [
        "HEALTH_TO_SOC_U18",
        "HEALTH_UNABLE",
        "HEALTH_TO_SOC_CARE",
        "HEALTH_TO_SOC_UNBORN",
        "DUTY-SOL_20_6",
    ]
    assert why_not(advice, "CONSENT") is Reason.SHARED_ANYWAY
    assert not advice.may_ask_consent


@pytest.mark.rule("R08", case="refuses")
def test_on_the_eighteenth_birthday_consent_may_be_asked_again() -> None:
    advice = advise(replace(NURSE_TO_SOCIAL, born=EIGHTEEN))

    assert why_not(advice, "HEALTH_TO_SOC_U18") is Reason.AGE_REACHED
    assert advice.may_ask_consent


def test_a_consent_that_covers_is_offered_even_if_it_is_shared_anyway() -> None:
    given = {"the newest": consent(purpose="another"), "the older": consent()}

    advice = advise(replace(NURSE_TO_SOCIAL, consents=given))
    option = advice.option("CONSENT")

    assert option is not None
    assert option.consent == "the newest"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"parts": frozenset({"wheel"})}, Reason.CONSENT_PART_NOT_COVERED),
        ({"recipient": to("police", 9)}, Reason.CONSENT_UNIT_NOT_COVERED),
        ({"on": date(2026, 8, 1)}, Reason.CONSENT_ENDED),
    ],
)
def test_a_consent_that_does_not_cover_says_why(changes: dict[str, Any], reason: Reason) -> None:
    advice = advise(wish(consents={"ref": consent()}, **changes))

    assert why_not(advice, "CONSENT") is reason


@pytest.mark.rule("R20")
def test_a_concern_report_has_its_own_way() -> None:
    assert why_not(advise(wish()), "DUTY-SOL_19_1") is Reason.CONCERN_HAS_ITS_OWN_WAY


def test_a_duty_towards_bodies_without_a_unit_here_is_fulfilled_elsewhere() -> None:
    advice = advise(wish(sender_area="social", recipient=to("school", SCHOOL)))

    assert why_not(advice, "DUTY-SOL_15_2") is Reason.DUTY_FULFILLED_ELSEWHERE


def test_a_duty_that_such_a_unit_never_has_is_not_listed() -> None:
    listed = {option.key for option in advise(wish()).cannot}

    assert "DUTY-POLIS_6" not in listed


def test_a_ground_that_is_decided_by_phone_says_whom_to_call() -> None:
    police = wish(sender_area="social", recipient=to("police", POLICE))

    assert why_not(advise(police), "URGENT_YOUTH") is Reason.GROUND_BY_PHONE


def test_where_secrecy_is_presumed_one_person_alone_finds_nothing_open() -> None:
    assert why_not(advise(NURSE_TO_SOCIAL), "NOT_SECRET") is Reason.SECOND_PERSON_MISSING


def test_only_the_head_is_offered_what_only_the_head_decides() -> None:
    assert why_not(advise(wish()), "NECESSARY_OWN") is Reason.ONLY_THE_HEAD_DECIDES
    assert "NECESSARY_OWN" in can(advise(wish(duties=frozenset({"manager"}))))


def test_inside_one_organisation_the_nurse_gives_pupil_health_what_it_needs() -> None:
    near = to("pupil_health", 9, same_authority=True, same_principal=True)
    far = to("pupil_health", 9)

    assert "EMI_TO_ELEVHALSA" in can(advise(replace(NURSE_TO_SOCIAL, recipient=near)))
    assert (
        why_not(advise(replace(NURSE_TO_SOCIAL, recipient=far)), "EMI_TO_ELEVHALSA")
        is Reason.NOT_SAME_AUTHORITY
    )


@pytest.mark.rule("R07", case="allows")
def test_social_services_tell_the_police_of_a_young_person_at_risk_and_nobody_in_the_family() -> (
    None
):
    option = advise(wish(sender_area="social", recipient=to("police", POLICE))).option(
        "SOC_YOUTH_CRIME"
    )

    assert option is not None
    assert option.told is Told.NOT_TOLD


def test_a_ground_that_the_law_would_not_allow_says_the_laws_own_no() -> None:
    assert why_not(advise(NURSE_TO_SOCIAL), "GENERAL_CLAUSE") is Reason.AREA_EXCLUDED


def test_the_child_is_told_on_its_own_ground() -> None:
    assert can(advise(wish(recipient=to("child"), kind="note", parts=frozenset({"note"})))) == [
        "SELF"
    ]


def test_a_guardian_whose_view_has_closed_is_given_nothing() -> None:
    closed = wish(recipient=to("guardian"), closed=Reason.GUARDIAN_VIEW_CLOSED)

    assert can(advise(closed)) == []
    assert why_not(advise(closed), "GUARDIAN") is Reason.GUARDIAN_VIEW_CLOSED


@pytest.mark.rule("R34", case="refuses")
def test_offence_data_is_not_offered_to_an_association() -> None:
    club = wish(recipient=to("civil_society", CLUB), consents={"ref": consent()})

    assert can(advise(club)) == ["CONSENT"]
    assert can(advise(replace(club, holds_offence_data=True))) == []
    assert (
        why_not(advise(replace(club, holds_offence_data=True)), "CONSENT")
        is Reason.OFFENCE_DATA_TO_CIVIL_SOCIETY
    )


def test_what_is_offered_says_when_in_plain_words_and_what_the_family_learns() -> None:
    known = catalogue()
    offered = [ground for ground in known.grounds.values() if ground.working]
    duties = [duty for duty in known.duties.values() if not duty.elsewhere]

    bare = [one.code for one in (*offered, *duties) if one.plain == one.title]

    assert bare == ["DUTY"]


@pytest.mark.parametrize("reason", ["", "  "])
def test_leaving_the_family_untold_needs_a_reason(reason: str) -> None:
    assert may_tell(Told.TOLD, anybody=False, reason=reason).reason is Reason.UNTOLD_NEEDS_REASON
    assert may_tell(Told.TOLD, anybody=False, reason="They are on their way.")
    assert may_tell(Told.TOLD, anybody=True, reason=reason)


def test_nobody_is_told_where_an_investigation_may_be_harmed() -> None:
    assert may_tell(Told.NOT_TOLD, anybody=True, reason="").reason is Reason.MUST_NOT_BE_TOLD
    assert may_tell(Told.NOT_TOLD, anybody=False, reason="")


def test_a_decision_not_to_share_needs_a_reason() -> None:
    assert may_decide_not_to_share(" ").reason is Reason.NOT_SHARED_NEEDS_REASON
    assert may_decide_not_to_share("Not needed.")
