"""For every command: what day it is, and for the plan's: Alva's story in a world of its own."""

from collections.abc import Iterator
from datetime import date

import pytest


@pytest.fixture
def today() -> date:
    """Today where the county is."""
    from django.utils import timezone  # noqa: PLC0415 - needs Django

    return timezone.localdate()


@pytest.fixture
def story(databases, made) -> Iterator["Story"]:  # noqa: F821 - imported when Django is ready
    """Give the plan's story, in a copy for this test alone."""
    from tests.commands.plan_story import own_story  # noqa: PLC0415 - needs Django

    with own_story(databases, made) as own:
        yield own
