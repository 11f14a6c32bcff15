"""The county's work with one, or a dozen, more of everything that its pages list."""

from datetime import date, time, timedelta
from decimal import Decimal
from uuid import UUID

from django.utils import timezone

from varjebarn.kernel.actors import Actor
from varjebarn.practice.queries import latest_model
from varjebarn.steering import commands as c
from varjebarn.steering import queries
from varjebarn.steering.commands import documents, news, obstacles, plans, research
from varjebarn.steering.models import (
    Body,
    ChangedKind,
    Concern,
    DecisionRecord,
    Document,
    DocumentKind,
    ItemKind,
    Lack,
    Level,
    Meeting,
    RaisedBy,
    Seat,
    Standing,
    Theme,
    Tool,
    TrialStep,
    VisitKind,
)
from varjebarn.steering.paper_kinds import PaperKind
from varjebarn.steering.queries import documents as reading

from tests.world import searched
from tests.world.annual import OLDER
from tests.world.cast import people_of
from tests.world.steering_group import organisation

TWELVE = 12
ASKED = ("Växjö kommun", "Region Kronoberg")
OLD_MINUTES = (
    "Minnesanteckningar Styrgruppen\n\nTid: 2019-03-08\nNärvarande:\nYlva Nordin, Alvesta\n"
)


def one() -> dict[str, object]:
    return _with(1)


def twelve() -> dict[str, object]:
    return _with(TWELVE)


def _with(number: int) -> dict[str, object]:
    world = searched.build()
    people, today = people_of(world), timezone.localdate()
    with people.acting("process-leader") as petra:
        group = queries.open_body(UUID(str(world["group"])))
        todays = queries.open_meeting(UUID(str(world["todays"])))
        adopted = reading.open_document(UUID(str(world["adopted"])))
        for n in range(number):
            decision = _held(petra, group, todays, n, today)
            _agenda(petra, todays, n, today)
            _agreed(petra, group, decision, n, today)
            _group(petra, group, decision, n, today)
            _written(petra, todays, adopted, n, today)
            _practice(petra, group, n, today)
            _told(petra, n, today)
        c.publish_annual_report(
            petra,
            year=today.year - 1,
            content={"report": OLDER["report"], "presidium": OLDER["report"]},
            text="Året som gick.",
            today=today,
        )
        c.write_annual_note(petra, year=today.year, section="children", text="Ord.", today=today)
    for n in range(number):
        with people.acting("teacher") as tor:
            sent = obstacles.send_obstacle(
                tor, queries.open_body(UUID(str(world["working"]))), text=f"Hinder {n}.", theme=Theme.TIME
            )  # fmt: skip
        if n % 2:
            with people.acting("process-leader") as petra:
                obstacles.answer_obstacle(petra, sent, text="Vi ser på det.", today=today)
    return world


def _held(petra: Actor, group: Body, todays: Meeting, n: int, today: date) -> DecisionRecord:
    """A meeting that was held, with minutes that are approved, a decision and a question."""
    meeting = c.plan_meeting(
        petra, group, on=today - timedelta(days=200 + n), starts=time(9), ends=time(10)
    )
    item = c.raise_item(petra, meeting, title=f"Ärende {n}", kind=ItemKind.DECISION)
    c.hold_meeting(
        petra, meeting, present=queries.seats_on(group.public_id, meeting.date), today=today
    )
    decision = c.record_decision(petra, item, wording=f"Beslut {n}.", responsible="Alla")
    c.name_change(petra, decision, kind=ChangedKind.ACTION, label=f"Insats {n}")
    asked = c.ask_report_back(petra, item, question=f"Fråga {n}?", due=today)
    for name in ASKED:
        c.attach_answer_file(
            petra, asked, organisation=organisation(name), title=f"Fil {n}", content=b"Ja.",
            kind=PaperKind.TEXT, today=today,
        )  # fmt: skip
        c.answer_report_back(
            petra, asked, organisation=organisation(name), text=f"Svar {n}.", today=today
        )
    c.attach_answer_file(
        petra, asked, organisation=organisation(ASKED[0]), title=f"Fil {n}", content=b"Ja.",
        kind=PaperKind.TEXT, today=today,
    )  # fmt: skip
    c.correct_decision(petra, decision, wording=f"Beslut {n} i rätt ord.", reason="Fel ord.")
    c.begin_minutes(petra, meeting, texts={None: f"Öppnat {n}.", item.pk: f"Sagt {n}."})
    c.approve_minutes(petra, queries.open_minutes(meeting.public_id), at=todays, today=today)
    return decision


def _agenda(petra: Actor, todays: Meeting, n: int, today: date) -> None:
    item = c.raise_item(petra, todays, title=f"Punkt {n}", kind=ItemKind.DECISION)
    c.prepare_item(petra, item, prepared_by=None, proposal="Ja.", today=today)
    c.keep_standing(petra, todays.body, title=f"Återkommer {n}")
    c.propose_item(
        petra, todays.body, title=f"Förslag {n}", kind=ItemKind.DISCUSSION,
        raised_by=RaisedBy.MEMBER, raised_by_name="Lena Strand", today=today,
    )  # fmt: skip
    c.attach_paper(
        petra, todays, title=f"Bilaga {n}", content=b"Ja.", kind=PaperKind.TEXT, item=item, today=today
    )  # fmt: skip
    c.plan_meeting(
        petra, todays.body, on=today + timedelta(days=100 + n), starts=time(9), ends=time(10)
    )
    c.keep_minutes_waiting(
        petra,
        name=f"{n}.txt",
        text=f"{OLD_MINUTES}{n}\n",
        body=todays.body.public_id,
        on=None,
        findings=0,
    )


def _agreed(petra: Actor, group: Body, decision: DecisionRecord, n: int, today: date) -> None:
    later = today + timedelta(days=400)
    agreement = c.register_agreement(
        petra, title=f"Avtal {n}", parties=[organisation(name) for name in ASKED],
        valid_from=today - timedelta(days=9), valid_to=today + timedelta(days=90),
    )  # fmt: skip
    c.extend_agreement(petra, agreement, decision=decision, valid_to=later)
    c.mark_contradiction(
        petra, agreement, says="Ja.", other_says="Nej.", owner=group, other_text=f"Text {n}"
    )
    c.note_joining(
        petra, organisation=organisation("Växjö kommun"), standing=(Standing.TESTS, Standing.JOINED)[n % 2],
        since=today - timedelta(days=90 - n), decided_by=f"Nämnden {n}",
    )  # fmt: skip


def _group(petra: Actor, group: Body, decision: DecisionRecord, n: int, today: date) -> None:
    body = c.found_body(petra, name=f"Grupp {n}", level=Level.OPERATIVE, reports_to=group)
    c.appoint_member(
        petra, body, organisation=organisation("Region Kronoberg"), seat=Seat.MEMBER,
        name=f"Saga Björk {n}", title="Chef", valid_from=today,
    )  # fmt: skip
    c.expect_profession(petra, name=f"Yrke {n}", body=group)
    c.give_mandate(
        petra, title=f"Uppdrag {n}", given_to=body, decision=decision, given_on=today
    )  # fmt: skip


def _written(petra: Actor, todays: Meeting, adopted: Document, n: int, today: date) -> None:
    """A plan that is proposed today, with what is to be done and told, and more in the plan that holds."""
    made = documents.start_document(
        petra, todays.body, kind=DocumentKind.COMMUNICATION_PLAN, title=f"Plan {n}", text="Text.", today=today
    )  # fmt: skip
    documents.publish_draft(
        petra, reading.newest_version(made), meeting=todays, path="/x/", today=today
    )
    for plan in (made, adopted):
        plans.plan_activity(
            petra, plan, title=f"Aktivitet {n}", owner="Alla", starts=today, ends=today, today=today
        )  # fmt: skip
    plans.plan_message(
        petra, made, audience="Alla", message=f"Budskap {n}", channel="Brev", owner="Alla",
        due=today, today=today,
    )  # fmt: skip


def _practice(petra: Actor, group: Body, n: int, today: date) -> None:
    model, town = latest_model("kronobarn"), organisation("Växjö kommun")
    trial = c.plan_trial(
        petra, organisation=town, where=f"Skola {n}", model=(model.id, model.version),
        planned_start=today, today=today,
    )  # fmt: skip
    c.report_trial(petra, trial, step=TrialStep.STARTED, on=today, text="Bra.", today=today)
    c.rate_tool(petra, trial, tool=Tool.WHEEL, rating=4, note="Bra.", today=today)
    c.send_consultation(
        petra, title=f"Remiss {n}", text="Text.", asked={group: today}, sent_on=today
    )
    session = c.plan_training(petra, title=f"Utbildning {n}", on=today)
    c.count_trained(petra, session, organisation=town, people=5, today=today)
    c.state_need(petra, organisation=town, people=50 + n, today=today)
    c.note_risk(petra, organisation=town, lack=Lack.TIME, text=f"Ont om tid {n}.", today=today)
    c.register_funding(
        petra, title=f"Tjänst {n}", funder="Länet", valid_from=today,
        valid_to=today + timedelta(days=90), posts=Decimal(1),
    )  # fmt: skip
    c.add_route(
        petra, organisation=town, today=today,
        says=c.Route(function=f"Växel {n}", concern=Concern.SCHOOL, telephone="070-174 06 05"),
    )  # fmt: skip


def _told(petra: Actor, n: int, today: date) -> None:
    news.tell_news(petra, title=f"Nyhet {n}", text="Text.")
    news.give_example(
        petra, organisation=organisation("Växjö kommun"), title=f"Exempel {n}", text="Text."
    )
    research.note_visit(petra, on=today, kind=VisitKind.BOARD, whom=f"Nämnd {n}", today=today)
    research.note_research_request(petra, title=f"Studie {n}", from_whom="LNU", asked_on=today)
    research.note_research_output(petra, title=f"Artikel {n}", authors="Ida Ek", published_on=today)
