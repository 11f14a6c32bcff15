"""All writing in the county's register. Each act is logged in its own transaction."""

from varjebarn.steering.commands.agenda import (
    decline_proposal,
    edit_item,
    end_standing,
    keep_standing,
    move_item,
    place_proposal,
    prepare_item,
    propose_item,
)
from varjebarn.steering.commands.agreements import extend_agreement, register_agreement
from varjebarn.steering.commands.analyses import Impact, publish_analysis, write_analysis
from varjebarn.steering.commands.bodies import appoint_member, found_body
from varjebarn.steering.commands.decided import (
    complete_decision,
    name_change,
    name_earlier,
    raise_due_decisions,
)
from varjebarn.steering.commands.decisions import (
    begin_decision,
    follow_up_decision,
    lapse_decision,
    record_decision,
)
from varjebarn.steering.commands.invitations import (
    call_to_all_meetings,
    call_to_meeting,
    choose_meeting_mail,
    keep_addresses,
)
from varjebarn.steering.commands.joining import (
    mark_contradiction,
    note_joining,
    solve_contradiction,
)
from varjebarn.steering.commands.meetings import (
    close_item,
    hold_meeting,
    plan_meeting,
    postpone_item,
    raise_item,
)
from varjebarn.steering.commands.minutes import (
    approve_minutes,
    begin_minutes,
    publish_minutes,
    revise_minutes,
    save_draft,
)
from varjebarn.steering.commands.papers import attach_paper, publish_paper, withdraw_paper
from varjebarn.steering.commands.past import Attended, PastItem, take_in_minutes
from varjebarn.steering.commands.planning import cancel_meeting, change_meeting
from varjebarn.steering.commands.report_backs import (
    answer_analysis,
    answer_nothing_new,
    answer_report_back,
    ask_analysis,
    ask_report_back,
    delegate_answer,
)
from varjebarn.steering.commands.running import (
    Asked,
    Decided,
    Guest,
    ItemResult,
    Lasted,
    run_meeting,
)
from varjebarn.steering.commands.series import plan_series

__all__ = [
    "Asked",
    "Attended",
    "Decided",
    "Guest",
    "Impact",
    "ItemResult",
    "Lasted",
    "PastItem",
    "answer_analysis",
    "answer_nothing_new",
    "answer_report_back",
    "appoint_member",
    "approve_minutes",
    "ask_analysis",
    "ask_report_back",
    "attach_paper",
    "begin_decision",
    "begin_minutes",
    "call_to_all_meetings",
    "call_to_meeting",
    "cancel_meeting",
    "change_meeting",
    "choose_meeting_mail",
    "close_item",
    "complete_decision",
    "decline_proposal",
    "delegate_answer",
    "edit_item",
    "end_standing",
    "extend_agreement",
    "follow_up_decision",
    "found_body",
    "hold_meeting",
    "keep_addresses",
    "keep_standing",
    "lapse_decision",
    "mark_contradiction",
    "move_item",
    "name_change",
    "name_earlier",
    "note_joining",
    "place_proposal",
    "plan_meeting",
    "plan_series",
    "postpone_item",
    "prepare_item",
    "propose_item",
    "publish_analysis",
    "publish_minutes",
    "publish_paper",
    "raise_due_decisions",
    "raise_item",
    "record_decision",
    "register_agreement",
    "revise_minutes",
    "run_meeting",
    "save_draft",
    "solve_contradiction",
    "take_in_minutes",
    "withdraw_paper",
    "write_analysis",
]
