"""Makes the further children, school by school, as those who work there.

May be interrupted and run again: a child who is there already is left as it is.
"""

from datetime import date
from uuid import UUID

from varjebarn.kernel.identity import IdentifierSystem
from varjebarn.ops.world import sharing
from varjebarn.ops.world.children import born, number
from varjebarn.ops.world.drawing import Drawn, School, draw_schools
from varjebarn.ops.world.logins import People, unit
from varjebarn.ops.world.neighbours import begin_plan, guardian_of
from varjebarn.ops.world.sharing import ahead
from varjebarn.ops.world.story import MODEL, Story, plan_of
from varjebarn.organisations.commands import assign
from varjebarn.organisations.queries import staff, units, workplaces
from varjebarn.organisations.reference import first_keeper
from varjebarn.participation.commands import note_view
from varjebarn.participation.values import Whose
from varjebarn.people.commands import involve, note_follow_up, open_file, register_guardian
from varjebarn.people.queries import my_children, open_child
from varjebarn.plan import commands as plans
from varjebarn.practice.queries import latest_model
from varjebarn.wellbeing.commands import hand_signal, notice_signal
from varjebarn.wellbeing.values import Note, NoteKind

SCHOOL = "Skola"
MOST = 1000
HEAD, TEACHER = "head", "teacher"
HEAD_DUTIES = ("professional", "contact", "manager", "intake")


def make_crowd(on: date, *, per_school: int | None = None) -> int:
    """Make every school's children; answer how many were new."""
    people = People()
    places = [line.organisation_name for line in units() if line.name == SCHOOL]
    return sum(
        make_school(people, school, on) for school in draw_schools(places, per_school=per_school)
    )


def make_school(people: People, school: School, on: date) -> int:
    """Make one school's children, each in transactions of its own."""
    _hire(people, school)
    with people.acting(HEAD) as head:
        known = {line.name for line in my_children(head, most=MOST)}
    missing = [child for child in school.children if child.name not in known]
    for child in missing:
        _make_child(people, school, child, on)
    return len(missing)


def _hire(people: People, school: School) -> None:
    """Find or hire the two who work with these children."""
    place = unit(school.organisation, SCHOOL).unit
    with people.acting_person(first_keeper(place)) as keeper:
        known = {line.name: line.person for line in staff(keeper)}
        workplace = workplaces(keeper)[-1].public_id
        for slug, names, title, duties in (
            (HEAD, school.head, "Rektor", HEAD_DUTIES),
            (TEACHER, school.teacher, "Klasslärare", ("professional",)),
        ):
            people.persons[slug] = known.get(" ".join(names)) or (
                assign(
                    keeper,
                    given_name=names[0],
                    family_name=names[1],
                    title=title,
                    duties=duties,
                    workplace=workplace,
                ).person
            )


def _make_child(people: People, school: School, child: Drawn, on: date) -> None:
    file = _open(people, child, on)
    if child.noticed:
        _notice(people, file, child, on)
    if child.plan:
        _plan(people, school, file, child, on)


def _open(people: People, child: Drawn, on: date) -> UUID:
    birth = born(child.age, on, day=child.birthday_ago)
    with people.acting(HEAD) as head:
        parent = guardian_of(
            head,
            value=child.login,
            given=child.parent,
            family=child.family,
            relation=child.relation,
        )
        file = open_file(
            head,
            given_name=child.given,
            family_name=child.family,
            born=birth,
            reason=f"Elev i årskurs {max(child.age - 6, 0) or 'F'}",
            identifiers=[(IdentifierSystem.SCHOOL_TEMPORARY, number(birth, child.code))],
        )
        register_guardian(
            head,
            file,
            person_ref=parent.person,
            name=parent.name,
            relation=parent.relation,
            custody=True,
            source=f"Folkbokföringen {on:%Y-%m-%d}",
        )
        involve(head, file, person=people.persons[TEACHER], role="team", reason="Klasslärare")
        note_follow_up(head, file, on=ahead(on, child.follow_up))
        return file.public_id


def _notice(people: People, file: UUID, child: Drawn, on: date) -> None:
    with people.acting(TEACHER) as teacher:
        signal = notice_signal(
            teacher,
            open_child(teacher, file),
            notes=[
                Note(dimension=line["dimension"], kind=NoteKind(line["kind"]), text=line["text"])
                for line in child.noticed
            ],
            own_words="",
            on=ahead(on, -abs(child.follow_up) - 1),
            model=latest_model(MODEL),
        )
        hand_signal(teacher, signal, to_person=people.persons[HEAD])


def _plan(people: People, school: School, file: UUID, child: Drawn, on: date) -> None:
    """Begin a plan, hear the child, agree on a goal and an action, and publish it."""
    words = child.plan or {}
    follow_up_on = ahead(on, max(child.follow_up, 0))
    with people.acting(HEAD) as head:
        found = open_child(head, file)
        note_view(
            head,
            found,
            whose=Whose.CHILD,
            name=child.given,
            words=words["said"],
            said_on=ahead(on, -7),
            occasion="Samtal i skolan",
            on=on,
            verbatim=True,
            child_checked=True,
        )
        plan = begin_plan(
            head, found, why=words["why"], on=ahead(on, -10), follow_up_on=follow_up_on
        )
        need = plans.add_need(head, plan, wording=words["need"], dimension=words["dimension"])
        goal = plans.agree_goal(head, plan, need=need.ref, wording=words["goal"])
        plans.plan_action(
            head,
            plan,
            wording=words["action"],
            goal=goal.ref,
            unit=unit(school.organisation, SCHOOL).unit,
            person_name=" ".join(school.teacher),
            due=ahead(follow_up_on, 5),
        )
    with people.acting(HEAD) as head:
        sharing.publish(head, plan_of(head, Story(people=people, file=file, on=on)), on)
