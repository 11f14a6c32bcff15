"""Tables of the county's work. None is about a child. Anybody may read them; drafts, the members."""

from varjebarn.steering.models.agenda import ItemProposal, Preparation, ProposalState
from varjebarn.steering.models.asking import AnswerDelegation
from varjebarn.steering.models.bodies import Body, Level, Membership, Seat
from varjebarn.steering.models.changes import Change
from varjebarn.steering.models.decided import (
    ChangedKind,
    DecisionChange,
    DecisionRaised,
    EarlierDecision,
    ImpactAnalysis,
)
from varjebarn.steering.models.invitations import Call, CallLetter, MemberAddress
from varjebarn.steering.models.joining import Contradiction, Joining, Standing
from varjebarn.steering.models.meetings import (
    AgendaItem,
    AlsoInsteadOf,
    Attendance,
    ItemKind,
    Meeting,
    MeetingState,
    Outcome,
    Presence,
    RaisedBy,
    StandingItem,
    StandingUse,
)
from varjebarn.steering.models.minutes import (
    MeetingDraft,
    Minutes,
    MinutesPassage,
    MinutesState,
    MinutesVersion,
)
from varjebarn.steering.models.papers import MeetingPaper
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
    "AlsoInsteadOf",
    "AnswerDelegation",
    "AskedKind",
    "Attendance",
    "Body",
    "Call",
    "CallLetter",
    "Change",
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
    "ItemProposal",
    "Joining",
    "Level",
    "Meeting",
    "MeetingDraft",
    "MeetingPaper",
    "MeetingState",
    "MemberAddress",
    "Membership",
    "Minutes",
    "MinutesPassage",
    "MinutesState",
    "MinutesVersion",
    "Outcome",
    "Preparation",
    "Presence",
    "ProposalState",
    "RaisedBy",
    "ReportBack",
    "ReportBackAnswer",
    "Seat",
    "Standing",
    "StandingItem",
    "StandingUse",
]
