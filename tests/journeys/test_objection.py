"""Karin says that a goal is wrong, the school answers beside it, and each reads why they see what they see."""

import pytest

from tests.journeys.stage import WAYS, Stage
from tests.world.demo import told_cast

pytestmark = pytest.mark.world.with_args(told_cast)

WORDS = "Det är i matsalen det är svårt, inte på rasten."
ANSWER = "Vi skriver om målet i nästa version."


@pytest.mark.parametrize("javascript", WAYS)
def test_what_is_wrong_stands_beside_the_goal_and_is_answered(
    stage: Stage,
    javascript: bool,  # noqa: FBT001 - pytest gives it by name
) -> None:
    karin = stage.person("guardian")
    karin.follow("Planen", within=karin.page.get_by_role("navigation", name="Huvudmeny"))
    karin.follow("Det här stämmer inte")
    karin.write("Hur är det i stället?", WORDS)
    karin.press("Skicka")
    karin.sees(WORDS, "Inget svar än")
    karin.follow("Varför ser jag det här?")
    karin.sees("bestämde att du skulle få det")

    lena = stage.person("principal")
    lena.follow("Någon i familjen säger att något inte stämmer.")
    lena.follow("Svara")
    lena.main.get_by_label("Vi rättar", exact=True).check()
    lena.write("Ert svar", ANSWER)
    lena.press("Skicka svaret")
    lena.sees(WORDS, ANSWER)
    lena.follow("Varför ser jag det här?")
    lena.sees("Det som släpper in dig", "Er egen akt")
    lena.follow("Inkommet och upprättat")
    lena.sees("Arkivägare: Skola, Växjö kommun")

    karin.arrive("/familj/")
    karin.follow("Läs svaret")
    karin.sees(ANSWER, "Det rättas")
    assert stage.said == [], "nothing in the console, and no report of the CSP"
