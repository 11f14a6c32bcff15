"""Attacks in straight SQL as `vb_app`: what somebody with a login of their own must not get."""

import hashlib
import json
from uuid import UUID, uuid4

import psycopg
import pytest

from varjebarn.database.acting import assignments, open_login
from varjebarn.kernel.actors import Kind

from tests.world.cast import kind_of, people_of
from tests.world.circle import MEDICAL, PURPOSE, SOCIAL, alva_shared, unit
from tests.world.walls import assert_hidden

pytestmark = [
    pytest.mark.world.with_args(alva_shared),
    pytest.mark.usefixtures("own_database"),
]

NO_RIGHT = "42501"


@pytest.fixture
def owner(databases, own_database):
    with psycopg.connect(databases.owner_url(own_database), autocommit=True) as connection:
        yield connection


@pytest.fixture
def enter(connect_as, world):
    """Act as somebody, in a transaction that is open until the test ends it."""

    def act(slug):
        kind = kind_of(slug)
        token = open_login(people_of(world).persons[slug], kind)
        chosen = assignments(token)[0].assignment if kind is Kind.STAFF else None
        connection = connect_as("vb_app")
        connection.execute("SELECT FROM vb.enter(%s, %s)", [token, chosen])
        return connection

    return act


def one(connection, statement, values=()):
    return connection.execute(statement, list(values)).fetchone()[0]


def state_of(connection, statement, values=()):
    """Run it in a savepoint; give the error's state, or nothing if it went through."""
    try:
        with connection.transaction():
            connection.execute(statement, list(values))
    except psycopg.Error as error:
        return error.sqlstate
    return None


def share(
    connection, *, to, ground, duty="", subject=None, kind="plan_version", capacity="guardian"
):
    """Decide and deliver about the first file one sees, on another ground than consent."""
    content = json.dumps({"parts": {"why": {}}})
    key = one(
        connection,
        "INSERT INTO disclosure_disclosure (public_id, unit_id, child_file_id, ground, duty, "
        "decided_by_id, decided_at, purpose, content_kind, schema, content, content_hash, subject_ref, "
        "answers) SELECT gen_random_uuid(), unit_id, id, %s, %s, vb.person(), now(), %s, %s, 't', %s, "
        "%s, %s, '{}' FROM people_childfile ORDER BY id LIMIT 1 RETURNING id",
        [ground, duty, PURPOSE, kind, content, hashlib.sha256(content.encode()).digest(), subject],
    )
    person = to if isinstance(to, UUID) else None
    target = None if person else unit(*to).unit_id
    connection.execute(
        "INSERT INTO disclosure_recipient (unit_id, child_file_id, disclosure_id, to_unit_id, "
        "to_person_ref, capacity, name, provision) SELECT unit_id, child_file_id, id, %s, %s, %s, 'x', '' "
        "FROM disclosure_disclosure WHERE id = %s",
        [target, person, capacity if person else "", key],
    )
    return one(connection, "SELECT vb.deliver(%s, NULL)", [key])


def file_of(owner, where):
    return owner.execute(
        "SELECT id, public_id FROM people_childfile WHERE unit_id = %s AND given_name = 'Alva'",
        [unit(*where).unit_id],
    ).fetchone()


def persons(world, slug):
    return people_of(world).persons[slug]


# --- involvement -------------------------------------------------------------------------------


@pytest.mark.rule("R30", case="refuses")
def test_break_glass_cannot_be_prolonged_by_involving_oneself(enter, world):
    ulf = enter("outsider")
    ulf.execute("SELECT vb.break_glass(%s, 'reach', 'Barnet är inte hemma', NULL)", [world["alva"]])

    state = state_of(
        ulf,
        "SELECT vb.involve(%s, %s, 'team', 'stannar kvar', NULL, NULL)",
        [world["alva"], persons(world, "outsider")],
    )

    assert state == NO_RIGHT


@pytest.mark.rule("R46", case="refuses")
def test_a_keeper_cannot_break_the_glass(enter, world):
    assert (
        state_of(
            enter("keeper"),
            "SELECT vb.break_glass(%s, 'other', 'Bara en titt i akten', NULL)",
            [world["alva"]],
        )
        == NO_RIGHT
    )


@pytest.mark.rule("R46", case="refuses")
def test_a_keeper_opens_no_file(enter):
    assert (
        state_of(
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
    state = state_of(ulf, "SELECT reason FROM people_involvement")
    seen = [] if state else ulf.execute("SELECT reason FROM people_involvement").fetchall()

    assert_hidden(there=written, seen=seen)


# --- another unit's child ----------------------------------------------------------------------


def new_file(connection, number):
    """Open a file on a made-up child; give its key."""
    identifiers = json.dumps([{"system": "school_temporary", "value": number}])
    return one(
        connection,
        "SELECT id FROM vb.open_file('X', '', 'Y', '2018-05-05', 'sv', '', 'none', %s, NULL, 'x', NULL)",
        [identifiers],
    )


def share_file(connection, key):
    """Report about a file to social services, by duty: needs no consent."""
    content = json.dumps({"parts": {"why": {}}})
    made = one(
        connection,
        "INSERT INTO disclosure_disclosure (public_id, unit_id, child_file_id, ground, duty, "
        "decided_by_id, decided_at, purpose, content_kind, schema, content, content_hash, answers) "
        "VALUES (gen_random_uuid(), vb.unit(), %s, 'DUTY', 'SOL_19_1', vb.person(), now(), 'p', "
        "'signal', 't', %s, %s, '{}') RETURNING id",
        [key, content, hashlib.sha256(content.encode()).digest()],
    )
    connection.execute(
        "INSERT INTO disclosure_recipient (unit_id, child_file_id, disclosure_id, to_unit_id, "
        "capacity, name, provision) VALUES (vb.unit(), %s, %s, %s, '', 'x', '')",
        [key, made, unit(*SOCIAL).unit_id],
    )
    connection.execute("SELECT vb.deliver(%s, NULL)", [made])


def known_in_social_services(enter, number):
    signe = enter("social-worker")
    new_file(signe, number)
    signe.commit()
    signe.close()


def gaps(connection, number, table):
    """How far one's own next key moves over a delivery, all of it undone again."""
    new_file(connection, "20180505ZZ01")
    key = new_file(connection, number)
    before = one(connection, f"SELECT max(id) FROM {table}")
    share_file(connection, key)
    new_file(connection, "20180505ZZ02")
    after = one(connection, f"SELECT max(id) FROM {table}")
    connection.rollback()
    connection.close()
    return after - before


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
        if state_of(lena, ask) is None:
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

    assert state_of(enter("principal"), statement) == NO_RIGHT


@pytest.mark.rule("R04", case="refuses")
def test_nobody_writes_a_decision_in_a_colleagues_name(enter, world, owner):
    tor = one(
        owner,
        "SELECT id FROM organisations_person WHERE public_id = %s",
        [persons(world, "teacher")],
    )
    statement = DECISION.format(who=tor, delivered="NULL")

    assert state_of(enter("principal"), statement) == NO_RIGHT


@pytest.mark.rule("R04", case="refuses")
def test_nobody_adds_a_recipient_afterwards(enter):
    assert (
        state_of(
            enter("principal"),
            "INSERT INTO disclosure_recipient (unit_id, child_file_id, disclosure_id, to_unit_id, capacity, "
            "name, provision) SELECT unit_id, child_file_id, id, unit_id, '', 'x', '' "
            "FROM disclosure_disclosure WHERE delivered_at IS NOT NULL LIMIT 1",
        )
        == NO_RIGHT
    )


# --- answers -----------------------------------------------------------------------------------


def reply(connection, delivery, answers):
    draft = one(
        connection,
        "INSERT INTO disclosure_draft (public_id, person_id, reply_to, kind, body, updated) VALUES "
        "(gen_random_uuid(), vb.person(), %s, 'consent_answer', %s, now()) RETURNING public_id",
        [delivery, json.dumps({"answers": answers})],
    )
    return state_of(connection, "SELECT vb.submit(%s, NULL)", [draft])


@pytest.mark.rule("R09", case="refuses")
def test_an_answer_to_one_unit_never_becomes_a_yes_on_another_units_consent(enter, world, owner):
    """Social services ask Karin something of their own, pointing at the school's consent."""
    karin = persons(world, "guardian")
    owner.execute(
        "INSERT INTO people_guardian (public_id, unit_id, child_file_id, person_ref, name, relation, "
        "custody, view_agreed, source, valid_from, valid_to) VALUES (gen_random_uuid(), %s, %s, %s, 'K', "
        "'x', true, true, 'x', now(), '9999-12-31')",
        [unit(*SOCIAL).unit_id, file_of(owner, SOCIAL)[0], karin],
    )
    police = unit("Polismyndigheten", "Lokalpolisområde Växjö")
    given = "SELECT count(*) FROM disclosure_consentevent WHERE to_unit_id = %s AND what = 'given'"
    assert one(owner, given, [police.unit_id]) == 0

    signe = enter("social-worker")
    share(signe, to=karin, ground="GUARDIAN", subject=world["consent"], kind="consent_request")
    signe.commit()
    guardian = enter("guardian")
    asked = one(
        guardian,
        "SELECT public_id FROM disclosure_familydelivery WHERE from_unit_id = %s",
        [unit(*SOCIAL).unit_id],
    )
    reply(guardian, asked, {str(police.unit): "given"})
    guardian.commit()

    assert one(owner, given, [police.unit_id]) == 0


@pytest.mark.rule("R10", case="refuses")
def test_a_yes_that_becomes_a_no_is_told_as_a_withdrawal(enter, owner):
    karin = enter("guardian")
    request = one(
        karin,
        "SELECT public_id FROM disclosure_familydelivery WHERE content_kind = 'consent_request'",
    )
    draft = one(
        karin,
        "INSERT INTO disclosure_draft (public_id, person_id, reply_to, kind, body, updated) VALUES "
        "(gen_random_uuid(), vb.person(), %s, 'consent_answer', %s, now()) RETURNING public_id",
        [request, json.dumps({"answers": {str(unit(*SOCIAL).unit): "refused"}})],
    )
    karin.execute("SELECT vb.submit(%s, NULL)", [draft])
    karin.commit()

    assert (
        one(
            owner,
            "SELECT count(*) FROM disclosure_delivery WHERE unit_id = %s AND consent_ended IS NULL",
            [unit(*SOCIAL).unit_id],
        )
        == 0
    )


@pytest.mark.rule("R10", case="refuses")
def test_staff_do_not_answer_over_what_a_guardian_has_taken_back(enter, world, owner):
    karin = enter("guardian")
    karin.execute("SELECT vb.withdraw(%s, %s, NULL)", [world["consent"], unit(*SOCIAL).unit])
    karin.commit()
    consent, consenter = owner.execute(
        "SELECT c.id, w.id FROM disclosure_consent c JOIN disclosure_consenter w ON w.consent_id = c.id "
        "WHERE c.is_origin AND w.capacity = 'guardian'"
    ).fetchone()

    state = state_of(
        enter("teacher"),
        "SELECT vb.record_answer(%s, %s, %s, 'given', 'oral', '', NULL)",
        [consent, consenter, unit(*SOCIAL).unit],
    )

    assert state == NO_RIGHT


@pytest.mark.rule("R12", case="refuses")
def test_a_guardian_who_came_later_stops_the_copies_too(enter, owner):
    """Signe's own file knows of a second guardian, who was never asked."""
    owner.execute(
        "INSERT INTO people_guardian (public_id, unit_id, child_file_id, person_ref, name, relation, "
        "custody, view_agreed, source, valid_from, valid_to) VALUES (gen_random_uuid(), %s, %s, "
        "gen_random_uuid(), 'Ny', 'x', true, true, 'x', now(), '9999-12-31')",
        [unit(*SOCIAL).unit_id, file_of(owner, SOCIAL)[0]],
    )
    signe = enter("social-worker")
    consent = one(signe, "SELECT id FROM disclosure_consent")

    assert one(signe, "SELECT vb.consent_holds(%s, %s)", [consent, unit(*MEDICAL).unit_id]) is False


# --- intake ------------------------------------------------------------------------------------


@pytest.mark.rule("R43", case="refuses")
def test_the_intake_never_joins_a_file_that_is_already_filed(enter, owner):
    """A second delivery on the known Alva, and a twin with her birth date."""
    alva = file_of(owner, SOCIAL)
    twin = one(
        owner,
        "INSERT INTO people_childfile (public_id, unit_id, given_name, name_used, family_name, born, "
        "language, interpreter, protection, filed, opened) SELECT gen_random_uuid(), unit_id, 'Elsa', "
        "'', 'Lund', born, 'sv', '', 'none', true, now() FROM people_childfile WHERE id = %s "
        "RETURNING public_id",
        [alva[0]],
    )
    lena = enter("principal")
    share(lena, to=SOCIAL, ground="DUTY", duty="SOL_19_1", subject=uuid4())
    lena.commit()
    signe = enter("social-worker")
    arrived = one(signe, "SELECT public_id FROM disclosure_delivery WHERE state = 'new'")

    assert state_of(signe, "SELECT vb.take_intake(%s, %s, NULL, NULL)", [arrived, twin]) == NO_RIGHT


@pytest.mark.rule("R19", case="refuses")
def test_a_protected_childs_delivery_is_taken_by_named_persons_only(enter, owner):
    """Signe alone is named; she hands the delivery to a colleague who is not."""
    alva = file_of(owner, SOCIAL)
    owner.execute("UPDATE people_childfile SET protection = 'marked' WHERE id = %s", [alva[0]])
    owner.execute(
        "INSERT INTO people_namedreader (unit_id, child_file_id, person_id) "
        "SELECT unit_id, child_file_id, person_id FROM people_involvement "
        "WHERE child_file_id = %s AND role = 'team'",
        [alva[0]],
    )
    lena = enter("principal")
    share(lena, to=SOCIAL, ground="DUTY", duty="SOL_19_1", subject=uuid4())
    lena.commit()
    colleague = one(
        owner,
        "SELECT p.public_id FROM organisations_person p JOIN organisations_assignment a "
        "ON a.person_id = p.id WHERE a.unit_id = %s AND 'keeper' = ANY (a.duties) LIMIT 1",
        [unit(*SOCIAL).unit_id],
    )
    signe = enter("social-worker")
    arrived = one(signe, "SELECT public_id FROM disclosure_delivery WHERE state = 'new'")

    assert (
        state_of(signe, "SELECT vb.take_intake(%s, NULL, %s, NULL)", [arrived, colleague])
        == NO_RIGHT
    )


@pytest.mark.rule("R20", case="allows")
def test_a_report_about_a_protected_child_reaches_somebody(enter, owner):
    lena = enter("principal")
    key = one(
        lena,
        "SELECT id FROM vb.open_file('P', '', 'Q', '2018-05-05', 'sv', '', 'marked', '[]', NULL, 'x', NULL)",
    )
    share_file(lena, key)
    lena.commit()

    assert (
        one(
            owner,
            "SELECT count(*) FROM people_involvement i JOIN people_childfile f ON f.id = i.child_file_id "
            "JOIN people_namedreader n ON n.child_file_id = f.id AND n.person_id = i.person_id "
            "WHERE f.unit_id = %s AND f.given_name = 'P' AND i.role = 'intake'",
            [unit(*SOCIAL).unit_id],
        )
        == 1
    )


@pytest.mark.rule("R25", case="refuses")
def test_looking_at_the_intakes_candidates_is_logged(enter, owner):
    lena = enter("principal")
    key = new_file(lena, "20180505QQ01")
    share_file(lena, key)
    lena.commit()
    before = one(owner, "SELECT count(*) FROM audit_event")

    signe = enter("social-worker")
    arrived = one(signe, "SELECT public_id FROM disclosure_delivery WHERE state = 'new'")
    signe.execute("SELECT * FROM vb.intake_candidates(%s)", [arrived])
    signe.commit()

    assert one(owner, "SELECT count(*) FROM audit_event") == before + 1


# --- the log -----------------------------------------------------------------------------------


@pytest.mark.rule("R15", case="refuses")
@pytest.mark.rule("R28", case="refuses")
def test_the_family_is_not_told_that_a_report_about_them_was_read(enter, world, owner):
    """Karin has had something from social services; then the school reports, and Signe reads."""
    karin = persons(world, "guardian")
    owner.execute(
        "INSERT INTO people_familyreader (unit_id, child_file_id, person_id, until) "
        "SELECT %s, %s, id, '9999-12-31' FROM organisations_person WHERE public_id = %s",
        [unit(*SOCIAL).unit_id, file_of(owner, SOCIAL)[0], karin],
    )
    lena = enter("principal")
    share(lena, to=SOCIAL, ground="DUTY", duty="SOL_19_1", subject=uuid4(), kind="signal")
    lena.commit()
    signe = enter("social-worker")
    arrived = one(signe, "SELECT public_id FROM disclosure_delivery WHERE state = 'new'")
    signe.execute("SELECT vb.opened(%s, NULL)", [arrived])
    signe.commit()

    told = enter("guardian").execute(
        "SELECT act FROM vb.my_log(NULL, 500) WHERE object = %s", [arrived]
    )

    written = one(owner, "SELECT count(*) FROM audit_event WHERE object = %s", [arrived])
    assert_hidden(there=written, seen=told.fetchall())


@pytest.mark.rule("R19", case="refuses")
def test_the_log_reviewer_does_not_read_why_a_protected_child_is_known(enter, owner):
    lena = enter("principal")
    made = one(
        lena,
        "SELECT public_id FROM vb.open_file('P', '', 'Q', '2018-05-05', 'sv', '', 'marked', '[]', NULL, "
        "'P går i 2A', NULL)",
    )
    lena.commit()
    written = one(owner, "SELECT count(*) FROM audit_event WHERE object = %s", [made])

    rows = enter("log-reviewer").execute(
        "SELECT object, why FROM vb.unit_log(NULL, 200, NULL) WHERE act = 'file.opened'"
    )

    seen = [row for row in rows.fetchall() if row[0] == made or "2A" in row[1]]
    assert_hidden(there=written, seen=seen)


@pytest.mark.rule("R25", case="refuses")
def test_a_guardian_is_not_registered_without_a_line_in_the_log(enter, owner):
    before = one(owner, "SELECT count(*) FROM audit_event")
    lena = enter("principal")
    state = state_of(
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
    assert state_of(
        enter("principal"),
        "INSERT INTO people_notice (id, public_id, unit_id, child_file_id, kind, at) "
        "SELECT 999999, gen_random_uuid(), unit_id, id, 'x', now() FROM people_childfile LIMIT 1",
    ) in {NO_RIGHT, "428C9"}


def test_nothing_is_left_for_others_in_a_large_object(enter):
    assert state_of(enter("principal"), "SELECT lo_from_bytea(0, 'x')") == NO_RIGHT


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
