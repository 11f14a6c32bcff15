"""The steering group with its mandates, contact routes, trials, training and money: one of each."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

from django.utils import timezone

from varjebarn.kernel.actors import Actor
from varjebarn.steering import commands as c
from varjebarn.steering import queries
from varjebarn.steering.models import (
    Body,
    Concern,
    DecisionRecord,
    Lack,
    Level,
    Seat,
    Tool,
    TrialStep,
)

from tests.world import steering_group
from tests.world.cast import people_of
from tests.world.steering_group import SILENT, organisation

OWN, OTHER = "Växjö kommun", SILENT  # the principal sits for the first, and for nothing else
PUBLIC, INTERNAL = "Rektorns expedition", "Rektorernas inre linje"


def build() -> dict[str, object]:
    """Make the group, then all that hangs on it; answer the ids that tests ask for."""
    world = steering_group.build()
    people, today = people_of(world), timezone.localdate()
    with people.acting("process-leader") as petra:
        bodies = _bodies(petra, today)
        told = _own_things(petra, world, today)
        told |= _together(petra, bodies, world, today)
    return {**world, **{name: one.public_id for name, one in bodies.items()}, **told}


def _bodies(petra: Actor, today: date) -> dict[str, Body]:
    """A cross group that has been renamed, and one that continues another."""
    group = Body.objects.get(name=steering_group.GROUP)
    cross = c.change_body(
        petra,
        Body.objects.get(name="Tvärgrupp barn"),
        shape=c.Shape(name="Tvärgruppen", level=Level.TACTICAL, reports_to=group),
        today=today,
    )
    c.expect_profession(petra, name="Elevhälsans medicinska insats", short="EMI", body=cross)
    c.expect_profession(petra, name="Rektor", level=Level.STRATEGIC)
    old = c.found_body(
        petra, name="Webbgruppen", level=Level.OPERATIVE, on=today - timedelta(days=90)
    )
    kept = c.appoint_member(
        petra,
        old,
        organisation=organisation("Region Kronoberg"),
        name="Saga Björk",
        seat=Seat.CHAIR,
        valid_from=today - timedelta(days=90),
    )
    new = c.reform_body(
        petra,
        old,
        shape=c.Shape(name="Webbgruppen", level=Level.OPERATIVE, reports_to=cross),
        keep=[kept],
        on=today - timedelta(days=5),
        today=today,
    )
    return {"cross": cross, "old": old, "new": new}


def _own_things(petra: Actor, world: dict[str, object], today: date) -> dict[str, object]:
    """What is an organisation's own, of the principal's and of another's."""
    told: dict[str, object] = {}
    session = c.plan_training(petra, title="Grundutbildning", on=today - timedelta(days=3))
    told["session"] = session.public_id
    for key, name in (("own", OWN), ("other", OTHER)):
        there = organisation(name)
        route = c.add_route(
            petra,
            organisation=there,
            says=c.Route(
                function=PUBLIC, concern=Concern.SCHOOL, workplace="Björkskolan", telephone="114"
            ),
            today=today,
        )
        inner = c.add_route(
            petra,
            organisation=there,
            says=c.Route(
                function=INTERNAL, concern=Concern.SCHOOL, telephone="115", is_public=False
            ),
            today=today - timedelta(days=500),
        )
        trial = c.plan_trial(
            petra,
            organisation=there,
            where=f"En skola i {name}",
            model=(str(world["model"][0]), str(world["model"][1])),  # type: ignore[index]  # a list in the world
            planned_start=today - timedelta(days=30),
            today=today,
        )
        c.report_trial(
            petra, trial, step=TrialStep.STARTED, on=today - timedelta(days=20), today=today
        )
        c.rate_tool(petra, trial, tool=Tool.WHEEL, rating=4, today=today)
        c.count_trained(petra, session, organisation=there, people=12, today=today)
        c.state_need(petra, organisation=there, people=48, today=today)
        risk = c.note_risk(
            petra, organisation=there, lack=Lack.TIME, text="Ingen har tid.", today=today
        )
        told |= {
            f"{key}_route": route.public_id,
            f"{key}_inner": inner.public_id,
            f"{key}_trial": trial.public_id,
            f"{key}_risk": risk.public_id,
        }
    return told


def _together(
    petra: Actor, bodies: dict[str, Body], world: dict[str, object], today: date
) -> dict[str, object]:
    """What is the county's: a mandate taken on, one that waits, a proposal out, money."""
    group = Body.objects.get(name=steering_group.GROUP)
    decision = DecisionRecord.objects.get(public_id=UUID(str(world["decision"])))
    given = c.give_mandate(
        petra,
        title="Se över överenskommelserna",
        given_to=bodies["cross"],
        decision=decision,
        given_on=today,
        terms=c.Terms(time_share=20, due=today + timedelta(days=90), reports_to=group),
    )
    c.accept_mandate(petra, given, today=today)
    waiting = c.give_mandate(
        petra,
        title="Leda arbetet",
        given_to=group,
        given_by="Länets nämnder",
        given_on=today - timedelta(days=60),
        terms=c.Terms(due=today - timedelta(days=1)),
    )
    sent = c.send_consultation(
        petra,
        title="Frågorna till barnet",
        text="Går det att arbeta så?",
        asked={group: today, bodies["cross"]: today + timedelta(days=9)},
        sent_on=today,
    )
    asked = {one.body: one.id for one in queries.consultation_page(sent.public_id).asked}
    c.answer_consultation(
        petra, queries.open_consulted(asked["Tvärgruppen"]), text="Ja.", today=today
    )
    funding = c.register_funding(
        petra,
        title="Processledning",
        funder="Länet",
        posts=Decimal("1.5"),
        valid_from=today - timedelta(days=300),
        valid_to=today + timedelta(days=40),
    )
    return {
        "mandate": given.public_id,
        "waiting_mandate": waiting.public_id,
        "consultation": sent.public_id,
        "asked": asked[steering_group.GROUP],
        "funding": funding.public_id,
    }
