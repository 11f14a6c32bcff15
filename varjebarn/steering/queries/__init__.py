"""All reading of the county's register. Most is public: no actor is asked for, and nothing is logged.

What takes an actor may be read by some only, and that reading is logged.
"""

from varjebarn.steering.queries.agenda import (
    matter_page,
    may_see_proposals,
    open_proposal,
    open_standing,
    planned_meetings,
    proposed_items,
    standing_items,
)
from varjebarn.steering.queries.agreements import (
    agreement_lines,
    agreement_page,
    agreements_between,
    agreements_named,
    open_contradiction,
)
from varjebarn.steering.queries.analyses import AnalysedMatter, read_analysis
from varjebarn.steering.queries.answers import (
    AnswersFound,
    AnswersWanted,
    answers_found,
    previous_answer,
    report_back_page,
)
from varjebarn.steering.queries.calendar import MeetingDay, meeting_day, meeting_days
from varjebarn.steering.queries.colleagues import colleagues_named
from varjebarn.steering.queries.decided import Responsible, decision_page, responsible_for
from varjebarn.steering.queries.decisions import (
    DecisionList,
    Wanted,
    decision_list,
    decisions_about_model,
    latest_decisions,
    open_decisions,
    other_decisions,
)
from varjebarn.steering.queries.exported import (
    Exported,
    ExportedBody,
    ExportedItem,
    ExportedMeeting,
    ExportedPaper,
    ExportedSeat,
    Part,
    Window,
)
from varjebarn.steering.queries.exporting import (
    exported_bodies,
    exported_items,
    exported_meetings,
    exported_papers,
    exported_seats,
)
from varjebarn.steering.queries.invitations import (
    Addressee,
    CallPage,
    addresses_of_body,
    call_page,
    my_meeting_mail,
)
from varjebarn.steering.queries.joining import joining_history, joining_lines
from varjebarn.steering.queries.lists import (
    all_agreements,
    all_answers,
    all_decisions,
    all_items,
    all_meetings,
    all_members,
)
from varjebarn.steering.queries.meetings import meeting_page, meetings_to_postpone_to
from varjebarn.steering.queries.minutes import (
    by_item_key,
    draft_of,
    meetings_to_approve_at,
    minutes_page,
    open_minutes,
    stage_of,
    stage_of_line,
    waiting_minutes,
)
from varjebarn.steering.queries.opening import (
    open_agreement,
    open_body,
    open_decision,
    open_item,
    open_meeting,
    open_report_back,
    seats_on,
)
from varjebarn.steering.queries.overview import body_page, county_overview
from varjebarn.steering.queries.papers import (
    PaperFile,
    PaperLine,
    open_paper,
    paper_file,
    papers_of_meeting,
)
from varjebarn.steering.queries.running import (
    RollCall,
    bodies,
    next_meeting,
    organisations,
    roll_call,
)
from varjebarn.steering.queries.seats import bodies_of, organisations_to_answer_for, seat_name

__all__ = [
    "Addressee",
    "AnalysedMatter",
    "AnswersFound",
    "AnswersWanted",
    "CallPage",
    "DecisionList",
    "Exported",
    "ExportedBody",
    "ExportedItem",
    "ExportedMeeting",
    "ExportedPaper",
    "ExportedSeat",
    "MeetingDay",
    "PaperFile",
    "PaperLine",
    "Part",
    "Responsible",
    "RollCall",
    "Wanted",
    "Window",
    "addresses_of_body",
    "agreement_lines",
    "agreement_page",
    "agreements_between",
    "agreements_named",
    "all_agreements",
    "all_answers",
    "all_decisions",
    "all_items",
    "all_meetings",
    "all_members",
    "answers_found",
    "bodies",
    "bodies_of",
    "body_page",
    "by_item_key",
    "call_page",
    "colleagues_named",
    "county_overview",
    "decision_list",
    "decision_page",
    "decisions_about_model",
    "draft_of",
    "exported_bodies",
    "exported_items",
    "exported_meetings",
    "exported_papers",
    "exported_seats",
    "joining_history",
    "joining_lines",
    "latest_decisions",
    "matter_page",
    "may_see_proposals",
    "meeting_day",
    "meeting_days",
    "meeting_page",
    "meetings_to_approve_at",
    "meetings_to_postpone_to",
    "minutes_page",
    "my_meeting_mail",
    "next_meeting",
    "open_agreement",
    "open_body",
    "open_contradiction",
    "open_decision",
    "open_decisions",
    "open_item",
    "open_meeting",
    "open_minutes",
    "open_paper",
    "open_proposal",
    "open_report_back",
    "open_standing",
    "organisations",
    "organisations_to_answer_for",
    "other_decisions",
    "paper_file",
    "papers_of_meeting",
    "planned_meetings",
    "previous_answer",
    "proposed_items",
    "read_analysis",
    "report_back_page",
    "responsible_for",
    "roll_call",
    "seat_name",
    "seats_on",
    "stage_of",
    "stage_of_line",
    "standing_items",
    "waiting_minutes",
]
