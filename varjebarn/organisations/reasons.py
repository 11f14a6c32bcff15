"""Why something about assignments is refused: a name for each no."""

from enum import StrEnum


class Reason(StrEnum):
    """Every no of this app."""

    ONLY_KEEPER = "organisations.only_keeper"
    NOT_ONESELF = "organisations.not_oneself"
    DUTY_UNKNOWN = "organisations.duty_unknown"
    TITLE_MISSING = "organisations.title_missing"
    NAME_MISSING = "organisations.name_missing"
    STATEMENT_LACKS_ITEM = "organisations.statement_lacks_item"
    COUNTY_DUTY_NOT_HERE = "organisations.county_duty_not_here"
