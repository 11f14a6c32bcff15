"""The doors with Python bypassed: what `vb.deliver` and its kin refuse, said in straight SQL."""

import hashlib
import json
from uuid import UUID, uuid4

import psycopg
import pytest

from varjebarn.database.acting import assignments, open_login
from varjebarn.kernel.actors import Kind

from tests.world.cast import people_of
from tests.world.circle import ALL, MEDICAL, PURPOSE, SCHOOL, SOCIAL, alva_with_consent, unit
from tests.world.walls import assert_hidden

pytestmark = [
    pytest.mark.world.with_args(alva_with_consent),
    pytest.mark.usefixtures("own_database"),
]

NO_RIGHT = "42501"
NOT_DELIVERED = "23514"
TWICE = "23505"
NURSE = {"why": {}, "actions": {}}


@pytest.fixture
def lena(enter):
    return enter("principal")


def decide(connection, *, to, parts=NURSE, **changes):
    """Write a disclosure and its recipient as an injected statement could; give its key."""
    content = json.dumps({"parts": parts})
    row = {
        "ground": "CONSENT",
        "duty": "",
        "content_kind": "plan_version",
        "purpose": PURPOSE,
        "content": content,
        "content_hash": hashlib.sha256(content.encode()).digest(),
        "consent_id": connection.execute("SELECT max(id) FROM disclosure_consent").fetchone()[0],
        "decided_by_id": connection.execute("SELECT vb.person()").fetchone()[0],
    } | changes
    key = connection.execute(
        "INSERT INTO disclosure_disclosure (public_id, unit_id, child_file_id, ground, duty, "
        "decided_by_id, decided_at, purpose, content_kind, schema, content, content_hash, "
        "answers, consent_id) SELECT gen_random_uuid(), f.unit_id, f.id, %(ground)s, %(duty)s, "
        "%(decided_by_id)s, now(), %(purpose)s, %(content_kind)s, 't', %(content)s, "
        '%(content_hash)s, \'{"harm_assessment": "ingen"}\', %(consent_id)s FROM people_childfile f RETURNING id',
        row,
    ).fetchone()[0]
    person, target, capacity = None, None, ""
    if isinstance(to, UUID):
        person, capacity = to, changes.get("capacity", "guardian")
    else:
        target = unit(*to).unit_id
    connection.execute(
        "INSERT INTO disclosure_recipient (unit_id, child_file_id, disclosure_id, to_unit_id, "
        "to_person_ref, capacity, name, provision) SELECT f.unit_id, f.id, %s, %s, %s, %s, 'x', '' "
        "FROM people_childfile f",
        [key, target, person, capacity],
    )
    return key


def deliver(connection, key):
    return connection.execute("SELECT vb.deliver(%s, NULL)", [key]).fetchone()[0]


def refused(connection, key):
    with pytest.raises(psycopg.Error) as error:
        deliver(connection, key)
    return error.value.sqlstate


@pytest.mark.rule("R09", case="allows")
def test_what_the_consent_covers_is_delivered(lena, owner):
    assert deliver(lena, decide(lena, to=MEDICAL)) == 1
    lena.commit()

    assert owner.execute(
        "SELECT u.name, d.content FROM disclosure_delivery d "
        "JOIN organisations_secrecyunit u ON u.id = d.unit_id"
    ).fetchall() == [(MEDICAL[1], json.dumps({"parts": NURSE}))]


@pytest.mark.rule("R09", case="refuses")
@pytest.mark.parametrize(
    ("why", "what"),
    [
        ("a unit that got a no", {"to": ("Polismyndigheten", "Lokalpolisområde Växjö")}),
        ("a unit that nobody asked about", {"to": ("Region Kronoberg", "Barnhälsovård")}),
        ("more parts than that unit may have", {"to": MEDICAL, "parts": {"child_view": {}}}),
        ("no parts at all", {"to": MEDICAL, "parts": {}}),
        ("another purpose", {"to": MEDICAL, "purpose": "Något annat"}),
        ("content and hash differ", {"to": MEDICAL, "content_hash": b"x"}),
        ("the unit itself", {"to": SCHOOL}),
        ("a ground without its weighing", {"to": MEDICAL, "ground": "GENERAL_CLAUSE"}),
        ("a ground that is never decided here", {"to": MEDICAL, "ground": "RESERVATION"}),
        (
            "a ground that does not reach from a school",
            {"to": MEDICAL, "ground": "HEALTH_TO_SOC_U18"},
        ),
        ("a duty that does not exist", {"to": SOCIAL, "ground": "DUTY", "duty": "NO_SUCH"}),
        ("a duty that is another's", {"to": SOCIAL, "ground": "DUTY", "duty": "POLIS_6"}),
    ],
)
def test_the_door_refuses(lena, why, what):
    assert refused(lena, decide(lena, **what)) == NO_RIGHT, why


@pytest.mark.rule("R57", case="allows")
def test_a_duty_that_is_the_schools_own_is_delivered(lena):
    key = decide(lena, to=SOCIAL, ground="DUTY", duty="SOL_19_1", consent_id=None)

    assert deliver(lena, key) == 1


def test_a_colleagues_decision_is_not_delivered(lena, enter):
    tor = enter("teacher")
    lena_id = lena.execute("SELECT vb.person()").fetchone()[0]

    with pytest.raises(psycopg.Error) as error:
        decide(tor, to=MEDICAL, decided_by_id=lena_id)

    assert error.value.sqlstate == NO_RIGHT


def test_the_outsider_next_door_decides_nothing(enter):
    ulf = enter("outsider")

    with pytest.raises(TypeError):  # he has no file to write about: nothing was inserted
        decide(ulf, to=MEDICAL, consent_id=1)


@pytest.mark.rule("R04", case="refuses")
def test_a_disclosure_that_is_not_delivered_is_not_stored(lena, owner):
    decide(lena, to=MEDICAL)

    with pytest.raises(psycopg.Error) as error:
        lena.commit()

    assert error.value.sqlstate == NOT_DELIVERED


def test_the_same_disclosure_is_delivered_once(lena):
    key = decide(lena, to=MEDICAL)
    deliver(lena, key)

    assert refused(lena, key) == TWICE


def test_the_door_stays_shut_under_an_old_snapshot(world, connect_as):
    token = open_login(people_of(world).persons["principal"], Kind.STAFF)
    connection = connect_as("vb_app")
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    chosen = assignments(token)[0].assignment
    connection.execute("SELECT FROM vb.enter(%s, %s)", [token, chosen])

    assert refused(connection, decide(connection, to=MEDICAL)) == "25001"


@pytest.mark.parametrize(
    ("why", "change"),
    [
        ("expired", "UPDATE disclosure_consent SET valid_to = current_date"),
        ("withdrawn", "INSERT INTO disclosure_consentevent (unit_id, child_file_id, consent_id, "
         "to_unit_id, consenter_id, what, how, at) SELECT unit_id, child_file_id, consent_id, "
         "to_unit_id, consenter_id, 'withdrawn', 'screen', now() FROM disclosure_consentevent"),
        ("the child said no", "INSERT INTO disclosure_consentevent (unit_id, child_file_id, "
         "consent_id, to_unit_id, consenter_id, what, how, at) SELECT s.unit_id, s.child_file_id, "
         "s.consent_id, s.to_unit_id, w.id, 'refused', 'screen', now() "
         "FROM disclosure_consentscope s JOIN disclosure_consenter w USING (consent_id) "
         "WHERE w.capacity = 'child'"),
        ("a guardian has come who was never asked", "INSERT INTO people_guardian (public_id, "
         "unit_id, child_file_id, person_ref, name, relation, custody, view_agreed, source, "
         "valid_from, valid_to) SELECT gen_random_uuid(), unit_id, child_file_id, "
         "gen_random_uuid(), 'Ny', 'x', true, false, 'x', now(), '9999-12-31' "
         "FROM people_guardian WHERE custody"),
        ("the anchor is dead", "UPDATE vb.consent_anchor SET live = false"),
        ("no answer", "DELETE FROM disclosure_consentevent"),
    ],
)  # fmt: skip
def test_a_consent_that_does_not_hold_opens_nothing(world, databases, made, enter, why, change):
    """Each change is undone again, so that the next begins from a consent that holds."""
    with databases.copy(f"changed_{uuid4().hex[:8]}", template=made[0]) as copy:
        from tests.world.cluster import pointed_at  # noqa: PLC0415 - the copy is this test's own

        with pointed_at(copy), psycopg.connect(databases.owner_url(copy)) as owner:
            lena = enter("principal")
            assert deliver(lena, decide(lena, to=MEDICAL)) == 1
            lena.rollback()
            owner.execute(change)
            owner.commit()
            lena.close()

            lena = enter("principal")
            state = refused(lena, decide(lena, to=MEDICAL))
            lena.close()

    assert state == NO_RIGHT, why


@pytest.mark.rule("R59", case="allows")
def test_a_guardian_with_custody_gets_a_copy(lena, world, owner):
    karin = people_of(world).persons["guardian"]
    before = owner.execute("SELECT count(*) FROM disclosure_familydelivery").fetchone()[0]

    deliver(lena, decide(lena, to=karin, ground="GUARDIAN", parts={part: {} for part in ALL}))
    lena.commit()

    after = owner.execute("SELECT count(*) FROM disclosure_familydelivery").fetchone()[0]
    assert after == before + 1


@pytest.mark.rule("R59", case="refuses")
@pytest.mark.parametrize(
    ("slug", "ground", "capacity"),
    [
        ("guardian-without-custody", "GUARDIAN", "guardian"),
        ("guardian-of-teen", "GUARDIAN", "guardian"),
        ("guardian", "SELF", "child"),
        ("child", "GUARDIAN", "child"),
        ("teen", "SELF", "child"),
        ("guardian", "CONSENT", "guardian"),
    ],
)
def test_nobody_else_in_the_family_gets_one(lena, world, slug, ground, capacity):
    person = people_of(world).persons[slug]

    key = decide(lena, to=person, ground=ground, capacity=capacity)

    assert refused(lena, key) == NO_RIGHT


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO disclosure_consentevent (unit_id, child_file_id, consent_id, to_unit_id, "
        "consenter_id, what, how, at) SELECT unit_id, child_file_id, consent_id, to_unit_id, "
        "consenter_id, 'given', 'screen', now() FROM disclosure_consentevent",
        "UPDATE disclosure_consentevent SET what = 'given'",
        "UPDATE disclosure_consent SET valid_to = '9999-12-31'",
        "UPDATE disclosure_consentscope SET parts = ARRAY['child_view']",
        "INSERT INTO disclosure_delivery OVERRIDING SYSTEM VALUE SELECT * FROM disclosure_delivery",
        "INSERT INTO disclosure_familydelivery OVERRIDING SYSTEM VALUE SELECT * FROM disclosure_familydelivery",
        "INSERT INTO disclosure_receipt OVERRIDING SYSTEM VALUE SELECT * FROM disclosure_receipt",
        "INSERT INTO disclosure_submission OVERRIDING SYSTEM VALUE SELECT * FROM disclosure_submission",
        "UPDATE disclosure_disclosure SET content = '{}'",
        "UPDATE people_familyaccess SET valid_to = '9999-12-31'",
        "SELECT * FROM vb.consent_anchor",
        "SELECT vb.spread_answer(gen_random_uuid(), 1, NULL, 'child', 'given', 'screen')",
        "SELECT vb.append(1, 1, 'x', NULL, '', NULL)",
        "SELECT vb.file_at(1, 1, 2)",
        "SELECT vb.copy_consent(1, 2, 3)",
        "SELECT vb.receipt(gen_random_uuid(), 'opened', 'x', '', '')",
    ],
)
def test_nothing_is_written_across_but_by_the_doors(lena, statement):
    with pytest.raises(psycopg.Error) as error:
        lena.execute(statement)

    assert error.value.sqlstate == NO_RIGHT


@pytest.mark.rule("R60", case="refuses")
def test_a_draft_is_seen_by_nobody_but_its_writer(enter, owner):
    karin = enter("guardian")
    karin.execute(
        "INSERT INTO disclosure_draft (public_id, person_id, reply_to, kind, body, updated) "
        "VALUES (gen_random_uuid(), vb.person(), gen_random_uuid(), 'guardian_words', '{}', now())"
    )
    karin.commit()
    unsent = "SELECT count(*) FROM disclosure_draft WHERE sent_at IS NULL"
    there = owner.execute(unsent).fetchone()[0]

    seen = {
        slug: enter(slug).execute(unsent).fetchone()[0]
        for slug in (
            "principal",
            "teacher",
            "child",
            "guardian-without-custody",
            "guardian-of-teen",
        )
    }

    assert_hidden(there=there, seen=[slug for slug, drafts in seen.items() if drafts])


def test_a_request_is_answered_only_by_whom_it_was_sent_to(enter):
    jonas = enter("guardian-without-custody")
    jonas.execute(
        "INSERT INTO disclosure_draft (public_id, person_id, reply_to, kind, body, updated) "
        "VALUES (gen_random_uuid(), vb.person(), gen_random_uuid(), 'consent_answer', '{}', now())"
    )
    draft = jonas.execute("SELECT public_id FROM disclosure_draft").fetchone()[0]

    with pytest.raises(psycopg.Error) as error:
        jonas.execute("SELECT vb.submit(%s, NULL)", [draft])

    assert error.value.sqlstate == NO_RIGHT


def test_a_consent_is_taken_back_only_by_who_gave_it(enter, world):
    for slug in ("guardian-without-custody", "guardian-of-teen", "principal"):
        connection = enter(slug)
        with pytest.raises(psycopg.Error) as error:
            connection.execute(
                "SELECT vb.withdraw(%s, %s, NULL)", [world["consent"], unit(*SOCIAL).unit]
            )
        assert error.value.sqlstate == NO_RIGHT


HEALTH = "Region Kronoberg", "Barn- och ungdomspsykiatri"


@pytest.mark.rule("R08", case="allows")
@pytest.mark.parametrize("to", [SOCIAL, HEALTH])
def test_health_care_shares_about_a_child_with_care_and_social_services(enter, to):
    noor = enter("nurse")
    alvas = "(SELECT id FROM people_childfile WHERE given_name = 'Alva')"

    assert deliver(noor, decide_without_consent(noor, alvas, to)) == 1


@pytest.mark.rule("R08", case="refuses")
@pytest.mark.parametrize("to", [SCHOOL, ("Polismyndigheten", "Lokalpolisområde Växjö")])
def test_health_care_shares_on_that_ground_with_nobody_else(enter, to):
    noor = enter("nurse")
    alvas = "(SELECT id FROM people_childfile WHERE given_name = 'Alva')"

    assert refused(noor, decide_without_consent(noor, alvas, to)) == NO_RIGHT


@pytest.mark.rule("R08", case="refuses")
def test_health_care_shares_on_that_ground_about_nobody_of_age(enter, owner):
    owner.execute("UPDATE people_childfile SET born = current_date - interval '18 years'")
    noor = enter("nurse")
    alvas = "(SELECT id FROM people_childfile WHERE given_name = 'Alva')"

    assert refused(noor, decide_without_consent(noor, alvas, SOCIAL)) == NO_RIGHT


def decide_without_consent(connection, file, to):
    """Write a decision on the ground of OSL 25:12 about one file of the acting unit."""
    content = json.dumps({"parts": NURSE})
    key = connection.execute(
        "INSERT INTO disclosure_disclosure (public_id, unit_id, child_file_id, ground, duty, "
        "decided_by_id, decided_at, purpose, content_kind, schema, content, content_hash, answers) "
        f"SELECT gen_random_uuid(), vb.unit(), {file}, 'HEALTH_TO_SOC_U18', '', vb.person(), now(), "
        "'vård', 'contribution', 't', %s, %s, '{}' RETURNING id",
        [content, hashlib.sha256(content.encode()).digest()],
    ).fetchone()[0]
    connection.execute(
        "INSERT INTO disclosure_recipient (unit_id, child_file_id, disclosure_id, to_unit_id, "
        f"capacity, name, provision) SELECT vb.unit(), {file}, %s, %s, '', 'x', ''",
        [key, unit(*to).unit_id],
    )
    return key
