"""Opens the files of the cast's children, with guardians and those who work with them."""

from datetime import date, timedelta
from uuid import UUID

from varjebarn.kernel.ages import birthday
from varjebarn.kernel.identity import IdentifierSystem
from varjebarn.ops.world.hiring import account, connect_family
from varjebarn.ops.world.logins import People
from varjebarn.organisations.cast import cast
from varjebarn.people.commands import involve, open_file, register_guardian
from varjebarn.people.values import Protection

ALVA_NUMBER = "TF01"
BILAL_NUMBER = "TF02"
VIGGO_NUMBER = "TF03"


def born(age: int, on: date, *, day: int = 40) -> date:
    """Give a birth date that makes somebody an age on a day, with a birthday some days ago."""
    return birthday(on - timedelta(days=day), -age)


def open_alva(people: People, on: date) -> UUID:
    """Open Alva's file at the school: Karin has custody, Jonas does not; Tor is her teacher.

    The school nurse knows her too, in her own unit. Ulf works next door and has no business here.
    """
    with people.acting("principal") as lena:
        alva = connect_family(people, lena, "child")
        karin = connect_family(people, lena, "guardian")
        jonas = connect_family(people, lena, "guardian-without-custody")
        file = open_file(
            lena,
            given_name="Alva",
            family_name="Lund",
            born=born(7, on),
            reason="Elev i klass 1B",
            identifiers=[(IdentifierSystem.SCHOOL_TEMPORARY, number(born(7, on), ALVA_NUMBER))],
            person_ref=alva,
        )
        checked = f"Folkbokföringen {on:%Y-%m-%d}"
        register_guardian(
            lena,
            file,
            person_ref=karin,
            name="Karin Lund",
            relation="Mamma",
            custody=True,
            source=checked,
        )
        register_guardian(
            lena,
            file,
            person_ref=jonas,
            name="Jonas Wester",
            relation="Pappa",
            custody=False,
            source=checked,
        )
        involve(
            lena,
            file,
            person=people.persons["teacher"],
            role="team",
            reason="Klasslärare i 1B",
        )
        found = file.public_id
    with people.acting("nurse") as noor:
        open_file(
            noor,
            given_name="Alva",
            family_name="Lund",
            born=born(7, on),
            reason="Skolsköterska på Björkskolan",
            identifiers=[(IdentifierSystem.SCHOOL_TEMPORARY, number(born(7, on), ALVA_NUMBER))],
        )
    for slug in ("child", "guardian", "guardian-without-custody"):
        account(people, cast()[slug])
    return found


def open_bilal(people: People, on: date) -> UUID:
    """Open Bilal's file at the school medical service: protected, so Noor alone is named there."""
    with people.acting("nurse") as noor:
        bilal = connect_family(people, noor, "teen")
        samir = connect_family(people, noor, "guardian-of-teen")
        file = open_file(
            noor,
            given_name="Bilal",
            family_name="Rahimi",
            born=born(15, on),
            reason="Skolsköterska för Bilal",
            protection=Protection.MARKED,
            identifiers=[(IdentifierSystem.SCHOOL_TEMPORARY, number(born(15, on), BILAL_NUMBER))],
            person_ref=bilal,
        )
        register_guardian(
            noor,
            file,
            person_ref=samir,
            name="Samir Rahimi",
            relation="Pappa",
            custody=True,
            source=f"Folkbokföringen {on:%Y-%m-%d}",
            view_agreed=True,
        )
        found = file.public_id
    for slug in ("teen", "guardian-of-teen"):
        account(people, cast()[slug])
    return found


def open_viggo(people: People, on: date) -> UUID:
    """Open the file of Alva's brother, with whom nothing has begun: Karin is his guardian too."""
    with people.acting("principal") as lena:
        viggo = connect_family(people, lena, "second-child")
        file = open_file(
            lena,
            given_name="Viggo",
            family_name="Lund",
            born=born(8, on),
            reason="Elev i klass 2A",
            identifiers=[(IdentifierSystem.SCHOOL_TEMPORARY, number(born(8, on), VIGGO_NUMBER))],
            person_ref=viggo,
        )
        for slug, relation, custody in (
            ("guardian", "Mamma", True),
            ("guardian-without-custody", "Pappa", False),
        ):
            register_guardian(
                lena,
                file,
                person_ref=people.persons[slug],
                name=cast()[slug].name,
                relation=relation,
                custody=custody,
                source=f"Folkbokföringen {on:%Y-%m-%d}",
            )
        involve(
            lena,
            file,
            person=people.persons["teacher"],
            role="team",
            reason="Har Viggo på fritids",
        )
        found = file.public_id
    account(people, cast()["second-child"])
    return found


def number(birth: date, end: str) -> str:
    """Make a school's temporary number (SS 12000), which is nobody's personal identity number."""
    return f"{birth:%Y%m%d}{end}"
