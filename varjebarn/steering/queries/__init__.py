"""All reading of the county's register. Public: no actor is asked for, and nothing is logged."""

from varjebarn.steering.queries.meetings import meeting_page, meetings_to_postpone_to
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
from varjebarn.steering.queries.register import (
    agreement_page,
    agreements_between,
    decision_page,
    decisions_about_model,
    report_back_page,
)
from varjebarn.steering.queries.running import (
    RollCall,
    bodies,
    next_meeting,
    organisations,
    roll_call,
)
from varjebarn.steering.queries.seats import organisations_to_answer_for

__all__ = [
    "RollCall",
    "agreement_page",
    "agreements_between",
    "bodies",
    "body_page",
    "county_overview",
    "decision_page",
    "decisions_about_model",
    "meeting_page",
    "meetings_to_postpone_to",
    "next_meeting",
    "open_agreement",
    "open_body",
    "open_decision",
    "open_item",
    "open_meeting",
    "open_report_back",
    "organisations",
    "organisations_to_answer_for",
    "report_back_page",
    "roll_call",
    "seats_on",
]
