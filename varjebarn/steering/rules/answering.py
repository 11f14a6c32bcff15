"""The first no, and before all of them the duty: what every rule here answers with."""

from enum import StrEnum

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.steering.reasons import Reason

Duties = frozenset[Duty]


def answer(duties: Duties, *checks: tuple[bool, StrEnum]) -> Decision:
    """Say no for the first check that fails; before them all stands the duty."""
    return first_no((Duty.COUNTY not in duties, Reason.ONLY_COUNTY_DUTY), *checks)


def first_no(*checks: tuple[bool, StrEnum]) -> Decision:
    """Say no for the first check that fails."""
    return next((Decision(reason) for failed, reason in checks if failed), ALLOWED)
