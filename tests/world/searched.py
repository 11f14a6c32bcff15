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
from varjebarn.steering.commands import research
from varjebarn.steering.models import (
    AgendaItem,
    Body,
    Concern,
    ItemKind,
    Meeting,
    RaisedBy,
    TrialStep,
    VisitKind,
)
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
        _analyses(petra, last, queries.open_decision(UUID(str(world["decision"]))).item)
        _told(petra, group)
        asked = queries.open_report_back(UUID(str(world["report_back"])))
        for name in ("Region Kronoberg", "Lessebo kommun"):  # the second has not answered
            commands.attach_answer_file(
                petra, asked, organisation=organisation(name), title=f"Koltrasten i {name}",
                content=b"Ja.", kind=PaperKind.TEXT, today=today,
            )  # fmt: skip
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


def _analyses(petra: Actor, meeting: Meeting, decided: AgendaItem) -> None:
    """What two matters mean for children: a decided one, published, and a draft."""
    today = timezone.localdate()
    waits = commands.raise_item(petra, _coming(meeting), title="Parken", kind=ItemKind.DECISION)
    for item, bird in ((decided, OPEN), (waits, HIDDEN)):
        analysis = commands.write_analysis(
            petra, item, on=today,
            says=commands.Impact(
                whom="Alla barn.", asked_how="I skolan.", weighing=f"{bird} väger tungt.",
                follow_up="Om ett år.",
            ),
        )  # fmt: skip
        if item is decided:
            commands.publish_analysis(petra, analysis, on=today)


def _coming(meeting: Meeting) -> Meeting:
    """The next planned meeting of the same group."""
    later = Meeting.objects.filter(body_id=meeting.body_id, state="planned").order_by("date")
    return queries.open_meeting(later.values_list("public_id", flat=True)[0])


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
    commands.plan_training(petra, title="Lär känna fåglar", on=today, audience=f"{OPEN}ar")
    research.note_visit(
        petra, on=today, kind=VisitKind.NETWORK, whom=f"{OPEN}s vänner", today=today
    )
    research.note_research_output(
        petra, title=f"{OPEN}s sång", authors="Ida Ek", published_on=today
    )
    commands.plan_meeting(
        petra, group, on=today + timedelta(days=60), starts=time(9), ends=time(10)
    )
