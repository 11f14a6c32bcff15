"""What tests of the county's pages ask for: browsers of the cast and of anybody, and ids of the world."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone


@pytest.fixture
def as_(people) -> Callable[[str], Client]:
    """Give a browser in which a member of the cast has logged in."""
    from tests.world.browsing import browser_of  # noqa: PLC0415 - needs Django

    return partial(browser_of, people)


@pytest.fixture
def anybody() -> Client:
    """Give a browser in which nobody has."""
    from tests.world.browsing import HOST  # noqa: PLC0415 - as above

    return Client(HTTP_HOST=HOST)


@pytest.fixture
def petra(as_: Callable[[str], Client]) -> Client:
    return as_("process-leader")


@pytest.fixture
def ref(world: dict[str, object]) -> Callable[[str], UUID]:
    """Give the key of what the world calls so."""
    return lambda name: UUID(str(world[name]))


@pytest.fixture
def today() -> date:
    return timezone.localdate()
