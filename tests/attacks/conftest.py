"""For every attack: a way to act in straight SQL, and the people of the world."""

from collections.abc import Callable

import psycopg
import pytest

from varjebarn.kernel.actors import Kind


@pytest.fixture
def people(world):
    from tests.world.cast import people_of  # noqa: PLC0415 - needs Django

    return people_of(world)


@pytest.fixture
def enter(connect_as, people) -> Callable[[str], psycopg.Connection]:
    """Act as somebody of the cast, in a transaction that is open until the test ends it."""
    from varjebarn.database.acting import assignments, open_login  # noqa: PLC0415 - needs Django

    from tests.world.cast import kind_of  # noqa: PLC0415 - as above

    def act(slug: str) -> psycopg.Connection:
        kind = kind_of(slug)
        token = open_login(people.persons[slug], kind)
        chosen = assignments(token)[0].assignment if kind is Kind.STAFF else None
        connection = connect_as("vb_app")
        connection.execute("SELECT FROM vb.enter(%s, %s)", [token, chosen])
        return connection

    return act
