"""Why something about a signal or an assessment is refused: a name for each no."""

from enum import StrEnum


class Reason(StrEnum):
    """Every no of this app. The value is what is logged."""

    # Noticing
    FILE_FIRST = "wellbeing.file_first"
    NOTHING_NOTICED = "wellbeing.nothing_noticed"
    DIMENSION_NOT_IN_MODEL = "wellbeing.dimension_not_in_model"
    NOTE_IS_EMPTY = "wellbeing.note_is_empty"
    DAY_TO_COME = "wellbeing.day_to_come"

    # Reading
    STAYS_IN_ITS_UNIT = "wellbeing.stays_in_its_unit"
    ONLY_STAFF = "wellbeing.only_staff"

    # Handing on
    NOT_OF_THIS_UNIT = "wellbeing.not_of_this_unit"
    NO_CONTACT_DUTY = "wellbeing.no_contact_duty"
    HANDED_ALREADY = "wellbeing.handed_already"
    ASSESSED_ALREADY = "wellbeing.assessed_already"
    OWN_UNIT_NEEDS_NO_QUESTION = "wellbeing.own_unit_needs_no_question"
    ASKED_ALREADY = "wellbeing.asked_already"
    NOT_ASKED = "wellbeing.not_asked"
    NO_YES_YET = "wellbeing.no_yes_yet"

    # Receiving from another unit, and answering it
    NOT_A_SIGNAL = "wellbeing.not_a_signal"
    RECEIVED_ALREADY = "wellbeing.received_already"
    NOT_RECEIVED = "wellbeing.not_received"
    ANSWERED_ALREADY = "wellbeing.answered_already"
    ANSWER_NO_LONGER_COVERED = "wellbeing.answer_no_longer_covered"

    # Assessing
    NO_SIGNAL = "wellbeing.no_signal"
    ANOTHER_CHILD = "wellbeing.another_child"
    ONLY_CONTACT = "wellbeing.only_contact"
    TREE_NOT_FINISHED = "wellbeing.tree_not_finished"
    REASON_MISSING = "wellbeing.reason_missing"
    AUTHOR_NOT_TOLD = "wellbeing.author_not_told"
    QUESTION_NOT_IN_MODEL = "wellbeing.question_not_in_model"

    # Closing
    NOT_ASSESSED = "wellbeing.not_assessed"
    CLOSED_ALREADY = "wellbeing.closed_already"
