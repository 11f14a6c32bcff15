"""Why something about a child's file is refused: a name for each no."""

from enum import StrEnum


class Reason(StrEnum):
    """Every no of this app."""

    ONLY_STAFF = "people.only_staff"
    REASON_MISSING = "people.reason_missing"
    REASON_TOO_SHORT = "people.reason_too_short"
    ROLE_UNKNOWN = "people.role_unknown"
    SOURCE_MISSING = "people.source_missing"
    NO_DUTY = "people.no_duty"
