"""One person, two assignments, two tabs: each request is in one unit, and neither sees the other's (T02).

Noor is school nurse, and has an assignment in the social services too, where she knows another child.
"""

from uuid import UUID

import pytest
from django.conf import settings

from varjebarn.database.acting import assignments, open_login
from varjebarn.kernel.actors import Kind

from tests.world.browsing import browser_of
from tests.world.circle import SOCIAL, alva_shared, unit
from tests.world.walls import assert_hidden

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

NOORS = "(SELECT id FROM organisations_person WHERE given_name = 'Noor')"
SECOND = f"""
    INSERT INTO organisations_assignment (public_id, person_id, unit_id, title, duties, valid_from, valid_to)
      VALUES (gen_random_uuid(), {NOORS}, %s, 'Jour', '{{professional}}', now() - interval '1 day',
              '9999-12-31') RETURNING public_id
"""
INVOLVED = f"""
    INSERT INTO people_involvement (public_id, unit_id, child_file_id, person_id, role, reason, valid_from,
        valid_to, made_by_id)
      SELECT gen_random_uuid(), f.unit_id, f.id, {NOORS}, 'team', 'jour', now() - interval '1 day',
             '9999-12-31', {NOORS} FROM people_childfile f WHERE f.unit_id = %s
"""


@pytest.fixture
def second(owner, people) -> UUID:
    """Noor's other assignment, and her involvement there."""
    found = owner.execute(SECOND, [unit(*SOCIAL).unit_id]).fetchone()[0]
    owner.execute(INVOLVED, [unit(*SOCIAL).unit_id])
    return found


@pytest.fixture
def token(people, second) -> str:
    return open_login(people.persons["nurse"], Kind.STAFF)


def seen(connect_as, token, assignment, table) -> dict[int, int]:
    connection = connect_as("vb_app")
    connection.execute("SELECT FROM vb.enter(%s, %s)", [token, assignment])
    return dict(connection.execute(f"SELECT unit_id, count(*) FROM {table} GROUP BY 1").fetchall())


@pytest.mark.rule("R01", case="refuses")
@pytest.mark.parametrize(
    "table",
    ["people_childfile", "disclosure_delivery", "people_identifier", "people_involvement"],
)
def test_each_assignment_sees_its_own_unit(connect_as, token, second, table):
    first = next(a.assignment for a in assignments(token) if a.assignment != second)

    medical, social = (seen(connect_as, token, one, table) for one in (first, second))

    assert len(medical) == len(social) == 1
    assert_hidden(there=sum(social.values()), seen=len(medical.keys() & social.keys()))


def test_a_tab_left_open_does_not_act_in_the_other_unit(people, token, second, owner):
    """She turns to the other assignment in a second tab; the first tab's form is sent from there."""
    alva = owner.execute(
        "SELECT f.public_id FROM people_childfile f JOIN organisations_secrecyunit u ON u.id = f.unit_id "
        "WHERE f.given_name = 'Alva' AND u.area = 'school_medical'"
    ).fetchone()[0]
    browser = browser_of(people, "nurse")
    address = f"/personal/barn/{alva}/uppmarksamma/"
    assert browser.get(address).status_code == 200
    browser.cookies[settings.TOKEN_COOKIE] = token
    browser.cookies[settings.ASSIGNMENT_COOKIE] = str(second)
    before = owner.execute("SELECT count(*) FROM wellbeing_signal").fetchone()

    answer = browser.post(address, {"own_words": "Skrivet i den första fliken"})

    assert answer.status_code == 404
    assert owner.execute("SELECT count(*) FROM wellbeing_signal").fetchone() == before


def test_an_assignment_of_somebody_elses_is_no_way_in(people, owner):
    """Only the cookie says which assignment: whatever it says, the database asks whose it is."""
    lenas = owner.execute(
        "SELECT a.public_id FROM organisations_assignment a JOIN organisations_person p "
        "ON p.id = a.person_id WHERE p.given_name = 'Lena'"
    ).fetchone()[0]
    ulf = browser_of(people, "outsider")
    ulf.cookies[settings.ASSIGNMENT_COOKIE] = str(lenas)

    answer = ulf.get("/personal/")

    assert (answer.status_code, answer.headers["Location"][:13]) == (302, "/konto/login/")
