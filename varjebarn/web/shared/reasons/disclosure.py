"""Why a disclosure or a consent was refused, in sentences."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from varjebarn.disclosure.reasons import Reason

SENTENCES: Mapping[Reason, Promise] = {
    # The ground
    Reason.GROUND_UNKNOWN: _("Den rättsliga grunden finns inte i listan."),
    Reason.GROUND_BY_PHONE: _(
        "Det är bråttom: ring polisen på 112 direkt. Skriv sedan i er egen akt vad ni lämnade och varför."
    ),
    Reason.GROUND_IN_OWN_CASE: _(
        "Den som är part får insyn i ert eget ärende, från er egen akt. Barnet och vårdnadshavaren kan du dela med här ändå, på deras egna grunder."
    ),
    Reason.GROUND_ONCE: _(
        "Det beslutas en gång för hela verksamheten, när avtalet med leverantören skrivs, och aldrig för ett barn."
    ),
    Reason.GROUND_ON_PAPER: _(
        "Med förbehåll lämnar ni ut skriftligt, från er egen akt. En förening kan få en del med samtycke och förbehåll härifrån: välj ”Till en förening” på barnets sida."
    ),
    Reason.GROUND_OUTSIDE: _(
        "Den som ska ha uppgifterna finns inte i Varje barn. Lämna ut dem från er egen akt, och skriv där vad ni lämnade och varför."
    ),
    Reason.GROUND_SWITCHED_OFF: _("Den rättsliga grunden är avstängd i Varje barn."),
    Reason.AREA_UNKNOWN: _("Det är inte känt vilken sekretess som skyddar innehållet."),
    Reason.AREA_EXCLUDED: _("Lagen undantar uttryckligen de här uppgifterna från grunden."),
    Reason.AREA_NOT_ALLOWED: _("Grunden bryter inte all sekretess som skyddar innehållet."),
    Reason.NO_RECIPIENT: _("Ingen mottagare är namngiven."),
    Reason.RECIPIENT_NOT_ALLOWED: _("Grunden gäller inte alla mottagare du har valt."),
    Reason.AGE_NOT_KNOWN: _("Grunden har en åldersgräns, och födelsedatum saknas."),
    Reason.AGE_REACHED: _("Personen har nått åldern då grunden slutar gälla."),
    Reason.NO_DECIDER: _("Det måste stå vem som beslutar, och när."),
    Reason.NO_CONTENT: _("Det finns inget innehåll att lämna ut."),
    Reason.NO_PURPOSE: _("Skriv vad mottagaren behöver uppgifterna till."),
    Reason.RECIPIENT_SECRECY_NOT_SHOWN: _(
        "Läs först vilken sekretess som skyddar uppgifterna hos mottagaren."
    ),
    Reason.FIELD_MISSING: _("Grunden kräver ett svar som saknas."),
    Reason.NOT_CONFIRMED: _("Grunden kräver en bekräftelse som saknas."),
    Reason.NOT_A_CHOICE: _("Välj ett av svaren i listan."),
    Reason.WEIGHING_MISSING: _("Skriv vad du har vägt in och varför."),
    # The duty
    Reason.DUTY_UNKNOWN: _("Välj vilken uppgiftsskyldighet det gäller."),
    Reason.DUTY_AREA_EXCLUDED: _("Lagen undantar de här uppgifterna från uppgiftsskyldigheten."),
    Reason.DUTY_AREA_NOT_ALLOWED: _(
        "Uppgiftsskyldigheten gäller inte den här verksamhetens uppgifter."
    ),
    Reason.DUTY_RECIPIENT_NOT_ALLOWED: _("Uppgiftsskyldigheten gäller inte mot den mottagaren."),
    Reason.DUTY_NEEDS_REQUEST: _(
        "Uppgiftsskyldigheten gäller bara på begäran. Skriv vem som begärde, och när."
    ),
    Reason.DUTY_WEIGHING_MISSING: _(
        "Uppgiftsskyldigheten kräver en avvägning. Skriv vad du kom fram till."
    ),
    # What the product narrows
    Reason.FAMILY_COUNSELLING_STAYS_OUTSIDE: _(
        "Uppgifter från familjerådgivningen lämnas aldrig ut här."
    ),
    Reason.CONCERN_REPORT_NOT_TO_FAMILY: _(
        "En orosanmälan skickas aldrig till familjen härifrån. Socialtjänsten berättar om den."
    ),
    Reason.CONCERN_REPORT_STAYS: _("En orosanmälan är aldrig en del av en plan."),
    Reason.CIVIL_SOCIETY_ONLY_BY_CONSENT: _("En förening kan bara få uppgifter med samtycke."),
    Reason.OFFENCE_DATA_TO_CIVIL_SOCIETY: _("Uppgifter om brott lämnas aldrig till en förening."),
    Reason.CIVIL_SOCIETY_GETS_ONE_PART: _(
        "En förening har ingen inloggning här. Den kan få en del av planen genom en länk eller på papper."
    ),
    Reason.OUTSIDE_ONLY_TO_ASSOCIATIONS: _("Så här lämnas bara en del till en förening."),
    Reason.OUTSIDE_ONE_PART: _("En förening får en enda del av planen. Välj vilken."),
    Reason.OUTSIDE_NEVER_PROTECTED: _(
        "Barnet har skyddade personuppgifter. Inget om barnet lämnas till någon utan inloggning."
    ),
    Reason.OUTSIDE_HOLDS_NUMBER: _(
        "Det står ett personnummer i texten. Ta bort det ur planen innan du lämnar delen."
    ),
    Reason.OUTSIDE_NEEDS_NAME: _("Skriv namnet på den ledare som ska få delen."),
    Reason.OUTSIDE_NEEDS_RESERVATION: _("Skriv förbehållet som ledaren ska godta först."),
    Reason.OUTSIDE_LAST_DAY: _("Välj en sista dag från i dag och högst 31 dagar framåt."),
    Reason.OUTSIDE_HAS_ENDED: _("Delen är avslutad, öppnad eller har nått sin sista dag."),
    Reason.OUTSIDE_ANSWER_MISSING: _("Skriv vad ledaren svarade."),
    Reason.OUTSIDE_SAID_BY_ANOTHER: _(
        "Skriv vem som svarade. Du skriver in svaret åt någon annan, inte åt dig själv."
    ),
    Reason.OFFENCE_DATA_NOT_ALLOWED: _("Den här verksamheten får inte skriva uppgifter om brott."),
    Reason.FAMILY_ONLY_BY_FAMILY_GROUNDS: _(
        "Grunden är inte till för att lämna uppgifter till barnet eller vårdnadshavaren."
    ),
    Reason.CRIME_PURPOSE_FROM_SOCIAL: _(
        "Socialtjänsten använder de särskilda grunderna för brott i stället."
    ),
    Reason.CONCERN_HAS_ITS_OWN_WAY: _("En orosanmälan görs på sin egen sida, inte här."),
    Reason.DUTY_FULFILLED_ELSEWHERE: _("Den skyldigheten fullgörs utanför Varje barn."),
    Reason.SHARED_ANYWAY: _(
        "Det som behövs kan delas ändå. Fråga inte om samtycke. Berätta för familjen i stället."
    ),
    Reason.UNTOLD_NEEDS_REASON: _("Skriv varför ingen i familjen ska få veta det nu."),
    Reason.MUST_NOT_BE_TOLD: _(
        "Familjen ska inte få veta det härifrån: en brottsutredning kan ta skada."
    ),
    Reason.NOT_SHARED_NEEDS_REASON: _("Skriv varför du inte delar."),
    Reason.ONLY_THE_HEAD_DECIDES: _(
        "Bara chefen för er verksamhet beslutar på den här grunden. Be chefen besluta, eller dela med samtycke."
    ),
    Reason.SECOND_PERSON_MISSING: _(
        "Hos er är uppgifter hemliga om det inte står klart att ingen lider men. Då måste en person till pröva det, och det görs i er egen akt. Här delar du med samtycke eller på en annan grund."
    ),
    Reason.NOT_SAME_AUTHORITY: _("Grunden gäller bara inom samma myndighet."),
    Reason.NOT_SAME_PRINCIPAL: _("Grunden gäller bara inom samma kommun eller samma region."),
    Reason.NOT_SAME_MUNICIPALITY: _("Grunden gäller bara inom samma kommun."),
    # What a consent covers
    Reason.NO_LIVE_CONSENT: _("Det finns inget samtycke som gäller i dag."),
    Reason.CONSENT_NOT_BEGUN: _("Samtycket har inte börjat gälla."),
    Reason.CONSENT_ENDED: _("Samtycket har slutat gälla."),
    Reason.CONSENT_OTHER_PURPOSE: _("Samtycket gäller något annat än det du ska lämna ut för."),
    Reason.CONSENT_UNIT_NOT_COVERED: _("Samtycket omfattar inte alla som skulle ha delat."),
    Reason.CONSENT_PART_NOT_COVERED: _("Samtycket omfattar inte alla delar du har valt."),
    # When a consent is complete
    Reason.NO_GUARDIAN_KNOWN: _("Ingen vårdnadshavare som kan svara finns i akten."),
    Reason.NEEDS_GUARDIAN: _("Alla vårdnadshavare har inte svarat ännu."),
    Reason.GUARDIAN_SAID_NO: _("En vårdnadshavare har sagt nej."),
    Reason.NO_ACTUAL_YES: _("Minst en vårdnadshavare måste själv ha sagt ja."),
    Reason.HINDERED_NEEDS_DETAILS: _(
        "Skriv varför vårdnadshavaren är förhindrad, varför det inte kan vänta och att beslutet inte är ingripande."
    ),
    Reason.REPLACED_NEEDS_DETAILS: _("Skriv vem som ersätter vårdnadshavaren och var det står."),
    Reason.DECISION_NEEDS_DETAILS: _(
        "Skriv vilket beslut enligt 6 kap. 13 a § föräldrabalken det är och vilken insats det gäller."
    ),
    Reason.DECISION_OTHER_MEASURE: _(
        "Beslutet enligt 6 kap. 13 a § föräldrabalken gäller en annan insats."
    ),
    Reason.CHILD_NOT_HEARD: _("Barnet har inte fått säga sitt, och skälet till det saknas."),
    Reason.CHILD_OBJECTS: _(
        "Barnet vill inte. Prata med barnet igen; tills barnet svarar något annat delas inget."
    ),
    Reason.CHILD_MUST_CONSENT: _("Den unga måste själv säga ja."),
    Reason.ASSESSMENT_NOT_COMPLETE: _(
        "Mognadsbedömningen är inte färdig: alla fält och en person till behövs."
    ),
    Reason.ASSESSMENT_NOT_AT_THIS_AGE: _(
        "I den här åldern kan en mognadsbedömning inte ersätta vårdnadshavarnas svar."
    ),
    Reason.HARM_NOT_AT_THIS_AGE: _(
        "Att det skulle skada den unga att berätta för en vårdnadshavare räknas först från 15 år."
    ),
    Reason.HINDERED_HAS_ANSWERED: _(
        "Vårdnadshavaren har sagt nej och är alltså inte förhindrad att svara."
    ),
    Reason.DECISION_NOT_FOR_THIS: _(
        "Socialnämnden kan bara besluta om de insatser som står i 6 kap. 13 a § föräldrabalken. Samtycket gäller inte en sådan insats."
    ),
    Reason.NO_SUCH_STAND_IN: _("Inget sådant kan ersätta en vårdnadshavares svar."),
    Reason.ASKED_BEFORE_18: _("Den unga har fyllt 18 år. Fråga den unga själv."),
    # How an answer by other means was given
    Reason.NOT_YET: _("Dagen har inte varit än."),
    Reason.HEARD_BY_MISSING: _("Skriv vem som hörde svaret eller tog emot papperet."),
    Reason.PAPER_TOO_BIG: _("Filen är för stor. Den får vara högst 5 MB."),
    Reason.PAPER_WRONG_KIND: _("Filen är ingen PDF, JPEG eller PNG."),
    # Who acts in a guardian's place
    Reason.SUBSTITUTE_UNKNOWN: _("Välj vilken sorts ställföreträdare det är."),
    Reason.SUBSTITUTE_NEEDS_MATTERS: _("Välj vilka frågor ställföreträdaren bestämmer i."),
    Reason.SUBSTITUTE_OTHER_MATTERS: _(
        "En sådan ställföreträdare bestämmer inte i alla de frågor du har valt."
    ),
    Reason.SUBSTITUTE_NEEDS_SOURCE: _(
        "Skriv vilket beslut det är: vem som beslutade, när och nummer."
    ),
    Reason.SUBSTITUTE_NEEDS_NAME: _("Skriv vem som är ställföreträdare."),
    Reason.SUBSTITUTE_NEEDS_LOGIN: _("Skriv ställföreträdarens personnummer."),
    Reason.SUBSTITUTE_HAS_NO_LOGIN: _(
        "Socialnämnden loggar inte in här. Svaret förs in som det kom."
    ),
    Reason.SUBSTITUTE_REPLACES_NOBODY: _("Välj vilken vårdnadshavare som ersätts."),
    Reason.SUBSTITUTE_ENDS_FIRST: _("Sista dagen ligger före den första."),
    # What nobody is offered
    Reason.GUARDIAN_CANNOT_BLOCK: _(
        "En vårdnadshavare kan inte spärra uppgifter om sitt barn inne i en verksamhet."
    ),
    Reason.CONSENT_IS_NO_BASIS: _(
        "Ett samtycke är aldrig grunden för att en verksamhet har uppgifter."
    ),
    Reason.NOTHING_TO_BLOCK: _("I den verksamheten finns ingen spärr i lagen."),
    # How long a guardian sees what was given
    Reason.GUARDIAN_VIEW_CLOSED: _(
        "Vårdnadshavarens insyn är stängd tills barnet och teamet är överens om att öppna den."
    ),
    Reason.GUARDIAN_VIEW_ENDED: _("Den unga är 18 år. Vårdnadshavare får inget mer."),
    # What stands beside a record
    Reason.ONLY_FAMILY_OBJECTS: _("Det är barnet eller en vårdnadshavare som säger det här."),
    Reason.OBJECTION_TO_NOTHING: _("Välj vad det är som inte stämmer."),
    Reason.OBJECTION_WITHOUT_WORDS: _("Skriv vad som inte stämmer."),
    Reason.NOT_AN_OBJECTION: _("Det här är ingen invändning."),
    Reason.OBJECTION_ANSWERED: _("Invändningen är redan besvarad."),
    Reason.ANSWER_WITHOUT_WORDS: _("Skriv ert svar."),
    Reason.NOT_TAKEN_IN: _("Ta emot det först. Sedan kan ni ange ert eget nummer."),
    Reason.NUMBER_MISSING: _("Skriv ert eget ärendenummer."),
    Reason.MARK_WITHOUT_PROVISION: _("Skriv vilken bestämmelse om sekretess som kan gälla."),
    Reason.MARK_WITHOUT_AUTHORITY: _("Skriv vilken myndighet som gör markeringen."),
    Reason.MARK_IN_FUTURE: _("Dagen för markeringen kan inte ligga framåt i tiden."),
    # What is kept from a guardian
    Reason.WITHHOLDING_NEEDS_REASON: _("Skriv varför."),
    Reason.WITHHOLDING_NEEDS_SOMEBODY: _("Välj vem det ska döljas för."),
    Reason.WITHHOLDING_NOT_A_GUARDIAN: _(
        "Välj bland de vårdnadshavare och föräldrar som står i akten."
    ),
    Reason.WITHHOLDING_NEEDS_ITS_PROVISION: _(
        "Välj ett stöd som gäller för det: vistelseort har egna bestämmelser."
    ),
    Reason.WHEREABOUTS_NAME_THE_GUARDIANS: _(
        "Ett beslut om hemlig vistelseort gäller namngivna vårdnadshavare eller föräldrar."
    ),
    Reason.PLACE_NOT_TO_BE_TOLD: _(
        "Vårdnadshavaren får inte veta var barnet är. Det här säger det: ta det på annat sätt."
    ),
    Reason.PLACE_IS_NAMED: _(
        "En skola eller verksamhet nämns i texten, och platsen är hemlig för en vårdnadshavare. Skriv om den."
    ),
    Reason.NO_YES_REACHES_IT: _(
        "Något i innehållet hålls tillbaka för en vårdnadshavare. Ett ja från vårdnadshavare räcker inte till det."
    ),
    Reason.WITHHELD_FROM_GUARDIAN: _("Det hålls tillbaka för den här vårdnadshavaren."),
    Reason.REVIEW_NOT_AHEAD: _("Välj en dag framåt i tiden för omprövningen."),
    Reason.REVIEW_TOO_LATE: _("Ompröva tidigare: högst tolv månader fram, sex vid en utredning."),
    Reason.REVIEW_TOO_LATE_LVU: _(
        "Ompröva tidigare: ett beslut enligt 14 § LVU ska omprövas minst var tredje månad."
    ),
    Reason.REVIEW_TOO_LATE_SHELTER: _(
        "Ompröva tidigare: i skyddat boende ska beslutet omprövas minst var sjätte månad."
    ),
    # Feedback to a reporter
    Reason.FEEDBACK_ONLY_FROM_SOCIAL: _("Bara socialtjänsten lämnar den här återkopplingen."),
    Reason.FEEDBACK_ONLY_TO_REPORTER: _(
        "Återkopplingen går bara till den som har lämnat uppgiften."
    ),
    Reason.FEEDBACK_ONLY_THREE: _(
        "Återkopplingen får bara säga en av tre saker: utredning inledd, inte inledd eller redan pågående."
    ),
    Reason.FEEDBACK_NOT_DECIDED: _("Dagen för beslutet har inte kommit än."),
    Reason.FEEDBACK_GIVEN: _("Återkopplingen är redan lämnad."),
}
