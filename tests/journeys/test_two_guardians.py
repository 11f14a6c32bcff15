"""Two guardians disagree: nothing is sent, the help goes on, and neither is told why. Then, at eighteen."""

from collections.abc import Iterator
from uuid import UUID

import psycopg
import pytest

from tests.journeys.stage import Person, Stage
from tests.world.cast import people_of
from tests.world.circle import MEDICAL, SCHOOL, SOCIAL, answer
from tests.world.nights import days_pass
from tests.world.two_guardians import JONAS, KARIN, PURPOSE, ask, on_the_eve_of_eighteen

pytestmark = pytest.mark.world.with_args(on_the_eve_of_eighteen)

YES = dict.fromkeys((SCHOOL, MEDICAL, SOCIAL), "given")
NURSE = "Elevhälsans medicinska insats, Växjö kommun"
UNITS = ("Skola, Växjö kommun", NURSE, "Socialtjänst barn och unga, Växjö kommun")
ANSWERS = "Det vi har sagt ja till"


@pytest.fixture
def stage(stage: Stage) -> Iterator[Stage]:
    yield stage
    assert stage.said == [], "nothing in the console, and no report of the CSP"


def says(person: Person, what: str) -> None:
    person.follow("Läs frågan")
    person.sees("får samma hjälp som annars", "Ett nej är inget skäl till oro.")
    person.follow("Gå vidare och svara")
    for unit in UNITS:
        person.tick(what, within=person.group(unit))
    person.press("Nästa")
    person.press("Skicka mina svar")
    person.sees("Dina svar är skickade.")


def test_one_says_yes_and_one_no(stage: Stage, world: dict[str, object]) -> None:
    people, alva = people_of(world), UUID(str(world["alva"]))
    ask(people, alva)
    answer(people, "child", YES)
    answer(people, JONAS, dict.fromkeys(YES, "refused"))

    karin = stage.person(KARIN)
    says(karin, "Ja")

    karin.sees("Just nu får ingen berätta något för någon annan med ditt ja.")
    karin.sees(f"Du har sagt ja, men inget skickas än: {'; '.join(UNITS)}")
    karin.misses("Jonas", "Nej", "sagt nej")

    lena = stage.person("principal")
    lena.follow("Alva", within=lena.region("Mina barn"))
    lena.follow("Når planen fram?")
    lena.sees("Når inte fram", "Jonas Wester (vårdnadshavare) har sagt nej.")
    lena.misses("Karin Lund (vårdnadshavare) har")
    lena.home()
    lena.follow("Alva", within=lena.region("Mina barn"))
    lena.follow("Uppmärksamma")  # the help at school goes on
    lena.sees("Det här ser du och de kollegor som är med kring barnet.")

    noor = stage.person("nurse")
    noor.misses("Alva")


def test_on_the_eighteenth_birthday_the_young_person_is_asked_anew(
    stage: Stage, world: dict[str, object], owner: psycopg.Connection
) -> None:
    people, alva = people_of(world), UUID(str(world["alva"]))
    ask(people, alva)
    for slug in (KARIN, JONAS, "child"):
        answer(people, slug, YES)
    lena = stage.person("principal")
    lena.sees("Samtycken som snart slutar", PURPOSE)
    lena.misses("Har fyllt 18 år")

    days_pass(owner)

    lena.arrive("/personal/")
    lena.sees("Har fyllt 18 år", "Vårdnadshavarnas ja har slutat gälla.")
    lena.follow("Fråga Alva Lund själv")
    lena.sees("har fyllt 18 år och svarar själv")
    lena.press("Se frågan som familjen ser den")
    lena.sees("Frågan går till Alva och till ingen annan.", PURPOSE)
    lena.press("Skicka frågan")
    lena.misses("Karin Lund, vårdnadshavare: Inget svar än")
    lena.home()
    lena.misses("Har fyllt 18 år")

    young = stage.person("child")
    young.follow("Läs frågan")
    young.follow("Gå vidare och svara")
    for unit in UNITS:
        young.tick("Ja", within=young.group(unit))
    young.press("Nästa")
    young.press("Skicka mina svar")
    young.sees("De här vuxna får veta om dig", NURSE, "Samma sak som en lista")
    young.follow(f"Ta tillbaka mitt ja för {NURSE}")  # one click, and one to be sure
    young.press("Ja, ta tillbaka mitt ja")
    young.sees("Nu skickas inget nytt dit.")
    assert young.main.locator("svg.vb-houses desc").text_content().count("Elevhälsans") == 0
