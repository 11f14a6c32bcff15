"""Gives the cast their assignments: each unit's keeper hires, and everybody gets an account."""

from uuid import UUID

from varjebarn.database.accounts import create_account
from varjebarn.kernel.actors import Actor
from varjebarn.ops.world.logins import People, unit
from varjebarn.organisations.cast import PASSWORD, Member, cast
from varjebarn.organisations.commands import assign
from varjebarn.organisations.queries import workplaces
from varjebarn.organisations.reference import first_keeper, reference_person
from varjebarn.people.commands import family_person

REFERENCE = ("keeper", "process-leader")
E_IDENTIFICATION = "demo"


def hire_staff(people: People) -> None:
    """Hire everybody of the cast who has a unit. Keepers and the process leader are there already."""
    for member in cast().values():
        if not member.unit:
            continue
        if member.slug in REFERENCE:
            people.persons[member.slug] = reference_person(
                unit(member.organisation, member.unit).unit,
                member.given,
                member.family,
            )
        else:
            people.persons[member.slug] = hire(people, member)
        account(people, member)


def hire(people: People, member: Member) -> UUID:
    """Let the keeper of a unit give one person an assignment there."""
    keeper = first_keeper(unit(member.organisation, member.unit).unit)
    with people.acting_person(keeper) as actor:
        place = next((w.public_id for w in workplaces(actor) if w.name == member.workplace), None)
        return assign(
            actor,
            given_name=member.given,
            family_name=member.family,
            title=member.title,
            duties=member.duties,
            workplace=place,
        ).person


def connect_family(people: People, actor: Actor, slug: str) -> UUID:
    """Connect a child or guardian of the cast by their (made-up) e-identification."""
    member = cast()[slug]
    people.persons[slug] = family_person(
        actor,
        system=E_IDENTIFICATION,
        value=slug,
        given_name=member.given,
        family_name=member.family,
    )
    return people.persons[slug]


def account(people: People, member: Member) -> None:
    """Give a member of the cast an account with the demo's password."""
    create_account(person=people.persons[member.slug], email=member.email, password=PASSWORD)
