"""Who sees and writes which row of a child, with Python bypassed: straight SQL as `vb_app`."""

import psycopg
import pytest

from varjebarn.database.acting import assignments, open_login
from varjebarn.kernel.actors import Kind

from tests.world.cast import kind_of, people_of, two_children
from tests.world.walls import assert_hidden

pytestmark = [pytest.mark.world.with_args(two_children), pytest.mark.usefixtures("own_database")]

NO_RIGHT = "42501"
CHILD_TABLES = """
    SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
       AND a.attname IN ('child_file_id', 'child_ref') AND NOT a.attisdropped
       AND c.relname NOT IN ('audit_event', 'audit_familyline')  -- no right on the log: test_actor.py
     UNION SELECT 'people_childfile' UNION SELECT 'disclosure_draft' ORDER BY 1
"""


@pytest.fixture
def app(connect_as):
    return connect_as("vb_app")


@pytest.fixture
def acting(app, world):
    """Enter as somebody of the cast, on a bare connection as `vb_app`."""

    def act(slug):
        app.rollback()
        kind = kind_of(slug)
        token = open_login(people_of(world).persons[slug], kind)
        chosen = assignments(token)[0].assignment if kind is Kind.STAFF else None
        app.execute("SELECT FROM vb.enter(%s, %s)", [token, chosen])
        return app

    return act


def count(connection, table):
    return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


SEES = {
    "principal": 1,  # Alva, at the school
    "teacher": 1,
    "nurse": 2,  # Alva in her own unit, and Bilal by name
    "outsider": 0,  # next door: the same unit, not involved
    "outsider-elsewhere": 0,
    "lead": 0,
    "social-worker": 0,
    "police": 0,
    "keeper": 0,
    "log-reviewer": 0,
    "process-leader": 0,
    "guardian": 0,  # files belong to units
    "guardian-without-custody": 0,
    "child": 0,
    "teen": 0,
}


@pytest.mark.rule("R01", case="allows")
@pytest.mark.rule("R29", case="allows")
@pytest.mark.parametrize(("slug", "files"), SEES.items())
def test_a_file_is_seen_by_those_involved_in_its_own_unit(acting, owner, slug, files):
    assert owner.execute("SELECT count(*) FROM people_childfile").fetchone()[0] == 3

    assert count(acting(slug), "people_childfile") == files


def test_nobody_acting_sees_no_row_of_any_table_about_a_child(app, owner):
    every = [row[0] for row in owner.execute(CHILD_TABLES)]
    closed = [table for table in every if not may_read(owner, table)]
    tables = [table for table in every if table not in closed]
    assert len(tables) >= 20
    filled = [table for table in tables if count(owner, table)]
    assert {"people_childfile", "people_guardian", "people_involvement"} <= set(filled)

    seen = {table: count(app, table) for table in tables}

    assert seen == dict.fromkeys(tables, 0)
    for table in closed:  # reached through doors alone
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            app.execute(f"SELECT FROM {table}")
        app.rollback()


def may_read(owner, table):
    return owner.execute(
        "SELECT has_any_column_privilege('vb_app', %s, 'SELECT')", [table]
    ).fetchone()[0]


def test_nobody_acting_writes_no_row_of_any_table_about_a_child(connect_as, owner):
    tables = [row[0] for row in owner.execute(CHILD_TABLES)]

    for table in tables:
        app = connect_as("vb_app")
        columns = owner.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name = %s "
            "AND column_name IN ('unit_id', 'person_id', 'child_file_id')",
            [table],
        ).fetchall()
        names = ", ".join(row[0] for row in columns) or "id"
        values = ", ".join("1" for _ in columns) or "1"
        with pytest.raises(psycopg.Error) as error:
            app.execute(f"INSERT INTO {table} ({names}) VALUES ({values})")
        # 23502: an empty column is told before the row's policy; either way nothing is written.
        assert error.value.sqlstate in {NO_RIGHT, "23502"}, table


@pytest.mark.rule("R29", case="refuses")
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO people_involvement (public_id, unit_id, child_file_id, person_id, role, reason, "
        "valid_from, valid_to, made_by_id) SELECT gen_random_uuid(), unit_id, child_file_id, "
        "(SELECT vb.person()), 'team', 'me too', now(), valid_to, made_by_id FROM people_involvement",
        "UPDATE people_involvement SET valid_to = '9999-12-31'",
        "UPDATE people_involvement SET person_id = (SELECT vb.person())",
        "DELETE FROM people_involvement",
        "INSERT INTO people_caseload OVERRIDING SYSTEM VALUE SELECT * FROM people_caseload",
        "DELETE FROM people_childfile",
        "INSERT INTO people_namedreader (unit_id, child_file_id, person_id) VALUES (1, 1, 1)",
    ],
)
def test_a_colleague_next_door_can_not_let_himself_in(acting, statement):
    app = acting("outsider")
    assert count(app, "people_involvement") > 0  # he sees that colleagues are involved, no more

    with pytest.raises(psycopg.Error) as error:
        app.execute(statement)

    assert error.value.sqlstate == NO_RIGHT


def test_the_door_to_involvement_asks_who_opens_it(acting, world):
    app = acting("outsider")
    ulf = people_of(world).persons["outsider"]

    with pytest.raises(psycopg.Error) as error:
        app.execute(
            "SELECT vb.involve(%s, %s, 'team', 'curious', NULL, NULL)",
            [world["alva"], ulf],
        )

    assert error.value.sqlstate == NO_RIGHT


def test_the_manager_and_whoever_is_involved_may_involve_a_colleague(acting, world):
    app = acting("teacher")
    mia = people_of(world).persons["lead"]

    app.execute("SELECT vb.involve(%s, %s, 'team', 'stöd', NULL, NULL)", [world["alva"], mia])
    app.commit()

    assert count(acting("lead"), "people_childfile") == 1


@pytest.mark.rule("R19", case="refuses")
def test_a_protected_child_is_opened_by_named_persons_only(acting, world, owner):
    app = acting("nurse")
    protected = "SELECT count(*) FROM people_childfile WHERE protection <> 'none'"
    there = app.execute(protected).fetchone()[0]
    involved = owner.execute(
        "INSERT INTO people_involvement (public_id, unit_id, child_file_id, person_id, role, reason, "
        "valid_from, valid_to, made_by_id) SELECT gen_random_uuid(), f.unit_id, f.id, p.id, 'team', "
        "'as if', now(), 'infinity', p.id FROM people_childfile f, organisations_person p "
        "WHERE f.protection <> 'none' AND p.public_id = %s RETURNING unit_id",
        [people_of(world).persons["nurse"]],
    )
    assert involved.fetchone() is not None
    owner.execute("DELETE FROM people_namedreader")

    app = acting("nurse")

    assert_hidden(there=there, seen=app.execute(protected).fetchone()[0])


@pytest.mark.rule("R19", case="allows")
def test_a_protected_child_stands_in_no_list(acting, owner):
    assert owner.execute(
        "SELECT count(*) FROM people_childfile WHERE protection <> 'none'"
    ).fetchone() == (1,)

    names = acting("nurse").execute("SELECT name FROM people_caseload").fetchall()

    assert names == [("Alva Lund",)]


@pytest.mark.rule("R02", case="refuses")
@pytest.mark.parametrize("slug", ["social-worker", "police", "outsider-elsewhere", "keeper"])
def test_writing_into_another_units_compartment_is_refused(acting, owner, slug):
    unit, file = owner.execute(
        "SELECT unit_id, id FROM people_childfile WHERE given_name = 'Alva' ORDER BY id LIMIT 1"
    ).fetchone()
    app = acting(slug)

    with pytest.raises(psycopg.Error) as error:
        app.execute(
            "INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, at) "
            "VALUES (gen_random_uuid(), %s, %s, 'x', now())",
            [unit, file],
        )

    assert error.value.sqlstate == NO_RIGHT


def test_a_hidden_a_foreign_and_a_missing_file_give_one_answer(acting, owner):
    """Foreign keys must not tell which files exist (pitfall 5)."""
    school = owner.execute(
        "SELECT f.unit_id, f.id FROM people_childfile f JOIN organisations_secrecyunit u "
        "ON u.id = f.unit_id WHERE u.name = 'Skola'"
    ).fetchone()
    foreign = owner.execute(
        "SELECT max(id) FROM people_childfile WHERE unit_id <> %s", [school[0]]
    ).fetchone()[0]
    answers = set()
    for file in (school[1], foreign, 999_999):
        app = acting("outsider")
        with pytest.raises(psycopg.Error) as error:
            app.execute(
                "INSERT INTO people_notice (public_id, unit_id, child_file_id, kind, at) "
                "VALUES (gen_random_uuid(), %s, %s, 'x', now())",
                [school[0], file],
            )
        answers.add((error.value.sqlstate, str(error.value.diag.message_primary)))

    assert len(answers) == 1


def test_leaky_functions_show_nothing_that_is_hidden(acting):
    app = acting("outsider")

    rows = app.execute("SELECT 1 FROM people_childfile WHERE 1 / (id - id) = 1").fetchall()

    assert rows == []  # a hidden row would have raised a division by zero


def test_an_involvement_ends_when_it_ends(acting, owner):
    assert count(acting("teacher"), "people_childfile") == 1
    owner.execute(
        "UPDATE people_involvement SET valid_to = now() - interval '1 second' WHERE role = 'team'"
    )

    assert count(acting("teacher"), "people_childfile") == 0


def test_no_policy_fetches_a_persons_whole_caseload(acting):
    """One index probe a row, whatever the caseload: never a hashed sub-plan (pitfall 31)."""
    app = acting("principal")

    plan = app.execute("EXPLAIN SELECT * FROM people_guardian").fetchall()

    assert "hashed SubPlan" not in "\n".join(row[0] for row in plan)
