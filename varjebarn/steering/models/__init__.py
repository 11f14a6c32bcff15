"""Tables of the county's work. None is about a child. Anybody may read them; drafts, the members."""

from varjebarn.steering.models.asking import AnswerDelegation
from varjebarn.steering.models.bodies import Body, Level, Membership, Seat
from varjebarn.steering.models.decided import (
    ChangedKind,
    DecisionChange,
    DecisionRaised,
    EarlierDecision,
    ImpactAnalysis,
)
from varjebarn.steering.models.joining import Contradiction, Joining, Standing
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
    STANDING,
    Agreement,
    AgreementParty,
    AskedKind,
    DecisionRecord,
    DecisionStatus,
    Extension,
    ReportBack,
    ReportBackAnswer,
)

__all__ = [
    "STANDING",
    "AgendaItem",
    "Agreement",
    "AgreementParty",
    "AnswerDelegation",
    "AskedKind",
    "Attendance",
    "Body",
    "ChangedKind",
    "Contradiction",
    "DecisionChange",
    "DecisionRaised",
    "DecisionRecord",
    "DecisionStatus",
    "EarlierDecision",
    "Extension",
    "ImpactAnalysis",
    "ItemKind",
    "Joining",
    "Level",
    "Meeting",
    "MeetingState",
    "Membership",
    "Outcome",
    "Presence",
    "ReportBack",
    "ReportBackAnswer",
    "Seat",
    "Standing",
]
