"""What waits to be looked over, as truth tables; and decisions set against the register's."""

import pytest

from varjebarn.interop.minutes.against import Difference, differences
from varjebarn.kernel.actors import Duty
from varjebarn.steering import rules
from varjebarn.steering.reasons import Reason

COUNTY = frozenset({Duty.COUNTY})
OTHERS = frozenset(Duty) - COUNTY


@pytest.mark.parametrize(
    ("duties", "text", "is_waiting", "reason"),
    [
        (COUNTY, "Protokoll", False, None),
        (COUNTY, " \n", False, Reason.MINUTES_EMPTY),
        (COUNTY, "Protokoll", True, Reason.MINUTES_WAIT_ALREADY),
        (OTHERS, "Protokoll", False, Reason.ONLY_COUNTY_DUTY),
    ],
)
def test_the_same_text_waits_once(
    duties: frozenset[Duty], text: str, *, is_waiting: bool, reason: Reason | None
) -> None:
    assert rules.may_keep_waiting(duties, text=text, is_waiting=is_waiting).reason is reason


@pytest.mark.parametrize(
    ("duties", "is_waiting", "reason"),
    [
        (COUNTY, True, None),
        (COUNTY, False, Reason.MINUTES_WAIT_NO_LONGER),
        (OTHERS, True, Reason.ONLY_COUNTY_DUTY),
    ],
)
def test_only_what_waits_is_ended(
    duties: frozenset[Duty], *, is_waiting: bool, reason: Reason | None
) -> None:
    assert rules.may_end_waiting(duties, is_waiting=is_waiting).reason is reason


@pytest.mark.parametrize(
    ("minutes", "register", "expected"),
    [
        (["Styrgruppen beslutar att planen godkänns."], ["Planen godkänns"], []),
        (
            ["Planen godkänns för 2025."],
            ["Planen godkänns för 2026."],
            [("Planen godkänns för 2025.", "Planen godkänns för 2026.")],
        ),
        ([], ["Planen godkänns."], [("", "Planen godkänns.")]),
        (["Hemsidan byggs om."], [], [("Hemsidan byggs om.", "")]),
        (
            ["Hemsidan byggs om.", "Planen godkänns."],
            ["Planen godkänns.", "Hemsidan byggs om."],
            [],
        ),
    ],
)
def test_decisions_are_set_against_the_register(
    minutes: list[str], register: list[str], expected: list[tuple[str, str]]
) -> None:
    found = differences(minutes, register)

    assert found == [Difference(minutes=left, register=right) for left, right in expected]
