"""The n-th call of the database fails, on every page: 503, and never anything about a child without a log row.

Whatever is shown has been written in the log first: so a page that shows a mark has left as many new
events as when nothing failed. The control: without a fault the same pages are shown.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http import HTTPStatus
from typing import Any

import pytest
from django.db import OperationalError, connections
from django.urls import get_resolver

from tests.attacks.addresses import Address, all_addresses
from tests.attacks.trying import Crew, Try, rightful
from tests.world.demo import told_cast

pytestmark = [pytest.mark.world.with_args(told_cast), pytest.mark.usefixtures("fresh_database")]

SEED = 18
PAGES, LONG = 12, 400
EVENTS = "SELECT count(*) FROM audit_event"


@contextmanager
def failing(number: int) -> Iterator[list[int]]:
    """Let call `number` fail, counted over both connections; answer how many were made."""
    made = [0]

    def call(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - Django's own order
        made[0] += 1
        if made[0] == number:
            raise OperationalError("the connection is lost")
        return execute(sql, params, many, context)

    with ExitStack() as leaving:
        for alias in ("default", "login"):
            leaving.enter_context(connections[alias].execute_wrapper(call))
        yield made


def pages(party: Crew, number: int) -> list[Try]:
    addresses: list[Address] = [
        one for one in all_addresses(get_resolver().url_patterns) if one.about
    ]
    every = list(rightful(party, addresses, most=1))
    party.draw.shuffle(every)
    few = every[: 2 * number]
    shown = [one for one in few if party.ask(one).status_code == HTTPStatus.OK]
    return shown[:number]


def test_a_call_that_fails_gives_503_and_nothing_unlogged(party, behind, pytestconfig, figure):
    tried, wrong, shown = 0, [], 0
    for one in pages(party, LONG if pytestconfig.option.long else PAGES):
        with failing(0) as made:
            assert party.ask(one).status_code == HTTPStatus.OK
        shown += 1
        for number in range(1, made[0] + 1):
            before = behind.execute(EVENTS).fetchone()[0]
            with failing(number):
                answer = party.ask(one)
            tried += 1
            after = behind.execute(EVENTS).fetchone()[0]
            if answer.status_code != HTTPStatus.SERVICE_UNAVAILABLE:
                wrong.append(f"{one.slug} {one.address.name} call {number}: {answer.status_code}")
            if party.marks_in(answer):
                wrong.append(f"{one.slug} {one.address.name} call {number} shows, {after - before}")
    figure("G18", tried=tried, bad=len(wrong), control=shown)

    assert shown > 0
    assert wrong == []
