"""Words with a fixed meaning in the review of a log; pages may use them."""

from enum import StrEnum


class Picked(StrEnum):
    """Why something stands in the review: drawn by lot, or because it asks to be looked at."""

    SAMPLE = "sample"
    SURNAME = "surname"  # the reader has the same family name as the child
    OWN_CHILD = "own_child"  # the reader is registered as the child's guardian or parent
    MANY = "many"  # many children in a short time
    PROTECTED = "protected"  # a child with a protected identity: every reading
    BREAK_GLASS = "break_glass"  # opened in an emergency: every time
    QUESTION = "question"  # the family has asked about it


class State(StrEnum):
    """How far a review has come."""

    OPEN = "open"
    ASKED = "asked"
    EXPLAINED = "explained"
    LOOKING = "looking"
    DONE = "done"


class Outcome(StrEnum):
    """What a review came to."""

    EXPECTED = "expected"
    EXPLAINED = "explained"
    LOOK_INTO = "look_into"
    REPORTED = "reported"


class Entry(StrEnum):
    """What is written down in a review."""

    ASKED = "asked"
    EXPLAINED = "explained"
    CONCLUDED = "concluded"


class About(StrEnum):
    """What an extract of a log is about."""

    UNIT = "unit"
    CHILD = "child"
    PERSON = "person"
