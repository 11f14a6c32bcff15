"""The annual report's rules: only the county's duty writes, a correction says why; and a year's span."""

from datetime import date
from typing import Any

import pytest

from varjebarn.kernel.actors import Duty
from varjebarn.steering import rules
from varjebarn.steering.annual import Span
from varjebarn.steering.reasons import Reason

COUNTY = frozenset({Duty.COUNTY})
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"year": 2019}, None),
        ({"year": 2027}, Reason.YEAR_NOT_BEGUN),
        ({"is_heading": False}, Reason.NO_SUCH_HEADING),
    ],
)
def test_a_note_stands_under_a_heading_of_a_year_that_has_begun(
    changes: dict[str, Any], reason: Reason | None
) -> None:
    asked: dict[str, Any] = {"is_heading": True, "year": 2026, "today": TODAY}

    assert rules.may_note_year(COUNTY, **asked | changes).reason == reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"year": 2027}, Reason.YEAR_NOT_BEGUN),
        ({"earlier_editions": 1}, Reason.CORRECTION_WITHOUT_REASON),
        ({"earlier_editions": 1, "reason": "  "}, Reason.CORRECTION_WITHOUT_REASON),
        ({"earlier_editions": 1, "reason": "Ett namn var fel."}, None),
    ],
)
def test_a_correction_says_why(changes: dict[str, Any], reason: Reason | None) -> None:
    asked: dict[str, Any] = {"year": 2026, "today": TODAY, "earlier_editions": 0, "reason": ""}

    assert rules.may_publish_year(COUNTY, **asked | changes).reason == reason


@pytest.mark.parametrize("duties", [frozenset(), frozenset(Duty) - COUNTY])
def test_nobody_else_writes_it(duties: frozenset[Duty]) -> None:
    found = (
        rules.may_note_year(duties, is_heading=True, year=2026, today=TODAY),
        rules.may_publish_year(duties, year=2026, today=TODAY, earlier_editions=0, reason=""),
    )

    assert [one.reason for one in found] == [Reason.ONLY_COUNTY_DUTY] * 2


@pytest.mark.parametrize(
    ("made_on", "last", "is_over"),
    [
        (date(2026, 11, 24), date(2026, 11, 24), False),
        (date(2026, 12, 31), date(2026, 12, 31), False),
        (date(2027, 1, 1), date(2026, 12, 31), True),
        (date(2030, 6, 1), date(2026, 12, 31), True),
    ],
)
def test_a_year_is_told_up_to_its_end_or_the_day_of_the_report(
    made_on: date, last: date, *, is_over: bool
) -> None:
    span = Span(year=2026, made_on=made_on)

    assert (span.days, span.is_over) == ((date(2026, 1, 1), last), is_over)
