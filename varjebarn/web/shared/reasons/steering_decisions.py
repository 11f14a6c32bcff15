"""What decisions, answers, agreements and joining say when they say no."""

from django.utils.translation import gettext_lazy as _

from varjebarn.steering.decision_reasons import DecisionReason

SENTENCES = {
    DecisionReason.STATUS_AS_BEFORE: _("Beslutet har redan det läget."),
    DecisionReason.RESPONSIBLE_TWICE: _("Välj en ansvarig: en organisation eller en ledamot."),
    DecisionReason.CHANGE_NAMELESS: _("Skriv vad beslutet ändrar."),
    DecisionReason.CHANGE_NAMED_ALREADY: _("Det står redan att beslutet ändrar det."),
    DecisionReason.EARLIER_IS_ITSELF: _("Ett beslut kan inte vara sitt eget tidigare beslut."),
    DecisionReason.EARLIER_IS_LATER: _("Ett tidigare beslut kan inte vara fattat efter det här."),
    DecisionReason.EARLIER_NAMED_ALREADY: _("Beslutet står redan som ett tidigare beslut."),
    DecisionReason.NOTHING_PAST_DUE: _(
        "Inget beslut har passerat sin dag, eller så står de redan på dagordningen."
    ),
    DecisionReason.WORDING_AS_BEFORE: _("Texten är inte ändrad."),
    DecisionReason.CORRECTED_WITHOUT_REASON: _(
        "Skriv varför beslutets text rättas. Anteckningarna är inte längre ett utkast."
    ),
    DecisionReason.NO_MEETING_TO_RAISE_AT: _(
        "Det finns inget planerat möte att ta upp besluten på. Planera ett möte först."
    ),
    DecisionReason.ANALYSIS_NOT_YOURS: _(
        "Bara gruppens ledamöter och processledningen kan skriva analysen."
    ),
    DecisionReason.ANALYSIS_PUBLISHED: _("Analysen är publicerad och ändras inte längre."),
    DecisionReason.ANALYSIS_NOT_WHOLE: _(
        "Analysen är inte färdig. Skriv vilka barn det gäller, hur de har tillfrågats, hur det har vägts och hur det följs upp."
    ),
    DecisionReason.ANALYSIS_BEFORE_DECISION: _(
        "Analysen publiceras med beslutet, och inget är beslutat än."
    ),
    DecisionReason.NO_SUCH_ARTICLE: _(
        "Barnkonventionens artiklar om rättigheter har nummer 1 till 41."
    ),
    DecisionReason.PARTS_TOO_FEW: _("En nulägesanalys har minst två rubriker."),
    DecisionReason.PARTS_UNANSWERED: _("Skriv något under minst en rubrik."),
    DecisionReason.REMINDED_OUT_OF_ORDER: _(
        "Påminnelserna går ut i ordning, efter mötet och senast samma dag som svaret ska vara inne."
    ),
    DecisionReason.NOT_A_COLLEAGUE: _("Du kan bara be någon som arbetar i samma organisation."),
    DecisionReason.COLLEAGUE_ASKED_ALREADY: _("Kollegan är redan tillfrågad."),
    DecisionReason.OTHER_TEXT_MISSING: _(
        "Säg vilken den andra texten är: en i registret eller en annan."
    ),
    DecisionReason.TEXTS_ARE_ONE: _("En text kan inte säga emot sig själv. Välj en annan."),
    DecisionReason.SAYING_MISSING: _("Skriv vad båda texterna säger."),
    DecisionReason.SOLVED_ALREADY: _("Motsägelsen är redan löst."),
    DecisionReason.STANDS_THERE_ALREADY: _("Organisationen står redan där."),
    DecisionReason.JOINED_BACKWARDS: _("Dagen måste komma efter den senaste ändringen."),
    DecisionReason.JOINED_WITHOUT_DECISION: _("Säg vilket beslut det bygger på."),
}
