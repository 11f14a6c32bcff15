"""Why something about people and assignments was refused, in sentences."""

from django.utils.translation import gettext_lazy as _

from varjebarn.organisations.reasons import Reason

SENTENCES = {
    Reason.ONLY_KEEPER: _("Bara den som sköter verksamhetens behörigheter kan göra det här."),
    Reason.NOT_ONESELF: _("Ingen kan ge sig själv ett uppdrag eller avsluta sitt eget."),
    Reason.DUTY_UNKNOWN: _("Välj minst en uppgift i listan."),
    Reason.TITLE_MISSING: _("Skriv en titel för uppdraget."),
    Reason.NAME_MISSING: _("Skriv vad personen heter."),
    Reason.STATEMENT_LACKS_ITEM: _(
        "Tillgänglighetsredogörelsen saknar något som den måste innehålla. Fyll i det först."
    ),
    Reason.COUNTY_DUTY_NOT_HERE: _("Uppgifter för hela länet delas inte ut i en verksamhet."),
}
