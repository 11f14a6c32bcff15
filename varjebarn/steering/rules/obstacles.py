"""Obstacles and enablers: anybody in the practice sends one sentence, and hears what became of it.

Source: the researchers' report in the steering group's notes of 6 November 2020: what stops the work
is seen in the practice first, and is not carried upward by itself.
"""

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import Decision
from varjebarn.steering.document_reasons import DocumentReason as No
from varjebarn.steering.rules.answering import Duties, first_no

LONGEST = 300  # characters: one sentence


def may_send(*, is_staff: bool, text: str, has_number: bool, is_top: bool) -> Decision:
    """Answer for one sentence about the structure, to a working group."""
    return first_no(
        (not is_staff, No.ONLY_STAFF_SENDS),
        (not text.strip(), No.TEXT_MISSING),
        (len(text.strip()) > LONGEST, No.MORE_THAN_A_SENTENCE),
        (has_number, No.LOOKS_LIKE_A_NUMBER),
        (is_top, No.SENT_TO_THE_TOP),
    )


def may_take_up(
    duties: Duties,
    *,
    sits_there: bool,
    is_waiting: bool,
    text: str,
    is_passed_on: bool = False,
    is_passed_to_itself: bool = False,
) -> Decision:
    """Answer for answering, passing on or closing: by those with whom it lies, in words to the sender."""
    return first_no(
        (not sits_there and Duty.COUNTY not in duties, No.ONLY_MEMBERS),
        (not is_waiting, No.TAKEN_UP_ALREADY),
        (not text.strip(), No.TEXT_MISSING),
        (is_passed_on and is_passed_to_itself, No.PASSED_TO_ITSELF),
    )
