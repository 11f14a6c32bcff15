"""What a consent is about: the matter that it, a substitute and a decision under FB 6:13 a name.

A matter is one word that three rules share: a decision under FB 6:13 a completes a consent about its
own support measure and no other (R12), and a substitute acts, and suspends a guardian, in the
registered matters and no others (R18).
Sources: FB 6:13 a; lag (1999:997) 1-3 §§; lag (2005:429) 2 §; lag (2024:79) 6:1; LVU 11 §.
"""

from enum import StrEnum


class Matter(StrEnum):
    """What the shared information is needed for."""

    EVERYDAY = "everyday"
    HEALTH = "health"
    PSYCHIATRY = "psychiatry"
    OUTPATIENT = "outpatient"
    CONTACT_PERSON = "contact_person"
    LSS = "lss"
    SCHOOL = "school"
    CRIME = "crime"
    CARE = "care"


EVERYTHING = "everything"
"""A substitute in the guardian's place acts in every matter."""

SUPPORT_MEASURES = frozenset(
    {Matter.PSYCHIATRY, Matter.OUTPATIENT, Matter.CONTACT_PERSON, Matter.LSS}
)
"""The measures that socialnämnden may decide on when one of two guardians consents (FB 6:13 a)."""


def covers(matters: frozenset[str], matter: str) -> bool:
    """Whether registered matters hold a matter."""
    return EVERYTHING in matters or matter in matters
