"""The county's bodies in the demo: who sits where, what is missing, and their mandates.

Done as Petra, through the commands, with invented people. Days are counted from today.
"""

from datetime import date
from uuid import UUID

from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.county_practice import tell_practice
from varjebarn.ops.world.logins import People
from varjebarn.ops.world.sharing import ahead
from varjebarn.organisations.models import Organisation
from varjebarn.steering import commands as c
from varjebarn.steering.models import (
    Body,
    DecisionRecord,
    ExpectedProfession,
    Level,
    Profession,
    Seat,
)

CROSS = "Tvärgrupp barn och unga"
EXPECTED = (
    ("Elevhälsans medicinska insats", "EMI", CROSS, ""),
    ("Barn- och ungdomspsykiatri", "BUP", CROSS, ""),
    ("Barnhälsovård", "BHV", "", Level.OPERATIVE),
    ("Barnmorska", "", "", Level.OPERATIVE),
    ("Rektor", "", "", Level.OPERATIVE),
)

SEATS = {
    CROSS: (
        ("Region Kronoberg", "Osman Said", "Verksamhetschef BUP", "BUP", Seat.MEMBER),
        ("Alvesta kommun", "Birgit Falk", "Enhetschef socialtjänst", "", Seat.MEMBER),
        ("Polismyndigheten", "Håkan Sund", "Kommunpolis", "", Seat.MEMBER),
        ("Ljungby kommun", "Teodor Grip", "Rektor", "Rektor", Seat.MEMBER),
    ),
    "Arbetsgrupp Växjö": (
        ("Region Kronoberg", "Ylva Modig", "Sjuksköterska BVC", "BHV", Seat.MEMBER),
        ("Polismyndigheten", "Håkan Sund", "Kommunpolis", "", Seat.MEMBER),
        ("Föreningen Fritidsfabriken", "Amina Yusuf", "Fritidsledare", "", Seat.ADJUNCT),
    ),
    "Arbetsgrupp Alvesta": (
        ("Alvesta kommun", "Rut Eklund", "Rektor", "Rektor", Seat.CHAIR),
        ("Alvesta kommun", "Birgit Falk", "Enhetschef socialtjänst", "", Seat.MEMBER),
    ),
    "Arbetsgrupp Ljungby": (
        ("Ljungby kommun", "Teodor Grip", "Rektor", "Rektor", Seat.CHAIR),
        ("Region Kronoberg", "Ingvar Palm", "Sjuksköterska BVC", "BHV", Seat.MEMBER),
    ),
    "Arbetsgrupp Lessebo": (("Lessebo kommun", "Viola Stark", "Kurator", "", Seat.CHAIR),),
    "Arbetsgrupp Tingsryd": (("Tingsryds kommun", "Nore Wall", "Förskolechef", "", Seat.CHAIR),),
    "Arbetsgrupp Älmhult": (("Älmhults kommun", "Sonja Lind", "Rektor", "Rektor", Seat.CHAIR),),
    "Arbetsgrupp Markaryd": (("Markaryds kommun", "Folke Ström", "Kurator", "", Seat.CHAIR),),
}
WITHOUT_MANDATE = {"Arbetsgrupp Uppvidinge", "Arbetsgrupp Markaryd"}
WITHOUT_RESOURCES = "Arbetsgrupp Lessebo"


def tell_bodies(people: People, on: date) -> None:
    """Fill the bodies, form one anew, give mandates; then what the organisations do in practice."""
    ids = dict(Organisation.objects.values_list("name", "public_id"))
    with people.acting("process-leader") as petra:
        bodies = {one.name: one for one in Body.objects.filter(ended_on=None)}
        _expect(petra, bodies)
        _seat(petra, bodies, ids, people.persons["principal"], since=ahead(on, -300))
        _form_anew(petra, bodies[CROSS], ids, on)
    with people.acting("process-leader") as petra:
        _give_mandates(petra, bodies, on)
    tell_practice(people, bodies, ids, on)


def _expect(petra: Actor, bodies: dict[str, Body]) -> list[ExpectedProfession]:
    return [
        c.expect_profession(petra, name=name, short=short, body=bodies.get(body), level=level)
        for name, short, body, level in EXPECTED
    ]


def _seat(
    petra: Actor, bodies: dict[str, Body], ids: dict[str, UUID], lena: UUID, *, since: date
) -> None:
    known = {str(one): one.public_id for one in Profession.objects.all()}
    for body, seats in SEATS.items():
        for organisation, name, title, profession, seat in seats:
            c.appoint_member(
                petra,
                bodies[body],
                organisation=ids[organisation],
                name=name,
                title=title,
                profession=known.get(profession),
                seat=seat,
                valid_from=since,
            )
    c.appoint_member(
        petra,
        bodies["Arbetsgrupp Växjö"],
        organisation=ids["Växjö kommun"],
        person=lena,
        title="Rektor",
        profession=known["Rektor"],
        seat=Seat.CHAIR,
        valid_from=since,
    )


def _form_anew(petra: Actor, cross: Body, ids: dict[str, UUID], on: date) -> None:
    """Let one body continue another, so that its history can be read."""
    first = c.found_body(
        petra,
        name="Informationsgruppen",
        level=Level.OPERATIVE,
        purpose="Skriver nyhetsbrev.",
        on=ahead(on, -800),
    )
    kept = c.appoint_member(
        petra,
        first,
        organisation=ids["Region Kronoberg"],
        name="Saga Björk",
        title="Kommunikatör",
        seat=Seat.CHAIR,
        valid_from=ahead(on, -800),
    )
    c.appoint_member(
        petra,
        first,
        organisation=ids["Växjö kommun"],
        name="Edvin Lilja",
        title="Webbredaktör",
        seat=Seat.MEMBER,
        valid_from=ahead(on, -700),
    )
    c.reform_body(
        petra,
        first,
        shape=c.Shape(
            name="Kommunikationsgruppen",
            level=Level.OPERATIVE,
            reports_to=cross,
            purpose="Håller ihop kommunikationsplanen och nyhetsbrevet.",
        ),
        keep=[kept],
        on=ahead(on, -200),
        today=on,
    )
    bodies = Body.objects.get(name="Kommunikationsgruppen")
    c.give_mandate(
        petra,
        title="Skriva och följa kommunikationsplanen",
        given_to=bodies,
        given_by=cross,
        given_on=ahead(on, -200),
        terms=c.Terms(time_share=20, due=ahead(on, 160), reports_to=cross),
    )


def _give_mandates(petra: Actor, bodies: dict[str, Body], on: date) -> None:
    group, cross = bodies["Styrgruppen"], bodies[CROSS]
    led = c.give_mandate(
        petra,
        title="Leda länets gemensamma arbete för barn och unga",
        given_to=group,
        given_by="De politiska organen i länet",
        given_on=ahead(on, -1000),
        terms=c.Terms(
            purpose="Alla barn i länet ska få rätt stöd i rätt tid.",
            limits="Beslut om enskilda barn fattas aldrig här.",
            resources="Två processledare och en kommunikatör",
            reports_on=ahead(on, 30),
        ),
    )
    c.accept_mandate(petra, led, today=on)
    review = next(
        decision
        for decision in DecisionRecord.objects.all()
        if decision.wording.startswith("Gällande överenskommelser")
    )
    c.give_mandate(
        petra,
        title="Se över länets överenskommelser om barn",
        given_to=cross,
        decision=review,
        given_on=ahead(on, -18),
        terms=c.Terms(
            purpose="Ingen överenskommelse ska säga emot en annan.",
            time_share=10,
            due=ahead(on, 380),
            reports_to=group,
            reports_on=ahead(on, 200),
        ),
    )
    c.give_mandate(
        petra,
        title="Sammanställa nulägesanalysen",
        given_to=cross,
        given_by=group,
        given_on=ahead(on, -172),
        terms=c.Terms(time_share=10, due=ahead(on, -10), reports_to=group),
    )
    for name, body in bodies.items():
        if name.startswith("Arbetsgrupp") and name not in WITHOUT_MANDATE:
            given = c.give_mandate(
                petra,
                title=f"Testa modellen i {name.removeprefix('Arbetsgrupp ')}",
                given_to=body,
                given_by=cross,
                given_on=ahead(on, -160),
                terms=c.Terms(
                    time_share=None if name == WITHOUT_RESOURCES else 10,
                    due=ahead(on, 205),
                    reports_to=cross,
                ),
            )
            c.accept_mandate(petra, given, today=ahead(on, -150))
    c.give_mandate(
        petra,
        title="Processledare, Region Kronoberg",
        given_to="Processledare",
        given_by=group,
        given_on=ahead(on, -330),
        terms=c.Terms(
            purpose="Förbereda styrgruppens frågor och följa testerna.",
            time_share=100,
            reports_to=group,
        ),
    )
