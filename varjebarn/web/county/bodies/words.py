"""The words of the map, of what is missing, and of mandates."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from varjebarn.steering.queries import Gap, GapKind
from varjebarn.web.county import words

# Each says what is missing; the names are filled in.
GAPS: Mapping[GapKind, Promise] = {
    GapKind.LEVEL_EMPTY: gettext_lazy("Ingen grupp finns på %(level)s"),
    GapKind.ORGANISATION_OUTSIDE: gettext_lazy("%(name)s sitter inte i någon grupp"),
    GapKind.PROFESSION_IN_BODY: gettext_lazy("%(name)s är inte företrädd i %(place)s"),
    GapKind.PROFESSION_ON_LEVEL: gettext_lazy("%(name)s är inte företrädd på %(level)s"),
    GapKind.ORPHAN: gettext_lazy("%(name)s rapporterar inte till någon"),
    GapKind.BODY_EMPTY: gettext_lazy("%(name)s har inga ledamöter"),
    GapKind.NO_MANDATE: gettext_lazy("%(name)s har inte fått sitt uppdrag av någon"),
    GapKind.NO_RESOURCES: gettext_lazy("Uppdraget ”%(name)s” har varken tid eller resurser"),
    GapKind.OVERDUE: gettext_lazy("Uppdraget ”%(name)s” skulle ha varit klart %(day)s"),
    GapKind.HOLDER_ENDED: gettext_lazy(
        "Uppdraget ”%(name)s” ligger hos %(place)s, som har upphört"
    ),
    GapKind.MEETS_AFTER_END: gettext_lazy("%(name)s har upphört men har möten planerade"),
}

WHAT_TO_DO: Mapping[GapKind, Promise] = {
    GapKind.LEVEL_EMPTY: gettext_lazy("Bilda en grupp"),
    GapKind.ORGANISATION_OUTSIDE: gettext_lazy("Ge någon därifrån en plats"),
    GapKind.PROFESSION_IN_BODY: gettext_lazy("Ge någon med yrket en plats"),
    GapKind.PROFESSION_ON_LEVEL: gettext_lazy("Ge någon med yrket en plats"),
    GapKind.ORPHAN: gettext_lazy("Säg vem gruppen rapporterar till"),
    GapKind.BODY_EMPTY: gettext_lazy("Ge någon en plats"),
    GapKind.NO_MANDATE: gettext_lazy("Ge gruppen ett uppdrag"),
    GapKind.NO_RESOURCES: gettext_lazy("Skriv tid eller resurser"),
    GapKind.OVERDUE: gettext_lazy("Avsluta uppdraget eller flytta dagen"),
    GapKind.HOLDER_ENDED: gettext_lazy("Avsluta uppdraget och ge det till någon annan"),
    GapKind.MEETS_AFTER_END: gettext_lazy("Planera om mötena i en annan grupp"),
}

ON_LEVEL: Mapping[str, Promise] = {
    "strategic": gettext_lazy("strategisk nivå"),
    "tactical": gettext_lazy("taktisk nivå"),
    "operative": gettext_lazy("operativ nivå"),
}


def gap_words(gap: Gap, *, today: date) -> str:
    """Say what is missing: "EMI är inte företrädd i Styrgruppen"."""
    level = gap.place or gap.name
    return str(GAPS[gap.kind]) % {
        "name": gap.name,
        "place": gap.place,
        "level": ON_LEVEL.get(level, ""),
        "day": "" if gap.day is None else words.short_day(gap.day, today=today),
    }


def levels_without(levels: tuple[str, ...]) -> str:
    """Say on which levels an organisation has no seat."""
    if not levels:
        return ""
    return _("Ingen plats på %(levels)s") % {
        "levels": words.listed(str(ON_LEVEL[level]) for level in levels)
    }
