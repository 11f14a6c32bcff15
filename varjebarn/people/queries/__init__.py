"""Reads of this app: files, lists of one's own children, and who is let in to a file."""

from varjebarn.people.queries.around import (
    Around,
    AroundLine,
    LeaveLine,
    LeftLine,
    around,
    leaves,
    left_alone,
)
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
    row_with_child,
    unseen_notices,
)
from varjebarn.people.queries.noticing import ChosenWay, my_notice_way, notice_ways
from varjebarn.people.queries.numbers import (
    FileLine,
    NumberLine,
    may_be_the_same,
    numbers,
    older_files,
)
from varjebarn.people.queries.protection import ReaderLine, named_readers
from varjebarn.people.queries.searching import Found, FoundLine, find_child, settled
from varjebarn.people.queries.why import EarlierLine, WayIn, earlier, family_access, way_in

__all__ = [
    "Around",
    "AroundLine",
    "CaseloadLine",
    "ChosenWay",
    "EarlierLine",
    "FileLine",
    "Found",
    "FoundLine",
    "InvolvedLine",
    "LeaveLine",
    "LeftLine",
    "NoticeLine",
    "NumberLine",
    "ReaderLine",
    "WayIn",
    "around",
    "child_of",
    "earlier",
    "family_access",
    "find_child",
    "follow_ups_due",
    "guardians",
    "involved",
    "leaves",
    "left_alone",
    "may_be_the_same",
    "my_children",
    "my_notice_way",
    "named_readers",
    "notice_ways",
    "numbers",
    "older_files",
    "open_child",
    "row_with_child",
    "settled",
    "unseen_notices",
    "way_in",
]
