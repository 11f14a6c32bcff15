"""What papers and invitations say when they say no."""

from django.utils.translation import gettext_lazy as _

from varjebarn.steering.paper_reasons import PaperReason as Reason

SENTENCES = {
    Reason.NOT_A_MEMBER: _("Bara gruppens ledamöter och länets processledning kan lägga till här."),
    Reason.PAPER_EMPTY: _("Filen är tom."),
    Reason.PAPER_TOO_BIG: _("Filen är för stor. Den får vara högst 5 MB."),
    Reason.PAPER_WRONG_KIND: _(
        "Filen är av ett slag som inte tas emot. Spara den som PDF och försök igen."
    ),
    Reason.PAPER_BROKEN: _("Filen är trasig och gick inte att öppna. Spara den på nytt."),
    Reason.PAPER_LOCKED: _("Filen är låst med ett lösenord. Spara den utan lösenord."),
    Reason.PAPER_CAN_RUN: _(
        "Filen innehåller makron, skript eller andra filer. Spara den som vanlig PDF."
    ),
    Reason.TOO_MANY_PAPERS: _("Mötet har redan så många handlingar som det får ha."),
    Reason.ITEM_OF_OTHER_MEETING: _("Punkten hör till ett annat möte."),
    Reason.PAPER_PUBLISHED_ALREADY: _("Handlingen är redan publicerad."),
    Reason.PAPER_WITHDRAWN: _("Handlingen är återtagen."),
    Reason.WITHDRAWN_WITHOUT_REASON: _("Skriv varför handlingen tas tillbaka."),
    Reason.ANSWERS_CLOSED: _("Sista svarsdagen har passerat, och organisationen har svarat."),
    Reason.TOO_MANY_ANSWER_FILES: _("Svaret har redan så många filer som det får ha."),
    Reason.ANSWER_FILE_REMOVED: _("Filen är redan borttagen."),
    Reason.MEETING_NOT_AHEAD: _(
        "Det går bara att kalla till ett planerat möte som inte har varit."
    ),
    Reason.CALLED_ALREADY: _("Kallelsen är redan på väg. Ändringar skickas av sig själva."),
    Reason.NOT_A_MAIL_ADDRESS: _("Skriv en e-postadress som namn@exempel.se."),
}
