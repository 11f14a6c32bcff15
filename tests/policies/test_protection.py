"""Protected personal data, with Python bypassed: who raises and lowers it, who is named, where it goes along."""

from uuid import UUID

import psycopg
import pytest

from varjebarn.people.queries import my_children

from tests.world.cast import people_of
from tests.world.circle import MEDICAL, alva_shared, send, two_of_karins
from tests.world.walls import assert_hidden

NO_RIGHT = "42501"
pytestmark = [pytest.mark.world.with_args(two_of_karins), pytest.mark.usefixtures("own_database")]
PROTECT = (
    "SELECT vb.protect((SELECT id FROM people_childfile WHERE public_id = %s), %s, %s::uuid[], '{}', "
    "'Markerad i folkbokföringen.', NULL)"
)


def protect(connection, file, level="marked", readers=()):
    connection.execute(PROTECT, [file, level, list(readers)])


def seen(enter, slug, file):
    """Give the file as somebody finds it, in straight SQL."""
    found = "SELECT id FROM people_childfile WHERE public_id = %s"
    return enter(slug).execute(found, [file]).fetchall()


def rows_about(enter, slug, key):
    """Count what somebody finds of a file in the tables that hang on it."""
    connection = enter(slug)
    return [
        connection.execute(
            f"SELECT count(*) FROM {table} WHERE child_file_id = %s",
            [key],
        ).fetchone()[0]
        for table in ("people_caseload", "disclosure_consent", "people_guardian")
    ]


def names(people, slug):
    with people.acting(slug) as actor:
        return {line.name.split()[0] for line in my_children(actor)}


def refused(connection, statement, values):
    with pytest.raises(psycopg.Error) as error:
        connection.execute(statement, values)
    return error.value.sqlstate


@pytest.mark.rule("R19", case="refuses")
def test_who_is_not_named_sees_nothing_from_that_moment(enter, people, alva):
    there = seen(enter, "teacher", alva)
    key = there[0][0]
    assert all(rows_about(enter, "teacher", key))

    lena = enter("principal")
    protect(lena, alva)
    lena.commit()

    assert_hidden(there=there, seen=seen(enter, "teacher", alva))
    assert rows_about(enter, "teacher", key) == [0, 0, 0]
    assert seen(enter, "principal", alva) == there


@pytest.mark.rule("R19", case="allows")
def test_who_is_ticked_stays_and_the_child_leaves_every_list(enter, people, alva):
    lena = enter("principal")
    protect(lena, alva, readers=[people.persons["teacher"]])
    lena.commit()

    assert len(seen(enter, "teacher", alva)) == 1
    assert "Alva" not in names(people, "principal") | names(people, "teacher")


@pytest.mark.rule("R19", case="refuses")
def test_it_spreads_to_a_sibling_in_the_unit(enter, people, alva, world, owner):
    lena = enter("principal")
    protect(lena, alva, "registered_elsewhere")
    lena.commit()

    levels = owner.execute(
        "SELECT protection FROM people_childfile WHERE public_id IN (%s, %s)",
        [alva, UUID(str(world["viggo"]))],
    ).fetchall()
    assert levels == [("registered_elsewhere",)] * 2
    assert len(seen(enter, "principal", UUID(str(world["viggo"])))) == 1


@pytest.mark.rule("R19", case="refuses")
def test_only_a_manager_lowers_it(enter, people, alva):
    lena = enter("principal")
    protect(lena, alva, readers=[people.persons["teacher"]])
    lena.commit()

    assert refused(enter("teacher"), PROTECT, [alva, "none", []]) == NO_RIGHT
    lena = enter("principal")
    protect(lena, alva, "none")
    lena.commit()
    assert "Alva" in names(people, "principal")


@pytest.mark.rule("R19", case="refuses")
@pytest.mark.parametrize("slug", ["nurse", "guardian", "outsider", "keeper"])
def test_nobody_outside_sets_it(enter, alva, owner, slug):
    (key,) = owner.execute(
        "SELECT id FROM people_childfile WHERE public_id = %s", [alva]
    ).fetchone()

    statement = "SELECT vb.protect(%s, 'marked', '{}', '{}', 'Därför.', NULL)"
    assert refused(enter(slug), statement, [key]) == NO_RIGHT


@pytest.mark.rule("R19")
def test_a_further_reader_is_named_by_one_who_is_named(enter, people, alva, owner):
    lena = enter("principal")
    protect(lena, alva)
    lena.commit()
    (key,) = owner.execute(
        "SELECT id FROM people_childfile WHERE public_id = %s", [alva]
    ).fetchone()
    name = "SELECT vb.name_reader(%s, %s, 'Klasslärare', NULL)"
    tor, signe = people.persons["teacher"], people.persons["social-worker"]

    assert refused(enter("teacher"), name, [key, tor]) == NO_RIGHT
    assert refused(enter("principal"), name, [key, signe]) == NO_RIGHT
    lena = enter("principal")
    lena.execute(name, [key, tor])
    lena.commit()
    assert len(seen(enter, "teacher", alva)) == 1


@pytest.mark.rule("R19", case="refuses")
def test_it_goes_along_with_what_is_sent(databases, enter):
    from tests.world.cluster import pointed_at  # noqa: PLC0415 - beside its only use

    template, world = databases.made_once(alva_shared)
    with databases.copy("carried", template=template) as copy, pointed_at(copy):
        people, alva = people_of(world), UUID(str(world["alva"]))
        with psycopg.connect(databases.owner_url(copy), autocommit=True) as owner:
            owner.execute(
                "UPDATE people_childfile SET protection = 'marked' WHERE public_id = %s", [alva]
            )
            owner.execute(
                "INSERT INTO people_namedreader (unit_id, child_file_id, person_id) SELECT i.unit_id, "
                "i.child_file_id, i.person_id FROM people_involvement i JOIN people_childfile f ON "
                "f.id = i.child_file_id WHERE f.public_id = %s",
                [alva],
            )
            count = "SELECT count(*) FROM people_childfile WHERE protection = 'marked'"
            assert owner.execute(count).fetchone() == (2,)  # Bilal, and Alva at the school

            send(people, alva, MEDICAL, number=2)

            assert owner.execute(count).fetchone() == (3,)
        with people.acting("nurse") as nurse:
            assert my_children(nurse) == []
