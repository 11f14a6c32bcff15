"""Pål takes part: first by the family's consent, then on the police's own ground, and the family is told."""

from collections.abc import Iterator
from uuid import UUID

import psycopg
import pytest
from playwright.sync_api import Browser

from varjebarn.database.accounts import create_account
from varjebarn.ops.world.logins import unit
from varjebarn.organisations.cast import PASSWORD

from tests.journeys.in_other_units import take_in
from tests.journeys.stage import PHONE, Person, Stage
from tests.world import axe
from tests.world.circle import SOCIAL
from tests.world.cluster import Databases
from tests.world.demo import told_cast
from tests.world.serving import serving

pytestmark = pytest.mark.world.with_args(told_cast)

MATS = "mats@exempel.se"
HIS = "Träffa Hampus och berätta hur polisen kan hjälpa till"
WHY = "Hampus är ute sent och har varit med när det bråkats."
MET = "Vi har setts två gånger på fritidsgården."
SEEN = "Jag mötte Hampus ensam vid stationen klockan 23. Han ville inte gå hem."


@pytest.fixture
def stage(
    databases: Databases, own_database: str, browser: Browser, owner: psycopg.Connection
) -> Iterator[Stage]:
    found = owner.execute(
        "SELECT person_ref FROM people_guardian WHERE name = 'Mats Öberg' LIMIT 1"
    ).fetchone()
    assert found is not None
    create_account(person=UUID(str(found[0])), email=MATS, password=PASSWORD)
    with serving(databases, own_database) as site:
        made = Stage(site=site, browser=browser, javascript=True, pictures=False)
        yield made
        made.leave()


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
    mats.follow("Hampus", within=mats.main) if mats.page.url.endswith("/plan/") else None
    mats.sees(MET)
    assert stage.said == [], "nothing in the console, and no report of the CSP"


def test_on_their_own_ground_the_police_send_what_they_have_seen_and_tell_the_family(
    stage: Stage,
) -> None:
    pal = opens_what_the_family_has_said_yes_to(stage)
    pal.tab("Översikt")
    pal.follow("Dela uppgifter")
    pal.tick("En text som jag skriver nu")
    pal.write("Texten", SEEN)
    pal.main.get_by_label("Vem ska få det?").select_option(str(unit(*SOCIAL).unit))
    pal.press("Se vad som gäller")
    pal.sees("Polisens underrättelse till socialtjänsten", "polislagen")
    assert axe.faults(pal.page) == []
    pal.main.get_by_label("Polisens underrättelse till socialtjänsten").check()
    pal.press("Se vad mottagaren får")
    pal.sees(SEEN, "OSL 26:1", "Vad familjen får veta", "Mats Öberg")
    assert axe.faults(pal.page) == []
    pal.press("Dela nu")
    pal.sees("Utlämnat från den här enheten")

    signe = stage.person("social-worker")
    signe.follow("En text: Hampus")
    signe.sees(SEEN, "Polismyndigheten")
    mats = the_father(stage)
    mats.follow("Läs meddelandet")
    mats.sees("Vi har lämnat uppgifter om Hampus", "polislagen")
    assert stage.said == [], "nothing in the console, and no report of the CSP"
