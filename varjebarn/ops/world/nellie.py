"""Nellie's plan, which Mia leads: two guardians who read it each in their own way, and a part given outside.

One thing that Nellie has said is kept from her father and not from her mother. Her mother says that
something is wrong; it is corrected in version 2. The leader of an association gets one part by a link.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.disclosure.beside import Outcome
from varjebarn.disclosure.commands import (
    answer_objection,
    give_outside,
    issue_link,
    object_to,
    withhold,
)
from varjebarn.disclosure.defaults import suggested, suggested_answers
from varjebarn.disclosure.outside import Way
from varjebarn.disclosure.queries import (
    covered_associations,
    family_deliveries,
    objections,
    open_family_delivery,
    open_objection,
    protected_at_unit,
)
from varjebarn.disclosure.recipients import ToUnit
from varjebarn.disclosure.withholding import Kind as Kept
from varjebarn.disclosure.withholding import Reach, Why, Wish
from varjebarn.kernel.actors import Actor, Kind
from varjebarn.ops.world import sharing
from varjebarn.ops.world.children import born
from varjebarn.ops.world.logins import People, unit
from varjebarn.ops.world.neighbours import Guardianship, begin_plan, guardian_of, open_further
from varjebarn.ops.world.sharing import CLUB, SCHOOL, YES, ahead
from varjebarn.ops.world.story import Story, plan_of
from varjebarn.participation.commands import note_view
from varjebarn.participation.values import Whose
from varjebarn.people.commands import register_guardian, see_notices
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import open_child
from varjebarn.plan import commands as plans
from varjebarn.plan.documents import outside_document
from varjebarn.plan.models import Plan
from varjebarn.plan.queries import open_version

NAME = "Nellie"
SECRET = "Jag vågar inte säga till pappa att jag inte orkar äta."  # noqa: S105 - what a child said
SHOWN = "Jag vill äta i biblioteket, där är det tyst."
WRONG = "Nellie äter ingen lunch i skolan och är ofta borta på måndagar."
RIGHT = "Nellie äter ingen lunch i skolan och är ofta borta på tisdagar."
LEADER = "Leo Lind"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parents:
    """Both have custody."""

    mother: Guardianship
    father: Guardianship


def open_nellie(people: People, on: date) -> None:
    """Tell all of Nellie's story, each step as the person who takes it."""
    story, parents = _open(people, on)
    _consent(story, parents)
    _plan(story, parents)
    _object_and_correct(story, parents)
    _give_to_the_club(story)


def _open(people: People, on: date) -> tuple[Story, Parents]:
    with people.acting("lead") as mia:
        mother, father = (
            guardian_of(mia, value=value, given=given, family="Wiklund", relation=relation)
            for value, given, relation in (
                ("nellie-mother", "Helena", "Mamma"),
                ("nellie-father", "Johan", "Pappa"),
            )
        )
        nellie = open_further(
            mia,
            given=NAME,
            family="Wiklund",
            birth=born(11, on),
            end="TF08",
            reason="Elev i klass 5B",
            guardian=mother,
            on=on,
        )
        register_guardian(
            mia,
            nellie,
            person_ref=father.person,
            name=father.name,
            relation=father.relation,
            custody=True,
            source=f"Folkbokföringen {on:%Y-%m-%d}",
        )
        for one in (mother, father):
            people.persons[f"{NAME.lower()}-{one.relation.lower()}"] = one.person
        story = Story(people=people, file=nellie.public_id, on=on)
    return story, Parents(mother=mother, father=father)


def _consent(story: Story, parents: Parents) -> None:
    """Both parents say yes to the association's part; Nellie is heard."""
    with story.people.acting("lead") as mia:
        sharing.ask(
            mia,
            open_child(mia, story.file),
            purpose="Att Nellie ska ha något roligt på onsdagarna",
            circle={SCHOOL: sharing.ALL_PARTS, CLUB: frozenset({"actions"})},
            last_day=ahead(story.on, 120),
        )
    for one in (parents.mother, parents.father):
        with story.people.acting_person(one.person, Kind.FAMILY) as parent:
            sharing.answer(parent, {SCHOOL: YES, CLUB: YES})
    with story.people.acting("lead") as mia:
        child = open_child(mia, story.file)
        sharing.heard(mia, child, {SCHOOL: YES, CLUB: YES}, said_on=ahead(story.on, -2))


def _plan(story: Story, parents: Parents) -> None:
    """Mia writes the plan, keeps one thing that Nellie has said from her father, and publishes."""
    with story.people.acting("lead") as mia:
        child = open_child(mia, story.file)
        _heard(mia, child, SHOWN, story.on)
        withhold(
            mia,
            child,
            item=_heard(mia, child, SECRET, story.on),
            label=SECRET,
            wish=Wish(
                kind=Kept.VIEW,
                reach=Reach.PERSONS,
                why=Why.HARM,
                reason="Nellie har bett om det, och kan fara illa av att pappa läser det nu.",
                review_on=ahead(story.on, 10),
                persons=frozenset({parents.father.person}),
            ),
            on=story.on,
        )
        plan = begin_plan(
            mia, child, why=WRONG, on=ahead(story.on, -14), follow_up_on=ahead(story.on, 12)
        )
        need = plans.add_need(mia, plan, wording="Ork för hela dagen", dimension="healthy")
        goal = plans.agree_goal(
            mia,
            plan,
            need=need.ref,
            wording="Nellie äter lunch varje skoldag",
            child_wording="Jag äter lunch i lugn och ro",
        )
        for wording, place, person in (
            ("Äta lunch i biblioteket med en vuxen", SCHOOL, "Mia Dahlin"),
            ("Hålla en plats i verkstan för Nellie på onsdagar", CLUB, LEADER),
        ):
            plans.plan_action(
                mia,
                plan,
                wording=wording,
                goal=goal.ref,
                unit=unit(*place).unit,
                person_name=person,
                due=ahead(story.on, 25),
            )
    _publish(story)


def _heard(mia: Actor, child: ChildFile, words: str, on: date) -> UUID:
    return note_view(
        mia,
        child,
        whose=Whose.CHILD,
        name=NAME,
        words=words,
        said_on=ahead(on, -2),
        occasion="Samtal i biblioteket",
        on=on,
        verbatim=True,
        child_checked=True,
    ).public_id


def _object_and_correct(story: Story, parents: Parents) -> None:
    """Her mother says what is wrong; Mia answers, corrects it and publishes version 2."""
    with story.people.acting_person(parents.mother.person, Kind.FAMILY) as helena:
        copy = family_deliveries(helena, kind="plan_version")[0]
        object_to(
            helena,
            open_family_delivery(helena, copy.public_id),
            item="why",
            about=WRONG,
            words="Det är på tisdagar hon är borta, när hon har bytt hem kvällen innan.",
        )
    with story.people.acting("lead") as mia:
        child = open_child(mia, story.file)
        answer_objection(
            mia,
            child,
            open_objection(mia, objections(mia, child)[0].submission),
            outcome=Outcome.CORRECTED,
            words="Du har rätt. Det står rätt i version 2.",
            answers=suggested_answers("objection_answer", "GUARDIAN", "sv"),
        )
        plans.set_why(mia, plan_of(mia, story), why=RIGHT)
        see_notices(mia, child)
    _publish(story)


def _give_to_the_club(story: Story) -> None:
    """Leo, who has no account, may read what the association does: by a link that opens once."""
    with story.people.acting("lead") as mia:
        child = open_child(mia, story.file)
        chosen = next(one for one in covered_associations(mia, child) if one.holds)
        plan: Plan = plan_of(mia, story)
        promise = suggested("outside_part", "reservation_text")
        part = give_outside(
            mia,
            child,
            document=outside_document(
                open_version(mia, plan, plan.version).for_units(),
                "actions",
                association=chosen.unit,
                sender=f"{mia.unit_name}, {mia.organisation_name}",
                on=story.on,
            ),
            to=ToUnit(unit=chosen.unit),
            to_name=LEADER,
            way=Way.LINK,
            reservation=promise.label("sv") if promise else "",
            last_day=ahead(story.on, 14),
            consent=chosen.consent,
            answers={"child_view": "Nellie vill att Leo vet att hon kommer."},
            secrecy_shown={protected_at_unit(chosen.unit).mark},
        )
        issue_link(mia, part)


def _publish(story: Story) -> None:
    with story.people.acting("lead") as mia:
        sharing.publish(mia, plan_of(mia, story), story.on)
