"""Who in the family sees what: today's guardian, yesterday's, another child's, and one without custody."""

from uuid import UUID

import pytest

from varjebarn.database.acting import open_login
from varjebarn.disclosure.models import FamilyDelivery
from varjebarn.disclosure.queries import family_deliveries, my_consents, open_family_delivery
from varjebarn.kernel.actors import Kind
from varjebarn.people.commands import end_custody
from varjebarn.people.queries import guardians, open_child

from tests.commands.plan_story import published

pytestmark = [pytest.mark.world.with_args(published), pytest.mark.usefixtures("own_database")]


def held(people, slug):
    with people.acting(slug) as reader:
        return {copy.content_kind for copy in family_deliveries(reader)}


def test_child_and_guardian_hold_the_plan_and_nobody_else_in_a_family_holds_a_thing(people):
    found = {
        slug: held(people, slug)
        for slug in ("child", "guardian", "guardian-without-custody", "guardian-of-teen", "teen")
    }

    assert "plan_version" in found["child"] & found["guardian"]
    assert (found["guardian-without-custody"], found["guardian-of-teen"], found["teen"]) == (
        set(),
        set(),
        set(),
    )


@pytest.mark.rule("R59", case="refuses")
def test_yesterdays_guardian_sees_nothing_any_more(people, world):
    assert "plan_version" in held(people, "guardian")
    with people.acting("guardian") as karin:
        copy = family_deliveries(karin)[0].public_id
    with people.acting("principal") as lena:
        child = open_child(lena, UUID(str(world["alva"])))
        karins = next(g for g in guardians(lena, child) if g.custody)
        end_custody(lena, karins, source="Tingsrättens dom")

    assert held(people, "guardian") == set()
    with people.acting("guardian") as karin:
        assert my_consents(karin) == []
        with pytest.raises(FamilyDelivery.DoesNotExist):
            open_family_delivery(karin, copy)


@pytest.mark.rule("R13", case="refuses")
def test_at_eighteen_the_guardians_view_closes_and_the_childs_does_not(people, owner):
    assert "plan_version" in held(people, "guardian")
    owner.execute("UPDATE people_familyaccess SET valid_to = now() WHERE capacity = 'guardian'")

    assert held(people, "guardian") == set()
    assert "plan_version" in held(people, "child")


@pytest.mark.parametrize("slug", ["guardian", "child"])
def test_a_familys_copy_is_shown_to_no_member_of_staff(people, connect_as, owner, slug):
    count = "SELECT count(*) FROM disclosure_familydelivery"
    assert owner.execute(count).fetchone()[0] > 0
    app = connect_as("vb_app")
    for staff in ("principal", "teacher", "nurse", "outsider"):
        app.rollback()
        token, assignment = people.login(people.persons[staff], Kind.STAFF)
        app.execute("SELECT FROM vb.enter(%s, %s)", [token, assignment])
        assert app.execute(count).fetchone()[0] == 0
    app.rollback()
    app.execute("SELECT FROM vb.enter(%s, NULL)", [open_login(people.persons[slug], Kind.FAMILY)])
    assert app.execute(count).fetchone()[0] > 0


def test_a_nurse_who_is_also_a_mother_is_one_of_them_at_a_time(people):
    """As family she reads her own child's copies and no file; as staff the other way about."""
    noor = people.persons["nurse"]

    with people.acting_person(noor, Kind.FAMILY) as mother:
        assert (mother.unit_id, mother.duties, family_deliveries(mother)) == (0, frozenset(), [])
    with people.acting_person(noor, Kind.STAFF) as nurse:
        assert nurse.area == "school_medical"
