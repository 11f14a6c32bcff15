"""Tables of the county's work. None of them is about a child, and anybody may read them."""

from varjebarn.steering.models.bodies import Body, Level, Membership, Seat
from varjebarn.steering.models.meetings import (
    AgendaItem,
    Attendance,
    ItemKind,
    Meeting,
    MeetingState,
    Outcome,
    Presence,
)
from varjebarn.steering.models.register import (
    Agreement,
    AgreementParty,
    DecisionRecord,
    DecisionStatus,
    Extension,
    ReportBack,
    ReportBackAnswer,
)

__all__ = [
    "AgendaItem",
    "Agreement",
    "AgreementParty",
    "Attendance",
    "Body",
    "DecisionRecord",
    "DecisionStatus",
    "Extension",
    "ItemKind",
    "Level",
    "Meeting",
    "MeetingState",
    "Membership",
    "Outcome",
    "Presence",
    "ReportBack",
    "ReportBackAnswer",
    "Seat",
]
