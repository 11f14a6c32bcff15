"""The words of consent: matters, what stands in for an answer, how one was given."""

from django.utils.translation import gettext_lazy as _

from varjebarn.web.staff.labels import Labels

MATTERS: Labels = {
    "everyday": _("Stödet i vardagen"),
    "health": _("Hälso- och sjukvård"),
    "psychiatry": _("Psykiatrisk eller psykologisk utredning eller behandling"),
    "outpatient": _("Öppen insats från socialtjänsten"),
    "contact_person": _("Kontaktperson eller kontaktfamilj"),
    "lss": _("Insats enligt 9 § 4, 5 eller 6 LSS"),
    "school": _("Val av skola eller förskola"),
    "crime": _("Förundersökning och rättegång"),
    "care": _("Vården enligt LVU"),
}
EVERYTHING = _("Alla frågor om barnet")

SUBSTITUTES: Labels = {
    "god_man": _("God man för ensamkommande barn"),
    "special_guardian": _("Särskilt förordnad vårdnadshavare"),
    "temporary_guardian": _("Tillfällig vårdnadshavare"),
    "special_representative": _("Särskild företrädare"),
    "social_board": _("Socialnämnden under vård enligt LVU"),
    "sheltered_guardian": _("Vårdnadshavaren i skyddat boende"),
}

STAND_INS: Labels = {
    "hindered": _("Förhindrad"),
    "decision_6_13a": _("Socialnämndens beslut"),
    "replaced": _("Ersatt av ställföreträdare"),
}

HOW: Labels = {"oral": _("Muntligt"), "paper": _("På papper"), "screen": _("Själv, här")}


def matters_in_words(matters: frozenset[str]) -> tuple[str, ...]:
    """Name matters in the order of the list."""
    if "everything" in matters:
        return (str(EVERYTHING),)
    return tuple(str(words) for matter, words in MATTERS.items() if matter in matters)
