"""Writes of this app: asking, answering, taking in, writing down, and saying what came of it."""

from varjebarn.participation.commands.asking import ask_child, ask_guardian
from varjebarn.participation.commands.own_words import keep_words, send_words
from varjebarn.participation.commands.views import (
    note_influence,
    note_view,
    take_back_view,
    take_in_words,
)

__all__ = [
    "ask_child",
    "ask_guardian",
    "keep_words",
    "note_influence",
    "note_view",
    "send_words",
    "take_back_view",
    "take_in_words",
]
