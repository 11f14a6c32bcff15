"""The school nurse shares with social services, with a coach beside her, and the family reads of it."""

import pytest

from tests.journeys.stage import DESK, PHONE, Stage
from tests.world.demo import told_cast

pytestmark = pytest.mark.world.with_args(told_cast)

WORDS = "Alva behöver någon som möter henne på morgonen."
SOCIAL = "Socialtjänst barn och unga"
SCREENS = {"phone": PHONE, "desk": DESK}


@pytest.mark.parametrize(
    ("screen", "javascript"),
    [
        ("desk", True),
        pytest.param("phone", True, marks=pytest.mark.long),
        pytest.param("phone", False, marks=pytest.mark.long),
    ],
)
def test_she_shares_what_a_child_needs_and_tells_the_family(
    stage: Stage,
    screen: str,
    javascript: bool,  # noqa: FBT001 - pytest gives it by name
) -> None:
    signe = stage.somebody(SCREENS[screen])
    signe.log_in("nurse")

    signe.follow("Alva", within=signe.region("Mina barn"))
    signe.follow("Dela uppgifter")
    signe.tick("En text som jag skriver nu")
    signe.write("Texten", WORDS)
    signe.choose("Vem ska få det?", SOCIAL)
    signe.press("Se vad som gäller")

    signe.sees("Hälso- och sjukvård till vård eller socialtjänst, person under 18 år")
    signe.unfold("Det här går inte att stödja sig på")
    signe.sees("En orosanmälan görs på sin egen sida, inte här.")
    signe.is_accessible()
    signe.main.get_by_label("person under 18 år").check()
    signe.press("Se vad mottagaren får")

    signe.sees(WORDS, "Skyddas där av", "OSL 26:1")
    signe.is_accessible()
    signe.press("Dela nu")

    signe.sees("Utlämnat från er verksamhet")
    guardian = stage.person("guardian")
    guardian.follow("Läs meddelandet")
    guardian.sees("Vi har lämnat uppgifter om Alva")
    assert stage.said == [], "nothing in the console, and no report of the CSP"
