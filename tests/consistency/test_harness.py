"""The tests themselves stand where the running system stands: as its roles, on their own data."""

from collections.abc import Callable

import psycopg
import pytest
from django.db import connection, connections

from varjebarn.ops.machine import OLDEST

pytestmark = pytest.mark.usefixtures("fresh_database")


def asked(alias: str, question: str) -> tuple[object, ...]:
    with connections[alias].cursor() as cursor:
        cursor.execute(question)
        return tuple(cursor.fetchone())


def test_tests_run_as_the_roles_of_the_running_system() -> None:
    question = "SELECT session_user::text, current_user::text, current_setting('is_superuser')"

    assert asked("default", question) == ("vb_app", "vb_app", "off")
    assert asked("login", question) == ("vb_login", "vb_login", "off")


def test_the_server_is_of_the_version_asked_for(request: pytest.FixtureRequest) -> None:
    (number,) = asked("default", "SELECT current_setting('server_version_num')::int / 10000")

    assert number == (request.config.option.postgres or number)
    assert int(str(number)) >= OLDEST


def test_the_running_system_may_make_nothing_of_its_own() -> None:
    question = (
        "SELECT has_database_privilege(current_database(), 'CREATE'), "
        "has_database_privilege(current_database(), 'TEMP'), "
        "has_schema_privilege('public', 'CREATE'), has_schema_privilege('vb', 'CREATE')"
    )

    assert asked("default", question) == (False, False, False, False)


def test_no_outer_transaction_is_open() -> None:
    assert connection.get_autocommit()
    assert not connection.in_atomic_block


def test_a_module_that_writes_has_a_database_of_its_own(fresh_database: str) -> None:
    assert asked("default", "SELECT current_database()::text") == (fresh_database,)
    assert "test_harness" in fresh_database


def test_the_owner_looks_at_the_same_database(
    owner: psycopg.Connection, fresh_database: str
) -> None:
    found = owner.execute("SELECT current_database()::text, current_setting('is_superuser')")

    assert found.fetchone() == (fresh_database, "on")


def test_a_bare_connection_is_one_role(connect_as: Callable[[str], psycopg.Connection]) -> None:
    for role in ("vb_app", "vb_login", "vb_seal", "vb_audit", "vb_notify", "vb_worker"):
        found = connect_as(role).execute("SELECT session_user::text").fetchone()

        assert found == (role,)
