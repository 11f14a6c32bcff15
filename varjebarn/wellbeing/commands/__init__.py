"""Writes of this app: noticing, handing on, judging, telling another unit, closing."""

from varjebarn.wellbeing.commands.assessing import assess, close_signal
from varjebarn.wellbeing.commands.noticing import hand_signal, notice_signal
from varjebarn.wellbeing.commands.receiving import answer_sender, receive_signal
from varjebarn.wellbeing.commands.telling import ask_to_tell, deliver_signal

__all__ = [
    "answer_sender",
    "ask_to_tell",
    "assess",
    "close_signal",
    "deliver_signal",
    "hand_signal",
    "notice_signal",
    "receive_signal",
]
