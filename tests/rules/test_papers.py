"""Who lays papers before a meeting and calls people to it, as truth tables."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import Decision
from varjebarn.steering import rules
from varjebarn.steering.paper_kinds import BIGGEST_PAPER, MOST_PAPERS
from varjebarn.steering.paper_reasons import PaperReason as No
from varjebarn.steering.reasons import Reason

COUNTY = frozenset({Duty.COUNTY})
OTHERS = frozenset(Duty) - COUNTY
DAY, AFTER = date(2026, 11, 6), date(2026, 11, 7)
FACTS = rules.PaperFacts(sits_there=False, title="Budget", size=1, papers_already=0)
Asked = Callable[[frozenset[Duty]], Decision]


def attach(**changes: Any) -> Asked:
    return lambda duties: rules.may_attach(duties, replace(FACTS, **changes))


def publish(**changes: bool) -> Asked:
    asked = {"is_published": False, "is_withdrawn": False}
    return lambda duties: rules.may_publish_paper(duties, **asked | changes)


def withdraw(**changes: Any) -> Asked:
    asked = {"is_withdrawn": False, "why": "Fel fil."}
    return lambda duties: rules.may_withdraw_paper(duties, **asked | changes)


def call(**changes: Any) -> Asked:
    asked = {"is_planned": True, "is_called": False, "meeting_on": DAY, "today": DAY}
    return lambda duties: rules.may_call(duties, **asked | changes)


def keep(address: str = "ylva@exempel.se") -> Asked:
    return lambda duties: rules.may_keep_address(duties, address=address)


@pytest.mark.parametrize("asked", [attach(), publish(), withdraw(), call(), keep(), keep("")])
def test_the_county_may(asked: Asked) -> None:
    assert asked(COUNTY) == Decision()


@pytest.mark.parametrize("asked", [publish(), withdraw(), call(), keep()])
def test_nobody_else_may(asked: Asked) -> None:
    assert asked(OTHERS) == Decision(Reason.ONLY_COUNTY_DUTY)


def test_a_member_lays_papers_before_their_own_body() -> None:
    assert attach(sits_there=True)(OTHERS) == Decision()
    assert attach()(OTHERS) == Decision(No.NOT_A_MEMBER)


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (attach(title="  "), Reason.TITLE_MISSING),
        (attach(size=0), No.PAPER_EMPTY),
        (attach(size=BIGGEST_PAPER + 1), No.PAPER_TOO_BIG),
        (attach(papers_already=MOST_PAPERS), No.TOO_MANY_PAPERS),
        (attach(is_of_the_meeting=False), No.ITEM_OF_OTHER_MEETING),
        (publish(is_published=True), No.PAPER_PUBLISHED_ALREADY),
        (publish(is_withdrawn=True), No.PAPER_WITHDRAWN),
        (withdraw(is_withdrawn=True), No.PAPER_WITHDRAWN),
        (withdraw(why=" "), No.WITHDRAWN_WITHOUT_REASON),
        (call(is_planned=False), No.MEETING_NOT_AHEAD),
        (call(today=AFTER), No.MEETING_NOT_AHEAD),
        (call(is_called=True), No.CALLED_ALREADY),
    ],
)
def test_each_no_has_its_reason(asked: Asked, reason: No) -> None:
    assert asked(COUNTY) == Decision(reason)


@pytest.mark.parametrize(
    "address",
    [
        "ylva",
        "ylva@",
        "@exempel.se",
        "ylva@exempel",
        "ylva nord@exempel.se",
        "a@b.se,c@d.se",
        "a@b.se\nBcc: c@d.se",
        "<a@b.se>",
        f"{'a' * 250}@b.se",
    ],
)
def test_what_is_no_mail_address_is_refused(address: str) -> None:
    assert keep(address)(COUNTY) == Decision(No.NOT_A_MAIL_ADDRESS)


@given(st.text(max_size=60))
def test_no_address_that_is_kept_could_add_a_header(address: str) -> None:
    kept = not keep(address)(COUNTY).reason

    assert not kept or not set(address) & set("\r\n ,;<>")
