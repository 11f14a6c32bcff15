"""Codes of the domain as words for staff."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

Labels = Mapping[str, Promise]
LEAVE = "leave: "

CONTENT_KINDS: Labels = {
    "plan_version": _("Barnets plan"),
    "contribution": _("Bidrag till planen"),
    "invitation": _("Inbjudan till planen"),
    "signal": _("Något som uppmärksammats"),
    "signal_answer": _("Svar om det som uppmärksammats"),
    "consent_request": _("Fråga om samtycke"),
    "question": _("Frågor till barnet"),
    "note": _("En text"),
    "told": _("Besked till familjen om vad som delats"),
    "outside_part": _("En del av planen till en förening"),
    "report_feedback": _("Återkoppling på det ni lämnade"),
    "objection": _("Någon i familjen säger att något inte stämmer"),
    "objection_answer": _("Svar på det som inte stämmer"),
    "consent_answer": _("Svar på fråga om samtycke"),
    "child_words": _("Barnets egna ord"),
    "guardian_words": _("En vårdnadshavares ord"),
}

REPORT_CHOICES: Labels = {
    "opened": _("En utredning är inledd"),
    "not_opened": _("Ingen utredning är inledd"),
    "in_progress": _("En utredning pågick redan"),
}

OBJECTION_OUTCOMES: Labels = {
    "corrected": _("Vi rättar"),
    "partly": _("Vi rättar en del"),
    "kept": _("Vi låter det stå"),
}

PARTS: Labels = {
    "why": _("Varför det finns en plan"),
    "wheel": _("Hjulet: vad som fungerar och vad som är svårt"),
    "child_view": _("Barnets egna ord"),
    "guardian_view": _("Vårdnadshavarnas ord"),
    "goals": _("Behov och mål"),
    "actions": _("Vem som gör vad"),
    "team": _("Vilka som är med"),
    "disagreement": _("Om någon tycker annorlunda"),
    "signal": _("Det som har uppmärksammats"),
    "request": _("Frågan"),
    "note": _("Texten"),
    "told": _("Beskedet"),
}

ROLES: Labels = {
    "team": _("En av dem som arbetar med barnet"),
    "contact": _("Barnensbästa-ansvarig"),
    "lead": _("Håller ihop planen"),
    "intake": _("Tar emot det som kommer till verksamheten"),
    "break_glass": _("Nödöppning"),
}

GLASS_KINDS: Labels = {
    "harm": _("Ett barn kan fara illa nu"),
    "hurt": _("Barnet är sjukt eller skadat"),
    "reach": _("Jag måste nå familjen nu"),
    "away": _("Den som brukar arbeta med barnet går inte att nå"),
    "other": _("Något annat som inte kan vänta"),
}

SYSTEMS: Labels = {
    "personnummer": _("Personnummer"),
    "samordningsnummer": _("Samordningsnummer"),
    "school_temporary": _("Skolans tillfälliga nummer"),
    "local": _("Er egen beteckning"),
}

OWN_REASONS: Labels = {
    "joined": _("Två akter om samma barn slogs ihop."),
    "delivery": _("Det kom en kopia till mottagningen."),
    "intake": _("Tog emot det som kom till verksamheten."),
    "plan": _("Håller ihop planen."),
    "signal": _("Fick något som uppmärksammats."),
}

ANSWERS: Labels = {
    "asked": _("Inget svar än"),
    "given": _("Ja"),
    "refused": _("Nej"),
    "withdrawn": _("Har tagit tillbaka sitt ja"),
}

ANSWER_KINDS = {"asked": "waiting", "given": "done", "refused": "late", "withdrawn": "late"}

CAPACITIES: Labels = {
    "child": _("barnet"),
    "guardian": _("vårdnadshavare"),
}

VOICES: Labels = {
    "staff": _("Det jag själv har sett eller hört"),
    "child": _("Det barnet har sagt"),
    "guardian": _("Det en vårdnadshavare har sagt"),
}

VOICES_SHORT: Labels = {
    "child": _("barnets ord"),
    "guardian": _("vårdnadshavarens ord"),
}

STATUSES: Labels = {
    "35": _("Föreslagen"),
    "55": _("Planerad"),
    "60": _("Påbörjad"),
    "65": _("Pågår"),
    "40": _("Klar"),
    "45": _("Klar på annat sätt"),
    "50": _("Blev inte av"),
    "15": _("Avbruten"),
}

OUTCOMES: Labels = {
    "goals_met": _("Målen är nådda"),
    "moved": _("Barnet har flyttat"),
    "aged_out": _("Barnet har fyllt 18 år"),
    "withdrawn": _("Familjen vill inte ha planen längre"),
    "superseded": _("En annan plan tar över"),
}

PROTECTIONS: Labels = {
    "none": _("Inga skyddade personuppgifter"),
    "marked": _("Sekretessmarkering"),
    "registered_elsewhere": _("Skyddad folkbokföring"),
    "fictitious": _("Fingerade personuppgifter"),
}

STATUS_KINDS = {
    "35": "waiting",
    "55": "waiting",
    "60": "going",
    "65": "going",
    "40": "done",
    "45": "done",
    "50": "late",
    "15": "late",
}

RECEIPTS: Labels = {
    "opened": _("Öppnad"),
    "filed": _("Mottagen"),
    "declined": _("Avböjd"),
}

GROUNDS: Labels = {
    "CONSENT": _("Samtycke"),
    "SELF": _("Barnet själv"),
    "GUARDIAN": _("Vårdnadshavare"),
    "HEALTH_TO_SOC_U18": _("Vård till socialtjänst, barn under 18 år"),
    "SOC_TO_HEALTH_U18": _("Socialtjänst till vård, barn under 18 år"),
    "DUTY": _("Skyldighet enligt lag"),
    "REPORT_FEEDBACK": _("Återkoppling till den som anmält oro"),
}

LANGUAGES: Labels = {
    "sv": _("svenska"),
    "en": _("engelska"),
    "ar": _("arabiska"),
    "so": _("somaliska"),
    "uk": _("ukrainska"),
    "fa": _("persiska"),
    "ti": _("tigrinska"),
    "pl": _("polska"),
}


def label(table: Labels, code: str) -> str:
    """Give the words of a code; a code without words says itself, so that nothing is hidden."""
    return str(table.get(code, code))


def glass_reason(reason: str) -> str:
    """Say what an emergency opening was about: its kind in words, and what the person wrote."""
    kind, colon, words = reason.partition(": ")
    return f"{label(GLASS_KINDS, kind)}: {words}" if colon and kind in GLASS_KINDS else reason


def own_reason(reason: str) -> str:
    """Say a reason that the system gives by itself; a person's own stays as it was written."""
    if reason.startswith(LEAVE):
        return gettext("Vikarierar för %(name)s.") % {"name": reason.removeprefix(LEAVE)}
    return str(OWN_REASONS[reason]) if reason in OWN_REASONS else glass_reason(reason)
