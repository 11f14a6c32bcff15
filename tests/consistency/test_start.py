"""The program does not start on a wall that is down: too strong a role, too old a server, a missing part."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qsl, unquote, urlsplit

import psycopg
import pytest
from django.db import connections

from varjebarn.database import checks
from varjebarn.database.checks import check_roles

from tests.world.cluster import Databases

pytestmark = pytest.mark.usefixtures("own_database")

BOTH = ("default", "login")


@contextmanager
def connected_by(url: str) -> Iterator[None]:
    """Let the running system's own connection log in as somebody else."""
    where = urlsplit(url)
    query = dict(parse_qsl(where.query))
    one = connections["default"]
    before = dict(one.settings_dict)
    one.close()
    one.settings_dict |= {
        "USER": unquote(where.username or ""),
        "PASSWORD": unquote(where.password or ""),
        "HOST": query.get("host", where.hostname or ""),
    }
    try:
        yield
    finally:
        one.close()
        one.settings_dict.clear()
        one.settings_dict.update(before)


def said() -> set[str]:
    return {str(message.id) for message in check_roles(databases=BOTH)}


def test_the_running_system_starts() -> None:
    assert said() == set()


def test_the_program_does_not_start_as_a_role_that_is_too_strong(
    databases: Databases, own_database: str
) -> None:
    with connected_by(databases.owner_url(own_database)):
        assert "varjebarn.E001" in said()


def test_a_server_below_the_safe_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "FLOORS", dict.fromkeys(range(10, 40), 400_000))

    assert said() == {"varjebarn.E003"}


def test_the_safe_versions_are_those_that_keep_statistics_behind_policies() -> None:
    assert checks.FLOORS == {15: 150014, 16: 160010, 17: 170006}


@pytest.mark.parametrize(
    "fault",
    [
        "DROP FUNCTION vb.kind() CASCADE",
        "DROP FUNCTION vb.sign(text); DROP FUNCTION vb.enter(text, uuid)",
        "ALTER FUNCTION vb.actor(int) RENAME TO actors",
        "REVOKE EXECUTE ON FUNCTION vb.enter(text, uuid) FROM vb_app",
        "ALTER TABLE vb.login RENAME TO logins",
        "DROP TABLE disclosure_familydelivery",
        "ALTER TABLE plan_need NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE plan_goal DISABLE ROW LEVEL SECURITY",
    ],
)
def test_a_missing_function_stops_the_start(owner: psycopg.Connection, fault: str) -> None:
    assert said() == set()
    owner.execute(fault)

    assert said() == {"varjebarn.E004"}
