"""The world that is measured: rows in bulk around it, and a few children made through the doors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import psycopg

if TYPE_CHECKING:
    from varjebarn.kernel.actors import Actor, Kind
    from varjebarn.ops.world.logins import People
    from varjebarn.people.models import ChildFile
    from varjebarn.practice.values import PracticeModel

CLIENTS = (
    4  # each has a child and a plan of its own, so that none waits for another's lock; the rows too
)
ENTRIES = 60
NEEDS = 6
CIRCLE = (
    ("Växjö kommun", "Skola"),
    ("Växjö kommun", "Elevhälsans medicinska insats"),
    ("Växjö kommun", "Elevhälsa"),
    ("Växjö kommun", "Socialtjänst barn och unga"),
    ("Region Kronoberg", "Barn- och ungdomspsykiatri"),
    ("Region Kronoberg", "Barn- och ungdomshabilitering"),
)
PURPOSE = "Att samordna stödet"
POPULATION = Path(__file__).with_name("population.sql")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """One database, the person who is measured, and her plans with sixty actions each."""

    database: str
    admin_url: str
    children: int
    people: People
    plans: tuple[UUID, ...]
    meeting: UUID

    @classmethod
    def make(cls, database: str, admin_url: str, children: int) -> World:
        """Hire the cast, fill the tables, and make the measured children as Lena and the family."""
        from varjebarn.ops.bench import county  # noqa: PLC0415 - it measures worlds
        from varjebarn.ops.world.hiring import hire_staff  # noqa: PLC0415 - Django has begun by now
        from varjebarn.ops.world.logins import People  # noqa: PLC0415 - as above

        people = People()
        hire_staff(people)
        with people.acting("principal") as lena:
            person, unit = lena.person_id, lena.unit_id
        populate(admin_url, children, person=person, unit=unit or 0)
        plans = tuple(_measured_plan(people, n) for n in range(CLIENTS + 1))
        meeting = county.fill(people)
        with psycopg.connect(admin_url, autocommit=True) as admin:
            admin.execute("VACUUM ANALYZE")
            admin.execute("CHECKPOINT")
        return cls(
            database=database,
            admin_url=admin_url,
            children=children,
            people=people,
            plans=plans,
            meeting=meeting,
        )

    def login(self) -> tuple[UUID, Kind]:
        """Answer whom the measured person logs in as."""
        from varjebarn.kernel.actors import Kind  # noqa: PLC0415 - Django has begun by now

        return self.people.persons["principal"], Kind.STAFF


def populate(admin_url: str, children: int, *, person: int, unit: int) -> None:
    """Fill the tables with an invented county's rows."""
    with psycopg.connect(admin_url) as admin:
        for name, value in (("children", children), ("person", person), ("unit", unit)):
            admin.execute("SELECT set_config(%s, %s, false)", [f"bench.{name}", str(value)])
        admin.execute(POPULATION.read_bytes())


def _measured_plan(people: People, n: int) -> UUID:
    """Make a child with a guardian, a consent for five other units, and a plan with sixty actions."""
    from varjebarn.ops.world import sharing  # noqa: PLC0415 - Django has begun by now
    from varjebarn.ops.world.hiring import connect_family  # noqa: PLC0415 - as above
    from varjebarn.people.commands import open_file, register_guardian  # noqa: PLC0415 - as above
    from varjebarn.people.queries import open_child  # noqa: PLC0415 - as above

    with people.acting("principal") as lena:
        karin = connect_family(people, lena, "guardian")
        child = open_file(
            lena,
            given_name=f"Mätbarn {n}",
            family_name="Prov",
            born=date.today() - timedelta(days=3000),  # noqa: DTZ011 - a day, not a moment
            reason="Elev",
        )
        register_guardian(
            lena,
            child,
            person_ref=karin,
            name="Karin Lund",
            relation="Mamma",
            custody=True,
            source="Folkbokföringen",
        )
        file = child.public_id
    today = date.today()  # noqa: DTZ011 - as above
    with people.acting("principal") as lena:
        sharing.ask(
            lena,
            open_child(lena, file),
            purpose=PURPOSE,
            circle=dict.fromkeys(CIRCLE, sharing.ALL_PARTS),
            last_day=today + timedelta(days=200),
        )
    with people.acting("guardian") as guardian:
        sharing.answer(guardian, dict.fromkeys(CIRCLE, sharing.YES))
    with people.acting("principal") as lena:
        return _write(lena, file, today)


def _write(lena: Actor, file: UUID, today: date) -> UUID:
    from varjebarn.ops.world.logins import unit  # noqa: PLC0415 - Django has begun by now
    from varjebarn.ops.world.story import MODEL  # noqa: PLC0415 - as above
    from varjebarn.participation.commands import note_view  # noqa: PLC0415 - as above
    from varjebarn.participation.values import Whose  # noqa: PLC0415 - as above
    from varjebarn.people.queries import open_child  # noqa: PLC0415 - as above
    from varjebarn.plan import commands  # noqa: PLC0415 - as above
    from varjebarn.practice.queries import latest_model  # noqa: PLC0415 - as above

    child, model = open_child(lena, file), latest_model(MODEL)
    plan = commands.start_plan(
        lena,
        child,
        model_id=model.id,
        model_version=model.version,
        on=today,
        why="Barnet ska ha det bra i skolan.",
        follow_up_on=today + timedelta(days=60),
    )
    note_view(
        lena,
        child,
        on=today,
        whose=Whose.CHILD,
        name=child.called,
        words="Jag vill ha det lugnt.",
        said_on=today,
        occasion="Samtal",
        verbatim=True,
        child_checked=True,
    )
    _notice(lena, child, model, today)
    units = [unit(*place).unit for place in CIRCLE]
    for k in range(NEEDS):
        need = commands.add_need(lena, plan, wording=f"Behov {k + 1}", dimension="safe")
        goal = commands.agree_goal(lena, plan, need=need.ref, wording=f"Mål {k + 1}")
        for j in range(k * ENTRIES // NEEDS, (k + 1) * ENTRIES // NEEDS):
            commands.plan_action(
                lena,
                plan,
                wording=f"Insats {j + 1}",
                goal=goal.ref,
                unit=units[j % len(units)],
                due=today + timedelta(days=30),
            )
    return plan.public_id


def _notice(lena: Actor, child: ChildFile, model: PracticeModel, today: date) -> None:
    """Notice something and judge it, so that the plan's wheel has notes."""
    from varjebarn.wellbeing.commands import assess, notice_signal  # noqa: PLC0415 - as above
    from varjebarn.wellbeing.values import Note, NoteKind  # noqa: PLC0415 - as above

    signal = notice_signal(
        lena,
        child,
        notes=[
            Note(dimension="safe", kind=NoteKind.CHALLENGE, text="Drar sig undan."),
            Note(dimension="achieving", kind=NoteKind.STRENGTH, text="Läser gärna."),
        ],
        own_words="",
        on=today,
        noticed_on=today,
        model=model,
    )
    assess(
        lena,
        child,
        signals=[signal],
        answers={"q1": False, "q2": False, "q3": True},
        to_author="Vi gör en plan.",
        on=today,
    )
