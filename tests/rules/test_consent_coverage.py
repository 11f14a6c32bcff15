"""A consent covers what it names: these units, these parts, this purpose, these days."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from varjebarn.disclosure.reasons import Reason
from varjebarn.disclosure.rules import consent_covers, may_disclose
from varjebarn.kernel.decisions import ALLOWED
from varjebarn.kernel.periods import Period

from tests.rules.disclosure_facts import (
    CLUB,
    NURSE,
    POLICE,
    PURPOSE,
    SCHOOL,
    SOCIAL,
    consent,
    facts,
    to,
)

PARTS = ("needs", "actions", "views", "contact")


@pytest.mark.rule("R09", case="allows")
@pytest.mark.parametrize(
    "change",
    [
        {},
        {"recipients": (to("school_medical", NURSE), to("social", SOCIAL))},
        {"parts": frozenset({"needs", "actions", "views"})},
        {"on": date(2026, 1, 10)},
        {"on": date(2026, 6, 30)},
    ],
)
def test_what_the_consent_names_may_be_disclosed(change: dict[str, Any]) -> None:
    assert may_disclose(facts("CONSENT", **change)) == ALLOWED


@pytest.mark.rule("R09", case="refuses")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"consent": None}, Reason.NO_LIVE_CONSENT),
        ({"on": date(2026, 1, 9)}, Reason.CONSENT_NOT_BEGUN),
        ({"on": date(2026, 7, 1)}, Reason.CONSENT_ENDED),
        ({"purpose": "something else"}, Reason.CONSENT_OTHER_PURPOSE),
        ({"recipients": (to("police", POLICE),)}, Reason.CONSENT_UNIT_NOT_COVERED),
        (
            {"recipients": (to("social", SOCIAL), to("police", POLICE))},
            Reason.CONSENT_UNIT_NOT_COVERED,
        ),
        ({"recipients": (to("social"),)}, Reason.CONSENT_UNIT_NOT_COVERED),
        ({"sender_unit": 99}, Reason.CONSENT_UNIT_NOT_COVERED),
        ({"parts": frozenset({"actions", "contact"})}, Reason.CONSENT_PART_NOT_COVERED),
    ],
)
def test_what_the_consent_does_not_name_is_refused(change: dict[str, Any], reason: Reason) -> None:
    assert may_disclose(facts("CONSENT", **change)).reason is reason


@pytest.mark.rule("R09", case="refuses")
def test_a_part_that_only_some_recipients_were_given_goes_to_nobody() -> None:
    narrow = consent(
        parts_by_unit={
            SCHOOL: frozenset({"needs", "actions"}),
            NURSE: frozenset({"needs", "actions"}),
            SOCIAL: frozenset({"actions"}),
        }
    )
    both = (to("school_medical", NURSE), to("social", SOCIAL))

    decision = may_disclose(
        facts("CONSENT", consent=narrow, recipients=both, parts=frozenset({"needs"}))
    )

    assert decision.reason is Reason.CONSENT_PART_NOT_COVERED


@pytest.mark.rule("R10", case="refuses")
def test_after_a_withdrawal_the_unit_is_in_no_coverage() -> None:
    without_social = consent(parts_by_unit={SCHOOL: frozenset(PARTS), NURSE: frozenset(PARTS)})

    decision = may_disclose(facts("CONSENT", consent=without_social))

    assert decision.reason is Reason.CONSENT_UNIT_NOT_COVERED


subsets = st.frozensets(st.sampled_from(PARTS))
units = st.sampled_from([SCHOOL, NURSE, SOCIAL, POLICE, CLUB])


@pytest.mark.rule("R09")
@given(
    covered=st.dictionaries(units, subsets),
    receivers=st.frozensets(units, min_size=1),
    parts=st.frozensets(st.sampled_from(PARTS), min_size=1),
    start=st.dates(date(2026, 1, 1), date(2026, 6, 30)),
    length=st.integers(1, 200),
    on=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    purpose=st.sampled_from([PURPOSE, "another"]),
)
def test_nothing_crosses_that_every_side_has_not_been_given(
    covered: dict[int, frozenset[str]],
    receivers: frozenset[int],
    parts: frozenset[str],
    start: date,
    length: int,
    on: date,
    purpose: str,
) -> None:
    end = date.fromordinal(start.toordinal() + length)
    case = facts(
        "CONSENT",
        on=on,
        purpose=purpose,
        parts=parts,
        recipients=tuple(to("social", unit) for unit in sorted(receivers)),
        consent=consent(parts_by_unit=covered, period=Period(start=start, end=end)),
    )

    named = (
        start <= on < end
        and purpose == PURPOSE
        and all(unit in covered and parts <= covered[unit] for unit in {SCHOOL, *receivers})
    )

    assert bool(consent_covers(case)) == named
