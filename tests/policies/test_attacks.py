"""Attacks in straight SQL as `vb_app`: what somebody with a login of their own must not get."""

import pytest

from tests.policies.straight_sql import (
    gaps,
    known_in_social_services,
    new_file,
    one,
    persons,
    share_file,
)
from tests.world.circle import MEDICAL, SOCIAL, alva_shared, unit
from tests.world.walls import assert_hidden, refused

pytestmark = [
    pytest.mark.world.with_args(alva_shared),
    pytest.mark.usefixtures("own_database"),
]

NO_RIGHT = "42501"


# --- involvement -------------------------------------------------------------------------------


@pytest.mark.rule("R30", case="refuses")
def test_break_glass_cannot_be_prolonged_by_involving_oneself(enter, world):
    ulf = enter("outsider")
    ulf.execute("SELECT vb.break_glass(%s, 'reach', 'Barnet är inte hemma', NULL)", [world["alva"]])

    state = refused(
        ulf,
        "SELECT vb.involve(%s, %s, 'team', 'stannar kvar', NULL, NULL)",
        [world["alva"], persons(world, "outsider")],
    )

    assert state == NO_RIGHT


@pytest.mark.rule("R46", case="refuses")
def test_a_keeper_cannot_break_the_glass(enter, world):
    assert (
        refused(
            enter("keeper"),
            "SELECT vb.break_glass(%s, 'other', 'Bara en titt i akten', NULL)",
            [world["alva"]],
        )
        == NO_RIGHT
    )


@pytest.mark.rule("R46", case="refuses")
def test_a_keeper_opens_no_file(enter):
    assert (
        refused(
            enter("keeper"),
            "SELECT vb.open_file('A', '', 'B', '2019-01-01', 'sv', '', 'none', '[]', NULL, 'x', NULL)",
        )
        == NO_RIGHT
    )


@pytest.mark.rule("R29", case="refuses")
def test_why_somebody_is_involved_is_not_read_by_the_colleague_next_door(enter, owner):
    written = owner.execute("SELECT reason FROM people_involvement").fetchall()
    assert ("Klasslärare i 1B",) in written

    ulf = enter("outsider")
    state = refused(ulf, "SELECT reason FROM people_involvement")
    seen = [] if state else ulf.execute("SELECT reason FROM people_involvement").fetchall()

    assert_hidden(there=written, seen=seen)


# --- another unit's child ----------------------------------------------------------------------


@pytest.mark.rule("R01", case="refuses")
@pytest.mark.parametrize("table", ["people_childfile", "people_identifier"])
def test_keys_do_not_tell_whether_another_unit_knows_the_child(enter, table):
    known_in_social_services(enter, "20180505XX01")

    known = gaps(enter("principal"), "20180505XX01", table)
    unknown = gaps(enter("principal"), "20180505XX99", table)

    assert known == unknown


@pytest.mark.rule("R01", case="refuses")
def test_statistics_do_not_tell_whether_another_unit_knows_the_child(enter):
    known_in_social_services(enter, "20180505XX01")
    counts = []
    for number in ("20180505XX01", "20180505XX99"):
        lena = enter("principal")
        key = new_file(lena, number)
        share_file(lena, key)
        ask = "SELECT pg_stat_get_xact_tuples_inserted('people_childfile'::regclass)"
        if refused(lena, ask) is None:
            counts.append(one(lena, ask))
        lena.rollback()

    assert len(set(counts)) <= 1


def test_a_colleague_next_door_asks_nothing_about_a_consent(enter, world, owner):
    ulf = enter("outsider")
    consent = one(owner, "SELECT id FROM disclosure_consent WHERE is_origin")

    answers = [
        one(ulf, "SELECT vb.consent_holds(%s, %s)", [consent, unit(*where).unit_id])
        for where in (MEDICAL, SOCIAL)
    ]

    assert answers == [False, False]


# --- decisions ---------------------------------------------------------------------------------

DECISION = (
    "INSERT INTO disclosure_disclosure (public_id, unit_id, child_file_id, ground, duty, decided_by_id, "
    "decided_at, purpose, content_kind, schema, content, content_hash, answers, delivered_at) "
    "SELECT gen_random_uuid(), f.unit_id, f.id, 'DUTY', 'SOL_19_1', {who}, now(), 'x', 'signal', "
    "'t', '{{}}', '\\x00', '{{}}', {delivered} FROM people_childfile f LIMIT 1"
)


@pytest.mark.rule("R04", case="refuses")
def test_a_disclosure_is_not_said_to_be_delivered_by_its_writer(enter):
    statement = DECISION.format(who="vb.person()", delivered="now()")

    assert refused(enter("principal"), statement) == NO_RIGHT


@pytest.mark.rule("R04", case="refuses")
def test_nobody_writes_a_decision_in_a_colleagues_name(enter, world, owner):
    tor = one(
        owner,
        "SELECT id FROM organisations_person WHERE public_id = %s",
        [persons(world, "teacher")],
    )
    statement = DECISION.format(who=tor, delivered="NULL")

    assert refused(enter("principal"), statement) == NO_RIGHT


@pytest.mark.rule("R04", case="refuses")
def test_nobody_adds_a_recipient_afterwards(enter):
    assert (
        refused(
            enter("principal"),
            "INSERT INTO disclosure_recipient (unit_id, child_file_id, disclosure_id, to_unit_id, capacity, "
            "name, provision) SELECT unit_id, child_file_id, id, unit_id, '', 'x', '' "
            "FROM disclosure_disclosure WHERE delivered_at IS NOT NULL LIMIT 1",
        )
        == NO_RIGHT
    )


# --- answers -----------------------------------------------------------------------------------


# --- intake ------------------------------------------------------------------------------------


# --- the log -----------------------------------------------------------------------------------


@pytest.mark.rule("R25", case="refuses")
def test_a_guardian_is_not_registered_without_a_line_in_the_log(enter, owner):
    before = one(owner, "SELECT count(*) FROM audit_event")
    lena = enter("principal")
    state = refused(
        lena,
        "INSERT INTO people_guardian (public_id, unit_id, child_file_id, person_ref, name, relation, "
        "custody, view_agreed, source, valid_from, valid_to) SELECT gen_random_uuid(), unit_id, id, "
        "gen_random_uuid(), 'Falsk', 'x', true, true, 'x', now(), '9999-12-31' FROM people_childfile LIMIT 1",
    )
    lena.commit()

    assert state == NO_RIGHT or one(owner, "SELECT count(*) FROM audit_event") == before + 1


# --- the server itself -------------------------------------------------------------------------


def test_numbers_of_rows_are_not_probed_with_chosen_keys(enter):
    """A key of another unit's row would answer 23505."""
    assert refused(
        enter("principal"),
        "INSERT INTO people_notice (id, public_id, unit_id, child_file_id, kind, at) "
        "SELECT 999999, gen_random_uuid(), unit_id, id, 'x', now() FROM people_childfile LIMIT 1",
    ) in {NO_RIGHT, "428C9"}


def test_nothing_is_left_for_others_in_a_large_object(enter):
    assert refused(enter("principal"), "SELECT lo_from_bytea(0, 'x')") == NO_RIGHT


def test_estimates_do_not_tell_which_names_other_units_know(enter, owner):
    """A name on two files of other units becomes a 'most common value' of the column."""
    social = unit(*SOCIAL).unit_id
    owner.execute(
        "INSERT INTO people_childfile (public_id, unit_id, given_name, name_used, family_name, born, "
        "language, interpreter, protection, filed, opened) SELECT gen_random_uuid(), %s, "
        "CASE WHEN n <= 50 THEN 'Xerxes' ELSE 'Barn' || n END, '', 'F' || n, '2018-01-01', 'sv', '', "
        "'none', true, now() FROM generate_series(1, 100) AS n",
        [social],
    )
    owner.execute("ANALYZE people_childfile")
    ulf = enter("outsider")

    def guess(name):
        plan = one(
            ulf,
            "EXPLAIN (FORMAT JSON) SELECT FROM people_childfile f, generate_series(1, 1000000) g "
            f"WHERE f.given_name = '{name}' OR g = 1",
        )
        return plan[0]["Plan"]["Plan Rows"]

    assert guess("Xerxes") == guess("Nobody")
