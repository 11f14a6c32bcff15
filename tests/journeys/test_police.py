"""Pål takes part by the family's consent: one part goes to him, and his measure comes back."""

from uuid import UUID

import psycopg
import pytest

from varjebarn.database.accounts import create_account
from varjebarn.organisations.cast import PASSWORD

from tests.journeys.in_other_units import take_in
from tests.journeys.stage import PHONE, Person, Stage
from tests.world.demo import told_cast

pytestmark = pytest.mark.world.with_args(told_cast)

MATS = "mats@exempel.se"
HIS = "Träffa Hampus och berätta hur polisen kan hjälpa till"
WHY = "Hampus är ute sent och har varit med när det bråkats."
MET = "Vi har setts två gånger på fritidsgården."


@pytest.fixture
def mats(owner: psycopg.Connection, own_database: str) -> None:
    """Hampus's father has a login, as every guardian; here also a password."""
    del own_database
    found = owner.execute(
        "SELECT person_ref FROM people_guardian WHERE name = 'Mats Öberg' LIMIT 1"
    ).fetchone()
    assert found is not None
    create_account(person=UUID(str(found[0])), email=MATS, password=PASSWORD)


def the_father(stage: Stage) -> Person:
    mats = stage.somebody(PHONE)
    mats.arrive("/")
    mats.follow("Jag är förälder")
    mats.write("E-post", MATS)
    mats.write("Lösenord", PASSWORD)
    mats.press("Logga in")
    return mats


def opens_what_the_family_has_said_yes_to(stage: Stage) -> Person:
    pal = stage.person("police")
    pal.follow("Barnets plan, version 1: Hampus")
    take_in(pal, into="En ny akt")
    pal.sees("Mottagen.", HIS)
    pal.misses(WHY)
    return pal


@pytest.mark.usefixtures("mats")
def test_with_consent_one_part_goes_to_the_police_and_their_measure_comes_back(
    stage: Stage,
) -> None:
    pal = opens_what_the_family_has_said_yes_to(stage)
    pal.follow("Bidra till planen", within=pal.main)
    pal.choose("Hur går det?", "Påbörjad")
    pal.write("Något att berätta?", MET)
    pal.press("Skicka bidraget")
    pal.sees("Ditt bidrag är skickat.")

    lena = stage.person("principal")
    lena.follow("Hampus", within=lena.region("Mina barn"))
    lena.tab("Planen")
    lena.sees(MET)
    mats = the_father(stage)
    mats.sees("Nytt om Hampus")
    mats.follow("Planen", within=mats.page.get_by_role("navigation", name="Huvudmeny"))
    if "Hampus" not in mats.page.title():
        mats.follow("Hampus", within=mats.main)
    mats.sees(MET)
    assert stage.said == [], "nothing in the console, and no report of the CSP"
