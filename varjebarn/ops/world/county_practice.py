"""What the organisations do in practice, in the demo: trials, a consultation, training, money."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.county_routes import write_routes
from varjebarn.ops.world.logins import People
from varjebarn.ops.world.sharing import ahead
from varjebarn.ops.world.story import MODEL
from varjebarn.practice.queries import latest_model
from varjebarn.steering import commands as c
from varjebarn.steering.models import Body, Lack, Tool, TrialStep

# Who tries it, where, planned start, and what happened since: a step, a day, a sentence.
TRIALS: Mapping[str, tuple[str, int, tuple[tuple[TrialStep, int, str], ...]]] = {
    "Växjö kommun": (
        "Björkskolan och Lindskolan",
        -150,
        (
            (TrialStep.STARTED, -148, ""),
            (TrialStep.WIDENED, -60, "Elevhälsan är med sedan i höst."),
            (TrialStep.OUTCOME, -20, "Barnen slipper berätta samma sak flera gånger."),
        ),
    ),
    "Region Kronoberg": (
        "BVC Teleborg och barnmorskorna",
        -150,
        (
            (TrialStep.STARTED, -140, ""),
            (TrialStep.OUTCOME, -25, "Hjulet hjälper samtalet, men tar tid att lära sig."),
        ),
    ),
    "Lessebo kommun": (
        "Kvarnskolan",
        -150,
        (
            (TrialStep.DELAYED, -150, "Väntade på att någon kunde leda planerna."),
            (TrialStep.STARTED, -70, ""),
        ),
    ),
    "Alvesta kommun": (
        "Alla förskolor",
        -120,
        (
            (TrialStep.STARTED, -120, ""),
            (TrialStep.WIDENED, -40, "Från två förskolor till alla."),
        ),
    ),
    "Ljungby kommun": ("Åbroskolan", -100, ((TrialStep.STARTED, -95, ""),)),
    "Markaryds kommun": ("Strömskolan", -30, ()),
    "Uppvidinge kommun": ("Granliden", 40, ()),
}
RATED = {
    "Växjö kommun": ((Tool.WHEEL, 5), (Tool.PLAN, 4), (Tool.TREE, 3), (Tool.CHILD_WORDS, 4)),
    "Region Kronoberg": ((Tool.WHEEL, 4), (Tool.TRIANGLE, 3)),
    "Alvesta kommun": ((Tool.WHEEL, 4), (Tool.PLAN, 2)),
}
TRAINED = {
    "Grundutbildning i modellen": (
        -140,
        {"Växjö kommun": 64, "Region Kronoberg": 41, "Alvesta kommun": 38, "Polismyndigheten": 6},
    ),
    "Att leda en plan": (-55, {"Växjö kommun": 12, "Ljungby kommun": 9, "Lessebo kommun": 4}),
    "Barnets egna ord": (-12, {"Växjö kommun": 22, "Tingsryds kommun": 7}),
    "Grundutbildning för polisen": (34, {}),
}
NEEDED = {
    "Växjö kommun": 240,
    "Region Kronoberg": 180,
    "Alvesta kommun": 60,
    "Ljungby kommun": 90,
    "Lessebo kommun": 35,
    "Polismyndigheten": 25,
    "Uppvidinge kommun": 40,
}
RISKS = (
    ("Lessebo kommun", Lack.TIME, "Ingen har tid att leda planer, så bara två är gjorda."),
    ("Markaryds kommun", Lack.MANDATE, "Kuratorn får inte kalla andra än skolan."),
    ("Uppvidinge kommun", Lack.RESOURCES, "Det finns inga vikarier under utbildningen."),
)


def tell_practice(
    people: People, bodies: Mapping[str, Body], ids: Mapping[str, UUID], on: date
) -> None:
    """Write the contact routes, the trials, a consultation, the training and the money."""
    with people.acting("process-leader") as petra:
        write_routes(petra, ids, on)
        _try_the_model(petra, ids, on)
    with people.acting("process-leader") as petra:
        _consult(petra, bodies, on)
        _train(petra, ids, on)
        _fund(petra, on)


def _try_the_model(petra: Actor, ids: Mapping[str, UUID], on: date) -> None:
    model = latest_model(MODEL)
    for organisation, (where, planned, happened) in TRIALS.items():
        trial = c.plan_trial(
            petra,
            organisation=ids[organisation],
            where=where,
            model=(model.id, model.version),
            planned_start=ahead(on, planned),
            today=on,
        )
        for step, days, text in happened:
            c.report_trial(petra, trial, step=step, on=ahead(on, days), text=text, today=on)
        for tool, rating in RATED.get(organisation, ()):
            c.rate_tool(petra, trial, tool=tool, rating=rating, today=on)


def _consult(petra: Actor, bodies: Mapping[str, Body], on: date) -> None:
    """Ask the working groups; two get longer, two have answered."""
    asked = {
        body: ahead(on, 30 if name in {"Arbetsgrupp Växjö", "Arbetsgrupp Ljungby"} else 9)
        for name, body in bodies.items()
        if name.startswith("Arbetsgrupp")
    }
    sent = c.send_consultation(
        petra,
        title="Praxismodellens frågor till barnet",
        text="Frågorna ska gå att använda från fyra års ålder. Varje fråga får en bild och en "
        "kortare formulering. Går det att arbeta så hos er, och vad saknas?",
        asked=asked,
        sent_on=ahead(on, -14),
    )
    answers = {
        "Arbetsgrupp Alvesta": "Bra för förskolan. Vi saknar bilder som fungerar utan färg.",
        "Arbetsgrupp Tingsryd": "Vi vill ha frågorna på fler språk.",
    }
    for one in sent.consulted.select_related("body"):
        if one.body.name in answers:
            c.answer_consultation(petra, one, text=answers[one.body.name], today=on)


def _train(petra: Actor, ids: Mapping[str, UUID], on: date) -> None:
    for title, (days, taken) in TRAINED.items():
        session = c.plan_training(
            petra, title=title, on=ahead(on, days), digital=days > 0, audience="Alla som möter barn"
        )
        for organisation, people in taken.items():
            c.count_trained(petra, session, organisation=ids[organisation], people=people, today=on)
    for organisation, people in NEEDED.items():
        c.state_need(petra, organisation=ids[organisation], people=people, today=on)
    for organisation, lack, text in RISKS:
        c.note_risk(
            petra, organisation=ids[organisation], lack=lack, text=text, today=ahead(on, -40)
        )


def _fund(petra: Actor, on: date) -> None:
    """Give posts that go on in a new period, and one that ends within six months."""
    first = c.register_funding(
        petra,
        title="Processledning",
        funder="Region Kronoberg och kommunerna",
        posts=Decimal("1.5"),
        valid_from=ahead(on, -700),
        valid_to=ahead(on, 37),
    )
    c.register_funding(
        petra,
        title="Processledning",
        funder="Region Kronoberg och kommunerna",
        posts=Decimal(2),
        valid_from=ahead(on, 37),
        valid_to=ahead(on, 767),
        continues=first,
    )
    c.register_funding(
        petra,
        title="Kommunikatör",
        funder="Region Kronoberg",
        posts=Decimal("0.5"),
        valid_from=ahead(on, -330),
        valid_to=ahead(on, 95),
    )
    c.register_funding(
        petra,
        title="Följeforskning",
        funder="Länets samverkan",
        crowns=900_000,
        valid_from=ahead(on, -200),
        valid_to=ahead(on, 530),
    )
