"""Notices of the county's work."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "lanet-svar": _("Svaret är lämnat."),
    "lanet-kollega": _("Din kollega kan nu svara på frågan. Säg till att den finns här."),
    "lanet-fraga": _("Frågan är ställd till alla organisationer i gruppen."),
    "lanet-overenskommelse": _("Överenskommelsen är registrerad."),
    "lanet-forlangd": _("Överenskommelsen är förlängd. Beslutet syns här och i registret."),
    "lanet-motsagelse": _("Motsägelsen är markerad i båda texterna."),
    "lanet-lost": _("Motsägelsen är löst genom beslutet."),
    "lanet-anslutning": _("Ändringen är antecknad. Det som stod förut finns kvar i historiken."),
    "lanet-uppskjuten": _("Punkten är uppskjuten. Den följer med till det möte du valde."),
    "lanet-uppfoljt": _("Det står nu hur långt beslutet har kommit."),
    "lanet-kompletterat": _("Beslutet är kompletterat."),
    "lanet-kopplat": _("Kopplingen är sparad."),
    "lanet-analys": _("Utkastet är sparat. Det läses av gruppens ledamöter."),
    "lanet-analys-publicerad": _("Barnkonsekvensanalysen är publicerad."),
    "lanet-planerat": _("Mötena är planerade."),
    "lanet-punkt": _("Punkten står på dagordningen."),
    "lanet-genomfort": _("Mötet är nedskrivet. Anteckningarna är klara att läsa."),
    "lanet-inlast": _("Mötet är infört i registret ur sina anteckningar."),
}
