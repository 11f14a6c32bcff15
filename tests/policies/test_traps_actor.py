"""Known traps of who acts: settings, transactions, connections, workers. Straight SQL as `vb_app`."""

import psycopg
import pytest
from django.db import DatabaseError, connection

from varjebarn.database.acting import acting_as, assignments, open_login
from varjebarn.kernel.actors import Kind

from tests.world.cast import people_of, two_children

pytestmark = [pytest.mark.world.with_args(two_children), pytest.mark.usefixtures("own_database")]

FORGED = "28000"
NO_RIGHT = "42501"
FILES = "SELECT count(*) FROM people_childfile"


def login_of(world, slug):
    token = open_login(people_of(world).persons[slug], Kind.STAFF)
    return token, assignments(token)[0].assignment


@pytest.fixture
def lena(world):
    """A login of somebody who sees one child, so that there is something to leak."""
    return login_of(world, "principal")


@pytest.fixture
def app(connect_as):
    return connect_as("vb_app")


def files(found):
    return found.execute(FILES).fetchone()[0]


def enter(found, login):
    found.execute("SELECT FROM vb.enter(%s, %s)", login)


def state_of(found, statement, values=None):
    with pytest.raises(psycopg.Error) as error:
        found.execute(statement, values)
    return error.value.sqlstate


def test_a_transaction_that_is_done_leaves_an_empty_setting_and_nothing_is_seen(app, lena):
    """Pitfall 17: the setting is then '' and not null; ''::bigint would be an error on every page."""
    enter(app, lena)
    assert files(app) == 1
    app.commit()

    assert app.execute("SELECT current_setting('vb.actor', true)").fetchone() == ("",)
    assert app.execute("SELECT vb.person(), vb.unit(), vb.kind()").fetchone() == (None, None, None)
    assert files(app) == 0


def test_an_actor_outside_a_transaction_is_gone_at_once(app, lena):
    """Pitfall 18. The control is the same two statements within one transaction."""
    app.autocommit = True
    enter(app, lena)
    assert files(app) == 0

    with app.transaction():
        enter(app, lena)
        assert files(app) == 1


def test_a_genuine_value_kept_for_the_whole_connection_is_refused(app, lena):
    """Pitfall 16: outside its own transaction the value is stale, however it was kept."""
    enter(app, lena)
    app.execute("SELECT set_config('vb.actor', current_setting('vb.actor'), false)")
    assert files(app) == 1
    app.commit()

    assert state_of(app, FILES) == FORGED


def test_a_value_with_further_parts_is_refused(app, lena):
    enter(app, lena)
    app.execute("SELECT set_config('vb.actor', current_setting('vb.actor') || '|1', true)")

    assert state_of(app, FILES) == FORGED


@pytest.mark.parametrize(
    "statement",
    [
        "SET SESSION AUTHORIZATION vb_owner",
        "SET ROLE vb_migrate",
        "SET ROLE vb_login",
        "UPDATE vb.login SET revoked = NULL",
        "DELETE FROM vb.login",
        "SELECT * FROM login.django_session",
        "INSERT INTO login.auth_user (username) VALUES ('x')",
        "SELECT * FROM vb.consent_anchor",
        "ALTER ROLE vb_app BYPASSRLS",
        "GRANT vb_owner TO vb_app",
        "ALTER TABLE people_childfile DISABLE ROW LEVEL SECURITY",
        "DROP POLICY own_unit_involved ON people_childfile",
        "CREATE FUNCTION pg_temp.leak(text) RETURNS boolean COST 0.0000001 LANGUAGE plpgsql AS "
        "'BEGIN RAISE NOTICE ''%'', $1; RETURN true; END'",
    ],
)
def test_the_running_system_may_not(app, statement):
    """Pitfalls 2, 13, 42 and 44."""
    assert state_of(app, statement) == NO_RIGHT


def test_the_clock_of_the_connection_moves_no_day(owner):
    """A day is counted where the children live: no time zone of one's own makes it last longer."""
    days = set()
    for zone in ("Pacific/Kiritimati", "Etc/GMT+12", "UTC"):
        owner.execute("SELECT set_config('TimeZone', %s, false)", [zone])
        days.add(
            owner.execute(
                "SELECT vb.today(), vb.midnight('2026-06-01') = '2026-05-31 22:00Z'"
            ).fetchone()
        )

    assert len(days) == 1
    assert days.pop()[1] is True


def test_two_people_take_turns_on_one_connection(world, lena):
    """Pitfall 29: each sees their own, also after a transaction that was broken off."""
    ulf = login_of(world, "outsider")
    nurse = login_of(world, "nurse")
    backends, seen = set(), []
    for login in (lena, ulf, nurse, lena, ulf):
        with acting_as(*login), connection.cursor() as cursor:
            cursor.execute(f"SELECT pg_backend_pid(), ({FILES})")
            backend, number = cursor.fetchone()
        backends.add(backend)
        seen.append(number)
        with pytest.raises(DatabaseError), acting_as(*lena), connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")

    assert len(backends) == 1
    assert seen == [1, 0, 2, 1, 0]


def test_a_parallel_plan_answers_as_a_plain_one(app, lena, owner):
    """Pitfall 33: a worker has another pid; who acts is therefore asked in the leader alone."""
    renamed = 160_000
    forcing = (
        "debug_parallel_query" if app.info.server_version >= renamed else "force_parallel_mode"
    )
    queries = ("SELECT count(id) FROM people_involvement", FILES)
    enter(app, lena)
    alone = [app.execute(query).fetchone()[0] for query in queries]
    assert alone[0] > 0
    assert alone[1] == 1
    for setting, value in {
        "parallel_setup_cost": "0",
        "parallel_tuple_cost": "0",
        "min_parallel_table_scan_size": "0",
        "enable_indexscan": "off",
        "enable_bitmapscan": "off",
        "enable_indexonlyscan": "off",
        "parallel_leader_participation": "off",
        forcing: "on",
    }.items():
        app.execute("SELECT set_config(%s, %s, true)", [setting, value])
    plan = "\n".join(row[0] for row in app.execute(f"EXPLAIN {queries[0]}").fetchall())

    assert "Gather" in plan
    assert [app.execute(query).fetchone()[0] for query in queries] == alone
    # The control: said to be safe in a worker, the bare question fails there.
    owner.execute(
        "ALTER FUNCTION vb.unit() PARALLEL SAFE; ALTER FUNCTION vb.actor(int) PARALLEL SAFE"
    )
    bare = "SELECT count(*) FROM organisations_secrecyunit WHERE id = vb.unit()"
    assert state_of(app, bare) == FORGED


def test_a_token_is_not_read_in_another_connections_statement(app, connect_as, lena):
    """Pitfall 41: the same role reads its own statements; bound on the server, the token is not in one."""
    spy = connect_as("vb_app")
    look = "SELECT string_agg(query, ' ') FROM pg_stat_activity WHERE usename = 'vb_app'"
    with acting_as(*lena):
        bound = spy.execute(look).fetchone()[0]
        spy.rollback()
    careless = psycopg.ClientCursor(app)
    careless.execute("SELECT FROM vb.enter(%s, %s)", lena)
    written_out = spy.execute(look).fetchone()[0]

    assert "vb.enter" in bound
    assert lena[0] not in bound
    assert lena[0] in written_out  # the control: so it would have looked


def test_no_door_takes_a_person_and_answers_with_an_actor(owner):
    """Pitfall 40: what sets who acts asks for the login's secret, and only `vb.enter` does."""
    setters = owner.execute(
        "SELECT proname, proargnames[1:pronargs] FROM pg_proc WHERE pronamespace = 'vb'::regnamespace "
        "AND has_function_privilege('vb_app', oid, 'EXECUTE') AND prosrc ~ 'set_config|vb.sign'"
    ).fetchall()
    openers = owner.execute(
        "SELECT role FROM unnest(ARRAY['vb_app', 'vb_audit', 'vb_migrate', 'vb_login']) AS r (role) "
        "WHERE EXISTS (SELECT FROM pg_proc p WHERE p.proname = 'open_login' "
        "AND has_function_privilege(role, p.oid, 'EXECUTE'))"
    ).fetchall()

    assert setters == [("enter", ["token", "wanted"])]
    assert openers == [("vb_login",)]
