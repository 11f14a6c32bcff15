"""All writing in the county's register. Each act is logged in its own transaction."""

from varjebarn.steering.commands.agreements import extend_agreement, register_agreement
from varjebarn.steering.commands.bodies import appoint_member, found_body
from varjebarn.steering.commands.decisions import follow_up_decision, record_decision
from varjebarn.steering.commands.meetings import (
    close_item,
    hold_meeting,
    plan_meeting,
    postpone_item,
    raise_item,
)
from varjebarn.steering.commands.past import Attended, PastItem, take_in_minutes
from varjebarn.steering.commands.report_backs import answer_report_back, ask_report_back
from varjebarn.steering.commands.running import Guest, ItemResult, run_meeting
from varjebarn.steering.commands.series import plan_series

__all__ = [
    "Attended",
    "Guest",
    "ItemResult",
    "PastItem",
    "answer_report_back",
    "appoint_member",
    "ask_report_back",
    "close_item",
    "extend_agreement",
    "follow_up_decision",
    "found_body",
    "hold_meeting",
    "plan_meeting",
    "plan_series",
    "postpone_item",
    "raise_item",
    "record_decision",
    "register_agreement",
    "run_meeting",
    "take_in_minutes",
]
