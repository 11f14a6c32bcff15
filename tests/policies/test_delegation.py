"""The head of a unit says who works with a child, and sees nothing of the child by it."""

import pytest

from tests.world.cast import two_children
from tests.world.walls import assert_hidden, refused

pytestmark = [
    pytest.mark.world.with_args(two_children),
    pytest.mark.usefixtures("own_database"),
]

NO_RIGHT, NO_PERIOD = "42501", "23514"
AROUND = "SELECT person_name, role FROM vb.around(%s, NULL)"
DELEGATE = "SELECT vb.delegate(%s, %s, 'team', 'ny i klassen', (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date + %s, (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date + %s, NULL)"
PROLONG = "SELECT vb.prolong(%s, (statement_timestamp() AT TIME ZONE 'Europe/Stockholm')::date + %s, 'en vecka till', NULL)"
SEES = "SELECT given_name FROM people_childfile WHERE public_id = %s"


@pytest.fixture
def elin(enter):
    """A child whom the head does not work with: Ulf's."""
    ulf = enter("outsider")
    made = ulf.execute(
        "SELECT public_id FROM vb.open_file('Elin', '', 'Öst', '2018-05-05', 'sv', '', 'none', '[]', "
        "NULL, 'Ny elev', NULL)"
    ).fetchone()[0]
    ulf.commit()
    return made


def test_the_head_sees_who_works_with_a_child_and_lets_a_colleague_in(enter, persons, elin):
    lena = enter("principal")
    before = lena.execute(AROUND, [elin]).fetchall()

    lena.execute(DELEGATE, [elin, persons["teacher"], 0, 7])
    lena.commit()

    assert before == [("Ulf Granat", "team")]
    assert enter("principal").execute(AROUND, [elin]).fetchall() == [
        ("Ulf Granat", "team"),
        ("Tor Ekman", "team"),
    ]
    assert enter("teacher").execute(SEES, [elin]).fetchall() == [("Elin",)]


@pytest.mark.rule("R29", case="refuses")
def test_she_is_let_in_to_nothing_by_it(enter, persons, elin):
    lena = enter("principal")
    lena.execute(AROUND, [elin])

    assert lena.execute(SEES, [elin]).fetchall() == []
    assert refused(lena, DELEGATE, [elin, persons["principal"], 0, 7]) == NO_RIGHT
    involve = "SELECT vb.involve(%s, %s, 'team', 'vill se', NULL, NULL)"
    assert refused(lena, involve, [elin, persons["principal"]]) == NO_RIGHT


def test_an_end_is_moved_later_and_never_ones_own(enter, owner, persons, elin, world):
    lena = enter("principal")
    made = lena.execute(DELEGATE, [elin, persons["teacher"], 0, 7]).fetchone()[0]
    lena.execute(PROLONG, [made, 14])
    lena.commit()
    owner.execute(
        "UPDATE people_involvement i SET valid_to = now() + interval '1 day' FROM organisations_person p "
        "WHERE p.id = i.person_id AND p.public_id = %s",
        [persons["principal"]],
    )
    own = owner.execute(
        "SELECT i.public_id FROM people_involvement i JOIN organisations_person p ON p.id = i.person_id "
        "WHERE p.public_id = %s",
        [persons["principal"]],
    ).fetchone()[0]

    assert owner.execute(
        "SELECT (valid_to AT TIME ZONE 'Europe/Stockholm')::date - vb.today() FROM people_involvement "
        "WHERE public_id = %s",
        [made],
    ).fetchone() == (15,)
    assert refused(enter("principal"), PROLONG, [made, 14]) == NO_RIGHT  # no later than it is
    assert refused(enter("principal"), PROLONG, [own, 14]) == NO_RIGHT


@pytest.mark.rule("R30", case="refuses")
def test_an_emergency_opening_is_not_prolonged(enter, owner, elin):
    tor = enter("teacher")
    tor.execute("SELECT vb.break_glass(%s, 'reach', 'Mamma måste nås nu', NULL)", [elin])
    tor.commit()
    made = owner.execute(
        "SELECT public_id FROM people_involvement WHERE role = 'break_glass'"
    ).fetchone()[0]

    assert refused(enter("principal"), PROLONG, [made, 14]) == NO_RIGHT


@pytest.mark.parametrize("slug", ["outsider", "teacher", "keeper", "log-reviewer", "social-worker"])
def test_to_others_nobody_is_told(enter, persons, elin, slug):
    """Ulf works with Elin and is no head; Signe is a head, of another unit."""
    who = enter(slug)

    assert who.execute(AROUND, [elin]).fetchall() == []
    assert refused(who, DELEGATE, [elin, persons["teacher"], 0, 7]) == NO_RIGHT


@pytest.mark.rule("R18", case="refuses")
def test_about_a_protected_child_the_head_is_told_only_where_she_is_named(
    enter, owner, persons, elin
):
    owner.execute("UPDATE people_childfile SET protection = 'marked' WHERE public_id = %s", [elin])
    assert enter("principal").execute(AROUND, [elin]).fetchall() == []
    owner.execute(
        "INSERT INTO people_namedreader (unit_id, child_file_id, person_id) SELECT f.unit_id, f.id, p.id "
        "FROM people_childfile f, organisations_person p WHERE f.public_id = %s AND p.public_id = %s",
        [elin, persons["principal"]],
    )
    lena = enter("principal")

    assert lena.execute(AROUND, [elin]).fetchall() == [("Ulf Granat", "team")]
    assert refused(lena, DELEGATE, [elin, persons["teacher"], 0, 7]) == NO_RIGHT


def test_a_period_in_the_future_opens_nothing_yet(enter, persons, elin):
    lena = enter("principal")
    lena.execute(DELEGATE, [elin, persons["teacher"], 2, 7])
    lena.commit()
    tor = enter("teacher")

    assert tor.execute(SEES, [elin]).fetchall() == []
    assert ("Elin Öst",) not in tor.execute("SELECT name FROM people_caseload").fetchall()
    assert refused(enter("principal"), DELEGATE, [elin, persons["teacher"], -1, 7]) == NO_PERIOD


ALONE = "SELECT name FROM vb.left_alone(NULL)"


def test_the_head_is_told_of_a_child_whom_nobody_works_with_any_more(enter, owner, persons, elin):
    before = enter("principal").execute(ALONE).fetchall()
    owner.execute(
        "UPDATE organisations_assignment a SET valid_to = valid_from + interval '1 microsecond' "
        "FROM organisations_person p WHERE p.id = a.person_id AND p.public_id = %s",
        [persons["outsider"]],
    )
    after = enter("principal").execute(ALONE).fetchall()
    lena = enter("principal")
    lena.execute(DELEGATE, [elin, persons["teacher"], 0, 7])

    assert (before, after) == ([], [("Elin Öst",)])
    assert lena.execute(ALONE).fetchall() == []


@pytest.mark.rule("R19", case="refuses")
def test_a_protected_child_stands_in_no_such_list(enter, owner, persons, elin):
    owner.execute(
        "UPDATE people_involvement SET valid_to = valid_from WHERE child_file_id = "
        "(SELECT id FROM people_childfile WHERE public_id = %s)",
        [elin],
    )
    there = enter("principal").execute(ALONE).fetchall()
    owner.execute("UPDATE people_childfile SET protection = 'marked' WHERE public_id = %s", [elin])

    assert_hidden(there=there, seen=enter("principal").execute(ALONE).fetchall())


@pytest.mark.parametrize("slug", ["teacher", "keeper", "log-reviewer", "guardian"])
def test_nobody_else_is_told_who_is_left_alone(enter, elin, slug):
    assert refused(enter(slug), ALONE) == NO_RIGHT
