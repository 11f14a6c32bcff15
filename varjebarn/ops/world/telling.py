"""The county's documents, news, obstacles, visits and research, as the demo shows them.

Done through the commands: as Petra, and as those of the staff who send something in. Days are
counted from today.
"""

import tomllib
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.logins import People
from varjebarn.ops.world.sharing import ahead
from varjebarn.organisations.models import Organisation
from varjebarn.steering.commands import (
    appoint_member,
    follow_up_decision,
    hold_meeting,
    plan_meeting,
    record_decision,
)
from varjebarn.steering.commands import documents as c
from varjebarn.steering.commands import news as n
from varjebarn.steering.commands import obstacles as o
from varjebarn.steering.commands import plans as p
from varjebarn.steering.commands import research as r
from varjebarn.steering.models import (
    ActivityStatus,
    Body,
    Document,
    DocumentKind,
    Meeting,
    Membership,
    ResearchRequest,
    Seat,
    Theme,
    VisitKind,
)
from varjebarn.steering.queries import documents as q

SOURCE = Path(__file__).parent / "data" / "documents.toml"
DECIDED, PUBLISHED, WRITTEN = -75, -90, -100
PROPOSED = -10
KINDS = (
    DocumentKind.PROCESS_PLAN,
    DocumentKind.ACTION_PLAN,
    DocumentKind.COMMUNICATION_PLAN,
    DocumentKind.TEMPLATE,
)


@cache
def texts() -> dict[str, Any]:
    """Read the demo's own texts."""
    return tomllib.loads(SOURCE.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Who tells, of which body, on which day."""

    petra: Actor
    group: Body
    on: date


def tell_documents(
    people: People, group: Body, present: list[Membership], coming: Meeting, *, on: date
) -> None:
    """Let the group adopt its documents at an earlier meeting, and propose a change to the next one."""
    with people.acting("process-leader") as petra:
        telling = Telling(petra=petra, group=group, on=on)
        _seat_petra(telling, people.persons["process-leader"])
        documents = _adopt(telling, present)
        _fill_plans(telling, documents)
        _propose(telling, documents[DocumentKind.PROCESS_PLAN], coming)
        _draft(telling, documents[DocumentKind.ACTION_PLAN])


def tell_practice(people: People, *, on: date) -> None:
    """Let news be told, and let those who work close to children send in what stops and helps."""
    with people.acting("process-leader") as petra:
        for news in texts()["news"]:
            n.tell_news(petra, **news)
        organisations = dict(Organisation.objects.values_list("name", "public_id"))
        for example in texts()["examples"]:
            whose = organisations[example["organisation"]]
            n.give_example(petra, organisation=whose, title=example["title"], text=example["text"])
        _tell_research(petra, on)
    _tell_obstacles(people, on)


def _seat_petra(telling: Telling, person: UUID) -> None:
    """Give the process leader a seat without a vote, so that she is told what the group is told."""
    if not Membership.objects.filter(body=telling.group, person__public_id=person).exists():
        appoint_member(
            telling.petra,
            telling.group,
            organisation=Organisation.objects.get(name="Länets samverkan").public_id,
            seat=Seat.ADJUNCT,
            person=person,
            title="Processledare",
            valid_from=ahead(telling.on, -400),
        )


def _adopt(telling: Telling, present: list[Membership]) -> dict[DocumentKind, Document]:
    """Start each document, publish it, and decide it at the same meeting."""
    meeting = plan_meeting(
        telling.petra,
        telling.group,
        on=ahead(telling.on, DECIDED),
        starts=time(8, 30),
        ends=time(10),
        place="Växjö, kommunhuset",
    )
    started = {kind: _start(telling, kind, meeting) for kind in KINDS}
    hold_meeting(telling.petra, meeting, present=present, today=telling.on)
    for document in started.values():
        version = q.newest_version(document)
        item = version.item
        assert item is not None  # noqa: S101 - it was published just now
        decision = record_decision(
            telling.petra,
            item,
            wording=f"{document.title} antas och gäller från i dag.",
            responsible="Processledningen",
        )
        c.put_in_force(telling.petra, version, decision=decision, from_day=meeting.date)
        follow_up_decision(
            telling.petra, decision, on=meeting.date, note="Dokumentet gäller och går att läsa."
        )
    return started


def _start(telling: Telling, kind: DocumentKind, meeting: Meeting) -> Document:
    told = texts()[kind.value]
    document = c.start_document(
        telling.petra,
        telling.group,
        kind=kind,
        title=told["title"],
        text=told["first"],
        today=ahead(telling.on, WRITTEN),
    )
    _publish(telling, document, meeting, PUBLISHED)
    return document


def _publish(telling: Telling, document: Document, meeting: Meeting, days: int) -> None:
    c.publish_draft(
        telling.petra,
        q.newest_version(document),
        meeting=meeting,
        path=f"/lanet/dokument/{document.public_id}/",
        today=ahead(telling.on, days),
    )


def _propose(telling: Telling, document: Document, coming: Meeting) -> None:
    told = texts()["process_plan"]
    c.write_draft(
        telling.petra,
        document,
        after=1,
        text=told["second"],
        summary=told["summary"],
        today=telling.on,
    )
    _publish(telling, document, coming, PROPOSED)


def _draft(telling: Telling, document: Document) -> None:
    text = texts()["action_plan"]["draft"]
    c.write_draft(telling.petra, document, after=1, text=text, today=telling.on)


def _fill_plans(telling: Telling, documents: dict[DocumentKind, Document]) -> None:
    for line in texts()["action_plan"]["activities"]:
        activity = p.plan_activity(
            telling.petra,
            documents[DocumentKind.ACTION_PLAN],
            title=line["title"],
            owner=line["owner"],
            starts=ahead(telling.on, line["from"]),
            ends=ahead(telling.on, line["to"]),
            is_milestone=line.get("milestone", False),
            today=telling.on,
        )
        if line["status"] != ActivityStatus.PLANNED:
            p.report_activity(
                telling.petra,
                activity,
                status=ActivityStatus(line["status"]),
                note=line.get("note", ""),
                today=telling.on,
            )
    for line in texts()["communication_plan"]["messages"]:
        message = p.plan_message(
            telling.petra,
            documents[DocumentKind.COMMUNICATION_PLAN],
            **{key: line[key] for key in ("audience", "message", "channel", "owner")},
            due=ahead(telling.on, line["due"]),
            today=telling.on,
        )
        if "done" in line:
            p.mark_told(
                telling.petra, message, on=ahead(telling.on, line["done"]), today=telling.on
            )


def _tell_research(petra: Actor, on: date) -> None:
    for visit in texts()["visits"]:
        r.note_visit(
            petra,
            on=ahead(on, visit["days"]),
            kind=VisitKind(visit["kind"]),
            whom=visit["whom"],
            text=visit["text"],
            today=on,
        )
    for asked in texts()["requests"]:
        request = r.note_research_request(
            petra,
            title=asked["title"],
            from_whom=asked["from"],
            text=asked["text"],
            asked_on=ahead(on, asked["days"]),
        )
        if "answer" in asked:
            _answer(petra, request, asked, on)
    for output in texts()["outputs"]:
        r.note_research_output(
            petra,
            title=output["title"],
            authors=output["authors"],
            published_on=ahead(on, output["days"]),
            text=output["text"],
        )


def _answer(petra: Actor, request: ResearchRequest, asked: dict[str, Any], on: date) -> None:
    r.decide_research_request(
        petra,
        request,
        is_granted=asked["granted"],
        may_attend=asked["granted"],
        answer=asked["answer"],
        on=ahead(on, asked["days"] + 20),
    )


def _tell_obstacles(people: People, on: date) -> None:
    sent = []
    for line in texts()["obstacles"]:
        with people.acting(line["who"]) as sender:
            body = Body.objects.get(name=line["body"])
            obstacle = o.send_obstacle(
                sender,
                body,
                text=line["text"],
                theme=Theme(line["theme"]),
                is_helping=line.get("helping", False),
            )
            sent.append((obstacle, line))
    with people.acting("process-leader") as petra:
        cross = Body.objects.get(name="Tvärgrupp barn och unga")
        for obstacle, line in sent:
            if "answer" in line:
                o.answer_obstacle(petra, obstacle, text=line["answer"], today=on)
            if "pass_on" in line:
                o.pass_on_obstacle(petra, obstacle, to=cross, text=line["pass_on"], today=on)
