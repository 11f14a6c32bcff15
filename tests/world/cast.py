"""Worlds that tests begin from, built once a run through the commands. Ids go as text."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from varjebarn.kernel.actors import Kind
from varjebarn.ops.world.children import open_alva, open_bilal
from varjebarn.ops.world.hiring import hire_staff
from varjebarn.ops.world.logins import People
from varjebarn.organisations.cast import cast

from tests.world.cluster import current


def hired_cast() -> dict[str, object]:
    """The staff have their assignments; no child is known anywhere."""
    people = People()
    hire_staff(people)
    return {"persons": people.persons}


def two_children() -> dict[str, object]:
    """Alva is known at the school and by the nurse, Bilal (protected) by the nurse alone."""
    people = People()
    hire_staff(people)
    alva = open_alva(people, date.today())
    bilal = open_bilal(people, date.today())
    return {"persons": people.persons, "alva": alva, "bilal": bilal}


@dataclass
class Cast(People):
    """Those who log in anew in each copy of their world."""

    copy: str = ""

    def login(self, person: UUID, kind: Kind) -> tuple[str, UUID | None]:
        """Give the token and assignment that a person acts with in the copy that is in use."""
        if self.copy != current():
            self.tokens.clear()
            self.copy = current()
        return super().login(person, kind)


def people_of(world: dict[str, object]) -> People:
    """Act as the people of a world again, each with a login of their own."""
    persons = world["persons"]
    assert isinstance(persons, dict)
    return Cast(persons={slug: UUID(str(person)) for slug, person in persons.items()})


def kind_of(slug: str) -> Kind:
    return cast()[slug].kind
