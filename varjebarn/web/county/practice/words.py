"""The words of obstacles, visits and research."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

THEMES: Mapping[str, Promise] = {
    "time": gettext_lazy("Tid"),
    "mandate": gettext_lazy("Uppdrag och mandat"),
    "money": gettext_lazy("Pengar"),
    "secrecy": gettext_lazy("Sekretess och samtycke"),
    "technology": gettext_lazy("Teknik"),
    "cooperation": gettext_lazy("Samarbete mellan verksamheter"),
    "knowledge": gettext_lazy("Kunskap"),
    "other": gettext_lazy("Annat"),
}

STATES: Mapping[str, tuple[Promise, str]] = {
    "waiting": (gettext_lazy("Väntar på svar"), "waiting"),
    "answered": (gettext_lazy("Besvarad"), "done"),
    "closed": (gettext_lazy("Avslutad"), "done"),
}

STEPS: Mapping[str, Promise] = {
    "answered": gettext_lazy("Svar"),
    "closed": gettext_lazy("Avslutad"),
    "passed_on": gettext_lazy("Skickad vidare"),
}

VISITS: Mapping[str, Promise] = {
    "board": gettext_lazy("Politisk nämnd"),
    "authority": gettext_lazy("Myndighet"),
    "network": gettext_lazy("Nätverk"),
    "conference": gettext_lazy("Konferens"),
    "other": gettext_lazy("Annat"),
}

REQUESTS: Mapping[str, tuple[Promise, str]] = {
    "asked": (gettext_lazy("Väntar på presidiet"), "waiting"),
    "granted": (gettext_lazy("Ja"), "done"),
    "declined": (gettext_lazy("Nej"), "waiting"),
}


def age(days: int) -> str:
    """Say how old something is."""
    if days <= 0:
        return _("från i dag")
    return ngettext("%(count)d dag gammal", "%(count)d dagar gammal", days) % {"count": days}
