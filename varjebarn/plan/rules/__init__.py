"""The rules of a plan: pure decisions over facts and documents."""

from varjebarn.plan.rules.contributing import (
    ContributionFacts,
    may_contribute,
    may_open_contribution,
)
from varjebarn.plan.rules.plans import (
    ClosingFacts,
    LeadFacts,
    Standing,
    may_agree_goal,
    may_change,
    may_change_lead,
    may_close,
    may_give_reason,
    may_publish,
    may_set_follow_up,
    may_start_plan,
    missing_for_version,
    with_words,
)
from varjebarn.plan.rules.recipients import (
    ChildFacts,
    CircleFacts,
    GuardianFacts,
    RecipientKind,
    RecipientLine,
    UnitFacts,
    digest,
    recipients,
)
from varjebarn.plan.rules.sip import SipItem, missing_for_sip, sip_items

__all__ = [
    "ChildFacts",
    "CircleFacts",
    "ClosingFacts",
    "ContributionFacts",
    "GuardianFacts",
    "LeadFacts",
    "RecipientKind",
    "RecipientLine",
    "SipItem",
    "Standing",
    "UnitFacts",
    "digest",
    "may_agree_goal",
    "may_change",
    "may_change_lead",
    "may_close",
    "may_contribute",
    "may_give_reason",
    "may_open_contribution",
    "may_publish",
    "may_set_follow_up",
    "may_start_plan",
    "missing_for_sip",
    "missing_for_version",
    "recipients",
    "sip_items",
    "with_words",
]
