"""Reads of this app: files, lists of one's own children, and who is let in to a file."""

from varjebarn.people.queries.around import Around, AroundLine, around
from varjebarn.people.queries.files import (
    CaseloadLine,
    InvolvedLine,
    NoticeLine,
    child_of,
    follow_ups_due,
    guardians,
    involved,
    my_children,
    open_child,
    unseen_notices,
)
from varjebarn.people.queries.searching import Found, FoundLine, find_child, settled

__all__ = [
    "Around",
    "AroundLine",
    "CaseloadLine",
    "Found",
    "FoundLine",
    "InvolvedLine",
    "NoticeLine",
    "around",
    "child_of",
    "find_child",
    "follow_ups_due",
    "guardians",
    "involved",
    "my_children",
    "open_child",
    "settled",
    "unseen_notices",
]
