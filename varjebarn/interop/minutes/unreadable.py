"""Why a file with minutes can't be read."""

from enum import StrEnum


class Why(StrEnum):
    """Why a file can't be read."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    UNKNOWN = "unknown"
    BROKEN = "broken"
    LOCKED = "locked"
    OLD_WORD = "old_word"
    NO_TEXT = "no_text"


class UnreadableFileError(Exception):
    """A file that can't be read, and why. Nothing of it is kept."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
