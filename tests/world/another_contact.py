"""Tove's world: Signe of the social services meets her, and her contact works at the child health centre.

Both her parents have custody. At the centre Berit holds the intake beside Sanna, who is the contact and
has a file of her own about Tove.
"""

from datetime import date

from varjebarn.database.accounts import create_account
from varjebarn.ops.world.children import open_alva
from varjebarn.ops.world.hiring import E_IDENTIFICATION, hire_staff
from varjebarn.ops.world.logins import People, unit
from varjebarn.ops.world.small_child import open_tove
from varjebarn.organisations.cast import PASSWORD
from varjebarn.organisations.commands import assign
from varjebarn.organisations.reference import first_keeper
from varjebarn.people.commands import family_person, register_guardian
from varjebarn.people.queries import open_child

CENTRE = ("Region Kronoberg", "Barnhälsovård")
SOCIAL = ("Växjö kommun", "Socialtjänst barn och unga")
MOTHER, INTAKE = "mother", "centre-intake"


def address(slug: str) -> str:
    """What the two log in with who are not of the cast."""
    return f"{slug}@demo.example"


def tove_and_both_her_parents() -> dict[str, object]:
    people, on = People(), date.today()
    hire_staff(people)
    open_alva(people, on)
    tove = open_tove(people, on)
    with people.acting("social-worker") as signe:
        people.persons[MOTHER] = family_person(
            signe,
            system=E_IDENTIFICATION,
            value=MOTHER,
            given_name="Linnea",
            family_name="Falk",
        )
        register_guardian(
            signe,
            open_child(signe, tove),
            person_ref=people.persons[MOTHER],
            name="Linnea Falk",
            relation="Mamma",
            custody=True,
            source=f"Folkbokföringen {on:%Y-%m-%d}",
        )
    with people.acting_person(first_keeper(unit(*CENTRE).unit)) as keeper:
        people.persons[INTAKE] = assign(
            keeper,
            given_name="Berit",
            family_name="Lager",
            title="Vårdadministratör",
            duties=("professional", "intake"),
        ).person
    for slug in (MOTHER, INTAKE):
        create_account(person=people.persons[slug], email=address(slug), password=PASSWORD)
    return {"persons": people.persons, "tove": tove}
