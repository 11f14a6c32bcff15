"""For every attack: a way behind both walls, the marked compartments, and everybody logged in."""

from collections.abc import Iterator

import psycopg
import pytest


@pytest.fixture(scope="module")
def behind(databases, fresh_database) -> Iterator[psycopg.Connection]:
    """Behind both walls: the superuser's own connection."""
    with psycopg.connect(databases.owner_url(fresh_database), autocommit=True) as connection:
        yield connection


@pytest.fixture(scope="module")
def found(behind, world):
    """The compartments of the world, every text in them marked."""
    from tests.attacks.canaries import compartments, plant  # noqa: PLC0415 - needs Django

    assert plant(behind) > 300
    return compartments(behind)


@pytest.fixture(scope="module")
def party(request, behind, found):
    """Everybody of the cast, logged in; the module says its own seed."""
    from tests.attacks.trying import crew  # noqa: PLC0415 - needs Django

    return crew(behind, found, seed=request.module.SEED)
