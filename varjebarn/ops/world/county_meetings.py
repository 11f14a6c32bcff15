"""Meetings in every state: minutes published and waiting, a matter on its way, a meeting today.

Our own words and invented people. Done as Petra through the commands, after the bodies are founded.
"""

from datetime import date, time

from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.logins import People
from varjebarn.ops.world.sharing import ahead
from varjebarn.organisations.models import Organisation
from varjebarn.steering import commands as c
from varjebarn.steering import queries as q
from varjebarn.steering.models import (
    AgendaItem,
    Body,
    ItemKind,
    Meeting,
    MeetingState,
    RaisedBy,
    Seat,
    StandingUse,
)

GROUP, CROSS = "Styrgruppen", "Tvärgrupp barn och unga"
CROSS_SEATS = {
    "Region Kronoberg": ("Astrid Palm", "Utvecklingsledare", Seat.CHAIR),
    "Alvesta kommun": ("Birger Lund", "Enhetschef", Seat.MEMBER),
    "Ljungby kommun": ("Disa Ek", "Elevhälsochef", Seat.MEMBER),
    "Älmhults kommun": ("Eskil Rask", "Utvecklare", Seat.MEMBER),
}
OPENING = "Gunilla Ask hälsar alla välkomna och öppnar mötet."
CHANGED = "Gunilla Ask hälsar alla välkomna och öppnar mötet. Yngve Falk är med från punkt 1."


def keep_standing_items(petra: Actor, group: Body) -> None:
    """Let three items come onto every agenda of the steering group from now on."""
    c.keep_standing(petra, group, title="Föregående anteckningar", use=StandingUse.PREVIOUS_MINUTES)
    c.keep_standing(petra, group, title="Processplanen", use=StandingUse.PROCESS_PLAN)
    c.keep_standing(petra, group, title="Nästa möte", use=StandingUse.NEXT_MEETING, comes_last=True)


def tell_meetings(people: People, on: date) -> None:
    """Write minutes, let a matter be proposed and prepared, and plan a meeting for today."""
    with people.acting("process-leader") as petra:
        group, cross = Body.objects.get(name=GROUP), Body.objects.get(name=CROSS)
        _write_minutes(petra, group, on)
        _bring_a_matter(petra, group, cross, on)
        _seat_the_cross_group(petra, people, cross, ahead(on, -200))
        _plan_for_today(petra, cross, on)
    with people.acting("principal") as lena:
        _propose(lena, cross, on)


def _write_minutes(petra: Actor, group: Body, on: date) -> None:
    """Publish what was minuted, the spring's with a change; let the last minutes wait."""
    held = list(Meeting.objects.filter(body=group, state=MeetingState.HELD).order_by("date"))
    spring, last = held[0], held[-1]
    first = AgendaItem.objects.get(meeting=spring, order=1).pk
    said = "Processledningen visar hur delar av modellen kan prövas. Mötet ser det som ett sätt att lära."
    minutes = c.begin_minutes(petra, spring, texts={None: OPENING, first: said})
    c.approve_minutes(
        petra,
        minutes,
        at=last,
        changes="Yngve Falk var med från punkt 1.",
        texts={None: CHANGED, first: said},
        today=on,
    )
    c.publish_minutes(petra, minutes, today=on)
    for between in held[1:-1]:
        plain = c.begin_minutes(petra, between, texts={None: OPENING})
        c.approve_minutes(petra, plain, at=last, today=on)
        c.publish_minutes(petra, plain, today=on)
    c.begin_minutes(petra, last, texts={None: OPENING})


def _bring_a_matter(petra: Actor, group: Body, cross: Body, on: date) -> None:
    """Bring what the children's council raised, prepared by the cross group, to the next agenda."""
    coming = q.next_meeting(group, after=on)
    assert coming is not None  # noqa: S101 - planned just before
    proposed = c.propose_item(
        petra,
        group,
        title="Barn och unga med i styrningen",
        kind=ItemKind.DECISION,
        raised_by=RaisedBy.COUNCIL,
        raised_by_name="Barnrådet i Växjö",
        background="Barnrådet vill att barn hörs innan beslut om dem fattas i länet.",
        today=on,
    )
    item = c.place_proposal(petra, proposed, on=coming)
    c.prepare_item(
        petra,
        item,
        prepared_by=cross,
        background="Barnrådet vill att barn hörs innan beslut om dem fattas i länet. Två sätt har "
        "prövats: barnråd i varje kommun, och en dag om året då barn möter styrgruppen.",
        proposal="Barnråden i länet hörs inför beslut som rör barn, från och med nästa år.",
        heard="Barnrådet i Växjö, elevråden i Alvesta och Ljungby, arbetsgrupperna i alla kommuner.",
        today=on,
    )


def _seat_the_cross_group(petra: Actor, people: People, cross: Body, since: date) -> None:
    ids = dict(Organisation.objects.values_list("name", "public_id"))
    for name, (who, title, seat) in CROSS_SEATS.items():
        c.appoint_member(
            petra, cross, organisation=ids[name], seat=seat, name=who, title=title, valid_from=since
        )
    c.appoint_member(
        petra,
        cross,
        organisation=ids["Växjö kommun"],
        seat=Seat.MEMBER,
        person=people.persons["principal"],
        title="Rektor",
        valid_from=since,
    )


def _plan_for_today(petra: Actor, cross: Body, on: date) -> None:
    """Plan a meeting that can be run at once, and one for what there is no time for."""
    keep_standing_items(petra, cross)
    today = c.plan_meeting(
        petra,
        cross,
        on=on,
        starts=time(13),
        ends=time(14, 30),
        place="Växjö, kommunhuset",
        digital=True,
    )
    c.plan_meeting(petra, cross, on=ahead(on, 30), starts=time(13), ends=time(14, 30), digital=True)
    item = c.raise_item(petra, today, title="Gemensam utbildning i vår", kind=ItemKind.DECISION)
    c.prepare_item(
        petra,
        item,
        prepared_by=cross,
        background="Alla kommuner har frågat efter utbildning för dem som leder en plan.",
        proposal="En gemensam utbildning hålls i mars, med Region Kronoberg som värd.",
        heard="Arbetsgrupperna i alla kommuner.",
        today=on,
    )
    for title, kind in (
        ("Material på fler språk", ItemKind.DISCUSSION),
        ("Hur det går med testerna", ItemKind.REPORT_BACK),
    ):
        c.raise_item(petra, today, title=title, kind=kind)


def _propose(lena: Actor, cross: Body, on: date) -> None:
    """Propose something that nobody has answered yet."""
    c.propose_item(
        lena,
        cross,
        title="Vem håller ihop planen när ett barn byter skola?",
        kind=ItemKind.DISCUSSION,
        raised_by=RaisedBy.MEMBER,
        raised_by_name="Lena Strand, Växjö kommun",
        background="Det tar flera veckor innan den nya skolan vet att det finns en plan.",
        today=on,
    )
