"""Notices of the county's documents, news and obstacles."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "lanet-utkast": _("Utkastet är sparat."),
    "lanet-forslag": _("Förslaget är publicerat och står på nästa dagordning."),
    "lanet-galler": _("Beslutet är infört."),
    "lanet-aktivitet": _("Aktiviteten är sparad."),
    "lanet-budskap": _("Budskapet är sparat."),
    "lanet-nyhet": _("Nyheten är publicerad."),
    "lanet-exempel": _("Exemplet är publicerat."),
    "lanet-tillbaka": _("Sidan är tillbakatagen."),
    "lanet-brev": _("Nyhetsbrevet är på väg."),
    "lanet-skickat": _("Tack. Gruppen har fått det, och svaret kommer hit."),
    "lanet-hinder": _("Sparat. Den som skickade ser vad ni skrev."),
    "lanet-besok": _("Raden är tillagd."),
    "lanet-forskning": _("Det är sparat."),
}
