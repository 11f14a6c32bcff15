"""For tests that change what the next one leans on: a copy of the module's world for each."""

from uuid import uuid4

import pytest

from tests.world.cluster import pointed_at


@pytest.fixture
def own_database(databases, made, fresh_database):
    with databases.copy(f"own_{uuid4().hex[:8]}", template=made[0]) as copy, pointed_at(copy):
        yield copy
