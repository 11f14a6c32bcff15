"""Whose view it is, and how it was said. Stored values; the web chooses among them."""

from enum import StrEnum


class Whose(StrEnum):
    """Whose view it is. Never whose pen."""

    CHILD = "child"
    GUARDIAN = "guardian"
    OTHER = "other"


class Form(StrEnum):
    """How it was said."""

    WORDS = "words"
    FACES = "faces"
    DRAWING = "drawing"
    SYMBOLS = "symbols"
