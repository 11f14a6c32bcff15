"""Writes of this app: files, guardians and news, and who is let in to a file."""

from varjebarn.people.commands.files import (
    break_glass,
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

__all__ = [
    "break_glass",
    "end_custody",
    "family_person",
    "involve",
    "note_follow_up",
    "notify",
    "open_file",
    "register_guardian",
    "release",
    "see_notices",
]
