"""What has just been done with papers and calls."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "handling-tillagd": _("Handlingen är tillagd som utkast. Ledamöterna kan läsa den."),
    "handling-publicerad": _("Handlingen är publicerad. Alla kan läsa den."),
    "handling-tillbaka": _("Handlingen är återtagen."),
    "kallelse": _("Kallelsen skickas nu till dem som har en adress."),
    "adresser": _("Adresserna är sparade."),
    "brev-ja": _("Du får brev om mötena igen."),
    "brev-nej": _("Du får inga fler brev om mötena."),
}
