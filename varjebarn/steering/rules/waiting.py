"""Old minutes that wait to be looked over."""

from varjebarn.kernel.decisions import Decision
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer


def may_keep_waiting(duties: Duties, *, text: str, is_waiting: bool) -> Decision:
    """Answer for a file to look over later. The same text waits once."""
    return answer(
        duties,
        (not text.strip(), Reason.MINUTES_EMPTY),
        (is_waiting, Reason.MINUTES_WAIT_ALREADY),
    )


def may_end_waiting(duties: Duties, *, is_waiting: bool) -> Decision:
    """Answer for taking in or putting away: only what still waits."""
    return answer(duties, (not is_waiting, Reason.MINUTES_WAIT_NO_LONGER))
