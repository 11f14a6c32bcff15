"""Why something about a child's file was refused, in sentences."""

from django.utils.translation import gettext_lazy as _

from varjebarn.people.reasons import Reason

SENTENCES = {
    Reason.ONLY_STAFF: _("Bara den som arbetar i verksamheten kan göra det här."),
    Reason.REASON_MISSING: _("Skriv varför du behöver det. Orsaken sparas i loggen."),
    Reason.REASON_TOO_SHORT: _(
        "Skriv orsaken med några fler ord, så att den som granskar loggen förstår den."
    ),
    Reason.ROLE_UNKNOWN: _("Välj en roll i listan."),
    Reason.SOURCE_MISSING: _("Skriv hur du har kontrollerat vem som är vårdnadshavare."),
    Reason.NO_DUTY: _("Ditt uppdrag omfattar inte arbete med enskilda barn."),
}
