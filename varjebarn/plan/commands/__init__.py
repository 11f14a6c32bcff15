"""Writes of plans: the working state, what is published, and what is contributed."""

from varjebarn.plan.commands.contributing import contribute
from varjebarn.plan.commands.inviting import invite_team
from varjebarn.plan.commands.lines import (
    add_need,
    agree_goal,
    change_action,
    leave_without_action,
    plan_action,
)
from varjebarn.plan.commands.notes import (
    give_reason_without_child_view,
    link_other_plan,
    name_team_member,
    note_disagreement,
    take_out_of_team,
)
from varjebarn.plan.commands.plans import (
    change_lead,
    close_plan,
    say_nobody_else,
    set_follow_up,
    set_overall_responsible,
    set_why,
    start_plan,
)
from varjebarn.plan.commands.publishing import publish_version

__all__ = [
    "add_need",
    "agree_goal",
    "change_action",
    "change_lead",
    "close_plan",
    "contribute",
    "give_reason_without_child_view",
    "invite_team",
    "leave_without_action",
    "link_other_plan",
    "name_team_member",
    "note_disagreement",
    "plan_action",
    "publish_version",
    "say_nobody_else",
    "set_follow_up",
    "set_overall_responsible",
    "set_why",
    "start_plan",
    "take_out_of_team",
]
