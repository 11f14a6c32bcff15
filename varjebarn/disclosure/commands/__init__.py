"""Writes of this app: asking, disclosing, filing, answering. The doors do the crossing."""

from varjebarn.disclosure.commands.consents import (
    CircleMember,
    ask_consent,
    record_answer,
    withdraw_consent,
)
from varjebarn.disclosure.commands.disclosing import Intended, disclose, disclose_all
from varjebarn.disclosure.commands.intake import decline_delivery, file_delivery
from varjebarn.disclosure.commands.own_space import save_draft, send_draft
from varjebarn.disclosure.commands.sharing import Telling, decide_not_to_share, share
from varjebarn.disclosure.recipients import ToPerson, ToUnit

__all__ = [
    "CircleMember",
    "Intended",
    "Telling",
    "ToPerson",
    "ToUnit",
    "ask_consent",
    "decide_not_to_share",
    "decline_delivery",
    "disclose",
    "disclose_all",
    "file_delivery",
    "record_answer",
    "save_draft",
    "send_draft",
    "share",
    "withdraw_consent",
]
