"""When a decision may be worded otherwise."""

from dataclasses import replace

import pytest

from varjebarn.kernel.actors import Duty
from varjebarn.steering import rules
from varjebarn.steering.decision_reasons import DecisionReason
from varjebarn.steering.reasons import Reason

COUNTY = frozenset({Duty.COUNTY})
FACTS = rules.CorrectFacts(
    before="Delar testas.",
    after="Delar testas i länet.",
    reason="Ett ord saknades.",
    is_drafted=False,
)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"after": "  "}, Reason.WORDING_MISSING),
        ({"after": " Delar testas. "}, DecisionReason.WORDING_AS_BEFORE),
        ({"reason": " "}, DecisionReason.CORRECTED_WITHOUT_REASON),
        ({"reason": "", "is_drafted": True}, None),
        ({"is_drafted": True}, None),
    ],
)
def test_a_wording_changes_freely_in_a_draft_and_with_a_reason_after(
    changes: dict[str, object], reason: Reason | None
) -> None:
    facts = replace(FACTS, **changes)  # type: ignore[arg-type] # each row names its own fields

    assert rules.may_correct(COUNTY, facts).reason is reason


@pytest.mark.parametrize("duties", [frozenset(), frozenset(Duty) - COUNTY])
def test_only_the_countys_own_correct(duties: frozenset[Duty]) -> None:
    assert rules.may_correct(duties, FACTS).reason is Reason.ONLY_COUNTY_DUTY
