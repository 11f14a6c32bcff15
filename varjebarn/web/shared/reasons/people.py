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
    Reason.LANGUAGE_UNKNOWN: _("Välj ett språk i listan. Skriv tolkens språk med ord."),
    Reason.ONLY_FAMILY: _("Bara barnet eller en vårdnadshavare kan välja det här."),
    Reason.MAIL_ADDRESS_NEEDED: _("Skriv en e-postadress, till exempel namn@exempel.se."),
    Reason.TELEPHONE_NEEDED: _("Skriv ett mobilnummer, till exempel 070-123 45 67."),
    Reason.NO_DUTY: _("Ditt uppdrag omfattar inte arbete med enskilda barn."),
    Reason.KEY_NOT_ALLOWED: _(
        "Du kan bara söka på namn, personnummer, samordningsnummer eller er egen beteckning."
    ),
    Reason.WANTED_TOO_SHORT: _("Skriv minst två tecken."),
    Reason.TOO_MANY_SEARCHES: _(
        "Du har sökt många gånger den senaste timmen. Vänta en stund. "
        "Är det bråttom: be en kollega eller ring."
    ),
    Reason.GLASS_KIND_UNKNOWN: _("Välj vad det gäller."),
    Reason.NOT_CONFIRMED: _("Kryssa i att du förstår att öppningen granskas."),
    Reason.ONLY_MANAGER: _("Bara den som leder verksamheten kan göra det här."),
    Reason.NOT_ONESELF: _(
        "Ingen släpper in sig själv. Be en kollega som är med kring barnet, eller en annan chef."
    ),
    Reason.DAY_PASSED: _("Dagen har redan varit. Välj i dag eller en senare dag."),
    Reason.ENDS_BEFORE_IT_BEGINS: _("Den sista dagen är före den första. Ändra en av dem."),
    Reason.FILES_ARE_ONE: _("Välj två olika akter."),
    Reason.MANAGER_LOWERS_PROTECTION: _("Bara verksamhetens chef sänker eller tar bort skyddet."),
    Reason.NOT_PROTECTED: _(
        "Barnet har inga skyddade personuppgifter. Ta med kollegan som vanligt."
    ),
    Reason.FILE_JOINED: _(
        "Den här akten är ihopslagen med en annan och finns kvar för att läsas. Öppna akten som gäller, och skriv där."
    ),
    Reason.FILE_PROTECTED: _(
        "En akt med skyddade personuppgifter slås inte ihop med en annan här."
    ),
    Reason.SAME_PERSON: _("Välj en annan kollega än den som är borta."),
    Reason.NUMBER_IN_REASON: _(
        "Skriv inget personnummer i orsaken: den sparas i loggen. Skriv den utan nummer."
    ),
}
