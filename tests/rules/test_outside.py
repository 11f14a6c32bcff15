"""One part to an association's leader: little, for a short time, on a promise, and never offences."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from varjebarn.disclosure.outside import (
    OutsideFacts,
    holds_number,
    may_give_outside,
    may_note_answer,
    may_share_with_area,
)
from varjebarn.disclosure.reasons import Reason
from varjebarn.kernel.decisions import ALLOWED

DAY = date(2026, 3, 3)
NUMBER = "190001019801"  # a number that nobody has


def facts(**changes: Any) -> OutsideFacts:
    complete = OutsideFacts(
        area="civil_society",
        parts=frozenset({"actions"}),
        text="Alva får komma en kvart före de andra.",
        to_name="Leo Lind",
        reservation="Berätta det inte för någon.",
        on=DAY,
        last_day=DAY + timedelta(days=14),
        is_protected=False,
        holds_offence_data=False,
    )
    return replace(complete, **changes)


def test_one_part_goes_to_a_named_leader_on_a_promise() -> None:
    assert may_give_outside(facts()) == ALLOWED


@pytest.mark.rule("R34", case="refuses")
def test_offences_never_go_to_an_association() -> None:
    decision = may_give_outside(facts(holds_offence_data=True))

    assert (decision.reason, decision.provision) == (
        Reason.OFFENCE_DATA_TO_CIVIL_SOCIETY,
        "GDPR 10",
    )


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"area": "social"}, Reason.OUTSIDE_ONLY_TO_ASSOCIATIONS),
        ({"is_protected": True}, Reason.OUTSIDE_NEVER_PROTECTED),
        ({"parts": frozenset()}, Reason.OUTSIDE_ONE_PART),
        ({"parts": frozenset({"goals", "actions"})}, Reason.OUTSIDE_ONE_PART),
        ({"parts": frozenset({"wheel"})}, Reason.OUTSIDE_ONE_PART),
        ({"parts": frozenset({"disagreement"})}, Reason.OUTSIDE_ONE_PART),
        ({"to_name": " "}, Reason.OUTSIDE_NEEDS_NAME),
        ({"reservation": " "}, Reason.OUTSIDE_NEEDS_RESERVATION),
        ({"last_day": DAY - timedelta(days=1)}, Reason.OUTSIDE_LAST_DAY),
        ({"last_day": DAY + timedelta(days=32)}, Reason.OUTSIDE_LAST_DAY),
    ],
)
def test_each_no_has_its_reason(changes: dict[str, Any], reason: Reason) -> None:
    assert may_give_outside(facts(**changes)).reason is reason


@pytest.mark.parametrize("days", [0, 31])
def test_it_lasts_from_today_to_a_month(days: int) -> None:
    assert may_give_outside(facts(last_day=DAY + timedelta(days=days))) == ALLOWED


@pytest.mark.rule("R42", case="refuses")
def test_a_personal_number_in_the_text_stops_it() -> None:
    said = f"Ring {NUMBER} om det."

    assert may_give_outside(facts(text=said)).reason is Reason.OUTSIDE_HOLDS_NUMBER


@pytest.mark.parametrize(
    ("text", "is_number"),
    [
        (NUMBER, True),
        ("19000101-9801", True),
        ("000101-9801", True),
        ("0001019801", True),
        ("Ring 0470-123456 före klockan 16.", False),
        ("Från 2026-03-03 till 2026-04-01", False),
        ("1234567890123456", False),
    ],
)
def test_a_number_is_one_that_could_be_somebodys(text: str, *, is_number: bool) -> None:
    assert holds_number(text) == is_number


@pytest.mark.parametrize(
    ("words", "said_by", "reason"),
    [
        ("", "Leo Lind", Reason.OUTSIDE_ANSWER_MISSING),
        ("Han var med.", "", Reason.OUTSIDE_SAID_BY_ANOTHER),
        ("Han var med.", "lena strand ", Reason.OUTSIDE_SAID_BY_ANOTHER),
        ("Han var med.", "Leo Lind", None),
    ],
)
def test_an_answer_is_entered_by_one_on_behalf_of_another(
    words: str, said_by: str, reason: Reason | None
) -> None:
    decided = may_note_answer(words=words, said_by=said_by, entered_by="Lena Strand")

    assert decided.reason is reason


def test_an_association_is_shared_with_in_its_own_way_only() -> None:
    assert may_share_with_area("civil_society").reason is Reason.CIVIL_SOCIETY_GETS_ONE_PART
    assert may_share_with_area("police") == ALLOWED
