"""What the county's register says when it says no."""

from django.utils.translation import gettext_lazy as _

from varjebarn.steering.reasons import Reason

SENTENCES = {
    Reason.ONLY_COUNTY_DUTY: _("Bara länets processledning kan skriva här."),
    Reason.NAME_MISSING: _("Ett namn saknas."),
    Reason.NAME_TAKEN: _("Det finns redan en grupp med det namnet."),
    Reason.REPORTS_DOWNWARD: _("En grupp rapporterar till sin egen nivå eller högre."),
    Reason.SEAT_HAS_NO_DAY: _("Platsen måste gälla minst en dag."),
    Reason.SITS_ALREADY: _("Personen har redan en plats i gruppen då."),
    Reason.CHAIR_TAKEN: _("Gruppen har redan en ordförande då."),
    Reason.SUBSTITUTE_IN_OTHER_BODY: _("En ersättare ersätter någon i samma grupp."),
    Reason.MEETING_WITHOUT_LENGTH: _("Mötet måste sluta efter att det börjar."),
    Reason.DAY_TAKEN: _("Gruppen har redan ett möte den dagen."),
    Reason.NO_DAYS: _("Skriv minst en dag."),
    Reason.NO_LATER_MEETING: _(
        "Det finns inget planerat möte att skjuta upp till. Planera ett möte först."
    ),
    Reason.MEETING_HELD_ALREADY: _("Mötet är redan genomfört."),
    Reason.MEETING_DAY_NOT_COME: _("Mötets dag har inte kommit än."),
    Reason.NOBODY_PRESENT: _("Minst en person måste vara närvarande."),
    Reason.PRESENT_AND_ABSENT: _("Samma person kan inte vara både närvarande och frånvarande."),
    Reason.LISTED_TWICE: _("Samma person står med två gånger."),
    Reason.NO_SEAT_THAT_DAY: _("Alla som räknas upp måste ha en plats i gruppen den dagen."),
    Reason.STOOD_IN_FOR_PRESENT: _("Den som är närvarande kan inte ha en ersättare på samma möte."),
    Reason.MEETING_CANCELLED: _("Mötet är inställt."),
    Reason.CANCELLED_WITHOUT_REASON: _("Skriv varför mötet ställs in."),
    Reason.CHAIR_WITHOUT_SEAT: _("Den som leder mötet måste ha en plats i gruppen den dagen."),
    Reason.MOVED_BEFORE_WHAT_WAITS: _(
        "En punkt har skjutits upp hit från ett senare möte. Välj en dag efter det."
    ),
    Reason.MINUTES_EMPTY: _("Filen är tom."),
    Reason.MINUTES_WAIT_ALREADY: _("Samma text väntar redan på att granskas."),
    Reason.MINUTES_WAIT_NO_LONGER: _(
        "Anteckningarna väntar inte längre. Någon har fört in dem eller tagit bort dem."
    ),
    Reason.TITLE_MISSING: _("En rubrik saknas."),
    Reason.ITEM_CLOSED: _("Punkten är redan avslutad."),
    Reason.OUTCOME_HAS_ITS_OWN_ACT: _(
        "Beslut och uppskjutna punkter skrivs in var för sig, inte som ett vanligt avslut."
    ),
    Reason.POSTPONED_WITHOUT_REASON: _("Skriv varför punkten skjuts upp."),
    Reason.POSTPONED_TO_OTHER_BODY: _("En punkt skjuts upp till ett möte i samma grupp."),
    Reason.POSTPONED_TO_HELD: _("Det mötet är redan genomfört. Välj ett som ska komma."),
    Reason.POSTPONED_BACKWARDS: _("En punkt skjuts upp till ett senare möte."),
    Reason.NOT_IN_THE_BODY: _("Bara den som har en plats i gruppen kan göra det här."),
    Reason.RAISED_BY_MISSING: _("Skriv vem som väcker frågan."),
    Reason.PROPOSAL_ANSWERED: _("Förslaget är redan besvarat."),
    Reason.NOT_YOUR_PROPOSAL: _("Bara den som föreslog punkten kan ta tillbaka den."),
    Reason.AGENDA_IS_CALLED: _(
        "Kallelsen till mötet är skickad. Hör av dig till den som håller i dagordningen."
    ),
    Reason.DECLINED_WITHOUT_REASON: _("Skriv varför förslaget inte tas upp."),
    Reason.PREPARATION_EMPTY: _(
        "Skriv en bakgrund, ett förslag till beslut eller vilka som har hörts."
    ),
    Reason.NO_PLACE_THERE: _("Punkten kan inte flyttas längre åt det hållet."),
    Reason.STANDING_ALREADY: _("Den punkten återkommer redan på varje möte."),
    Reason.STANDING_ENDED: _("Punkten återkommer redan inte längre."),
    Reason.MINUTES_BEGUN: _("Det finns redan anteckningar från mötet."),
    Reason.MINUTES_PUBLISHED: _("Anteckningarna är publicerade och ändras inte mer."),
    Reason.MINUTES_APPROVED: _("Anteckningarna är redan godkända."),
    Reason.MINUTES_NOT_APPROVED: _("Anteckningarna måste godkännas innan de publiceras."),
    Reason.APPROVED_AT_OTHER_BODY: _("Anteckningar godkänns på ett möte i samma grupp."),
    Reason.APPROVED_TOO_EARLY: _("Anteckningar godkänns på ett senare möte."),
    Reason.CHANGES_MISSING: _("Texten är ändrad. Skriv vad som ändrades."),
    Reason.CHANGED_WITHOUT_WORDS: _("Ändringen är inte införd i texten. Ändra texten också."),
    Reason.DECISION_IN_TEXT: _(
        "Beslut skrivs i beslutsregistret och hämtas därifrån. Skriv dem inte i texten också."
    ),
    Reason.DRAFT_SAVED_BY_OTHER: _(
        "Någon annan har sparat medan du skrev. Läs igenom och spara igen."
    ),
    Reason.MEETING_NOT_HELD: _("Mötet är inte genomfört än."),
    Reason.WORDING_MISSING: _("Skriv vad som beslutades."),
    Reason.DUE_BEFORE_MEETING: _("Dagen ligger före mötet."),
    Reason.MODEL_NOT_PUBLISHED: _("Den versionen av modellen finns inte."),
    Reason.FOLLOWED_UP_ALREADY: _("Beslutet är redan uppföljt."),
    Reason.FOLLOWED_UP_TOO_SOON: _("Ett beslut följs upp efter mötet, inte före."),
    Reason.QUESTION_MISSING: _("Skriv frågan."),
    Reason.NOBODY_TO_ASK: _(
        "Ingen organisation har en plats i gruppen, så det finns ingen att fråga."
    ),
    Reason.ANSWER_EMPTY: _("Skriv ett svar."),
    Reason.NOT_ASKED: _("Organisationen hade ingen plats i gruppen när frågan ställdes."),
    Reason.NOT_YOUR_ORGANISATION: _("Du kan bara svara för en organisation som du företräder."),
    Reason.ANSWERED_ALREADY: _("Organisationen har redan svarat."),
    Reason.TOO_FEW_PARTIES: _("En överenskommelse har minst två parter."),
    Reason.AGREEMENT_HAS_NO_DAY: _("Överenskommelsen måste gälla minst en dag."),
    Reason.NO_LONGER: _("En förlängning måste gälla längre än överenskommelsen redan gör."),
    Reason.EXTENDED_BY_IT_ALREADY: _("Beslutet har redan förlängt överenskommelsen."),
    Reason.BODY_ENDED: _("Gruppen har upphört."),
    Reason.REPORTS_IN_A_CIRCLE: _(
        "Gruppen kan inte rapportera till sig själv, inte ens genom andra."
    ),
    Reason.DAY_TO_COME: _("Dagen har inte kommit än."),
    Reason.ENDS_BEFORE_IT_BEGINS: _("Det slutar före det börjar."),
    Reason.SEAT_ENDED: _("Platsen tar redan slut då eller tidigare."),
    Reason.EXPECTED_ALREADY: _("Yrket söks redan där."),
    Reason.GIVER_MISSING: _("Säg vem som ger uppdraget."),
    Reason.HOLDER_MISSING: _("Säg vem som får uppdraget."),
    Reason.GIVEN_TO_ITSELF: _("En grupp ger inte sig själv ett uppdrag."),
    Reason.TIME_SHARE_OUTSIDE: _("Tiden är mellan 1 och 100 procent av en tjänst."),
    Reason.MANDATE_ENDED: _("Uppdraget är avslutat."),
    Reason.ACCEPTED_ALREADY: _("Uppdraget är redan antaget."),
    Reason.NOT_YOUR_BODY: _("Du kan bara göra det för en grupp som du sitter i."),
    Reason.WAY_MISSING: _("Skriv telefon, e-post eller webbsida."),
    Reason.ROUTE_ENDED: _("Kontaktvägen är borttagen."),
    Reason.TRIAL_STEP_DONE: _("Testet har redan börjat."),
    Reason.TRIAL_NOT_STARTED: _("Testet har inte börjat än."),
    Reason.TRIAL_FINISHED: _("Testet är avslutat."),
    Reason.RATING_OUTSIDE: _("Betyget är mellan 1 och 5."),
    Reason.TEXT_MISSING: _("Skriv en text."),
    Reason.CLOSED_BEFORE_IT_OPENS: _("Sista dagen ligger före den dag remissen skickas."),
    Reason.NOBODY_TRAINED: _("Antalet är för litet."),
    Reason.RISK_ENDED: _("Det är redan åtgärdat."),
    Reason.FUNDING_HAS_NO_DAY: _("Finansieringen måste gälla minst en dag."),
    Reason.NO_SUCH_HEADING: _("Årsrapporten har ingen sådan rubrik."),
    Reason.YEAR_NOT_BEGUN: _("Året har inte börjat än."),
    Reason.CORRECTION_WITHOUT_REASON: _(
        "Rapporten är redan publicerad. Skriv vad som rättas, så kommer den som en ny utgåva."
    ),
}
