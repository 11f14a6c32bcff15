"""A working group is founded, gets a mandate from a decision, and leaves the list of what is missing."""

from datetime import date, timedelta

import pytest

from tests.journeys.stage import PHONE, WAYS, Person, Stage
from tests.world.county_standing import build

pytestmark = pytest.mark.world.with_args(build)

NAME = "Arbetsgrupp Rottne"
MISSING = (
    f"{NAME} har inga ledamöter",
    f"{NAME} har inte fått sitt uppdrag av någon",
)


@pytest.mark.parametrize("javascript", WAYS)
def test_a_new_group_is_missing_things_until_it_has_them(
    stage: Stage,
    javascript: bool,  # noqa: FBT001 - pytest gives it by name
) -> None:
    petra, anybody = stage.person("process-leader"), stage.somebody(PHONE)
    _founds_a_group(petra)
    anybody.arrive("/lanet/karta/")
    anybody.sees("Det här saknas", *MISSING)

    petra.follow("Ge någon en plats")
    _gives_a_seat(petra)
    petra.follow("Ge gruppen ett uppdrag")
    _gives_a_mandate(petra)
    petra.sees("Väntar på att antas", "Enligt beslut", "20 procent av en tjänst")
    petra.press("Anta uppdraget")
    petra.sees("Uppdraget är antaget.", "Pågår")

    anybody.arrive("/lanet/karta/")
    anybody.misses(*MISSING)
    anybody.sees(
        "Maj Hedman, Rektor, ordförande", "Kompetensgruppen har inte fått sitt uppdrag av någon"
    )
    anybody.follow(NAME)
    anybody.sees("Sköta hemsidan i Rottne", "Rapporterar till", "Tvärgruppen")
    anybody.follow("Sköta hemsidan i Rottne")
    anybody.sees("Överenskommelser om barn som skulle ha setts över nu förlängs ett år.")
    _looks_around(petra, anybody)
    assert stage.said == [], "nothing in the console, and no report of the CSP"


def _founds_a_group(petra: Person) -> None:
    petra.arrive("/lanet/")
    petra.follow("Vem sitter var")
    petra.follow("Bilda en grupp")
    petra.press("Bilda gruppen")
    petra.sees("Skriv vad gruppen heter", "Välj nivå")
    petra.write("Gruppens namn", NAME)
    petra.tick("Operativ nivå")
    petra.choose("Rapporterar till", "Tvärgruppen")
    petra.press("Bilda gruppen")
    petra.sees("Gruppen är bildad.", NAME, "Gruppen har inte fått något uppdrag.")


def _gives_a_seat(petra: Person) -> None:
    petra.choose("Organisation", "Växjö kommun")
    petra.write("Namn", "Maj Hedman")
    petra.choose("Yrke eller verksamhet", "Rektor")
    petra.tick("ordförande")
    petra.press("Ge platsen")
    petra.sees("Platsen är given.", "Maj Hedman")


def _gives_a_mandate(petra: Person) -> None:
    petra.write("Uppdraget", "Sköta hemsidan i Rottne")
    decisions = petra.main.get_by_label("Beslut som ger uppdraget")
    decisions.select_option(index=1)
    petra.write("Tid, i procent av en tjänst", "20")
    petra.write("Klart senast", (date.today() + timedelta(days=200)).isoformat())
    petra.press("Ge uppdraget")
    petra.sees("Uppdraget är givet.")


def _looks_around(petra: Person, anybody: Person) -> None:
    """Everybody reads the pages beside, on a phone and at a desk; axe looks at each."""
    for address in ("uppdrag", "kontaktvagar", "tester", "remisser", "utbildning", "finansiering"):
        for who in (petra, anybody):
            who.arrive(f"/lanet/{address}/")
    anybody.arrive("/lanet/kontaktvagar/")
    anybody.write("Sök", "rektor bjorkskolan vaxjo")
    anybody.main.get_by_role("button", name="Sök").click()
    anybody.sees("1 kontaktväg", "Rektorns expedition")
