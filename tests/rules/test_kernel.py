"""Periods, ages and identifiers: pure values, edge by edge."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.kernel.ages import age, birthday, is_under
from varjebarn.kernel.decisions import ALLOWED, Decision, Refused, require
from varjebarn.kernel.identity import IdentifierSystem, masked, normalised
from varjebarn.kernel.periods import Period
from varjebarn.people.reasons import Reason

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31))


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(2019, 3, 1), date(2026, 2, 28), 6),
        (date(2019, 3, 1), date(2026, 3, 1), 7),
        (date(2008, 2, 29), date(2026, 2, 28), 17),  # born on a leap day: not a day early
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
    ],
)
def test_an_age_is_reached_on_the_birthday(born, on, years):
    assert age(born, on) == years


@given(born=DAYS, on=DAYS, years=st.integers(0, 30))
def test_under_an_age_is_the_same_as_not_having_reached_it(born, on, years):
    assert is_under(born, years, on) == (age(born, on) < years)


@given(start=DAYS, days=st.integers(0, 4000))
def test_a_period_holds_its_first_and_last_day_and_no_more(start, days):
    last = start + timedelta(days=days)
    period = Period.through(start, last)

    assert (start in period, last in period) == (True, True)
    assert (start - timedelta(days=1) in period, last + timedelta(days=1) in period) == (
        False,
        False,
    )
    assert period.last_day == last


def test_an_open_period_has_no_last_day():
    period = Period(start=date(2026, 1, 1))

    assert (period.last_day, date(2099, 1, 1) in period) == (None, True)


def test_a_period_that_holds_no_day_is_refused():
    with pytest.raises(ValueError, match="ends after"):
        Period(start=date(2026, 1, 1), end=date(2026, 1, 1))


def test_a_no_carries_its_reason_and_its_provision():
    with pytest.raises(Refused) as refusal:
        require(Decision(Reason.NO_DUTY, provision="PDL 4:1"))

    assert (refusal.value.reason, refusal.value.provision) == (Reason.NO_DUTY, "PDL 4:1")
    assert require(ALLOWED) is None
    assert birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)


@pytest.mark.rule("R42", case="allows")
@pytest.mark.parametrize(
    ("system", "written", "kept", "shown"),
    [
        # The numbers are Skatteverket's test numbers, nobody's.
        ("personnummer", "20030202-2389", "200302022389", "20030202-••••"),
        ("personnummer", "500626-2546", "195006262546", "19500626-••••"),
        ("samordningsnummer", "196109732393", "196109732393", "19610973-••••"),
        ("school_temporary", "20190301tf01", "20190301TF01", "20190301TF01"),
        ("local", " ab 12 ", "AB12", "AB12"),
    ],
)
def test_a_number_is_kept_in_one_form_and_shown_masked(system, written, kept, shown):
    which = IdentifierSystem(system)

    assert normalised(which, written) == kept
    assert masked(which, kept) == shown


@pytest.mark.parametrize(
    ("system", "written"),
    [("personnummer", "200302022380"), ("school_temporary", "2019TF1"), ("local", "  ")],
)
def test_a_number_that_does_not_fit_its_system_is_refused(system, written):
    with pytest.raises(ValueError, match=r"valid|temporary|empty"):
        normalised(IdentifierSystem(system), written)
