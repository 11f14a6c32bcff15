"""Pål sends on the police's own ground what he has seen, with a coach beside him; the family is told. Or not, as the law has it."""

import psycopg
import pytest

from varjebarn.ops.world.logins import unit

from tests.journeys.stage import Stage
from tests.journeys.unseen import all_that, decide, read_on, written
from tests.world import axe
from tests.world.circle import SOCIAL
from tests.world.police_story import SEEN, met_at_the_station

pytestmark = pytest.mark.world.with_args(met_at_the_station)

TERROR = "Polis till socialtjänst för att förebygga terroristbrott"
HEARD = "Alva nämndes i ett samtal som vi hörde på torget."


def test_on_their_own_ground_the_police_send_what_they_have_seen_and_tell_the_family(
    stage: Stage, owner: psycopg.Connection
) -> None:
    pal = stage.person("police")
    pal.follow("Alva", within=pal.region("Mina barn"))
    pal.follow("Dela uppgifter")
    pal.tick("En text som jag skriver nu")
    pal.write("Texten", SEEN)
    pal.main.get_by_label("Vem ska få det?").select_option(str(unit(*SOCIAL).unit))
    pal.press("Se vad som gäller")
    pal.sees("Polisens underrättelse till socialtjänsten", "polislagen")
    assert axe.faults(pal.page) == []
    pal.main.get_by_label("Polisens underrättelse till socialtjänsten").check()
    pal.press("Se vad mottagaren får")
    pal.sees(SEEN, "OSL 26:1", "Vad familjen får veta", "Karin Lund")
    assert axe.faults(pal.page) == []
    pal.press("Dela nu")
    pal.sees("Utlämnat från er verksamhet")

    signe = stage.person("social-worker")
    signe.follow("En text: Alva")
    signe.sees(SEEN, "Polismyndigheten")
    karin = stage.person("guardian")
    karin.follow("Läs meddelandet")
    karin.sees("Vi har lämnat uppgifter om Alva", "polislagen")

    _and_on_a_ground_where_they_do_not_tell(stage, owner)
    assert stage.said == [], "nothing in the console, and no report of the CSP"


def _and_on_a_ground_where_they_do_not_tell(stage: Stage, owner: psycopg.Connection) -> None:
    """Signe gets it and reads it; of that Karin sees nothing, anywhere, though she has just been told of another."""
    karin, pal, signe = (stage.person(who) for who in ("guardian", "police", "social-worker"))
    before, held = all_that(karin, SOCIAL[1], HEARD), written(owner)
    assert "Polismyndigheten" in str(before["meddelanden/"])
    pal.follow("Dela uppgifter")
    pal.tick("En text som jag skriver nu")
    pal.write("Texten", HEARD)
    pal.main.get_by_label("Vem ska få det?").select_option(str(unit(*SOCIAL).unit))
    decide(pal, TERROR)

    signe.home()
    signe.follow("En text: Alva")
    signe.sees(HEARD, "Polismyndigheten")

    assert read_on(owner, "POLICE_TO_SOC_TERROR") == 1
    assert all_that(karin, SOCIAL[1], HEARD) == before
    assert written(owner) == held
