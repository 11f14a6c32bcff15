"""Emergency openings in straight SQL: one's own unit, an hour, no protected child, always to be seen."""

import pytest

from tests.world.cast import people_of, two_children
from tests.world.walls import refused

pytestmark = [
    pytest.mark.world.with_args(two_children),
    pytest.mark.usefixtures("own_database"),
]

NO_RIGHT = "42501"
WHY = "Mamma måste nås nu"
BREAK = "SELECT vb.break_glass(%s, 'reach', %s, NULL)"
BY_NAME = "SELECT vb.break_glass_by('name', %s, %s, 'reach', %s, NULL)"
MINE = "SELECT given_name FROM people_childfile WHERE public_id = %s"


@pytest.fixture
def born(owner):
    return owner.execute("SELECT born FROM people_childfile WHERE given_name = 'Alva'").fetchone()[
        0
    ]


def test_a_name_and_a_birth_date_open_the_one_file(enter, world, born):
    ulf = enter("outsider")
    assert ulf.execute(MINE, [world["alva"]]).fetchall() == []

    answer = ulf.execute(BY_NAME, ["Alva Lund", born, WHY]).fetchone()[0]

    assert str(answer) == world["alva"]
    assert ulf.execute(MINE, [world["alva"]]).fetchall() == [("Alva",)]
    assert ulf.execute("SELECT name FROM people_caseload").fetchall() == [("Alva Lund",)]


@pytest.mark.rule("R30", case="refuses")
@pytest.mark.parametrize("slug", ["outsider-elsewhere", "social-worker", "police"])
def test_a_child_of_another_unit_and_one_that_never_was_are_answered_alike(
    enter, owner, born, slug
):
    who = enter(slug)
    answers = [
        who.execute(BY_NAME, [name, born, WHY]).fetchone()[0]
        for name in ("Alva Lund", "Ingen Alls")
    ]
    who.commit()
    logged = owner.execute(
        "SELECT act, why, object, child_file_id FROM audit_event ORDER BY id DESC LIMIT 2"
    ).fetchall()

    assert answers == [None, None]
    assert logged == [("break_glass.missed", f"reach: {WHY}", None, None)] * 2


@pytest.mark.rule("R30", case="refuses")
@pytest.mark.rule("R18", case="refuses")
def test_a_protected_child_opens_for_a_named_reader_alone(enter, owner, world):
    """A second nurse in Bilal's unit, first not named and then named."""
    owner.execute(
        "UPDATE organisations_assignment SET unit_id = (SELECT unit_id FROM people_childfile "
        "WHERE public_id = %s) FROM organisations_person p WHERE p.id = person_id AND p.public_id = %s",
        [world["bilal"], people_of(world).persons["outsider"]],
    )
    assert refused(enter("outsider"), BREAK, [world["bilal"], WHY]) == NO_RIGHT
    owner.execute(
        "INSERT INTO people_namedreader (unit_id, child_file_id, person_id) SELECT f.unit_id, f.id, p.id "
        "FROM people_childfile f, organisations_person p WHERE f.public_id = %s AND p.public_id = %s",
        [world["bilal"], people_of(world).persons["outsider"]],
    )
    ulf = enter("outsider")

    assert refused(ulf, BREAK, [world["bilal"], WHY]) is None
    assert ulf.execute(MINE, [world["bilal"]]).fetchall() == [("Bilal",)]
    assert ulf.execute("SELECT name FROM people_caseload").fetchall() == []


@pytest.mark.rule("R30", case="refuses")
def test_an_open_glass_is_not_broken_again(enter, world):
    ulf = enter("outsider")
    ulf.execute(BREAK, [world["alva"], WHY])

    assert refused(ulf, BREAK, [world["alva"], WHY]) == NO_RIGHT


@pytest.mark.rule("R30", case="refuses")
def test_the_hour_ends_by_itself(enter, owner, world):
    ulf = enter("outsider")
    ulf.execute(BREAK, [world["alva"], WHY])
    ulf.commit()
    owner.execute(
        "UPDATE people_involvement SET valid_from = valid_from - interval '60 minutes', "
        "valid_to = valid_to - interval '60 minutes' WHERE role = 'break_glass'"
    )
    again = enter("outsider")

    assert again.execute(MINE, [world["alva"]]).fetchall() == []
    assert again.execute("SELECT name FROM people_caseload").fetchall() == []
    assert refused(again, "SELECT vb.mend_glass(1, NULL)") == NO_RIGHT


def test_it_is_ended_earlier_by_oneself_alone(enter, owner, world):
    ulf = enter("outsider")
    ulf.execute(BREAK, [world["alva"], WHY])
    ulf.commit()
    key = owner.execute(
        "SELECT id FROM people_childfile WHERE public_id = %s", [world["alva"]]
    ).fetchone()
    assert refused(enter("teacher"), "SELECT vb.mend_glass(%s, NULL)", key) == NO_RIGHT
    again = enter("outsider")

    again.execute("SELECT vb.mend_glass(%s, NULL)", key)

    assert again.execute(MINE, [world["alva"]]).fetchall() == []


def test_the_family_is_told(enter, owner, world):
    owner.execute(
        "INSERT INTO people_familyreader (unit_id, child_file_id, person_id, until) SELECT f.unit_id, f.id, "
        "p.id, 'infinity' FROM people_childfile f, organisations_person p WHERE f.public_id = %s "
        "AND p.public_id = %s",
        [world["alva"], people_of(world).persons["guardian"]],
    )
    ulf = enter("outsider")
    ulf.execute(BREAK, [world["alva"], WHY])
    ulf.commit()
    karin = enter("guardian")

    assert karin.execute("SELECT act, unit_name FROM vb.my_log(NULL, 5)").fetchall() == [
        ("break_glass.opened", "Skola")
    ]
