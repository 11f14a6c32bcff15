"""A consent given, refused or taken back neither starts nor stops what a unit keeps itself (R62)."""

from uuid import UUID

import pytest

from varjebarn.disclosure.commands import withdraw_consent
from varjebarn.ops.world.logins import unit
from varjebarn.people.models import ChildFile
from varjebarn.people.queries import open_child

from tests.world.circle import MEDICAL, POLICE, SCHOOL, SOCIAL, alva_shared, answer, ask

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

OWN = (
    "people_childfile",
    "people_identifier",
    "people_involvement",
    "plan_plan",
    "wellbeing_signal",
    "participation_view",
)
WHERE = (SCHOOL, MEDICAL, SOCIAL, POLICE)


def kept(owner):
    """Every unit's own rows, whole, as the owner sees them."""
    return {
        table: sorted(str(row) for row in owner.execute(f"SELECT * FROM {table}").fetchall())
        for table in OWN
    }


@pytest.mark.rule("R62", case="allows")
@pytest.mark.parametrize("said", ["given", "refused"])
def test_an_answer_changes_no_units_own_rows(people, world, owner, said):
    ask(people, UUID(str(world["alva"])))
    before = kept(owner)
    assert before["people_childfile"]

    answer(people, "guardian", dict.fromkeys(WHERE, said))

    assert kept(owner) == before


@pytest.mark.rule("R62", case="allows")
def test_a_withdrawal_stops_no_unit_from_keeping_and_reading_its_own(people, world, owner):
    before = kept(owner)

    with people.acting("guardian") as karin:
        withdraw_consent(karin, ref=UUID(str(world["consent"])), unit=unit(*SOCIAL).unit)

    assert kept(owner) == before
    with people.acting("principal") as lena:
        assert open_child(lena, UUID(str(world["alva"]))).given_name == "Alva"
    with people.acting("social-worker"):
        assert [child.given_name for child in ChildFile.objects.all()] == ["Alva"]
