"""What may be kept from a guardian, for how long, and what each copy is then made without."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.withholding import (
    NOTHING,
    Kept,
    Kind,
    LeftOut,
    Reach,
    Why,
    Wish,
    last_review,
    left_out_for_guardian,
    left_out_for_unit,
    may_keep_on,
    may_lift,
    may_reach_guardian,
    may_reach_unit,
    may_withhold,
)

KARIN, JONAS, ULF = UUID(int=1), UUID(int=2), UUID(int=3)
NOTE, PLAN, FILE = UUID(int=11), UUID(int=12), UUID(int=13)
TODAY = date(2026, 8, 31)
WISH = Wish(
    kind=Kind.NOTE,
    reach=Reach.PERSONS,
    why=Why.HARM,
    reason="Barnet far illa om Jonas får läsa det.",
    review_on=date(2026, 12, 1),
    persons=frozenset({JONAS}),
)


def why_not(on: date = TODAY, **change: object) -> object:
    wish = replace(WISH, **change)  # type: ignore[arg-type] # a test names the fields it changes
    return may_withhold(wish, guardians={KARIN, JONAS}, on=on).reason


def whereabouts(why: Why, review_on: date) -> object:
    return why_not(kind=Kind.WHEREABOUTS, why=why, review_on=review_on)


@pytest.mark.rule("R15", case="allows")
def test_an_item_is_kept_from_one_from_both_or_from_everybody_but_the_child() -> None:
    assert why_not() is None
    assert why_not(persons=frozenset({KARIN, JONAS})) is None
    assert why_not(reach=Reach.GUARDIANS, persons=frozenset()) is None
    assert why_not(reach=Reach.ALL_BUT_CHILD, persons=frozenset()) is None


@pytest.mark.rule("R15", case="refuses")
def test_it_is_kept_with_a_reason_and_from_somebody_on_the_file() -> None:
    assert why_not(reason="  ") is Reason.WITHHOLDING_NEEDS_REASON
    assert why_not(persons=frozenset()) is Reason.WITHHOLDING_NEEDS_SOMEBODY
    assert why_not(persons=frozenset({ULF})) is Reason.WITHHOLDING_NOT_A_GUARDIAN


@pytest.mark.rule("R15", case="refuses")
def test_it_is_looked_at_again_within_a_year() -> None:
    assert why_not(review_on=TODAY) is Reason.REVIEW_NOT_AHEAD
    assert why_not(review_on=date(2027, 8, 31)) is None
    assert why_not(review_on=date(2027, 9, 1)) is Reason.REVIEW_TOO_LATE


@pytest.mark.rule("R16", case="allows")
def test_whereabouts_are_secret_for_three_months_or_six_at_a_time() -> None:
    assert whereabouts(Why.LVU, date(2026, 11, 30)) is None
    assert whereabouts(Why.SHELTER, date(2027, 2, 28)) is None


@pytest.mark.rule("R16", case="refuses")
def test_a_later_review_of_whereabouts_is_refused() -> None:
    assert whereabouts(Why.LVU, date(2026, 12, 1)) is Reason.REVIEW_TOO_LATE_LVU
    assert whereabouts(Why.SHELTER, date(2027, 3, 1)) is Reason.REVIEW_TOO_LATE_SHELTER


@pytest.mark.rule("R16", case="refuses")
def test_whereabouts_have_their_own_provision_and_name_whom_they_are_secret_from() -> None:
    assert whereabouts(Why.HARM, date(2026, 9, 30)) is Reason.WITHHOLDING_NEEDS_ITS_PROVISION
    assert why_not(why=Why.LVU) is Reason.WITHHOLDING_NEEDS_ITS_PROVISION
    assert (
        why_not(kind=Kind.WHEREABOUTS, why=Why.LVU, reach=Reach.GUARDIANS)
        is Reason.WHEREABOUTS_NAME_THE_GUARDIANS
    )


def test_the_last_day_of_a_short_month_is_the_last_day() -> None:
    assert last_review(Why.LVU, date(2026, 11, 30)) == date(2027, 2, 28)
    assert last_review(Why.SHELTER, date(2027, 8, 31)) == date(2028, 2, 29)
    assert last_review(Why.HARM, date(2028, 2, 29)) == date(2029, 2, 28)


@given(on=st.dates(date(2020, 1, 1), date(2040, 12, 31)), why=st.sampled_from(Why))
def test_the_last_day_is_allowed_and_the_next_is_not(on: date, why: Why) -> None:
    last = last_review(why, on)

    assert may_keep_on(why, reason="Samma läge.", review_on=last, on=on)
    assert not may_keep_on(
        why, reason="Samma läge.", review_on=date.fromordinal(last.toordinal() + 1), on=on
    )


def test_keeping_on_and_letting_go_say_why() -> None:
    again = date(2026, 11, 1)

    assert may_keep_on(Why.LVU, reason="Samma hot.", review_on=again, on=TODAY)
    assert (
        may_keep_on(Why.LVU, reason="", review_on=again, on=TODAY).reason
        is Reason.WITHHOLDING_NEEDS_REASON
    )
    assert may_lift(reason="Hotet är borta.")
    assert may_lift(reason=" ").reason is Reason.WITHHOLDING_NEEDS_REASON


FROM_JONAS = Kept(kind="note", item=NOTE, reach="persons", persons=frozenset({JONAS}))
FROM_ALL = Kept(kind="plan", item=PLAN, reach="guardians")
PLACES = Kept(kind="whereabouts", item=FILE, reach="persons", persons=frozenset({JONAS}))


@pytest.mark.rule("R15", case="refuses")
def test_a_guardians_copy_is_made_without_what_is_kept_from_that_guardian() -> None:
    assert left_out_for_guardian([FROM_JONAS], JONAS) == LeftOut(items=frozenset({NOTE}))
    assert left_out_for_guardian([FROM_JONAS, PLACES], KARIN) == NOTHING
    assert left_out_for_guardian([FROM_ALL], KARIN).items == {PLAN}
    assert left_out_for_guardian([PLACES], JONAS) == LeftOut(places=True)


@pytest.mark.rule("R52", case="refuses")
def test_a_yes_that_leans_on_guardians_reaches_nothing_that_is_kept_from_one() -> None:
    assert left_out_for_unit([FROM_JONAS], guardians_decide=True).items == {NOTE}


@pytest.mark.rule("R52", case="allows")
def test_a_young_person_who_decides_alone_gives_it_but_for_what_is_theirs_alone() -> None:
    alone = replace(FROM_JONAS, reach="all_but_child", item=PLAN)

    assert left_out_for_unit([FROM_JONAS, alone], guardians_decide=False).items == {PLAN}
    assert left_out_for_unit([replace(alone, is_own=False)], guardians_decide=False) == NOTHING


def reaching(left_out: LeftOut, text: str = "", kind: str = "plan_version") -> object:
    return may_reach_guardian(
        left_out, kind=kind, subject=PLAN, text=text, places=("Storkskolan",)
    ).reason


@pytest.mark.rule("R15", case="refuses")
def test_a_content_that_holds_it_reaches_no_guardian() -> None:
    kept = LeftOut(items=frozenset({NOTE}))

    assert reaching(kept, f'{{"ref": "{NOTE}"}}') is Reason.WITHHELD_FROM_GUARDIAN
    assert reaching(LeftOut(items=frozenset({PLAN}))) is Reason.WITHHELD_FROM_GUARDIAN
    assert reaching(kept, "Något annat") is None


@pytest.mark.rule("R16", case="refuses")
def test_no_place_is_named_to_whom_it_is_secret_from() -> None:
    secret = LeftOut(places=True)

    assert reaching(secret, "Hämtas vid STORKSKOLAN") is Reason.PLACE_IS_NAMED
    assert reaching(secret, kind="consent_request") is Reason.PLACE_NOT_TO_BE_TOLD
    assert reaching(secret, "Läser varje dag") is None
    assert reaching(NOTHING, "Hämtas vid Storkskolan") is None


@pytest.mark.rule("R52", case="refuses")
def test_a_content_that_holds_it_reaches_no_unit_by_a_guardians_yes() -> None:
    kept = LeftOut(items=frozenset({NOTE}))

    assert may_reach_unit(kept, text=f'{{"ref": "{NOTE}"}}').reason is Reason.NO_YES_REACHES_IT
    assert may_reach_unit(kept, text="Något annat")
