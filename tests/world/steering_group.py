"""A steering group as in the county's notes, with made-up people: one item postponed, one silent.

Everything is done as somebody, through the commands. Days are counted from today.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from django.utils import timezone

from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.hiring import hire_staff
from varjebarn.ops.world.logins import People
from varjebarn.organisations.models import Organisation
from varjebarn.practice.queries import latest_model
from varjebarn.steering import commands
from varjebarn.steering.models import Body, ItemKind, Level, Meeting, Membership, Outcome, Seat

GROUP = "Styrgruppen"
WAITED, UNTIL_NEXT, SINCE_SPRING = 18, 10, 172
ORGANISATIONS = {
    "Växjö kommun": "Lena Strand",
    "Lessebo kommun": "Olle Dahl",
    "Region Kronoberg": "Greta Holm",
    "Polismyndigheten": "Nils Öberg",
}
SILENT = "Lessebo kommun"
MEMBER = "Lena Strand"  # the principal has a login, and the seat of Växjö


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The steering group with its seats, while it is being made."""

    body: Body
    seats: Mapping[str, Membership]

    def all_but(self, *away: str) -> list[Membership]:
        return [seat for name, seat in self.seats.items() if name not in away]


def build() -> dict[str, object]:
    """Make the group and its year; answer the ids that tests ask for."""
    people = People()
    hire_staff(people)
    today = timezone.localdate()
    with people.acting("process-leader") as petra:
        group = _group(petra, people, since=today - timedelta(days=400))
        tests = _spring(petra, group, on=today - timedelta(days=SINCE_SPRING), today=today)
        autumn = _autumn(petra, group, on=today - timedelta(days=WAITED), today=today)
    return {"persons": people.persons, **tests, **autumn, "group": group.body.public_id}


def _group(petra: Actor, people: People, *, since: date) -> Group:
    body = commands.found_body(
        petra, name=GROUP, level=Level.STRATEGIC, purpose="Leder länets arbete för barn och unga."
    )
    commands.found_body(petra, name="Tvärgrupp barn", level=Level.TACTICAL, reports_to=body)
    commands.found_body(petra, name="Kompetensgruppen", level=Level.OPERATIVE)
    seats = {
        name: commands.appoint_member(
            petra,
            body,
            organisation=organisation(name),
            seat=Seat.CHAIR if name == "Växjö kommun" else Seat.MEMBER,
            person=people.persons["principal"] if who == MEMBER else None,
            name=who,
            title="Förvaltningschef",
            valid_from=since,
        )
        for name, who in ORGANISATIONS.items()
    }
    return Group(body=body, seats=seats)


def organisation(name: str) -> UUID:
    return Organisation.objects.get(name=name).public_id


def _meeting(petra: Actor, group: Group, on: date) -> Meeting:
    return commands.plan_meeting(
        petra, group.body, on=on, starts=time(8, 30), ends=time(10), digital=True
    )


def _spring(petra: Actor, group: Group, *, on: date, today: date) -> dict[str, object]:
    """The meeting that let parts of the model be tested."""
    meeting = _meeting(petra, group, on)
    item = commands.raise_item(petra, meeting, title="Tester", kind=ItemKind.DECISION)
    commands.hold_meeting(petra, meeting, present=group.all_but(), today=today)
    model = latest_model("kronobarn")
    decision = commands.record_decision(
        petra,
        item,
        wording=f"Delar av praxismodellen i version {model.version} testas i länet.",
        responsible="Processledarna",
        changes_model=(model.id, model.version),
    )
    return {"model_decision": decision.public_id, "model": [model.id, model.version]}


def _autumn(petra: Actor, group: Group, *, on: date, today: date) -> dict[str, object]:
    """The last meeting: shortened, so that one item moves; agreements prolonged; a question asked."""
    meeting, coming = (
        _meeting(petra, group, on),
        _meeting(petra, group, today + timedelta(UNTIL_NEXT)),
    )
    titles = {
        "Nuläget i testerna": ItemKind.REPORT_BACK,
        "Nulägesanalys från varje organisation": ItemKind.DISCUSSION,
        "Överenskommelser om barn": ItemKind.DECISION,
    }
    tests, analysis, agreements = (
        commands.raise_item(petra, meeting, title=title, kind=kind)
        for title, kind in titles.items()
    )
    commands.hold_meeting(
        petra,
        meeting,
        present=group.all_but(SILENT),
        absent=[group.seats[SILENT]],
        today=today,
    )
    follower = commands.postpone_item(petra, analysis, to=coming, reason="Mötet kortades.")
    commands.close_item(petra, tests, outcome=Outcome.NOTED, note="Alla testar, på olika sätt.")
    decision = commands.record_decision(
        petra,
        agreements,
        wording="Överenskommelser om barn som skulle ha setts över nu förlängs ett år.",
        responsible="Tvärgrupp barn",
        due=today + timedelta(days=365),
    )
    agreement = commands.register_agreement(
        petra,
        title="Samverkan kring barn som placeras",
        parties=[organisation("Växjö kommun"), organisation("Region Kronoberg")],
        valid_from=on - timedelta(days=700),
        valid_to=on + timedelta(days=30),
    )
    contradiction = commands.mark_contradiction(
        petra, agreement, says="Kommunen samordnar.", owner=group.body,
        other_text="Vägledningen", other_says="Regionen samordnar.",
    )  # fmt: skip
    commands.extend_agreement(
        petra, agreement, decision=decision,
        valid_to=on + timedelta(days=396), revise_by=today + timedelta(days=365),
    )  # fmt: skip
    asked = commands.ask_report_back(
        petra, tests, question="Hur går testerna hos er?", due=today + timedelta(UNTIL_NEXT)
    )
    for name in ORGANISATIONS:
        if name not in {SILENT, "Växjö kommun"}:
            commands.answer_report_back(
                petra, asked, organisation=organisation(name), text=f"{name} testar.", today=today
            )
    return {
        "meeting": meeting.public_id,
        "coming": coming.public_id,
        "postponed": analysis.public_id,
        "follower": follower.public_id,
        "decision": decision.public_id,
        "agreement": agreement.public_id,
        "contradiction": contradiction.public_id,
        "report_back": asked.public_id,
    }
