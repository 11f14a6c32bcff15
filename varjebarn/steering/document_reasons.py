"""Why documents, news, obstacles and research say no: one value per no, each with a sentence in the web."""

from enum import StrEnum


class DocumentReason(StrEnum):
    """Every no of these. The value is what is stored and logged."""

    # Documents that live
    ONLY_MEMBERS = "steering.only_members"
    DOCUMENT_TITLE_TAKEN = "steering.document_title_taken"
    TEXT_MISSING = "steering.text_missing"
    TEXT_UNCHANGED = "steering.text_unchanged"
    PUBLISHED_ALREADY = "steering.published_already"
    NOT_NEWEST_VERSION = "steering.not_newest_version"
    NO_MEETING_TO_DECIDE = "steering.no_meeting_to_decide"
    MEETING_GONE = "steering.meeting_gone"
    NOT_PUBLISHED = "steering.not_published"
    IN_FORCE_ALREADY = "steering.in_force_already"
    DECIDED_ELSEWHERE = "steering.decided_elsewhere"
    IN_FORCE_BEFORE_DECISION = "steering.in_force_before_decision"
    IN_FORCE_BACKWARDS = "steering.in_force_backwards"
    OWNER_MISSING = "steering.owner_missing"
    ACTIVITY_WITHOUT_LENGTH = "steering.activity_without_length"
    MILESTONE_IS_ONE_DAY = "steering.milestone_is_one_day"
    STOPPED_WITHOUT_REASON = "steering.stopped_without_reason"
    MESSAGE_NOT_WHOLE = "steering.message_not_whole"
    TOLD_ALREADY = "steering.told_already"
    DAY_NOT_COME = "steering.day_not_come"

    # News and the newsletter
    LOOKS_LIKE_A_NUMBER = "steering.looks_like_a_number"
    PAGE_AS_BEFORE = "steering.page_as_before"
    TAKEN_BACK_ALREADY = "steering.taken_back_already"
    ONLY_NEWS_IS_MAILED = "steering.only_news_is_mailed"
    MAILED_ALREADY = "steering.mailed_already"
    NOT_AN_ADDRESS = "steering.not_an_address"

    # Obstacles
    ONLY_STAFF_SENDS = "steering.only_staff_sends"
    MORE_THAN_A_SENTENCE = "steering.more_than_a_sentence"
    SENT_TO_THE_TOP = "steering.sent_to_the_top"
    TAKEN_UP_ALREADY = "steering.taken_up_already"
    PASSED_TO_ITSELF = "steering.passed_to_itself"

    # Research
    RESEARCH_DECIDED_ALREADY = "steering.research_decided_already"
    ONLY_GRANTED_ATTENDS = "steering.only_granted_attends"
    DECLINED_WITHOUT_REASON = "steering.declined_without_reason"
    DECIDED_BEFORE_ASKED = "steering.decided_before_asked"
