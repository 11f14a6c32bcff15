"""What a plan says, as frozen values: the working state and every copy alike."""

from varjebarn.plan.documents.contribution import (
    ActionReport,
    ContributedNote,
    Contribution,
    Invitation,
)
from varjebarn.plan.documents.lines import (
    ActionLine,
    Actions,
    ChildView,
    Disagreement,
    FaceAnswer,
    Goal,
    Goals,
    LeadLine,
    Need,
    OtherPlan,
    Responsible,
    Source,
    TeamLine,
    UnitNote,
    ViewLine,
    WheelNote,
    Why,
    Words,
)
from varjebarn.plan.documents.outside import outside_document
from varjebarn.plan.documents.plan import PlanDocument
from varjebarn.plan.documents.statuses import ActionStatus

__all__ = [
    "ActionLine",
    "ActionReport",
    "ActionStatus",
    "Actions",
    "ChildView",
    "ContributedNote",
    "Contribution",
    "Disagreement",
    "FaceAnswer",
    "Goal",
    "Goals",
    "Invitation",
    "LeadLine",
    "Need",
    "OtherPlan",
    "PlanDocument",
    "Responsible",
    "Source",
    "TeamLine",
    "UnitNote",
    "ViewLine",
    "WheelNote",
    "Why",
    "Words",
    "outside_document",
]
