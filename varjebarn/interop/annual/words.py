"""The report's own Swedish words: its headings, its parts, days and numbers."""

from collections.abc import Mapping
from datetime import date

from varjebarn.interop.minutes.vocabulary import in_order
from varjebarn.steering.annual import Heading

NOTHING = "Inget är infört."

HEADINGS: Mapping[str, str] = {
    Heading.POLITICS: "Politiken",
    Heading.NATIONAL: "Nationella kontakter",
    Heading.MODEL: "Modellen och planen",
    Heading.TRIALS: "Tester",
    Heading.TRAINING: "Information och utbildning",
    Heading.ACTORS: "De som deltar",
    Heading.PROMOTIVE: "Främjande arbete",
    Heading.RESEARCH: "Forskning",
    Heading.PLATFORM: "Plattform, avtal och juridik",
    Heading.CHILDREN: "Barns delaktighet",
    Heading.STEERING: "Styrning: möten, ledamöter och ärenden",
}

SEATS: Mapping[str, str] = {
    "chair": "ordförande",
    "vice_chair": "vice ordförande",
    "member": "ledamot",
    "adjunct": "adjungerad",
}

STATUSES: Mapping[str, str] = {
    "open": "Öppet",
    "under_way": "Pågår",
    "followed_up": "Uppföljt",
    "lapsed": "Gäller inte längre",
}

OUTCOMES: Mapping[str, str] = {
    "": "inte avslutad",
    "noted": "information lämnad",
    "discussed": "samtal fört",
    "decided": "beslutad",
    "decided_otherwise": "beslutad på annat sätt än föreslaget",
    "not_approved": "inte godkänd",
    "sent_back": "återremitterad",
    "taken_home": "tagen hem till organisationerna",
    "withdrawn": "återtagen",
    "to_information": "ändrad till information",
    "postponed": "uppskjuten",
}


def day(on: date) -> str:
    """Write a day with its year: 6 november 2026."""
    return f"{on.day} {in_order('dates', 'months')[on.month - 1]} {on.year}"


def counted(number: int, one: str, many: str) -> str:
    """Count things: "1 möte", "7 möten"."""
    return f"{number} {one if number == 1 else many}"


def sentence(*parts: str) -> str:
    """Put what there is to say between full stops."""
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def facts(*parts: str) -> str:
    """Put what there is to know on one line."""
    return " · ".join(part for part in parts if part)
