"""Why something about a view is refused: a name for each no."""

from enum import StrEnum


class Reason(StrEnum):
    """Every no of this app. The value is what is logged."""

    # Asking
    NOTHING_ASKED = "participation.nothing_asked"
    QUESTION_NOT_IN_MODEL = "participation.question_not_in_model"
    NO_LOGIN = "participation.no_login"
    WITHOUT_CUSTODY = "participation.without_custody"
    FILE_FIRST = "participation.file_first"

    # Answering
    NOTHING_SAID = "participation.nothing_said"
    NOT_ASKED = "participation.not_asked"
    ANSWERED_TWICE = "participation.answered_twice"
    FACE_NOT_ON_SCALE = "participation.face_not_on_scale"
    FACE_AND_SKIP = "participation.face_and_skip"

    # Taking in and writing down
    NOT_WORDS = "participation.not_words"
    TAKEN_IN_ALREADY = "participation.taken_in_already"
    DAY_TO_COME = "participation.day_to_come"
    OCCASION_MISSING = "participation.occasion_missing"

    # What came of it
    INFLUENCE_MISSING = "participation.influence_missing"
    TOLD_BEFORE_SAID = "participation.told_before_said"
    TOLD_BACK_ALREADY = "participation.told_back_already"
    TAKEN_BACK = "participation.taken_back"

    # The plan
    CHILD_NOT_HEARD = "participation.child_not_heard"
