"""Known traps of plans, snapshots and clocks: what the server does with a policy that is right."""

import psycopg
import pytest

from tests.world.circle import alva_shared

pytestmark = [pytest.mark.world.with_args(alva_shared), pytest.mark.usefixtures("own_database")]

FORCED = "people_guardian"
LOOSE = """
    DROP POLICY own_unit_involved ON people_guardian;
    CREATE POLICY own_unit_involved ON people_guardian TO vb_app USING (
      unit_id = (SELECT vb.unit()) AND EXISTS (
        SELECT 1 FROM people_involvement i WHERE i.unit_id = people_guardian.unit_id
           AND i.person_id = (SELECT vb.person()) AND i.child_file_id = people_guardian.child_file_id
           AND i.valid_from <= statement_timestamp() AND i.valid_to > statement_timestamp()))
"""
CROWD = """
    INSERT INTO people_guardian (public_id, unit_id, child_file_id, person_ref, name, relation, custody,
        view_agreed, source, valid_from, valid_to)
      SELECT gen_random_uuid(), g.unit_id, g.child_file_id, gen_random_uuid(), 'x', 'x', true, true, 'x',
             g.valid_from, g.valid_to FROM people_guardian g, generate_series(1, 2000);
    ANALYZE people_guardian
"""


def plan_of(connection, query):
    return "\n".join(row[0] for row in connection.execute(f"EXPLAIN {query}").fetchall())


def test_no_plan_fetches_a_persons_whole_caseload(enter, owner):
    """Pitfall 31: for every table and right, with many rows. The control is the policy without its stop."""
    owner.execute("SET session_replication_role = replica")  # the crowd is no act, and in no log
    owner.execute(CROWD)
    may = owner.execute(
        "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relname NOT LIKE 'steering%' "  # no child's
        "AND relnamespace = 'public'::regnamespace AND has_any_column_privilege('vb_app', oid, 'SELECT')"
    ).fetchall()
    assert len(may) >= 40
    lena = enter("principal")

    assert [table for (table,) in may if "hashed" in plan_of(lena, f"SELECT FROM {table}")] == []
    lena.rollback()
    owner.execute(LOOSE)
    assert "hashed" in plan_of(enter("principal"), f"SELECT FROM {FORCED}")


def test_a_right_that_ends_is_seen_by_the_next_statement(enter, owner):
    """Pitfalls 20 and 25: read committed, and the statement's clock; the transaction's would say yes on."""
    lena = enter("principal")
    count = "SELECT count(*) FROM people_childfile"
    assert lena.execute("SHOW transaction_isolation").fetchone() == ("read committed",)
    assert lena.execute(count).fetchone() == (1,)

    owner.execute("UPDATE people_involvement SET valid_to = clock_timestamp()")

    assert lena.execute(count).fetchone() == (0,)


def test_under_an_old_snapshot_the_right_would_live_on(connect_as, enter, owner, world):
    """Pitfall 20, the control: this is what nothing of ours may run under."""
    from varjebarn.database.acting import assignments, open_login  # noqa: PLC0415 - needs Django
    from varjebarn.kernel.actors import Kind  # noqa: PLC0415 - as above

    token = open_login(world["persons"]["principal"], Kind.STAFF)
    app = connect_as("vb_app")
    app.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
    app.execute("SELECT FROM vb.enter(%s, %s)", [token, assignments(token)[0].assignment])
    count = "SELECT count(*) FROM people_childfile"
    assert app.execute(count).fetchone() == (1,)
    owner.execute("UPDATE people_involvement SET valid_to = clock_timestamp()")

    assert app.execute(count).fetchone() == (1,)
    app.rollback()
    with pytest.raises(psycopg.Error) as error:
        app.execute("SELECT FROM vb.deliver(1, NULL)")
    assert error.value.sqlstate == "42501"


def test_the_settings_that_keep_a_request_short_stand_on_the_role(connect_as):
    """Pitfalls 20, 24 and 32: as the server tells them to the running system itself."""
    app = connect_as("vb_app")
    told = {
        name: app.execute("SELECT current_setting(%s)", [name]).fetchone()[0]
        for name in (
            "statement_timeout",
            "lock_timeout",
            "idle_in_transaction_session_timeout",
            "jit",
            "default_transaction_isolation",
            "row_security",
        )
    }

    assert told == {
        "statement_timeout": "5s",
        "lock_timeout": "2s",
        "idle_in_transaction_session_timeout": "10s",
        "jit": "off",
        "default_transaction_isolation": "read committed",
        "row_security": "on",
    }


def test_both_sides_of_a_withdrawal_lock_the_same_row_for_themselves(owner):
    """Pitfalls 34 and 35: the race itself is test_race.py; a shared lock would starve the withdrawal."""
    doors = dict(
        owner.execute(
            "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'vb'::regnamespace "
            "AND prosrc ~ 'consent_anchor' AND proname IN ('deliver', 'withdraw')"
        ).fetchall()
    )

    assert set(doors) == {"deliver", "withdraw"}
    assert [name for name, text in doors.items() if "FOR SHARE" in text.upper()] == []
    assert "FOR UPDATE" in doors["deliver"].upper()
    assert any(
        word in doors["withdraw"].upper() for word in ("FOR UPDATE", "UPDATE VB.CONSENT_ANCHOR")
    )


def test_a_search_by_number_goes_by_its_index_and_as_the_door_alone(enter, owner):
    """Pitfall 12: no function is said to leak nothing; the one exact search is a door with an index."""
    lena = enter("principal")
    with pytest.raises(psycopg.Error) as error:
        lena.execute("SELECT vb.identity_hash('personnummer', '201801012384')")
    assert error.value.sqlstate == "42501"
    owner.execute("SET enable_seqscan = off")
    unit = owner.execute("SELECT min(unit_id) FROM people_identifier").fetchone()[0]

    plan = plan_of(
        owner,
        "SELECT child_file_id FROM people_identifier WHERE "
        f"unit_id = {unit} AND value_hash = sha256('x')",
    )

    assert "Index" in plan
    assert "value_hash" in plan.partition("Index Cond")[2]
