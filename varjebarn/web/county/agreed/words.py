"""The words of agreements and joining: states in words, never a colour alone."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from varjebarn.steering.rules import LAPSES_SOON
from varjebarn.steering.values import AgreementLine

# Where an organisation stands, and how its tag looks: none of them is a warning.
STANDINGS: Mapping[str, tuple[Promise, str]] = {
    "outside": (gettext_lazy("Står utanför"), "waiting"),
    "principles": (gettext_lazy("Bara principerna"), "going"),
    "tests": (gettext_lazy("Testar"), "going"),
    "joined": (gettext_lazy("Har anslutit sig"), "done"),
}
STANDING_HINTS: Mapping[str, Any] = {
    "outside": gettext_lazy("Arbetar på sitt eget sätt. Samma lagar gäller."),
    "principles": gettext_lazy("Delar synsättet, men använder inte modellen."),
    "tests": gettext_lazy("Prövar delar av modellen i någon verksamhet."),
    "joined": gettext_lazy("Använder modellen och har tagit på sig det som hör till."),
}


def holding(line: AgreementLine, *, today: date) -> tuple[str, str]:
    """Say whether an agreement holds, with how its tag looks."""
    if line.last_day < today:
        return _("Gäller inte längre"), "waiting"
    if line.valid_from > today:
        return _("Gäller inte än"), "waiting"
    if line.last_day - today <= timedelta(days=LAPSES_SOON):
        left = (line.last_day - today).days
        words = ngettext("Går ut om %(count)d dag", "Går ut om %(count)d dagar", left)
        return (words % {"count": left} if left else _("Gäller sista dagen i dag")), "late"
    return (_("Gäller, förlängd") if line.is_extended else _("Gäller")), "going"
