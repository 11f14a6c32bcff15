"""Why a disclosure or a consent was refused: one value per no, each with a sentence in the web."""

from enum import StrEnum


class Reason(StrEnum):
    """Every no of this app. The value is what is stored and logged."""

    # The ground
    GROUND_UNKNOWN = "disclosure.ground_unknown"
    GROUND_NOT_YET = "disclosure.ground_not_yet"
    GROUND_SWITCHED_OFF = "disclosure.ground_switched_off"
    AREA_UNKNOWN = "disclosure.area_unknown"
    AREA_EXCLUDED = "disclosure.area_excluded"
    AREA_NOT_ALLOWED = "disclosure.area_not_allowed"
    NO_RECIPIENT = "disclosure.no_recipient"
    RECIPIENT_NOT_ALLOWED = "disclosure.recipient_not_allowed"
    AGE_NOT_KNOWN = "disclosure.age_not_known"
    AGE_REACHED = "disclosure.age_reached"
    NO_DECIDER = "disclosure.no_decider"
    NO_CONTENT = "disclosure.no_content"
    NO_PURPOSE = "disclosure.no_purpose"
    RECIPIENT_SECRECY_NOT_SHOWN = "disclosure.recipient_secrecy_not_shown"
    FIELD_MISSING = "disclosure.field_missing"
    NOT_CONFIRMED = "disclosure.not_confirmed"
    NOT_A_CHOICE = "disclosure.not_a_choice"
    WEIGHING_MISSING = "disclosure.weighing_missing"

    # The duty behind the ground DUTY
    DUTY_UNKNOWN = "disclosure.duty_unknown"
    DUTY_AREA_EXCLUDED = "disclosure.duty_area_excluded"
    DUTY_AREA_NOT_ALLOWED = "disclosure.duty_area_not_allowed"
    DUTY_RECIPIENT_NOT_ALLOWED = "disclosure.duty_recipient_not_allowed"
    DUTY_NEEDS_REQUEST = "disclosure.duty_needs_request"
    DUTY_WEIGHING_MISSING = "disclosure.duty_weighing_missing"

    # What the product narrows
    FAMILY_COUNSELLING_STAYS_OUTSIDE = "disclosure.family_counselling_stays_outside"
    CONCERN_REPORT_STAYS = "disclosure.concern_report_stays"
    CIVIL_SOCIETY_ONLY_BY_CONSENT = "disclosure.civil_society_only_by_consent"
    OFFENCE_DATA_TO_CIVIL_SOCIETY = "disclosure.offence_data_to_civil_society"
    CIVIL_SOCIETY_GETS_ONE_PART = "disclosure.civil_society_gets_one_part"
    OUTSIDE_ONLY_TO_ASSOCIATIONS = "disclosure.outside_only_to_associations"
    OUTSIDE_ONE_PART = "disclosure.outside_one_part"
    OUTSIDE_NEVER_PROTECTED = "disclosure.outside_never_protected"
    OUTSIDE_HOLDS_NUMBER = "disclosure.outside_holds_number"
    OUTSIDE_NEEDS_NAME = "disclosure.outside_needs_name"
    OUTSIDE_NEEDS_RESERVATION = "disclosure.outside_needs_reservation"
    OUTSIDE_LAST_DAY = "disclosure.outside_last_day"
    OUTSIDE_HAS_ENDED = "disclosure.outside_has_ended"
    OUTSIDE_ANSWER_MISSING = "disclosure.outside_answer_missing"
    OUTSIDE_SAID_BY_ANOTHER = "disclosure.outside_said_by_another"
    OFFENCE_DATA_NOT_ALLOWED = "disclosure.offence_data_not_allowed"
    FAMILY_ONLY_BY_FAMILY_GROUNDS = "disclosure.family_only_by_family_grounds"
    CRIME_PURPOSE_FROM_SOCIAL = "disclosure.crime_purpose_from_social"
    CONCERN_HAS_ITS_OWN_WAY = "disclosure.concern_has_its_own_way"
    DUTY_FULFILLED_ELSEWHERE = "disclosure.duty_fulfilled_elsewhere"
    SHARED_ANYWAY = "disclosure.shared_anyway"
    UNTOLD_NEEDS_REASON = "disclosure.untold_needs_reason"
    MUST_NOT_BE_TOLD = "disclosure.must_not_be_told"
    NOT_SHARED_NEEDS_REASON = "disclosure.not_shared_needs_reason"
    SECOND_PERSON_MISSING = "disclosure.second_person_missing"
    NOT_SAME_AUTHORITY = "disclosure.not_same_authority"
    NOT_SAME_PRINCIPAL = "disclosure.not_same_principal"
    NOT_SAME_MUNICIPALITY = "disclosure.not_same_municipality"

    # What a consent covers
    NO_LIVE_CONSENT = "disclosure.no_live_consent"
    CONSENT_NOT_BEGUN = "disclosure.consent_not_begun"
    CONSENT_ENDED = "disclosure.consent_ended"
    CONSENT_OTHER_PURPOSE = "disclosure.consent_other_purpose"
    CONSENT_UNIT_NOT_COVERED = "disclosure.consent_unit_not_covered"
    CONSENT_PART_NOT_COVERED = "disclosure.consent_part_not_covered"

    # When a consent is complete
    NO_GUARDIAN_KNOWN = "disclosure.no_guardian_known"
    NEEDS_GUARDIAN = "disclosure.needs_guardian"
    GUARDIAN_SAID_NO = "disclosure.guardian_said_no"
    NO_ACTUAL_YES = "disclosure.no_actual_yes"
    HINDERED_NEEDS_DETAILS = "disclosure.hindered_needs_details"
    REPLACED_NEEDS_DETAILS = "disclosure.replaced_needs_details"
    DECISION_NEEDS_DETAILS = "disclosure.decision_needs_details"
    DECISION_OTHER_MEASURE = "disclosure.decision_other_measure"
    CHILD_NOT_HEARD = "disclosure.child_not_heard"
    CHILD_OBJECTS = "disclosure.child_objects"
    CHILD_MUST_CONSENT = "disclosure.child_must_consent"
    ASSESSMENT_NOT_COMPLETE = "disclosure.assessment_not_complete"
    ASSESSMENT_NOT_AT_THIS_AGE = "disclosure.assessment_not_at_this_age"
    HARM_NOT_AT_THIS_AGE = "disclosure.harm_not_at_this_age"
    HINDERED_HAS_ANSWERED = "disclosure.hindered_has_answered"
    DECISION_NOT_FOR_THIS = "disclosure.decision_not_for_this"
    NO_SUCH_STAND_IN = "disclosure.no_such_stand_in"
    ASKED_BEFORE_18 = "disclosure.asked_before_18"

    # How an answer by other means was given
    NOT_YET = "disclosure.not_yet"
    HEARD_BY_MISSING = "disclosure.heard_by_missing"
    PAPER_TOO_BIG = "disclosure.paper_too_big"
    PAPER_WRONG_KIND = "disclosure.paper_wrong_kind"

    # Who acts in a guardian's place
    SUBSTITUTE_UNKNOWN = "disclosure.substitute_unknown"
    SUBSTITUTE_NEEDS_MATTERS = "disclosure.substitute_needs_matters"
    SUBSTITUTE_OTHER_MATTERS = "disclosure.substitute_other_matters"
    SUBSTITUTE_NEEDS_SOURCE = "disclosure.substitute_needs_source"
    SUBSTITUTE_NEEDS_NAME = "disclosure.substitute_needs_name"
    SUBSTITUTE_NEEDS_LOGIN = "disclosure.substitute_needs_login"
    SUBSTITUTE_HAS_NO_LOGIN = "disclosure.substitute_has_no_login"
    SUBSTITUTE_REPLACES_NOBODY = "disclosure.substitute_replaces_nobody"
    SUBSTITUTE_ENDS_FIRST = "disclosure.substitute_ends_first"

    # What nobody is offered
    GUARDIAN_CANNOT_BLOCK = "disclosure.guardian_cannot_block"

    # How long a guardian sees what was given
    GUARDIAN_VIEW_CLOSED = "disclosure.guardian_view_closed"
    GUARDIAN_VIEW_ENDED = "disclosure.guardian_view_ended"
