"""Why something about the log's review is refused: a name for each no."""

from enum import StrEnum


class Reason(StrEnum):
    """Every no of this app."""

    ONLY_REVIEWER = "audit.only_reviewer"
    NOT_ONES_OWN = "audit.not_ones_own"
    ONLY_THE_READER = "audit.only_the_reader"
    NOT_ASKED = "audit.not_asked"
    DONE_ALREADY = "audit.done_already"
    OUTCOME_UNKNOWN = "audit.outcome_unknown"
    WORDS_MISSING = "audit.words_missing"
    NOT_EXPLAINED = "audit.not_explained"
    ONLY_FAMILY = "audit.only_family"
    ASKED_ALREADY = "audit.asked_already"
    ANSWERED_ALREADY = "audit.answered_already"
    PERIOD_BACKWARDS = "audit.period_backwards"
    NOTHING_CHOSEN = "audit.nothing_chosen"
