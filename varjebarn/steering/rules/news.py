"""News, local examples and the newsletter.

Sources: the process leaders' notes of 2019 (local examples lifted to the common page); RFC 8058
(leaving a mailing with one click); GDPR 7.3 (as easy to leave as to join).
"""

import re
from dataclasses import dataclass

from varjebarn.kernel.actors import Duty
from varjebarn.kernel.decisions import ALLOWED, Decision
from varjebarn.steering.document_reasons import DocumentReason as No
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer, first_no

LONGEST_ADDRESS = 254  # RFC 5321 4.5.3.1.3
_ADDRESS = re.compile(r"[^\s@<>,;\"']+@[^\s@<>,;\"'.]+(\.[^\s@<>,;\"'.]+)+")


def may_tell(
    duties: Duties, *, title: str, text: str, is_example: bool, sits_for_it: bool, has_number: bool
) -> Decision:
    """Answer for a page of its own: news by the county, an example also by who sits for whose it is."""
    if not (Duty.COUNTY in duties or (is_example and sits_for_it)):
        return Decision(Reason.NOT_YOUR_ORGANISATION if is_example else Reason.ONLY_COUNTY_DUTY)
    return first_no(
        (not title.strip(), Reason.TITLE_MISSING),
        (not text.strip(), No.TEXT_MISSING),
        (has_number, No.LOOKS_LIKE_A_NUMBER),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EditFacts:
    """What a page would say, and what is known of it."""

    title: str
    text: str
    has_number: bool
    is_taken_back: bool
    is_same: bool


def may_edit_article(duties: Duties, facts: EditFacts) -> Decision:
    """Answer for another text of a page; what it said before is kept."""
    return answer(
        duties,
        (facts.is_taken_back, No.TAKEN_BACK_ALREADY),
        (not facts.title.strip(), Reason.TITLE_MISSING),
        (not facts.text.strip(), No.TEXT_MISSING),
        (facts.has_number, No.LOOKS_LIKE_A_NUMBER),
        (facts.is_same, No.PAGE_AS_BEFORE),
    )


def may_take_back(duties: Duties, *, is_taken_back: bool) -> Decision:
    """Answer for a page that should not be read any more."""
    return answer(duties, (is_taken_back, No.TAKEN_BACK_ALREADY))


def may_mail(duties: Duties, *, is_news: bool, is_taken_back: bool, is_mailed: bool) -> Decision:
    """Answer for a newsletter: a published piece of news, once."""
    return answer(
        duties,
        (not is_news, No.ONLY_NEWS_IS_MAILED),
        (is_taken_back, No.TAKEN_BACK_ALREADY),
        (is_mailed, No.MAILED_ALREADY),
    )


def may_subscribe(address: str) -> Decision:
    """Answer for an address that asks for the newsletter. Nobody needs to be logged in."""
    is_address = len(address) <= LONGEST_ADDRESS and _ADDRESS.fullmatch(address) is not None
    return ALLOWED if is_address else Decision(No.NOT_AN_ADDRESS)
