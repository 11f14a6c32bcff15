"""Writes of this app: files, guardians and news, and who is let in to a file."""

from varjebarn.people.commands.delegating import begin_leave, delegate, end_leave, prolong
from varjebarn.people.commands.files import (
    end_custody,
    family_person,
    involve,
    note_follow_up,
    notify,
    open_file,
    register_guardian,
    release,
    see_notices,
)
from varjebarn.people.commands.glass import break_glass, break_glass_by, mend_glass
from varjebarn.people.commands.noticing import choose_notice, choose_notice_for
from varjebarn.people.commands.numbers import add_number, join_files, show_number
from varjebarn.people.commands.protection import name_reader, protect

__all__ = [
    "add_number",
    "begin_leave",
    "break_glass",
    "break_glass_by",
    "choose_notice",
    "choose_notice_for",
    "delegate",
    "end_custody",
    "end_leave",
    "family_person",
    "involve",
    "join_files",
    "mend_glass",
    "name_reader",
    "note_follow_up",
    "notify",
    "open_file",
    "prolong",
    "protect",
    "register_guardian",
    "release",
    "see_notices",
    "show_number",
]
