"""What the handbook says: the roles, their tasks, and the pages where each is done."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page where a task is done, by the name of its address."""

    text: Words
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One task: what to do, step by step, and what is good to know."""

    key: str
    title: Words
    steps: tuple[Words, ...]
    note: Words = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role, and its page."""

    key: str
    title: Words
    lead: Words
    tasks: tuple[Task, ...]


OVERVIEW = Place(text=_("Länets arbete"), name="county:overview")
MEETINGS = Place(text=_("Alla möten"), name="county:meetings")
SEARCH = Place(text=_("Sök i länets arbete"), name="county:search")
ANNUAL = Place(text=_("Årsrapporter"), name="county:annual_years")
OLD_MINUTES = Place(text=_("Läs in gamla anteckningar"), name="county:read")

FIND = Task(
    key="hitta",
    title=_("Hitta ett beslut eller en punkt"),
    steps=(
        _("Öppna sökningen och skriv ett ord. Början av ordet räcker."),
        _("Välj en sort, till exempel beslut, om träffarna är många."),
    ),
    note=_("Utkast visas bara för dem som har en plats i en grupp."),
    places=(SEARCH,),
)

SECRETARY = Role(
    key="sekreterare",
    title=_("För sekreteraren"),
    lead=_("Du planerar mötena, skriver ner dem och ställer samman året."),
    tasks=(
        Task(
            key="arets-moten",
            title=_("Planera årets möten"),
            steps=(
                _("Öppna gruppen och välj Planera möten."),
                _("Skriv alla dagar på en gång. Skriv digitalt efter en dag som är det."),
                _("Läs dagarna som de är förstådda. Stämmer de, välj Planera."),
            ),
            places=(OVERVIEW,),
        ),
        Task(
            key="dagordningen",
            title=_("Ställ samman dagordningen"),
            steps=(
                _("Öppna mötet och välj Lägg till en punkt."),
                _("Punkter som sköts upp förra gången står redan där, med sin ålder."),
            ),
            places=(MEETINGS,),
        ),
        Task(
            key="skriv-ner",
            title=_("Skriv ner mötet"),
            steps=(
                _("Öppna mötet samma dag och välj Skriv ner mötet."),
                _("Kryssa vilka som är med, och vem som ersätter vem."),
                _("Säg för varje punkt vad det blev av den. Skriv besluten ordagrant."),
                _("Välj Skriv ner mötet. Anteckningarna är då skrivna."),
            ),
            note=_("Dagar, närvaro och beslut hämtas ur registret. De kan inte bli olika."),
            places=(MEETINGS,),
        ),
        Task(
            key="gamla-anteckningar",
            title=_("Läs in gamla anteckningar"),
            steps=(
                _("Ladda upp filen, eller klistra in texten."),
                _("Jämför texten med det som hittades, och rätta."),
                _("Godkänn. Inget förs in innan du har sett det."),
            ),
            places=(OLD_MINUTES,),
        ),
        Task(
            key="arsrapporten",
            title=_("Gör årsrapporten"),
            steps=(
                _(
                    "Öppna årets utkast. Möten, närvaro, beslut och väntande punkter står redan där."
                ),
                _("Skriv bara det som inte står i registret, under rätt rubrik."),
                _("Läs sidan till presidierna. Den är gjord av samma uppgifter."),
                _("Välj Publicera rapporten. En rättelse blir en ny utgåva."),
            ),
            places=(ANNUAL,),
        ),
        FIND,
    ),
)

MEMBER = Role(
    key="ledamot",
    title=_("För ledamöter"),
    lead=_("Du sitter i en grupp för din organisation."),
    tasks=(
        Task(
            key="infor-motet",
            title=_("Förbered dig inför mötet"),
            steps=(
                _("Öppna nästa möte och läs dagordningen."),
                _("Se vad som har skjutits upp, och hur länge det har väntat."),
            ),
            places=(OVERVIEW, MEETINGS),
        ),
        Task(
            key="svara",
            title=_("Svara för din organisation"),
            steps=(
                _("Logga in och öppna frågan bland återrapporterna."),
                _("Välj Svara. Varje organisation svarar en gång."),
            ),
            note=_("Skriv inget om enskilda barn. Svaret blir öppet för alla."),
            places=(OVERVIEW,),
        ),
        Task(
            key="efter-motet",
            title=_("Läs vad som bestämdes"),
            steps=(
                _("Öppna mötet och läs anteckningarna."),
                _("Varje beslut har en egen sida, med ansvarig och dag."),
            ),
            places=(MEETINGS,),
        ),
        Task(
            key="aret",
            title=_("Läs om året"),
            steps=(_("Öppna årsrapporten. Som ledamot ser du också utkastet."),),
            places=(ANNUAL,),
        ),
        FIND,
    ),
)

PROCESS_LEADER = Role(
    key="processledare",
    title=_("För processledare"),
    lead=_("Du håller ihop länets arbete mellan mötena."),
    tasks=(
        Task(
            key="det-som-vantar",
            title=_("Se vad som väntar"),
            steps=(
                _("Läs det som väntar, de öppna besluten och vem som inte har svarat."),
                _("Ta upp det på nästa möte, eller skjut upp det med ett skäl."),
            ),
            places=(OVERVIEW,),
        ),
        Task(
            key="folj-upp",
            title=_("Följ upp ett beslut"),
            steps=(
                _("Öppna beslutet och välj Följ upp beslutet."),
                _("Skriv vad det blev av det."),
            ),
            places=(OVERVIEW, SEARCH),
        ),
        Task(
            key="grupper",
            title=_("Håll ordning på grupperna"),
            steps=(
                _("Se om någon grupp inte rapporterar till någon."),
                _("Öppna gruppen för att se vilka som sitter där."),
            ),
            places=(OVERVIEW,),
        ),
        Task(
            key="beratta",
            title=_("Berätta för nämnderna"),
            steps=(
                _("Öppna årets utkast och välj En sida till presidierna."),
                _("Skriv det som ska stå först. Resten hämtas ur registret."),
                _("Publicera, och skicka sidan som PDF."),
            ),
            places=(ANNUAL,),
        ),
        FIND,
    ),
)

ROLES = (SECRETARY, MEMBER, PROCESS_LEADER)
