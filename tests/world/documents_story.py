"""The steering group's documents: one in force with a draft beside it, one that is only a draft.

On top of the group of steering_group.py. Its member with a login is Lena; Petra has a seat without a
vote. A meeting is planned today, so that a test can publish, hold and decide.
"""

from datetime import date, time, timedelta

from django.utils import timezone

from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.commands import documents, news, obstacles, plans
from varjebarn.steering.models import Body, DocumentKind, Level, Seat, Theme
from varjebarn.steering.queries import documents as reading

from tests.world import steering_group
from tests.world.cast import people_of
from tests.world.steering_group import organisation

SECRET = "Kanariefågeln sjunger bara för gruppen."
FIRST = "## Mål\n\nVi möts fem gånger om året.\n\n- Alla är med"
PROPOSED = "## Mål\n\nVi möts sex gånger om året.\n\n- Alla är med\n\nBarnen berättar."
ADOPTED, DRAFTED = "Handlingsplan", "Processplan"
OBSTACLE = "Det finns ingen tid i schemat för möten."


def build() -> dict[str, object]:
    """Make it; answer the ids that tests ask for."""
    world = steering_group.build()
    people, today = people_of(world), timezone.localdate()
    with people.acting("process-leader") as petra:
        group = queries.open_body(world["group"])  # type: ignore[arg-type] # the world holds uuids
        _seat(petra, group, people, today)
        adopted = _adopt(petra, group, today)
        todays = commands.plan_meeting(petra, group, on=today, starts=time(9), ends=time(10))
        told = news.tell_news(petra, title="Nytt år", text="Vi börjar om.")
        example = news.give_example(
            petra, organisation=organisation("Växjö kommun"), title="Så gör vi", text="Vi ringer."
        )
        working = commands.found_body(
            petra, name="Arbetsgrupp Växjö", level=Level.OPERATIVE, reports_to=group
        )
    with people.acting("principal") as lena:
        drafted = documents.start_document(
            lena, group, kind=DocumentKind.PROCESS_PLAN, title=DRAFTED, text=SECRET, today=today
        )
    with people.acting("teacher") as tor:
        obstacle = obstacles.send_obstacle(tor, working, text=OBSTACLE, theme=Theme.TIME)
    return {
        **world,
        "adopted": adopted,
        "drafted": drafted.public_id,
        "todays": todays.public_id,
        "news": told.public_id,
        "example": example.public_id,
        "working": working.public_id,
        "obstacle": obstacle.public_id,
    }


def _seat(petra: Actor, group: Body, people: People, today: date) -> None:
    commands.appoint_member(
        petra,
        group,
        organisation=organisation("Länets samverkan"),
        seat=Seat.ADJUNCT,
        person=people.persons["process-leader"],
        valid_from=today - timedelta(days=400),
    )


def _adopt(petra: Actor, group: Body, today: date) -> object:
    """A plan that was decided a month ago, with an activity, and a draft of its next version."""
    meeting = commands.plan_meeting(
        petra, group, on=today - timedelta(days=30), starts=time(9), ends=time(10)
    )
    plan = documents.start_document(
        petra, group, kind=DocumentKind.ACTION_PLAN, title=ADOPTED, text=FIRST, today=today
    )
    version = reading.newest_version(plan)
    documents.publish_draft(
        petra, version, meeting=meeting, path="/x/", today=today - timedelta(days=40)
    )
    everybody = list(queries.seats_on(group.public_id, meeting.date))
    commands.hold_meeting(petra, meeting, present=everybody, today=today)
    item = queries.open_item(version.item.public_id)  # type: ignore[union-attr] # just published
    decision = commands.record_decision(petra, item, wording="Planen antas.")
    documents.put_in_force(petra, version, decision=decision, from_day=meeting.date)
    plans.plan_activity(
        petra, plan, title="Kontaktvägar", owner="Arbetsgrupperna",
        starts=today - timedelta(days=20), ends=today - timedelta(days=2), today=today,
    )  # fmt: skip
    documents.write_draft(petra, plan, after=1, text=f"{PROPOSED}\n\n{SECRET}", today=today)
    return plan.public_id
