"""Agreements: two parties at least, and a validity that ends."""

from collections.abc import Collection
from datetime import date

from varjebarn.kernel.decisions import Decision
from varjebarn.steering.reasons import Reason
from varjebarn.steering.rules.answering import Duties, answer

ENOUGH_PARTIES = 2
LAPSES_SOON = 90
"""Days before its last one from which an agreement is said to lapse soon."""


def may_register(
    duties: Duties, *, title: str, parties: Collection[object], valid_from: date, valid_to: date
) -> Decision:
    """Answer for an agreement: two parties at least, and a validity that ends."""
    return answer(
        duties,
        (not title.strip(), Reason.TITLE_MISSING),
        (len(frozenset(parties)) < ENOUGH_PARTIES, Reason.TOO_FEW_PARTIES),
        (valid_to <= valid_from, Reason.AGREEMENT_HAS_NO_DAY),
    )


def may_extend(
    duties: Duties, *, valid_to: date, new_valid_to: date, is_extended_by_it: bool
) -> Decision:
    """Answer for a longer validity, by a decision that does so once."""
    return answer(
        duties,
        (is_extended_by_it, Reason.EXTENDED_BY_IT_ALREADY),
        (new_valid_to <= valid_to, Reason.NO_LONGER),
    )
