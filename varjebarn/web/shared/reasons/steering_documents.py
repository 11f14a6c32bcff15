"""What the county's documents, news and obstacles say when they say no."""

from django.utils.translation import gettext_lazy as _

from varjebarn.steering.document_reasons import DocumentReason as Reason

SENTENCES = {
    Reason.ONLY_MEMBERS: _("Bara de som sitter i gruppen och länets processledning kan göra det."),
    Reason.DOCUMENT_TITLE_TAKEN: _("Gruppen har redan ett dokument med det namnet."),
    Reason.TEXT_MISSING: _("En text saknas."),
    Reason.TEXT_UNCHANGED: _("Texten är den samma som i den senaste versionen."),
    Reason.PUBLISHED_ALREADY: _("Versionen är redan publicerad."),
    Reason.NOT_NEWEST_VERSION: _("Det finns en nyare version. Publicera den i stället."),
    Reason.NO_MEETING_TO_DECIDE: _(
        "Gruppen har inget planerat möte som kan besluta. Planera ett möte först."
    ),
    Reason.MEETING_GONE: _("Mötet har redan varit. Välj ett som ska komma."),
    Reason.NOT_PUBLISHED: _("Versionen måste publiceras innan den kan beslutas."),
    Reason.IN_FORCE_ALREADY: _("Versionen gäller redan, eller har en dag då den börjar gälla."),
    Reason.DECIDED_ELSEWHERE: _("Välj ett beslut från den punkt där versionen togs upp."),
    Reason.IN_FORCE_BEFORE_DECISION: _("En version kan inte gälla innan den är beslutad."),
    Reason.IN_FORCE_BACKWARDS: _("En senare version gäller redan från en senare dag."),
    Reason.OWNER_MISSING: _("Skriv vem som ansvarar."),
    Reason.ACTIVITY_WITHOUT_LENGTH: _("Sista dagen ligger före den första."),
    Reason.MILESTONE_IS_ONE_DAY: _("En milstolpe är en enda dag."),
    Reason.STOPPED_WITHOUT_REASON: _("Skriv varför aktiviteten avbryts."),
    Reason.MESSAGE_NOT_WHOLE: _("Skriv till vem, vad, på vilket sätt och vem som gör det."),
    Reason.TOLD_ALREADY: _("Det är redan markerat som gjort."),
    Reason.DAY_NOT_COME: _("Den dagen har inte kommit än."),
    Reason.LOOKS_LIKE_A_NUMBER: _(
        "Texten innehåller något som ser ut som ett personnummer. Ta bort det."
    ),
    Reason.PAGE_AS_BEFORE: _("Sidan är inte ändrad."),
    Reason.TAKEN_BACK_ALREADY: _("Sidan är redan tillbakatagen."),
    Reason.ONLY_NEWS_IS_MAILED: _("Bara nyheter skickas som nyhetsbrev."),
    Reason.MAILED_ALREADY: _("Nyheten är redan skickad som nyhetsbrev."),
    Reason.NOT_AN_ADDRESS: _("Skriv en e-postadress, till exempel namn@exempel.se."),
    Reason.ONLY_STAFF_SENDS: _("Bara den som är inloggad i sitt arbete kan skicka."),
    Reason.MORE_THAN_A_SENTENCE: _("Skriv en mening, högst 300 tecken."),
    Reason.SENT_TO_THE_TOP: _("Skicka till en arbetsgrupp. Den för vidare det som behövs."),
    Reason.TAKEN_UP_ALREADY: _("Den är redan besvarad eller avslutad."),
    Reason.PASSED_TO_ITSELF: _("Den ligger redan hos den gruppen. Välj en annan."),
    Reason.RESEARCH_DECIDED_ALREADY: _("Presidiet har redan svarat på den."),
    Reason.ONLY_GRANTED_ATTENDS: _("Bara den som har fått ja kan delta på möten."),
    Reason.DECLINED_WITHOUT_REASON: _("Skriv varför svaret är nej."),
    Reason.DECIDED_BEFORE_ASKED: _("Svaret kan inte vara äldre än frågan."),
}
