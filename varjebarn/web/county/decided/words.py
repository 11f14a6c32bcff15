"""The words of the register of decisions: states, what is changed, articles of the Convention."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# How far a decision has come, and how its tag looks.
STATES: Mapping[str, tuple[Promise, str]] = {
    "open": (_("Öppet"), "going"),
    "under_way": (_("Under arbete"), "going"),
    "followed_up": (_("Uppföljt"), "done"),
    "lapsed": (_("Gäller inte längre"), "waiting"),
}
LATE = _("Tiden har gått ut")

CHANGES: Mapping[str, Promise] = {
    "agreement": _("Överenskommelse"),
    "action": _("Aktivitet i handlingsplanen"),
    "indicator": _("Indikator"),
    "document": _("Dokument"),
}

# Articles of the Convention on the Rights of the Child that such matters touch most, in our own words.
ARTICLES: Mapping[int, Promise] = {
    2: _("Artikel 2: alla barn har samma rättigheter"),
    3: _("Artikel 3: barnets bästa kommer i främsta rummet"),
    6: _("Artikel 6: liv och utveckling"),
    12: _("Artikel 12: barnet får säga vad det tycker och blir hört"),
    9: _("Artikel 9: att inte skiljas från sina föräldrar"),
    16: _("Artikel 16: privatliv"),
    18: _("Artikel 18: föräldrarnas ansvar och stöd till dem"),
    19: _("Artikel 19: skydd mot våld"),
    23: _("Artikel 23: barn med funktionsnedsättning"),
    24: _("Artikel 24: hälsa och vård"),
    28: _("Artikel 28: utbildning"),
    31: _("Artikel 31: vila, lek och fritid"),
}


def article(number: int) -> str:
    """Name an article, or number it."""
    known = ARTICLES.get(number)
    return str(known) if known is not None else str(_("Artikel %(number)d")) % {"number": number}
