"""A file that has been made one with another, in straight SQL: read, and not written in, by anybody (R43)."""

import pytest

from tests.world.circle import alva_shared
from tests.world.walls import refused

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

NO_RIGHT = "42501"
ENDS = {
    "people_guardian": {"valid_to"},
    "people_familyreader": {"until"},
    "disclosure_delivery": {"opened_at", "opened_by", "consent_ended"},
    "disclosure_outsidepart": {
        "accepted_by",
        "accepted_at",
        "opened_at",
        "closed_at",
        "close_reason",
    },
    "disclosure_substitute": {"valid_to"},
    "plan_plan": {"state", "outcome", "closed_on", "closed_by_id"},
    "participation_view": {"withdrawn_at"},
    "wellbeing_signal": {"state", "outcome_text", "outcome_on"},
}
ARRIVES = {"people_namedreader", "people_earlier"}
NOT_WRITINGS = {
    "people_involvement",
    "people_caseload",
    "audit_event",
    "audit_question",
    "audit_review",
}
"""Who may read, a list made of that, and the log with what is asked about it."""

GUARDS = (
    "SELECT c.relname, t.tgtype & 4 > 0, t.tgtype & 16 > 0, "
    "string_to_array(encode(t.tgargs, 'escape'), '\\000') FROM pg_trigger t JOIN pg_class c ON "
    "c.oid = t.tgrelid WHERE t.tgname = 'joined_file_stays' AND t.tgenabled = 'O'"
)
TABLES = (
    "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
    "AND a.attname = 'child_file_id' WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace"
)
COLUMN = (
    "SELECT attname, format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 "
    "AND format_type(atttypid, NULL) = ANY ('{text,uuid,timestamp with time zone}') "
    "AND NOT attname = ANY (%s) ORDER BY attnum LIMIT 1"
)
OTHER = {
    "text": "'annat'",
    "uuid": "gen_random_uuid()",
    "timestamp with time zone": "'2020-01-01Z'",
}
OPEN = (
    "SELECT id, public_id FROM vb.open_file('Alva', '', 'Lund', '2018-05-05', 'sv', '', 'none', '[]', NULL, "
    "'Kom med nummer', NULL)"
)
JOIN = "SELECT vb.join_files(%s, %s, 'Mamma visade passet', NULL)"
NOTE = (
    "INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, at) "
    "SELECT gen_random_uuid(), unit_id, id, 'signal', now() FROM people_childfile WHERE id = %s"
)


@pytest.fixture
def alva(owner, world):
    return owner.execute(
        "SELECT id, public_id FROM people_childfile WHERE public_id = %s", [world["alva"]]
    ).fetchone()


@pytest.fixture
def kept(enter):
    """A later file on Alva, which Lena opens."""
    lena = enter("principal")
    made = lena.execute(OPEN).fetchone()
    lena.commit()
    lena.close()
    return made


@pytest.fixture
def lena(enter, alva, kept):
    """Lena, who has made the two files one."""
    lena = enter("principal")
    lena.execute(JOIN, [kept[1], alva[1]])
    lena.commit()
    return enter("principal")


def test_every_table_about_a_child_is_guarded(owner):
    guards = {
        table: (inserts, updates, {arg for arg in args if arg})
        for table, inserts, updates, args in owner.execute(GUARDS).fetchall()
    }
    tables = {row[0] for row in owner.execute(TABLES).fetchall()} - NOT_WRITINGS

    assert len(tables) > 40
    assert guards == {
        table: (table not in ARRIVES, True, ENDS.get(table, set())) for table in tables
    }


@pytest.mark.rule("R43", case="refuses")
def test_no_row_that_is_there_is_changed(owner, lena, alva):
    """Not by the owner of the database either: whatever stands in the file, but for its ends."""
    tried = {}
    for table in sorted({row[0] for row in owner.execute(TABLES).fetchall()} - NOT_WRITINGS):
        there = owner.execute(
            f"SELECT id FROM {table} WHERE child_file_id = %s LIMIT 1", [alva[0]]
        ).fetchone()
        column = owner.execute(COLUMN, [table, sorted(ENDS.get(table, ()))]).fetchone()
        if there and column:
            other = OTHER[column[1]]
            change = f"UPDATE {table} SET {column[0]} = {other} WHERE id = %s"
            tried[table] = refused(owner, change, there)

    assert len(tried) >= 6
    assert set(tried.values()) == {NO_RIGHT}


@pytest.mark.rule("R43", case="refuses")
def test_nothing_new_is_written_by_whoever_works_with_the_child(lena, alva, kept):
    assert refused(lena, NOTE, [kept[0]]) is None  # there is a right to write, and it is hers

    assert refused(lena, NOTE, [alva[0]]) == NO_RIGHT
    assert (
        refused(lena, "UPDATE people_childfile SET name_used = 'A' WHERE id = %s", [alva[0]])
        == NO_RIGHT
    )
    assert (
        refused(lena, "UPDATE people_childfile SET name_used = 'A' WHERE id = %s", [kept[0]])
        is None
    )


DOORS = {
    "involve": "SELECT vb.involve((SELECT public_id FROM people_childfile WHERE id = %s), {lead}, 'team', 'Stöd', NULL, NULL)",
    "ask": "SELECT vb.ask_consent(%s, 'Att samordna', current_date + 100, jsonb_build_array(jsonb_build_object("
    "'unit', (SELECT u.public_id FROM organisations_secrecyunit u WHERE u.id = vb.unit()), 'parts', "
    "'[\"why\"]'::jsonb)), 'kronoberg', 1, NULL)",
    "number": "SELECT vb.add_identifier(%s, 'local', 'KLASS-9', NULL, NULL)",
    "substitute": "SELECT vb.register_substitute(%s, 'god_man', gen_random_uuid(), 'Eva Ek', ARRAY['everything'], "
    "'{{}}', false, 'Beslut', now(), now() + interval '9 days', NULL)",
    "withhold": "SELECT vb.withhold(%s, 'view', gen_random_uuid(), 'x', 'guardians', '{{}}', 'harm', 'Skada', "
    "current_date + 30, NULL)",
    "protect": "SELECT vb.protect(%s, 'marked', '{{}}', '{{}}', 'Hot', NULL)",
}


@pytest.mark.rule("R43", case="refuses")
@pytest.mark.parametrize("door", sorted(DOORS))
def test_no_door_leads_in(lena, alva, kept, persons, door):
    statement = DOORS[door].format(lead=f"'{persons['lead']}'")

    assert refused(lena, statement, [alva[0]]) == NO_RIGHT
    assert refused(lena, statement, [kept[0]]) is None


@pytest.mark.rule("R43", case="allows")
def test_what_goes_on_goes_on_in_the_other(owner, lena, alva, kept):
    """The consent with its answers, so that it can be used and taken back there; what was sent stays."""
    of = "SELECT count(*) FROM {} WHERE child_file_id = %s"
    moved = [
        "disclosure_consent",
        "disclosure_consentscope",
        "disclosure_consenter",
        "disclosure_consentevent",
    ]

    assert [owner.execute(of.format(t), [alva[0]]).fetchone()[0] for t in moved] == [0, 0, 0, 0]
    assert all(owner.execute(of.format(t), [kept[0]]).fetchone()[0] > 0 for t in moved)
    assert owner.execute(of.format("disclosure_disclosure"), [alva[0]]).fetchone()[0] > 0
    assert owner.execute(of.format("disclosure_disclosure"), [kept[0]]).fetchone() == (0,)


@pytest.mark.rule("R10", case="allows")
def test_a_yes_is_taken_back_after_two_files_have_become_one(enter, owner, lena, kept, world):
    karin = enter("guardian")
    mine = "SELECT to_unit, what, child_ref FROM vb.my_consents() WHERE what = 'given' ORDER BY to_unit_name"
    given = karin.execute(mine).fetchall()
    assert given
    assert {row[2] for row in given} == {kept[1]}

    karin.execute("SELECT vb.withdraw(%s, %s, NULL)", [world["consent"], given[0][0]])
    karin.commit()

    told = owner.execute(
        "SELECT count(*) FROM people_notice WHERE kind = 'consent_withdrawn' AND child_file_id = %s",
        [kept[0]],
    )
    assert told.fetchone() == (1,)


@pytest.mark.rule("R43", case="allows")
def test_whoever_is_let_in_afterwards_reads_both_and_goes_out_of_both(
    enter, lena, alva, kept, persons
):
    sees = "SELECT id FROM people_childfile WHERE id = ANY (%s) ORDER BY id"
    both = [alva[0], kept[0]]
    made = lena.execute(
        "SELECT vb.involve(%s, %s, 'team', 'Stöd', NULL, NULL)", [kept[1], persons["lead"]]
    ).fetchone()
    lena.commit()
    assert [row[0] for row in enter("lead").execute(sees, [both]).fetchall()] == sorted(both)

    lena = enter("principal")
    lena.execute("SELECT vb.release(%s, 'Klart', NULL)", made)
    lena.commit()

    assert enter("lead").execute(sees, [both]).fetchall() == []


@pytest.mark.rule("R19", case="refuses")
def test_protection_of_the_one_is_protection_of_the_other(enter, owner, lena, alva, kept, persons):
    lena.execute("SELECT vb.protect(%s, 'marked', '{}', '{}', 'Hot mot barnet', NULL)", [kept[0]])
    lena.commit()
    levels = "SELECT protection FROM people_childfile WHERE id = ANY (%s)"

    assert set(owner.execute(levels, [[alva[0], kept[0]]]).fetchall()) == {("marked",)}
    assert enter("teacher").execute("SELECT 1 FROM people_childfile").fetchall() == []
    assert len(enter("principal").execute("SELECT 1 FROM people_childfile").fetchall()) >= 2
