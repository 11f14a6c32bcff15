"""Codes of the domain as words for a child and for a guardian."""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.parts import PLAN_PARTS, Part

Labels = Mapping[str, Promise]

WORDS = frozenset({"child_words", "guardian_words"})
"""What is sent as words, as a kind of draft."""

PARTS: Labels = {
    "why": _("varför det finns en plan"),
    "wheel": _("vad som fungerar och vad som är svårt"),
    "child_view": _("barnets egna ord"),
    "guardian_view": _("det du och andra vårdnadshavare har sagt"),
    "goals": _("vad barnet behöver, och målen"),
    "actions": _("vem som gör vad, och när"),
    "team": _("vilka som är med, och hur man når dem"),
    "disagreement": _("om någon tycker annorlunda"),
    "signal": _("det som den som frågar har sett och skrivit ner"),
}

PARTS_FOR_CHILD: Labels = {
    "why": _("varför du har en plan"),
    "wheel": _("vad som är bra och vad som är svårt för dig"),
    "child_view": _("det du själv har sagt"),
    "guardian_view": _("det de som tar hand om dig har sagt"),
    "goals": _("vad som ska bli bättre för dig"),
    "actions": _("vem som ska göra vad"),
    "team": _("vilka som hjälper dig"),
    "disagreement": _("om någon tycker något annat"),
    "signal": _("det som den som frågar har sett"),
}

STATUSES: Labels = {
    "35": _("Ett förslag"),
    "55": _("Ska göras"),
    "60": _("Har börjat"),
    "65": _("Pågår"),
    "40": _("Klart"),
    "45": _("Klart på ett annat sätt"),
    "50": _("Blev inte av"),
    "15": _("Avbrutet"),
}

STATUS_KINDS = {"60": "going", "65": "going", "40": "done", "45": "done"}

AREA_ICONS = {
    "preschool": "included",
    "school": "achieving",
    "pupil_health": "healthy",
    "school_medical": "healthy",
    "health": "healthy",
    "dental": "healthy",
    "social": "nurtured",
    "police": "safe",
    "leisure": "active",
}


def parts_in_words(parts: Iterable[str], *, is_child: bool) -> tuple[str, ...]:
    """Say which parts these are, in the order of the page. A part without words is not told of."""
    held = set(parts)
    words = PARTS_FOR_CHILD if is_child else PARTS
    told_of = [part.value for part in (*PLAN_PARTS, Part.SIGNAL)]
    return tuple(str(words[part]) for part in told_of if part in held)


def unit_in_words(name: str, organisation: str) -> str:
    """Name a unit so that it cannot be mistaken for another."""
    return f"{name}, {organisation}" if organisation else name
