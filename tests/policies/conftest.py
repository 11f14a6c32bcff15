"""For every module about row policies: a way to act in straight SQL, and a canary."""

import psycopg
import pytest

from varjebarn.kernel.actors import Kind


@pytest.fixture
def enter(connect_as, world):
    """Act as somebody of the cast, in a transaction that is open until the test ends it."""
    from varjebarn.database.acting import assignments, open_login  # noqa: PLC0415 - needs Django

    from tests.world.cast import kind_of, people_of  # noqa: PLC0415 - as above

    def act(slug):
        kind = kind_of(slug)
        token = open_login(people_of(world).persons[slug], kind)
        chosen = assignments(token)[0].assignment if kind is Kind.STAFF else None
        connection = connect_as("vb_app")
        connection.execute("SELECT FROM vb.enter(%s, %s)", [token, chosen])
        return connection

    return act


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
