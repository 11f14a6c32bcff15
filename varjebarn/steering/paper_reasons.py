"""Why papers and invitations say no: one value per no, each with a sentence in the web."""

from enum import StrEnum


class PaperReason(StrEnum):
    """Every no of papers and invitations. The value is what is stored and logged."""

    # Papers
    NOT_A_MEMBER = "steering.not_a_member"
    PAPER_EMPTY = "steering.paper_empty"
    PAPER_TOO_BIG = "steering.paper_too_big"
    PAPER_WRONG_KIND = "steering.paper_wrong_kind"
    PAPER_BROKEN = "steering.paper_broken"
    PAPER_LOCKED = "steering.paper_locked"
    PAPER_CAN_RUN = "steering.paper_can_run"
    TOO_MANY_PAPERS = "steering.too_many_papers"
    ITEM_OF_OTHER_MEETING = "steering.item_of_other_meeting"
    PAPER_PUBLISHED_ALREADY = "steering.paper_published_already"
    PAPER_WITHDRAWN = "steering.paper_withdrawn"
    WITHDRAWN_WITHOUT_REASON = "steering.withdrawn_without_reason"

    # Files with answers
    ANSWERS_CLOSED = "steering.answers_closed"
    TOO_MANY_ANSWER_FILES = "steering.too_many_answer_files"
    ANSWER_FILE_REMOVED = "steering.answer_file_removed"

    # Invitations
    MEETING_NOT_AHEAD = "steering.meeting_not_ahead"
    CALLED_ALREADY = "steering.called_already"
    NOT_A_MAIL_ADDRESS = "steering.not_a_mail_address"
