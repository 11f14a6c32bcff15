"""A unit shares the plan on a ground where the family isn't told: its reading leaves no trace with them either."""

import psycopg
import pytest

from varjebarn.ops.world.logins import unit

from tests.journeys.stage import Stage
from tests.journeys.unseen import all_that, decide, read_on, written
from tests.world.circle import POLICE, SOCIAL
from tests.world.demo import told_cast

pytestmark = [pytest.mark.world.with_args(told_cast), pytest.mark.usefixtures("own_database")]

FRAUD = "Brott, felaktiga utbetalningar, fusk"


@pytest.mark.rule("R28", case="refuses")
def test_the_reading_of_the_familys_own_plan_is_not_told_where_it_was_given_untold(
    stage: Stage, owner: psycopg.Connection
) -> None:
    """Karin holds the same version, and is told when others have read it."""
    karin, lena = stage.person("guardian"), stage.person("principal")
    before, held = all_that(karin, *POLICE, SOCIAL[1]), written(owner)
    assert before["vem-har-last/"] == [0, 0, 2]  # social services have read it, by the family's yes
    lena.follow("Alva", within=lena.region("Mina barn"))
    lena.follow("Dela uppgifter")
    lena.main.get_by_label("eller delar av den").check()
    lena.tick("Vem som gör vad")
    lena.main.get_by_label("Vem ska få det?").select_option(str(unit(*POLICE).unit))
    decide(lena, FRAUD)

    pal = stage.person("police")
    pal.follow("Barnets plan", within=pal.main.get_by_role("listitem").filter(has_text="Alva"))

    assert read_on(owner, "CRIME_PREVENT_FRAUD") == 1
    assert all_that(karin, *POLICE, SOCIAL[1]) == before
    assert written(owner) == held
    assert stage.said == [], "nothing in the console, and no report of the CSP"
