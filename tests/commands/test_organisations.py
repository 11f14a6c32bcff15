"""The keeper's people and assignments: given, ended, logged and refused, at the commands and behind them."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, connection
from django.utils import timezone

from varjebarn.database.acting import NoSuchActor, acting_as
from varjebarn.kernel.actors import Kind
from varjebarn.kernel.decisions import Refused
from varjebarn.kernel.periods import FOREVER
from varjebarn.ops.world.logins import unit
from varjebarn.organisations.commands import assign, end_assignment
from varjebarn.organisations.models import Assignment
from varjebarn.organisations.queries import staff, units, units_near, workplaces
from varjebarn.organisations.reasons import Reason
from varjebarn.organisations.reference import first_keeper

from tests.world.cast import hired_cast, people_of
from tests.world.circle import MEDICAL, SCHOOL, SOCIAL

pytestmark = [pytest.mark.world.with_args(hired_cast), pytest.mark.usefixtures("own_database")]

NEW = {"given_name": "Disa", "family_name": "Kvist", "title": "Kurator", "duties": ["professional"]}


@pytest.fixture
def people(world, own_database):
    return people_of(world)


def last_events(owner, number: int) -> list[tuple[str, UUID, str]]:
    return owner.execute(
        "SELECT act, object, why FROM audit_event ORDER BY id DESC LIMIT %s", [number]
    ).fetchall()


def assignments(owner) -> int:
    return owner.execute("SELECT count(*) FROM organisations_assignment").fetchone()[0]


def test_the_keeper_adds_somebody_new_who_works_there_from_then_on(people, owner):
    with people.acting("keeper") as kim:
        made = assign(kim, **NEW)
        found = next(line for line in staff(kim) if line.person == made.person)

    assert (found.name, found.title, found.duties) == ("Disa Kvist", "Kurator", ("professional",))
    assert (found.assignment, found.valid_to) == (made.assignment, FOREVER)
    assert last_events(owner, 1) == [("assignment.given", made.assignment, "professional")]
    with people.acting_person(made.person) as disa:
        assert (disa.title, disa.unit) == ("Kurator", unit(*SCHOOL).unit)


def test_an_assignment_holds_from_its_first_moment_to_its_last(people):
    now = timezone.now()
    with people.acting("keeper") as kim:
        coming = assign(kim, **NEW, valid_from=now + timedelta(days=2))
        over = assign(
            kim,
            **(NEW | {"given_name": "Ida"}),
            valid_from=now - timedelta(days=9),
            valid_to=now - timedelta(days=2),
        )
        there = {line.person for line in staff(kim)}
        known = {line.person for line in staff(kim, coming=True)}

    assert {coming.person, over.person} & there == set()
    assert {coming.person, over.person} & known == {coming.person}


def test_staff_are_listed_by_name_and_found_by_duty(people):
    with people.acting("keeper") as kim:
        everybody = staff(kim)
        contacts = staff(kim, duty="contact")

    assert [line.name for line in everybody] == sorted(line.name for line in everybody)
    assert contacts != []
    assert {line.duties.count("contact") for line in contacts} == {1}
    assert len(contacts) < len(everybody)


def test_one_more_assignment_makes_no_other_person(people, owner):
    count = "SELECT count(*) FROM organisations_person"
    before = owner.execute(count).fetchone()
    tor = people.persons["teacher"]
    with people.acting("keeper") as kim:
        made = assign(kim, person=tor, title="Resurs", duties=["professional", "intake"])

    assert made.person == tor
    assert owner.execute(count).fetchone() == before
    with people.acting("keeper") as kim:
        titles = [line.title for line in staff(kim) if line.person == tor]
    assert "Resurs" in titles
    assert len(titles) == 2


def test_an_ended_assignment_is_no_way_in_from_the_next_request(people, owner):
    token, assignment = people.login(people.persons["teacher"], Kind.STAFF)
    with acting_as(token, assignment) as tor:
        assert tor.title != ""
    assert assignment is not None

    with people.acting("keeper") as kim:
        end_assignment(kim, assignment=assignment)

    with pytest.raises(NoSuchActor), acting_as(token, assignment):
        pass
    assert last_events(owner, 1) == [("assignment.ended", assignment, "")]


def test_an_assignment_that_has_ended_is_not_prolonged(people):
    now = timezone.now()
    _token, assignment = people.login(people.persons["teacher"], Kind.STAFF)
    with people.acting("keeper") as kim:
        end_assignment(kim, assignment=assignment, at=now + timedelta(days=1))

    with pytest.raises(ProgrammingError), people.acting("keeper") as kim:
        end_assignment(kim, assignment=assignment, at=now + timedelta(days=30))

    with people.acting("keeper") as kim:
        until = next(line.valid_to for line in staff(kim) if line.assignment == assignment)
    assert until == now + timedelta(days=1)


@pytest.mark.parametrize("slug", ["teacher", "principal", "log-reviewer", "outsider", "police"])
def test_nobody_else_gives_or_ends_an_assignment(people, owner, slug):
    before = assignments(owner)
    with people.acting(slug) as actor:
        other = next(line for line in staff(actor) if line.person != actor.person)

    with pytest.raises(Refused) as given, people.acting(slug) as actor:
        assign(actor, **NEW)
    with pytest.raises(Refused) as ended, people.acting(slug) as actor:
        end_assignment(actor, assignment=other.assignment)

    assert (given.value.reason, ended.value.reason) == (Reason.ONLY_KEEPER, Reason.ONLY_KEEPER)
    assert assignments(owner) == before


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"given_name": " ", "family_name": ""}, Reason.NAME_MISSING),
        ({"title": " "}, Reason.TITLE_MISSING),
        ({"duties": []}, Reason.DUTY_UNKNOWN),
        ({"duties": ["king"]}, Reason.DUTY_UNKNOWN),
        ({"duties": ["professional", "county"]}, Reason.COUNTY_DUTY_NOT_HERE),
    ],
)
def test_what_is_no_assignment_is_refused_and_nothing_is_left(people, owner, change, reason):
    before, events = assignments(owner), last_events(owner, 1)

    with pytest.raises(Refused) as refusal, people.acting("keeper") as kim:
        assign(kim, **(NEW | change))

    assert refusal.value.reason is reason
    assert (assignments(owner), last_events(owner, 1)) == (before, events)


def test_nobody_changes_their_own(people, owner):
    before = assignments(owner)
    _token, kims = people.login(people.persons["keeper"], Kind.STAFF)
    with pytest.raises(Refused) as more, people.acting("keeper") as kim:
        assign(kim, person=kim.person, title="Rektor", duties=["manager"])
    with pytest.raises(Refused) as less, people.acting("keeper") as kim:
        end_assignment(kim, assignment=kims)

    assert (more.value.reason, less.value.reason) == (Reason.NOT_ONESELF, Reason.NOT_ONESELF)
    assert assignments(owner) == before


def test_another_units_assignment_is_not_there(people, owner):
    _token, signes = people.login(people.persons["social-worker"], Kind.STAFF)

    with pytest.raises(Assignment.DoesNotExist), people.acting("keeper") as kim:
        end_assignment(kim, assignment=signes)

    with people.acting("social-worker") as signe:
        assert signe.unit == unit(*SOCIAL).unit


DOORS = {
    "another unit's workplace": (
        "SELECT vb.assign(NULL, 'A', 'B', (SELECT public_id FROM organisations_workplace "
        "WHERE unit_id <> vb.unit() LIMIT 1), 'x', ARRAY['professional'], now(), NULL)"
    ),
    "a county duty": "SELECT vb.assign(NULL, 'A', 'B', NULL, 'x', ARRAY['county'], now(), NULL)",
    "somebody of no staff": (
        "SELECT vb.assign(gen_random_uuid(), '', '', NULL, 'x', ARRAY['professional'], now(), NULL)"
    ),
    "oneself": (
        "SELECT vb.assign((SELECT public_id FROM organisations_person WHERE id = vb.person()), "
        "'', '', NULL, 'x', ARRAY['manager'], now(), NULL)"
    ),
    "another unit's assignment": (
        "SELECT vb.end_assignment((SELECT public_id FROM organisations_assignment "
        "WHERE unit_id <> vb.unit() LIMIT 1), now())"
    ),
    "a row by hand": (
        "INSERT INTO organisations_assignment (public_id, person_id, unit_id, title, duties, "
        "valid_from, valid_to) SELECT gen_random_uuid(), vb.person(), vb.unit(), 'x', "
        "ARRAY['manager'], now(), 'infinity'"
    ),
    "a longer period": "UPDATE organisations_assignment SET valid_to = 'infinity'",
}


@pytest.mark.parametrize("door", DOORS)
def test_the_other_wall_says_no_too(people, owner, door):
    before = assignments(owner)

    with (
        pytest.raises(ProgrammingError) as error,
        people.acting("keeper"),
        connection.cursor() as cursor,
    ):
        cursor.execute(DOORS[door])

    assert error.value.__cause__.sqlstate == "42501"
    assert assignments(owner) == before


def test_the_catalogue_names_units_of_the_municipality_and_the_county(people):
    everywhere = {(line.organisation_name, line.name) for line in units()}
    with people.acting("keeper") as kim:
        near = {(line.organisation_name, line.name) for line in units_near(kim)}
        places = [place.name for place in workplaces(kim)]

    assert {SCHOOL, MEDICAL, SOCIAL} <= near
    assert near < everywhere
    assert places == sorted(places)
    assert "Björkskolan" in places


def test_each_unit_has_a_keeper_to_begin_with(people):
    keeper = first_keeper(unit(*SOCIAL).unit)

    with people.acting_person(keeper) as actor:
        assert actor.unit == unit(*SOCIAL).unit
        assert assign(actor, **NEW).person != uuid4()
