"""For every module about row policies: the sealer, the keys of the cast, and a canary."""

import psycopg
import pytest


@pytest.fixture
def sealer(connect_as):
    """The sealer's own connection."""
    connection = connect_as("vb_seal")
    connection.autocommit = True
    return connection


@pytest.fixture
def persons(people):
    """The key of everybody of the cast, by slug."""
    return people.persons


@pytest.fixture(scope="module", autouse=True)
def canary(databases, fresh_database):
    """A child of a foreign unit is there and not seen: else policies are off and all would be green.

    The superuser lays it, becomes the running system in the same transaction, and takes it back.
    """
    with psycopg.connect(databases.owner_url(fresh_database)) as connection:
        connection.execute(
            "INSERT INTO people_childfile (public_id, unit_id, given_name, name_used, family_name, born, "
            "language, interpreter, protection, filed, opened) SELECT gen_random_uuid(), min(id), "
            "'Kanarie', '', 'Fågel', '2018-01-01', 'sv', '', 'none', true, clock_timestamp() "
            "FROM organisations_secrecyunit"
        )
        count = "SELECT count(*) FROM people_childfile WHERE given_name = 'Kanarie'"
        assert connection.execute(count).fetchone() == (1,)
        connection.execute("SET LOCAL SESSION AUTHORIZATION vb_app")
        assert connection.execute(count).fetchone() == (0,)
        connection.rollback()
