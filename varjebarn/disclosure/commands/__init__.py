"""Writes of this app: asking, disclosing, filing, answering. The doors do the crossing."""

from varjebarn.disclosure.commands.consents import (
    CircleMember,
    ask_consent,
    record_answer,
    withdraw_consent,
)
from varjebarn.disclosure.commands.disclosing import ToPerson, ToUnit, disclose
from varjebarn.disclosure.commands.intake import decline_delivery, file_delivery
from varjebarn.disclosure.commands.own_space import save_draft, send_draft

__all__ = [
    "CircleMember",
    "ToPerson",
    "ToUnit",
    "ask_consent",
    "decline_delivery",
    "disclose",
    "file_delivery",
    "record_answer",
    "save_draft",
    "send_draft",
    "withdraw_consent",
]
