"""Alva's story with one, or thirty, more of everything that a page lists."""

from datetime import timedelta
from uuid import UUID

from django.utils import timezone

from varjebarn.disclosure.commands import CircleMember, ask_consent
from varjebarn.disclosure.queries import request_answers
from varjebarn.kernel.actors import Actor
from varjebarn.ops.world import sharing
from varjebarn.ops.world.logins import People, unit
from varjebarn.organisations.commands import assign
from varjebarn.organisations.reference import first_keeper
from varjebarn.participation.commands import note_view
from varjebarn.participation.values import Whose
from varjebarn.people.commands import notify, open_file
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import open_child
from varjebarn.plan import commands, queries
from varjebarn.practice.queries import latest_model
from varjebarn.wellbeing.commands import hand_signal, notice_signal
from varjebarn.wellbeing.values import Note, NoteKind

from tests.world import staff_story
from tests.world.cast import people_of

TODAY = timezone.localdate()
SOON = TODAY + timedelta(days=60)


def one() -> dict[str, object]:
    return _with(1)


def thirty() -> dict[str, object]:
    return _with(30)


def _with(number: int) -> dict[str, object]:
    world = staff_story.build()
    people, alva = people_of(world), UUID(str(world["alva"]))
    keeper = first_keeper(unit(*sharing.SCHOOL).unit)
    with people.acting_person(keeper) as kim:
        for n in range(number):
            assign(
                kim,
                given_name=f"Ny{n}",
                family_name="Prov",
                title="Lärare",
                duties=["professional"],
            )
    for n in range(number):
        _another(people, alva, n)
    with people.acting("principal") as lena:
        plan = queries.current_plan(lena, open_child(lena, alva))
        assert plan is not None
        return {**world, "plan": plan.public_id}


def _another(people: People, alva: UUID, n: int) -> None:
    """One more child, signal, view, consent, need, goal, action, version, copy and notice."""
    with people.acting("teacher") as tor:
        signal = notice_signal(
            tor,
            open_child(tor, alva),
            notes=[Note(dimension="safe", kind=NoteKind.CHALLENGE, text=f"Något {n}")],
            own_words="",
            on=TODAY,
            noticed_on=TODAY,
            model=latest_model("kronobarn"),
        )
        hand_signal(tor, signal, to_person=people.persons["principal"])
    with people.acting("principal") as lena:
        open_file(lena, given_name=f"Barn{n}", family_name="Prov", born=TODAY, reason="Elev")
        child = open_child(lena, alva)
        note_view(
            lena,
            child,
            on=TODAY,
            whose=Whose.CHILD,
            name="Alva",
            words=f"Ord {n}",
            said_on=TODAY,
            occasion="Samtal",
            verbatim=True,
            child_checked=True,
        )
        notify(lena, child, kind="contribution")
        _write(lena, child, n)
    with people.acting("principal") as lena:
        child = open_child(lena, alva)
        plan = queries.current_plan(lena, child)
        assert plan is not None
        sharing.publish(lena, plan, TODAY)
        signals = frozenset({"signal"})
        ask_consent(
            lena,
            child,
            purpose=f"Fråga {n}",
            last_day=SOON,
            circle=[
                CircleMember(unit=unit(*place).unit, parts=signals)
                for place in (sharing.SCHOOL, sharing.SOCIAL)
            ],
            answers=request_answers(lena, child),
        )


def _write(lena: Actor, child: ChildFile, n: int) -> None:
    plan = queries.current_plan(lena, child)
    assert plan is not None
    need = commands.add_need(lena, plan, wording=f"Behov {n}", dimension="safe")
    goal = commands.agree_goal(lena, plan, need=need.ref, wording=f"Mål {n}")
    commands.plan_action(
        lena,
        plan,
        wording=f"Insats {n}",
        goal=goal.ref,
        unit=unit(*sharing.MEDICAL).unit,
        due=SOON,
    )
    commands.note_disagreement(lena, plan, whose="Karin", text=f"Annat {n}", on=TODAY)
