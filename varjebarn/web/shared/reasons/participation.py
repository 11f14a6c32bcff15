"""Why something about a view was refused, in sentences."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varjebarn.participation.reasons import Reason

SENTENCES: Mapping[Reason, Promise] = {
    # Asking
    Reason.NOTHING_ASKED: _("Välj minst en fråga, eller skriv en egen."),
    Reason.QUESTION_NOT_IN_MODEL: _("En av frågorna finns inte i praxismodellen."),
    Reason.NO_LOGIN: _(
        "Personen kan inte svara här själv ännu. Fråga när ni träffas och skriv ner svaret."
    ),
    Reason.WITHOUT_CUSTODY: _(
        "Frågan går bara till den som är vårdnadshavare. Någon annan kan berätta när ni träffas."
    ),
    Reason.FILE_FIRST: _("Mottagningen behöver först avgöra vilken akt det här hör till."),
    # Answering
    Reason.NOTHING_SAID: _("Välj ett ansikte, skriv något eller säg att du inte vill svara nu."),
    Reason.NOT_ASKED: _("Svaret hör till en fråga som inte ställdes."),
    Reason.ANSWERED_TWICE: _("Samma fråga har fått två svar. Välj ett av dem."),
    Reason.FACE_NOT_ON_SCALE: _("Det ansiktet finns inte bland dem man kan välja."),
    Reason.FACE_AND_SKIP: _("Välj ett ansikte eller att du inte vill svara nu, inte båda."),
    # Taking in and writing down
    Reason.NOT_WORDS: _("Det som skickades är ett svar om samtycke och ingen berättelse."),
    Reason.TAKEN_IN_ALREADY: _("Orden finns redan bland det som barnet och familjen har sagt."),
    Reason.DAY_TO_COME: _("Dagen har inte varit ännu. Välj en dag som har varit."),
    Reason.OCCASION_MISSING: _("Skriv när det sades: vid vilket möte eller samtal."),
    # What came of it
    Reason.INFLUENCE_MISSING: _("Skriv vad som blev annorlunda, eller varför inget blev det."),
    Reason.TOLD_BEFORE_SAID: _("Den dagen var innan det här sades. Välj en senare dag."),
    Reason.TOLD_BACK_ALREADY: _(
        "Det har redan berättats vad som hände, så det går inte att ändra."
    ),
    Reason.TAKEN_BACK: _("Den som sa det har tagit tillbaka det."),
    # The plan
    Reason.CHILD_NOT_HEARD: _(
        "Planen behöver barnets egna ord, eller skälet till att de inte gick att få."
    ),
}
