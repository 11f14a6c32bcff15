"""The first no, and before all of them the duty: what every rule here answers with."""

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.steering.reasons import Reason

Duties = frozenset[Duty]


def answer(duties: Duties, *checks: tuple[bool, Reason]) -> Decision:
    """Say no for the first check that fails; before them all stands the duty."""
    for failed, reason in ((Duty.COUNTY not in duties, Reason.ONLY_COUNTY_DUTY), *checks):
        if failed:
            return Decision(reason)
    return ALLOWED
