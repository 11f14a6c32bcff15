"""Children whom the rest of the cast have something real to do with. None shares a name with the story.

Those guardians have logins like everybody else's, but no account: nobody is told their password.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.kernel.actors import Actor, Kind
from varjebarn.kernel.identity import IdentifierSystem
from varjebarn.ops.world import sharing
from varjebarn.ops.world.children import born, number
from varjebarn.ops.world.hiring import E_IDENTIFICATION
from varjebarn.ops.world.logins import People, unit
from varjebarn.ops.world.sharing import CLUB, POLICE, SCHOOL, SOCIAL, YES, ahead
from varjebarn.ops.world.story import MODEL, Story, plan_of
from varjebarn.participation.commands import note_view
from varjebarn.participation.values import Whose
from varjebarn.people.commands import (
    family_person,
    involve,
    note_follow_up,
    open_file,
    register_guardian,
)
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import open_child
from varjebarn.plan import commands as plans
from varjebarn.plan.models import Plan
from varjebarn.practice.queries import latest_model


@dataclass(frozen=True, slots=True, kw_only=True)
class Guardianship:
    """A guardian of a further child: a name, and the login that answers."""

    name: str
    relation: str
    person: UUID


def open_further(
    actor: Actor,
    *,
    given: str,
    family: str,
    birth: date,
    end: str,
    reason: str,
    guardian: Guardianship | None = None,
    on: date,
) -> ChildFile:
    """Open the file of one more child, with a guardian who has custody if there is to be one."""
    file = open_file(
        actor,
        given_name=given,
        family_name=family,
        born=birth,
        reason=reason,
        identifiers=[(IdentifierSystem.SCHOOL_TEMPORARY, number(birth, end))],
    )
    if guardian is not None:
        register_guardian(
            actor,
            file,
            person_ref=guardian.person,
            name=guardian.name,
            relation=guardian.relation,
            custody=True,
            source=f"Folkbokföringen {on:%Y-%m-%d}",
        )
    return file


def guardian_of(
    actor: Actor, *, value: str, given: str, family: str, relation: str
) -> Guardianship:
    """Connect a guardian by a made-up e-identification."""
    person = family_person(
        actor, system=E_IDENTIFICATION, value=value, given_name=given, family_name=family
    )
    return Guardianship(name=f"{given} {family}", relation=relation, person=person)


def begin_plan(
    actor: Actor,
    child: ChildFile,
    *,
    why: str,
    on: date,
    follow_up_on: date,
    lead: UUID | None = None,
) -> Plan:
    """Begin a plan on the latest version of the county's model."""
    model = latest_model(MODEL)
    return plans.start_plan(
        actor,
        child,
        model_id=model.id,
        model_version=model.version,
        on=on,
        why=why,
        lead=lead,
        follow_up_on=follow_up_on,
    )


def open_ulfs_and_ullas(people: People, on: date) -> None:
    """Give Ulf next door and Ulla elsewhere a child each of their own to work with."""
    with people.acting("principal") as lena:
        stella = open_further(
            lena,
            given="Stella",
            family="Brink",
            birth=born(9, on),
            end="TF04",
            reason="Elev i klass 3B",
            on=on,
        )
        involve(
            lena, stella, person=people.persons["outsider"], role="team", reason="Klasslärare i 3B"
        )
        note_follow_up(lena, stella, on=ahead(on, 2))
    with people.acting("outsider-elsewhere") as ulla:
        edith = open_further(
            ulla,
            given="Edith",
            family="Lind",
            birth=born(11, on),
            end="TF05",
            reason="Utredning enligt socialtjänstlagen",
            on=on,
        )
        note_follow_up(ulla, edith, on=on)


def open_milo(people: People, on: date) -> None:
    """Let Mia lead Milo's plan; it is nearly ready for its first version."""
    with people.acting("principal") as lena:
        mother = guardian_of(
            lena, value="milo-guardian", given="Sofia", family="Sandin", relation="Mamma"
        )
        milo = open_further(
            lena,
            given="Milo",
            family="Sandin",
            birth=born(10, on),
            end="TF06",
            reason="Elev i klass 4A",
            guardian=mother,
            on=on,
        )
        plan = begin_plan(
            lena,
            milo,
            why="Milo orkar inte hela skoldagen. Vi vill hitta en dag som håller.",
            on=ahead(on, -9),
            follow_up_on=ahead(on, 3),
            lead=people.persons["lead"],
        )
        found = milo.public_id
    with people.acting("lead") as mia:
        plan = plan_of(mia, Story(people=people, file=found, on=on))
        note_view(
            mia,
            plan.child_file,
            whose=Whose.CHILD,
            name="Milo",
            words="Det blir för högt efter lunch. Då vill jag vara i biblioteket.",
            said_on=ahead(on, -4),
            occasion="Samtal i biblioteket",
            on=on,
            verbatim=True,
            child_checked=True,
        )
        need = plans.add_need(mia, plan, wording="Lugn efter lunch", dimension="active")
        goal = plans.agree_goal(
            mia,
            plan,
            need=need.ref,
            wording="Milo är med på eftermiddagens lektioner",
            child_wording="Jag orkar vara med",
        )
        plans.plan_action(
            mia,
            plan,
            wording="En lugn plats i biblioteket efter lunch, så länge Milo behöver",
            goal=goal.ref,
            unit=unit(*SCHOOL).unit,
            person_name="Mia Dahlin",
            due=ahead(on, 14),
        )


def open_hampus(people: People, on: date) -> None:
    """Send Hampus's plan to those his father said yes to; police and social services have not opened it."""
    with people.acting("principal") as lena:
        father = guardian_of(
            lena, value="hampus-guardian", given="Mats", family="Öberg", relation="Pappa"
        )
        hampus = open_further(
            lena,
            given="Hampus",
            family="Öberg",
            birth=born(12, on),
            end="TF07",
            reason="Elev i klass 6C",
            guardian=father,
            on=on,
        )
        sharing.ask(
            lena,
            hampus,
            purpose="Att Hampus ska få en trygg fritid",
            circle={
                SCHOOL: sharing.ALL_PARTS,
                SOCIAL: frozenset({"why", "goals", "actions", "team"}),
                POLICE: frozenset({"goals", "actions"}),
                CLUB: frozenset({"actions"}),
            },
            last_day=ahead(on, 150),
        )
        story = Story(people=people, file=hampus.public_id, on=on)
    with people.acting_person(father.person, Kind.FAMILY) as mats:
        sharing.answer(mats, {SCHOOL: YES, SOCIAL: YES, POLICE: YES, CLUB: YES})
    with people.acting("principal") as lena:
        child = open_child(lena, story.file)
        sharing.heard(lena, child, {SCHOOL: YES, SOCIAL: YES}, said_on=ahead(on, -3))
        note_view(
            lena,
            child,
            whose=Whose.CHILD,
            name="Hampus",
            words="Jag vill ha något att göra på kvällarna, inte bara hänga vid stationen.",
            said_on=ahead(on, -3),
            occasion="Samtal hos rektor",
            on=on,
            verbatim=True,
            child_checked=True,
            present="Mats Öberg",
        )
        plan = begin_plan(
            lena,
            child,
            why="Hampus är ute sent och har varit med när det bråkats.",
            on=ahead(on, -12),
            follow_up_on=ahead(on, 9),
        )
        need = plans.add_need(lena, plan, wording="En trygg fritid", dimension="responsible")
        goal = plans.agree_goal(
            lena, plan, need=need.ref, wording="Hampus har en fast aktivitet två kvällar i veckan"
        )
        for wording, place, person in (
            ("Bjuda in till fritidsgården och följa med första gången", SOCIAL, "Signe Falkenberg"),
            ("Träffa Hampus och berätta hur polisen kan hjälpa till", POLICE, "Pål Rask"),
            ("Öppna verkstan för Hampus på torsdagar", CLUB, "Leo Lind"),
        ):
            plans.plan_action(
                lena,
                plan,
                wording=wording,
                goal=goal.ref,
                unit=unit(*place).unit,
                person_name=person,
                due=ahead(on, 21),
            )
    with people.acting("principal") as lena:
        sharing.publish(lena, plan_of(lena, story), on)
