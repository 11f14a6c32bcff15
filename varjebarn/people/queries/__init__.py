"""Reads of this app: files, lists of one's own children, and who is let in to a file."""

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

__all__ = [
    "CaseloadLine",
    "InvolvedLine",
    "NoticeLine",
    "child_of",
    "follow_ups_due",
    "guardians",
    "involved",
    "my_children",
    "open_child",
    "unseen_notices",
]
