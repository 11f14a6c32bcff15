"""Notices of the pages for children and guardians."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "svar-sparat": _("Det du har valt är sparat. Ingen annan ser det förrän du skickar."),
    "svar-skickat": _("Dina svar är skickade. Du kan ändra dig när du vill."),
    "samtycke-tillbaka": _("Du har tagit tillbaka ditt ja. Nu skickas inget nytt dit."),
    "besked-valt": _("Sparat. Så får du veta när det finns något nytt."),
    "ord-sparade": _("Det du har skrivit är sparat. Ingen annan ser det förrän du skickar."),
    "fraga-skickad": _("Din fråga är skickad till dem som läste. Svaret kommer här."),
    "stammer-inte": _("Skickat. Svaret visas här när det kommer."),
    "ord-skickade": _("Dina ord är skickade."),
}
