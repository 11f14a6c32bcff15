"""Who may write in the county's register, and what keeps it true. Pure.

Sources: steering group notes, Kronoberg, 2019-02-15 and 2020-11-06; annual report 2020. Each rule
names the mistake it prevents: in them one person is both present and absent, a postponed item
disappears, and one decision has two dates.
"""

from varjebarn.steering.rules.agenda import (
    PrepareFacts,
    WithdrawFacts,
    may_decline,
    may_edit,
    may_end_standing,
    may_keep_standing,
    may_move,
    may_place,
    may_prepare,
    may_propose,
    may_withdraw_proposal,
)
from varjebarn.steering.rules.agreements import (
    ENOUGH_PARTIES,
    LAPSES_SOON,
    may_extend,
    may_register,
)
from varjebarn.steering.rules.analyses import (
    ARTICLES,
    AnalysisFacts,
    may_publish_analysis,
    may_write_analysis,
)
from varjebarn.steering.rules.annual import may_note_year, may_publish_year
from varjebarn.steering.rules.answer_files import AnswerFileFacts, may_file, may_remove_file
from varjebarn.steering.rules.answering import Duties
from varjebarn.steering.rules.bodies import Height, SeatFacts, height, may_appoint, may_found
from varjebarn.steering.rules.corrections import CorrectFacts, may_correct
from varjebarn.steering.rules.decided import (
    EarlierFacts,
    may_begin,
    may_complete,
    may_name_change,
    may_name_earlier,
    may_raise_due,
)
from varjebarn.steering.rules.decisions import (
    DecisionFacts,
    may_decide,
    may_follow_up,
    outcome_of_decision,
)
from varjebarn.steering.rules.invitations import may_call, may_keep_address
from varjebarn.steering.rules.items import (
    DECIDED,
    DECIDED_OTHERWISE,
    POSTPONED,
    PostponeFacts,
    days_waited,
    may_close,
    may_postpone,
    may_raise,
)
from varjebarn.steering.rules.joining import (
    ContradictionFacts,
    JoiningFacts,
    may_mark_contradiction,
    may_note_joining,
    may_solve_contradiction,
)
from varjebarn.steering.rules.meetings import (
    ChangeFacts,
    Roll,
    may_cancel,
    may_change_meeting,
    may_hold,
    may_plan,
    may_plan_series,
    may_run,
)
from varjebarn.steering.rules.minutes import (
    ApprovalFacts,
    may_approve,
    may_begin_minutes,
    may_publish,
    may_revise,
    may_save_draft,
)
from varjebarn.steering.rules.papers import (
    PaperFacts,
    may_attach,
    may_publish_paper,
    may_withdraw_paper,
)
from varjebarn.steering.rules.report_backs import (
    AnswerFacts,
    may_answer,
    may_ask,
    may_delegate,
    may_fill,
    reminder_days,
)
from varjebarn.steering.rules.waiting import may_end_waiting, may_keep_waiting

__all__ = [
    "ARTICLES",
    "DECIDED",
    "DECIDED_OTHERWISE",
    "ENOUGH_PARTIES",
    "LAPSES_SOON",
    "POSTPONED",
    "AnalysisFacts",
    "AnswerFacts",
    "AnswerFileFacts",
    "ApprovalFacts",
    "ChangeFacts",
    "ContradictionFacts",
    "CorrectFacts",
    "DecisionFacts",
    "Duties",
    "EarlierFacts",
    "Height",
    "JoiningFacts",
    "PaperFacts",
    "PostponeFacts",
    "PrepareFacts",
    "Roll",
    "SeatFacts",
    "WithdrawFacts",
    "days_waited",
    "height",
    "may_answer",
    "may_appoint",
    "may_approve",
    "may_ask",
    "may_attach",
    "may_begin",
    "may_begin_minutes",
    "may_call",
    "may_cancel",
    "may_change_meeting",
    "may_close",
    "may_complete",
    "may_correct",
    "may_decide",
    "may_decline",
    "may_delegate",
    "may_edit",
    "may_end_standing",
    "may_end_waiting",
    "may_extend",
    "may_file",
    "may_fill",
    "may_follow_up",
    "may_found",
    "may_hold",
    "may_keep_address",
    "may_keep_standing",
    "may_keep_waiting",
    "may_mark_contradiction",
    "may_move",
    "may_name_change",
    "may_name_earlier",
    "may_note_joining",
    "may_note_year",
    "may_place",
    "may_plan",
    "may_plan_series",
    "may_postpone",
    "may_prepare",
    "may_propose",
    "may_publish",
    "may_publish_analysis",
    "may_publish_paper",
    "may_publish_year",
    "may_raise",
    "may_raise_due",
    "may_register",
    "may_remove_file",
    "may_revise",
    "may_run",
    "may_save_draft",
    "may_solve_contradiction",
    "may_withdraw_paper",
    "may_withdraw_proposal",
    "may_write_analysis",
    "outcome_of_decision",
    "reminder_days",
]
