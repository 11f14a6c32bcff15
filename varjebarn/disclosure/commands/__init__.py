"""Writes of this app: asking, disclosing, filing, answering. The doors do the crossing."""

from varjebarn.disclosure.commands.beside import (
    answer_objection,
    mark_secret,
    note_own_number,
    object_to,
)
from varjebarn.disclosure.commands.consents import (
    CircleMember,
    Given,
    ask_consent,
    record_answer,
    withdraw_consent,
)
from varjebarn.disclosure.commands.disclosing import Intended, disclose, disclose_all
from varjebarn.disclosure.commands.exceptions import (
    assess_maturity,
    end_stand_in,
    stand_in,
    store_paper,
)
from varjebarn.disclosure.commands.feedback import give_feedback, note_report_decision
from varjebarn.disclosure.commands.intake import decline_delivery, file_delivery, take_up_intake
from varjebarn.disclosure.commands.outside import (
    Issued,
    close_outside,
    give_outside,
    issue_link,
    note_outside_answer,
    note_receipt,
)
from varjebarn.disclosure.commands.own_space import save_draft, send_draft
from varjebarn.disclosure.commands.sharing import Telling, decide_not_to_share, share
from varjebarn.disclosure.commands.substitutes import end_substitute, register_substitute
from varjebarn.disclosure.commands.withholding import (
    keep_withholding,
    lift_withholding,
    withhold,
)
from varjebarn.disclosure.recipients import ToPerson, ToUnit

__all__ = [
    "CircleMember",
    "Given",
    "Intended",
    "Issued",
    "Telling",
    "ToPerson",
    "ToUnit",
    "answer_objection",
    "ask_consent",
    "assess_maturity",
    "close_outside",
    "decide_not_to_share",
    "decline_delivery",
    "disclose",
    "disclose_all",
    "end_stand_in",
    "end_substitute",
    "file_delivery",
    "give_feedback",
    "give_outside",
    "issue_link",
    "keep_withholding",
    "lift_withholding",
    "mark_secret",
    "note_outside_answer",
    "note_own_number",
    "note_receipt",
    "note_report_decision",
    "object_to",
    "record_answer",
    "register_substitute",
    "save_draft",
    "send_draft",
    "share",
    "stand_in",
    "store_paper",
    "take_up_intake",
    "withdraw_consent",
    "withhold",
]
