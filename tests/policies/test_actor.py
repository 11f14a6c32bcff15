"""The verified actor, with Python bypassed: forged, replayed, stale and absent."""

from uuid import uuid4

import psycopg
import pytest

from varjebarn.database.acting import acting_as, assignments, close_login, open_login
from varjebarn.kernel.actors import Kind

from tests.world.cast import people_of, two_children

pytestmark = [pytest.mark.world.with_args(two_children), pytest.mark.usefixtures("fresh_database")]

FORGED = "28000"
NO_RIGHT = "42501"


def token_of(world, slug, kind=Kind.STAFF):
    return open_login(people_of(world).persons[slug], kind)


@pytest.fixture
def lena(world):
    """A login of somebody who sees a child, so that there is something to leak."""
    token = token_of(world, "principal")
    return token, assignments(token)[0].assignment


@pytest.fixture
def app(connect_as):
    return connect_as("vb_app")


def children(connection):
    return connection.execute("SELECT count(*) FROM people_childfile").fetchone()[0]


def enter(connection, login):
    return connection.execute("SELECT person_name FROM vb.enter(%s, %s)", login).fetchone()[0]


def test_whoever_enters_sees_their_own(app, lena):
    assert enter(app, lena) == "Lena Strand"

    assert children(app) == 1


def test_nobody_acting_sees_nothing(app, lena):
    enter(app, lena)
    assert children(app) == 1
    app.rollback()

    assert children(app) == 0


def test_an_actor_lost_by_a_savepoint_sees_nothing(app, lena):
    app.execute("SAVEPOINT before")
    enter(app, lena)
    assert children(app) == 1
    app.execute("ROLLBACK TO SAVEPOINT before")

    assert children(app) == 0


def stolen(app, lena):
    """A genuine value, as an injected statement could read it."""
    enter(app, lena)
    return app.execute("SELECT current_setting('vb.actor')").fetchone()[0]


def test_a_genuine_value_is_worth_nothing_in_the_next_transaction(app, lena):
    value = stolen(app, lena)
    app.commit()
    app.execute("SELECT set_config('vb.actor', %s, true)", [value])

    with pytest.raises(psycopg.Error) as error:
        children(app)

    assert error.value.sqlstate == FORGED


def test_a_genuine_value_is_worth_nothing_on_another_connection(app, connect_as, lena):
    value = stolen(app, lena)
    other = connect_as("vb_app")
    other.execute("SELECT set_config('vb.actor', %s, true)", [value])

    with pytest.raises(psycopg.Error) as error:
        children(other)

    assert error.value.sqlstate == FORGED


@pytest.mark.parametrize("part", range(8))
def test_a_changed_value_is_refused(app, lena, part):
    pieces = stolen(app, lena).split("|")
    pieces[part] = pieces[part][:-1] + ("1" if not pieces[part].endswith("1") else "2")
    app.execute("SELECT set_config('vb.actor', %s, true)", ["|".join(pieces)])

    with pytest.raises(psycopg.Error) as error:
        children(app)

    assert error.value.sqlstate == FORGED


@pytest.mark.parametrize("value", ["1|1|staff", "garbage", "1|31|staff|||1|1|00", "|||||||"])
def test_an_unsigned_value_is_refused(app, value):
    app.execute("SELECT set_config('vb.actor', %s, true)", [value])

    with pytest.raises(psycopg.Error) as error:
        children(app)

    assert error.value.sqlstate == FORGED


def test_nobody_enters_twice_in_one_transaction(app, lena):
    enter(app, lena)

    with pytest.raises(psycopg.Error) as error:
        enter(app, lena)

    assert error.value.sqlstate == FORGED


@pytest.mark.parametrize("wrong", ["token", "assignment", "family", "none"])
def test_the_token_and_the_assignment_belong_together(app, lena, world, wrong):
    token, assignment = lena
    ulla = token_of(world, "outsider-elsewhere")
    login = {
        "token": (str(uuid4()), assignment),
        "assignment": (token, assignments(ulla)[0].assignment),
        "family": (token_of(world, "principal", Kind.FAMILY), assignment),
        "none": (token, None),
    }[wrong]

    with pytest.raises(psycopg.Error) as error:
        enter(app, login)

    assert error.value.sqlstate == FORGED


def test_a_closed_login_is_closed(app, lena):
    close_login(lena[0])

    with pytest.raises(psycopg.Error) as error:
        enter(app, lena)

    assert error.value.sqlstate == FORGED


def test_an_idle_login_is_closed(app, lena, owner):
    owner.execute("UPDATE vb.login SET seen = seen - interval '61 minutes'")

    with pytest.raises(psycopg.Error) as error:
        enter(app, lena)

    assert error.value.sqlstate == FORGED


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM vb.actor_key",
        "SELECT * FROM vb.login",
        "SELECT * FROM vb.identity_key",
        "SELECT vb.sign('1|1|staff')",
        "SELECT vb.open_login(gen_random_uuid(), 'staff')",
        "INSERT INTO vb.login (token_hash, person_id, kind, expires) VALUES ('a', 1, 'staff', now())",
        "SELECT * FROM login.auth_user",
        "SELECT * FROM audit_event",
        "SELECT * FROM audit_familyline",
        "SET ROLE vb_owner",
        "SET ROLE vb_definer",
        "CREATE TABLE mine (id int)",
        "CREATE TEMP TABLE mine (id int)",
        "CREATE FUNCTION leak() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CALL vb.close_child_table('people_childfile')",
        "SELECT last_value FROM people_childfile_id_seq",
    ],
)
def test_the_running_system_has_no_right_to(app, statement):
    with pytest.raises(psycopg.Error) as error:
        app.execute(statement)

    assert error.value.sqlstate == NO_RIGHT


def test_a_token_stands_in_no_statement_that_others_can_read(connect_as, lena, owner):
    token, assignment = lena
    with acting_as(token, assignment):
        seen = owner.execute("SELECT string_agg(query, ' ') FROM pg_stat_activity").fetchone()[0]

    assert "vb.enter" in seen
    assert token not in seen


def test_the_database_keeps_no_token(owner, lena):
    kept = owner.execute("SELECT string_agg(encode(token_hash, 'hex'), ' ') FROM vb.login")

    assert lena[0] not in kept.fetchone()[0]


def test_the_login_role_reads_no_child(connect_as):
    login = connect_as("vb_login")

    with pytest.raises(psycopg.Error) as error:
        login.execute("SELECT * FROM public.people_childfile")

    assert error.value.sqlstate == NO_RIGHT
