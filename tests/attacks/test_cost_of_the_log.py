"""What the log costs a page, as a ratio: the same page's statements with the log's among them and without.

The statements that a page sends are taken down once, and sent again by a bare connection, in turn: all of
them, and all but the calls of `vb.record` and `vb.opened`. Nobody asserts milliseconds: the ratio is told.
"""

import time
from statistics import median
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection

from varjebarn.database.acting import assignments, open_login
from varjebarn.kernel.actors import Kind
from varjebarn.people.queries import open_child
from varjebarn.plan.queries import current_plan, working_document

from tests.world import staff_story

pytestmark = [
    pytest.mark.world.with_args(staff_story.build),
    pytest.mark.usefixtures("own_database"),
]

ROUNDS, LONG = 60, 400
LOGS = ("vb.record", "vb.opened")


def sent_by_a_page(people, alva: UUID) -> list[tuple[str, Any]]:
    """Take down what is sent when Lena opens Alva's plan, less BEGIN and the entering."""
    taken: list[tuple[str, Any]] = []

    def take(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001 - Django's own order
        taken.append((sql, params))
        return execute(sql, params, many, context)

    with people.acting("principal") as lena, connection.execute_wrapper(take):
        plan = current_plan(lena, open_child(lena, alva))
        assert plan is not None
        working_document(lena, plan)
    return [(sql, params) for sql, params in taken if "vb.enter" not in sql]


def timed(
    bare: psycopg.Connection, login: list[object], statements: list[tuple[str, Any]]
) -> float:
    started = time.perf_counter()
    bare.execute("SELECT FROM vb.enter(%s, %s)", login)
    for sql, params in statements:
        bare.execute(sql, params)
    bare.commit()
    return time.perf_counter() - started


def test_what_the_log_costs_is_told(people, world, connect_as, pytestconfig, figure):
    page = sent_by_a_page(people, UUID(str(world["alva"])))
    without = [(sql, params) for sql, params in page if not any(log in sql for log in LOGS)]
    token = open_login(people.persons["principal"], Kind.STAFF)
    login = [token, assignments(token)[0].assignment]
    bare = connect_as("vb_app")
    for statements in (page, without):
        timed(bare, login, statements)  # plans are made, pages are read

    pairs = [
        (timed(bare, login, page), timed(bare, login, without))
        for _ in range(LONG if pytestconfig.option.long else ROUNDS)
    ]
    ratio = median(one for one, _ in pairs) / median(other for _, other in pairs)
    figure("G8", tried=len(pairs), control=len(page) - len(without), value=round(ratio, 3))

    assert len(page) > len(without) > 0
    assert ratio > 0
