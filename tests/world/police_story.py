"""Pål has met Alva at the station: a file of the police's own, with Karin on it, and nothing shared."""

from datetime import date

from varjebarn.ops.world.children import born, open_alva
from varjebarn.ops.world.hiring import hire_staff
from varjebarn.ops.world.logins import People
from varjebarn.people.commands import open_file, register_guardian

SEEN = "Jag mötte Alva ensam vid stationen klockan 23. Hon ville inte gå hem."


def met_at_the_station() -> dict[str, object]:
    people = People()
    hire_staff(people)
    alva = open_alva(people, date.today())
    with people.acting("police") as pal:
        file = open_file(
            pal,
            given_name="Alva",
            family_name="Lund",
            born=born(7, date.today()),
            reason="Mötte barnet i tjänsten",
            person_ref=people.persons["child"],
        )
        register_guardian(
            pal,
            file,
            person_ref=people.persons["guardian"],
            name="Karin Lund",
            relation="Mamma",
            custody=True,
            source="Folkbokföringen i dag",
        )
    return {"persons": people.persons, "alva": alva, "at_police": file.public_id}
