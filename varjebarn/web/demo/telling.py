"""The guided story in ten steps: what happens, why, whose eyes, and where the button leads."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step. `sides` are two persons and their places, shown beside each other."""

    title: Promise
    happens: Promise
    why: Promise
    slug: str
    place: str
    button: Promise
    sides: tuple[tuple[str, str], ...] = ()


STEPS: tuple[Step, ...] = (
    Step(
        title=_("Tor lägger märke till något"),
        happens=_(
            "Tor skriver ner två saker som är svåra för Alva och en som fungerar, och lämnar det till Lena."
        ),
        why=_("Den som ser något ska kunna säga det lätt, och alltid få veta vad det blev av det."),
        slug="teacher",
        place="signal",
        button=_("Se det som Tor skrev, och svaret han fick"),
    ),
    Step(
        title=_("Lena bedömer och frågar"),
        happens=_(
            "Lena ser att flera behöver hjälpas åt, och frågar familjen vem som får veta vad."
        ),
        why=_(
            "Ingen verksamhet får lämna uppgifter om Alva till en annan utan stöd i lag eller familjens ja (OSL 10:1)."
        ),
        slug="principal",
        place="consents",
        button=_("Se frågan och svaren som Lena ser dem"),
    ),
    Step(
        title=_("Karin svarar, en verksamhet i taget"),
        happens=_(
            "Karin säger ja till skolan, skolsköterskan och socialtjänsten, och nej till polisen."
        ),
        why=_(
            "Ett ja gäller det man har frågat om, dem man har namngett och till en viss dag, och det går alltid att ta tillbaka (OSL 12:2)."
        ),
        slug="guardian",
        place="my-consents",
        button=_("Se vad Karin har sagt ja till"),
    ),
    Step(
        title=_("Alva säger det själv"),
        happens=_(
            "Alva svarar på tre frågor med ansikten och egna ord, och får veta vilka som kommer att läsa dem."
        ),
        why=_(
            "Barn har rätt att säga sin mening i allt som rör dem, och bli tagna på allvar (barnkonventionen, artikel 12)."
        ),
        slug="child",
        place="my-words",
        button=_("Se Alvas ord som hon skrev dem"),
    ),
    Step(
        title=_("Noor lägger till sin del"),
        happens=_(
            "Skolsköterskan, bakom en annan sekretess, lägger till det hon har sett, och Lena skriver planen med två mål och tre insatser."
        ),
        why=_(
            "Information går mellan verksamheter som ett meddelande som någon har beslutat om, aldrig som en gemensam akt."
        ),
        slug="nurse",
        place="copy",
        button=_("Öppna Noors kopia av planen"),
        sides=(("principal", "plan"), ("nurse", "copy")),
    ),
    Step(
        title=_("Planen når dem som har en del i den"),
        happens=_(
            "Tor ser sin insats i skolans plan, och Signe får en egen kopia och svarar att hennes insats har börjat."
        ),
        why=_(
            "Alla arbetar efter samma plan, och var och en ser bara det som familjen har sagt ja till."
        ),
        slug="teacher",
        place="plan",
        button=_("Öppna planen som Tor"),
        sides=(("teacher", "plan"), ("social-worker", "copy")),
    ),
    Step(
        title=_("Karin ändrar sig"),
        happens=_(
            "Karin tar tillbaka sitt ja för socialtjänsten: nästa version når Noor men inte Signe."
        ),
        why=_(
            "Ett återtaget ja stoppar allt nytt genast. Det som redan har lämnats finns kvar, och är märkt så."
        ),
        slug="social-worker",
        place="copy",
        button=_("Se vad Signe får veta"),
        sides=(("nurse", "copy"), ("social-worker", "copy")),
    ),
    Step(
        title=_("Familjen läser, och en utomstående hittar ingenting"),
        happens=_(
            "Karin läser planen och ser vilka som har läst. Ulf arbetar på samma skola men är inte med, och för honom finns sidan inte."
        ),
        why=_(
            "Att arbeta på samma ställe öppnar ingen akt: bara den som arbetar med barnet kan läsa."
        ),
        slug="guardian",
        place="readings",
        button=_("Se vem som har läst"),
        sides=(("guardian", "family-plan"), ("outsider", "hidden-plan")),
    ),
    Step(
        title=_("Länet har bestämt vad som prövas"),
        happens=_(
            "Styrgruppen har beslutat att en version av praxismodellen testas. Från beslutet når man versionen, och där står hur många planer som följer den."
        ),
        why=_(
            "Ett beslut ska gå att följa hela vägen till praktiken, som ett antal och utan något barns namn."
        ),
        slug="process-leader",
        place="decision",
        button=_("Öppna beslutet som Petra"),
    ),
    Step(
        title=_("Länet ser vad som väntar"),
        happens=_(
            "En uppskjuten punkt visar sin ålder, och en fråga visar vem som ännu inte har svarat."
        ),
        why=_("Det som skjuts upp eller tystnar ska synas, så att någon tar tag i det."),
        slug="process-leader",
        place="county",
        button=_("Öppna länets arbete som Petra"),
    ),
)
