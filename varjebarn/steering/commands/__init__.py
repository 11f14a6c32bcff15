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
    withdraw_proposal,
)
from varjebarn.steering.commands.agreements import extend_agreement, register_agreement
from varjebarn.steering.commands.analyses import Impact, publish_analysis, write_analysis
from varjebarn.steering.commands.annual import publish_annual_report, write_annual_note
from varjebarn.steering.commands.answer_files import attach_answer_file, remove_answer_file
from varjebarn.steering.commands.bodies import appoint_member, found_body
from varjebarn.steering.commands.corrections import correct_decision, correct_decisions
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
from varjebarn.steering.commands.mandates import (
    Terms,
    accept_mandate,
    change_mandate,
    end_mandate,
    give_mandate,
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
from varjebarn.steering.commands.routes import (
    Route,
    add_route,
    change_route,
    check_route,
    end_route,
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
from varjebarn.steering.commands.standing import (
    Shape,
    change_body,
    end_body,
    end_seat,
    expect_profession,
    reform_body,
    replace_member,
    stop_expecting,
)
from varjebarn.steering.commands.training import (
    count_trained,
    end_risk,
    note_risk,
    plan_training,
    register_funding,
    state_need,
)
from varjebarn.steering.commands.trials import (
    answer_consultation,
    plan_trial,
    rate_tool,
    report_trial,
    send_consultation,
)
from varjebarn.steering.commands.waiting import end_waiting, keep_minutes_waiting

__all__ = [
    "Asked",
    "Attended",
    "Decided",
    "Guest",
    "Impact",
    "ItemResult",
    "Lasted",
    "PastItem",
    "Route",
    "Shape",
    "Terms",
    "accept_mandate",
    "add_route",
    "answer_analysis",
    "answer_consultation",
    "answer_nothing_new",
    "answer_report_back",
    "appoint_member",
    "approve_minutes",
    "ask_analysis",
    "ask_report_back",
    "attach_answer_file",
    "attach_paper",
    "begin_decision",
    "begin_minutes",
    "call_to_all_meetings",
    "call_to_meeting",
    "cancel_meeting",
    "change_body",
    "change_mandate",
    "change_meeting",
    "change_route",
    "check_route",
    "choose_meeting_mail",
    "close_item",
    "complete_decision",
    "correct_decision",
    "correct_decisions",
    "count_trained",
    "decline_proposal",
    "delegate_answer",
    "edit_item",
    "end_body",
    "end_mandate",
    "end_risk",
    "end_route",
    "end_seat",
    "end_standing",
    "end_waiting",
    "expect_profession",
    "extend_agreement",
    "follow_up_decision",
    "found_body",
    "give_mandate",
    "hold_meeting",
    "keep_addresses",
    "keep_minutes_waiting",
    "keep_standing",
    "lapse_decision",
    "mark_contradiction",
    "move_item",
    "name_change",
    "name_earlier",
    "note_joining",
    "note_risk",
    "place_proposal",
    "plan_meeting",
    "plan_series",
    "plan_training",
    "plan_trial",
    "postpone_item",
    "prepare_item",
    "propose_item",
    "publish_analysis",
    "publish_annual_report",
    "publish_minutes",
    "publish_paper",
    "raise_due_decisions",
    "raise_item",
    "rate_tool",
    "record_decision",
    "reform_body",
    "register_agreement",
    "register_funding",
    "remove_answer_file",
    "replace_member",
    "report_trial",
    "revise_minutes",
    "run_meeting",
    "save_draft",
    "send_consultation",
    "solve_contradiction",
    "state_need",
    "stop_expecting",
    "take_in_minutes",
    "withdraw_paper",
    "withdraw_proposal",
    "write_analysis",
    "write_annual_note",
]
