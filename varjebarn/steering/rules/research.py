"""Visits, and researchers: what the presidium decides.

Source: the steering group's notes of 15 February 2019: the presidium decides when researchers attend.
"""

from datetime import date

from varjebarn.kernel.decisions import Decision
from varjebarn.steering.document_reasons import DocumentReason as No
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer


def may_note_visit(duties: Duties, *, whom: str, on: date, today: date) -> Decision:
    """Answer for a contact or a visit that has been."""
    return answer(
        duties,
        (not whom.strip(), Reason.NAME_MISSING),
        (on > today, No.DAY_NOT_COME),
    )


def may_note_request(duties: Duties, *, title: str, from_whom: str) -> Decision:
    """Answer for a request from researchers, written down when it comes."""
    return answer(
        duties,
        (not title.strip(), Reason.TITLE_MISSING),
        (not from_whom.strip(), Reason.NAME_MISSING),
    )


def may_decide_request(
    duties: Duties,
    *,
    is_asked: bool,
    is_granted: bool,
    may_attend: bool,
    answer_text: str,
    on: date,
    asked_on: date,
) -> Decision:
    """Answer for what the presidium has said: once, and with a reason when it is no."""
    return answer(
        duties,
        (not is_asked, No.RESEARCH_DECIDED_ALREADY),
        (may_attend and not is_granted, No.ONLY_GRANTED_ATTENDS),
        (not is_granted and not answer_text.strip(), No.DECLINED_WITHOUT_REASON),
        (on < asked_on, No.DECIDED_BEFORE_ASKED),
    )


def may_note_output(duties: Duties, *, title: str, authors: str) -> Decision:
    """Answer for something that researchers have published."""
    return answer(
        duties,
        (not title.strip(), Reason.TITLE_MISSING),
        (not authors.strip(), Reason.NAME_MISSING),
    )
