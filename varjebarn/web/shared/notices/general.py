"""Notices that any slice may use."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "sparat": _("Sparat."),
    "skickat": _("Skickat."),
    "borttaget": _("Borttaget."),
    "bytt-uppdrag": _("Du har bytt uppdrag."),
    "utloggad": _("Du är utloggad."),
    "demo-borjar-om": _("Berättelsen börjar om. Allt är som i början."),
}
