"""Tove is two years old, so her contact is at the child health centre: in another authority.

Signe meets her in the social services, and nothing has been noticed yet. Her father answers when he is
asked; Sanna at the centre has a file of her own about her, of which Signe knows nothing.
"""

from datetime import date
from uuid import UUID

from varjebarn.ops.world.children import born
from varjebarn.ops.world.logins import People
from varjebarn.ops.world.sharing import ahead
from varjebarn.organisations.cast import cast
from varjebarn.people.commands import note_follow_up, open_file, register_guardian

FATHER = "guardian-without-custody"
"""Jonas: without custody of Alva, with custody of Tove."""


def open_tove(people: People, on: date) -> UUID:
    """Open Tove's file in the social services, and another at the child health centre."""
    with people.acting("social-worker") as signe:
        file = open_file(
            signe,
            given_name="Tove",
            family_name="Wester",
            born=born(2, on),
            reason="Föräldrastöd som Jonas har bett om",
        )
        register_guardian(
            signe,
            file,
            person_ref=people.persons[FATHER],
            name=cast()[FATHER].name,
            relation="Pappa",
            custody=True,
            source=f"Folkbokföringen {on:%Y-%m-%d}",
        )
        note_follow_up(signe, file, on=ahead(on, 6))
        found = file.public_id
    with people.acting("bvc-nurse") as sanna:
        open_file(
            sanna,
            given_name="Tove",
            family_name="Wester",
            born=born(2, on),
            reason="Hälsobesök på BVC",
        )
    return found
