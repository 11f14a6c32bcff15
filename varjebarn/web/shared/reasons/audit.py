"""Why something about the log's review was refused, in sentences."""

from django.utils.translation import gettext_lazy as _

from varjebarn.audit.reasons import Reason

SENTENCES = {
    Reason.ONLY_REVIEWER: _("Bara den som granskar verksamhetens logg kan göra det här."),
    Reason.NOT_ONES_OWN: _("Ingen granskar det hen själv har läst. Det gör en annan granskare."),
    Reason.ONLY_THE_READER: _("Bara den som har läst kan förklara varför."),
    Reason.NOT_ASKED: _("Du har redan svarat, eller så har ingen frågat."),
    Reason.DONE_ALREADY: _("Granskningen är redan avslutad."),
    Reason.OUTCOME_UNKNOWN: _("Välj vad granskningen kom fram till."),
    Reason.WORDS_MISSING: _("Skriv med egna ord."),
    Reason.NOT_EXPLAINED: _("Den som läste har inte förklarat än. Fråga först."),
    Reason.ONLY_FAMILY: _("Bara barnet och vårdnadshavare frågar här."),
    Reason.ASKED_ALREADY: _("Du har redan frågat om det här. Svaret har inte kommit än."),
    Reason.ANSWERED_ALREADY: _("Frågan har redan fått ett svar."),
    Reason.PERIOD_BACKWARDS: _("Den sista dagen ligger före den första. Byt plats på dem."),
    Reason.NOTHING_CHOSEN: _("Välj vad utdraget ska gälla."),
}
