"""Why decisions, answers, agreements and joining say no: one value per no, each with a sentence."""

from enum import StrEnum


class DecisionReason(StrEnum):
    """Every no of what is decided, asked, agreed and joined. The value is what is stored and logged."""

    # Decisions
    STATUS_AS_BEFORE = "steering.status_as_before"
    RESPONSIBLE_TWICE = "steering.responsible_twice"
    CHANGE_NAMELESS = "steering.change_nameless"
    CHANGE_NAMED_ALREADY = "steering.change_named_already"
    EARLIER_IS_ITSELF = "steering.earlier_is_itself"
    EARLIER_IS_LATER = "steering.earlier_is_later"
    EARLIER_NAMED_ALREADY = "steering.earlier_named_already"
    NOTHING_PAST_DUE = "steering.nothing_past_due"
    WORDING_AS_BEFORE = "steering.wording_as_before"
    CORRECTED_WITHOUT_REASON = "steering.corrected_without_reason"
    NO_MEETING_TO_RAISE_AT = "steering.no_meeting_to_raise_at"

    # What a matter means for children
    ANALYSIS_NOT_YOURS = "steering.analysis_not_yours"
    ANALYSIS_PUBLISHED = "steering.analysis_published"
    ANALYSIS_NOT_WHOLE = "steering.analysis_not_whole"
    ANALYSIS_BEFORE_DECISION = "steering.analysis_before_decision"
    NO_SUCH_ARTICLE = "steering.no_such_article"

    # Report-backs
    PARTS_TOO_FEW = "steering.parts_too_few"
    PARTS_UNANSWERED = "steering.parts_unanswered"
    REMINDED_OUT_OF_ORDER = "steering.reminded_out_of_order"
    NOT_A_COLLEAGUE = "steering.not_a_colleague"
    COLLEAGUE_ASKED_ALREADY = "steering.colleague_asked_already"

    # Agreements
    OTHER_TEXT_MISSING = "steering.other_text_missing"
    TEXTS_ARE_ONE = "steering.texts_are_one"
    SAYING_MISSING = "steering.saying_missing"
    SOLVED_ALREADY = "steering.solved_already"

    # Joining
    STANDS_THERE_ALREADY = "steering.stands_there_already"
    JOINED_BACKWARDS = "steering.joined_backwards"
    JOINED_WITHOUT_DECISION = "steering.joined_without_decision"
