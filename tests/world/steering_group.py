"""A steering group as in the county's notes, with made-up people: one item postponed, one silent.

Everything is done as somebody, through the commands. Days are counted from today.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from varjebarn.database.acting import acting_as, assignments, open_login
from varjebarn.kernel.actors import Actor, Kind
from varjebarn.organisations import queries as organisations
from varjebarn.organisations.commands import assign
from varjebarn.organisations.reference import _key
from varjebarn.practice.queries import latest_model
from varjebarn.steering import commands
from varjebarn.steering.models import Body, ItemKind, Level, Meeting, Membership, Outcome, Seat

UNIT = _key("unit", "Länets samverkan", "Processledning")
PETRA = _key("person", UNIT.hex, "Petra", "Sjölund")
GROUP = "Styrgruppen"
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
WAITED, UNTIL_NEXT, SINCE_SPRING = 18, 10, 172
ORGANISATIONS = {
    "Växjö kommun": "Sara Ek",
    "Lessebo kommun": "Olle Dahl",
    "Region Kronoberg": "Greta Holm",
    "Polismyndigheten": "Nils Öberg",
}
SILENT = "Lessebo kommun"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The steering group with its seats, while it is being made."""

    body: Body
    seats: Mapping[str, Membership]

    def all_but(self, *away: str) -> list[Membership]:
        return [seat for name, seat in self.seats.items() if name not in away]


@contextmanager
def acting(person: UUID) -> Iterator[Actor]:
    """Act as a member of staff under the assignment that person got last."""
    token = open_login(person, Kind.STAFF)
    with acting_as(token, assignments(token)[-1].assignment) as actor:
        yield actor


def build() -> dict[str, object]:
    """Make the group and its year; answer the ids that tests ask for."""
    today = timezone.localdate()
    people = _people()
    with acting(PETRA) as petra:
        group = _group(petra, people, since=today - timedelta(days=400))
        tests = _spring(petra, group, on=today - timedelta(days=SINCE_SPRING), today=today)
        autumn = _autumn(petra, group, on=today - timedelta(days=WAITED), today=today)
    return {**people, **tests, **autumn, "petra": PETRA, "group": group.body.public_id}


def _people() -> dict[str, object]:
    """Let the unit's keeper give two people a login: one with a seat, one without."""
    with acting(PETRA) as petra:
        keeper = organisations.staff(petra, duty="keeper")[0].person
        orgs = {
            line.organisation_name: str(line.unit) for line in organisations.units()
        }  # shows that staff find the catalogue
    assert set(ORGANISATIONS) <= set(orgs)
    with acting(keeper) as actor:
        sara, ulf = (
            assign(
                actor, title=title, duties=["professional"],
                given_name=given, family_name=family, valid_from=LONG_AGO,
            ).person
            for given, family, title in (
                ("Sara", "Ek", "Skolchef"), ("Ulf", "Utter", "Handläggare"),
            )
        )  # fmt: skip
    return {"member": sara, "outsider": ulf}


def _group(petra: Actor, people: Mapping[str, object], *, since: date) -> Group:
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
            person=UUID(str(people["member"])) if who == "Sara Ek" else None,
            name=who,
            title="Förvaltningschef",
            valid_from=since,
        )
        for name, who in ORGANISATIONS.items()
    }
    return Group(body=body, seats=seats)


def organisation(name: str) -> UUID:
    return _key("organisation", name)


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
        contradiction="Säger emot vägledningen om vem som samordnar.",
    )
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
        "report_back": asked.public_id,
    }
