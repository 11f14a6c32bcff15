"""The county this installation serves: its title, sentence and help lines, read once from data."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

SOURCE = Path(__file__).parent.parent / "public" / "county.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text in Swedish, English and, where it exists, easy Swedish."""

    sv: str
    en: str
    simple: str = ""

    def __str__(self) -> str:
        """Give the text in the language of the page."""
        language = get_language() or "sv"
        if language.startswith("en"):
            return self.en
        return (self.simple if language == "sv-simple" else "") or self.sv


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLine:
    """Somebody to call when a child is in danger or a person is worried."""

    key: str
    name: Words
    text: Words
    number: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class County:
    """What the pages call themselves here, and whom they point to."""

    title: str
    short: str
    place: str
    county: str
    contact_mail: str
    leave_to: str
    sentence: Words
    body: str
    assessed: date
    updated: date
    help_lines: tuple[HelpLine, ...]


def _words(table: dict[str, Any]) -> Words:
    return Words(sv=table["sv"], en=table["en"], simple=table.get("simple", ""))


def _help_line(table: dict[str, Any]) -> HelpLine:
    return HelpLine(
        key=table["key"],
        name=_words(table["name"]),
        text=_words(table),
        number=table["number"],
        href=table["href"],
    )


@cache
def our_county() -> County:
    """Read the county's data; a missing text is an error at start, not on a page."""
    table = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    return County(
        title=table["title"],
        short=table["short"],
        place=table["place"],
        county=table["county"],
        contact_mail=table["contact_mail"],
        leave_to=table["leave_to"],
        sentence=_words(table["sentence"]),
        body=table["statement"]["body"],
        assessed=table["statement"]["assessed"],
        updated=table["statement"]["updated"],
        help_lines=tuple(_help_line(line) for line in table["help"]),
    )
