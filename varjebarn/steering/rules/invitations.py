"""Who calls a body to a meeting, and where its members are mailed.

Sources: RFC 5546 (an invitation that changes keeps its number and counts its changes); GDPR 21
(whoever gets mail may say no thanks).
"""

import re
from datetime import date

from varjebarn.kernel.decisions import Decision
from varjebarn.steering.paper_reasons import PaperReason as No
from varjebarn.steering.rules.answering import Duties, answer

LONGEST_ADDRESS = 254
_ADDRESS = re.compile(r"[^\s@<>,;:\"\\()\[\]]+@[^\s@<>,;:\"\\()\[\]]+\.[^\s@<>,;:\"\\()\[\]]+")


def may_call(
    duties: Duties, *, is_planned: bool, is_called: bool, meeting_on: date, today: date
) -> Decision:
    """Answer for calling a body to a meeting: once, while it lies ahead. Changes follow by themselves."""
    return answer(
        duties,
        (not is_planned or meeting_on < today, No.MEETING_NOT_AHEAD),
        (is_called, No.CALLED_ALREADY),
    )


def may_keep_address(duties: Duties, *, address: str) -> Decision:
    """Answer for where a member is mailed; empty is nowhere."""
    is_wrong = bool(address) and (
        len(address) > LONGEST_ADDRESS or _ADDRESS.fullmatch(address) is None
    )
    return answer(duties, (is_wrong, No.NOT_A_MAIL_ADDRESS))
