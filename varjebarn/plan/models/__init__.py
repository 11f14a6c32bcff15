"""Tables of plans, in the compartment of the lead's unit."""

from varjebarn.plan.models.notes import (
    ChildViewReason,
    Disagreement,
    OtherPlan,
    PlanVersion,
)
from varjebarn.plan.models.plans import (
    Action,
    Goal,
    Need,
    Plan,
    PlanRow,
    PlanState,
    TeamMember,
)

__all__ = [
    "Action",
    "ChildViewReason",
    "Disagreement",
    "Goal",
    "Need",
    "OtherPlan",
    "Plan",
    "PlanRow",
    "PlanState",
    "PlanVersion",
    "TeamMember",
]
