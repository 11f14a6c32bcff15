"""The search in straight SQL: whole keys within one's own unit, and the log knows only their kind."""

import json

import pytest

from tests.world.cast import two_children
from tests.world.walls import assert_hidden, refused

pytestmark = [
    pytest.mark.world.with_args(two_children),
    pytest.mark.usefixtures("own_database"),
]

NO_RIGHT = "42501"
FIND = "SELECT child_file::text, name, mine FROM vb.find_child(%s, %s, NULL)"
OPEN = "SELECT public_id::text FROM vb.open_file(%s, '', %s, '2018-05-05', 'sv', '', %s, %s, NULL, 'x', NULL)"
CASE = "2026-117"


def found(connection, key, wanted):
    return connection.execute(FIND, [key, wanted]).fetchall()


def opened(connection, given, family, protection="none", numbers=()):
    """Open a file, and let it stay when the connection is closed."""
    made = connection.execute(
        OPEN,
        [given, family, protection, json.dumps([{"system": s, "value": v} for s, v in numbers])],
    ).fetchone()[0]
    connection.commit()
    connection.close()
    return made


def test_one_finds_ones_own_child_by_a_part_of_the_name(enter, world):
    assert found(enter("teacher"), "name", "alv") == [(world["alva"], "Alva Lund", True)]


@pytest.mark.rule("R29", case="refuses")
def test_a_colleague_next_door_finds_nothing(enter, world):
    there = found(enter("teacher"), "name", "Alva Lund")

    assert_hidden(there=there, seen=found(enter("outsider"), "name", "Alva Lund"))


@pytest.mark.rule("R01", case="refuses")
@pytest.mark.parametrize("slug", ["outsider-elsewhere", "social-worker", "police"])
def test_another_unit_finds_nothing(enter, slug):
    there = found(enter("principal"), "name", "Alva Lund")

    assert_hidden(there=there, seen=found(enter(slug), "name", "Alva Lund"))


def test_a_manager_is_told_which_child_a_whole_name_is(enter, owner):
    made = opened(enter("outsider"), "Elin", "Öst")

    assert found(enter("principal"), "name", "elin öst") == [(made, "Elin Öst", False)]
    assert found(enter("principal"), "name", "Elin") == []


def test_an_intake_is_told_that_there_is_one_and_no_more(enter, owner):
    unit = "(SELECT unit_id FROM people_childfile WHERE given_name = 'Bilal')"
    owner.execute(
        "UPDATE organisations_assignment SET duties = '{intake}' WHERE title = 'Skolsköterska' "
        f"AND unit_id = {unit}"
    )
    owner.execute(
        "INSERT INTO people_childfile (public_id, unit_id, given_name, name_used, family_name, born, "
        "language, interpreter, protection, filed, opened) "
        f"VALUES (gen_random_uuid(), {unit}, 'Elin', '', 'Öst', '2018-01-01', 'sv', '', 'none', true, now())"
    )

    assert found(enter("nurse"), "name", "Elin Öst") == [(None, "", False)]
    assert found(enter("nurse"), "name", "Elin Väst") == []


def test_a_case_number_is_whole_and_of_ones_own_unit(enter):
    opened(enter("outsider"), "Elin", "Öst", numbers=[("local", CASE)])

    assert [row[1] for row in found(enter("outsider"), "case_number", CASE)] == ["Elin Öst"]
    assert found(enter("outsider"), "case_number", CASE[:-1]) == []
    assert found(enter("outsider-elsewhere"), "case_number", CASE) == []


@pytest.mark.rule("R19", case="refuses")
def test_a_protected_child_is_found_by_nobody(enter, owner, world):
    there = owner.execute("SELECT 1 FROM people_childfile WHERE given_name = 'Bilal'").fetchall()

    assert_hidden(there=there, seen=found(enter("nurse"), "name", "Bilal Rahimi"))


@pytest.mark.rule("R32", case="refuses")
@pytest.mark.rule("R31", case="refuses")
@pytest.mark.parametrize(
    ("slug", "key"),
    [
        ("social-worker", "school_number"),
        ("social-worker", "text"),
        ("principal", "health"),
        ("nurse", "school_number"),
    ],
)
def test_no_other_key_opens_the_search(enter, slug, key):
    assert refused(enter(slug), FIND, [key, "astma"]) == NO_RIGHT


@pytest.mark.rule("R46", case="refuses")
@pytest.mark.parametrize("slug", ["keeper", "log-reviewer", "process-leader", "guardian"])
def test_who_does_not_work_with_children_searches_for_none(enter, slug):
    assert refused(enter(slug), FIND, ["name", "Alva Lund"]) == NO_RIGHT


@pytest.mark.rule("R42", case="refuses")
def test_the_log_knows_the_kind_of_key_and_not_the_key(enter, owner):
    tor = enter("teacher")
    found(tor, "national_number", "200302022389")
    found(tor, "name", "Alva Lund")
    tor.commit()
    logged = owner.execute(
        "SELECT act, why, child_file_id FROM audit_event ORDER BY id DESC LIMIT 2"
    ).fetchall()

    assert logged == [("child.searched", "name", None), ("child.searched", "national_number", None)]


def test_the_thirty_first_search_in_an_hour_is_refused(enter):
    tor = enter("teacher")
    for _ in range(30):
        found(tor, "name", "Nobody Here")

    assert refused(tor, FIND, ["name", "Alva Lund"]) == NO_RIGHT
    assert found(enter("principal"), "name", "Alva Lund") != []  # each has a count of her own


def test_hit_and_miss_write_the_same_in_the_log(enter, owner):
    tor = enter("teacher")
    for wanted in ("Alva Lund", "Nobody Here"):
        found(tor, "name", wanted)
    tor.commit()
    logged = owner.execute(
        "SELECT act, why, object, child_file_id FROM audit_event ORDER BY id DESC LIMIT 2"
    ).fetchall()

    assert logged[0] == logged[1]
