"""A signal from another unit: taken in once when it is filed, and answered once on a live yes."""

from dataclasses import replace

import pytest

from varjebarn.wellbeing.reasons import Reason
from varjebarn.wellbeing.rules import AnswerFacts, may_answer_sender, may_receive
from varjebarn.wellbeing.values import State

ANSWERABLE = AnswerFacts(
    state=State.ASSESSED, is_received=True, is_contact=True, is_answered=False, holds=True
)


def test_a_filed_signal_is_taken_in() -> None:
    assert may_receive(is_signal=True, is_filed=True, is_here=False)


@pytest.mark.parametrize(
    ("is_signal", "is_filed", "is_here", "reason"),
    [
        (False, True, False, Reason.NOT_A_SIGNAL),
        (True, False, False, Reason.FILE_FIRST),
        (True, True, True, Reason.RECEIVED_ALREADY),
    ],
)
def test_anything_else_is_not(
    *, is_signal: bool, is_filed: bool, is_here: bool, reason: Reason
) -> None:
    decision = may_receive(is_signal=is_signal, is_filed=is_filed, is_here=is_here)

    assert decision.reason is reason


@pytest.mark.parametrize("state", [State.ASSESSED, State.CLOSED])
def test_the_contact_answers_what_has_been_judged(state: State) -> None:
    assert may_answer_sender(replace(ANSWERABLE, state=state))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"is_contact": False}, Reason.ONLY_CONTACT),
        ({"is_received": False}, Reason.NOT_RECEIVED),
        ({"state": State.HANDED}, Reason.NOT_ASSESSED),
        ({"is_answered": True}, Reason.ANSWERED_ALREADY),
        ({"holds": False}, Reason.ANSWER_NO_LONGER_COVERED),
    ],
)
def test_each_no_has_its_reason(change: dict[str, object], reason: Reason) -> None:
    decision = may_answer_sender(replace(ANSWERABLE, **change))  # type: ignore[arg-type] # one field each

    assert decision.reason is reason
