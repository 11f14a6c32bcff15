"""A family with protected identity: Lena protects Alva's data, keeps the place secret from a father, and
sends a plan that says nothing of where she is. Who is not named finds nothing, and he no place.
"""

from datetime import timedelta
from uuid import UUID

import pytest
from django.utils import timezone

from varjebarn.database.accounts import person_of
from varjebarn.ops.world.logins import People
from varjebarn.organisations.cast import cast
from varjebarn.people.queries import my_children

from tests.journeys.stage import DESK, PHONE, Stage
from tests.world.demo import told_cast

pytestmark = pytest.mark.world.with_args(told_cast)

SCREENS = {"phone": PHONE, "desk": DESK}
NOT_THERE = "the server responded with a status of 404"  # the browser's own note
REASON = "Markerad i folkbokföringen, kontrollerad i dag."


def alvas_file() -> UUID:
    """Lena's own file on Alva, for those who know its address from before."""
    persons = {slug: person_of(member.email) for slug, member in cast().items()}
    people = People(persons={slug: ref for slug, ref in persons.items() if ref is not None})
    with people.acting("principal") as lena:
        return next(line.file for line in my_children(lena) if line.name.startswith("Alva"))


@pytest.mark.rule("R16", case="allows")
@pytest.mark.rule("R19", case="refuses")
@pytest.mark.parametrize(
    ("screen", "javascript"),
    [
        ("phone", True),
        pytest.param("desk", True, marks=pytest.mark.long),
        pytest.param("desk", False, marks=pytest.mark.long),
    ],
)
def test_a_family_with_protected_identity(
    stage: Stage,
    screen: str,
    javascript: bool,  # noqa: FBT001 - pytest gives it by name
) -> None:
    file = alvas_file()
    review = (timezone.localdate() + timedelta(days=10)).isoformat()
    tor = stage.person("teacher")
    tor.arrive(f"/personal/barn/{file}/")
    tor.sees("Alva Lund")

    lena = stage.somebody(SCREENS[screen])
    lena.log_in("principal")
    lena.arrive(f"/personal/barn/{file}/")
    lena.follow("Skydd av personuppgifter")
    lena.tick("Sekretessmarkering")
    for box in lena.group("Vilka ska kunna öppna akten?").get_by_role("checkbox").all():
        box.uncheck()
    lena.write("Varför, och hur vet ni det?", REASON)
    lena.press("Spara skyddet")
    lena.sees("Bara namngivna personer kan öppna akten.")

    tor.home()
    tor.misses("Alva")
    tor.arrive(f"/personal/barn/{file}/")
    tor.misses("Alva")

    lena.follow("Vilka är namngivna?")
    lena.sees("Lena Strand")
    lena.misses("Tor Ekman")
    lena.follow("Hemlig vistelseort")
    lena.tick("Karin Lund, Mamma")
    lena.tick("Beslut om hemlig vistelseort enligt 14 § LVU: omprövas var tredje månad")
    lena.write("Varför?", "Beslut i dag.")
    lena.write("När ska det omprövas?", "2099-01-01")
    lena.press("Dölj")
    lena.sees("ska omprövas minst var tredje månad")
    lena.write("När ska det omprövas?", review)
    lena.press("Dölj")
    lena.sees("Döljs för: Karin Lund")

    lena.home()
    lena.misses("Alva Lund")
    lena.sees("Hemlig vistelseort")

    lena.arrive(f"/personal/barn/{file}/")
    lena.tab("Planen")
    lena.follow("Vilka får vad? Skicka planen")
    lena.sees("Utan adress, skola och verksamhet")
    lena.press("Skicka planen")

    karin = stage.person("guardian")
    karin.follow("plan")
    karin.sees("Alva")
    karin.misses("Björkskolan", "Lena Strand", "Socialtjänst", "Växjö")
    karin.arrive("/familj/vem-har-last/")
    karin.misses("Björkskolan", "Växjö kommun")
    said = [line for line in stage.said if NOT_THERE not in line]
    assert said == [], "nothing in the console, and no report of the CSP"
