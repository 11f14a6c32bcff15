"""What the county's decisions led to: who is responsible, what is late, what contradicts, who has joined.

Done as Petra after the meetings have been told (county.py), in our own words.
"""

from datetime import date

from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.county import SEATS
from varjebarn.ops.world.logins import People
from varjebarn.ops.world.sharing import ahead
from varjebarn.organisations.models import Organisation
from varjebarn.steering import commands as c
from varjebarn.steering.commands import Impact
from varjebarn.steering.models import (
    Activity,
    AgendaItem,
    Agreement,
    Body,
    ChangedKind,
    DecisionRecord,
    Standing,
)

PARTS = ("Ekonomi", "Resurser", "Tidplan", "Vad som behövs")
STATES = {
    "Alvesta kommun": (
        "Pengar finns till nästa sommar.",
        "En halv tjänst, delad mellan skola och socialtjänst.",
        "Alla förskolor före jul, skolorna i vår.",
        "Ett beslut om vad som händer efter sommaren.",
    ),
    "Lessebo kommun": (
        "Inga egna pengar. Arbetet ryms i det vanliga.",
        "Två som kan leda en plan, båda nya.",
        "Började i höst, ett halvår senare än tänkt.",
        "",
    ),
    "Region Kronoberg": (
        "Bekostas av verksamheterna själva.",
        "BVC har tid, barn- och ungdomspsykiatrin har det inte.",
        "Följer kommunerna, en i taget.",
        "Handledning, och ett svar om vem som betalar tolk.",
    ),
}
STANDINGS = {
    "Alvesta kommun": (("tests", -420), ("joined", -60)),
    "Lessebo kommun": (("principles", -500), ("tests", -80)),
    "Ljungby kommun": (("tests", -170),),
    "Markaryds kommun": (("principles", -300),),
    "Region Kronoberg": (("tests", -420), ("joined", -160)),
    "Tingsryds kommun": (("tests", -170),),
    "Växjö kommun": (("tests", -420), ("joined", -172)),
    "Älmhults kommun": (("tests", -170),),
    "Polismyndigheten": (("principles", -172),),
}
"""Uppvidinge stands outside, and nothing is noted of it."""


def tell_decided(people: People, on: date) -> None:
    """Tell what became of the decisions, and where everybody stands."""
    with people.acting("process-leader") as petra:
        _follow(petra, on)
        _weigh(petra, on)
    with people.acting("process-leader") as petra:
        _agree(petra, on)
        _ask_how_it_stands(petra, on)
    with people.acting("process-leader") as petra:
        _join(petra, on)


def _decision(beginning: str) -> DecisionRecord:
    every = DecisionRecord.objects.select_related("item__meeting", "item__first")
    return next(one for one in every if one.wording.startswith(beginning))


def _follow(petra: Actor, on: date) -> None:
    """Say who is responsible; let one be under way and one be late."""
    prolonging, home = _decision("Gällande överenskommelser"), _decision("Överenskommelser, avtal")
    c.complete_decision(petra, prolonging, due=prolonging.due, about_the_young=True)
    c.begin_decision(petra, prolonging)
    c.name_earlier(petra, prolonging, earlier=home)
    days = _decision("De föreslagna mötesdagarna")
    c.complete_decision(petra, days, due=ahead(on, -4))
    testing = _decision("Delar av praxismodellen")
    c.complete_decision(petra, testing, due=ahead(on, 60), about_the_young=True)
    tried = Activity.objects.get(title="Test av Barnets plan")
    c.name_change(
        petra, testing, kind=ChangedKind.ACTION, label=tried.title, target=tried.public_id
    )


def _weigh(petra: Actor, on: date) -> None:
    """Write what the tests mean for children; the prolonged agreements have no such analysis."""
    analysis = c.write_analysis(
        petra,
        _decision("Delar av praxismodellen").item,
        says=Impact(
            whom="Alla barn i länet till och med 18 år. Mest berörs de som behöver stöd från flera.",
            asked_how="Två elevråd och en ungdomsgrupp fick läsa ett kort utkast och svara i samtal.",
            said="De vill slippa berätta samma sak flera gånger, och veta vem som har läst.",
            gains="Stöd tidigare, en plan i stället för flera, en vuxen som håller ihop.",
            costs="Fler kan komma att veta om barnet. Personalens tid tas från annat under testet.",
            articles=(3, 12, 16),
            weighing="Testet görs i liten skala och bara med samtycke, så att det går att avbryta.",
            follow_up="Efter ett år, med samma grupper av unga.",
        ),
        on=on,
    )
    c.publish_analysis(petra, analysis, on=on)


def _agree(petra: Actor, on: date) -> None:
    """Two texts that don't go together, and an agreement that lapses soon."""
    ids = dict(Organisation.objects.values_list("name", "public_id"))
    plans = c.register_agreement(
        petra,
        title="Arbetet med samordnad individuell plan",
        parties=[ids[name] for name in SEATS if name != "Polismyndigheten"],
        valid_from=ahead(on, -800),
        valid_to=ahead(on, 500),
        revise_by=ahead(on, 300),
    )
    c.mark_contradiction(
        petra,
        Agreement.objects.get(title="Samverkan kring barn och unga som placeras"),
        says="Socialtjänsten samordnar alla insatser kring barnet.",
        other=plans,
        other_says="Den som först ser behovet samordnar, tills man har kommit överens om annat.",
        owner=Body.objects.get(name="Tvärgrupp barn och unga"),
    )
    c.register_agreement(
        petra,
        title="Polisens medverkan i länets arbete för barn och unga",
        parties=[ids[name] for name in ("Polismyndigheten", "Växjö kommun", "Region Kronoberg")],
        valid_from=ahead(on, -660),
        valid_to=ahead(on, 71),
        revise_by=ahead(on, 40),
    )


def _ask_how_it_stands(petra: Actor, on: date) -> None:
    """Ask for an analysis at the postponed item of the next meeting; three have answered so far."""
    item = AgendaItem.objects.select_related("meeting__body").get(
        title="Nulägesanalys från varje organisation", outcome=""
    )
    asked = c.ask_analysis(
        petra,
        item,
        title="Nulägesanalys inför nästa handlingsplan",
        parts=PARTS,
        due=item.meeting.date,
        reminders=(item.meeting.date, item.meeting.date),
    )
    ids = dict(Organisation.objects.values_list("name", "public_id"))
    for name, texts in STATES.items():
        c.answer_analysis(petra, asked, organisation=ids[name], parts=texts, today=on)


def _join(petra: Actor, on: date) -> None:
    ids = dict(Organisation.objects.values_list("name", "public_id"))
    testing = _decision("Delar av praxismodellen")
    for name, steps in STANDINGS.items():
        for standing, days in steps:
            by_county = standing == Standing.TESTS and ahead(on, days) >= testing.item.meeting.date
            c.note_joining(
                petra,
                organisation=ids[name],
                standing=Standing(standing),
                since=ahead(on, days),
                decision=testing if by_county else None,
                decided_by="" if by_county else "Eget beslut i organisationens ledning",
            )
