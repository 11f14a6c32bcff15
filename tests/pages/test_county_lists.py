"""All meetings: narrowed by body, year and state, page by page."""

from collections.abc import Callable
from datetime import time, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from varjebarn.ops.world.logins import People
from varjebarn.steering import commands, queries
from varjebarn.steering.queries import meeting_list

from tests.world.browsing import words_of
from tests.world.cast import people_of
from tests.world.steering_group import build

pytestmark = [pytest.mark.world.with_args(build), pytest.mark.usefixtures("own_database")]


@pytest.fixture
def people(world: dict[str, object], own_database: str) -> People:
    del own_database  # what is planned here is planned there
    return people_of(world)


@pytest.fixture
def group(world: dict[str, object]) -> UUID:
    return UUID(str(world["group"]))


@pytest.fixture
def shown() -> Callable[..., str]:
    client = Client(HTTP_HOST="127.0.0.1")
    return lambda **asked: words_of(client.get(reverse("county:meetings", query=asked)))


@pytest.fixture
def many(people: People, group: UUID) -> int:
    """Plan two pages of meetings more."""
    with people.acting("process-leader") as petra:
        body, first = queries.open_body(group), timezone.localdate() + timedelta(days=40)
        for day in range(97):
            commands.plan_meeting(
                petra, body, on=first + timedelta(days=day), starts=time(9), ends=time(10)
            )
    return 100


def test_meetings_are_narrowed(shown: Callable[..., str], group: UUID) -> None:
    assert "3 möten" in shown()
    assert "2 möten" in shown(lage="hallna")
    assert "1 möte " in shown(lage="planerade")
    assert "3 möten" in shown(grupp=str(group))
    assert "Inga möten stämmer med det du har valt." in shown(ar="1999")


def test_what_makes_no_sense_is_left_out(shown: Callable[..., str]) -> None:
    assert "3 möten" in shown(grupp="x", ar="tusen", sida="-4")


@pytest.mark.usefixtures("many")
def test_a_long_list_comes_page_by_page_and_a_page_beyond_is_the_last(
    shown: Callable[..., str],
) -> None:
    assert "Sida 1 av 2" in shown()
    assert "Sida 2 av 2" in shown(sida="2")
    assert "Sida 2 av 2" in shown(sida="77")
    assert "Sida 1 av 2" in shown(lage="planerade")


def test_the_number_of_statements_is_the_same_for_a_hundred(
    people: People, group: UUID, many: int
) -> None:
    counts = []
    for asked in ({"year": 1999}, {}):
        with CaptureQueriesContext(connection) as sent:
            found = meeting_list.meetings_page(on=timezone.localdate(), **asked)  # type: ignore[arg-type] # a year or nothing
        counts.append((found.count, len(sent)))

    assert counts == [(0, 3), (many, 4)]
