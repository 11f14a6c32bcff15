"""Why something about a plan is refused, or somebody gets no copy: a name for each no."""

from enum import StrEnum


class Reason(StrEnum):
    """Every no of this app. The value is what is stored and logged."""

    # The plan itself
    ONE_OPEN_PLAN = "plan.one_open_plan"
    PLAN_IS_CLOSED = "plan.plan_is_closed"
    MODEL_UNKNOWN = "plan.model_unknown"
    DIMENSION_UNKNOWN = "plan.dimension_unknown"
    WORDS_MISSING = "plan.words_missing"
    ONLY_LEAD_OR_MANAGER = "plan.only_lead_or_manager"
    LEAD_NOT_OF_UNIT = "plan.lead_not_of_unit"
    LEAD_IS_THE_SAME = "plan.lead_is_the_same"
    LEAD_CHANGE_WITHOUT_REASON = "plan.lead_change_without_reason"
    FOLLOW_UP_HAS_PASSED = "plan.follow_up_has_passed"

    # What a version needs
    WHY_MISSING = "plan.why_missing"
    LEAD_MISSING = "plan.lead_missing"
    OVERALL_RESPONSIBLE_MISSING = "plan.overall_responsible_missing"
    FOLLOW_UP_MISSING = "plan.follow_up_missing"
    CHILD_VIEW_MISSING = "plan.child_view_missing"
    NEED_WITHOUT_ACTION = "plan.need_without_action"
    ACTION_WITHOUT_RESPONSIBLE = "plan.action_without_responsible"
    ACTION_WITHOUT_DATE = "plan.action_without_date"

    # What a SIP needs
    SIP_WITHOUT_CONSENT = "plan.sip_without_consent"
    SIP_WITHOUT_MUNICIPALITY = "plan.sip_without_municipality"
    SIP_WITHOUT_REGION = "plan.sip_without_region"
    SIP_ACTIONS_MISSING = "plan.sip_actions_missing"
    SIP_RESPONSIBLE_MISSING = "plan.sip_responsible_missing"
    SIP_OTHERS_MISSING = "plan.sip_others_missing"
    SIP_OVERALL_MISSING = "plan.sip_overall_missing"

    # Contributing
    NO_FILED_COPY = "plan.no_filed_copy"
    SHARING_HAS_ENDED = "plan.sharing_has_ended"
    PART_NOT_COVERED = "plan.part_not_covered"
    NOT_YOUR_ACTION = "plan.not_your_action"
    NOTHING_TO_SEND = "plan.nothing_to_send"

    # Why somebody gets no copy
    NOT_ASKED = "plan.not_asked"
    GETS_IT_OUTSIDE = "plan.gets_it_outside"
    NO_SHARED_PART = "plan.no_shared_part"
    SENDER_NOT_COVERED = "plan.sender_not_covered"
    NO_CUSTODY = "plan.no_custody"
    GUARDIAN_REPLACED = "plan.guardian_replaced"
    GUARDIAN_VIEW_CLOSED = "plan.guardian_view_closed"
    CHILD_HAS_NO_LOGIN = "plan.child_has_no_login"
    NOBODY_TO_INVITE = "plan.nobody_to_invite"

    # What was shown is no longer so
    RECIPIENTS_CHANGED = "plan.recipients_changed"
