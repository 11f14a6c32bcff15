"""Attacks in straight SQL as `vb_app`, a second round: what the first repairs left ajar."""

import pytest

from tests.policies.straight_sql import gaps, known_in_social_services, one, persons
from tests.policies.test_attacks import NO_RIGHT
from tests.world.circle import alva_shared
from tests.world.walls import refused

pytestmark = [
    pytest.mark.world.with_args(alva_shared),
    pytest.mark.usefixtures("own_database"),
]


def test_a_chosen_key_is_not_taken_by_overriding_either(enter):
    state = refused(
        enter("principal"),
        "INSERT INTO people_notice (id, public_id, unit_id, child_file_id, kind, at) OVERRIDING SYSTEM "
        "VALUE SELECT 999999, gen_random_uuid(), unit_id, id, 'x', now() FROM people_childfile LIMIT 1",
    )

    assert state == NO_RIGHT


@pytest.mark.rule("R01", case="refuses")
def test_keys_of_the_intake_do_not_tell_either(enter):
    """Who is involved already gets no second row: unless a number goes all the same, it shows."""
    known_in_social_services(enter, "20180505XX01")

    known = gaps(enter("principal"), "20180505XX01", "people_involvement")
    unknown = gaps(enter("principal"), "20180505XX99", "people_involvement")

    assert known == unknown


@pytest.mark.rule("R01", case="refuses")
def test_the_position_of_the_servers_log_is_not_read(enter):
    assert refused(enter("principal"), "SELECT pg_current_wal_insert_lsn()") == NO_RIGHT


@pytest.mark.rule("R30", case="refuses")
def test_behind_broken_glass_nobody_is_sent_away(enter, world, owner):
    tors = one(
        owner,
        "SELECT i.public_id FROM people_involvement i JOIN organisations_person p ON p.id = i.person_id "
        "JOIN people_childfile f ON f.id = i.child_file_id WHERE p.public_id = %s AND f.public_id = %s",
        [persons(world, "teacher"), world["alva"]],
    )
    ulf = enter("outsider")
    ulf.execute("SELECT vb.break_glass(%s, 'reach', 'Barnet är inte hemma', NULL)", [world["alva"]])

    assert refused(ulf, "SELECT vb.release(%s, 'bort', NULL)", [tors]) == NO_RIGHT


@pytest.mark.rule("R26", case="refuses")
def test_nobody_writes_in_the_log_about_a_child_they_are_not_involved_with(enter, owner):
    """A made-up reading would also be told to the family."""
    alva = one(
        owner, "SELECT id FROM people_childfile WHERE given_name = 'Alva' ORDER BY id LIMIT 1"
    )

    state = refused(
        enter("outsider"), "SELECT vb.record('child.read', %s, NULL, 'x', NULL)", [alva]
    )

    assert state == NO_RIGHT
