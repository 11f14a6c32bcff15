"""Reads of plans, versions and copies: finished values, and the doors to a row."""

from varjebarn.plan.queries.contents import Shown, version_for
from varjebarn.plan.queries.contributing import contribution_of, contributions_for
from varjebarn.plan.queries.copies import (
    ContributionPreview,
    CopyLine,
    contribution_preview,
    copies,
    copy_with_contributions,
    held_copy,
    received_contribution,
    received_document,
    received_invitation,
)
from varjebarn.plan.queries.doors import (
    ClosedPlanLine,
    FollowUpLine,
    VersionLine,
    closed_plans,
    current_plan,
    follow_ups_due,
    open_plan,
    open_version,
    plans_following,
    plans_following_each,
    versions,
)
from varjebarn.plan.queries.inviting import (
    InvitationPreview,
    invitation_preview,
    invitations,
)
from varjebarn.plan.queries.sharing import (
    Preview,
    answers_on,
    recipients_preview,
)
from varjebarn.plan.queries.working import working_action, working_document
from varjebarn.plan.rules import RecipientKind, RecipientLine, SipItem, sip_items

__all__ = [
    "ClosedPlanLine",
    "ContributionPreview",
    "CopyLine",
    "FollowUpLine",
    "InvitationPreview",
    "Preview",
    "RecipientKind",
    "RecipientLine",
    "Shown",
    "SipItem",
    "VersionLine",
    "answers_on",
    "closed_plans",
    "contribution_of",
    "contribution_preview",
    "contributions_for",
    "copies",
    "copy_with_contributions",
    "current_plan",
    "follow_ups_due",
    "held_copy",
    "invitation_preview",
    "invitations",
    "open_plan",
    "open_version",
    "plans_following",
    "plans_following_each",
    "received_contribution",
    "received_document",
    "received_invitation",
    "recipients_preview",
    "sip_items",
    "version_for",
    "versions",
    "working_action",
    "working_document",
]
