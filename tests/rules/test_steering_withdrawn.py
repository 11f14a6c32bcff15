"""When a proposal may be taken back."""

from dataclasses import replace

import pytest

from varjebarn.kernel.actors import Duty
from varjebarn.steering import rules
from varjebarn.steering.reasons import Reason

FACTS = rules.WithdrawFacts(is_own=True, is_live=True)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({}, None),
        ({"is_own": False, "is_called": True}, Reason.NOT_YOUR_PROPOSAL),
        ({"is_live": False}, Reason.PROPOSAL_ANSWERED),
        ({"is_closed": True}, Reason.ITEM_CLOSED),
        ({"is_called": True}, Reason.AGENDA_IS_CALLED),
    ],
)
def test_ones_own_until_the_body_is_called(changes: dict[str, bool], reason: Reason | None) -> None:
    assert rules.may_withdraw_proposal(replace(FACTS, **changes)).reason is reason


def test_no_secretary_closes_an_item_as_withdrawn() -> None:
    county = frozenset({Duty.COUNTY})

    answer = rules.may_close(county, is_closed=False, is_held=True, outcome="withdrawn")

    assert answer.reason is Reason.OUTCOME_HAS_ITS_OWN_ACT
