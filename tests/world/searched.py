"""Everything that the county's search reads, with drafts that only members may find.

On top of the group and its documents: minutes that are published and minutes that are not, papers,
trials, a consultation, a mandate, contact routes and what teachers have sent in.
"""

from datetime import time, timedelta
from uuid import UUID

from django.utils import timezone

from varjebarn.kernel.actors import Actor
from varjebarn.practice.queries import latest_model
from varjebarn.steering import commands, queries
from varjebarn.steering.models import Body, Concern, ItemKind, Meeting, RaisedBy, TrialStep
from varjebarn.steering.paper_kinds import PaperKind

from tests.world import documents_story
from tests.world.cast import people_of
from tests.world.steering_group import organisation

OPEN = "Blåmesen"
"""Stands in what everybody may find."""
HIDDEN = "Kanariefågeln"
"""Stands in what a member of the group may find, and nobody else."""
INSIDE = "Rödhaken"
"""Stands in what those who work may find, wherever they work."""


def build() -> dict[str, object]:
    """Make it; answer the ids that tests ask for."""
    world = documents_story.build()
    people, today = people_of(world), timezone.localdate()
    with people.acting("process-leader") as petra:
        group = queries.open_body(UUID(str(world["group"])))
        spring = queries.open_decision(UUID(str(world["model_decision"]))).item.meeting
        spring = queries.open_meeting(spring.public_id)
        last = queries.open_meeting(UUID(str(world["meeting"])))
        _publish(petra, spring, at=last)
        commands.begin_minutes(petra, last, texts={None: f"{HIDDEN} sjöng på mötet."})
        _papers(petra, last)
        commands.propose_item(
            petra, group, title=f"{HIDDEN} i länet", kind=ItemKind.DISCUSSION,
            raised_by=RaisedBy.MEMBER, raised_by_name="Lena Strand", today=today,
        )  # fmt: skip
        _told(petra, group)
    return {**world, "spring": spring.public_id, "last": last.public_id}


def _publish(petra: Actor, spring: Meeting, *, at: Meeting) -> None:
    """Approve with a change, so that there is a text that no longer holds."""
    today = timezone.localdate()
    commands.begin_minutes(petra, spring, texts={None: "Sparven öppnade mötet."})
    minutes = queries.open_minutes(spring.public_id)
    changed = {None: f"{OPEN} öppnade mötet."}
    commands.approve_minutes(
        petra, minutes, at=at, changes="Rätt fågel.", texts=changed, today=today
    )
    commands.publish_minutes(petra, minutes, today=today)


def _papers(petra: Actor, meeting: Meeting) -> None:
    today = timezone.localdate()
    for title, is_open in ((f"{OPEN}s budget", True), (f"{HIDDEN}s budget", False)):
        paper = commands.attach_paper(
            petra, meeting, title=title, content=b"Ja.", kind=PaperKind.TEXT, today=today
        )
        if is_open:
            commands.publish_paper(petra, paper, on=today)


def _told(petra: Actor, group: Body) -> None:
    """What is public: a mandate, a trial, a consultation; and contact routes of both sorts."""
    today = timezone.localdate()
    commands.give_mandate(
        petra, title=f"{OPEN} räknas", given_to=group, given_by="Länet", given_on=today
    )
    model = latest_model("kronobarn")
    trial = commands.plan_trial(
        petra, organisation=organisation("Växjö kommun"), where=f"{OPEN}s skola",
        model=(model.id, model.version), planned_start=today - timedelta(days=9), today=today,
    )  # fmt: skip
    commands.report_trial(
        petra, trial, step=TrialStep.STARTED, on=today, text=f"{OPEN} trivs.", today=today
    )
    commands.send_consultation(
        petra, title="Fåglar i länet", text=f"{OPEN} föreslås.",
        asked={group: today + timedelta(days=9)}, sent_on=today,
    )  # fmt: skip
    for function, is_public in ((f"{OPEN}s reception", True), (f"{INSIDE}s växel", False)):
        commands.add_route(
            petra,
            organisation=organisation("Växjö kommun"),
            says=commands.Route(
                function=function,
                concern=Concern.SCHOOL,
                telephone="070-174 06 05",
                is_public=is_public,
            ),
            today=today,
        )
    commands.plan_meeting(
        petra, group, on=today + timedelta(days=60), starts=time(9), ends=time(10)
    )
