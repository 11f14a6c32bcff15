"""Notices of the county's work."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "lanet-svar": _("Svaret är lämnat."),
    "lanet-uppskjuten": _("Punkten är uppskjuten. Den följer med till det möte du valde."),
    "lanet-uppfoljt": _("Beslutet är markerat som uppföljt."),
    "lanet-planerat": _("Mötena är planerade."),
    "lanet-punkt": _("Punkten står på dagordningen."),
    "lanet-genomfort": _("Mötet är nedskrivet. Anteckningarna är klara att läsa."),
    "lanet-inlast": _("Mötet är infört i registret ur sina anteckningar."),
}
