"""Numbers over time and two files made one, in straight SQL: both histories are kept, and no number is told."""

import pytest

from tests.world.cast import people_of, two_children
from tests.world.walls import assert_hidden, refused

pytestmark = [
    pytest.mark.world.with_args(two_children),
    pytest.mark.usefixtures("own_database"),
]

NO_RIGHT, NOT_SO = "42501", "23514"
NUMBER = "200302022389"
OPEN = (
    "SELECT id, public_id FROM vb.open_file('Alva', '', 'Lund', '2018-05-05', 'sv', '', 'none', %s, NULL, "
    "'Kom utan nummer', NULL)"
)
ADD = "SELECT vb.add_identifier(%s, 'personnummer', %s, %s, NULL)"
JOIN = "SELECT vb.join_files(%s, %s, 'Mamma visade passet', NULL)"
SEES = "SELECT public_id FROM people_childfile ORDER BY id"
NUMBERS = (
    "SELECT system, ended IS NOT NULL FROM people_identifier WHERE child_file_id = %s ORDER BY id"
)


@pytest.fixture
def old(enter):
    """Tor's file on Alva from before she had a number: with a number of the school's own."""
    tor = enter("teacher")
    made = tor.execute(OPEN, ['[{"system": "local", "value": "KLASS-1"}]']).fetchone()
    tor.commit()
    tor.close()
    return made


@pytest.fixture
def alva(owner, world):
    return owner.execute(
        "SELECT id, public_id FROM people_childfile WHERE public_id = %s", [world["alva"]]
    ).fetchone()


@pytest.mark.rule("R43", case="allows")
def test_a_number_takes_anothers_place_and_both_are_kept(enter, owner, old):
    tor = enter("teacher")
    first = tor.execute("SELECT id FROM people_identifier WHERE child_file_id = %s", [old[0]])
    tor.execute(ADD, [old[0], NUMBER, first.fetchone()[0]])
    tor.commit()
    found = enter("teacher").execute(
        "SELECT name FROM vb.find_child('case_number', 'KLASS-1', NULL)"
    )

    assert owner.execute(NUMBERS, [old[0]]).fetchall() == [("local", True), ("personnummer", False)]
    assert found.fetchall() == [("Alva Lund",)]  # what comes under the old number finds its way


@pytest.mark.rule("R42", case="refuses")
def test_the_log_says_the_kind_of_number_and_never_which(enter, owner, old):
    tor = enter("teacher")
    tor.execute(ADD, [old[0], NUMBER, None])
    tor.commit()
    logged = owner.execute("SELECT act, why FROM audit_event ORDER BY id DESC LIMIT 1").fetchone()
    held = owner.execute(
        "SELECT count(*) FROM audit_event e WHERE to_jsonb(e)::text LIKE %s", [f"%{NUMBER}%"]
    )

    assert logged == ("identifier.added", "personnummer")
    assert held.fetchone() == (0,)


@pytest.mark.rule("R43", case="refuses")
@pytest.mark.parametrize("slug", ["outsider", "social-worker", "keeper"])
def test_nobody_else_gives_a_child_a_number(enter, old, slug):
    assert refused(enter(slug), ADD, [old[0], NUMBER, None]) == NO_RIGHT


def test_two_files_are_one_and_nothing_is_lost(enter, owner, old, alva):
    tor = enter("teacher")
    tor.execute(JOIN, [alva[1], old[1]])
    tor.commit()
    lena, tor = enter("principal"), enter("teacher")
    of = "SELECT public_id FROM people_childfile WHERE public_id = ANY (%s) ORDER BY id"
    both = [alva[1], old[1]]

    assert [
        row[0] for row in lena.execute(of, [both]).fetchall()
    ] == both  # she was with the one alone
    assert (
        tor.execute("SELECT name, born FROM people_caseload").fetchall()
        == tor.execute(
            "SELECT 'Alva Lund', born FROM people_childfile WHERE id = %s", [alva[0]]
        ).fetchall()
    )
    assert owner.execute(NUMBERS, [old[0]]).fetchall() == [("local", False)]
    assert owner.execute(NUMBERS, [alva[0]]).fetchall() == [
        ("school_temporary", False),
        ("local", False),
    ]
    assert owner.execute(
        "SELECT child_file_id, object, why FROM audit_event WHERE act = 'file.joined' ORDER BY id"
    ).fetchall() == [
        (old[0], alva[1], "Mamma visade passet"),
        (alva[0], old[1], "Mamma visade passet"),
    ]


def test_what_is_looked_for_in_the_older_file_is_found_in_the_other(enter, old, alva):
    tor = enter("teacher")
    tor.execute(JOIN, [alva[1], old[1]])

    found = tor.execute("SELECT child_file FROM vb.find_child('case_number', 'KLASS-1', NULL)")

    assert found.fetchall() == [(alva[1],)]


@pytest.mark.rule("R43", case="refuses")
def test_who_works_with_one_of_them_alone_joins_nothing(enter, old, alva):
    lena = enter("principal")
    assert lena.execute(SEES).fetchall() == [(alva[1],)]

    assert refused(lena, JOIN, [alva[1], old[1]]) == NO_RIGHT
    assert refused(lena, JOIN, [alva[1], alva[1]]) == NO_RIGHT


@pytest.mark.rule("R43", case="refuses")
def test_behind_broken_glass_nobody_joins_files(enter, old, alva):
    ulf = enter("outsider")
    for file in (old[1], alva[1]):
        ulf.execute("SELECT vb.break_glass(%s, 'reach', 'Mamma måste nås nu', NULL)", [file])

    assert refused(ulf, JOIN, [alva[1], old[1]]) == NO_RIGHT
    assert refused(ulf, ADD, [alva[0], NUMBER, None]) == NO_RIGHT


@pytest.mark.rule("R18", case="refuses")
def test_a_protected_file_is_joined_with_none(enter, owner, old, alva, world):
    owner.execute("UPDATE people_childfile SET protection = 'marked' WHERE id = %s", [old[0]])
    owner.execute(
        "INSERT INTO people_namedreader (unit_id, child_file_id, person_id) SELECT f.unit_id, f.id, p.id "
        "FROM people_childfile f, organisations_person p WHERE f.id = %s AND p.public_id = %s",
        [old[0], people_of(world).persons["teacher"]],
    )
    tor = enter("teacher")
    assert len(tor.execute(SEES).fetchall()) == 2

    assert refused(tor, JOIN, [alva[1], old[1]]) == NO_RIGHT
    assert refused(tor, JOIN, [old[1], alva[1]]) == NO_RIGHT


def test_joining_twice_or_without_saying_how_one_knows_is_refused(enter, old, alva):
    tor = enter("teacher")
    silent = JOIN.replace("Mamma visade passet", "samma")
    assert refused(tor, silent, [alva[1], old[1]]) == NOT_SO
    tor.execute(JOIN, [alva[1], old[1]])

    assert refused(tor, JOIN, [alva[1], old[1]]) == NO_RIGHT
    assert refused(tor, JOIN, [old[1], alva[1]]) == NO_RIGHT


@pytest.mark.rule("R01", case="refuses")
def test_another_units_file_is_joined_with_none(enter, owner, old, alva):
    """The nurse knows Alva too, in her own unit."""
    hers = owner.execute(
        "SELECT public_id FROM people_childfile WHERE given_name = 'Alva' AND id NOT IN (%s, %s)",
        [old[0], alva[0]],
    ).fetchall()
    tor = enter("teacher")

    assert refused(tor, JOIN, [alva[1], hers[0][0]]) == NO_RIGHT
    assert_hidden(
        there=hers,
        seen=tor.execute("SELECT 1 FROM people_childfile WHERE public_id = %s", hers[0]).fetchall(),
    )


def test_custody_that_ends_on_the_one_ends_what_was_sent_from_the_older(
    enter, owner, world, old, alva
):
    """Yesterday's guardian opens nothing that came from the file of before."""
    karin = people_of(world).persons["guardian"]
    owner.execute(
        "INSERT INTO people_familyaccess (person_id, unit_id, child_ref, capacity, valid_from, valid_to) "
        "SELECT p.id, f.unit_id, f.public_id, 'guardian', now(), 'infinity' FROM people_childfile f, "
        "organisations_person p WHERE f.id = ANY (%s) AND p.public_id = %s",
        [[old[0], alva[0]], karin],
    )
    tor = enter("teacher")
    tor.execute(JOIN, [alva[1], old[1]])
    before = owner.execute("SELECT count(*) FROM people_familyaccess WHERE valid_to > now()")
    assert before.fetchone() == (2,)

    tor.execute("SELECT vb.close_family_access(%s, %s, NULL)", [alva[0], karin])
    tor.commit()

    after = owner.execute("SELECT count(*) FROM people_familyaccess WHERE valid_to > now()")
    assert after.fetchone() == (0,)
