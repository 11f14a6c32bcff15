"""Pål sends on the police's own ground what he has seen, with a coach beside him; the family is told."""

import pytest

from varjebarn.ops.world.logins import unit

from tests.journeys.stage import Stage
from tests.world import axe
from tests.world.circle import SOCIAL
from tests.world.police_story import SEEN, met_at_the_station

pytestmark = pytest.mark.world.with_args(met_at_the_station)


def test_on_their_own_ground_the_police_send_what_they_have_seen_and_tell_the_family(
    stage: Stage,
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
    assert stage.said == [], "nothing in the console, and no report of the CSP"
