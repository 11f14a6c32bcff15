"""Access inside a unit: looking for a child, an emergency opening and its end, and a colleague who stands in.

What becomes of the opening afterwards is told in test_log_review.py.
"""

from datetime import date, timedelta

import pytest

from varjebarn.ops.world.children import born

from tests.journeys.stage import PHONE, WAYS, Stage
from tests.world import axe
from tests.world.demo import told_cast

pytestmark = pytest.mark.world.with_args(told_cast)

HAPPENED = "Alva har slagit sig på gården och jag når ingen som känner henne."


@pytest.mark.parametrize("javascript", WAYS)
def test_a_file_is_opened_in_an_emergency_and_closed_again(
    stage: Stage,
    javascript: bool,  # noqa: FBT001 - pytest gives it by name
) -> None:
    ulf = stage.somebody(PHONE)
    ulf.log_in("outsider")
    ulf.follow("Sök barn")
    ulf.write("Namnet eller numret", "Alva Lund")
    ulf.press("Sök")
    ulf.sees("Inget av barnen som du är med kring stämmer.", "Lena Strand, Rektor")
    ulf.misses("Alva")

    ulf.follow("Nödöppna en akt")
    ulf.write("Namnet eller numret", "Alva Lundh")
    ulf.write("Född", born(7, date.today()).isoformat())
    ulf.main.get_by_label("Barnet är sjukt eller skadat").check()
    ulf.write("Vad har hänt", HAPPENED)
    ulf.main.get_by_label("Jag förstår").check()
    ulf.press("Nödöppna")
    ulf.sees("Det finns ingen akt hos er som du kan nödöppna med de uppgifterna.")
    ulf.write("Namnet eller numret", "Alva Lund")
    ulf.press("Nödöppna")

    ulf.sees("Nödöppnad för dig till", "Karin Lund")
    if javascript:
        assert axe.faults(ulf.page) == []
    page = ulf.page.url.partition("?")[0].removeprefix(stage.site)
    ulf.tab("Barnets ord")
    ulf.sees("Nödöppnad för dig till")
    ulf.press("Stäng akten nu")
    ulf.sees("Akten är stängd för dig igen.")
    ulf.arrive(page)
    ulf.sees("Sidan finns inte")

    karin = stage.person("guardian")
    karin.follow("Vem har läst?")
    karin.sees("öppnade allt om barnet i ett nödläge, i högst en timme")
    assert [line for line in stage.said if "404" not in line] == []


@pytest.mark.parametrize("javascript", WAYS[:1])
def test_somebody_stands_in_while_a_colleague_is_away(
    stage: Stage,
    javascript: bool,  # noqa: FBT001 - pytest gives it by name
) -> None:
    lena = stage.person("principal")
    lena.follow("Frånvaro")
    lena.follow("Notera frånvaro")
    lena.group("Vem är borta?").get_by_label("Tor Ekman, Klasslärare").check()
    lena.group("Vem vikarierar?").get_by_label("Ulf Granat, Klasslärare").check()
    lena.write("Till och med", (date.today() + timedelta(days=4)).isoformat())
    lena.press("Spara")
    lena.sees("Tor Ekman", "Ulf Granat vikarierar")

    ulf = stage.person("outsider")
    ulf.follow("Alva", within=ulf.region("Mina barn"))
    ulf.follow("Varför ser jag det här?")
    ulf.sees("Vikarierar för Tor Ekman.")

    lena.home()
    lena.follow("Alva", within=lena.region("Mina barn"))
    lena.follow("Hur länge var och en är med")
    lena.sees("Ulf Granat", "Vikarierar för Tor Ekman.")
    lena.arrive("/personal/franvaro/")
    lena.follow("Avsluta", within=lena.main.get_by_role("listitem").filter(has_text="Tor Ekman"))
    lena.press("Avsluta frånvaron")
    lena.misses("Tor Ekman")
    ulf.home()
    assert "Alva" not in ulf.region("Mina barn").inner_text()
    assert stage.said == [], "nothing in the console, and no report of the CSP"
