"""Why the county's register says no: one value per no, each with a sentence in the web."""

from enum import StrEnum


class Reason(StrEnum):
    """Every no of this app. The value is what is stored and logged."""

    ONLY_COUNTY_DUTY = "steering.only_county_duty"

    # Bodies and seats
    NAME_MISSING = "steering.name_missing"
    NAME_TAKEN = "steering.name_taken"
    REPORTS_DOWNWARD = "steering.reports_downward"
    SEAT_HAS_NO_DAY = "steering.seat_has_no_day"
    SITS_ALREADY = "steering.sits_already"
    CHAIR_TAKEN = "steering.chair_taken"
    SUBSTITUTE_IN_OTHER_BODY = "steering.substitute_in_other_body"

    # Meetings and attendance
    MEETING_WITHOUT_LENGTH = "steering.meeting_without_length"
    DAY_TAKEN = "steering.day_taken"
    NO_DAYS = "steering.no_days"
    NO_LATER_MEETING = "steering.no_later_meeting"
    MEETING_HELD_ALREADY = "steering.meeting_held_already"
    MEETING_DAY_NOT_COME = "steering.meeting_day_not_come"
    NOBODY_PRESENT = "steering.nobody_present"
    PRESENT_AND_ABSENT = "steering.present_and_absent"
    LISTED_TWICE = "steering.listed_twice"
    NO_SEAT_THAT_DAY = "steering.no_seat_that_day"
    STOOD_IN_FOR_PRESENT = "steering.stood_in_for_present"
    MEETING_CANCELLED = "steering.meeting_cancelled"
    CANCELLED_WITHOUT_REASON = "steering.cancelled_without_reason"
    CHAIR_WITHOUT_SEAT = "steering.chair_without_seat"
    MOVED_BEFORE_WHAT_WAITS = "steering.moved_before_what_waits"

    # Items
    TITLE_MISSING = "steering.title_missing"
    ITEM_CLOSED = "steering.item_closed"
    OUTCOME_HAS_ITS_OWN_ACT = "steering.outcome_has_its_own_act"
    POSTPONED_WITHOUT_REASON = "steering.postponed_without_reason"
    POSTPONED_TO_OTHER_BODY = "steering.postponed_to_other_body"
    POSTPONED_TO_HELD = "steering.postponed_to_held"
    POSTPONED_BACKWARDS = "steering.postponed_backwards"
    NOT_IN_THE_BODY = "steering.not_in_the_body"
    RAISED_BY_MISSING = "steering.raised_by_missing"
    PROPOSAL_ANSWERED = "steering.proposal_answered"
    NOT_YOUR_PROPOSAL = "steering.not_your_proposal"
    AGENDA_IS_CALLED = "steering.agenda_is_called"
    DECLINED_WITHOUT_REASON = "steering.declined_without_reason"
    PREPARATION_EMPTY = "steering.preparation_empty"
    NO_PLACE_THERE = "steering.no_place_there"
    STANDING_ALREADY = "steering.standing_already"
    STANDING_ENDED = "steering.standing_ended"

    # Minutes
    MINUTES_BEGUN = "steering.minutes_begun"
    MINUTES_PUBLISHED = "steering.minutes_published"
    MINUTES_APPROVED = "steering.minutes_approved"
    MINUTES_NOT_APPROVED = "steering.minutes_not_approved"
    APPROVED_AT_OTHER_BODY = "steering.approved_at_other_body"
    APPROVED_TOO_EARLY = "steering.approved_too_early"
    CHANGES_MISSING = "steering.changes_missing"
    CHANGED_WITHOUT_WORDS = "steering.changed_without_words"
    DECISION_IN_TEXT = "steering.decision_in_text"
    DRAFT_SAVED_BY_OTHER = "steering.draft_saved_by_other"

    # Old minutes that wait
    MINUTES_EMPTY = "steering.minutes_empty"
    MINUTES_WAIT_ALREADY = "steering.minutes_wait_already"
    MINUTES_WAIT_NO_LONGER = "steering.minutes_wait_no_longer"

    # Decisions
    MEETING_NOT_HELD = "steering.meeting_not_held"
    WORDING_MISSING = "steering.wording_missing"
    DUE_BEFORE_MEETING = "steering.due_before_meeting"
    MODEL_NOT_PUBLISHED = "steering.model_not_published"
    FOLLOWED_UP_ALREADY = "steering.followed_up_already"
    FOLLOWED_UP_TOO_SOON = "steering.followed_up_too_soon"

    # Report-backs
    QUESTION_MISSING = "steering.question_missing"
    NOBODY_TO_ASK = "steering.nobody_to_ask"
    ANSWER_EMPTY = "steering.answer_empty"
    NOT_ASKED = "steering.not_asked"
    NOT_YOUR_ORGANISATION = "steering.not_your_organisation"
    ANSWERED_ALREADY = "steering.answered_already"

    # Agreements
    TOO_FEW_PARTIES = "steering.too_few_parties"
    AGREEMENT_HAS_NO_DAY = "steering.agreement_has_no_day"
    NO_LONGER = "steering.no_longer"
    EXTENDED_BY_IT_ALREADY = "steering.extended_by_it_already"

    # Bodies over time and their mandates
    BODY_ENDED = "steering.body_ended"
    REPORTS_IN_A_CIRCLE = "steering.reports_in_a_circle"
    DAY_TO_COME = "steering.day_to_come"
    ENDS_BEFORE_IT_BEGINS = "steering.ends_before_it_begins"
    SEAT_ENDED = "steering.seat_ended"
    EXPECTED_ALREADY = "steering.expected_already"
    GIVER_MISSING = "steering.giver_missing"
    HOLDER_MISSING = "steering.holder_missing"
    GIVEN_TO_ITSELF = "steering.given_to_itself"
    TIME_SHARE_OUTSIDE = "steering.time_share_outside"
    MANDATE_ENDED = "steering.mandate_ended"
    ACCEPTED_ALREADY = "steering.accepted_already"
    NOT_YOUR_BODY = "steering.not_your_body"

    # What is an organisation's own
    WAY_MISSING = "steering.way_missing"
    ROUTE_ENDED = "steering.route_ended"
    TRIAL_STEP_DONE = "steering.trial_step_done"
    TRIAL_NOT_STARTED = "steering.trial_not_started"
    TRIAL_FINISHED = "steering.trial_finished"
    RATING_OUTSIDE = "steering.rating_outside"
    TEXT_MISSING = "steering.text_missing"
    CLOSED_BEFORE_IT_OPENS = "steering.closed_before_it_opens"
    NOBODY_TRAINED = "steering.nobody_trained"
    RISK_ENDED = "steering.risk_ended"
    FUNDING_HAS_NO_DAY = "steering.funding_has_no_day"
    # Annual report
    NO_SUCH_HEADING = "steering.no_such_heading"
    YEAR_NOT_BEGUN = "steering.year_not_begun"
    CORRECTION_WITHOUT_REASON = "steering.correction_without_reason"
