"""Numbers of people: their systems, their shown form, and what makes them valid.

Source: folkbokföringslagen (1991:481) 18 §, lag (2022:1697), SS 12000.
"""

import re
from enum import StrEnum

from personnummer.personnummer import Personnummer, PersonnummerException


class IdentifierSystem(StrEnum):
    """The typed systems an identifier of a person can come from (R43)."""

    PERSONNUMMER = "personnummer"
    SAMORDNINGSNUMMER = "samordningsnummer"
    SCHOOL_TEMPORARY = "school_temporary"
    LOCAL = "local"


NATIONAL = frozenset({IdentifierSystem.PERSONNUMMER, IdentifierSystem.SAMORDNINGSNUMMER})
_LIKE_A_NUMBER = re.compile(r"(?<!\d)(?:\d{2})?\d{6}[-+ ]?\d{4}(?!\d)")
_SCHOOL_TEMPORARY = re.compile(r"^\d{8}TF\d{2}$")


def normalised(system: IdentifierSystem, value: str) -> str:
    """Give the form that is stored and compared: twelve digits, or upper case without spaces.

    Raises ValueError when the value does not fit its system.
    """
    text = value.strip().upper().replace(" ", "")
    if system in NATIONAL:
        try:
            found = Personnummer(text)  # type: ignore[no-untyped-call]  # the package has no types
            return str(found.format(long_format=True))  # type: ignore[no-untyped-call]  # as above
        except PersonnummerException as error:
            raise ValueError("not a valid national number") from error
    if system is IdentifierSystem.SCHOOL_TEMPORARY and not _SCHOOL_TEMPORARY.match(text):
        raise ValueError("a school's temporary number is eight digits, TF and two digits")
    if not text:
        raise ValueError("an identifier is never empty")
    return text


def masked(system: IdentifierSystem, value: str) -> str:
    """Give the form that a page shows unasked: the birth date, never the last four digits (R42)."""
    if system in NATIONAL:
        return f"{value[:8]}-••••"
    return value


def holds_number(text: str) -> bool:
    """Whether a national number stands in a text, in any of the forms that people write (R42)."""
    for found in _LIKE_A_NUMBER.finditer(text):
        try:
            normalised(IdentifierSystem.PERSONNUMMER, found.group())
        except ValueError:
            continue
        return True
    return False
