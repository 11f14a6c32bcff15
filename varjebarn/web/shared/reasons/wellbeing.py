"""Why something about a signal or an assessment was refused, in sentences."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varjebarn.wellbeing.reasons import Reason

SENTENCES: Mapping[Reason, Promise] = {
    # Noticing
    Reason.FILE_FIRST: _("Mottagningen behöver först avgöra vilken akt signalen hör till."),
    Reason.NOTHING_NOTICED: _("Skriv minst en sak som du har lagt märke till."),
    Reason.DIMENSION_NOT_IN_MODEL: _("En av anteckningarna hör till en del som hjulet inte har."),
    Reason.NOTE_IS_EMPTY: _("En av anteckningarna är tom. Skriv något i den, eller ta bort den."),
    Reason.DAY_TO_COME: _("Dagen då du lade märke till det kan inte ligga framåt i tiden."),
    # Reading
    Reason.STAYS_IN_ITS_UNIT: _("En signal läses bara i den verksamhet där den skrevs."),
    Reason.ONLY_STAFF: _("Det här är till för den som arbetar med barn."),
    # Handing on
    Reason.NOT_OF_THIS_UNIT: _("Personen arbetar inte i din verksamhet."),
    Reason.NO_CONTACT_DUTY: _("Personen är inte barnensbästa-ansvarig i din verksamhet."),
    Reason.HANDED_ALREADY: _("Signalen har redan lämnats vidare eller bedömts."),
    Reason.ASSESSED_ALREADY: _("Signalen är redan bedömd."),
    Reason.OWN_UNIT_NEEDS_NO_QUESTION: _(
        "Inom din egen verksamhet behöver familjen inte frågas. Lämna signalen till en kollega."
    ),
    Reason.ASKED_ALREADY: _("Familjen har redan fått frågan om den här signalen."),
    Reason.NOT_ASKED: _("Familjen har inte fått frågan om den här signalen får lämnas dit."),
    Reason.NO_YES_YET: _("Det finns inget ja som räcker för att lämna signalen dit."),
    # Receiving from another unit, and answering it
    Reason.NOT_A_SIGNAL: _("Det som har kommit är inte något som uppmärksammats."),
    Reason.RECEIVED_ALREADY: _("Det är redan inlagt i akten."),
    Reason.NOT_RECEIVED: _("Det skrevs här. Den som såg det läser svaret på sin egen sida."),
    Reason.ANSWERED_ALREADY: _("Svaret är redan skickat."),
    Reason.ANSWER_NO_LONGER_COVERED: _(
        "Familjens ja gäller inte längre, så svaret kan inte skickas."
    ),
    # Assessing
    Reason.NO_SIGNAL: _("Välj minst en signal att bedöma."),
    Reason.ANOTHER_CHILD: _("Signalerna hör inte till samma barn."),
    Reason.ONLY_CONTACT: _("Bara den som är barnensbästa-ansvarig bedömer och avslutar signaler."),
    Reason.TREE_NOT_FINISHED: _("Svara på frågorna hela vägen fram till ett vägval."),
    Reason.REASON_MISSING: _(
        "Skriv varför. Det behövs när något lämnas över, och när inget ska göras."
    ),
    Reason.AUTHOR_NOT_TOLD: _("Skriv några ord till den som lade märke till det."),
    Reason.QUESTION_NOT_IN_MODEL: _("Ett av svaren hör till en fråga som modellen inte har."),
    # Closing
    Reason.NOT_ASSESSED: _("Signalen behöver bedömas innan den avslutas."),
    Reason.CLOSED_ALREADY: _("Signalen är redan avslutad."),
}
