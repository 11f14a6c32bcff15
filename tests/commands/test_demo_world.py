"""The demo's world: what the cast's stories hold, and further children that a seed decides."""

from collections import Counter
from datetime import date, timedelta

import pytest

from varjebarn.database.accounts import person_of
from varjebarn.disclosure.queries import inbox
from varjebarn.ops.world.building import build_cast
from varjebarn.ops.world.crowd import make_crowd
from varjebarn.ops.world.drawing import crowd_data, draw_schools
from varjebarn.ops.world.logins import People
from varjebarn.organisations.cast import cast
from varjebarn.people.queries import follow_ups_due, my_children, open_child
from varjebarn.plan.queries import current_plan, plans_following, versions
from varjebarn.practice.queries import latest_model
from varjebarn.steering.queries import county_overview

from tests.world.demo import FURTHER_PER_SCHOOL, told_cast

pytestmark = pytest.mark.world.with_args(told_cast)

MUNICIPALITIES = [f"Kommun {number}" for number in range(8)]
OF_THE_STORY = ("Alva", "Bilal", "Viggo")


@pytest.fixture
def people(world: dict[str, object]) -> People:
    found = {slug: person_of(member.email) for slug, member in cast().items()}
    return People(persons={slug: person for slug, person in found.items() if person is not None})


def test_everybody_of_the_cast_has_an_account(people: People) -> None:
    assert list(people.persons) == list(cast())


def test_a_seed_draws_the_same_children_every_time() -> None:
    assert list(draw_schools(MUNICIPALITIES)) == list(draw_schools(MUNICIPALITIES))


def test_two_hundred_are_drawn_and_no_name_twice() -> None:
    drawn = [child for school in draw_schools(MUNICIPALITIES) for child in school.children]

    assert len(drawn) == len({child.name for child in drawn}) == 200
    assert [child.name for child in drawn if child.given in OF_THE_STORY] == []


def test_nobody_who_can_be_drawn_has_a_name_of_the_story() -> None:
    data = crowd_data()
    parents = [name for parent in data["parent"] for name in parent["given"]]
    staff = [names[0] for names in (*data["heads"], *data["teachers"])]

    assert set(OF_THE_STORY) & {*data["given"], *parents, *staff} == set()


def test_the_story_s_names_stand_once_in_a_unit(world: dict[str, object], owner) -> None:
    rows = owner.execute(
        "SELECT f.given_name, o.name || '/' || u.name FROM people_childfile f "
        "JOIN organisations_secrecyunit u ON u.id = f.unit_id "
        "JOIN organisations_organisation o ON o.id = u.organisation_id "
        "WHERE f.given_name = ANY (%s)",
        [list(OF_THE_STORY)],
    ).fetchall()

    assert Counter(rows) == {
        ("Alva", "Växjö kommun/Skola"): 1,
        ("Alva", "Växjö kommun/Elevhälsans medicinska insats"): 1,
        ("Alva", "Växjö kommun/Socialtjänst barn och unga"): 1,
        ("Bilal", "Växjö kommun/Elevhälsans medicinska insats"): 1,
        ("Viggo", "Växjö kommun/Skola"): 1,
    }


def test_alva_s_story_is_finished_and_viggo_s_has_not_begun(people: People) -> None:
    with people.acting("principal") as lena:
        files = {line.name: line.file for line in my_children(lena)}
        alva, viggo = (open_child(lena, files[name]) for name in ("Alva Lund", "Viggo Lund"))
        plan = current_plan(lena, alva)

        assert plan is not None
        assert [line.number for line in versions(lena, plan)] == [2, 1]
        assert current_plan(lena, viggo) is None


def test_the_second_version_waits_for_the_nurse_and_not_for_the_social_worker(
    people: People,
) -> None:
    def waiting(slug: str) -> set[tuple[str, int | None]]:
        with people.acting(slug) as actor:
            return {
                (line.child_name, line.version)
                for line in inbox(actor)
                if line.content_kind == "plan_version"
            }

    assert {slug: waiting(slug) for slug in ("nurse", "social-worker", "police", "outsider")} == {
        "nurse": {("Alva Lund", 2)},
        "social-worker": {("Hampus Öberg", 1)},
        "police": {("Hampus Öberg", 1)},
        "outsider": set(),
    }


def test_a_protected_child_stands_in_no_list(people: People) -> None:
    for slug in ("nurse", "principal"):
        with people.acting(slug) as actor:
            assert [line for line in my_children(actor) if "Bilal" in line.name] == []


@pytest.mark.parametrize("slug", ["principal", "teacher", "lead", "outsider", "outsider-elsewhere"])
def test_the_day_is_not_empty(people: People, slug: str) -> None:
    with people.acting(slug) as actor:
        assert follow_ups_due(actor, by=date.today() + timedelta(days=14)) != []


def test_the_county_has_what_the_notes_tell(world: dict[str, object]) -> None:
    county = county_overview(date.today())

    assert (county.next_meeting is None, county.last_meeting is None) == (False, False)
    assert len(county.waiting) == 2
    assert [len(asked.silent) for asked in county.report_backs] == [1, 7]
    assert len(county.agreements) == 3
    assert len(county.model_decisions) == 1


def test_plans_that_follow_the_model_can_be_counted(people: People) -> None:
    model = latest_model("kronobarn")

    with people.acting("process-leader"):
        assert (plans_following(model.id, model.version) or 0) >= 4


def test_what_is_there_is_not_made_again(world: dict[str, object]) -> None:
    assert world["made"] is True
    assert world["further"] == 8 * FURTHER_PER_SCHOOL
    assert build_cast(date.today()) is False
    assert make_crowd(date.today(), per_school=FURTHER_PER_SCHOOL) == 0
