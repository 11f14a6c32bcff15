"""The county's steering as its notes have it, in our own words and with invented people.

Done as Petra, through the commands. Days are counted from today.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.county_meetings import keep_standing_items
from varjebarn.ops.world.logins import People
from varjebarn.ops.world.sharing import ahead
from varjebarn.ops.world.story import MODEL
from varjebarn.ops.world.telling import tell_documents, tell_practice
from varjebarn.organisations.models import Organisation
from varjebarn.practice.queries import latest_model
from varjebarn.steering import commands as c
from varjebarn.steering.models import (
    AgendaItem,
    Body,
    ItemKind,
    Level,
    Meeting,
    Membership,
    Outcome,
    Seat,
)

SPRING, LAST = -172, -18
COMING = {10: False, 45: False, 80: True, 136: False, 192: False, 283: False}
"""Days until the meetings to come, and whether each is digital."""

SEATS = {
    "Växjö kommun": ("Gunilla Ask", "Förvaltningschef", Seat.CHAIR),
    "Region Kronoberg": ("Hedvig Norén", "Hälso- och sjukvårdsdirektör", Seat.VICE_CHAIR),
    "Uppvidinge kommun": ("Sixten Blom", "Socialchef", Seat.MEMBER),
    "Lessebo kommun": ("Ragnar Dahl", "Skolchef", Seat.MEMBER),
    "Tingsryds kommun": ("Vera Hult", "Kommundirektör", Seat.MEMBER),
    "Alvesta kommun": ("Torsten Ljung", "Socialchef", Seat.MEMBER),
    "Älmhults kommun": ("Barbro Rydell", "Utbildningschef", Seat.MEMBER),
    "Markaryds kommun": ("Kjell Sand", "Socialchef", Seat.MEMBER),
    "Ljungby kommun": ("Solveig Berg", "Barn- och utbildningschef", Seat.MEMBER),
    "Polismyndigheten": ("Roland Wik", "Lokalpolisområdeschef", Seat.MEMBER),
}
SECOND_FROM_REGION = ("Region Kronoberg", "Yngve Falk", "Verksamhetschef")
AWAY = ("Sixten Blom", "Solveig Berg", "Yngve Falk")
SILENT = "Uppvidinge kommun"
REPORTS = {
    "Växjö kommun": "Två skolor testar hela modellen. Vi behöver ett gemensamt stöd för samtycke.",
    "Region Kronoberg": "BVC och barnmorskorna testar hjulet. Vi behöver tid för handledning.",
    "Lessebo kommun": "Började i höst, senare än tänkt. Vi behöver fler som kan leda en plan.",
    "Tingsryds kommun": "En skola och en förskola testar. Vi behöver material på fler språk.",
    "Alvesta kommun": "Har breddat till alla förskolor. Vi behöver se hur det går för barnen.",
    "Älmhults kommun": "En skola testar. Vi behöver veta vem som håller ihop planen i gränsfall.",
    "Markaryds kommun": "Testar hjulet men ännu ingen plan. Vi behöver fler utbildningsdagar.",
    "Ljungby kommun": "Två skolor testar. Vi behöver kortare väg till hälso- och sjukvården.",
    "Polismyndigheten": "Deltar när vi blir bjudna. Vi behöver tydliga kontaktvägar.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class County:
    """The steering group while its year is told."""

    group: Body
    seats: Mapping[str, Membership]
    organisations: Mapping[str, UUID]
    today: date


def tell_county(people: People, on: date) -> None:
    """Found the bodies, hold two meetings, plan the coming ones, and ask back."""
    with people.acting("process-leader") as petra:
        county = _found(petra, on)
        coming = _plan_ahead(petra, county)
    with people.acting("process-leader") as petra:
        _hold_spring(petra, county)
    tell_documents(people, county.group, list(county.seats.values()), coming, on=on)
    with people.acting("process-leader") as petra:
        _hold_last(petra, county, coming)
    tell_practice(people, on=on)


def _found(petra: Actor, on: date) -> County:
    group = c.found_body(
        petra,
        name="Styrgruppen",
        level=Level.STRATEGIC,
        purpose="Leder länets gemensamma arbete för barn och unga.",
    )
    keep_standing_items(petra, group)
    cross = c.found_body(
        petra,
        name="Tvärgrupp barn och unga",
        level=Level.TACTICAL,
        purpose="Förbereder styrgruppens frågor och håller ihop testerna.",
        reports_to=group,
    )
    ids = dict(Organisation.objects.values_list("name", "public_id"))
    for name in SEATS:
        if name.endswith(" kommun"):
            c.found_body(
                petra,
                name=f"Arbetsgrupp {_town(name)}",
                level=Level.OPERATIVE,
                reports_to=cross,
            )
    c.found_body(
        petra,
        name="Nätverket för föräldrastöd",
        level=Level.OPERATIVE,
        purpose="Bildades före styrgruppen och har ingen att rapportera till.",
    )
    since = ahead(on, -400)
    seats = {
        who: c.appoint_member(
            petra,
            group,
            organisation=ids[name],
            seat=seat,
            name=who,
            title=title,
            valid_from=since,
        )
        for name, who, title, seat in (
            *((name, *line) for name, line in SEATS.items()),
            (*SECOND_FROM_REGION, Seat.MEMBER),
        )
    }
    return County(group=group, seats=seats, organisations=ids, today=on)


def _meeting(
    petra: Actor, county: County, days: int, *, digital: bool, ends: time = time(10)
) -> Meeting:
    return c.plan_meeting(
        petra,
        county.group,
        on=ahead(county.today, days),
        starts=time(8, 30),
        ends=ends,
        place="" if digital else "Växjö, kommunhuset",
        digital=digital,
        is_past=days < 0,
    )


def _plan_ahead(petra: Actor, county: County) -> Meeting:
    """Plan the meetings to come; answer the next one."""
    planned = [
        _meeting(petra, county, days, digital=digital, ends=time(12) if days == 136 else time(10))  # noqa: PLR2004 - the half day
        for days, digital in COMING.items()
    ]
    return planned[0]


def _hold(petra: Actor, county: County, meeting: Meeting, away: tuple[str, ...] = ()) -> None:
    c.hold_meeting(
        petra,
        meeting,
        present=[seat for who, seat in county.seats.items() if who not in away],
        absent=[county.seats[who] for who in away],
        today=county.today,
    )


def _hold_spring(petra: Actor, county: County) -> None:
    """Hold the meeting that let parts of the model be tested in the county."""
    meeting = _meeting(petra, county, SPRING, digital=True, ends=time(9, 30))
    item = c.raise_item(petra, meeting, title="Tester av praxismodellen", kind=ItemKind.DECISION)
    _hold(petra, county, meeting)
    model = latest_model(MODEL)
    c.record_decision(
        petra,
        item,
        wording=f"Delar av praxismodellen i version {model.version} testas i länet, i alla "
        "organisationer.",
        responsible="Processledningen",
        changes_model=(model.id, model.version),
    )


def _hold_last(petra: Actor, county: County, coming: Meeting) -> None:
    """Hold the last meeting: kept short, so that two items move; with decisions about agreements."""
    meeting = _meeting(petra, county, LAST, digital=True)
    raised = {
        title: c.raise_item(petra, meeting, title=title, kind=kind)
        for title, kind in (
            ("Dagordningen kortas", ItemKind.INFORMATION),
            ("Nuläget: tester, handlingsplan och digital lösning", ItemKind.REPORT_BACK),
            ("Nulägesanalys från varje organisation", ItemKind.DISCUSSION),
            ("Följeforskarna berättar", ItemKind.INFORMATION),
            ("Rapport från hälso- och sjukvården", ItemKind.INFORMATION),
            ("Var frågor om barn i hela länet hör hemma", ItemKind.DECISION),
            ("Mötestider nästa år", ItemKind.DECISION),
        )
    }
    agenda, now, analysis, researchers, health, home, days = raised.values()
    _hold(petra, county, meeting, AWAY)
    for item, note in (
        (agenda, "Två punkter flyttas så att mötet kan sluta i tid."),
        (now, "Alla testar, på olika sätt. Några började senare, några har breddat."),
        (researchers, "Barnens egen delaktighet saknas ännu. Nya arbetssätt måste få ta tid."),
    ):
        c.close_item(petra, item, outcome=Outcome.NOTED, note=note)
    for item in (analysis, health):
        c.postpone_item(petra, item, to=coming, reason="Mötet kortades.")
    _decide(petra, county, home, days)
    _ask_back(petra, county, now)


def _decide(petra: Actor, county: County, home: AgendaItem, days: AgendaItem) -> None:
    today = county.today
    agreement = c.register_agreement(
        petra,
        title="Samverkan kring barn och unga som placeras",
        parties=[county.organisations[name] for name in SEATS if name != "Polismyndigheten"],
        valid_from=ahead(today, -1100),
        valid_to=ahead(today, 37),
        revise_by=ahead(today, 7),
    )
    c.record_decision(
        petra,
        home,
        wording="Överenskommelser, avtal, rutiner och uppdrag som rör barn i hela länet behandlas "
        "i styrgruppen.",
        responsible="Styrgruppen",
    )
    prolonging = c.record_decision(
        petra,
        home,
        wording="Gällande överenskommelser som rör barn och som skulle ha setts över förlängs, och "
        "ses över i slutet av nästa år.",
        responsible="Tvärgrupp barn och unga",
        due=ahead(today, 380),
    )
    c.extend_agreement(
        petra,
        agreement,
        decision=prolonging,
        valid_to=ahead(today, 402),
        revise_by=ahead(today, 380),
    )
    c.record_decision(
        petra,
        days,
        wording="De föreslagna mötesdagarna nästa år godkänns.",
        responsible="Processledningen",
    )


def _ask_back(petra: Actor, county: County, item: AgendaItem) -> None:
    """Nine answer; one is silent, and everybody can see it."""
    asked = c.ask_report_back(
        petra,
        item,
        question="Hur långt har testerna kommit hos er, och vad behöver ni?",
        due=ahead(county.today, 8),
    )
    for name, text in REPORTS.items():
        c.answer_report_back(
            petra,
            asked,
            organisation=county.organisations[name],
            text=text,
            today=county.today,
        )


def _town(municipality: str) -> str:
    """Give the town in a municipality's name: "Tingsryds kommun" is Tingsryd's."""
    name = municipality.removesuffix(" kommun")
    return name.removesuffix("s") if name in {"Tingsryds", "Älmhults", "Markaryds"} else name
